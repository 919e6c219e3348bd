//! `elshi eds verify`: loads once, verifies each file, reports, and sums up in the exit code.
//! Here because the exit code is a contract with scripts. It must never let one unreadable file hide the others.

use std::io::IsTerminal;
use std::path::Path;

use eds::{Evidence, Outcome, Policy, TrustList, Verdict};
use jiff::Timestamp;

use crate::edge;

use super::args::VerifyArgs;
use super::load::{self, Unreadable};
use super::online::Online;
use super::output::print;
use super::report;
use super::{EXIT_INDETERMINATE, EXIT_INVALID, EXIT_NO_INPUT, EXIT_USAGE, EXIT_VALID};

/// Everything read once for all files.
struct Desk {
    content: Option<Vec<u8>>,
    trust: TrustList,
    evidence: Evidence,
    policy: Policy,
    at: Timestamp,
    /// The NCA, where it may be asked.
    online: Option<Online>,
}

impl Desk {
    fn verdict(&self, input: &[u8]) -> Verdict {
        eds::verify(input, self.content.as_deref(), &self.trust, &self.evidence, &self.policy, self.at)
    }
}

/// Exit code of the command.
pub fn run(args: &VerifyArgs, now: Timestamp) -> u8 {
    if let Some(contradiction) = args.contradiction() {
        eprintln!("error: {contradiction}\n\nFor more information, try '--help'.");
        return EXIT_USAGE;
    }
    let mut desk = match load_desk(args, now) {
        Ok(desk) => desk,
        Err(error) => {
            eprintln!("elshi: {error}");
            return EXIT_NO_INPUT;
        }
    };
    let mut sum = Outcome::Valid;
    let mut unreadable = false;
    for (position, path) in args.files.iter().enumerate() {
        progress(args, position, path);
        match load::file(path) {
            Ok(input) => sum = sum.and(judge(args, path, &input, &mut desk)),
            Err(error) => {
                unreadable = true;
                report_unreadable(args, &error);
            }
        }
    }
    match (unreadable, sum) {
        (true, _) => EXIT_NO_INPUT,
        (false, Outcome::Invalid) => EXIT_INVALID,
        (false, Outcome::Indeterminate) => EXIT_INDETERMINATE,
        (false, Outcome::Valid) => EXIT_VALID,
    }
}

fn load_desk(args: &VerifyArgs, now: Timestamp) -> Result<Desk, Unreadable> {
    Ok(Desk {
        content: args.content.as_deref().map(load::file).transpose()?,
        trust: load::trust(args.trust.as_deref())?,
        evidence: load::evidence(args)?,
        policy: args.policy.policy(),
        at: args.at.unwrap_or(now),
        online: args.trust.as_deref().filter(|_| !args.offline).and_then(|folder| Online::open(folder, edge::random())),
    })
}

fn judge(args: &VerifyArgs, path: &Path, input: &[u8], desk: &mut Desk) -> Outcome {
    let mut verdict = desk.verdict(input);
    if verdict.outcome == Outcome::Indeterminate
        && let Some(online) = &mut desk.online
        && online.complete(&verdict, &desk.trust, &mut desk.evidence, desk.at)
    {
        verdict = desk.verdict(input);
    }
    let lang = args.lang.lang();
    print(&match args.json {
        true => report::json(path, &verdict, lang),
        false => report::human(path, &verdict, lang),
    });
    verdict.outcome
}

fn report_unreadable(args: &VerifyArgs, error: &Unreadable) {
    eprintln!("elshi: {error}");
    if args.json {
        print(&report::json_unreadable(&error.path, &error.reason));
    }
}

fn progress(args: &VerifyArgs, position: usize, path: &Path) {
    if args.files.len() > 1 && args.json && std::io::stderr().is_terminal() {
        eprintln!("elshi: {}/{} {}", position + 1, args.files.len(), path.display());
    }
}
