//! `cargo xtask`: the habits of this house in one place: run it, test it, tidy it, build its assets, measure it.
//!
//! It is here so that a new person needs two commands and no wiki. It must never be part of the shipped binary and never
//! hide a step that did not run: what was skipped is said.

mod assets;
mod bench;
mod fuzz;
mod process;
mod run;
mod screens;
mod test;
mod tidy;
mod workspace;

use clap::{Parser, Subcommand};
use std::process::ExitCode;
use workspace::Workspace;

/// Run, test, tidy and measure Elshi.
///
/// Start with `cargo xtask run`: it builds what is missing and opens the demo. Before you commit: `cargo xtask test`.
#[derive(Parser)]
#[command(bin_name = "cargo xtask", version, max_term_width = 110)]
struct Cli {
    #[command(subcommand)]
    habit: Habit,
}

#[derive(Subcommand)]
enum Habit {
    /// Build what is missing and start the demo: two missions, one person per role, a simulated NCALayer
    ///
    /// Prints the addresses and the demo logins. Ctrl-C stops all of it; a second Ctrl-C ends it at once.
    /// Everything the demo writes is in target/demo: remove that folder to start afresh.
    Run,
    /// Everything a commit must pass, in the order of cost (this is what CI runs)
    ///
    /// Assets, format, house rules, clippy, all tests on SQLite and PostgreSQL, examples in the docs, journeys in Chromium.
    /// Installs missing Debian packages when it runs as root; otherwise it names them. Every step runs even when one failed.
    Test {
        /// Also the long runs (all fixtures, a thousand kills, long fuzzing); writes docs/full-test.md
        #[arg(long)]
        full: bool,
    },
    /// The house rules that clippy cannot see (docs: CONTRIBUTING.md)
    ///
    /// One rule is one file in xtask/src/tidy/, with a test that shows it failing.
    Tidy,
    /// Build styles, scripts, fonts and country names into assets/dist (nothing to do when nothing changed)
    Assets,
    /// Contact sheets of every page, at 360 and 1280 px, for a person to look at (target/screens/index.html)
    ///
    /// The tours that the gate walks take the pictures, about 100 a language and width, in place of their checks; a page that is not in
    /// tests/browser/every-page.mjs is on no sheet. Look for long words, crowded tables, odd gaps; then change assets/src or templates
    /// and run it again: `cargo xtask screens kk` takes one language only.
    Screens {
        /// One language; all three when left out
        #[arg(value_parser = screens::LANGUAGES)]
        lang: Option<String>,
    },
    /// Fuzz everything that reads a stranger's octets, and the verdict (docs/proof.md)
    ///
    /// Installs cargo-fuzz when it is missing, mints the seeds, runs one target after another and prints executions and coverage.
    /// A finding is kept in target/fuzz/artifacts and fails the command. All targets: the round is written into docs/fuzz-round.md.
    Fuzz {
        /// One target by name; all of them when left out
        target: Option<String>,
        /// How long each target runs
        #[arg(long, default_value_t = 60)]
        seconds: u64,
    },
    /// Measure the release build against its peers
    ///
    /// A figure whose peer is missing on this machine is printed as missing, not left out.
    Bench {
        /// One measurement by name, or the group `eds`; all of them when left out
        name: Option<String>,
        /// One JSON object a line: {"bench","unit","value","peer","peer_value","ratio"}
        #[arg(long)]
        json: bool,
    },
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let done = Workspace::find().and_then(|workspace| match cli.habit {
        Habit::Run => run::run(&workspace),
        Habit::Test { full } => test::test(&workspace, full),
        Habit::Tidy => tidy::tidy(&workspace),
        Habit::Assets => assets::assets(&workspace),
        Habit::Screens { lang } => screens::screens(&workspace, lang.as_deref()),
        Habit::Fuzz { target, seconds } => fuzz::fuzz(&workspace, target.as_deref(), seconds),
        Habit::Bench { name, json } => bench::bench(&workspace, name.as_deref(), json),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("xtask: {why}");
            ExitCode::FAILURE
        }
    }
}
