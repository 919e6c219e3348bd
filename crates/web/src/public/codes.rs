//! `/dev/codes`: the sign-in codes of the demonstration's people. Exists in a demonstration only.

use super::developer_frame;
use crate::frame::Frame;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::Visit;
use askama::Template;
use axum::routing::{MethodRouter, get};

/// The page.
#[derive(Template)]
#[template(path = "public/codes.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// Login and code.
    pub codes: Vec<(String, String)>,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(visit: Visit) -> Outcome {
    let frame = developer_frame(&visit, "/dev/codes", "dev-codes-title");
    let codes = office::staff::demo_codes(&visit.state.office, visit.moment.now).await?;
    visit.show(&Page { frame, codes })
}
