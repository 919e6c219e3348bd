//! `POST /x509/info`: NCANode's look at certificates.

use super::certificate::CertificateInfo;
use super::xml_verify::Answer;
use super::{Source, Status, policy};
use crate::api::ask::{Kept, json, octets};
use crate::api::certificates::{CERTIFICATES_MAX, parse};
use crate::api::problem::Refused;
use crate::state::AppState;
use crate::visit::Visit;
use axum::Json;
use axum::extract::Request;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, post};
use eds::Outcome;
use office::verify_file::verify_certificates;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Ask {
    certs: Option<Vec<String>>,
    revocation_check: Option<Vec<Source>>,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    post(answer)
}

async fn answer(visit: Visit, headers: HeaderMap, request: Request) -> Result<Response, Refused> {
    let (state, now) = (&visit.state, visit.moment.now);
    let ask = json(&visit, request).await?.map(|ask: Ask| {
        let certs = ask.certs.filter(|certs| !certs.is_empty() && certs.len() <= CERTIFICATES_MAX);
        let certs = certs.ok_or(Refused::Field { field: "certs" })?;
        let read: Option<Vec<_>> = certs.into_iter().map(|cert| parse(&octets(cert))).collect();
        Ok((read.ok_or(Refused::Field { field: "certs" })?, ask.revocation_check.unwrap_or_default()))
    })?;
    let Kept { body: (certificates, asked), room: _room } = ask;
    let verdicts = verify_certificates(&state.office, certificates, policy(), now).await?;
    let outcome = verdicts.iter().fold(Outcome::Valid, |sum, one| sum.and(one.outcome));
    let answer = Answer {
        status: Status::of(outcome, verdicts.iter().flat_map(|one| &one.findings), &headers),
        valid: outcome == Outcome::Valid,
        signers: verdicts.iter().map(|one| CertificateInfo::of(one, one.outcome == Outcome::Valid, &asked)).collect(),
    };
    Ok(Json(answer).into_response())
}
