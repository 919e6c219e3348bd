//! Staff sign in: login, password and a code at once. The page never says which of the three was wrong.

use super::nav;
use crate::entry::{after_sign_in, carried_query};
use crate::forms::{Control, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Visit, see_other};
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::actor::Actor;
use office::OfficeError;
use office::officer_sign_in::officer_sign_in;

/// The page.
#[derive(Template)]
#[template(path = "desk/sign_in.html")]
pub struct Page {
    /// Frame of the page.
    pub frame: Frame,
    /// Where the form goes; carries the page to come back to.
    pub action: String,
    /// The three fields.
    pub controls: Vec<Control>,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(sign_in)
}

async fn show(visit: Visit) -> Outcome {
    if let Some(actor @ Actor::Staff { .. }) = visit.session.as_ref().map(|session| &session.actor) {
        return Ok(visit.go(nav::first_room(actor).0));
    }
    visit.show(&page(&visit, "", None))
}

async fn sign_in(visit: Visit, Posted(fields): Posted) -> Outcome {
    let office = &visit.state.office;
    let (login, password, code) = (fields.trimmed("login"), fields.get("password"), fields.trimmed("code"));
    match officer_sign_in(office, login, password, code, &visit.remote, &visit.moment).await {
        Ok(token) => {
            let session = office::session::open(office, &token, visit.moment.now).await?;
            let first = session.map_or("/desk/queue", |session| nav::first_room(&session.actor).0);
            Ok(visit.with_session(see_other(&after_sign_in(&visit, first)), Some(&token)))
        }
        Err(OfficeError::SignIn) => {
            let error = visit.t().s("desk-sign-in-error");
            visit.show_with(StatusCode::UNPROCESSABLE_ENTITY, &page(&visit, login, Some(error)))
        }
        Err(OfficeError::SignInLocked { until }) => Err(Problem::TooMany(until)),
        Err(error) => Err(error.into()),
    }
}

fn page(visit: &Visit, login: &str, error: Option<String>) -> Page {
    let t = visit.t();
    let controls = vec![
        Control::text("login", t.s("desk-sign-in-login"))
            .value(login)
            .error(error, t.s("frame-title-error"))
            .autocomplete("username")
            .width("govuk-input--width-20"),
        Control::password("password", t.s("desk-sign-in-password"))
            .autocomplete("current-password")
            .width("govuk-input--width-20"),
        Control::text("code", t.s("desk-sign-in-code"))
            .hint(Some(t.s("desk-sign-in-code-hint")))
            .numeric()
            .autocomplete("one-time-code")
            .width("govuk-input--width-10"),
    ];
    Page {
        frame: visit.frame(t.s("desk-sign-in-title")).errors(error_lines(&controls)),
        action: format!("{}{}", visit.url("/desk/sign-in"), carried_query(visit)),
        controls,
    }
}
