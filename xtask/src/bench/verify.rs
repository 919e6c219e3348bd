//! How many signatures one core verifies in a second, beside OpenSSL and BouncyCastle in the same run, by turns.
//!
//! All of them do the same: digest 64 bytes and verify the signature over it, key at hand (example `verify_speed` of `eds`; `peer/`).
//! A whole verdict has no peer that may be distributed: beside it stands what two verifications alone cost the gost engine. Must never
//! pass a refused signature off as a verified one: each side checks each answer.

use super::figure::{Beside, Measured};
use super::peers;
use super::rig::Rig;
use super::turns::{Contender, by_turns, peer};

/// Batches of each side.
const ROUNDS: usize = 15;
/// Signatures that a verdict verifies: the signer's, and that of its certificate.
const VERIFICATIONS_OF_A_VERDICT: f64 = 2.0;

/// RSA-2048 with SHA-256, verifications a second.
pub fn rsa2048(rig: &Rig) -> Result<Measured, String> {
    let mut ours = Contender::start(rig.example("eds", "verify_speed")?.arg("rsa2048"))?;
    let mut peers = [peer("rsa2048_verify", "OpenSSL", peers::openssl(rig.workspace, "rsa2048"))];
    let (value, rates) = by_turns(ROUNDS, &mut ours, &mut peers)?;
    Ok(Measured::beside(value, rates.first().copied().flatten()))
}

/// GOST 34.310-2004, verifications a second.
pub fn gost2004(rig: &Rig) -> Result<Measured, String> {
    gost(rig, "gost2004")
}

/// GOST R 34.10-2015 of 512 bits, verifications a second.
pub fn gost512(rig: &Rig) -> Result<Measured, String> {
    gost(rig, "gost512")
}

fn gost(rig: &Rig, name: &str) -> Result<Measured, String> {
    let mut ours = Contender::start(rig.example("eds", "verify_speed")?.arg(name))?;
    let mut peers = [
        peer(name, "OpenSSL", peers::openssl(rig.workspace, name)),
        peer(name, "BouncyCastle", peers::bouncy_castle(rig.workspace, name)),
    ];
    let (value, rates) = by_turns(ROUNDS, &mut ours, &mut peers)?;
    let rate = |at: usize| rates.get(at).copied().flatten();
    let also = Beside { who: "BouncyCastle", value: rate(1) };
    Ok(Measured { also: Some(also), ..Measured::beside(value, rate(0)) })
}

/// Verdicts over an attached GOST-2015-512 CMS of 1 kB, a second of one core.
pub fn cms_gost512(rig: &Rig) -> Result<Measured, String> {
    let mut ours = Contender::start(&mut rig.example("eds", "verdict_speed")?)?;
    let mut peers = [peer("cms_gost512_verdict", "OpenSSL", peers::openssl(rig.workspace, "gost512"))];
    let (value, rates) = by_turns(ROUNDS, &mut ours, &mut peers)?;
    let two = rates.first().copied().flatten().map(|rate| rate / VERIFICATIONS_OF_A_VERDICT);
    Ok(Measured::beside(value, two))
}
