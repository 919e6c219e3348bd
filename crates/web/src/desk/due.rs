//! The due cell: when the term ends, said in words and never by colour alone (MoJ contextual date). The moment is an argument.

use crate::texts::T;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// Below this a remainder is said in minutes.
const MINUTES_BELOW_SECONDS: i64 = 3_600;
/// Below this a remainder is said in hours.
const HOURS_BELOW_SECONDS: i64 = 6 * 3_600;
/// Below this a delay is said in hours, above in days.
const OVERDUE_HOURS_BELOW_SECONDS: i64 = 48 * 3_600;

/// How far the end of the term is from now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// The term does not run: the answer has been sent.
    Met,
    /// Minutes are left.
    Minutes(i64),
    /// Hours are left, rounded down.
    Hours(i64),
    /// Later today, by the mission's clock.
    Today,
    /// Tomorrow, by the mission's clock.
    Tomorrow,
    /// Calendar days are left.
    Days(i64),
    /// Minutes past the end.
    OverdueMinutes(i64),
    /// Hours past the end, rounded down.
    OverdueHours(i64),
    /// Days of 24 hours past the end, rounded down.
    OverdueDays(i64),
}

impl Due {
    /// `runs`: the term has not been met. `zone`: the mission's.
    pub fn of(due_at: Timestamp, runs: bool, zone: &TimeZone, now: Timestamp) -> Due {
        if !runs {
            return Due::Met;
        }
        let left = due_at.as_second() - now.as_second();
        if left < 0 {
            return overdue(-left);
        }
        let days = (due_at.to_zoned(zone.clone()).date() - now.to_zoned(zone.clone()).date()).get_days();
        match days {
            _ if left < MINUTES_BELOW_SECONDS => Due::Minutes(left / 60),
            _ if left < HOURS_BELOW_SECONDS => Due::Hours(left / 3_600),
            0 => Due::Today,
            1 => Due::Tomorrow,
            days => Due::Days(i64::from(days)),
        }
    }

    /// The words.
    pub fn words(self, t: &T) -> String {
        match self {
            Due::Met => t.s("desk-due-met"),
            Due::Minutes(count) => t.n("desk-due-minutes", "count", count),
            Due::Hours(count) => t.n("desk-due-hours", "count", count),
            Due::Today => t.s("desk-due-today"),
            Due::Tomorrow => t.s("desk-due-tomorrow"),
            Due::Days(count) => t.n("desk-due-days", "count", count),
            Due::OverdueMinutes(count) => t.n("desk-overdue-minutes", "count", count),
            Due::OverdueHours(count) => t.n("desk-overdue-hours", "count", count),
            Due::OverdueDays(count) => t.n("desk-overdue-days", "count", count),
        }
    }

    /// The class that helps to find it.
    pub fn class(self) -> &'static str {
        match self {
            Due::Minutes(_) | Due::Hours(_) | Due::Today => "app-due app-due--soon",
            Due::OverdueMinutes(_) | Due::OverdueHours(_) | Due::OverdueDays(_) => "app-due app-due--overdue",
            Due::Met | Due::Tomorrow | Due::Days(_) => "app-due",
        }
    }

    /// True past the end of the term.
    pub fn is_overdue(self) -> bool {
        matches!(self, Due::OverdueMinutes(_) | Due::OverdueHours(_) | Due::OverdueDays(_))
    }
}

fn overdue(seconds: i64) -> Due {
    if seconds < MINUTES_BELOW_SECONDS {
        Due::OverdueMinutes(seconds / 60)
    } else if seconds < OVERDUE_HOURS_BELOW_SECONDS {
        Due::OverdueHours(seconds / 3_600)
    } else {
        Due::OverdueDays(seconds / 86_400)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn due(now: &str) -> Due {
        let zone = TimeZone::get("Europe/Berlin").unwrap();
        // Monday 14 December 2026, 18:00 in Berlin.
        Due::of("2026-12-14T17:00:00Z".parse().unwrap(), true, &zone, now.parse().unwrap())
    }

    #[test]
    fn the_words_follow_the_clock_of_the_mission() {
        assert_eq!(due("2026-12-11T17:01:00Z"), Due::Days(3));
        assert_eq!(due("2026-12-13T22:30:00Z"), Due::Tomorrow, "23:30 in Berlin is still Sunday");
        assert_eq!(due("2026-12-13T23:30:00Z"), Due::Today, "00:30 in Berlin is Monday");
        assert_eq!(due("2026-12-14T11:01:00Z"), Due::Hours(5));
        assert_eq!(due("2026-12-14T13:30:00Z"), Due::Hours(3));
        assert_eq!(due("2026-12-14T16:15:00Z"), Due::Minutes(45));
        assert_eq!(due("2026-12-14T17:00:00Z"), Due::Minutes(0), "the last second is within the term");
    }

    #[test]
    fn past_the_end_it_says_by_how_much() {
        assert_eq!(due("2026-12-14T17:00:01Z"), Due::OverdueMinutes(0));
        assert_eq!(due("2026-12-14T19:30:00Z"), Due::OverdueHours(2));
        assert_eq!(due("2026-12-17T17:00:00Z"), Due::OverdueDays(3));
        assert!(due("2026-12-17T17:00:00Z").is_overdue());
    }

    #[test]
    fn a_term_that_is_met_is_never_overdue() {
        let at = "2026-12-14T17:00:00Z".parse().unwrap();
        assert_eq!(Due::of(at, false, &TimeZone::UTC, "2027-01-01T00:00:00Z".parse().unwrap()), Due::Met);
    }

    #[test]
    fn urgency_has_a_class_and_words_but_calm_has_no_colour() {
        assert_eq!(Due::Days(3).class(), "app-due");
        assert!(Due::Today.class().contains("soon") && Due::OverdueHours(2).class().contains("overdue"));
    }
}
