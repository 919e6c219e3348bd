//! Rule: a test that is ignored says why: `#[ignore = "reason"]`.

use super::source::Source;
use super::tree::{Fault, Tree};

pub fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in tree.rust() {
        let source = Source::of(file.text());
        let bare = source.lines().filter(|(_, line)| line.contains("#[ignore]"));
        faults.extend(bare.map(|(n, _)| Fault::new(&file.path, n, "an ignored test without a reason")));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_bare_ignore_is_found() {
        let text =
            "#[test]\n#[ignore]\nfn a() {}\n#[test]\n#[ignore = \"takes an hour: xtask test --full\"]\nfn b() {}\n";
        let lines: Vec<_> = check(&Tree::of(&[("crates/a/tests/a.rs", text)])).iter().map(|f| f.line).collect();
        assert_eq!(lines, [2]);
    }
}
