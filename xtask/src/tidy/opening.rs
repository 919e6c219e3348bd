//! Rule: each Rust file opens with `//!`: what it is, why it is here, what it must never do (STYLE.md 15).

use super::tree::{Fault, Tree};

pub fn check(tree: &Tree) -> Vec<Fault> {
    let bare = tree.rust().filter(|f| !f.text().trim_start().starts_with("//!"));
    bare.map(|f| Fault::new(&f.path, 1, "does not open with `//!`")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_starts_with_code_is_found() {
        let tree = Tree::of(&[("src/a.rs", "use std::fs;\n"), ("src/b.rs", "//! B.\n"), ("notes.md", "text")]);
        assert_eq!(check(&tree).iter().map(|f| f.path.as_str()).collect::<Vec<_>>(), ["src/a.rs"]);
    }
}
