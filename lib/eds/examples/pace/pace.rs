//! The pace of one piece of work, a batch each time a line comes in on stdin: the rate of that batch goes out on stdout.
//!
//! Here so that `cargo xtask bench` can let us and a peer work by turns, a batch each. Time is this thread's processor time, which
//! other programs on the machine do not lengthen. Must never time a debug build, nor count work that failed.

use rustix::time::{ClockId, clock_gettime};
use std::io::{BufRead, Write};
use std::time::Duration;

/// A batch lasts at least this long, in processor time.
const BATCH_AT_LEAST: Duration = Duration::from_millis(100);
/// Said when the program is warm.
const READY: &str = "ready";

/// Work that can be repeated.
pub struct Pace {
    /// What one call does, in the unit of the rate.
    pub units_of_a_call: f64,
    /// Calls between two looks at the clock, which costs part of a microsecond.
    pub calls_between_looks: u32,
}

impl Pace {
    /// One unmeasured batch, then a measured one for each line of stdin, until it ends.
    pub fn serve(&self, mut work: impl FnMut() -> Result<(), String>) -> Result<(), String> {
        if cfg!(debug_assertions) {
            return Err("a debug build is not measured; use `cargo xtask bench eds`".to_owned());
        }
        self.batch(&mut work)?;
        say(READY)?;
        for line in std::io::stdin().lock().lines() {
            line.map_err(|error| error.to_string())?;
            say(&self.batch(&mut work)?.to_string())?;
        }
        Ok(())
    }

    /// Units a second.
    fn batch(&self, work: &mut impl FnMut() -> Result<(), String>) -> Result<f64, String> {
        let began = processor_time()?;
        let mut calls = 0_u32;
        loop {
            for _ in 0..self.calls_between_looks {
                work()?;
            }
            calls += self.calls_between_looks;
            let took = processor_time()?.saturating_sub(began);
            if took >= BATCH_AT_LEAST {
                return Ok(f64::from(calls) * self.units_of_a_call / took.as_secs_f64());
            }
        }
    }
}

fn processor_time() -> Result<Duration, String> {
    clock_gettime(ClockId::ThreadCPUTime).try_into().map_err(|_| "the clock gives no duration".to_owned())
}

fn say(text: &str) -> Result<(), String> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{text}").and_then(|()| out.flush()).map_err(|error| error.to_string())
}
