//! Who may receive the certificate (Family Code 273; 178(4) for a representative). A rule, not a free field.
//!
//! Close relatives, other heirs, citizens who had care of the person, the administration of state organisations where the person
//! lived or served a sentence; other relatives on a notary's notice; a representative under a notarised power of attorney.

use serde::{Deserialize, Serialize};

/// Longest free text of a receiver, in characters.
pub const RECEIVER_CHARS_MAX: usize = 200;

/// A person who receives the certificate, with what entitles them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Receiver {
    /// A close relative.
    CloseRelative {
        /// Name as in the identity document.
        name: String,
    },
    /// Another heir.
    Heir {
        /// Name as in the identity document.
        name: String,
    },
    /// A citizen who had care of the person.
    Carer {
        /// Name as in the identity document.
        name: String,
    },
    /// For the administration of a state organisation where the person lived or served a sentence.
    StateOrganisation {
        /// Name as in the identity document.
        name: String,
        /// The organisation and the paper that authorises.
        paper: String,
    },
    /// Another relative, on a notary's notice.
    OtherRelative {
        /// Name as in the identity document.
        name: String,
        /// Number and date of the notary's notice.
        paper: String,
    },
    /// A representative under a notarised power of attorney.
    Representative {
        /// Name as in the identity document.
        name: String,
        /// Number and date of the power of attorney.
        paper: String,
    },
}

/// Stable names of the kinds, in the order of the law.
pub const RECEIVER_KINDS: [&str; 6] =
    ["close_relative", "heir", "carer", "state_organisation", "other_relative", "representative"];

/// Why a person may not receive the certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReceiverRefused {
    /// Not one of the kinds the law names.
    #[error("the law names no such receiver")]
    NotEntitled,
    /// No name.
    #[error("the receiver's name is missing")]
    NoName,
    /// The paper that entitles (notice, power of attorney, authority of the organisation) is not named.
    #[error("the paper that entitles the receiver is missing")]
    NoPaper,
    /// A text is longer than [`RECEIVER_CHARS_MAX`].
    #[error("a text is longer than {RECEIVER_CHARS_MAX} characters")]
    TooLong,
}

impl ReceiverRefused {
    /// Stable code of the finding.
    pub fn code(self) -> &'static str {
        match self {
            ReceiverRefused::NotEntitled => "not-entitled",
            ReceiverRefused::NoName => "no-name",
            ReceiverRefused::NoPaper => "no-paper",
            ReceiverRefused::TooLong => "too-long",
        }
    }
}

impl Receiver {
    /// Builds a receiver from a form and applies the rule.
    ///
    /// # Errors
    /// [`ReceiverRefused`].
    pub fn entitled(kind: &str, name: &str, paper: &str) -> Result<Receiver, ReceiverRefused> {
        let (name, paper) = (crate::name::tidy(name), crate::name::tidy(paper));
        let receiver = match kind {
            "close_relative" => Receiver::CloseRelative { name },
            "heir" => Receiver::Heir { name },
            "carer" => Receiver::Carer { name },
            "state_organisation" => Receiver::StateOrganisation { name, paper },
            "other_relative" => Receiver::OtherRelative { name, paper },
            "representative" => Receiver::Representative { name, paper },
            _ => return Err(ReceiverRefused::NotEntitled),
        };
        may_receive(&receiver).map(|()| receiver)
    }

    /// Stable name of the kind, one of [`RECEIVER_KINDS`].
    pub fn kind(&self) -> &'static str {
        match self {
            Receiver::CloseRelative { .. } => "close_relative",
            Receiver::Heir { .. } => "heir",
            Receiver::Carer { .. } => "carer",
            Receiver::StateOrganisation { .. } => "state_organisation",
            Receiver::OtherRelative { .. } => "other_relative",
            Receiver::Representative { .. } => "representative",
        }
    }

    /// The name.
    pub fn name(&self) -> &str {
        match self {
            Receiver::CloseRelative { name } | Receiver::Heir { name } | Receiver::Carer { name } => name,
            Receiver::StateOrganisation { name, .. }
            | Receiver::OtherRelative { name, .. }
            | Receiver::Representative { name, .. } => name,
        }
    }

    /// The paper that entitles, for the kinds that need one.
    pub fn paper(&self) -> Option<&str> {
        match self {
            Receiver::CloseRelative { .. } | Receiver::Heir { .. } | Receiver::Carer { .. } => None,
            Receiver::StateOrganisation { paper, .. }
            | Receiver::OtherRelative { paper, .. }
            | Receiver::Representative { paper, .. } => Some(paper),
        }
    }
}

/// Family Code 273: may this person receive the certificate?
///
/// # Errors
/// [`ReceiverRefused`]: what is missing.
pub fn may_receive(receiver: &Receiver) -> Result<(), ReceiverRefused> {
    let paper = receiver.paper();
    if [Some(receiver.name()), paper].into_iter().flatten().any(|text| text.chars().count() > RECEIVER_CHARS_MAX) {
        return Err(ReceiverRefused::TooLong);
    }
    if receiver.name().trim().is_empty() {
        return Err(ReceiverRefused::NoName);
    }
    match paper {
        Some(paper) if paper.trim().is_empty() => Err(ReceiverRefused::NoPaper),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn close_relatives_heirs_and_carers_need_no_further_paper() {
        for kind in ["close_relative", "heir", "carer"] {
            assert_eq!(Receiver::entitled(kind, "Ахметова Әлия", "").unwrap().kind(), kind);
        }
    }

    #[test]
    fn other_relatives_organisations_and_representatives_need_theirs() {
        for kind in ["state_organisation", "other_relative", "representative"] {
            assert_eq!(Receiver::entitled(kind, "Ахметова Әлия", " "), Err(ReceiverRefused::NoPaper), "{kind}");
            assert_eq!(Receiver::entitled(kind, "Ахметова Әлия", "No 5, 2026-11-01").unwrap().kind(), kind);
        }
    }

    #[test]
    fn nobody_else_and_nobody_nameless() {
        assert_eq!(Receiver::entitled("neighbour", "X", "Y"), Err(ReceiverRefused::NotEntitled));
        assert_eq!(Receiver::entitled("heir", "  ", ""), Err(ReceiverRefused::NoName));
        assert_eq!(Receiver::entitled("heir", &"x".repeat(201), ""), Err(ReceiverRefused::TooLong));
    }

    #[test]
    fn the_kind_in_stored_data_is_the_stable_name() {
        for kind in RECEIVER_KINDS {
            let receiver = Receiver::entitled(kind, "X", "Y").unwrap();
            let json = serde_json::to_value(&receiver).unwrap();
            assert_eq!(json["kind"], kind);
            assert_eq!(serde_json::from_value::<Receiver>(json).unwrap(), receiver);
        }
    }
}
