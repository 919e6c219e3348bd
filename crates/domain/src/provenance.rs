//! How far a fact of the registers has been confirmed. A fact that is not confirmed is never presented as certain.

use serde::{Deserialize, Serialize};

/// The mark on a row of a register. Ordered: the weaker mark is the smaller one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// General knowledge, or no source kept.
    No,
    /// Some part of the row was read at a source.
    Partly,
    /// Read at the source named on the row.
    Yes,
}

impl Mark {
    /// Stable name in registers and locales (`mark-…`).
    pub fn as_str(self) -> &'static str {
        match self {
            Mark::No => "no",
            Mark::Partly => "partly",
            Mark::Yes => "yes",
        }
    }

    /// The mark of a stable name.
    pub fn from_name(name: &str) -> Option<Mark> {
        [Mark::No, Mark::Partly, Mark::Yes].into_iter().find(|mark| mark.as_str() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weaker_of_two_marks_is_the_minimum() {
        assert_eq!(Mark::Yes.min(Mark::Partly), Mark::Partly);
        assert_eq!(Mark::Partly.min(Mark::No), Mark::No);
        assert_eq!(Mark::from_name("yes"), Some(Mark::Yes));
        assert_eq!(Mark::from_name("maybe"), None);
    }
}
