//! `elshi eds ..`: signatures checked, read and made from the command line, without the server.
//! Here because an auditor, an officer's lawyer or a script must be able to repeat the portal's verdict on a file.
//! It must never reach the network where trust.toml names no address or --offline is said, overwrite a file unasked, or
//! print a verdict that the library did not give.

use std::process::ExitCode;

use clap::{Args, Subcommand};

mod args;
mod extract;
mod info;
mod load;
mod online;
mod output;
mod password;
mod report;
mod sentence;
mod sign;
mod timestamp;
mod tool_args;
mod verify;

pub use args::VerifyArgs;
pub use tool_args::{ExtractArgs, InfoArgs, SignArgs, TimestampArgs};

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
    /// Say what a file is and what it says
    Info(InfoArgs),
    /// Take the document out of a signature
    Extract(ExtractArgs),
    /// Sign a file with a key of a keystore
    Sign(Box<SignArgs>),
    /// Ask for a timestamp of a signature, and put it in
    Timestamp(TimestampArgs),
}

/// Why a tool did not do what it was asked.
#[derive(Debug)]
enum Failed {
    /// The command line does not add up.
    Usage(String),
    Unreadable(load::Unreadable),
    /// What was given does not allow it.
    Refused(String),
}

impl From<load::Unreadable> for Failed {
    fn from(unreadable: load::Unreadable) -> Self {
        Self::Unreadable(unreadable)
    }
}

/// Runs the command. `now` is the time of verification unless `--at` says another.
pub fn run(args: EdsArgs, now: jiff::Timestamp) -> ExitCode {
    match args.command {
        EdsCommand::Verify(args) => ExitCode::from(verify::run(&args, now)),
        EdsCommand::Info(args) => exit(info::run(&args, now)),
        EdsCommand::Extract(args) => exit(extract::run(&args).map(|()| EXIT_VALID)),
        EdsCommand::Sign(args) => exit(sign::run(&args, now).map(|()| EXIT_VALID)),
        EdsCommand::Timestamp(args) => exit(timestamp::run(&args).map(|()| EXIT_VALID)),
    }
}

fn exit(done: Result<u8, Failed>) -> ExitCode {
    let (code, why) = match done {
        Ok(code) => return ExitCode::from(code),
        Err(Failed::Usage(why)) => (EXIT_USAGE, format!("{why}; see --help")),
        Err(Failed::Unreadable(unreadable)) => (EXIT_NO_INPUT, unreadable.to_string()),
        Err(Failed::Refused(why)) => (EXIT_INVALID, why),
    };
    output::say(&why);
    ExitCode::from(code)
}

/// What a command line that clap refused exits with: 0 where help or the version was asked for, else 64.
pub fn usage_exit(error: &clap::Error) -> ExitCode {
    // Nothing better can be done where even stderr is closed.
    let _ = error.print();
    if error.use_stderr() { ExitCode::from(EXIT_USAGE) } else { ExitCode::SUCCESS }
}
