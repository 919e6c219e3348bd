//! The journeys in Chromium: npm's packages by the lock file, then node's own test runner.
//!
//! Must never download a browser: Debian's Chromium is used.

use super::debian::{self, Need};
use super::{Outcome, Run, rust};
use crate::workspace::Workspace;
use crate::{assets, process};
use std::process::Command;

const CHROMIUM: [Need; 2] = [
    Need { package: "chromium", why: "the journeys run in it", there: || process::on_path("chromium") },
    Need {
        package: "chromium-headless-shell",
        why: "the same engine, quicker where no permission is asked for",
        there: || process::on_path("chromium-headless-shell"),
    },
];

/// Builds the binaries the journeys start, then runs every *.test.mjs of tests/browser; a full run also every *.full.mjs, and keeps what
/// the tours counted in docs/pages-round.md.
pub fn step(run: &mut Run) -> Outcome {
    let dir = run.workspace.path("tests/browser");
    let names = std::fs::read_dir(&dir).into_iter().flatten().flatten().map(|e| e.file_name());
    let ours = |name: &str| name.ends_with(".test.mjs") || (run.full && name.ends_with(".full.mjs"));
    let mut journeys: Vec<_> = names.filter(|n| ours(&n.to_string_lossy())).collect();
    journeys.sort();
    if journeys.is_empty() {
        return Outcome::Skipped("tests/browser has no *.test.mjs".into());
    }
    if let Err(why) = debian::install(&CHROMIUM) {
        return Outcome::Skipped(why);
    }
    let mut node = node(run.workspace);
    rust::surroundings(node.args(journeys), run).current_dir(&dir);
    if !run.full {
        return prepare(run.workspace).and_then(|()| process::run(&mut node)).into();
    }
    let count = run.workspace.target.join("pages.jsonl");
    node.env("ELSHI_MATRIX", &count);
    let mut round = Command::new("node");
    round.arg("round.mjs").arg(&count).arg(run.workspace.path("docs/pages-round.md")).current_dir(&dir);
    let emptied = std::fs::write(&count, "").map_err(|e| format!("{}: {e}", count.display()));
    let done = emptied.and_then(|()| prepare(run.workspace)).and_then(|()| process::run(&mut node));
    done.and_then(|()| process::run(&mut round)).into()
}

/// Builds the binaries and has npm's packages and Chromium at hand.
pub fn prepare(workspace: &Workspace) -> Result<(), String> {
    debian::install(&CHROMIUM)?;
    // The tests' own build, which made both binaries: naming the two packages would choose other features and build Typst again.
    let build = ["test", "--workspace", "--locked", "--no-run", "--quiet"];
    process::run(rust::linted(process::cargo().args(build).current_dir(&workspace.root)))?;
    assets::install(&workspace.path("tests/browser"))
}

/// Node's test runner, ready for the names of files. Two at once: a journey waits for its server as often as it works.
pub fn node(workspace: &Workspace) -> Command {
    let mut node = Command::new("node");
    node.args(["--test", "--test-reporter=spec", "--test-concurrency=2"])
        .env("ELSHI_BIN", workspace.target.join("debug"));
    node.current_dir(workspace.path("tests/browser"));
    node
}
