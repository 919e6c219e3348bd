//! Rule: no `unwrap`, `expect` or panic outside tests, unless an `#[expect(.., reason = "..")]` stands above (STYLE.md 13).
//!
//! Clippy says it too; this holds in crates that keep lint tables of their own. `testkit` makes tests' keys and data: a
//! failure there is a failed test, so it may panic.

use super::tree::{Fault, Tree};

const CALLS: [&str; 6] =
    [".unwrap()", ".expect(\"", ".unwrap_err()", "panic!(", concat!("to", "do!("), concat!("unimple", "mented!(")];
const FOR_TESTS: &str = "crates/testkit/";
/// An expectation covers the function it stands on, which has at most this many lines.
const REACH_LINES: usize = 75;

pub fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (file, source) in tree.code().filter(|(f, _)| !f.path.starts_with(FOR_TESTS)) {
        let mut excused_until = 0;
        for (n, line) in source.lines() {
            if line.contains("expect(clippy::") {
                excused_until = n + REACH_LINES;
            }
            let call = CALLS.iter().find(|call| line.contains(**call) && !line.contains("_panic!("));
            if let Some(call) = call.filter(|_| n > excused_until) {
                faults.push(Fault::new(&file.path, n, format!("`{call}` outside tests")));
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_outside_tests_is_found_unless_excused() {
        let excused = "#[expect(clippy::expect_used, reason = \"a constant\")]\nfn a() { b.expect(\"b\"); }\n";
        let bare = "fn a() { b.unwrap(); }\n#[cfg(test)]\nmod tests { fn c() { d.unwrap(); } }\n";
        let text = "fn a() { say(\"never .unwrap() here\"); }\n";
        let tree =
            Tree::of(&[("crates/a/src/a.rs", excused), ("crates/a/src/b.rs", bare), ("crates/a/src/c.rs", text)]);
        let found: Vec<_> = check(&tree).into_iter().map(|f| (f.path, f.line)).collect();
        assert_eq!(found, [("crates/a/src/b.rs".to_string(), 1)]);
    }
}
