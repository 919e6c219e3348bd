//! Rule: no `#[allow]` (STYLE.md 17): `#[expect(.., reason = "..")]` says why and complains when it is not needed any more.

use super::source::Source;
use super::tree::{Fault, Tree};

pub fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in tree.rust() {
        let source = Source::of(file.text());
        let lines = source.lines().filter(|(_, line)| line.contains("#[allow(") || line.contains("#![allow("));
        faults.extend(lines.map(|(n, _)| Fault::new(&file.path, n, "use #[expect(.., reason = \"..\")]")));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn allow_is_found_and_expect_is_not() {
        let text = "#[allow(dead_code)]\nfn a() {}\n#[expect(dead_code, reason = \"kept for b\")]\nfn b() {}\n// #[allow(x)]\n";
        let lines: Vec<_> = check(&Tree::of(&[("crates/a/tests/a.rs", text)])).iter().map(|f| f.line).collect();
        assert_eq!(lines, [1]);
    }
}
