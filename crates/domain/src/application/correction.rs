//! What a mission asks of the applicant before it decides: which parts of the request, in words, and until when (APPC 64(6)).
//!
//! Here because the state, the letters, the pages and the addendum speak of the same list. Must never hold an answer: answers are a
//! request that amends (`request::Amends`).

use super::transition::NotOpen;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// What is asked, and until when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// At least one.
    pub items: Vec<CorrectionItem>,
    /// When it was asked.
    pub asked_at: Timestamp,
    /// Until when an answer is awaited; after it the officer decides with what is there, or returns the request.
    pub answer_by: Timestamp,
    /// Reminders that were sent.
    pub reminders: u8,
}

/// One part of the request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectionItem {
    /// Section of the service's form.
    pub section: String,
    /// What is needed, in the officer's words.
    pub said: String,
}

impl Correction {
    /// A lawful question: something is asked, each part in words and once, and there is time to answer.
    ///
    /// # Errors
    /// [`NotOpen::NothingAsked`], [`NotOpen::NoReasons`], [`NotOpen::NoTimeToAnswer`].
    pub fn ask(items: Vec<CorrectionItem>, answer_by: Timestamp, now: Timestamp) -> Result<Correction, NotOpen> {
        if items.is_empty() {
            return Err(NotOpen::NothingAsked);
        }
        if items.iter().any(|item| item.said.trim().is_empty()) {
            return Err(NotOpen::NoReasons);
        }
        if answer_by <= now {
            return Err(NotOpen::NoTimeToAnswer);
        }
        Ok(Correction { items, asked_at: now, answer_by, reminders: 0 })
    }

    /// The person may still answer in time: nothing is refused and nothing returned. The last instant belongs to the term.
    pub fn is_awaited(&self, now: Timestamp) -> bool {
        now <= self.answer_by
    }

    /// When the first reminder is due: half of the time has passed.
    pub fn half_time(&self) -> Timestamp {
        let half = self.answer_by.duration_since(self.asked_at) / 2;
        self.asked_at.checked_add(half).unwrap_or(self.answer_by)
    }

    /// Reminders that should have been sent by `now`; `last` is the moment of the last one, a working day before the end.
    pub fn reminders_due(&self, last: Timestamp, now: Timestamp) -> u8 {
        if !self.is_awaited(now) {
            return self.reminders;
        }
        let half = self.half_time();
        // In a short term the two would come together: then there is one.
        let last = (last > half + SignedDuration::from_hours(1)).then_some(last);
        let due = [Some(half), last].into_iter().flatten().filter(|at| *at <= now).count();
        u8::try_from(due).unwrap_or(u8::MAX).max(self.reminders)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn item(said: &str) -> Vec<CorrectionItem> {
        vec![CorrectionItem { section: "documents".to_owned(), said: said.to_owned() }]
    }

    #[test]
    fn something_is_asked_in_words_with_time_to_answer() {
        let (now, later) = (at("2026-11-23T09:00:00Z"), at("2026-11-26T17:00:00Z"));
        assert_eq!(Correction::ask(vec![], later, now), Err(NotOpen::NothingAsked));
        assert_eq!(Correction::ask(item(" "), later, now), Err(NotOpen::NoReasons));
        assert_eq!(Correction::ask(item("page 2"), now, now), Err(NotOpen::NoTimeToAnswer));
        assert_eq!(Correction::ask(item("page 2"), later, now).unwrap().items, item("page 2"));
    }

    #[test]
    fn two_reminders_in_a_long_term_one_in_a_short_one_and_none_afterwards() {
        let long = Correction::ask(item("x"), at("2026-11-27T17:00:00Z"), at("2026-11-23T09:00:00Z")).unwrap();
        let last = at("2026-11-26T17:00:00Z");
        let due = |now: &str| long.reminders_due(last, at(now));
        assert_eq!(long.half_time(), at("2026-11-25T13:00:00Z"));
        assert_eq!([due("2026-11-25T12:59:00Z"), due("2026-11-25T13:00:00Z")], [0, 1]);
        assert_eq!([due("2026-11-26T17:00:00Z"), due("2026-11-27T17:00:01Z")], [2, 0]);
        let short = Correction::ask(item("x"), at("2026-11-24T17:00:00Z"), at("2026-11-23T15:00:00Z")).unwrap();
        assert_eq!(short.reminders_due(at("2026-11-23T17:00:00Z"), at("2026-11-24T16:00:00Z")), 1);
    }
}
