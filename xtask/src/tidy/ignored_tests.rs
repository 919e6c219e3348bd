//! Rule: a test that is ignored says why in the attribute itself.

use super::source::Source;
use super::tree::{Fault, Tree};

/// The attribute without a reason; written so that this file does not break its own rule.
const BARE: &str = concat!("#[ign", "ore]");

pub fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in tree.rust() {
        let source = Source::of(file.text());
        let bare = source.lines().filter(|(_, line)| line.contains(BARE));
        faults.extend(bare.map(|(n, _)| Fault::new(&file.path, n, "an ignored test without a reason")));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_bare_ignore_is_found() {
        let reasoned = BARE.replace(']', " = \"takes an hour: xtask test --full\"]");
        let text = format!("#[test]\n{BARE}\nfn a() {{}}\n#[test]\n{reasoned}\nfn b() {{}}\n");
        let lines: Vec<_> = check(&Tree::of(&[("crates/a/tests/a.rs", &text)])).iter().map(|f| f.line).collect();
        assert_eq!(lines, [2]);
    }
}
