//! `/{lang}/accessibility`: what was tested so that everybody can use the service, what was not, and whom to tell of a barrier.
//! Must never claim more than the tests of this repository do.

use crate::frame::Frame;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::Visit;
use askama::Template;
use axum::routing::{MethodRouter, get};

/// The page.
#[derive(Template)]
#[template(path = "public/accessibility.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(visit: Visit) -> Outcome {
    visit.show(&Page { frame: visit.frame(visit.t().s("accessibility-title")) })
}
