//! A photo of a question put before applying, as it is kept: without the place where it was taken. For the desk of its mission alone.

use super::file::inline;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::routing::{MethodRouter, get};
use office::enquiry::view;

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let (id, number) = (named.get("enquiry")?, named.get("number")?);
    Ok(inline(view::file(&visit.state.office, visit.actor()?, id, number, &visit.moment).await?))
}
