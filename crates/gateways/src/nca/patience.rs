//! How long to wait for the NCA and how often to ask again.
//! Here as arithmetic without a clock, so that it can be tested. It must never wait for ever.

use std::time::Duration;

/// Limits of one question.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// Until a connection stands.
    pub connect: Duration,
    /// Between two parts of an answer.
    pub stall: Duration,
    /// The whole question with all its tries and waits.
    pub in_all: Duration,
    pub tries: u32,
    /// Before the second try; doubled for each further one.
    pub wait_first: Duration,
    pub wait_most: Duration,
}

impl Patience {
    /// Nobody waits: a job that fetches lists.
    pub const JOB: Self = Self {
        connect: Duration::from_secs(10),
        stall: Duration::from_secs(30),
        in_all: Duration::from_secs(600),
        tries: 4,
        wait_first: Duration::from_secs(2),
        wait_most: Duration::from_secs(60),
    };
    /// A job that asks one after the other; what fails is asked again by the job.
    pub const STAMP: Self = Self {
        connect: Duration::from_secs(5),
        stall: Duration::from_secs(10),
        in_all: Duration::from_secs(20),
        tries: 1,
        wait_first: Duration::ZERO,
        wait_most: Duration::ZERO,
    };
    /// A person waits for a verdict.
    pub const PERSON: Self = Self {
        connect: Duration::from_secs(2),
        stall: Duration::from_secs(3),
        in_all: Duration::from_secs(5),
        tries: 2,
        wait_first: Duration::from_millis(200),
        wait_most: Duration::from_secs(1),
    };

    /// The wait after try number `tried` (from 1): doubled each time, then between half of it and all of it by `random`, so that
    /// many askers do not come back together.
    #[must_use]
    pub fn wait(&self, tried: u32, random: u64) -> Duration {
        let doubled = self.wait_first.saturating_mul(1_u32.checked_shl(tried.saturating_sub(1)).unwrap_or(u32::MAX));
        let half = doubled.min(self.wait_most) / 2;
        let share = u32::try_from(random >> 48).unwrap_or(0);
        half + half.saturating_mul(share) / 0xffff
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_the_most_and_spread_over_half_of_it() {
        let patience =
            Patience { wait_first: Duration::from_secs(1), wait_most: Duration::from_secs(5), ..Patience::JOB };
        for (tried, whole) in [(1, 1), (2, 2), (3, 4), (4, 5), (40, 5), (u32::MAX, 5)] {
            let whole = Duration::from_secs(whole);
            assert_eq!(patience.wait(tried, 0), whole / 2);
            assert_eq!(patience.wait(tried, u64::MAX), whole);
            let middle = patience.wait(tried, u64::MAX / 2);
            assert!(whole / 2 < middle && middle < whole);
        }
    }
}
