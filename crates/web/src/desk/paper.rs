//! A paper of a case: the application as confirmed, the certificate, the refusal, the proof.

use super::file::inline;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::routing::{MethodRouter, get};
use domain::ids::ApplicationId;

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let id: ApplicationId = named.get("application")?;
    let kind: String = named.get("kind")?;
    let file = office::cases::paper(&visit.state.office, visit.actor()?, id, &kind, &visit.moment).await?;
    Ok(inline(file))
}
