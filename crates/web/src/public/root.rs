//! `/`: to the service page in the language the browser asks for, Kazakh otherwise.

use crate::problem::Outcome;
use crate::state::AppState;
use crate::texts::preferred;
use crate::visit::see_other;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use domain::lang::Lang;

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(headers: HeaderMap) -> Outcome {
    Ok(in_own_language(&headers, "/"))
}

/// To `path` in the language of the visitor.
pub fn in_own_language(headers: &HeaderMap, path: &str) -> Response {
    let lang = preferred(headers).unwrap_or(Lang::Kk);
    let mut response = see_other(&format!("/{}{path}", lang.tag()));
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept-language"));
    response
}
