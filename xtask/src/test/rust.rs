//! The steps that are cargo's: format, clippy, tests, examples in the docs.
//!
//! Must never let a missing tool pass for a passed step.

use super::{Outcome, Run};
use crate::process;
use std::process::Command;

/// The runner's version that this gate was tried with; built from crates.io when the machine has none.
const NEXTEST: &str = "0.9.143";

/// `cargo fmt --check`.
pub fn format(run: &mut Run) -> Outcome {
    process::run(process::cargo().args(["fmt", "--all", "--check"]).current_dir(&run.workspace.root)).into()
}

/// Clippy over everything, a warning being an error, and in the same breath the build that the tests run: one compilation of the
/// third-party crates and one of ours in place of two (decision 0014).
pub fn clippy(run: &mut Run) -> Outcome {
    let mut command = process::cargo();
    command.args(["test", "--workspace", "--locked", "--no-run"]);
    process::run(linted(&mut command).current_dir(&run.workspace.root)).into()
}

/// Our crates are compiled by clippy's driver, as `cargo clippy` has it, but to programs that run. Every cargo command of the gate must
/// say the same, or it would compile them once more.
pub fn linted(command: &mut Command) -> &mut Command {
    let between = "__CLIPPY_HACKERY__";
    let words = ["-D", "warnings", ""];
    command.env("RUSTC_WORKSPACE_WRAPPER", "clippy-driver").env("CLIPPY_ARGS", words.join(between))
}

/// All tests of the workspace, with nextest (a process a test) or, where it cannot be had, cargo's own runner.
pub fn tests(run: &mut Run) -> Outcome {
    let mut command = process::cargo();
    if nextest() {
        command.args(["nextest", "run", "--workspace", "--locked", "--no-fail-fast"]);
        if run.full {
            command.args(["--profile", "full"]);
        }
    } else {
        println!("cargo-nextest could not be installed; running cargo test");
        command.args(["test", "--workspace", "--locked", "--all-targets", "--no-fail-fast"]);
    }
    process::run(linted(surroundings(&mut command, run))).into()
}

/// Examples in documentation comments, which nextest does not run.
pub fn doc_tests(run: &mut Run) -> Outcome {
    let mut command = process::cargo();
    command.args(["test", "--workspace", "--locked", "--doc"]);
    process::run(linted(surroundings(&mut command, run))).into()
}

/// What tests may ask of their surroundings, by name; CONTRIBUTING.md has the same list.
pub fn surroundings<'a>(command: &'a mut Command, run: &Run) -> &'a mut Command {
    command.current_dir(&run.workspace.root).env("ELSHI_SKIPS", &run.skips);
    if let Some(postgres) = &run.postgres {
        command.env("ELSHI_TEST_PG", &postgres.url);
    }
    if let Some(python) = &run.python {
        command.env("ELSHI_PYTHON", python);
    }
    if run.full {
        command.env("ELSHI_FULL", "1");
    }
    command
}

fn nextest() -> bool {
    let there = || process::works(process::cargo().args(["nextest", "--version"]));
    if there() {
        return true;
    }
    println!("installing cargo-nextest {NEXTEST} (some minutes)");
    let install = ["install", "--locked", "--version", NEXTEST, "cargo-nextest"];
    process::run(process::cargo().args(install)).is_ok() && there()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lints a file of one crate as the gate does, without making a program.
    fn lints(source: &str) -> bool {
        let place = tempfile::tempdir().unwrap();
        let file = place.path().join("it.rs");
        std::fs::write(&file, source).unwrap();
        let mut driver = Command::new("clippy-driver");
        driver.args(["rustc", "--crate-type=lib", "--emit=metadata", "--out-dir"]).arg(place.path()).arg(&file);
        process::works(linted(&mut driver).env_remove("RUSTC_WORKSPACE_WRAPPER"))
    }

    #[test]
    fn a_warning_of_clippy_fails_the_build() {
        assert!(lints("pub fn five() -> u8 {\n    5\n}\n"));
        assert!(!lints("pub fn five() -> u8 {\n    return 5;\n}\n"), "clippy::needless_return is a warning");
    }
}
