//! Verification of digital signatures of the National Certification Authority of Kazakhstan (NCA RK).
//!
//! X.509, CMS, XMLDSig, CRL, OCSP and RFC 3161 timestamps of the NCA profile, for RSA, GOST 34.310-2004 and GOST R 34.10-2015, lead
//! to one verdict: valid, invalid or indeterminate, with reasons in Kazakh, Russian and English.
//! No IO, no clock, no randomness, no unsafe. Must never: panic on any octets, take trust from a message, or say
//! "valid" where something is missing.

#![forbid(unsafe_code)]

pub mod algorithm;
mod chain;
pub mod cms;
pub mod crl;
pub mod der;
pub mod digest;
pub mod evidence;
pub mod finding;
pub mod input;
pub mod name;
pub mod ocsp;
pub mod oid;
pub mod policy;
pub mod report;
mod revocation;
mod rsa;
mod signature;
mod standing;
pub mod subject;
mod time;
pub mod timestamp;
pub mod trust;
pub mod verdict;
pub mod x509;
pub mod xml;

pub use algorithm::Algorithm;
pub use evidence::Evidence;
pub use finding::{Code, Family, Finding, Lang, Outcome, Severity};
pub use input::decode_input;
pub use policy::Policy;
pub use report::VerdictReport;
pub use subject::{CertificateSummary, Role};
pub use timestamp::TimestampSummary;
pub use trust::TrustList;
pub use verdict::{
    CertificateVerdict, Known, SignerVerdict, Verdict, extract, verify, verify_certificate, verify_existing,
};
pub use x509::Certificate;
