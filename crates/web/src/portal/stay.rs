//! `/{lang}/session`: "Stay signed in" (WCAG 2.2.1). To come here is already to be seen: the session begins its idle time anew at the door.
//!
//! Must never open a session, nor let one live longer than its absolute end: it says how long this one still has.

use crate::forms::Posted;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::Visit;
use axum::Json;
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, post};
use serde_json::json;

/// Field by which the page's script asks for seconds in place of a page.
const SCRIPT: &str = "script";

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    post(stay)
}

async fn stay(visit: Visit, Posted(fields): Posted) -> Outcome {
    let Some(seconds) = visit.session_seconds() else { return Ok(visit.go("/sign-in")) };
    if fields.has(SCRIPT) {
        return Ok(Json(json!({ "seconds": seconds })).into_response());
    }
    // A browser without the script, which shows no such form: to where the header leads.
    Ok(visit.go(visit.frame("").home().0))
}
