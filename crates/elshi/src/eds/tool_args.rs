//! The command lines of `elshi eds info`, `extract`, `sign` and `timestamp`.
//! Here apart so that the help texts can be read and tested alone. It must never read a file.

use std::path::{Path, PathBuf};

use clap::Args;

use super::args::LangName;

const INFO: &str = "\
Examples:
  What a certificate says:
    elshi eds info person.cer

  What is in a keystore (the password is never an argument):
    elshi eds info GOSTKNCA.p12 --password-file password.txt

  Many files for a script, one JSON object a line:
    elshi eds info *.cms *.crl --json

Exit codes:
  0   every file was told
  1   a file is of no known kind, or the password is missing or wrong
  64  the command line is wrong
  66  a file cannot be read (the others are still told)

A file is told by its content: certificates, CMS, signed XML, revocation lists, OCSP responses, timestamps with
their requests and responses, keystores (PKCS#12); DER, BER, PEM or base64. Without --password-file the password is taken
from ELSHI_EDS_PASSWORD. Reading proves nothing: whether a signature holds is said by `elshi eds verify`.";

const EXTRACT: &str = "\
Examples:
  The document out of a signature that holds it:
    elshi eds extract application.cms --out application.pdf

  To another program:
    elshi eds extract application.cms | sha256sum

Exit codes:
  0   the document is written
  1   there is no document inside, FILE is no CMS, or nothing can be written
  64  the command line is wrong
  66  FILE cannot be read

The signature is not checked: that is `elshi eds verify`.";

const SIGN: &str = "\
Examples:
  A signature with the document inside, written to application.pdf.cms:
    elshi eds sign application.pdf --key GOSTKNCA.p12 --password-file password.txt

  A signature beside the document, in the armour of NCALayer:
    elshi eds sign application.pdf --key GOSTKNCA.p12 --detached --pem --out application.pdf.cms

  One more signature in a file that others have signed:
    elshi eds sign application.pdf --key second.p12 --add-to application.pdf.cms --out both.cms

  An XML document:
    elshi eds sign order.xml --xml --key GOSTKNCA.p12 --out order.signed.xml

Exit codes:
  0   signed
  1   not signed: wrong password, no such key, a document that does not fit, or a result that cannot be written
  64  the command line is wrong
  66  a file cannot be read

The password stands in FILE or in the variable ELSHI_EDS_PASSWORD, never in an argument. Who signed is said on standard
error. Whether the certificate is valid is not asked: that is `elshi eds verify`.";

const TIMESTAMP: &str = "\
Examples:
  Ask a time-stamping authority and put its answer in:
    elshi eds timestamp application.cms --tsa http://tsp.pki.gov.kz --out stamped.cms

  Without a network, in two steps. First the request; send it to an authority as application/timestamp-query:
    elshi eds timestamp application.cms --request-out request.tsq
    curl --data-binary @request.tsq -H 'Content-Type: application/timestamp-query' http://tsp.pki.gov.kz -o answer.tsr

  Then the answer into the signature:
    elshi eds timestamp application.cms --response answer.tsr --out stamped.cms

Exit codes:
  0   written
  1   no such signer, FILE is no CMS, no answer or none to this request, or nothing can be written
  64  the command line is wrong
  66  a file cannot be read

The answer is compared with the signature; whether the authority is trusted is said by `elshi eds verify`.
No network is used without --tsa.";

/// Arguments of `elshi eds info`.
#[derive(Debug, Args)]
#[command(after_help = INFO)]
pub struct InfoArgs {
    /// Files; "-" reads standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// File with the password of keystores (default: the variable ELSHI_EDS_PASSWORD)
    #[arg(long, value_name = "FILE")]
    pub password_file: Option<PathBuf>,
    /// One JSON object a file and line
    #[arg(long)]
    pub json: bool,
    /// Language of the labels
    #[arg(long, value_enum, default_value = "en")]
    pub lang: LangName,
}

/// Arguments of `elshi eds extract`.
#[derive(Debug, Args)]
#[command(after_help = EXTRACT)]
pub struct ExtractArgs {
    /// The signed file; "-" reads standard input
    pub file: PathBuf,
    /// Where the document goes; "-" is standard output
    #[arg(long, value_name = "FILE", default_value = "-")]
    pub out: PathBuf,
    /// Replace a file that is there
    #[arg(long)]
    pub force: bool,
    /// Language of the sentences
    #[arg(long, value_enum, default_value = "en")]
    pub lang: LangName,
}

/// Arguments of `elshi eds sign`.
#[derive(Debug, Args)]
#[command(after_help = SIGN)]
pub struct SignArgs {
    /// The document; "-" reads standard input
    pub file: PathBuf,
    /// The keystore (PKCS#12)
    #[arg(long, value_name = "P12")]
    pub key: PathBuf,
    /// File with the password (default: the variable ELSHI_EDS_PASSWORD)
    #[arg(long, value_name = "FILE")]
    pub password_file: Option<PathBuf>,
    /// Which key, where the keystore holds several
    #[arg(long, value_name = "NAME")]
    pub alias: Option<String>,
    /// Leave the document outside the signature
    #[arg(long, conflicts_with_all = ["xml", "add_to"])]
    pub detached: bool,
    /// Sign an XML document; the signature goes into it
    #[arg(long, conflicts_with_all = ["add_to", "pem"])]
    pub xml: bool,
    /// Add the signature to this CMS, which keeps its form
    #[arg(long, value_name = "EXISTING")]
    pub add_to: Option<PathBuf>,
    /// Where the signature goes; "-" is standard output (default: FILE.cms, with --xml FILE.signed.xml)
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Write PEM
    #[arg(long)]
    pub pem: bool,
    /// The signing time that is stated, RFC 3339 (default: now)
    #[arg(long, value_name = "RFC3339", conflicts_with = "xml")]
    pub at: Option<jiff::Timestamp>,
    /// Replace a file that is there
    #[arg(long)]
    pub force: bool,
    /// Language of the sentences
    #[arg(long, value_enum, default_value = "en")]
    pub lang: LangName,
}

/// Arguments of `elshi eds timestamp`.
#[derive(Debug, Args)]
#[command(after_help = TIMESTAMP)]
#[command(group = clap::ArgGroup::new("step").required(true).args(["request_out", "response", "tsa"]))]
pub struct TimestampArgs {
    /// The signed file (CMS); "-" reads standard input
    pub file: PathBuf,
    /// Write the request for a timestamp here; "-" is standard output
    #[arg(long, value_name = "FILE", conflicts_with = "out")]
    pub request_out: Option<PathBuf>,
    /// Ask the authority at this address
    #[arg(long, value_name = "URL", requires = "out", conflicts_with_all = ["request_out", "response"])]
    pub tsa: Option<String>,
    /// The authority's answer
    #[arg(long, value_name = "FILE", requires = "out")]
    pub response: Option<PathBuf>,
    /// Where the signature with its timestamp goes; "-" is standard output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Which signature, counted from 1 in the order of the file
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..))]
    pub signer: u16,
    /// Replace a file that is there
    #[arg(long)]
    pub force: bool,
    /// Language of the sentences
    #[arg(long, value_enum, default_value = "en")]
    pub lang: LangName,
}

/// What clap cannot see: more than one reader of standard input.
pub fn reads_twice<'a>(paths: impl IntoIterator<Item = &'a Path>) -> bool {
    paths.into_iter().filter(|path| path.as_os_str() == "-").count() > 1
}

impl SignArgs {
    /// The file to write.
    pub fn destination(&self) -> PathBuf {
        match &self.out {
            Some(out) => out.clone(),
            None if self.file.as_os_str() == "-" => self.file.clone(),
            None => {
                let mut name = self.file.clone().into_os_string();
                name.push(if self.xml { ".signed.xml" } else { ".cms" });
                name.into()
            }
        }
    }
}
