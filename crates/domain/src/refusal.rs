//! The grounds of a refusal: the three of the service page (its "motivated answer of refusal"); Law on public services 19-1(2).
//!
//! There is no other ground: a refusal without one of them is not open (`application::transition`).

use serde::{Deserialize, Serialize};

/// A ground of refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// The documents or the data in them are not reliable (service page, ground 1; Law on public services 19-1(2)1)).
    UnreliableDocuments,
    /// The applicant, the documents or the data do not meet chapter 6 of the Rules (service page, ground 2; 19-1(2)2)).
    DoesNotMeetRules,
    /// No consent to access restricted personal data (service page, ground 3; Law on personal data, art. 8).
    NoConsent,
}

impl Ground {
    /// Every ground, in the order of the service page.
    pub const ALL: [Ground; 3] = [Ground::UnreliableDocuments, Ground::DoesNotMeetRules, Ground::NoConsent];

    /// Stable name in forms, data and locales.
    pub fn as_str(self) -> &'static str {
        match self {
            Ground::UnreliableDocuments => "unreliable_documents",
            Ground::DoesNotMeetRules => "does_not_meet_rules",
            Ground::NoConsent => "no_consent",
        }
    }

    /// The ground of a stable name.
    pub fn from_name(name: &str) -> Option<Ground> {
        Ground::ALL.into_iter().find(|ground| ground.as_str() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_three_grounds_and_each_has_one_name() {
        for ground in Ground::ALL {
            assert_eq!(Ground::from_name(ground.as_str()), Some(ground));
            assert_eq!(serde_json::to_string(&ground).unwrap(), format!("\"{}\"", ground.as_str()));
        }
        assert_eq!(Ground::from_name("late"), None, "a late report is no ground");
    }
}
