//! The pace of verifying one signature over 64 bytes, hash included, key at hand. Verifications a second.
//!
//! Here for `cargo xtask bench eds`, which lets OpenSSL do the same by turns. The argument is `rsa2048`, `gost2004` or `gost512`; keys
//! come from testkit. It must never count a verification whose answer was not "right".

use eds::Certificate;
use eds::digest::DigestAlgorithm;
use jiff::Timestamp;
use pace::Pace;
use std::hint::black_box;
use testkit::{Algorithm, Nca, PersonSpec};

#[path = "pace/pace.rs"]
mod pace;

/// What is signed, bytes.
const MESSAGE: [u8; 64] = [0x5A; 64];

fn main() -> Result<(), String> {
    let (algorithm, digest) = match std::env::args().nth(1).as_deref() {
        Some("rsa2048") => (Algorithm::Rsa, DigestAlgorithm::Sha256),
        Some("gost2004") => (Algorithm::Gost2004, DigestAlgorithm::Gost34311),
        Some("gost512") => (Algorithm::Gost512, DigestAlgorithm::Streebog512),
        other => return Err(format!("{other:?} is not rsa2048, gost2004 or gost512")),
    };
    let at: Timestamp = "2026-11-22T14:00:00Z".parse().map_err(|error| format!("{error}"))?;
    let signer = Nca::new([7; 32], at).person(&PersonSpec::individual("bench", algorithm));
    let signature = signer.key.sign(&MESSAGE);
    let certificate = Certificate::from_der(&signer.certificate.der).map_err(|error| error.to_string())?;
    let key = certificate.key().map_err(|error| format!("{error:?}"))?;
    if key.verify(digest, &[&MESSAGE[1..]], &signature).is_ok() {
        return Err("another message is taken for the signed one".to_owned());
    }
    Pace { units_of_a_call: 1.0, calls_between_looks: 8 }
        .serve(|| key.verify(digest, &[black_box(&MESSAGE)], &signature).map_err(|error| format!("{error:?}")))
}
