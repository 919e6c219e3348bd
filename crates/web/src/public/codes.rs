//! `/dev/codes`: the sign-in codes of the demonstration's people. Exists in a demonstration only.

use crate::frame::Frame;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::Visit;
use askama::Template;
use axum::routing::{MethodRouter, get};
use domain::lang::Lang;

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
    let lang = visit.query_value("lang").and_then(|tag| Lang::from_tag(&tag)).unwrap_or(Lang::En);
    let mut frame = visit.frame(String::new());
    frame.t = visit.t_in(lang);
    frame.heading = frame.t.s("dev-codes-title");
    for link in &mut frame.languages {
        link.url = format!("/dev/codes?lang={}", link.tag);
        link.current = link.tag == lang.tag();
    }
    let codes = office::staff::demo_codes(&visit.state.office, visit.moment.now).await?;
    visit.show(&Page { frame, codes })
}
