//! Rule: no file of ../shared/eds/real is in the tree: real signatures and keys of others stay where they are.
//!
//! Compared by SHA-256, so that a new name does not hide one. Where that folder is not at hand, nothing can be compared.

use super::tree::{Fault, Tree};
use crate::workspace::Workspace;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub fn check(tree: &Tree) -> Vec<Fault> {
    let copies = tree.files.iter().filter(|f| !f.bytes.is_empty() && tree.forbidden.contains(&digest(&f.bytes)));
    copies.map(|f| Fault::new(&f.path, 0, "is a file of ../shared/eds/real")).collect()
}

/// SHA-256 of every file of the folder of real artefacts, if it is at hand.
pub fn digests(workspace: &Workspace) -> BTreeSet<String> {
    let named = std::env::var_os("ELSHI_REAL_ARTEFACTS").map(PathBuf::from);
    let mut found = BTreeSet::new();
    collect(&named.unwrap_or_else(|| workspace.path("../shared/eds/real")), &mut found);
    found
}

fn collect(dir: &Path, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(dir).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, found);
        } else if let Ok(bytes) = std::fs::read(&path) {
            found.insert(digest(&bytes));
        }
    }
}

fn digest(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_renamed_copy_is_found() {
        let mut tree = Tree::of(&[("fixtures/mine.cms", "signature"), ("fixtures/other.cms", "made here")]);
        tree.forbidden = [digest(b"signature")].into();
        assert_eq!(check(&tree).iter().map(|f| f.path.as_str()).collect::<Vec<_>>(), ["fixtures/mine.cms"]);
    }
}
