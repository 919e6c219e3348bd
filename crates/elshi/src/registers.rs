//! `elshi registers`: what the registers know, and how certain it is.

use crate::compose;
use crate::trust::settings::{Register, Settings};
use clap::{Args, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// Look at the service definition and the registers.
#[derive(Args, Debug)]
pub struct RegistersArgs {
    #[command(subcommand)]
    command: RegistersCommand,
}

#[derive(Debug, Subcommand)]
enum RegistersCommand {
    /// Check every file and list what nobody has verified yet: file, line, fact, why.
    ///
    /// Exit code: 0 the files are sound for this year (unverified facts are listed, not refused), 1 they are not.
    Check {
        /// Folder with `services/` and `registers/` instead of the built-in ones.
        #[arg(long, env = "ELSHI_SERVICES", value_name = "DIR")]
        services: Option<PathBuf>,
        /// Only the number of unverified facts of each file.
        #[arg(long)]
        summary: bool,
    },
}

/// Runs the command.
pub fn run(args: &RegistersArgs) -> ExitCode {
    let RegistersCommand::Check { services, summary } = &args.command;
    let catalogue = match compose::catalogue(services.as_deref()) {
        Ok(catalogue) => catalogue,
        Err(why) => {
            eprintln!("elshi: {why}");
            return ExitCode::FAILURE;
        }
    };
    let facts = catalogue.unverified();
    let mut counts = std::collections::BTreeMap::<&str, usize>::new();
    for fact in facts.iter() {
        *counts.entry(fact.file.as_str()).or_default() += 1;
        if !summary {
            println!("{}:{}: {}: {}", fact.file, fact.line, fact.what, fact.why);
        }
    }
    for register in Register::ALL {
        let settings = match Settings::register(register) {
            Ok(settings) => settings,
            Err(why) => {
                eprintln!("elshi: {why}");
                return ExitCode::FAILURE;
            }
        };
        for (what, source) in settings.unverified() {
            *counts.entry(register.file()).or_default() += 1;
            if !summary {
                println!("{}: {what}: {source}", register.file());
            }
        }
    }
    let in_all: usize = counts.values().sum();
    for (file, count) in counts {
        println!("{file}: {count} not verified");
    }
    println!("{in_all} facts are not verified; pages never present them as certain");
    let year = crate::edge::clock().to_zoned(jiff::tz::TimeZone::UTC).year();
    for problem in catalogue.check(year..=year + 1) {
        println!("lacking: {problem}");
    }
    if catalogue.check(year..=year).is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
