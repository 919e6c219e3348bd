//! `POST /cms/extract`: the document inside a CMS. Where there is none NCANode answers 400 with the reason, and so do we.

use super::Status;
use crate::api::ask::{Kept, engine_lang, fits, json, language, octets};
use crate::api::problem::Refused;
use crate::state::AppState;
use crate::visit::Visit;
use axum::Json;
use axum::extract::Request;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, post};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use office::verify_file::extract;
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
struct Ask {
    cms: Option<String>,
}

#[derive(Serialize)]
struct Answer {
    #[serde(flatten)]
    status: Status,
    /// Base64.
    data: String,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    post(answer)
}

async fn answer(visit: Visit, headers: HeaderMap, request: Request) -> Result<Response, Refused> {
    let state = &visit.state;
    let ask = json(&visit, request).await?.map(|ask: Ask| {
        let cms = ask.cms.filter(|cms| !cms.is_empty()).map(octets).ok_or(Refused::Field { field: "cms" })?;
        fits(state, &cms)?;
        Ok(cms)
    })?;
    let Kept { body: cms, room: _room } = ask;
    match extract(&state.office, cms).await? {
        Ok(content) => Ok(Json(Answer { status: Status::ok(), data: STANDARD.encode(content) }).into_response()),
        Err(finding) => Err(Refused::said(finding.sentence(engine_lang(language(&headers))))),
    }
}
