//! Rule: a Rust file has at most 500 lines outside its tests (STYLE.md 1).

use super::tree::{Fault, Tree};

const FILE_LINES_MAX: usize = 500;

pub fn check(tree: &Tree) -> Vec<Fault> {
    let long =
        tree.code().map(|(file, source)| (file, source.code.lines().count())).filter(|(_, n)| *n > FILE_LINES_MAX);
    long.map(|(file, n)| Fault::new(&file.path, 0, format!("{n} lines, at most {FILE_LINES_MAX}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_file_is_found_and_tests_do_not_count() {
        let long = "fn a() {}\n".repeat(501);
        let tested = format!("fn a() {{}}\n#[cfg(test)]\nmod tests {{\n{long}}}\n");
        assert_eq!(check(&Tree::of(&[("crates/a/src/a.rs", &long)])).len(), 1);
        assert!(check(&Tree::of(&[("crates/a/src/a.rs", &tested), ("crates/a/tests/b.rs", &long)])).is_empty());
    }
}
