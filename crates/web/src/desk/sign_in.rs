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
use office::officer_sign_in::{Typed, officer_sign_in};
use office::staff::PASSWORD_CHARS_MIN;

/// The page.
#[derive(Template)]
#[template(path = "desk/sign_in.html")]
pub struct Page {
    /// Frame of the page.
    pub frame: Frame,
    /// Where the form goes; carries the page to come back to.
    pub action: String,
    /// The other way in.
    pub eds: String,
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
    visit.show(&page(&visit, "", None, None))
}

async fn sign_in(visit: Visit, Posted(fields): Posted) -> Outcome {
    let office = &visit.state.office;
    let login = fields.trimmed("login");
    let (password, code, own) = (fields.get("password"), fields.trimmed("code"), fields.get("own_password"));
    let typed = Typed { login, password, code, own };
    match officer_sign_in(office, typed, &visit.remote, &visit.moment).await {
        Ok(token) => {
            let session = office::session::open(office, &token, visit.moment.now).await?;
            let first = session.map_or("/desk/queue", |session| nav::first_room(&session.actor).0);
            Ok(visit.with_session(see_other(&after_sign_in(&visit, first)), Some(&token)))
        }
        Err(OfficeError::SignIn) => {
            let error = visit.t().s("desk-sign-in-error");
            visit.show_with(StatusCode::UNPROCESSABLE_ENTITY, &page(&visit, login, Some(error), None))
        }
        Err(OfficeError::Findings(found)) => {
            // All three were right; the password is one that somebody gave. Passwords and codes are typed again, never sent back.
            let code = found.first().map_or("missing", |one| one.code);
            let asked = page(&visit, login, None, Some(code));
            visit.show_with(StatusCode::UNPROCESSABLE_ENTITY, &asked)
        }
        Err(OfficeError::SignInLocked { until }) => Err(Problem::TooMany(until)),
        Err(error) => Err(error.into()),
    }
}

fn page(visit: &Visit, login: &str, error: Option<String>, own: Option<&str>) -> Page {
    let t = visit.t();
    let mut controls = vec![
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
    let own = own.map(|code| {
        Control::password("own_password", t.s("desk-sign-in-own"))
            .hint(Some(t.f("desk-sign-in-own-hint", "min", PASSWORD_CHARS_MIN)))
            .autocomplete("new-password")
            .width("govuk-input--width-20")
            .error(
                Some(t.f(&format!("desk-sign-in-own-error-{code}"), "min", PASSWORD_CHARS_MIN)),
                t.s("frame-title-error"),
            )
    });
    controls.extend(own);
    Page {
        frame: visit.frame(t.s("desk-sign-in-title")).errors(error_lines(&controls)),
        eds: format!("{}{}", visit.url("/desk/sign-in/eds"), carried_query(visit)),
        action: format!("{}{}", visit.url("/desk/sign-in"), carried_query(visit)),
        controls,
    }
}
