//! The binary `elshi`: the composition root. The only place that reads the clock, the environment, the operating system's
//! randomness and configuration files; it puts the rooms together and must never hold rules of its own.

mod admin;
mod compose;
mod demo;
mod edge;
mod eds;
mod institution;
mod journal;
mod owner;
mod picture;
mod post;
mod receivers;
mod registers;
mod resources;
mod serve;
mod time_authority;
mod trust;
mod trust_folder;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Elshi: the consular civil-registration desk of a country. First service: state registration of a death abroad.
///
/// Start a demonstration from a checkout with `cargo xtask run`; an installation starts with `elshi serve --help`.
#[derive(Debug, Parser)]
#[command(name = "elshi", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the portal and the desk, and do the worker's jobs.
    Serve(Box<serve::ServeArgs>),
    /// Look at the service definition and the registers.
    Registers(registers::RegistersArgs),
    /// Prove the journal.
    Journal(journal::JournalArgs),
    /// Add people of the desk.
    Admin(admin::AdminArgs),
    /// Fill a demonstration with synthetic cases.
    Demo(Box<demo::DemoArgs>),
    /// Digital signatures of the NCA of Kazakhstan.
    Eds(eds::EdsArgs),
    /// The trust list: whose certificates are trusted, and their revocation lists.
    Trust(trust::TrustArgs),
    /// Draw a page of a file: the server's own helper.
    #[command(hide = true)]
    Picture(picture::PictureArgs),
}

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return eds::usage_exit(&error),
    };
    let done = match cli.command {
        Command::Serve(args) => serve::run(*args),
        Command::Registers(args) => return registers::run(&args),
        Command::Journal(args) => return journal::run(args),
        Command::Admin(args) => admin::run(args),
        Command::Demo(args) => demo::run(*args),
        Command::Eds(args) => return eds::run(args, edge::clock()),
        Command::Trust(args) => return trust::run(&args, edge::clock(), edge::random()),
        Command::Picture(args) => return picture::run(&args),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("elshi: {why}");
            ExitCode::FAILURE
        }
    }
}
