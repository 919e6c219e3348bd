//! The NCA's addresses: certificates, revocation lists, OCSP, timestamps. A trait, the real one over HTTP, a local one.
//! Here so that every caller gets the same limits, patience and three kinds of answer. It must never turn silence or a refusal into
//! an answer, follow an address out of a certificate, or judge what it brings: that is `eds`.

mod crl_file;
mod http;
mod local;
mod ocsp_cache;
mod patience;

pub use crl_file::{CrlRefused, Fetched, check, fetch_crl, file_name, replace};
pub use http::HttpNca;
pub use local::LocalNca;
pub use ocsp_cache::OcspCache;
pub use patience::Patience;

use futures_util::future::BoxFuture;

/// Octets of a certificate file.
pub const CERTIFICATE_BYTES_MAX: usize = 64 * 1024;
/// Octets of a revocation list: a million entries of the NCA's form are 54 MB.
pub const CRL_BYTES_MAX: usize = 64 * 1024 * 1024;
/// Octets of an OCSP response.
pub const OCSP_BYTES_MAX: usize = eds::ocsp::RESPONSE_BYTES_MAX;
/// Octets of a timestamp response.
pub const TIMESTAMP_BYTES_MAX: usize = eds::timestamp::RESPONSE_BYTES_MAX;

/// What is asked at an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    Certificate,
    Crl,
    /// An OCSPRequest in DER.
    Ocsp(Vec<u8>),
    /// A TimeStampReq in DER.
    Timestamp(Vec<u8>),
}

impl Question {
    /// Octets of an answer; more is refused.
    #[must_use]
    pub fn bytes_max(&self) -> usize {
        match self {
            Self::Certificate => CERTIFICATE_BYTES_MAX,
            Self::Crl => CRL_BYTES_MAX,
            Self::Ocsp(_) => OCSP_BYTES_MAX,
            Self::Timestamp(_) => TIMESTAMP_BYTES_MAX,
        }
    }

    /// Media type and octets of what is posted; `None` is a GET. RFC 6960 A.1, RFC 3161 3.4.
    fn posted(&self) -> Option<(&'static str, &[u8])> {
        match self {
            Self::Certificate | Self::Crl => None,
            Self::Ocsp(request) => Some(("application/ocsp-request", request)),
            Self::Timestamp(request) => Some(("application/timestamp-query", request)),
        }
    }

    /// The octets are at least of the kind that was asked for; what they say is for `eds` to judge.
    fn admits(&self, octets: &[u8]) -> Result<(), Refusal> {
        let begin = octets.trim_ascii_start();
        match (self, octets.first()) {
            (_, None) => Err(Refusal::Empty),
            _ if begin.starts_with(b"<") => Err(Refusal::Content("a page".to_owned())),
            (Self::Ocsp(_) | Self::Timestamp(_), Some(first)) if *first != eds::der::SEQUENCE => {
                Err(Refusal::Content("no DER".to_owned()))
            }
            _ => Ok(()),
        }
    }
}

/// What came back. There is no fourth kind, and only the first carries anything to judge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    Got(Vec<u8>),
    /// Somebody answered, but not with this.
    Refused(Refusal),
    /// Nobody answered whole and in time. It says nothing of what was asked about.
    Unreachable(Unreachable),
}

impl Answer {
    /// Asking again soon may bring another answer.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        match self {
            Self::Got(_) => false,
            Self::Refused(refusal) => matches!(refusal, Refusal::Status(429 | 500 | 502 | 503 | 504)),
            Self::Unreachable(why) => !matches!(why, Unreachable::Tls(_)),
        }
    }

    /// The octets, or one sentence why there are none.
    pub fn got(self) -> Result<Vec<u8>, String> {
        match self {
            Self::Got(octets) => Ok(octets),
            Self::Refused(refusal) => Err(refusal.to_string()),
            Self::Unreachable(why) => Err(why.to_string()),
        }
    }
}

/// Why an answer is not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("the server answered {0}{meaning}", meaning = status_means(*.0))]
    Status(u16),
    #[error("the answer is larger than {0} bytes")]
    TooLarge(usize),
    #[error("the answer is empty")]
    Empty,
    #[error("the answer is not what was asked for ({0})")]
    Content(String),
    #[error("the server sends on to {0}, which is not followed")]
    Redirect(String),
    #[error("the address cannot be used: {0}")]
    Address(String),
}

fn status_means(status: u16) -> &'static str {
    match status {
        401 | 403 => " (it does not serve this computer: ask the NCA whether your network address is admitted)",
        404 | 410 => " (nothing is at this address any more)",
        429 => " (asked too often)",
        500..=599 => " (it has a fault of its own)",
        _ => "",
    }
}

/// Why nobody answered.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreachable {
    #[error("the name could not be looked up: {0}")]
    Name(String),
    #[error("no connection: {0}")]
    Connect(String),
    #[error("no protected connection: {0}")]
    Tls(String),
    #[error("the answer broke off: {0}")]
    Broken(String),
    #[error("no answer in time")]
    Timeout,
}

/// Asks at an address of the NCA.
pub trait Nca: Send + Sync {
    fn ask<'a>(&'a self, address: &'a str, question: &'a Question) -> BoxFuture<'a, Answer>;
}
