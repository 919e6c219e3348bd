//! `/{lang}/services/{application}/papers/{kind}`: the application as sent, its proof, a refusal.

use super::file::download;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::routing::{MethodRouter, get};
use domain::ids::ApplicationId;

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let id: ApplicationId = named.get("application")?;
    let kind: String = named.get("kind")?;
    let file = office::cases::paper(&visit.state.office, visit.actor()?, id, &kind, &visit.moment).await?;
    Ok(download(&file.name, &file.media_type, file.bytes, false))
}
