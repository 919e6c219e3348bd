//! How long one signature takes to verify, beside OpenSSL in the same run.
//!
//! Ours: `eds` checks a signature over 64 bytes, hash included (its example `verify_speed`). OpenSSL: `openssl speed` for RSA; for
//! GOST, which that command does not know, a loop over `EVP_PKEY_verify` of libcrypto with Debian's gost engine. Must never pass a
//! refused signature off as a verified one: both sides check each answer.

use super::Measured;
use super::rig::Rig;
use crate::process;
use std::process::Command;

/// What libcrypto is asked to do.
const GOST_PEER_SCRIPT: &str = include_str!("openssl_peer.py");
/// `openssl speed` counts for so long, seconds.
const RSA_SECONDS: &str = "3";

/// Microseconds of an RSA-2048 verification with SHA-256.
pub fn rsa2048(rig: &Rig) -> Result<Measured, String> {
    beside(rig, "rsa2048", openssl_rsa)
}

/// Microseconds of a GOST 34.310-2004 verification.
pub fn gost2004(rig: &Rig) -> Result<Measured, String> {
    beside(rig, "gost2004", || openssl_gost("gost2001"))
}

/// Microseconds of a GOST R 34.10-2015 verification, 512 bits.
pub fn gost512(rig: &Rig) -> Result<Measured, String> {
    beside(rig, "gost512", || openssl_gost("gost2012_512"))
}

fn beside(rig: &Rig, name: &str, peer: impl Fn() -> Result<f64, String>) -> Result<Measured, String> {
    let value = number(&process::output(rig.example("eds", "verify_speed")?.arg(name))?)?;
    let peer_value = peer().inspect_err(|why| eprintln!("{name}_verify: no peer: {why}")).ok();
    Ok(Measured { value, peer_value })
}

fn openssl_rsa() -> Result<f64, String> {
    let said = process::output(Command::new("openssl").args([
        "speed",
        "-elapsed",
        "-mr",
        "-seconds",
        RSA_SECONDS,
        "rsa2048",
    ]))?;
    verifications_a_second(&said).map(|rate| 1e6 / rate)
}

/// The line `+F2:2:2048:sign:verify` of OpenSSL 3: how many of each a second.
fn verifications_a_second(said: &str) -> Result<f64, String> {
    let line = said.lines().find(|line| line.starts_with("+F2:"));
    let last = line.and_then(|line| line.rsplit(':').next()).and_then(|rate| rate.trim().parse().ok());
    // OpenSSL 1 printed seconds here; a rate below one is no rate of this century.
    last.filter(|rate| *rate > 1.0).ok_or_else(|| format!("`openssl speed` said {said:?}"))
}

fn openssl_gost(algorithm: &str) -> Result<f64, String> {
    number(&process::output(Command::new("python3").args(["-c", GOST_PEER_SCRIPT, algorithm]))?)
}

fn number(said: &str) -> Result<f64, String> {
    said.trim().parse().map_err(|_| format!("not a number: {said:?}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answer_of_openssl_speed_is_read() {
        let said = "+DTP:2048:private:rsa:3\n+R1:6000:2048:3.00\n+F2:2:2048:4146.666667:62406.666667\n";
        assert_eq!(verifications_a_second(said), Ok(62_406.666_667));
        assert!(verifications_a_second("+R1:6000:2048:3.00\n").is_err());
        assert!(verifications_a_second("+F2:2:2048:0.000500:0.000025\n").is_err());
    }
}
