//! `/{lang}/sign-in/eds`: sign a challenge with the own key. The signature's IIN is who signs in.

use super::sign_panel::{OIDS_SIGN_IN, SignPanel};
use crate::entry::{after_sign_in, carried_query};
use crate::forms::{Signed, encode};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::Visit;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use office::new_device::Way;
use office::sign_in_eds::Door;
use office::{OfficeError, SignatureProblem};

/// The page.
#[derive(Template)]
#[template(path = "portal/sign_in_eds.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// The text that is signed, shown before signing.
    pub challenge: String,
    /// The panel.
    pub panel: SignPanel,
    /// The other way in.
    pub phone: String,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(answer)
}

async fn show(visit: Visit) -> Outcome {
    page(&visit, StatusCode::OK, None)
}

async fn answer(visit: Visit, signed: Signed) -> Outcome {
    let ticket = signed.fields.get("ticket");
    let office = &visit.state.office;
    match office::sign_in_eds::answer(office, ticket, &signed.cms, visit.lang, &visit.moment).await {
        Ok(entered) => {
            let to = after_sign_in(&visit, "/services");
            Ok(visit.entered(&to, &entered, Way::Eds).await)
        }
        Err(OfficeError::Signature(problem)) => page(&visit, StatusCode::UNPROCESSABLE_ENTITY, Some(&problem)),
        Err(other) => Err(other.into()),
    }
}

fn page(visit: &Visit, status: StatusCode, problem: Option<&SignatureProblem>) -> Result<Response, Problem> {
    let t = visit.t();
    let challenge = office::sign_in_eds::challenge(&visit.state.office, Door::Portal, &visit.moment);
    let query = carried_query(visit);
    let content = visit.url(&format!("/sign-in/eds/challenge?{}", encode(&[("ticket", challenge.ticket.clone())])));
    let action = visit.url(&format!("/sign-in/eds{query}"));
    let mut panel = SignPanel::new(visit, action, content, OIDS_SIGN_IN, problem);
    panel.ticket = challenge.ticket;
    let frame = visit.frame(t.s("sign-in-eds-title")).back(visit.url(&format!("/sign-in{query}")));
    let page = Page {
        frame: frame.errors(panel.errors()).signs(),
        challenge: challenge.text,
        panel,
        phone: visit.url(&format!("/sign-in/phone{query}")),
    };
    visit.show_signature_page(status, &page)
}
