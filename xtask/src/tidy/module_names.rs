//! Rule: no `mod.rs`, and no module named after nothing (STYLE.md 15, "Seen elsewhere"): a helper lives with its only noun.

use super::tree::{Fault, Tree};

const BANNED: [&str; 7] = ["util", "utils", "helper", "helpers", "common", "misc", "shared"];

pub fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in tree.rust() {
        let parts: Vec<&str> = file.path.trim_end_matches(".rs").split('/').collect();
        if parts.last() == Some(&"mod") {
            faults.push(Fault::new(&file.path, 0, "write `name.rs` beside `name/` instead of mod.rs"));
        }
        if let Some(name) = parts.iter().find(|p| BANNED.contains(p)) {
            faults.push(Fault::new(&file.path, 0, format!("`{name}` says nothing about what is inside")));
        }
    }
    for (file, source) in tree.code() {
        let named =
            source.lines().filter_map(|(n, line)| inline_name(line).filter(|m| BANNED.contains(m)).map(|m| (n, m)));
        faults.extend(
            named.map(|(n, name)| Fault::new(&file.path, n, format!("`{name}` says nothing about what is inside"))),
        );
    }
    faults
}

/// The name in `mod name {`.
fn inline_name(line: &str) -> Option<&str> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let at = words.iter().position(|w| *w == "mod")?;
    (words.last() == Some(&"{")).then(|| words.get(at + 1).copied()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_names_are_found() {
        let tree = Tree::of(&[
            ("crates/a/src/utils.rs", "//! a"),
            ("crates/a/src/misc/b.rs", "//! b"),
            ("crates/a/src/c/mod.rs", "//! c"),
            ("crates/a/src/d.rs", "pub mod helpers {\n}\n"),
            ("crates/a/src/commonwealth.rs", "mod commons;"),
        ]);
        assert_eq!(check(&tree).len(), 4);
    }
}
