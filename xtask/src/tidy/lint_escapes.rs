//! Rule: no lint is switched off by `allow` (STYLE.md 17): `#[expect(.., reason = "..")]` says why and complains when it is not needed any more.

use super::source::Source;
use super::tree::{Fault, Tree};

/// Of an item and of a whole file; written so that this file does not break its own rule.
const OPENINGS: [&str; 2] = [concat!("#[all", "ow("), concat!("#![all", "ow(")];

pub fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in tree.rust() {
        let source = Source::of(file.text());
        let lines = source.lines().filter(|(_, line)| OPENINGS.iter().any(|o| line.contains(o)));
        faults.extend(lines.map(|(n, _)| Fault::new(&file.path, n, "use #[expect(.., reason = \"..\")]")));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn allow_is_found_and_expect_is_not() {
        let open = OPENINGS[0];
        let text = format!(
            "{open}dead_code)]\nfn a() {{}}\n#[expect(dead_code, reason = \"for b\")]\nfn b() {{}}\n// {open}x)]\n"
        );
        let lines: Vec<_> = check(&Tree::of(&[("crates/a/tests/a.rs", &text)])).iter().map(|f| f.line).collect();
        assert_eq!(lines, [1]);
    }
}
