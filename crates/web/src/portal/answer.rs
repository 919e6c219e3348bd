//! `/{lang}/services/{application}/supplement`: begins the answer to what the mission asked, or goes on with it (UX.md S1, S2).

use crate::forms::Posted;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::routing::{MethodRouter, post};
use domain::ids::ApplicationId;

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    post(start)
}

async fn start(visit: Visit, named: Named, Posted(_): Posted) -> Outcome {
    let id: ApplicationId = named.get("application")?;
    let draft = office::supplement::start(&visit.state.office, visit.actor()?, id, &visit.moment).await?;
    Ok(visit.go(&format!("/request/{draft}")))
}
