//! Everything a commit must pass, in the order of cost. CI runs exactly this.
//!
//! One table of steps, so that a reader sees the whole gate at once. Must never count a step that did not run as passed:
//! it is skipped, with its reason, in the list at the end; and never stop at the first failure.

pub mod browser;
pub mod debian;
mod postgres;
mod report;
mod rust;

use crate::workspace::Workspace;
use crate::{assets, fuzz, tidy};
use signal_hook::consts::{SIGINT, SIGTERM};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// How a step ended.
pub enum Outcome {
    Passed,
    /// Did not run, or not wholly; the reason.
    Skipped(String),
    Failed(String),
}

impl From<Result<(), String>> for Outcome {
    fn from(result: Result<(), String>) -> Self {
        result.map_or_else(Self::Failed, |()| Self::Passed)
    }
}

/// What the steps hand to each other.
pub struct Run<'a> {
    pub workspace: &'a Workspace,
    /// The long runs too?
    pub full: bool,
    /// PostgreSQL of this run; stopped when dropped.
    pub postgres: Option<postgres::Postgres>,
    /// Python with page-validation, if it could be had.
    pub python: Option<PathBuf>,
    /// Tests that leave something out append one line here (`ELSHI_SKIPS`).
    pub skips: PathBuf,
}

/// A step's heading and what it does.
struct Step {
    name: &'static str,
    act: fn(&mut Run) -> Outcome,
}

/// The gate.
const STEPS: [Step; 10] = [
    Step { name: "assets", act: |run| assets::assets(run.workspace).into() },
    Step { name: "format", act: rust::format },
    Step { name: "house rules (tidy)", act: |run| tidy::tidy(run.workspace).into() },
    Step { name: "clippy and the build of the tests", act: rust::clippy },
    Step { name: "programs the tests call", act: debian::programs },
    Step { name: "PostgreSQL 15", act: postgres::step },
    Step { name: "tests", act: rust::tests },
    Step { name: "examples in the docs", act: rust::doc_tests },
    Step { name: "journeys in Chromium", act: browser::step },
    Step { name: "nothing skipped that could run", act: report::skips },
];

/// With `--full` also. Without it the bodies of the fuzz targets are run all the same, over every seed and 300 changed ones each
/// (`lib/eds/tests/fuzz_targets.rs`); what stays untried is libFuzzer's door of one line each.
const FULL: [Step; 1] = [Step { name: "fuzz targets, a minute each", act: |run| fuzz::round(run.workspace).into() }];

/// Runs every step, prints the table, fails when one failed.
pub fn test(workspace: &Workspace, full: bool) -> Result<(), String> {
    let stopped = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM] {
        signal_hook::flag::register(signal, Arc::clone(&stopped)).map_err(|e| format!("signals: {e}"))?;
    }
    let skips = workspace.target.join("skips.txt");
    std::fs::create_dir_all(&workspace.target).map_err(|e| format!("{}: {e}", workspace.target.display()))?;
    std::fs::write(&skips, "").map_err(|e| format!("{}: {e}", skips.display()))?;
    let mut run = Run { workspace, full, postgres: None, python: None, skips };
    let mut done: Vec<(&str, Duration, Outcome)> = Vec::new();
    let steps: Vec<&Step> = FULL.iter().filter(|_| full).chain(&STEPS).collect();
    for (number, step) in steps.iter().enumerate() {
        println!("\n=== {}/{} {} ===", number + 1, steps.len(), step.name);
        let began = Instant::now();
        let outcome = if stopped.load(Ordering::Relaxed) {
            Outcome::Failed("stopped by a signal".into())
        } else {
            (step.act)(&mut run)
        };
        println!("--- {} in {:.1} s", report::word(&outcome), began.elapsed().as_secs_f64());
        done.push((step.name, began.elapsed(), outcome));
    }
    drop(run.postgres.take());
    report::finish(workspace, full, &done)
}
