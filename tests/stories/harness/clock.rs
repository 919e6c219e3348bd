//! The server's clock is set by the harness; this process measures how far it has run since. Waiting is for something, never for luck.

use jiff::Timestamp;
use std::time::{Duration, Instant};

/// Monday, 10:00 in Berlin: the mission is open. The term of a request sent now ends on Tuesday at 18:00.
pub const MONDAY_MORNING: &str = "2026-11-23T09:00:00Z";

/// Longest wait for something that the server does by itself (a letter, a certificate).
const WAIT_MAX: Duration = Duration::from_secs(60);
/// Between two looks.
const LOOK_EVERY: Duration = Duration::from_millis(40);

/// This computer's clock that only moves forward.
#[expect(clippy::disallowed_methods, reason = "a test is an edge: it measures the server it started")]
pub fn tick() -> Instant {
    Instant::now()
}

/// A clock that showed `at` when it was made.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    at: Timestamp,
    began: Instant,
}

impl Clock {
    /// Shows `at` now.
    pub fn starting(at: Timestamp) -> Clock {
        Clock { at, began: tick() }
    }

    /// What it shows now.
    pub fn now(self) -> Timestamp {
        self.at + jiff::SignedDuration::try_from(self.began.elapsed()).unwrap()
    }
}

/// Looks until `look` finds something.
///
/// # Panics
/// After a minute, with `what` was waited for.
pub fn eventually<F>(what: &str, mut look: impl FnMut() -> Option<F>) -> F {
    let began = tick();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(began.elapsed() < WAIT_MAX, "waited a minute in vain for {what}");
        std::thread::sleep(LOOK_EVERY);
    }
}
