//! Times a verification with a plain key, one with a precomputed key, and a signature; prints microseconds, the least and the median.
//!
//! Here for quick loops while the arithmetic is being worked on; `cargo xtask bench` holds the comparison with OpenSSL.
//! Run: `cargo run --release -p gost3410 --example speed`. Must never: time an answer that was not "right".

use gost3410::{Curve, SigningKey};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Each call is timed on its own, so that the least is not spoilt by what else the machine does.
const SAMPLES: usize = 2001;

#[expect(clippy::disallowed_methods, reason = "a bench is an edge: it measures with this machine's clock")]
fn time(what: &str, mut run: impl FnMut() -> bool) -> Result<(), String> {
    let mut samples = Vec::with_capacity(SAMPLES);
    for _ in 0..SAMPLES {
        let began = Instant::now();
        let right = run();
        samples.push(began.elapsed());
        if !right {
            return Err(format!("{what}: a wrong answer"));
        }
    }
    samples.sort();
    let micros = |at: usize| samples.get(at).map_or(0.0, |sample: &Duration| sample.as_secs_f64() * 1e6);
    println!("{what:28} {:8.2} {:8.2}", micros(0), micros(SAMPLES / 2));
    Ok(())
}

fn main() -> Result<(), String> {
    for curve in [Curve::CryptoProA, Curve::Tc26Gost256A, Curve::Tc26Gost512A] {
        let secret =
            SigningKey::from_le_bytes(curve, &vec![0x35; curve.field_bytes()]).map_err(|error| error.to_string())?;
        let plain = secret.verifying_key();
        let mut precomputed = plain.clone();
        precomputed.precompute();
        let digest = [0x5A; 64];
        let signature = secret.sign(&digest, &[1; 32]);
        time(&format!("{curve:?} verify"), || plain.verify(black_box(&digest), black_box(&signature)).is_ok())?;
        time(&format!("{curve:?} with a table"), || {
            precomputed.verify(black_box(&digest), black_box(&signature)).is_ok()
        })?;
        time(&format!("{curve:?} sign"), || !secret.sign(black_box(&digest), &[1; 32]).is_empty())?;
    }
    Ok(())
}
