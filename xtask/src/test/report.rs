//! The end of a run: the table of steps, what was skipped, and with --full the page docs/full-test.md.
//!
//! Must never be shorter than the truth: a skipped step and a test that left something out are both named.

use super::{Outcome, Run};
use crate::process;
use crate::workspace::Workspace;
use std::process::Command;
use std::time::Duration;

type Done<'a> = (&'a str, Duration, Outcome);

/// One word for an outcome.
pub fn word(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Passed => "passed",
        Outcome::Skipped(_) => "skipped",
        Outcome::Failed(_) => "FAILED",
    }
}

/// What tests said they left out. Where the real artefacts are at hand, leaving something out is a failure.
pub fn skips(run: &mut Run) -> Outcome {
    let said = std::fs::read_to_string(&run.skips).unwrap_or_default();
    let mut lines: Vec<_> = said.lines().filter(|l| !l.trim().is_empty()).collect();
    lines.sort_unstable();
    lines.dedup();
    if lines.is_empty() {
        return Outcome::Passed;
    }
    lines.iter().for_each(|l| println!("left out: {l}"));
    let told = format!("{} left out: {}", lines.len(), lines.join("; "));
    if artefacts(run.workspace) { Outcome::Failed(told) } else { Outcome::Skipped(told) }
}

/// Is the folder of real signatures at hand?
fn artefacts(workspace: &Workspace) -> bool {
    let named = std::env::var_os("ELSHI_REAL_ARTEFACTS").map(std::path::PathBuf::from);
    named.unwrap_or_else(|| workspace.path("../shared/eds/real")).is_dir()
}

/// Prints the table; `Err` when a step failed.
pub fn finish(workspace: &Workspace, full: bool, done: &[Done]) -> Result<(), String> {
    let table = table(done);
    println!("\n{table}");
    if full {
        let page = full_page(workspace, &table)?;
        let path = workspace.path("docs/full-test.md");
        std::fs::write(&path, page).map_err(|e| format!("{}: {e}", path.display()))?;
        println!("written: docs/full-test.md");
    }
    let count = |word_: &str| done.iter().filter(|(_, _, o)| word(o) == word_).count();
    let failed = count("FAILED");
    println!("steps: {} passed, {failed} failed, {} skipped", count("passed"), count("skipped"));
    if failed == 0 { Ok(()) } else { Err(format!("{failed} steps failed")) }
}

fn table(done: &[Done]) -> String {
    let mut text = String::new();
    for (name, took, outcome) in done {
        let why = match outcome {
            Outcome::Passed => String::new(),
            Outcome::Skipped(why) | Outcome::Failed(why) => format!("  {why}"),
        };
        text.push_str(&format!("{:7} {:>7.1} s  {name}{why}\n", word(outcome), took.as_secs_f64()));
    }
    text
}

/// The page that keeps the last full run: which commit, which machine, which steps.
fn full_page(workspace: &Workspace, table: &str) -> Result<String, String> {
    let ask =
        |program: &str, args: &[&str]| process::output(Command::new(program).args(args).current_dir(&workspace.root));
    let commit = ask("git", &["rev-parse", "HEAD"])?;
    let dirty =
        if ask("git", &["status", "--porcelain"])?.trim().is_empty() { "" } else { " with uncommitted changes" };
    let date = ask("date", &["-u", "+%Y-%m-%d %H:%M UTC"])?;
    let cpus = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpus
        .lines()
        .find_map(|l| l.strip_prefix("model name"))
        .map_or("unknown", |m| m.trim_start_matches([' ', '\t', ':']));
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    Ok(format!(
        "# Last full test\n\nWritten by `cargo xtask test --full`.\n\n- Commit: {}{dirty}\n- When: {}\n- Machine: {cores} cores, {model}\n\n```text\n{table}```\n",
        commit.trim(),
        date.trim(),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_names_what_was_skipped_and_why() {
        let done = [
            ("a", Duration::from_millis(1500), Outcome::Passed),
            ("b", Duration::ZERO, Outcome::Skipped("no browser".into())),
            ("c", Duration::ZERO, Outcome::Failed("two warnings".into())),
        ];
        let table = table(&done);
        assert!(table.contains("passed      1.5 s  a"), "{table}");
        assert!(table.contains("no browser") && table.contains("two warnings"), "{table}");
    }
}
