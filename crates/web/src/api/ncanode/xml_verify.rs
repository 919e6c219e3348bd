//! `POST /xml/verify`: NCANode's verification of a signed XML document.

use super::certificate::CertificateInfo;
use super::cms_verify::{certificates, info};
use super::{Source, Status, policy};
use crate::api::ask::{Kept, fits, json};
use crate::api::problem::Refused;
use crate::state::AppState;
use crate::visit::Visit;
use axum::Json;
use axum::extract::Request;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, post};
use eds::Outcome;
use office::verify_file::{SignedFile, verify_certificates, verify_file};
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Ask {
    xml: Option<String>,
    revocation_check: Option<Vec<Source>>,
}

/// What `/xml/verify` and `/x509/info` answer.
#[derive(Serialize)]
pub struct Answer {
    /// In words.
    #[serde(flatten)]
    pub status: Status,
    /// All of them.
    pub valid: bool,
    /// Certificates.
    pub signers: Vec<CertificateInfo>,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    post(answer)
}

async fn answer(visit: Visit, headers: HeaderMap, request: Request) -> Result<Response, Refused> {
    let (state, now) = (&visit.state, visit.moment.now);
    let ask = json(&visit, request).await?.map(|ask: Ask| {
        let xml = ask.xml.filter(|xml| !xml.is_empty()).ok_or(Refused::Field { field: "xml" })?;
        fits(state, xml.as_bytes())?;
        let file = SignedFile { signature: xml.into_bytes(), content: None };
        Ok((file, ask.revocation_check.unwrap_or_default()))
    })?;
    let Kept { body: (file, asked), room: _room } = ask;
    let verdict = verify_file(&state.office, file, policy(), now).await?;
    let certificates = verify_certificates(&state.office, certificates(&verdict), policy(), now).await?;
    let answer = Answer {
        status: Status::of(verdict.outcome, verdict.all_findings(), &headers),
        valid: verdict.outcome == Outcome::Valid,
        signers: verdict.signers.iter().filter_map(|signer| info(signer, &certificates, &asked)).collect(),
    };
    Ok(Json(answer).into_response())
}
