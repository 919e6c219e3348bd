//! The command line of `elshi eds verify`: exactly the contract of the signature issue, part 6.
//! Here apart so that the help text can be read and tested alone. It must never read a file.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use eds::{Lang, Policy};

const EXAMPLES: &str = "\
Examples:
  A signature with the document inside, against the authorities in a folder and their revocation list:
    elshi eds verify application.cms --trust trust/ --crl nca_gost_2022.crl

  A signature beside its document, as a certain service would judge it:
    elshi eds verify application.pdf.cms --content application.pdf --trust trust/ --policy applicant

  Many files for a script, one JSON object a line, as of an instant in the past:
    elshi eds verify *.cms --trust trust/ --crl nca.crl --at 2026-11-22T14:00:00Z --json

  From another program:
    fetch-it | elshi eds verify - --trust trust/

Exit codes:
  0   every signature is valid
  1   a signature is invalid: broken, revoked, or not admitted by the policy
  2   none is invalid, but something is missing or cannot be proven
  64  the command line is wrong
  66  a file cannot be read (the others are still verified)

A file is told by its content: CMS (DER, BER, PEM or bare base64) or signed XML. DIR holds roots and issuing
certificates under any name; self-signed ones are anchors. Revocation lists in DIR/crl are used too. Where DIR/trust.toml
names addresses (ocsp, [[crl]]) and the verdict lacks revocation data, it is asked for there, for a few seconds at most;
without such addresses, or with --offline, no network is used.";

/// Arguments of `elshi eds verify`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct VerifyArgs {
    /// Signed files; "-" reads standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The document, where it is not inside FILE (one FILE only)
    #[arg(long, value_name = "FILE")]
    pub content: Option<PathBuf>,
    /// Folder of trusted roots and issuing certificates, with revocation lists in crl/
    #[arg(long, value_name = "DIR")]
    pub trust: Option<PathBuf>,
    /// A certificate of a signer or issuer that is not in FILE; it creates no trust
    #[arg(long = "cert", value_name = "FILE")]
    pub certificates: Vec<PathBuf>,
    /// A revocation list (base or delta)
    #[arg(long = "crl", value_name = "FILE")]
    pub crls: Vec<PathBuf>,
    /// An OCSP response
    #[arg(long = "ocsp", value_name = "FILE")]
    pub ocsp: Vec<PathBuf>,
    /// Time of verification, RFC 3339 (default: now)
    #[arg(long, value_name = "RFC3339")]
    pub at: Option<jiff::Timestamp>,
    /// Whose rules to judge by
    #[arg(long, value_enum, default_value = "any")]
    pub policy: PolicyName,
    /// Use no network
    #[arg(long)]
    pub offline: bool,
    /// One JSON object a file and line
    #[arg(long)]
    pub json: bool,
    /// Language of the sentences
    #[arg(long, value_enum, default_value = "en")]
    pub lang: LangName,
}

/// Policies by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PolicyName {
    Any,
    Applicant,
    Login,
    Officer,
}

impl PolicyName {
    pub fn policy(self) -> Policy {
        match self {
            Self::Any => Policy::any(),
            Self::Applicant => Policy::applicant(),
            Self::Login => Policy::login(),
            Self::Officer => Policy::officer(),
        }
    }
}

/// Languages by code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LangName {
    Kk,
    Ru,
    En,
}

impl LangName {
    pub fn lang(self) -> Lang {
        match self {
            Self::Kk => Lang::Kk,
            Self::Ru => Lang::Ru,
            Self::En => Lang::En,
        }
    }
}

impl VerifyArgs {
    /// What clap cannot see: the sentence to refuse the command line with.
    pub fn contradiction(&self) -> Option<&'static str> {
        let stdin = |path: &&PathBuf| path.as_os_str() == "-";
        let readers = self.files.iter().chain(&self.content).filter(stdin).count();
        if self.content.is_some() && self.files.len() > 1 {
            Some("--content is the document of one FILE; give one FILE")
        } else if readers > 1 {
            Some("standard input can be read once; give \"-\" once")
        } else {
            None
        }
    }
}
