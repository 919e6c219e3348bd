//! What a start costs: the time to the first page and the memory of a server that does nothing.
//!
//! The data folder exists (people and keys of the demonstration are made once, by a start that is not measured). Must never count a
//! server that only listens as one that answers.

use super::http::Browser;
use super::rig::Rig;
use super::sample::{median, ms};
use super::server::{Place, Server};
use super::{Measured, journey};
use std::thread;
use std::time::Duration;

/// Measured starts.
const STARTS: usize = 7;
/// Memory is read so often until it stands still.
const LOOK_EVERY: Duration = Duration::from_millis(250);
/// So many equal readings are "still".
const STILL_READINGS: usize = 12;
/// No longer than this many readings.
const READINGS_MAX: usize = 240;

/// Median milliseconds from starting the process to the last byte of the first page.
pub fn first_answer(rig: &Rig) -> Result<Measured, String> {
    let place = rig.place("start")?;
    drop(place.start()?);
    let times = (0..STARTS).map(|_| answered(&place).map(|(_, time)| ms(time))).collect::<Result<Vec<_>, _>>()?;
    median(times).map(Measured::alone).ok_or_else(|| "nothing was measured".to_owned())
}

/// MiB resident once the server answered its first page and stands still.
#[expect(clippy::cast_precision_loss, reason = "KiB of a process stay far below 2^53")]
pub fn idle_memory(rig: &Rig) -> Result<Measured, String> {
    let place = rig.place("start")?;
    drop(place.start()?);
    let (server, _) = answered(&place)?;
    let (mut last, mut still) = (server.resident_kib()?, 0);
    for _ in 0..READINGS_MAX {
        thread::sleep(LOOK_EVERY);
        let now = server.resident_kib()?;
        still = if now == last { still + 1 } else { 0 };
        last = now;
        if still >= STILL_READINGS {
            return Ok(Measured::alone(last as f64 / 1024.0));
        }
    }
    Err("the server's memory never stood still".to_owned())
}

fn answered(place: &Place) -> Result<(Server, Duration), String> {
    let server = place.start()?;
    journey::page(&mut Browser::open(server.address())?, "/kk/")?;
    let time = server.running_for();
    Ok((server, time))
}
