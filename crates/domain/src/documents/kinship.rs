//! "If necessary, an electronic copy of a document confirming the close relationship" (service page, step 6).
//!
//! When it is necessary is our reading (UX.md 2.6 DOC5; inside Kazakhstan: "if surname or patronymic differ", egov pass015_mu): asked
//! of a relative whose surname differs, and of every relative who is not spouse, child or parent. A person who claims no kinship
//! (friend, employer, representative) is asked for none. The applicant may still send without it; an officer decides.

use crate::name::PersonName;
use crate::request::Relation;

/// Is a document of close relationship asked for?
pub fn kinship_needed(relation: &Relation, applicant: &PersonName, deceased: Option<&PersonName>) -> bool {
    match relation {
        Relation::Spouse | Relation::Child | Relation::Parent => {
            deceased.is_none_or(|deceased| !same_family_name(&applicant.surname, &deceased.surname))
        }
        Relation::Sibling | Relation::Grand | Relation::OtherRelative(_) => true,
        Relation::Other(_) | Relation::Representative => false,
    }
}

/// The same surname, or its feminine form (Иванов - Иванова, Достоевский - Достоевская).
fn same_family_name(one: &str, other: &str) -> bool {
    let stem = |surname: &str| {
        let surname = surname.to_lowercase();
        let masculine = surname.strip_suffix("ая").map(|stem| format!("{stem}ий"));
        let masculine = masculine.or_else(|| {
            let stem = surname.strip_suffix('а')?;
            ["ов", "ев", "ёв", "ин", "ын"].iter().any(|end| stem.ends_with(end)).then(|| stem.to_owned())
        });
        masculine.unwrap_or(surname).replace("ый", "ий")
    };
    !one.is_empty() && stem(one) == stem(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::TypedName;

    fn needed(relation: Relation, applicant: &str, deceased: &str) -> bool {
        let name = |surname| PersonName::parse(TypedName { surname, given: "А", ..TypedName::default() }).unwrap();
        kinship_needed(&relation, &name(applicant), Some(&name(deceased)))
    }

    #[test]
    fn spouse_child_and_parent_of_the_same_surname_need_none() {
        for (one, other) in
            [("Ахметов", "Ахметова"), ("Достоевская", "Достоевский"), ("Ким", "КИМ"), ("Сейтқали", "Сейтқали")]
        {
            assert!(!needed(Relation::Spouse, one, other), "{one} {other}");
            assert!(!needed(Relation::Child, one, other), "{one} {other}");
        }
    }

    #[test]
    fn another_surname_or_a_further_relation_does() {
        assert!(needed(Relation::Child, "Қайратұлы", "Әлімов"));
        assert!(needed(Relation::Sibling, "Ахметов", "Ахметов"));
        assert!(needed(Relation::OtherRelative("nephew".into()), "Ахметов", "Ахметов"));
        assert!(needed(Relation::Spouse, "", ""), "no surname proves nothing");
    }

    #[test]
    fn who_claims_no_kinship_is_asked_for_none() {
        assert!(!needed(Relation::Other("employer".into()), "Smith", "Ахметов"));
        assert!(!needed(Relation::Representative, "Smith", "Ахметов"));
    }
}
