//! The drawing of decisions for a second look: a share of them, by a number that nobody can foresee and everybody can compute afterwards.

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// What a second look came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing is to be said.
    InOrder,
    /// Something was found.
    Found,
}

impl Outcome {
    /// Both, in the order of the page.
    pub const ALL: [Outcome; 2] = [Outcome::InOrder, Outcome::Found];

    /// Stable name in data and locales (`sample-outcome-…`).
    pub fn as_str(self) -> &'static str {
        match self {
            Outcome::InOrder => "in_order",
            Outcome::Found => "found",
        }
    }

    /// The outcome of a stable name.
    pub fn from_name(name: &str) -> Option<Outcome> {
        Outcome::ALL.into_iter().find(|own| own.as_str() == name)
    }
}

/// The month, in UTC, whose secret draws what is decided at `at`: `2026-11`.
pub fn period(at: Timestamp) -> String {
    at.to_zoned(TimeZone::UTC).strftime("%Y-%m").to_string()
}

/// What is drawn by: the decision's own name, which nobody chooses.
pub fn name(application: impl std::fmt::Display, number: u32) -> String {
    format!("{application}/{number}")
}

/// Is a decision drawn whose name has this tag (HMAC-SHA-256 under the month's secret)? The first eight bytes, as a fraction of all they can be, are
/// below the share.
pub fn is_drawn(tag: &[u8; 32], percent: u32) -> bool {
    let number = tag.iter().take(8).fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
    (u128::from(number) * 100) >> 64 < u128::from(percent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_all_numbers_is_drawn() {
        let tag = |first: u8, second: u8| {
            let mut tag = [0; 32];
            (tag[0], tag[1]) = (first, second);
            tag
        };
        // 5 % of 65,536 pairs of first bytes are 3,277 (the first one counts).
        let drawn = (0..=u16::MAX).filter(|pair| is_drawn(&tag((pair >> 8) as u8, *pair as u8), 5)).count();
        assert_eq!(drawn, 3277);
        assert!(!is_drawn(&tag(0, 0), 0) && is_drawn(&tag(255, 255), 100));
        assert!(is_drawn(&tag(12, 204), 5) && !is_drawn(&tag(12, 205), 5));
    }

    #[test]
    fn a_month_is_that_of_utc() {
        assert_eq!(period("2026-11-30T23:59:59Z".parse().unwrap()), "2026-11");
        assert_eq!(period("2026-12-01T00:00:00Z".parse().unwrap()), "2026-12");
    }
}
