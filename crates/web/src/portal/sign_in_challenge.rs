//! `/{lang}/sign-in/eds/challenge`: the exact bytes to sign, for the script and for a download.

use super::file::download;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::Visit;
use axum::routing::{MethodRouter, get};

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(visit: Visit) -> Outcome {
    let ticket = visit.query_value("ticket").ok_or(Problem::NotFound)?;
    let text = office::sign_in_eds::challenge_text(&visit.state.office, &ticket).ok_or(Problem::NotFound)?;
    Ok(download("elshi-sign-in.txt", "text/plain; charset=utf-8", text.into_bytes(), false))
}
