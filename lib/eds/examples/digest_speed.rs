//! The pace of a digest over 100 MB that come in pieces of 64 KiB, as a reader of a large file sees them. MB a second.
//!
//! Here for `cargo xtask bench eds`. Arguments: `streebog512` or `gost34311`, then `eds` (the digest of this crate) or `rustcrypto` (the
//! crates `streebog` and `gost94` called directly). It must never hold the whole: memory that grows with it fails the run.

use eds::digest::DigestAlgorithm;
use gost94::Gost94Test;
use memory::peak_kib;
use pace::Pace;
use sha2::Digest;
use std::hint::black_box;
use streebog::Streebog512;

#[path = "pace/memory.rs"]
mod memory;
#[path = "pace/pace.rs"]
mod pace;

/// One piece, bytes.
static PIECE: [u8; 64 * 1024] = [0x5A; 64 * 1024];
/// The whole, bytes.
const WHOLE_BYTES: usize = 100_000_000;
/// The whole, MB.
const WHOLE_MB: f64 = 100.0;
/// Memory may grow by less than this while it is digested.
const GROWTH_KIB_MAX: u64 = 16 * 1024;

fn main() -> Result<(), String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let digest: fn() -> Vec<u8> = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["streebog512", "eds"] => || ours(DigestAlgorithm::Streebog512),
        ["gost34311", "eds"] => || ours(DigestAlgorithm::Gost34311),
        ["streebog512", "rustcrypto"] => theirs::<Streebog512>,
        ["gost34311", "rustcrypto"] => theirs::<Gost94Test>,
        _ => return Err(format!("{arguments:?} is not a digest and whose")),
    };
    let before = peak_kib()?;
    let expected = digest();
    Pace { units_of_a_call: WHOLE_MB, calls_between_looks: 1 }.serve(|| {
        if digest() != expected {
            return Err("two digests of the same differ".to_owned());
        }
        let grown = peak_kib()?.saturating_sub(before);
        if grown < GROWTH_KIB_MAX { Ok(()) } else { Err(format!("memory grew by {grown} KiB")) }
    })
}

/// The whole in pieces; the last one is shorter.
fn pieces() -> impl Iterator<Item = &'static [u8]> {
    (0..WHOLE_BYTES.div_ceil(PIECE.len())).filter_map(|piece| {
        let left = WHOLE_BYTES - piece * PIECE.len();
        black_box(&PIECE).get(..left.min(PIECE.len()))
    })
}

fn ours(algorithm: DigestAlgorithm) -> Vec<u8> {
    let mut hasher = algorithm.hasher();
    pieces().for_each(|piece| hasher.update(piece));
    hasher.finish()
}

fn theirs<D: Digest>() -> Vec<u8> {
    let mut hasher = D::new();
    pieces().for_each(|piece| hasher.update(piece));
    hasher.finalize().to_vec()
}
