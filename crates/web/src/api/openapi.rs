//! `GET /api/eds/v1/openapi.json`: these addresses as OpenAPI 3.1. The stories hold every real answer against it.

use crate::state::AppState;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, get};

/// The document.
pub const DOCUMENT: &str = include_str!("openapi.json");

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(async || ([(header::CONTENT_TYPE, "application/json")], DOCUMENT).into_response())
}
