//! Which bodies learn of a registered death, and by which law. Who they are and where they listen is the installation's; how a notice
//! travels is `gateways`'. Must never name a person.

use crate::request::Deceased;

/// A notice to another body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outgoing {
    /// The person is taken off the consular register: ground "death" (gov.kz/services, situation 715; unverified).
    ConsularDeregistration,
    /// The certification authority revokes the digital signature certificates of the person who died (Digital Code 59(1)3)).
    KeyRevocation,
    /// The electronic copy of the record for the State database of individuals (Family Code 181(4)).
    RegisterCopy,
}

impl Outgoing {
    /// Every notice.
    pub const ALL: [Outgoing; 3] = [Outgoing::ConsularDeregistration, Outgoing::KeyRevocation, Outgoing::RegisterCopy];

    /// Stable name in data, configuration and the `type` of a notice.
    pub fn as_str(self) -> &'static str {
        match self {
            Outgoing::ConsularDeregistration => "consular_deregistration",
            Outgoing::KeyRevocation => "key_revocation",
            Outgoing::RegisterCopy => "register_copy",
        }
    }

    /// The notice of a stable name.
    pub fn from_name(name: &str) -> Option<Outgoing> {
        Outgoing::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    /// Is this notice owed when the death of this person was registered? Keys belong to an IIN, and nobody can be taken off a register
    /// who was not identified (Family Code 271); the copy of the record is always owed.
    pub fn is_owed(self, deceased: &Deceased) -> bool {
        match (self, deceased) {
            (Outgoing::RegisterCopy, _) => true,
            (_, Deceased::Unidentified { .. }) => false,
            (Outgoing::ConsularDeregistration, Deceased::Identified(_)) => true,
            (Outgoing::KeyRevocation, Deceased::Identified(person)) => person.iin.is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_there_and_back() {
        for kind in Outgoing::ALL {
            assert_eq!(Outgoing::from_name(kind.as_str()), Some(kind));
        }
        assert_eq!(Outgoing::from_name("passport"), None);
    }

    #[test]
    fn digital_code_59_1_3_needs_an_iin_and_family_code_271_has_nobody_to_name() {
        let unknown = Deceased::Unidentified { description: String::new(), sex: None };
        let owed: Vec<Outgoing> = Outgoing::ALL.into_iter().filter(|kind| kind.is_owed(&unknown)).collect();
        assert_eq!(owed, [Outgoing::RegisterCopy]);
    }
}
