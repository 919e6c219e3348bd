//! `/{lang}/sign-in`: how to sign in (UX.md SI1).

use crate::entry::{after_sign_in, carried_query};
use crate::forms::{Control, Item, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Visit, see_other};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use domain::actor::Actor;
use office::mobile_signing::is_offered;

/// The page.
#[derive(Template)]
#[template(path = "portal/sign_in.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// Which way.
    pub way: Control,
    /// Address of the form.
    pub action: String,
    /// True when the person was sent here because a session ended in the middle of a page.
    pub kept: bool,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(choose)
}

async fn show(visit: Visit) -> Outcome {
    // A person of the desk may sign in as an applicant here, too: their session has no services to go to.
    if let Ok(Actor::Applicant(_)) = visit.actor() {
        return Ok(see_other(&after_sign_in(&visit, "/services")));
    }
    page(&visit, StatusCode::OK, "", None)
}

async fn choose(visit: Visit, Posted(fields): Posted) -> Outcome {
    let query = carried_query(&visit);
    match fields.get("way") {
        "mobile" if is_offered(&visit.state.office) => Ok(visit.go(&format!("/sign-in/mobile{query}"))),
        "eds" => Ok(visit.go(&format!("/sign-in/eds{query}"))),
        "phone" => Ok(visit.go(&format!("/sign-in/phone{query}"))),
        other => page(&visit, StatusCode::UNPROCESSABLE_ENTITY, other, Some(visit.t().s("sign-in-error"))),
    }
}

fn page(visit: &Visit, status: StatusCode, chosen: &str, error: Option<String>) -> Result<Response, Problem> {
    let t = visit.t();
    let mobile = Item::new("mobile", t.s("mobile-sign-in")).hint(t.s("mobile-sign-in-hint"));
    let mut ways = vec![
        Item::new("eds", t.s("sign-in-eds")).hint(t.s("sign-in-eds-hint")),
        Item::new("phone", t.s("sign-in-phone")).hint(t.s("sign-in-phone-hint")),
    ];
    if is_offered(&visit.state.office) {
        ways.insert(0, mobile);
    }
    let way = Control::radios("way", t.s("sign-in-way"), ways).value(chosen).error(error, t.s("frame-error-word"));
    let errors = error_lines(std::slice::from_ref(&way));
    visit.show_with(
        status,
        &Page {
            frame: visit.frame(t.s("sign-in-title")).back(visit.url("/")).errors(errors),
            way,
            action: visit.url(&format!("/sign-in{}", carried_query(visit))),
            kept: visit.query_value(crate::entry::KEPT).is_some(),
        },
    )
}
