//! `/{lang}/services/{application}/new-request`: a new request with the answers and files of one that was not registered, was returned or was refused.

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
    let (office, actor) = (&visit.state.office, visit.actor()?);
    let draft = office::start_again::start_again(office, actor, id, &visit.moment).await?;
    Ok(visit.go(&format!("/request/{draft}")))
}
