//! `/{lang}/desk/paper/{draft}/removal`: asks once, then throws away what was begun at the desk and never accepted.

use super::act::DONE;
use super::clock::Clock;
use crate::forms::Posted;
use crate::frame::Frame;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::routing::{MethodRouter, get};
use domain::ids::DraftId;
use office::discard_typed::{discard_typed, look};

/// Value of [`DONE`] on the list.
pub const DISCARDED: &str = "discarded";

/// The page.
#[derive(Template)]
#[template(path = "desk/typed_removal.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// For whom it was begun.
    pub name: String,
    /// When it was last changed.
    pub changed: String,
    /// Keeps it.
    pub back: String,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(discard)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let own = look(&visit.state.office, visit.actor()?, named.get("draft")?).await?;
    let changed = own.mission.as_ref().map(|mission| Clock::of(&visit, mission).full(own.updated_at));
    let back = visit.url("/desk/paper");
    let frame = visit.frame(visit.t().s("typing-discard-title")).back(back.clone());
    visit.show(&Page { frame, name: own.name, changed: changed.unwrap_or_default(), back })
}

/// Only the word of the button discards; anything else asks again.
async fn discard(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    if fields.get("step") != "discard" {
        return show(visit, named).await;
    }
    let id: DraftId = named.get("draft")?;
    discard_typed(&visit.state.office, visit.actor()?, id, &visit.moment).await?;
    Ok(visit.go(&format!("/desk/paper?{DONE}={DISCARDED}")))
}
