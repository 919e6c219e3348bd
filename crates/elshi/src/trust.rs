//! `elshi trust ..`: the trust list as an administrator keeps it.
//! Here because whom to trust is the one decision no program may take. It must never take in a root that is not pinned by its
//! fingerprint, and prints every fingerprint it takes in.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand};
use jiff::Timestamp;

mod add;
mod check;
mod fetch;
mod list;
pub mod refresh;
pub mod settings;
pub mod shelf;

pub use settings::Register;

/// All is well.
const EXIT_DONE: u8 = 0;
/// Nothing could be done, or nobody can be trusted with this folder.
const EXIT_FAILED: u8 = 1;
/// A part could be done, or something needs attention.
const EXIT_PARTLY: u8 = 2;
/// The command line is wrong (sysexits EX_USAGE).
const EXIT_USAGE: u8 = 64;
/// The folder or a file cannot be read (sysexits EX_NOINPUT).
const EXIT_NO_INPUT: u8 = 66;

const EXAMPLES: &str = "\
Examples:
  Begin an installation: certificates pinned by their fingerprints, then the revocation lists:
    elshi trust fetch --trust /var/lib/elshi/trust --register production

  What is trusted, and until when:
    elshi trust list --trust /var/lib/elshi/trust

  Take in a root whose fingerprint you compared with the one its owner publishes:
    elshi trust add root.cer --sha256 af77725f...9dca --trust /var/lib/elshi/trust

  Watch it from a monitor, addresses included:
    elshi trust check --online --trust /var/lib/elshi/trust || mail -s 'trust list' admin@example.org

Exit codes:
  0   all is well: everything was fetched, added, or found in order
  1   fetch: nothing could be fetched; add: refused; check: nobody can be trusted with this folder
  2   fetch: a part could be fetched, the rest stays as it was; check: something needs attention
  64  the command line is wrong
  66  the folder or a file cannot be read";

/// Arguments of `elshi trust`.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub struct TrustArgs {
    #[command(subcommand)]
    command: TrustCommand,
}

#[derive(Debug, Subcommand)]
enum TrustCommand {
    /// Show the certificates and the revocation lists.
    #[command(after_help = EXAMPLES)]
    List {
        #[command(flatten)]
        place: Place,
        /// One JSON object.
        #[arg(long)]
        json: bool,
    },
    /// Take in a certificate of an authority. A root is taken in only if its fingerprint is known or given.
    #[command(after_help = EXAMPLES)]
    Add {
        #[command(flatten)]
        place: Place,
        /// Certificate in DER, PEM or base64.
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// SHA-256 of the certificate, as its owner publishes it.
        #[arg(long, value_name = "HEX", value_parser = hexadecimal)]
        sha256: Option<String>,
    },
    /// Fetch certificates and revocation lists from the addresses of trust.toml, or of a register that is built in.
    #[command(after_help = EXAMPLES)]
    Fetch {
        #[command(flatten)]
        place: Place,
        /// Addresses and fingerprints of the NCA that are built in; a new folder is made with them.
        #[arg(long, value_enum)]
        register: Option<Register>,
    },
    /// Is everything there, authentic and in time?
    #[command(after_help = EXAMPLES)]
    Check {
        #[command(flatten)]
        place: Place,
        /// Also ask at every address whether it answers.
        #[arg(long)]
        online: bool,
    },
}

/// Which folder.
#[derive(Args, Debug)]
struct Place {
    /// Trust list: a folder with trust.toml, certificates and crl/. Default: `trust` in the data folder.
    #[arg(long, env = "ELSHI_TRUST", value_name = "DIR")]
    trust: Option<PathBuf>,
    /// The data folder.
    #[arg(long, env = "ELSHI_DATA", value_name = "DIR", default_value = "elshi-data")]
    data: PathBuf,
}

impl Place {
    fn folder(&self) -> PathBuf {
        self.trust.clone().unwrap_or_else(|| self.data.join("trust"))
    }
}

/// Runs the command. The moment and the randomness are the binary's.
pub fn run(args: &TrustArgs, now: Timestamp, random: Result<[u8; 32], String>) -> ExitCode {
    let done = match &args.command {
        TrustCommand::List { place, json } => list::run(&place.folder(), *json, now),
        TrustCommand::Add { place, file, sha256 } => add::run(&place.folder(), file, sha256.as_deref()),
        TrustCommand::Fetch { place, register } => {
            random.map_err(failed).and_then(|seed| fetch::run(&place.folder(), *register, now, seed))
        }
        TrustCommand::Check { place, online } => {
            random.map_err(failed).and_then(|seed| check::run(&place.folder(), *online, now, seed))
        }
    };
    match done {
        Ok(code) => ExitCode::from(code),
        Err(Failed { code, why }) => {
            eprintln!("elshi: {why}");
            ExitCode::from(code)
        }
    }
}

/// Why a command ended before its end.
struct Failed {
    code: u8,
    why: String,
}

fn failed(why: String) -> Failed {
    Failed { code: EXIT_FAILED, why }
}

fn no_input(why: String) -> Failed {
    Failed { code: EXIT_NO_INPUT, why }
}

fn usage(why: String) -> Failed {
    Failed { code: EXIT_USAGE, why }
}

fn hexadecimal(text: &str) -> Result<String, String> {
    let plain: String = text.chars().filter(|letter| !matches!(letter, ':' | ' ')).collect::<String>().to_lowercase();
    match hex::decode(&plain) {
        Ok(octets) if octets.len() == 32 => Ok(plain),
        _ => Err("not the 64 hexadecimal digits of a SHA-256".to_owned()),
    }
}

/// Waits for the network in a command.
fn block_on<T>(work: impl Future<Output = T>) -> Result<T, Failed> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    Ok(runtime.map_err(|error| failed(format!("runtime: {error}")))?.block_on(work))
}

/// A seed for what guards nothing: the spread of waits.
pub fn seed(random: &[u8; 32]) -> u64 {
    random.iter().take(8).fold(0, |seed, octet| (seed << 8) | u64::from(*octet))
}

/// Standard output may be closed by the reader (`| head`); that is no error of the list.
fn print(text: &str) {
    use std::io::Write;
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{text}").and_then(|()| out.flush());
}
