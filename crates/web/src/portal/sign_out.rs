//! `/{lang}/sign-out`: ends the session on the server and in the browser.

use crate::forms::Posted;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::Visit;
use axum::routing::{MethodRouter, post};

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    post(end)
}

async fn end(visit: Visit, Posted(_): Posted) -> Outcome {
    if let Some(token) = &visit.token {
        office::session::close(&visit.state.office, token).await?;
    }
    Ok(visit.with_session(visit.go("/"), None))
}
