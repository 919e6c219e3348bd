//! The face of NCANode 3: its addresses, requests and answers over our verdict, so that its clients change the address only.
//!
//! `valid` is true for a verdict "valid" and nothing else: an indeterminate one answers false with its reasons in `message`.
//! `revocationCheck` chooses what is listed under `revocations`; it never makes a check weaker. It must never answer with a
//! 500 what is wrong with a signature.

pub mod certificate;
pub mod cms_extract;
pub mod cms_sign;
pub mod cms_verify;
pub mod dn;
pub mod keys;
pub mod pkcs12_aliases;
pub mod pkcs12_info;
pub mod subject;
pub mod x509_info;
pub mod xml_verify;

use super::ask::{engine_lang, language};
use super::certificates::any_key;
use axum::http::{HeaderMap, StatusCode};
use eds::{Finding, Outcome, Policy, Severity};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What every answer begins with.
#[derive(Debug, Serialize)]
pub struct Status {
    status: u16,
    message: String,
}

impl Status {
    /// `OK`.
    pub fn ok() -> Status {
        Status::saying("OK".to_owned())
    }

    /// A verdict in a sentence: `OK`, or why it is not valid.
    pub fn of<'f>(outcome: Outcome, findings: impl Iterator<Item = &'f Finding>, headers: &HeaderMap) -> Status {
        if outcome == Outcome::Valid {
            return Status::ok();
        }
        let lang = engine_lang(language(headers));
        let mut said: Vec<String> = Vec::new();
        for finding in findings.filter(|finding| finding.severity() != Severity::Warning) {
            let sentence = finding.sentence(lang);
            if !said.contains(&sentence) {
                said.push(sentence);
            }
        }
        Status::saying(said.join(" "))
    }

    /// With this message.
    pub fn saying(message: String) -> Status {
        Status { status: StatusCode::OK.as_u16(), message }
    }
}

/// Kind of source, as a request asks for it and an answer names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    /// Certificate revocation list.
    #[serde(rename = "CRL")]
    Crl,
    /// Online Certificate Status Protocol.
    #[serde(rename = "OCSP")]
    Ocsp,
}

/// NCANode takes a key for signing or for logging in, and shows which it is: its clients decide.
pub fn policy() -> Policy {
    any_key()
}

/// As Jackson prints a `java.util.Date`: `2026-11-23T09:00:00.000+00:00`.
pub fn date(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S.%3f+00:00").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_jackson_s() {
        let at: Timestamp = "2026-11-23T09:00:00.5Z".parse().unwrap();
        assert_eq!(date(at), "2026-11-23T09:00:00.500+00:00");
        assert_eq!(date("2023-03-27T03:55:28Z".parse().unwrap()), "2023-03-27T03:55:28.000+00:00");
    }
}
