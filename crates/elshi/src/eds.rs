//! `elshi eds ..`: signatures checked from the command line, without the server.
//! Here because an auditor, an officer's lawyer or a script must be able to repeat the portal's verdict on a file.
//! It must never reach the network where trust.toml names no address or --offline is said, write a file, or print a verdict that the library did not give.

use std::process::ExitCode;

use clap::{Args, Subcommand};

mod args;
mod load;
mod online;
mod report;
mod verify;

pub use args::VerifyArgs;

/// Every signature is valid.
pub const EXIT_VALID: u8 = 0;
/// At least one signature is invalid.
pub const EXIT_INVALID: u8 = 1;
/// None is invalid, at least one is indeterminate.
pub const EXIT_INDETERMINATE: u8 = 2;
/// The command line is wrong (sysexits EX_USAGE).
pub const EXIT_USAGE: u8 = 64;
/// A file cannot be read (sysexits EX_NOINPUT).
pub const EXIT_NO_INPUT: u8 = 66;

/// Arguments of `elshi eds`.
#[derive(Debug, Args)]
pub struct EdsArgs {
    #[command(subcommand)]
    pub command: EdsCommand,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum EdsCommand {
    /// Check who signed a file, and whether the signature holds
    Verify(Box<VerifyArgs>),
}

/// Runs the command. `now` is the time of verification unless `--at` says another.
pub fn run(args: EdsArgs, now: jiff::Timestamp) -> ExitCode {
    match args.command {
        EdsCommand::Verify(args) => ExitCode::from(verify::run(&args, now)),
    }
}

/// What a command line that clap refused exits with: 0 where help or the version was asked for, else 64.
pub fn usage_exit(error: &clap::Error) -> ExitCode {
    // Nothing better can be done where even stderr is closed.
    let _ = error.print();
    if error.use_stderr() { ExitCode::from(EXIT_USAGE) } else { ExitCode::SUCCESS }
}
