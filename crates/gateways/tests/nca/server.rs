//! A small HTTP server for tests of the NCA's addresses: it answers what a rule says, byte for byte where it must misbehave.
//! Here because a well-made server cannot be talked into cutting an answer off. It must never be reached from outside.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// One request as it came.
#[derive(Clone, Debug)]
pub struct Asked {
    pub method: String,
    pub path: String,
    pub body: Vec<u8>,
}

/// What to answer.
pub enum Reply {
    /// 200 with these octets.
    Good(Vec<u8>),
    Status(u16),
    /// The whole answer, head included.
    Raw(Vec<u8>),
    /// The connection stays open and nothing comes.
    Silence,
}

/// Listens on a free port of this computer until the test ends.
pub struct Server {
    pub address: String,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Server {
    pub fn start(rule: impl Fn(&Asked) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (rule, seen) = (Arc::new(rule), Arc::clone(&asked));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (rule, seen) = (Arc::clone(&rule), Arc::clone(&seen));
                std::thread::spawn(move || serve(stream, rule.as_ref(), &seen));
            }
        });
        Self { address, asked }
    }

    /// Requests so far.
    pub fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }
}

fn serve(mut stream: TcpStream, rule: &dyn Fn(&Asked) -> Reply, seen: &Mutex<Vec<Asked>>) {
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let Some(asked) = request(&mut stream) else { return };
    seen.lock().unwrap().push(asked.clone());
    let reply = match rule(&asked) {
        Reply::Good(octets) => with_head("200 OK", &octets),
        Reply::Status(status) => with_head(&format!("{status} No"), b"no"),
        Reply::Raw(octets) => octets,
        Reply::Silence => {
            // Until the client gives up.
            let _ = stream.read(&mut [0; 1]);
            return;
        }
    };
    let _ = stream.write_all(&reply);
}

fn with_head(status: &str, octets: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\n\r\n", octets.len());
    [head.as_bytes(), octets].concat()
}

fn request(stream: &mut TcpStream) -> Option<Asked> {
    let mut octets = Vec::new();
    let mut part = [0; 4096];
    loop {
        let read = stream.read(&mut part).ok().filter(|read| *read > 0)?;
        octets.extend_from_slice(&part[..read]);
        let Some(end) = octets.windows(4).position(|window| window == b"\r\n\r\n") else { continue };
        let head = String::from_utf8(octets[..end].to_vec()).ok()?;
        let length = head.lines().filter_map(|line| line.split_once(": "));
        let mut length = length.filter(|(name, _)| name.eq_ignore_ascii_case("content-length")).map(|(_, value)| value);
        let length: usize = length.next_back().map_or(0, |value| value.parse().unwrap());
        if octets.len() < end + 4 + length {
            continue;
        }
        let mut words = head.split(' ');
        let (method, path) = (words.next()?.to_owned(), words.next()?.to_owned());
        return Some(Asked { method, path, body: octets[end + 4..].to_vec() });
    }
}
