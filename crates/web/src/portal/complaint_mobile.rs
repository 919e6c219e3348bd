//! `/{lang}/complaints/{complaint}/mobile`: sign exactly the complaint's file with eGov Mobile. The app's signature files the complaint; this
//! page tells how far it is and leads on.

use super::complaint_proof::again;
use super::mobile_panel::MobilePanel;
use super::request_mobile::{Page, token};
use crate::forms::Posted;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::routing::{MethodRouter, get};
use domain::complaint::ComplaintState;
use office::complain;
use office::mobile_signing::view::view;
use office::mobile_signing::{Browser, Place, begin, is_offered};
use uuid::Uuid;

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(start)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let id: Uuid = named.get("complaint")?;
    let (office, actor, now) = (&visit.state.office, visit.actor()?, visit.moment.now);
    if !is_offered(office) {
        return Err(Problem::NotFound);
    }
    let own = complain::get(office, actor, id).await?;
    if own.state != ComplaintState::Draft {
        return Ok(visit.go(&format!("/complaints/{id}")));
    }
    let found = view(office, Browser::session(token(&visit)?), Place::Complaint(id), now).await?;
    let (t, url) = (visit.t(), |page: &str| visit.url(&format!("/complaints/{id}{page}")));
    let panel = MobilePanel::new(&visit, url("/mobile"), found.as_ref());
    let frame = visit
        .frame(t.s("mobile-complaint-title"))
        .caption(own.body.reference.clone())
        .back(url(""))
        .errors(panel.errors());
    let lead = t.s("mobile-complaint-lead");
    visit.show(&Page { frame, lead, panel, file: url("/file"), signature: url("/signature"), code: url("/code") })
}

/// Shows the code: a new one each time.
async fn start(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let id: Uuid = named.get("complaint")?;
    if fields.get("act") != "begin" {
        return Err(Problem::DoesNotFit);
    }
    let (office, actor) = (&visit.state.office, visit.actor()?);
    match begin::complaint(office, actor, id, token(&visit)?, &visit.remote, &visit.moment).await {
        Ok(()) => Ok(visit.go(&format!("/complaints/{id}/mobile"))),
        Err(error) => again(&visit, id, error).await,
    }
}
