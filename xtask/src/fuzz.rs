//! Fuzzing: the targets of `fuzz/` by libFuzzer, one after another, from minted seeds.
//!
//! Here so that a round is one command and its result a page. Everything it makes lies in target/fuzz. Must never call a
//! round passed in which a target did not run or found something.

use crate::process;
use crate::workspace::Workspace;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The version this was tried with; built from crates.io when the machine has none.
const CARGO_FUZZ: &str = "0.13.2";
/// Of a round inside `cargo xtask test --full`.
const ROUND_SECONDS: u64 = 60;
/// A single input may take so long.
const INPUT_SECONDS_MAX: u64 = 10;
const INPUT_BYTES_MAX: u64 = 8 * 1024;
const PROCESS_MIB_MAX: u64 = 2048;

/// What one target did.
struct Row {
    target: String,
    executions: u64,
    coverage: u64,
    /// Inputs kept because they reached something new.
    corpus: u64,
}

/// The habit: one target, or all of them and the page docs/fuzz-round.md.
pub fn fuzz(workspace: &Workspace, target: Option<&str>, seconds: u64) -> Result<(), String> {
    let all = targets(workspace)?;
    let chosen: Vec<&String> = all.iter().filter(|name| target.is_none_or(|wanted| wanted == name.as_str())).collect();
    if chosen.is_empty() {
        return Err(format!("no target is called {}; there are: {}", target.unwrap_or_default(), all.join(", ")));
    }
    cargo_fuzz()?;
    same_versions(workspace)?;
    mint(workspace)?;
    let mut rows = Vec::new();
    let mut findings = Vec::new();
    for name in chosen {
        match run(workspace, name, seconds) {
            Ok(row) => rows.push(row),
            Err(why) => {
                eprintln!("{why}");
                findings.push(why);
            }
        }
    }
    let table = table(&rows);
    println!("\n{table}");
    if !findings.is_empty() {
        return Err(format!("{} targets found something or did not run", findings.len()));
    }
    if target.is_none() {
        let path = workspace.path("docs/fuzz-round.md");
        std::fs::write(&path, page(workspace, seconds, &table)?).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    Ok(())
}

/// The step of the gate with `--full`: every target for a minute.
pub fn round(workspace: &Workspace) -> Result<(), String> {
    fuzz(workspace, None, ROUND_SECONDS)
}

/// The fuzz crate has no lock of its own: what is fuzzed are the versions that are shipped. Cargo leaves out of the copy what is not
/// needed and adds libFuzzer.
fn same_versions(workspace: &Workspace) -> Result<(), String> {
    let (house, copy) = (workspace.path("Cargo.lock"), workspace.path("fuzz/Cargo.lock"));
    std::fs::copy(house, &copy).map(drop).map_err(|e| format!("{}: {e}", copy.display()))
}

/// Names of the targets: a file each.
fn targets(workspace: &Workspace) -> Result<Vec<String>, String> {
    let folder = workspace.path("fuzz/fuzz_targets");
    let files = std::fs::read_dir(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let stem = |path: PathBuf| Some(path.file_stem()?.to_str()?.to_owned());
    let mut names: Vec<_> = files.flatten().filter_map(|file| stem(file.path())).collect();
    names.sort();
    Ok(names)
}

fn cargo_fuzz() -> Result<(), String> {
    let there = || process::works(process::cargo().args(["fuzz", "--version"]));
    if !there() {
        println!("installing cargo-fuzz {CARGO_FUZZ} (some minutes)");
        process::run(process::cargo().args(["install", "--locked", "--version", CARGO_FUZZ, "cargo-fuzz"]))?;
    }
    if there() { Ok(()) } else { Err("cargo-fuzz was installed and does not start".into()) }
}

/// Signs the seeds anew: the same octets each time.
fn mint(workspace: &Workspace) -> Result<(), String> {
    let mut mint = process::cargo();
    mint.args(["run", "--quiet", "--locked", "-p", "eds", "--example", "fuzz_seeds", "--"]);
    process::run(mint.arg(workspace.target.join("fuzz/seeds")).current_dir(&workspace.root))
}

fn run(workspace: &Workspace, name: &str, seconds: u64) -> Result<Row, String> {
    let place = |kind: &str| workspace.target.join("fuzz").join(kind).join(name);
    let (corpus, artifacts, log) = (place("corpus"), place("artifacts"), place("logs").with_extension("log"));
    for folder in [&corpus, &artifacts, &workspace.target.join("fuzz/logs")] {
        std::fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    }
    println!("{name}: {seconds} s (log: {})", log.display());
    let said = File::create(&log).map_err(|e| format!("{}: {e}", log.display()))?;
    let mut fuzz = command(workspace, &place("seeds"), &corpus, name);
    fuzz.arg(format!("-max_total_time={seconds}")).arg(format!("-artifact_prefix={}/", artifacts.display()));
    let status = fuzz.stdin(Stdio::null()).stdout(Stdio::null()).stderr(said).status();
    let text = std::fs::read(&log).map(|octets| String::from_utf8_lossy(&octets).into_owned()).unwrap_or_default();
    match status {
        Ok(status) if status.success() => row(name, &text).ok_or(format!("{name}: libFuzzer told no figures")),
        _ => Err(format!(
            "{name}: found something (target/fuzz/artifacts/{name}) or did not run:\n{}",
            last_words(&text)
        )),
    }
}

/// No sanitizer: our own code has no unsafe, and a run without it tries more. `RUSTC_BOOTSTRAP` lets the pinned stable compiler take
/// the flags of coverage.
fn command(workspace: &Workspace, seeds: &Path, corpus: &Path, name: &str) -> Command {
    let mut fuzz = process::cargo();
    fuzz.current_dir(workspace.path("fuzz")).env("RUSTC_BOOTSTRAP", "1");
    fuzz.env("ELSHI_FUZZ_SEEDS", workspace.target.join("fuzz/seeds"));
    fuzz.args(["fuzz", "run", "--sanitizer", "none", "--target-dir"]).arg(workspace.target.join("fuzz/build"));
    fuzz.arg(name).arg(corpus).arg(seeds).args(["--", "-print_final_stats=1"]);
    fuzz.arg(format!("-timeout={INPUT_SECONDS_MAX}")).arg(format!("-max_len={INPUT_BYTES_MAX}"));
    fuzz.arg(format!("-rss_limit_mb={PROCESS_MIB_MAX}"));
    fuzz
}

/// Figures out of libFuzzer's words.
fn row(name: &str, said: &str) -> Option<Row> {
    let after = |line: &str, word: &str| -> Option<u64> {
        let digits = line.split_once(word)?.1.trim_start();
        digits.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
    };
    let last = |word: &str| said.lines().rev().find_map(|line| after(line, word));
    let executions = last("stat::number_of_executed_units:")?;
    Some(Row { target: name.into(), executions, coverage: last(" cov:")?, corpus: last(" corp:")? })
}

fn last_words(said: &str) -> String {
    let telling = |line: &&str| !line.starts_with('#') && !line.trim().is_empty();
    let mut lines: Vec<_> = said.lines().filter(telling).rev().take(40).collect();
    lines.reverse();
    lines.join("\n")
}

fn table(rows: &[Row]) -> String {
    let mut text = String::from("| target | executions | coverage (edges) | corpus |\n|---|---|---|---|\n");
    for Row { target, executions, coverage, corpus } in rows {
        text.push_str(&format!("| {target} | {executions} | {coverage} | {corpus} |\n"));
    }
    text
}

fn page(workspace: &Workspace, seconds: u64, table: &str) -> Result<String, String> {
    let ask = |program: &str, words: &[&str]| {
        process::output(Command::new(program).args(words).current_dir(&workspace.root))
            .map(|said| said.trim().to_owned())
    };
    let commit = ask("git", &["rev-parse", "--short", "HEAD"])?;
    let date = ask("date", &["-u", "+%Y-%m-%d %H:%M UTC"])?;
    Ok(format!(
        "# Last fuzz round\n\nWritten by `cargo xtask fuzz`: {seconds} s a target, no findings. Commit {commit}, {date}.\n\n{table}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAID: &str = "#120 NEW cov: 12 ft: 9 corp: 3/9b\n#200 DONE   cov: 345 ft: 50 corp: 67/20Kb lim: 8192\n\
                        stat::number_of_executed_units: 8901\n";

    #[test]
    fn figures_are_read_and_a_silent_run_has_none() {
        let row = row("der", SAID).map(|row| (row.executions, row.coverage, row.corpus));
        assert_eq!(row, Some((8901, 345, 67)));
        assert!(super::row("der", "panicked at src/lib.rs").is_none());
        assert_eq!(last_words("#1 NEW\npanicked\n\n"), "panicked");
    }
}
