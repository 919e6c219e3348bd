//! `/health`: says that the process answers. Says nothing about anybody.

use crate::problem::Outcome;
use crate::state::AppState;
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, get};

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show() -> Outcome {
    Ok("ok\n".into_response())
}
