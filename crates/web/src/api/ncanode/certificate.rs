//! A certificate in NCANode's words. Nulls are left out, as Jackson does there; those of a revocation are printed.

use super::subject::Subject;
use super::{Source, date};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use eds::crl::Revocation;
use eds::x509::Extensions;
use eds::{Certificate, CertificateVerdict, Known};
use serde::Serialize;

/// See the module.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CertificateInfo {
    valid: bool,
    revocations: Vec<RevocationStatus>,
    not_before: String,
    not_after: String,
    key_usage: &'static str,
    serial_number: String,
    sign_alg: String,
    key_user: Vec<&'static str>,
    public_key: String,
    signature: String,
    subject: Subject,
    issuer: Subject,
}

/// What one kind of source says.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct RevocationStatus {
    revoked: bool,
    by: Source,
    revocation_time: Option<String>,
    reason: Option<String>,
}

impl CertificateInfo {
    /// Of a certificate that was judged; `valid` - of the signature it made, or of the certificate itself.
    pub fn of(verdict: &CertificateVerdict, valid: bool, asked: &[Source]) -> CertificateInfo {
        let certificate: &Certificate = &verdict.certificate;
        CertificateInfo {
            valid,
            revocations: asked.iter().filter_map(|source| revocation(*source, verdict)).collect(),
            not_before: date(certificate.not_before()),
            not_after: date(certificate.not_after()),
            key_usage: key_usage(certificate.extensions()),
            serial_number: serial(&certificate.serial_text()),
            sign_alg: sign_alg(certificate.signature_algorithm()),
            key_user: key_user(certificate.extensions()),
            public_key: STANDARD.encode(certificate.public_key_info()),
            signature: STANDARD.encode(certificate.signature()),
            subject: Subject::of(certificate.subject()),
            issuer: Subject::of(certificate.issuer()),
        }
    }
}

/// Only what an authentic, fresh source says: nothing known is no entry, and never "not revoked".
fn revocation(by: Source, verdict: &CertificateVerdict) -> Option<RevocationStatus> {
    let known = match by {
        Source::Crl => verdict.lists,
        Source::Ocsp => verdict.answers,
    };
    match (known, by) {
        (Known::Nothing, _) => None,
        (Known::Good, Source::Crl) => {
            Some(RevocationStatus { revoked: false, by, revocation_time: None, reason: None })
        }
        (Known::Good, Source::Ocsp) => {
            Some(RevocationStatus { revoked: false, by, revocation_time: None, reason: Some("OK".to_owned()) })
        }
        (Known::Revoked(Revocation { at, reason }), _) => Some(RevocationStatus {
            revoked: true,
            by,
            revocation_time: Some(date(at)),
            reason: reason.map(reason_name),
        }),
    }
}

/// `java.security.cert.CRLReason`.
fn reason_name(reason: u64) -> String {
    let name = match reason {
        0 => "UNSPECIFIED",
        1 => "KEY_COMPROMISE",
        2 => "CA_COMPROMISE",
        3 => "AFFILIATION_CHANGED",
        4 => "SUPERSEDED",
        5 => "CESSATION_OF_OPERATION",
        6 => "CERTIFICATE_HOLD",
        8 => "REMOVE_FROM_CRL",
        9 => "PRIVILEGE_WITHDRAWN",
        10 => "AA_COMPROMISE",
        other => return other.to_string(),
    };
    name.to_owned()
}

/// SIGN = bits 0 and 1, AUTH = bits 0 and 2.
fn key_usage(extensions: &Extensions) -> &'static str {
    match extensions.key_usage {
        Some(usage) if usage.digital_signature() && usage.non_repudiation() => "SIGN",
        Some(usage) if usage.digital_signature() && usage.key_encipherment() => "AUTH",
        _ => "UNKNOWN",
    }
}

/// `BigInteger.toString(16)`: no leading zeros.
fn serial(hex: &str) -> String {
    let digits = hex.trim_start_matches('0');
    if digits.is_empty() { "0".to_owned() } else { digits.to_owned() }
}

/// Names of the Kalkan provider; an algorithm it does not name is dotted.
fn sign_alg(oid: &[u8]) -> String {
    let dotted = eds::oid::dotted(oid);
    match dotted.as_str() {
        "1.2.840.113549.1.1.11" => "SHA256WithRSAEncryption".to_owned(),
        "1.2.840.113549.1.1.5" => "SHA1WithRSAEncryption".to_owned(),
        "1.2.398.3.10.1.1.1.2" => "ECGOST34310".to_owned(),
        "1.2.398.3.10.1.1.2.3.1" => "ECGOST3410-2015-256".to_owned(),
        "1.2.398.3.10.1.1.2.3.2" => "ECGOST3410-2015-512".to_owned(),
        _ => dotted,
    }
}

/// Roles by OID of extKeyUsage, in the order NCANode names them in.
fn key_user(extensions: &Extensions) -> Vec<&'static str> {
    const USERS: [(&str, &str); 15] = [
        ("1.2.398.3.3.4.1.1", "INDIVIDUAL"),
        ("1.2.398.3.3.4.1.2.1", "CEO"),
        ("1.2.398.3.3.4.1.2.2", "CAN_SIGN"),
        ("1.2.398.3.3.4.1.2.3", "CAN_SIGN_FINANCIAL"),
        ("1.2.398.3.3.4.1.2.4", "HR"),
        ("1.2.398.3.3.4.1.2.5", "EMPLOYEE"),
        ("1.2.398.3.3.4.1.2", "ORGANIZATION"),
        ("1.2.398.3.3.4.2", "NCA_PRIVILEGES"),
        ("1.2.398.3.3.4.2.1", "NCA_ADMIN"),
        ("1.2.398.3.3.4.2.2", "NCA_MANAGER"),
        ("1.2.398.3.3.4.2.3", "NCA_OPERATOR"),
        ("1.2.398.3.3.4.3", "IDENTIFICATION"),
        ("1.2.398.3.3.4.3.1", "IDENTIFICATION_CON"),
        ("1.2.398.3.3.4.3.2", "IDENTIFICATION_REMOTE"),
        ("1.2.398.3.3.4.3.2.1", "IDENTIFICATION_REMOTE_DIGITAL_ID"),
    ];
    let purposes: Vec<String> =
        extensions.extended_key_usage.iter().flatten().map(|purpose| eds::oid::dotted(purpose)).collect();
    let named = USERS.iter().filter(|(oid, _)| purposes.iter().any(|purpose| purpose == oid));
    named.map(|(_, user)| *user).collect()
}
