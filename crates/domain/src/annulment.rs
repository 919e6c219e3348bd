//! On what a record of the act is annulled (Family Code 185): only the law's three, each with the paper that shows it.

use serde::{Deserialize, Serialize};

/// The basis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// A court decision that is in force.
    CourtDecision,
    /// The application of an interested person.
    InterestedPerson,
    /// The registering body's own finding, for example a death recorded twice.
    RegisteringBody,
}

impl Basis {
    /// Every basis, as they are chosen.
    pub const ALL: [Basis; 3] = [Basis::CourtDecision, Basis::InterestedPerson, Basis::RegisteringBody];

    /// Stable name in data, forms and locales (`annulment-basis-…`).
    pub fn as_str(self) -> &'static str {
        match self {
            Basis::CourtDecision => "court_decision",
            Basis::InterestedPerson => "interested_person",
            Basis::RegisteringBody => "registering_body",
        }
    }

    /// The basis of a stable name.
    pub fn from_name(name: &str) -> Option<Basis> {
        Basis::ALL.into_iter().find(|own| own.as_str() == name)
    }
}

/// On what, by which paper, why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annulment {
    /// The basis.
    pub basis: Basis,
    /// The paper that shows it: kind, number, date.
    pub document: String,
    /// Why, in words that the applicant reads.
    pub reason: String,
    /// Why a complaint does not suspend it (APPC 96(1)1), 96(2)); empty: it does.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub not_suspended: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn family_code_185_knows_three_bases() {
        assert_eq!(Basis::ALL.map(Basis::as_str), ["court_decision", "interested_person", "registering_body"]);
        assert!(Basis::ALL.into_iter().all(|own| Basis::from_name(own.as_str()) == Some(own)));
        assert_eq!(Basis::from_name("mistake"), None);
    }
}
