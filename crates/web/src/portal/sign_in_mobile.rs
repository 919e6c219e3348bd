//! `/{lang}/sign-in/mobile`: sign in with eGov Mobile (UX.md SI2a). The code gives nobody a session: only this browser gets one, when
//! its person presses "Continue" after the app has signed.

use super::mobile_panel::MobilePanel;
use crate::entry::{after_sign_in, carried_query};
use crate::forms::Posted;
use crate::frame::{ErrorLine, Frame};
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Visit, see_other};
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::actor::Actor;
use office::OfficeError;
use office::mobile_signing::view::view;
use office::mobile_signing::{Browser, Place, begin, enter};
use office::new_device::Way;

/// The page.
#[derive(Template)]
#[template(path = "portal/sign_in_mobile.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// The panel.
    pub panel: MobilePanel,
    /// Another way in.
    pub eds: String,
    /// Another way in.
    pub phone: String,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(act)
}

async fn show(visit: Visit) -> Outcome {
    // A person of the desk may sign in as an applicant here, too: their session has no services to go to.
    if let Ok(Actor::Applicant(_)) = visit.actor() {
        return Ok(see_other(&after_sign_in(&visit, "/services")));
    }
    page(&visit, StatusCode::OK, None).await
}

/// Two buttons: "show the code" and "continue".
async fn act(visit: Visit, Posted(fields): Posted) -> Outcome {
    let (office, browser, moment) = (&visit.state.office, Browser::anonymous(&visit.csrf), &visit.moment);
    match fields.get("act") {
        "begin" => begin::sign_in(office, browser, &visit.remote, moment).await?,
        "enter" => match enter::enter(office, browser, visit.lang, moment).await {
            Ok(entered) => {
                let to = after_sign_in(&visit, "/services");
                return Ok(visit.entered(&to, &entered, Way::Mobile).await);
            }
            Err(OfficeError::Signature(problem)) => {
                let why = super::sign_panel::sentence(&visit.t(), &problem);
                return page(&visit, StatusCode::UNPROCESSABLE_ENTITY, Some(why)).await;
            }
            // It is too late, or another window was quicker: the page says how it stands.
            Err(OfficeError::Stale) => {}
            Err(other) => return Err(other.into()),
        },
        _ => return Err(Problem::DoesNotFit),
    }
    Ok(visit.go(&format!("/sign-in/mobile{}", carried_query(&visit))))
}

async fn page(visit: &Visit, status: StatusCode, problem: Option<String>) -> Outcome {
    let (t, query) = (visit.t(), carried_query(visit));
    let browser = Browser::anonymous(&visit.csrf);
    let found = view(&visit.state.office, browser, Place::SignIn, visit.moment.now).await?;
    let panel = MobilePanel::new(visit, visit.url(&format!("/sign-in/mobile{query}")), found.as_ref());
    let mut errors = panel.errors();
    errors.extend(problem.map(|text| ErrorLine { field: String::new(), text }));
    let page = Page {
        frame: visit.frame(t.s("mobile-sign-in-title")).back(visit.url(&format!("/sign-in{query}"))).errors(errors),
        panel,
        eds: visit.url(&format!("/sign-in/eds{query}")),
        phone: visit.url(&format!("/sign-in/phone{query}")),
    };
    visit.show_with(status, &page)
}
