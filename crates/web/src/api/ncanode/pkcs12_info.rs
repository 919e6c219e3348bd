//! `POST /pkcs12/info`: NCANode's look into keystores. Exists only under a trust list of test keys.

use super::certificate::CertificateInfo;
use super::keys::{Key, files};
use super::xml_verify::Answer;
use super::{Source, Status, policy};
use crate::api::ask::{Kept, json};
use crate::api::problem::Refused;
use crate::state::AppState;
use crate::visit::Visit;
use axum::Json;
use axum::extract::Request;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, post};
use eds::Outcome;
use office::sign_cms::look_into;
use office::verify_file::verify_certificates;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Ask {
    keys: Option<Vec<Key>>,
    revocation_check: Option<Vec<Source>>,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    post(answer)
}

async fn answer(visit: Visit, headers: HeaderMap, request: Request) -> Result<Response, Refused> {
    let (state, now) = (&visit.state, visit.moment.now);
    let ask = json(&visit, request).await?;
    let ask = ask.map(|ask: Ask| Ok((files(ask.keys, "keys")?, ask.revocation_check.unwrap_or_default())))?;
    let Kept { body: (keys, asked), room: _room } = ask;
    let facts = look_into(&state.office, keys).await?.map_err(Refused::said)?;
    let certificates = facts.into_iter().filter_map(|one| one.certificate).collect();
    let verdicts = verify_certificates(&state.office, certificates, policy(), now).await?;
    let outcome = verdicts.iter().fold(Outcome::Valid, |sum, one| sum.and(one.outcome));
    let info = |one| CertificateInfo::of(one, one.outcome == Outcome::Valid, &asked);
    let answer = Answer {
        status: Status::of(outcome, verdicts.iter().flat_map(|one| &one.findings), &headers),
        valid: outcome == Outcome::Valid,
        signers: verdicts.iter().map(info).collect(),
    };
    Ok(Json(answer).into_response())
}
