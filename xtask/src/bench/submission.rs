//! What sending a signed request costs above the one thing no server can avoid: 4 KiB made durable on the same disk.
//!
//! Each round composes a whole request over HTTP (not timed), times one fsync, then times the POST of the signature: verification
//! (GOST-2015-512, chain, revocation list), the proof's file, the transaction with journal and letters, and the redirect. Must never
//! count a request that was not sent.

use super::http::Browser;
use super::rig::Rig;
use super::sample::{median, ms};
use super::{Measured, journey};
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

/// Unmeasured requests before the measured ones.
const WARM_ROUNDS: usize = 3;
/// Measured requests.
const ROUNDS: usize = 41;
/// What is made durable for comparison, bytes.
const FSYNC_BYTES: usize = 4096;

/// Median milliseconds of a submission less the median of an fsync.
pub fn signed(rig: &Rig) -> Result<Measured, String> {
    let place = rig.place("submission")?;
    let server = place.start()?;
    let mut browser = Browser::open(server.address())?;
    journey::sign_in(&mut browser, &place)?;
    let path = place.below("fsync");
    let mut file = OpenOptions::new().create(true).append(true).open(&path).map_err(|e| told(&path, &e))?;
    let (mut posts, mut fsyncs) = (Vec::new(), Vec::new());
    for round in 0..WARM_ROUNDS + ROUNDS {
        let request = journey::compose(&mut browser, &place)?;
        let fsync = fsync(&mut file).map_err(|e| told(&path, &e))?;
        let post = request.submit(&mut browser)?.took;
        if round >= WARM_ROUNDS {
            posts.push(ms(post));
            fsyncs.push(ms(fsync));
        }
    }
    let (Some(post), Some(fsync)) = (median(posts), median(fsyncs)) else {
        return Err("nothing was measured".to_owned());
    };
    eprintln!("signed_submission: POST {post:.3} ms, fsync of 4 KiB {fsync:.3} ms (medians of {ROUNDS})");
    Ok(Measured::alone(post - fsync))
}

fn fsync(file: &mut File) -> std::io::Result<Duration> {
    let began = Instant::now();
    file.write_all(&[0x5A; FSYNC_BYTES])?;
    file.sync_all()?;
    Ok(began.elapsed())
}

fn told(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}
