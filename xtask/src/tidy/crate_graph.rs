//! Rule: crates depend one way only, and pure rooms never see the network, files or SQL (ARCHITECTURE.md, STYLE.md 5).
//!
//! Counts what a crate itself needs, not what its tests need. Must know every crate: one without a rank is a fault.

use super::tree::{Fault, Tree};
use crate::workspace::Member;

/// The rooms from the bottom to the top. A crate may need only crates below it.
const RANKS: [(&str, u8); 15] = [
    ("gost3410", 0),
    ("gosthash", 0),
    ("eds", 1),
    ("signer", 2),
    ("seal", 3),
    ("domain", 2),
    ("service", 3),
    ("store", 4),
    ("gateways", 4),
    ("papers", 4),
    ("pictures", 4),
    ("office", 5),
    ("web", 6),
    ("elshi", 7),
    // Made for tests and the demo: may need anything, nobody that is shipped may need it.
    ("testkit", 8),
];

/// Habits and measurements: outside the house, they may need nothing of it.
const OUTSIDE: [&str; 2] = ["xtask", "elshi-bench"];

const WORLD: [&str; 5] = ["tokio", "sqlx", "axum", "reqwest", "object_store"];

/// Third-party crates that a room may not need.
const FORBIDDEN: [(&str, &[&str]); 11] = [
    ("gost3410", &WORLD),
    ("gosthash", &WORLD),
    ("signer", &WORLD),
    ("seal", &WORLD),
    ("eds", &WORLD),
    ("domain", &WORLD),
    ("service", &WORLD),
    ("papers", &WORLD),
    ("pictures", &WORLD),
    ("office", &["axum", "sqlx"]),
    ("web", &["sqlx"]),
];

/// Who may need Typst: it is dear to build, so nothing else waits for it.
const TYPST_ALLOWED: [&str; 2] = ["papers", "elshi"];

pub fn check(tree: &Tree) -> Vec<Fault> {
    tree.members.iter().flat_map(|m| of_member(m, tree)).collect()
}

fn of_member(member: &Member, tree: &Tree) -> Vec<Fault> {
    let place = format!("{}/Cargo.toml", member.dir);
    let fault = |said: String| Fault::new(&place, 0, said);
    let is_house = |name: &str| tree.members.iter().any(|m| m.name == name);
    let mut faults = Vec::new();
    let rank = rank(&member.name);
    if rank.is_none() && !OUTSIDE.contains(&member.name.as_str()) {
        return vec![fault(format!("{} has no rank in xtask/src/tidy/crate_graph.rs", member.name))];
    }
    for need in &member.needs {
        if is_house(need) && self::rank(need).is_none_or(|below| rank.is_some_and(|mine| mine <= below)) {
            faults.push(fault(format!("{} may not need {need}: arrows go down the path only", member.name)));
        }
        if need == "testkit" {
            faults.push(fault(format!("{} may need testkit in its tests only", member.name)));
        }
        if FORBIDDEN.iter().any(|(room, banned)| *room == member.name && banned.contains(&need.as_str())) {
            faults.push(fault(format!("{} may not need {need}", member.name)));
        }
        if need.starts_with("typst") && !TYPST_ALLOWED.contains(&member.name.as_str()) {
            faults.push(fault(format!("only {} may need {need}", TYPST_ALLOWED.join(" and "))));
        }
    }
    faults
}

fn rank(name: &str) -> Option<u8> {
    RANKS.iter().find(|(n, _)| *n == name).map(|(_, r)| *r)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(members: &[(&str, &[&str])]) -> Vec<String> {
        let member = |(name, needs): &(&str, &[&str])| Member {
            name: (*name).into(),
            dir: format!("crates/{name}"),
            needs: needs.iter().map(ToString::to_string).collect(),
        };
        let tree = Tree { members: members.iter().map(member).collect(), ..Tree::default() };
        check(&tree).into_iter().map(|f| f.said).collect()
    }

    #[test]
    fn arrows_go_one_way() {
        assert!(faults(&[("domain", &[]), ("eds", &[]), ("office", &["domain", "eds"])]).is_empty());
        assert_eq!(faults(&[("office", &[]), ("domain", &["office"])]).len(), 1);
        assert_eq!(faults(&[("store", &[]), ("gateways", &["store"])]).len(), 1, "neighbours do not see each other");
    }

    #[test]
    fn pure_rooms_see_nothing_of_the_world() {
        assert_eq!(faults(&[("domain", &["tokio"])]).len(), 1);
        assert_eq!(faults(&[("web", &["sqlx"])]).len(), 1);
        assert_eq!(faults(&[("office", &["axum"])]).len(), 1);
        assert_eq!(faults(&[("office", &["typst-pdf"])]).len(), 1);
        assert!(faults(&[("store", &["sqlx", "tokio"])]).is_empty());
    }

    #[test]
    fn test_keys_are_never_shipped_and_every_crate_has_a_rank() {
        assert!(!faults(&[("testkit", &[]), ("elshi", &["testkit"])]).is_empty());
        assert_eq!(faults(&[("newcomer", &[])]).len(), 1);
    }
}
