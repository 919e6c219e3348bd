//! A representative encloses a notarised power of attorney (egov pass33-8; Family Code 178(4)) and signs as himself with his own key.

use crate::request::Relation;

/// Is a power of attorney needed?
pub fn power_of_attorney_needed(relation: &Relation) -> bool {
    matches!(relation, Relation::Representative)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_representative_needs_one() {
        assert!(power_of_attorney_needed(&Relation::Representative));
        for relation in [Relation::Spouse, Relation::Sibling, Relation::Other("friend".into())] {
            assert!(!power_of_attorney_needed(&relation));
        }
    }
}
