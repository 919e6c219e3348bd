//! A sample receiver of notices (docs/outgoing-notices.md): checks the signature, the moment and the id as the Standard Webhooks
//! specification asks, and takes each notice once. Written from the specification, apart from the sender, so that each checks the other.
//!
//! Must never: take what it did not check, or be a model of how to serve many at once.

use std::collections::HashSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use serde_json::Value;
use sha2::Sha256;

/// A notice that was signed earlier or later than this is not taken: somebody may have kept it.
pub const TOLERANCE_SECONDS: i64 = 300;
const LINE_BYTES_MAX: u64 = 8192;
const HEADERS_MAX: usize = 64;
const BODY_BYTES_MAX: usize = 1_000_000;

/// The three headers of a notice.
#[derive(Clone, Debug, Default)]
pub struct Stamp {
    pub id: String,
    pub timestamp: String,
    pub signature: String,
}

/// Why a notice is not taken.
///
/// # Errors
/// A word for the log.
pub fn check(secret: &str, stamp: &Stamp, body: &[u8], now: Timestamp) -> Result<(), &'static str> {
    let key = secret.trim().strip_prefix("whsec_").and_then(|text| STANDARD.decode(text).ok()).ok_or("secret")?;
    let seconds: i64 = stamp.timestamp.parse().map_err(|_| "timestamp")?;
    let is_signed = stamp.signature.split(' ').filter_map(|one| one.strip_prefix("v1,")).any(|one| {
        let Ok(tag) = STANDARD.decode(one) else { return false };
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&key) else { return false };
        mac.update(format!("{}.{}.", stamp.id, stamp.timestamp).as_bytes());
        mac.update(body);
        mac.verify_slice(&tag).is_ok()
    });
    if !is_signed {
        return Err("signature");
    }
    if now.as_second().abs_diff(seconds) > TOLERANCE_SECONDS.unsigned_abs() {
        return Err("too old or too new");
    }
    Ok(())
}

/// A receiver that listens.
pub struct Receiver {
    /// Where, as a URL.
    pub address: String,
    desk: Arc<Mutex<Desk>>,
}

struct Desk {
    secret: String,
    /// Answers this, whatever comes.
    answer: Option<u16>,
    seen: HashSet<String>,
    taken: Vec<Value>,
    /// What was said to each post, in order.
    said: Vec<String>,
    stamps: Vec<(Stamp, Vec<u8>)>,
}

impl Receiver {
    /// Listens; `now` is its clock.
    ///
    /// # Errors
    /// The address is taken.
    pub fn listen(
        at: SocketAddr,
        secret: &str,
        now: impl Fn() -> Timestamp + Send + 'static,
    ) -> std::io::Result<Receiver> {
        let listener = TcpListener::bind(at)?;
        let address = format!("http://{}/", listener.local_addr()?);
        let desk = Arc::new(Mutex::new(Desk {
            secret: secret.to_owned(),
            answer: None,
            seen: HashSet::new(),
            taken: vec![],
            said: vec![],
            stamps: vec![],
        }));
        let behind = Arc::clone(&desk);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                drop(serve(&stream, &behind, &now));
            }
        });
        Ok(Receiver { address, desk })
    }

    fn desk(&self) -> MutexGuard<'_, Desk> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// From now on it answers so, whatever comes; `None`: as it should.
    pub fn answers(&self, status: Option<u16>) {
        self.desk().answer = status;
    }

    /// From now on it knows this secret.
    pub fn knows(&self, secret: &str) {
        secret.clone_into(&mut self.desk().secret);
    }

    /// The notices that were taken, each once.
    pub fn taken(&self) -> Vec<Value> {
        self.desk().taken.clone()
    }

    /// What was said to each post, in order: `taken`, `had it` or why not.
    pub fn said(&self) -> Vec<String> {
        self.desk().said.clone()
    }

    /// Everything that was posted: the headers and the body.
    pub fn posted(&self) -> Vec<(Stamp, Vec<u8>)> {
        self.desk().stamps.clone()
    }
}

fn serve(stream: &TcpStream, desk: &Mutex<Desk>, now: &impl Fn() -> Timestamp) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream);
    let (stamp, length) = head(&mut reader)?;
    let mut body = vec![0; length.min(BODY_BYTES_MAX)];
    reader.read_exact(&mut body)?;
    let status = desk.lock().unwrap_or_else(PoisonError::into_inner).take(&stamp, body, now());
    let mut stream = stream;
    write!(stream, "HTTP/1.1 {status} -\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
}

fn head(reader: &mut impl BufRead) -> std::io::Result<(Stamp, usize)> {
    let (mut stamp, mut length) = (Stamp::default(), 0);
    for _ in 0..HEADERS_MAX {
        let mut line = String::new();
        reader.by_ref().take(LINE_BYTES_MAX).read_line(&mut line)?;
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        let (name, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.trim().to_owned();
        match name.to_ascii_lowercase().as_str() {
            "webhook-id" => stamp.id = value,
            "webhook-timestamp" => stamp.timestamp = value,
            "webhook-signature" => stamp.signature = value,
            "content-length" => length = value.parse().unwrap_or(0),
            _ => {}
        }
    }
    Ok((stamp, length))
}

impl Desk {
    fn take(&mut self, stamp: &Stamp, body: Vec<u8>, now: Timestamp) -> u16 {
        self.stamps.push((stamp.clone(), body.clone()));
        if let Some(status) = self.answer {
            self.said.push(status.to_string());
            return status;
        }
        let event = serde_json::from_slice::<Value>(&body);
        let (status, said) = match (check(&self.secret, stamp, &body, now), event) {
            (Err(why @ "signature"), _) => (401, why),
            (Err(why), _) => (400, why),
            (Ok(()), Err(_)) => (400, "no JSON"),
            // The sender did not hear the first answer.
            (Ok(()), Ok(_)) if self.seen.contains(&stamp.id) => (204, "had it"),
            (Ok(()), Ok(event)) => {
                self.seen.insert(stamp.id.clone());
                self.taken.push(event);
                (204, "taken")
            }
        };
        self.said.push(said.to_owned());
        status
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /// The vector of the specification's reference libraries.
    fn stamp() -> Stamp {
        Stamp {
            id: "msg_p5jXN8AQM9LWM0D4loKWxJek".to_owned(),
            timestamp: "1614265330".to_owned(),
            signature: "v1,bm9ib2R5J3M= v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=".to_owned(),
        }
    }

    #[test]
    fn what_is_forged_changed_or_old_is_not_taken() {
        let body = br#"{"test": 2432232314}"#;
        let at = |second| Timestamp::from_second(second).unwrap();
        assert_eq!(check(SECRET, &stamp(), body, at(1_614_265_330 + 300)), Ok(()));
        assert_eq!(check(SECRET, &stamp(), body, at(1_614_265_330 + 301)), Err("too old or too new"));
        assert_eq!(check(SECRET, &stamp(), body, at(1_614_265_330 - 301)), Err("too old or too new"));
        assert_eq!(check(SECRET, &stamp(), b"{}", at(1_614_265_330)), Err("signature"));
        let renamed = Stamp { id: "another".to_owned(), ..stamp() };
        assert_eq!(check(SECRET, &renamed, body, at(1_614_265_330)), Err("signature"));
        assert_eq!(check("whsec_AAAA", &stamp(), body, at(1_614_265_330)), Err("signature"));
    }
}
