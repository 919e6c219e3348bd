//! How fast 100 MB are digested that come in pieces of 64 KiB, beside the RustCrypto crates and OpenSSL in the same run, by turns.
//!
//! The example `digest_speed` of `eds` fails when its memory grows with the data. Must never compare digests of different data.

use super::figure::{Beside, Measured};
use super::peers;
use super::rig::Rig;
use super::turns::{Contender, by_turns, peer};

/// Passes over the whole by each side.
const ROUNDS: usize = 5;

/// Streebog-512 (GOST R 34.11-2015), MB/s.
pub fn streebog512(rig: &Rig) -> Result<Measured, String> {
    digest(rig, "streebog512")
}

/// GOST 34.311-95, MB/s.
pub fn gost34311(rig: &Rig) -> Result<Measured, String> {
    digest(rig, "gost34311")
}

fn digest(rig: &Rig, name: &str) -> Result<Measured, String> {
    let mut example = rig.example("eds", "digest_speed")?;
    let mut ours = Contender::start(example.args([name, "eds"]))?;
    let rust_crypto = rig.example("eds", "digest_speed").map(|mut example| {
        example.args([name, "rustcrypto"]);
        example
    });
    let mut peers = [peer(name, "RustCrypto", rust_crypto), peer(name, "OpenSSL", peers::openssl(rig.workspace, name))];
    let (value, rates) = by_turns(ROUNDS, &mut ours, &mut peers)?;
    let rate = |at: usize| rates.get(at).copied().flatten();
    let also = Beside { who: "OpenSSL, gost engine", value: rate(1) };
    Ok(Measured { also: Some(also), ..Measured::beside(value, rate(0)) })
}
