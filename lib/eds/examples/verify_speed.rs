//! Times one verification of a signature over 64 bytes, hash included. Prints the median of the batches, microseconds.
//!
//! Here for `cargo xtask bench`, which compares it with OpenSSL. The argument is `rsa2048`, `gost2004` or `gost512`; keys come from
//! testkit. It must never count a verification whose answer was not "right".

use eds::Certificate;
use eds::digest::DigestAlgorithm;
use jiff::Timestamp;
use std::hint::black_box;
use std::time::Instant;
use testkit::{Algorithm, Nca, PersonSpec};

/// Verifications of one sample.
const BATCH: u32 = 100;
/// Samples; the first ones are not counted.
const SAMPLES: usize = 25;
/// Samples that warm the processor up.
const WARM: usize = 4;
/// What is signed, bytes.
const MESSAGE: [u8; 64] = [0x5A; 64];

#[expect(clippy::disallowed_methods, reason = "a bench is an edge: it measures with this machine's clock")]
fn main() -> Result<(), String> {
    if cfg!(debug_assertions) {
        return Err("a debug build is not measured; use `cargo xtask bench gost512_verify`".to_owned());
    }
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
    let mut samples = Vec::new();
    for sample in 0..SAMPLES {
        let began = Instant::now();
        for _ in 0..BATCH {
            key.verify(digest, &[black_box(&MESSAGE)], &signature).map_err(|error| format!("{error:?}"))?;
        }
        if sample >= WARM {
            samples.push(began.elapsed() / BATCH);
        }
    }
    samples.sort();
    let median = samples.get(samples.len() / 2).ok_or("nothing was measured")?;
    println!("{:.3}", median.as_secs_f64() * 1e6);
    Ok(())
}
