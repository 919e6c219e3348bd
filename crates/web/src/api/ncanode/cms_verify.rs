//! `POST /cms/verify`: NCANode's verification of a CMS, attached or with its document beside it.

use super::certificate::CertificateInfo;
use super::{Source, Status, date, policy};
use crate::api::ask::{Kept, decode, fits, json, octets};
use crate::api::problem::Refused;
use crate::state::AppState;
use crate::visit::Visit;
use axum::Json;
use axum::extract::Request;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, post};
use eds::{Certificate, CertificateVerdict, Outcome, SignerVerdict, TimestampSummary, Verdict};
use office::verify_file::{SignedFile, verify_certificates, verify_file};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Ask {
    cms: Option<String>,
    data: Option<String>,
    revocation_check: Option<Vec<Source>>,
}

#[derive(Serialize)]
struct Answer {
    #[serde(flatten)]
    status: Status,
    valid: bool,
    signers: Vec<Signer>,
}

#[derive(Serialize)]
struct Signer {
    certificates: Vec<CertificateInfo>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tsp: Option<Tsp>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Tsp {
    serial_number: String,
    gen_time: String,
    policy: String,
    tsa: String,
    tsp_hash_algorithm: String,
    hash: String,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    post(answer)
}

async fn answer(visit: Visit, headers: HeaderMap, request: Request) -> Result<Response, Refused> {
    let (state, now) = (&visit.state, visit.moment.now);
    let ask = json(&visit, request).await?.map(|ask: Ask| {
        let cms = ask.cms.filter(|cms| !cms.is_empty()).ok_or(Refused::Field { field: "cms" })?;
        let content = match ask.data.filter(|data| !data.is_empty()) {
            Some(data) => Some(decode(&data).ok_or(Refused::Field { field: "data" })?),
            None => None,
        };
        let file = SignedFile { signature: octets(cms), content };
        fits(state, &file.signature)?;
        fits(state, file.content.as_deref().unwrap_or_default())?;
        Ok((file, ask.revocation_check.unwrap_or_default()))
    })?;
    let Kept { body: (file, asked), room: _room } = ask;
    let verdict = verify_file(&state.office, file, policy(), now).await?;
    let certificates = verify_certificates(&state.office, certificates(&verdict), policy(), now).await?;
    let answer = Answer {
        status: Status::of(verdict.outcome, verdict.all_findings(), &headers),
        valid: verdict.outcome == Outcome::Valid,
        signers: verdict.signers.iter().map(|signer| Signer::of(signer, &certificates, &asked)).collect(),
    };
    Ok(Json(answer).into_response())
}

/// The signers' certificates.
pub fn certificates(verdict: &Verdict) -> Vec<Arc<Certificate>> {
    let summaries = verdict.signers.iter().filter_map(|signer| signer.certificate.as_ref());
    summaries.filter_map(|summary| Certificate::from_der(&summary.der).ok().map(Arc::new)).collect()
}

/// A signer's certificate; it is as valid as the signature that it made.
pub fn info(signer: &SignerVerdict, all: &[CertificateVerdict], asked: &[Source]) -> Option<CertificateInfo> {
    let own = signer.certificate.as_ref()?;
    let judged = all.iter().find(|one| one.certificate.der() == own.der)?;
    Some(CertificateInfo::of(judged, signer.outcome == Outcome::Valid, asked))
}

impl Signer {
    fn of(signer: &SignerVerdict, all: &[CertificateVerdict], asked: &[Source]) -> Signer {
        Signer {
            certificates: info(signer, all, asked).into_iter().collect(),
            tsp: signer.timestamp.as_ref().map(Tsp::of),
        }
    }
}

impl Tsp {
    fn of(timestamp: &TimestampSummary) -> Tsp {
        Tsp {
            serial_number: timestamp.serial.clone(),
            gen_time: date(timestamp.at),
            policy: timestamp.policy.clone(),
            tsa: timestamp.authority.clone(),
            tsp_hash_algorithm: hash_name(&timestamp.imprint_algorithm),
            hash: hex::encode(&timestamp.imprint),
        }
    }
}

/// Names of NCANode's KalkanUtil; an algorithm it does not name is dotted.
fn hash_name(dotted: &str) -> String {
    match dotted {
        "1.3.14.3.2.26" => "SHA1",
        "2.16.840.1.101.3.4.2.1" => "SHA256",
        "1.2.398.3.10.1.3.1" => "GOST34311",
        "1.2.398.3.10.1.3.2" => "GOST3411-2015-256",
        "1.2.398.3.10.1.3.3" => "GOST3411-2015-512",
        other => other,
    }
    .to_owned()
}
