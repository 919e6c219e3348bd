//! `POST /api/eds/v1/certificates`: what certificates say, and whether each is good now.

use super::ask::{Kept, engine_lang, fits, sent};
use super::problem::Refused;
use crate::state::AppState;
use crate::visit::Visit;
use axum::Json;
use axum::extract::Request;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, post};
use eds::policy::Usage;
use eds::report::FindingReport;
use eds::x509::KeyUsage;
use eds::{Algorithm, Certificate, CertificateVerdict, Lang, Policy, Role};
use office::verify_file::verify_certificates;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// Certificates of one request; more is refused.
pub const CERTIFICATES_MAX: usize = 100;

/// The certificates in the order they were sent.
#[derive(Serialize)]
struct Answer {
    environment: &'static str,
    certificates: Vec<CertificateReport>,
}

/// One certificate. Times are RFC 3339, UTC; what is unknown is null.
#[derive(Serialize)]
struct CertificateReport {
    verdict: &'static str,
    findings: Vec<FindingReport>,
    #[serde(flatten)]
    said: Option<Said>,
}

/// What a certificate that can be read says.
#[derive(Serialize)]
struct Said {
    subject: String,
    issuer: String,
    serial: String,
    not_before: String,
    not_after: String,
    name: Option<String>,
    iin: Option<String>,
    bin: Option<String>,
    organization: Option<String>,
    roles: Vec<&'static str>,
    algorithm: Option<&'static str>,
    key_usage: Vec<&'static str>,
    sha256: String,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    post(answer)
}

/// A key of any purpose: what it is for is shown, not judged.
pub fn any_key() -> Policy {
    Policy { key_usage: Usage::SignOrLogIn, ..Policy::any() }
}

async fn answer(visit: Visit, headers: HeaderMap, request: Request) -> Result<Response, Refused> {
    let state = &visit.state;
    let ask = sent(&visit, request).await?.map(|mut sent| {
        let files = sent.certificates();
        if files.is_empty() || files.len() > CERTIFICATES_MAX {
            return Err(Refused::Field { field: "certificates" });
        }
        files.iter().try_for_each(|file| fits(state, file))?;
        let (lang, at) = (sent.lang(&headers)?, sent.at(visit.moment.now)?);
        let policy = sent.policy()?.unwrap_or_else(any_key);
        sent.is_used_up()?;
        Ok((files, policy, at, engine_lang(lang)))
    })?;
    let Kept { body: (files, policy, at, lang), room: _room } = ask;
    let read: Vec<Option<Arc<Certificate>>> = files.iter().map(|file| parse(file)).collect();
    let readable = read.iter().flatten().cloned().collect();
    let mut verdicts = verify_certificates(&state.office, readable, policy, at).await?.into_iter();
    let report = |one: &Option<Arc<Certificate>>| match one.as_ref().and_then(|_| verdicts.next()) {
        Some(verdict) => CertificateReport::of(&verdict, lang),
        None => CertificateReport::unreadable(lang),
    };
    let certificates = read.iter().map(report).collect();
    Ok(Json(Answer { environment: state.office.environment(), certificates }).into_response())
}

/// One certificate in DER, PEM or base64; `None` = something else.
pub fn parse(file: &[u8]) -> Option<Arc<Certificate>> {
    match eds::input::decode_bundle(file).ok()?.as_slice() {
        [one] => Certificate::from_der(one).ok().map(Arc::new),
        _ => None,
    }
}

impl CertificateReport {
    fn of(verdict: &CertificateVerdict, lang: Lang) -> CertificateReport {
        let (summary, extensions) = (&verdict.summary, verdict.certificate.extensions());
        CertificateReport {
            verdict: verdict.outcome.as_str(),
            findings: verdict.findings.iter().map(|finding| FindingReport::of(finding, lang)).collect(),
            said: Some(Said {
                subject: summary.subject.clone(),
                issuer: summary.issuer.clone(),
                serial: summary.serial.clone(),
                not_before: summary.not_before.to_string(),
                not_after: summary.not_after.to_string(),
                name: summary.full_name(),
                iin: summary.iin.clone(),
                bin: summary.bin.clone(),
                organization: summary.organization.clone(),
                roles: summary.roles.iter().map(|role| Role::as_str(*role)).collect(),
                algorithm: summary.algorithm.map(Algorithm::as_str),
                key_usage: extensions.key_usage.map(usages).unwrap_or_default(),
                sha256: hex::encode(Sha256::digest(&summary.der)),
            }),
        }
    }

    fn unreadable(lang: Lang) -> CertificateReport {
        let finding = eds::Finding::about(eds::Code::Malformed, "certificate");
        let findings = vec![FindingReport::of(&finding, lang)];
        CertificateReport { verdict: eds::Outcome::Invalid.as_str(), findings, said: None }
    }
}

/// Names of RFC 5280 4.2.1.3.
fn usages(usage: KeyUsage) -> Vec<&'static str> {
    let all = [
        (usage.digital_signature(), "digitalSignature"),
        (usage.non_repudiation(), "nonRepudiation"),
        (usage.key_encipherment(), "keyEncipherment"),
        (usage.key_cert_sign(), "keyCertSign"),
        (usage.crl_sign(), "cRLSign"),
    ];
    all.into_iter().filter_map(|(has, name)| has.then_some(name)).collect()
}
