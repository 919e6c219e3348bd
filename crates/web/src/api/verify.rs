//! `POST /api/eds/v1/verify`: is this signature good, and whose is it? Every verdict is a 200, also that of garbage.

use super::ask::{Kept, Sent, engine_lang, fits, sent};
use super::problem::Refused;
use crate::state::AppState;
use crate::visit::Visit;
use axum::Json;
use axum::extract::Request;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, post};
use domain::lang::Lang;
use eds::{Policy, VerdictReport};
use jiff::Timestamp;
use office::verify_file::{SignedFile, verify_file};
use serde::Serialize;

/// The verdict, in the shape of the command line, with what the trust list is for.
#[derive(Serialize)]
struct Answer {
    environment: &'static str,
    #[serde(flatten)]
    report: VerdictReport,
}

struct Ask {
    file: SignedFile,
    policy: Policy,
    at: Timestamp,
    lang: Lang,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    post(answer)
}

async fn answer(visit: Visit, headers: HeaderMap, request: Request) -> Result<Response, Refused> {
    let state = &visit.state;
    let read: Kept<Sent> = sent(&visit, request).await?;
    let ask = read.map(|mut sent| {
        let signature = sent.signature().ok_or(Refused::Field { field: "signature" })?;
        let content = sent.content()?;
        fits(state, &signature)?;
        fits(state, content.as_deref().unwrap_or_default())?;
        let (lang, at) = (sent.lang(&headers)?, sent.at(visit.moment.now)?);
        let policy = sent.policy()?.unwrap_or_else(Policy::any);
        sent.is_used_up()?;
        Ok(Ask { file: SignedFile { signature, content }, policy, at, lang })
    })?;
    let Kept { body: Ask { file, policy, at, lang }, room: _room } = ask;
    let verdict = verify_file(&state.office, file, policy, at).await?;
    let report = VerdictReport::of(&verdict, engine_lang(lang));
    Ok(Json(Answer { environment: state.office.environment(), report }).into_response())
}
