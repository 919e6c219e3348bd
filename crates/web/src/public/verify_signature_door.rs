//! `/verify-signature`: to the page in the language the browser asks for; the short address stands on papers.

use super::root::in_own_language;
use crate::problem::Outcome;
use crate::state::AppState;
use axum::http::HeaderMap;
use axum::routing::{MethodRouter, get};

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(headers: HeaderMap) -> Outcome {
    Ok(in_own_language(&headers, "/verify-signature"))
}
