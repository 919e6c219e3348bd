//! Rule: the code map of ARCHITECTURE.md names the crates that stand, all of them and no other (STYLE.md 18).

use super::tree::{Fault, Tree};
use std::collections::BTreeSet;

const PAGE: &str = "ARCHITECTURE.md";

pub fn check(tree: &Tree) -> Vec<Fault> {
    let Some(page) = tree.file(PAGE) else {
        return vec![Fault::new(PAGE, 0, "is missing")];
    };
    let named = crates_named(page.text());
    let standing: BTreeSet<&str> = tree.members.iter().map(|m| m.dir.as_str()).collect();
    let missing = standing.iter().filter(|dir| !named.contains(**dir) && !page.text().contains(&format!("`{dir}`")));
    let gone = named.iter().filter(|dir| !standing.contains(dir.as_str()));
    let missing = missing.map(|dir| Fault::new(PAGE, 0, format!("does not name {dir}")));
    missing.chain(gone.map(|dir| Fault::new(PAGE, 0, format!("names {dir}, which is not in the workspace")))).collect()
}

/// Every `crates/x` and `lib/x` of a text.
fn crates_named(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || "/_-".contains(c)));
    let mut named = BTreeSet::new();
    for word in words {
        let mut parts = word.split('/');
        if let (Some(folder @ ("crates" | "lib")), Some(name)) = (parts.next(), parts.next())
            && !name.is_empty()
        {
            named.insert(format!("{folder}/{name}"));
        }
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::Member;

    #[test]
    fn the_map_and_the_workspace_are_compared_both_ways() {
        let member = |dir: &str| Member { name: String::new(), dir: dir.into(), needs: vec![] };
        let mut tree = Tree::of(&[(PAGE, "`crates/domain` and crates/gone/src/lib.rs; `xtask` too")]);
        tree.members = vec![member("crates/domain"), member("crates/web"), member("xtask")];
        let said: Vec<_> = check(&tree).into_iter().map(|f| f.said).collect();
        assert_eq!(said, ["does not name crates/web", "names crates/gone, which is not in the workspace"]);
        assert_eq!(check(&Tree::default()).len(), 1);
    }
}
