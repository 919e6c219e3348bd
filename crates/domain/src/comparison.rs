//! What an officer found when an answer was held against the papers. It advises: whoever decides sees what is compared, what differs and
//! what is not compared yet; nothing here opens or closes an act.

use crate::ids::AttachmentId;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A page of an enclosed file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperPage {
    /// The file.
    pub file: AttachmentId,
    /// Its page, from 1.
    pub page: u32,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum Verdict {
    /// The page says the same.
    Matches {
        /// Where.
        at: PaperPage,
    },
    /// The page says something else.
    Differs {
        /// Where.
        at: PaperPage,
        /// What stands there, as the officer read it.
        seen: String,
    },
    /// No enclosed paper says it.
    NotOnPaper,
}

/// One answer and what was found. It counts as long as the answer is the same: an addendum that changes it makes it uncompared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The field.
    pub field: String,
    /// [`answer_hash`] of the answer that was compared.
    pub answer: String,
    /// What was found.
    #[serde(flatten)]
    pub verdict: Verdict,
}

/// SHA-256, hex, of an answer as it stands in the request.
pub fn answer_hash(answer: &str) -> String {
    hex::encode(Sha256::digest(answer))
}

/// How far the comparison is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Answers that a paper can confirm.
    pub all: usize,
    /// Of them, those that match.
    pub matches: usize,
    /// Those that differ.
    pub differs: usize,
    /// Those that stand on no paper.
    pub not_on_paper: usize,
}

impl Progress {
    /// Of what was found for each answer; `None`: not compared, or changed since.
    pub fn of<'v>(found: impl IntoIterator<Item = Option<&'v Verdict>>) -> Progress {
        let mut progress = Progress::default();
        for verdict in found {
            progress.all += 1;
            match verdict {
                Some(Verdict::Matches { .. }) => progress.matches += 1,
                Some(Verdict::Differs { .. }) => progress.differs += 1,
                Some(Verdict::NotOnPaper) => progress.not_on_paper += 1,
                None => {}
            }
        }
        progress
    }

    /// Answers that are not compared yet.
    pub fn left(&self) -> usize {
        self.all - self.matches - self.differs - self.not_on_paper
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_compared_is_left() {
        let at = PaperPage { file: AttachmentId(uuid::Uuid::nil()), page: 1 };
        let differs = Verdict::Differs { at, seen: "1951".into() };
        let found = [Some(&differs), None, Some(&Verdict::NotOnPaper), Some(&Verdict::Matches { at }), None];
        let progress = Progress::of(found);
        assert_eq!(progress, Progress { all: 5, matches: 1, differs: 1, not_on_paper: 1 });
        assert_eq!(progress.left(), 2);
    }

    #[test]
    fn a_line_is_read_back_as_it_was_written() {
        let at = PaperPage { file: AttachmentId(uuid::Uuid::nil()), page: 2 };
        let line = Line {
            field: "deceased-born".into(),
            answer: answer_hash("1950-03-08"),
            verdict: Verdict::Differs { at, seen: "1951".into() },
        };
        let json = serde_json::to_string(&line).unwrap();
        assert!(json.contains("\"verdict\":\"differs\""), "{json}");
        assert_eq!(serde_json::from_str::<Line>(&json).unwrap(), line);
    }
}
