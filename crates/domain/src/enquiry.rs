//! A question with photos that a person asks a mission before applying: is this the paper? (UX.md PC6b). It is advice and no request: no
//! term of the law runs, nothing is registered, and what was asked is erased when its time is over.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// Most files of one question.
pub const FILES_MAX: usize = 3;
/// The answer is promised within so many working days of the mission. A promise of the house: no rule of law for it was found.
pub const ANSWER_WORKING_DAYS: u32 = 5;
/// Days that a question is kept after its answer.
pub const KEPT_AFTER_ANSWER_DAYS: i64 = 30;
/// Days that a question without an answer is kept.
pub const KEPT_UNANSWERED_DAYS: i64 = 90;
const DAY_HOURS: i64 = 24;

/// The instant at which a question goes: with its answer when one was given at `at`, else as one sent at `at`.
pub fn erased_at(at: Timestamp, is_answered: bool) -> Timestamp {
    let days = if is_answered { KEPT_AFTER_ANSWER_DAYS } else { KEPT_UNANSWERED_DAYS };
    at.checked_add(SignedDuration::from_hours(days * DAY_HOURS)).unwrap_or(Timestamp::MAX)
}

/// What the officer says of the paper on the photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It is a paper from which a death is registered.
    Counts,
    /// Alone it is not enough.
    NotEnough,
    /// The photo cannot be read.
    Unreadable,
    /// It cannot be said from a photo; the officer's words say what to do.
    CannotSay,
}

impl Verdict {
    /// Every verdict, as they are chosen.
    pub const ALL: [Verdict; 4] = [Verdict::Counts, Verdict::NotEnough, Verdict::Unreadable, Verdict::CannotSay];

    /// Stable name in data, forms and locales (`enquiry-verdict-…`).
    pub fn as_str(self) -> &'static str {
        match self {
            Verdict::Counts => "counts",
            Verdict::NotEnough => "not_enough",
            Verdict::Unreadable => "unreadable",
            Verdict::CannotSay => "cannot_say",
        }
    }

    /// The verdict of a stable name.
    pub fn from_name(name: &str) -> Option<Verdict> {
        Verdict::ALL.into_iter().find(|own| own.as_str() == name)
    }

    /// Alone it tells the person nothing to do: the officer's own words must.
    pub fn needs_words(self) -> bool {
        self == Verdict::CannotSay
    }
}

/// What is still needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// A medical document or a court decision.
    Basis,
    /// An apostille.
    Apostille,
    /// Consular legalization.
    Legalization,
    /// A translation into Kazakh or Russian.
    Translation,
    /// The original, shown at the mission.
    Original,
}

impl Need {
    /// Every need, as they are ticked.
    pub const ALL: [Need; 5] = [Need::Basis, Need::Apostille, Need::Legalization, Need::Translation, Need::Original];

    /// Stable name in data, forms and locales (`enquiry-need-…`).
    pub fn as_str(self) -> &'static str {
        match self {
            Need::Basis => "basis",
            Need::Apostille => "apostille",
            Need::Legalization => "legalization",
            Need::Translation => "translation",
            Need::Original => "original",
        }
    }

    /// The need of a stable name.
    pub fn from_name(name: &str) -> Option<Need> {
        Need::ALL.into_iter().find(|own| own.as_str() == name)
    }
}

/// What the officer answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Of the paper.
    pub verdict: Verdict,
    /// What is still needed, each once, in the order of [`Need::ALL`].
    pub needs: Vec<Need>,
    /// In own words, in the language of who asked; may be empty unless the verdict needs them.
    pub words: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_back_and_others_do_not() {
        assert!(Verdict::ALL.into_iter().all(|own| Verdict::from_name(own.as_str()) == Some(own)));
        assert!(Need::ALL.into_iter().all(|own| Need::from_name(own.as_str()) == Some(own)));
        assert_eq!((Verdict::from_name("maybe"), Need::from_name("")), (None, None));
        assert_eq!(Verdict::ALL.into_iter().filter(|own| own.needs_words()).count(), 1);
    }

    #[test]
    fn an_answered_question_goes_sooner_than_one_that_waits() {
        let at: Timestamp = "2026-11-23T09:00:00Z".parse().unwrap();
        assert_eq!(erased_at(at, true).to_string(), "2026-12-23T09:00:00Z");
        assert_eq!(erased_at(at, false).to_string(), "2027-02-21T09:00:00Z");
        assert_eq!(erased_at(Timestamp::MAX, true), Timestamp::MAX);
    }
}
