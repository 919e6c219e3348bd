//! What the rules look at: the files of the tree and the crates of the workspace, read once.
//!
//! A rule's test builds a small one by hand. Must never contain a file that git ignores.

use super::source::Source;
use crate::process;
use crate::workspace::{Member, Workspace};
use std::collections::BTreeSet;
use std::fmt;
use std::process::Command;

/// The whole tree.
#[derive(Default)]
pub struct Tree {
    pub files: Vec<File>,
    pub members: Vec<Member>,
    /// SHA-256 (hex) of the files that may never enter the tree, where their folder is at hand.
    pub forbidden: BTreeSet<String>,
}

/// One file, its path relative to the root with `/` between parts.
pub struct File {
    pub path: String,
    pub bytes: Vec<u8>,
}

/// A broken rule at a place; line 0 means the file as a whole.
#[derive(Debug, PartialEq, Eq)]
pub struct Fault {
    pub path: String,
    pub line: usize,
    pub said: String,
}

impl Fault {
    pub fn new(path: &str, line: usize, said: impl Into<String>) -> Self {
        Self { path: path.into(), line, said: said.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.path, self.said),
            line => write!(f, "{}:{line}: {}", self.path, self.said),
        }
    }
}

impl File {
    /// The text, or nothing for a file that is not UTF-8.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).unwrap_or_default()
    }

    /// Is it Rust whose only reader is a test runner or a fuzzer?
    fn is_test(&self) -> bool {
        let folder =
            |name: &str| self.path.starts_with(&format!("{name}/")) || self.path.contains(&format!("/{name}/"));
        ["tests", "benches", "examples", "fuzz"].iter().any(|f| folder(f)) || self.path.ends_with("/tests.rs")
    }
}

impl Tree {
    /// Reads what git tracks and what it would track.
    pub fn read(workspace: &Workspace) -> Result<Self, String> {
        let mut git = Command::new("git");
        git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"]);
        let listed = process::output(git.current_dir(&workspace.root))?;
        let mut files = Vec::new();
        for path in listed.split('\0').filter(|p| !p.is_empty()) {
            // A file that is deleted but not yet committed is listed and cannot be read: it is no part of the tree.
            if let Ok(bytes) = std::fs::read(workspace.root.join(path)) {
                files.push(File { path: path.into(), bytes });
            }
        }
        let forbidden = super::real_artefacts::digests(workspace);
        Ok(Self { files, members: workspace.members.clone(), forbidden })
    }

    /// All Rust files.
    pub fn rust(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|f| f.path.ends_with(".rs"))
    }

    /// The shipped parts of all Rust files: test files left out, test modules cut off.
    pub fn code(&self) -> impl Iterator<Item = (&File, Source)> {
        self.rust().filter(|f| !f.is_test()).map(|f| (f, Source::of(f.text()).outside_tests()))
    }

    /// A file by its path.
    pub fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|f| f.path == path)
    }

    /// A tree for a test: paths with their texts.
    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Self {
        let file = |(path, text): &(&str, &str)| File { path: (*path).into(), bytes: text.as_bytes().to_vec() };
        Self { files: files.iter().map(file).collect(), ..Self::default() }
    }
}
