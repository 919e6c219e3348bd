//! `elshi journal`: an auditor's proof that nothing was changed, added or cut off.

use crate::compose::{self, PlaceArgs};
use clap::{Args, Subcommand};
use std::process::ExitCode;

/// Prove the journal.
#[derive(Args, Debug)]
pub struct JournalArgs {
    #[command(subcommand)]
    command: JournalCommand,
}

#[derive(Debug, Subcommand)]
enum JournalCommand {
    /// Recompute every hash and name the first broken entry.
    ///
    /// Keep the head that this prints somewhere else; give it to the next verification as --expect, so that a cut tail is
    /// seen. Exit code: 0 the journal is whole, 1 it is not, 3 it cannot be read.
    Verify {
        #[command(flatten)]
        place: PlaceArgs,
        /// A head printed earlier: it must still be in the journal.
        #[arg(long, value_name = "HEAD")]
        expect: Option<String>,
    },
}

/// The journal cannot be read at all.
const EXIT_UNREADABLE: u8 = 3;

/// Runs the command.
pub fn run(args: JournalArgs) -> ExitCode {
    let JournalCommand::Verify { place, expect } = args.command;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let report = runtime.map_err(|error| error.to_string()).and_then(|runtime| {
        runtime.block_on(async {
            if place.database.is_none() && !place.data.join("elshi.db").exists() {
                return Err(format!("{}: no database here; name the data folder with --data", place.data.display()));
            }
            let store = compose::store(&place).await?;
            store::journal::verify(&store, expect.as_deref()).await.map_err(|error| error.to_string())
        })
    });
    match report {
        Ok(report) => tell(&report),
        Err(why) => {
            eprintln!("elshi: {why}");
            ExitCode::from(EXIT_UNREADABLE)
        }
    }
}

fn tell(report: &store::journal::Report) -> ExitCode {
    println!(
        "entries {}  chains {}  seals {}  waiting for a seal {}",
        report.entries, report.chains, report.seals, report.unsealed
    );
    println!("head {}", report.head.as_deref().unwrap_or("none yet"));
    match &report.fault {
        None => {
            println!("the journal is whole");
            ExitCode::SUCCESS
        }
        Some(fault) => {
            println!("BROKEN: {fault}");
            ExitCode::FAILURE
        }
    }
}
