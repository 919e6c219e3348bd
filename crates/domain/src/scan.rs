//! What is known of viruses in a file. Must never stand for more than a scanner has said: a file that nobody looked at is not clean.

use jiff::Timestamp;

/// What the scanner said of the bytes kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scan {
    /// Nobody has said anything yet; signing does not wait for it.
    Waiting,
    /// Nothing was found.
    Clean {
        /// When it was looked at.
        at: Timestamp,
    },
    /// Something harmful was found: another file must take its place before signing.
    Infected {
        /// When it was looked at.
        at: Timestamp,
        /// The scanner's name for what it found.
        threat: String,
    },
    /// It was given to the scanner and could not be looked at; it is not tried again.
    NotPossible {
        /// When that was known.
        at: Timestamp,
    },
}

impl Scan {
    /// Stable name in locales (`scan-…`).
    pub fn as_str(&self) -> &'static str {
        match self {
            Scan::Waiting => "waiting",
            Scan::Clean { .. } => "clean",
            Scan::Infected { .. } => "infected",
            Scan::NotPossible { .. } => "not-possible",
        }
    }

    /// When the scanner said so.
    pub fn at(&self) -> Option<Timestamp> {
        match self {
            Scan::Waiting => None,
            Scan::Clean { at } | Scan::Infected { at, .. } | Scan::NotPossible { at } => Some(*at),
        }
    }

    /// Something harmful was found.
    pub fn is_infected(&self) -> bool {
        matches!(self, Scan::Infected { .. })
    }
}
