//! Notices to other bodies, posted to the address that each has named, signed as the Standard Webhooks specification 1.0.0 has it
//! (<https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md>): `webhook-id`, `webhook-timestamp`
//! and `webhook-signature: v1,` with HMAC-SHA-256 over `id.timestamp.body`.
//!
//! Must never send over an unprotected line to another computer, follow a redirect, or say that a notice was taken when the answer is not 2xx.

use crate::http_line::{Line, Target};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper::header::{CONNECTION, CONTENT_TYPE, HOST, USER_AGENT};
use hyper::{Method, Request};
use jiff::Timestamp;
use sha2::Sha256;
use std::time::Duration;

/// Until a connection stands.
const CONNECT: Duration = Duration::from_secs(10);
/// Until the answer has come.
const ANSWER: Duration = Duration::from_secs(20);
/// The rest of an answer is waited for so long.
const DRAIN: Duration = Duration::from_secs(2);
/// Octets of an answer that are read.
const ANSWER_BYTES_MAX: usize = 4096;
/// A secret, decoded; the specification says 24 to 64.
const SECRET_BYTES: std::ops::RangeInclusive<usize> = 24..=64;
/// The specification's mark of a symmetric secret.
const SECRET_MARK: &str = "whsec_";
/// Secrets that may be in force at once: the new and the old one while the receiver changes over.
const SECRETS_MAX: usize = 2;

/// One body that takes notices.
pub struct Webhook {
    line: Line,
    target: Target,
    secrets: Vec<Vec<u8>>,
}

impl std::fmt::Debug for Webhook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Webhook({})", self.target.authority)
    }
}

/// Why a notice was not taken.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotTaken {
    /// The receiver cannot be reached or serves nobody now: no other notice need be tried.
    #[error("{0}")]
    Nobody(String),
    /// The receiver does not take this notice.
    #[error("{0}")]
    ThisOne(String),
}

impl Webhook {
    /// A receiver at `address` that knows one of `secrets` (lines `whsec_…`, the newest first).
    ///
    /// # Errors
    /// A sentence that says what cannot be used; it never has a secret in it.
    pub fn new(address: &str, secrets: &str) -> Result<Webhook, String> {
        let target = Target::parse(address).map_err(|why| format!("{address}: {why}"))?;
        let local = matches!(target.host.as_str(), "127.0.0.1" | "::1" | "localhost");
        if !target.tls && !local {
            return Err(format!("{address}: a receiver on another computer must be reached by https"));
        }
        let secrets: Vec<Vec<u8>> =
            secrets.lines().map(str::trim).filter(|line| !line.is_empty()).map(secret).collect::<Result<_, _>>()?;
        if secrets.is_empty() || secrets.len() > SECRETS_MAX {
            return Err(format!("1 to {SECRETS_MAX} lines with a secret are expected"));
        }
        Ok(Webhook { line: Line::new(CONNECT, ANSWER)?, target, secrets })
    }

    /// Host and port, for the administrator's page.
    pub fn describe(&self) -> String {
        self.target.authority.clone()
    }

    /// Hands over one notice. `id` is the same at every try, `at` is the moment of this one.
    ///
    /// # Errors
    /// [`NotTaken`], with a sentence for the administrator that names no person.
    pub async fn deliver(&self, id: &str, at: Timestamp, body: Vec<u8>) -> Result<(), NotTaken> {
        let request = self.request(id, at, body).map_err(NotTaken::ThisOne)?;
        let asked = async {
            let response = self.line.send(&self.target, request).await.map_err(|why| why.to_string())?;
            Ok::<_, String>((response.status(), response.into_body()))
        };
        let answered = tokio::time::timeout(ANSWER, asked).await;
        let (status, body) =
            answered.unwrap_or_else(|_| Err("no answer in time".to_owned())).map_err(NotTaken::Nobody)?;
        // Read so far that a short answer ends the line in order; what it says, and whether it ever ends, is the receiver's own affair.
        let _ = tokio::time::timeout(DRAIN, Limited::new(body, ANSWER_BYTES_MAX).collect()).await;
        match status.as_u16() {
            200..=299 => Ok(()),
            // Slow down, come back, or we are not who may come: the same for every notice.
            401 | 403 | 404 | 407 | 408 | 410 | 429 | 300..=399 | 500..=599 => {
                Err(NotTaken::Nobody(format!("the receiver answered {}", status.as_u16())))
            }
            other => Err(NotTaken::ThisOne(format!("the receiver answered {other}"))),
        }
    }

    fn request(&self, id: &str, at: Timestamp, body: Vec<u8>) -> Result<Request<Full<Bytes>>, String> {
        let seconds = at.as_second();
        let signatures: Vec<String> =
            self.secrets.iter().map(|key| sign(key, id, seconds, &body)).collect::<Result<_, _>>()?;
        Request::builder()
            .method(Method::POST)
            .uri(&self.target.path)
            .header(HOST, &self.target.authority)
            .header(USER_AGENT, "elshi")
            .header(CONNECTION, "close")
            .header(CONTENT_TYPE, "application/cloudevents+json; charset=utf-8")
            .header("webhook-id", id)
            .header("webhook-timestamp", seconds)
            .header("webhook-signature", signatures.join(" "))
            .body(Full::from(body))
            .map_err(|error| error.to_string())
    }
}

fn secret(line: &str) -> Result<Vec<u8>, String> {
    let unusable = || {
        let (least, most) = (SECRET_BYTES.start(), SECRET_BYTES.end());
        format!("a secret is a line {SECRET_MARK} and {least} to {most} bytes in base 64")
    };
    let bytes = line.strip_prefix(SECRET_MARK).and_then(|text| STANDARD.decode(text).ok()).ok_or_else(unusable)?;
    if SECRET_BYTES.contains(&bytes.len()) { Ok(bytes) } else { Err(unusable()) }
}

fn sign(key: &[u8], id: &str, seconds: i64, body: &[u8]) -> Result<String, String> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).map_err(|error| error.to_string())?;
    mac.update(format!("{id}.{seconds}.").as_bytes());
    mac.update(body);
    Ok(format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the specification's reference libraries (`msg_p5jXN8AQM9LWM0D4loKWxJek`).
    #[test]
    fn the_specifications_own_vector() {
        let key = secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
        let signature = sign(&key, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, br#"{"test": 2432232314}"#).unwrap();
        assert_eq!(signature, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    #[test]
    fn a_receiver_elsewhere_needs_https_and_every_receiver_a_real_secret() {
        let good = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        assert!(Webhook::new("https://register.example.kz/notices", good).is_ok());
        assert!(Webhook::new("http://127.0.0.1:9000/", &format!("{good}\n{good}\n")).is_ok());
        assert!(Webhook::new("http://register.example.kz/", good).is_err());
        for bad in ["", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_c2hvcnQ=", "whsec_%%%"] {
            let told = Webhook::new("https://register.example.kz/", bad).unwrap_err();
            assert!(bad.is_empty() || !told.contains(bad), "{told}");
        }
    }
}
