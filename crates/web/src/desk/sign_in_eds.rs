//! `/{lang}/desk/sign-in/eds`: staff sign in with the EDS of an official.

use super::nav;
use crate::entry::{after_sign_in, carried_query};
use crate::forms::{Signed, encode};
use crate::frame::Frame;
use crate::portal::sign_panel::{OIDS_OFFICIAL, SignPanel};
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Visit, see_other};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use office::sign_in_eds::{Door, challenge};
use office::{OfficeError, SignatureProblem};

/// The page.
#[derive(Template)]
#[template(path = "desk/sign_in_eds.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// The text that is signed, shown before signing.
    pub challenge: String,
    /// The panel.
    pub panel: SignPanel,
    /// The other way in.
    pub other: String,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(answer)
}

async fn show(visit: Visit) -> Outcome {
    page(&visit, StatusCode::OK, None)
}

async fn answer(visit: Visit, signed: Signed) -> Outcome {
    let office = &visit.state.office;
    match office::officer_sign_in_eds::answer(office, signed.fields.get("ticket"), &signed.cms, &visit.moment).await {
        Ok(token) => {
            let session = office::session::open(office, &token, visit.moment.now).await?;
            let first = session.map_or("/desk/queue", |session| nav::first_room(&session.actor).0);
            Ok(visit.with_session(see_other(&after_sign_in(&visit, first)), Some(&token)))
        }
        Err(OfficeError::Signature(problem)) => page(&visit, StatusCode::UNPROCESSABLE_ENTITY, Some(&problem)),
        Err(other) => Err(other.into()),
    }
}

fn page(visit: &Visit, status: StatusCode, problem: Option<&SignatureProblem>) -> Result<Response, Problem> {
    let (t, query) = (visit.t(), carried_query(visit));
    let challenge = challenge(&visit.state.office, Door::Desk, &visit.moment);
    let content = visit.url(&format!("/sign-in/eds/challenge?{}", encode(&[("ticket", challenge.ticket.clone())])));
    let action = visit.url(&format!("/desk/sign-in/eds{query}"));
    let mut panel = SignPanel::new(visit, action, content, OIDS_OFFICIAL, problem);
    panel.ticket = challenge.ticket;
    let other = visit.url(&format!("/desk/sign-in{query}"));
    let frame = visit.frame(t.s("desk-sign-in-eds-title")).back(other.clone());
    let page = Page { frame: frame.errors(panel.errors()).signs(), challenge: challenge.text, panel, other };
    visit.show_signature_page(status, &page)
}
