//! The eleven checks that a machine makes of a case (UX.md 3.3), from what is known of it: each with its outcome, what it found and of when it
//! is. They run the rules that the form and the documents have; no rule stands here a second time.
//!
//! Must never decide: a check advises, an official decides (Digital Code, the article before 44, point 4). Must never say "pass" of what it
//! could not look at, nor of a row of the registers that nobody has confirmed.

mod alike;
mod attorney;
mod consent;
mod dates;
mod files;
mod iin;
mod mission;
mod papers;
mod proof;
mod translation;
mod words;

pub use alike::Alike;
pub use files::FilesOf;
pub use proof::{Found, Proof, Proven};
pub use words::sentence;

use crate::catalogue::Catalogue;
use crate::texts::Value;
use crate::{KnownApplicant, ParseContext};
use domain::country::CountryCode;
use domain::documents::legalization::LegalizationNeed;
use domain::documents::{Certification, DocumentKind};
use domain::ids::MissionId;
use domain::iin::IinRules;
use domain::request::Request;
use jiff::Timestamp;
use jiff::civil::Date;

/// Which check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CheckKind {
    /// The EDS, its certificate and its revocation.
    Signature,
    /// The one-time password in place of an EDS.
    Code,
    /// The IIN of both persons.
    Iin,
    /// Other cases of the same death.
    Alike,
    /// Dates against each other.
    Dates,
    /// The consular district covers the address.
    Mission,
    /// Apostille or legalization.
    Papers,
    /// Translation into Kazakh or Russian.
    Translation,
    /// The power of attorney of a representative.
    Attorney,
    /// The version of the consent.
    Consent,
    /// Files can be opened and are free of viruses.
    Files,
}

impl CheckKind {
    /// Every check, in the order of its number.
    pub const ALL: [CheckKind; 11] = [
        CheckKind::Signature,
        CheckKind::Code,
        CheckKind::Iin,
        CheckKind::Alike,
        CheckKind::Dates,
        CheckKind::Mission,
        CheckKind::Papers,
        CheckKind::Translation,
        CheckKind::Attorney,
        CheckKind::Consent,
        CheckKind::Files,
    ];

    /// Stable name in locales (`checks-name-…`, `machine-…`).
    pub fn as_str(self) -> &'static str {
        match self {
            CheckKind::Signature => "signature",
            CheckKind::Code => "code",
            CheckKind::Iin => "iin",
            CheckKind::Alike => "alike",
            CheckKind::Dates => "dates",
            CheckKind::Mission => "mission",
            CheckKind::Papers => "papers",
            CheckKind::Translation => "translation",
            CheckKind::Attorney => "attorney",
            CheckKind::Consent => "consent",
            CheckKind::Files => "files",
        }
    }
}

/// What came out; the gravest of the details is that of the check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Nothing to look at, or nothing to look with.
    NotRun,
    /// Nothing was found.
    Pass,
    /// A person must look: the machine cannot tell.
    Attention,
    /// A rule is not met.
    Fail,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Outcome; 4] = [Outcome::NotRun, Outcome::Pass, Outcome::Attention, Outcome::Fail];

    /// Stable name in locales (`checks-outcome-…`).
    pub fn as_str(self) -> &'static str {
        match self {
            Outcome::NotRun => "not-run",
            Outcome::Pass => "pass",
            Outcome::Attention => "attention",
            Outcome::Fail => "fail",
        }
    }
}

/// What a detail is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The case.
    Case,
    /// An addendum, by its number.
    Addendum(u32),
    /// The applicant.
    Applicant,
    /// The person who died.
    Deceased,
    /// An answer, by the name of its field.
    Field(String),
    /// An enclosed document.
    Document(DocumentKind),
}

/// An argument of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// As any text has it.
    Value(Value),
    /// A country, by its name.
    Country(CountryCode),
    /// A mission, by its name.
    Mission(MissionId),
    /// What the law asks of a paper of this country.
    Need(CountryCode, LegalizationNeed),
    /// What the applicant says is on a paper.
    Stated(Certification),
}

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detail {
    /// Of what.
    pub subject: Subject,
    /// What it means for the check.
    pub outcome: Outcome,
    /// Stable code; its sentence is `checks-<code>`.
    pub code: &'static str,
    /// Arguments of the sentence.
    pub args: Vec<(&'static str, Arg)>,
}

impl Detail {
    fn new(subject: Subject, outcome: Outcome, code: &'static str) -> Detail {
        Detail { subject, outcome, code, args: vec![] }
    }

    fn with(mut self, name: &'static str, arg: Arg) -> Detail {
        self.args.push((name, arg));
        self
    }
}

/// A check that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Which.
    pub kind: CheckKind,
    /// What came out.
    pub outcome: Outcome,
    /// What was found.
    pub details: Vec<Detail>,
    /// Of when it is: the signature and the scanner speak of when they looked, everything else of now.
    pub at: Timestamp,
}

/// What is known of a case.
#[derive(Clone, Copy, Debug)]
pub struct Known<'k> {
    /// The registers in force.
    pub catalogue: &'k Catalogue,
    /// The request as it stands.
    pub request: &'k Request,
    /// The mission that decides.
    pub mission: &'k MissionId,
    /// The day of registration: papers are presented on it.
    pub presented_on: Date,
    /// How the request and its addenda were confirmed.
    pub proofs: &'k [Proven],
    /// What the scanner said of the files.
    pub files: &'k [FilesOf],
    /// Cases that look like the same death; `None` for who is not told of them.
    pub alike: Option<Alike>,
    /// The version that was agreed to, if it served here; else the newest.
    pub consent: &'k str,
    /// Which IINs are accepted.
    pub rules: IinRules,
    /// Now.
    pub now: Timestamp,
}

impl Known<'_> {
    fn context(&self) -> ParseContext {
        let applicant = &self.request.applicant;
        ParseContext {
            now: self.now,
            applicant: KnownApplicant {
                name: applicant.name.clone(),
                iin: applicant.iin.clone(),
                proven: applicant.iin_proven,
            },
            language: self.request.language,
            mission: self.request.mission.clone(),
            mission_basis: self.request.mission_basis,
            rules: self.rules,
        }
    }
}

/// All checks of a case, in the order of their numbers.
pub fn checks(known: &Known<'_>) -> Vec<Check> {
    CheckKind::ALL.into_iter().map(|kind| check(kind, known)).collect()
}

fn check(kind: CheckKind, known: &Known<'_>) -> Check {
    let (details, at) = match kind {
        CheckKind::Signature => proof::signature(known),
        CheckKind::Code => proof::code(known),
        CheckKind::Iin => (iin::details(known), None),
        CheckKind::Alike => (alike::details(known), None),
        CheckKind::Dates => (dates::details(known), None),
        CheckKind::Mission => (mission::details(known), None),
        CheckKind::Papers => (papers::details(known), None),
        CheckKind::Translation => (translation::details(known), None),
        CheckKind::Attorney => (attorney::details(known), None),
        CheckKind::Consent => (consent::details(known), None),
        CheckKind::Files => files::details(known),
    };
    let outcome = details.iter().map(|detail| detail.outcome).max().unwrap_or(Outcome::NotRun);
    Check { kind, outcome, details, at: at.unwrap_or(known.now) }
}
