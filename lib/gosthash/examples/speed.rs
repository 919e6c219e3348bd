//! Our hashes beside RustCrypto's, by turns over the same pieces of 64 KiB; prints MB a second, the best and the median of the turns.
//!
//! Here for quick loops while the hashes are being worked on; `cargo xtask bench` holds the comparison that counts.
//! Run: `cargo run --release -p gosthash --example speed`. Must never: time a debug build, nor digests that differ.

use gosthash::{Gost34311, Streebog256, Streebog512};
use std::hint::black_box;
use std::time::Instant;
use streebog::Digest;

static PIECE: [u8; 64 * 1024] = [0x5A; 64 * 1024];
/// Pieces of a turn: 4 MiB.
const PIECES: usize = 64;
const TURNS: usize = 21;

macro_rules! ours {
    ($hash:ty) => {
        || {
            let mut hash = <$hash>::new();
            (0..PIECES).for_each(|_| hash.update(black_box(&PIECE)));
            hash.finish().to_vec()
        }
    };
}

fn theirs<D: Digest>() -> Vec<u8> {
    let mut hash = D::new();
    (0..PIECES).for_each(|_| hash.update(black_box(&PIECE)));
    hash.finalize().to_vec()
}

/// MB a second of one turn, and what it gave.
#[expect(clippy::disallowed_methods, reason = "a bench is an edge: it measures with this machine's clock")]
fn turn(digest: fn() -> Vec<u8>) -> (f64, Vec<u8>) {
    let began = Instant::now();
    let given = digest();
    ((PIECES * PIECE.len()) as f64 / began.elapsed().as_secs_f64() / 1e6, given)
}

fn compare(what: &str, ours: fn() -> Vec<u8>, theirs: fn() -> Vec<u8>) -> Result<(), String> {
    let (mut our_paces, mut their_paces) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        let (our_pace, our_digest) = turn(ours);
        let (their_pace, their_digest) = turn(theirs);
        if our_digest != their_digest {
            return Err(format!("{what}: the digests differ"));
        }
        our_paces.push(our_pace);
        their_paces.push(their_pace);
    }
    let said = |paces: &mut Vec<f64>| {
        paces.sort_by(f64::total_cmp);
        format!("{:7.1} {:7.1}", paces[TURNS - 1], paces[TURNS / 2])
    };
    println!("{what:14} ours {}   RustCrypto {}", said(&mut our_paces), said(&mut their_paces));
    Ok(())
}

fn main() -> Result<(), String> {
    if cfg!(debug_assertions) {
        return Err("a debug build is not measured: add --release".to_owned());
    }
    compare("GOST 34.311-95", ours!(Gost34311), theirs::<gost94::Gost94Test>)?;
    compare("Streebog-256", ours!(Streebog256), theirs::<streebog::Streebog256>)?;
    compare("Streebog-512", ours!(Streebog512), theirs::<streebog::Streebog512>)
}
