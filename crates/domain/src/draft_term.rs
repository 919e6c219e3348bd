//! How long a request that was not sent is kept: so many days since it was last worked on, with reminders on the way and a warning before
//! the end (UX.md 2.1). No law gives a number; the data of a service does.
//!
//! Must never say "erase" of a draft whose person was not warned, however long the server stood still.

use jiff::{SignedDuration, Timestamp};

const HOURS_OF_A_DAY: i64 = 24;

/// The days of a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftTerm {
    /// Kept so many days since it was last worked on.
    pub keep_days: u32,
    /// Reminded after so many days, rising.
    pub remind_days: Vec<u32>,
    /// Warned at least so many days before it is erased.
    pub warn_days: u32,
}

/// What the person of a draft was told since it was last worked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// So many reminders.
    Reminders(u32),
    /// That it will be erased, then.
    Warned(Timestamp),
}

/// How long a draft has waited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// When it was last worked on: changed, made ready to be signed, printed, or answered at a desk with a slip.
    pub from: Timestamp,
    /// What was told since.
    pub told: Told,
}

/// What is due of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A reminder; so many reminders are past then.
    Remind(u32),
    /// The warning.
    Warn,
    /// It goes.
    Erase,
}

impl DraftTerm {
    /// When it is erased if nobody works on it.
    pub fn erase_at(&self, kept: &Kept, now: Timestamp) -> Timestamp {
        let warned = match kept.told {
            Told::Warned(at) => at,
            Told::Reminders(_) => now,
        };
        days_after(kept.from, self.keep_days).max(days_after(warned, self.warn_days))
    }

    /// The next step, when its day has come. Reminders whose days passed while nobody looked are one.
    pub fn due(&self, kept: &Kept, now: Timestamp) -> Option<Step> {
        let Told::Reminders(told) = kept.told else {
            return (self.erase_at(kept, now) <= now).then_some(Step::Erase);
        };
        if self.warn_at(kept.from) <= now {
            return Some(Step::Warn);
        }
        let past = self.remind_days.iter().filter(|days| days_after(kept.from, **days) <= now).count();
        let past = u32::try_from(past).unwrap_or(u32::MAX);
        (past > told).then_some(Step::Remind(past))
    }

    /// After how many days something is due of a draft whose person was sent `told` reminders.
    pub fn next_days(&self, told: u32) -> u32 {
        let warn = self.keep_days.saturating_sub(self.warn_days);
        let next = usize::try_from(told).ok().and_then(|place| self.remind_days.get(place)).copied();
        next.map_or(warn, |days| days.min(warn))
    }

    /// Reminders there are.
    pub fn reminders(&self) -> u32 {
        u32::try_from(self.remind_days.len()).unwrap_or(u32::MAX)
    }

    fn warn_at(&self, from: Timestamp) -> Timestamp {
        days_after(from, self.keep_days.saturating_sub(self.warn_days))
    }
}

/// So many times 24 hours later.
pub fn days_after(at: Timestamp, days: u32) -> Timestamp {
    at.checked_add(SignedDuration::from_hours(i64::from(days) * HOURS_OF_A_DAY)).unwrap_or(Timestamp::MAX)
}

/// So many times 24 hours before.
pub fn days_before(at: Timestamp, days: u32) -> Timestamp {
    at.checked_sub(SignedDuration::from_hours(i64::from(days) * HOURS_OF_A_DAY)).unwrap_or(Timestamp::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term() -> DraftTerm {
        DraftTerm { keep_days: 180, remind_days: vec![14, 60], warn_days: 14 }
    }

    fn at(day: &str) -> Timestamp {
        format!("{day}T09:00:00Z").parse().unwrap()
    }

    fn kept(told: Told) -> Kept {
        Kept { from: at("2026-01-01"), told }
    }

    #[test]
    fn a_draft_is_reminded_twice_warned_and_erased() {
        let due = |told, day| term().due(&kept(told), at(day));
        assert_eq!(due(Told::Reminders(0), "2026-01-14"), None);
        assert_eq!(due(Told::Reminders(0), "2026-01-15"), Some(Step::Remind(1)));
        assert_eq!(due(Told::Reminders(1), "2026-02-28"), None);
        assert_eq!(due(Told::Reminders(1), "2026-03-02"), Some(Step::Remind(2)));
        assert_eq!(due(Told::Reminders(0), "2026-03-02"), Some(Step::Remind(2)), "two missed are one");
        assert_eq!(due(Told::Reminders(2), "2026-06-15"), None);
        assert_eq!(due(Told::Reminders(2), "2026-06-16"), Some(Step::Warn));
        let warned = Told::Warned(at("2026-06-16"));
        assert_eq!(due(warned, "2026-06-29"), None);
        assert_eq!(due(warned, "2026-06-30"), Some(Step::Erase));
        assert_eq!(term().erase_at(&kept(warned), at("2026-06-20")), at("2026-06-30"));
    }

    /// The server stood still for a year, or the rule is younger than the draft.
    #[test]
    fn nothing_is_erased_without_a_warning_in_time() {
        let late = at("2027-01-01");
        assert_eq!(term().due(&kept(Told::Reminders(0)), late), Some(Step::Warn));
        let warned = kept(Told::Warned(late));
        assert_eq!(term().due(&warned, at("2027-01-14")), None);
        assert_eq!(term().due(&warned, at("2027-01-15")), Some(Step::Erase));
        assert_eq!(term().erase_at(&kept(Told::Reminders(0)), late), at("2027-01-15"), "as the page says before");
    }

    #[test]
    fn what_is_looked_for_is_what_is_due() {
        assert_eq!([0, 1, 2, 9].map(|told| term().next_days(told)), [14, 60, 166, 166]);
        let short = DraftTerm { keep_days: 20, ..term() };
        assert_eq!([0, 1].map(|told| short.next_days(told)), [6, 6], "no reminder after the warning");
        assert_eq!(short.due(&kept(Told::Reminders(0)), at("2026-01-08")), Some(Step::Warn));
    }
}
