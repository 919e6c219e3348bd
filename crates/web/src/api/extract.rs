//! `POST /api/eds/v1/extract`: the document inside a CMS, unverified. Why there is none is a finding, not a problem.

use super::ask::{Kept, engine_lang, fits, sent};
use super::problem::Refused;
use crate::state::AppState;
use crate::visit::Visit;
use axum::Json;
use axum::extract::Request;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, post};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use eds::report::FindingReport;
use office::verify_file::extract;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// The document, or why there is none.
#[derive(Serialize)]
struct Answer {
    environment: &'static str,
    /// Base64.
    content: Option<String>,
    bytes: Option<usize>,
    sha256: Option<String>,
    findings: Vec<FindingReport>,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    post(answer)
}

async fn answer(visit: Visit, headers: HeaderMap, request: Request) -> Result<Response, Refused> {
    let state = &visit.state;
    let ask = sent(&visit, request).await?.map(|mut sent| {
        let signature = sent.signature().ok_or(Refused::Field { field: "signature" })?;
        fits(state, &signature)?;
        let lang = sent.lang(&headers)?;
        sent.is_used_up()?;
        Ok((signature, lang))
    })?;
    let Kept { body: (signature, lang), room: _room } = ask;
    let environment = state.office.environment();
    let answer = match extract(&state.office, signature).await? {
        Ok(content) => Answer {
            environment,
            bytes: Some(content.len()),
            sha256: Some(hex::encode(Sha256::digest(&content))),
            content: Some(STANDARD.encode(content)),
            findings: vec![],
        },
        Err(finding) => {
            let findings = vec![FindingReport::of(&finding, engine_lang(lang))];
            Answer { environment, content: None, bytes: None, sha256: None, findings }
        }
    };
    Ok(Json(answer).into_response())
}
