//! `POST /cms/sign`: NCANode's signing, with keystores that come along. Exists only under a trust list of test keys.

use super::Status;
use super::keys::{Key, files};
use crate::api::ask::{Kept, decode, fits, json};
use crate::api::problem::Refused;
use crate::state::AppState;
use crate::visit::Visit;
use axum::Json;
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, post};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use office::sign_cms::sign_cms;
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Ask {
    data: Option<String>,
    signers: Option<Vec<Key>>,
    with_tsp: Option<bool>,
    detached: Option<bool>,
}

#[derive(Serialize)]
struct Answer {
    #[serde(flatten)]
    status: Status,
    /// Base64.
    cms: String,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    post(answer)
}

async fn answer(visit: Visit, request: Request) -> Result<Response, Refused> {
    let state = &visit.state;
    let ask = json(&visit, request).await?.map(|ask: Ask| {
        // No timestamp is made here; a signature without the one asked for would be another thing.
        if ask.with_tsp == Some(true) {
            return Err(Refused::Field { field: "withTsp" });
        }
        let data = ask.data.as_deref().and_then(decode).ok_or(Refused::Field { field: "data" })?;
        fits(state, &data)?;
        Ok((data, files(ask.signers, "signers")?, ask.detached.unwrap_or_default()))
    })?;
    let Kept { body: (data, keys, detached), room: _room } = ask;
    let signed = sign_cms(&state.office, data, keys, detached, &visit.moment).await?;
    let cms = signed.map_err(Refused::said)?;
    Ok(Json(Answer { status: Status::ok(), cms: STANDARD.encode(cms) }).into_response())
}
