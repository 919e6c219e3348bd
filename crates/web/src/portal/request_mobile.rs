//! `/{lang}/request/{draft}/mobile`: sign exactly the prepared file with eGov Mobile (UX.md H4a). The app's signature sends the request;
//! this page tells how far it is and leads on.

use super::check::unfinished;
use super::draft_help;
use super::mobile_panel::MobilePanel;
use crate::forms::Posted;
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::routing::{MethodRouter, get};
use domain::ids::DraftId;
use office::mobile_signing::view::{Stage, view};
use office::mobile_signing::{Browser, Place, begin, is_offered};

/// The page.
#[derive(Template)]
#[template(path = "portal/request_mobile.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// What is signed and what follows from it.
    pub lead: String,
    /// The panel.
    pub panel: MobilePanel,
    /// Address of the file.
    pub file: String,
    /// Another way: signing with a program.
    pub signature: String,
    /// Another way: a one-time code.
    pub code: String,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(start)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let id: DraftId = named.get("draft")?;
    let (office, actor, now) = (&visit.state.office, visit.actor()?, visit.moment.now);
    if !is_offered(office) {
        return Err(Problem::NotFound);
    }
    let draft = office::drafts::get(office, actor, id, now).await?;
    let found = view(office, Browser::session(token(&visit)?), Place::Request(id), now).await?;
    let is_sent = found.as_ref().is_some_and(|view| view.stage == Stage::Sent);
    if is_sent || draft.draft.sent_as.is_some() {
        return Ok(visit.go(&format!("/request/{id}/sent")));
    }
    let (t, url) = (visit.t(), |page: &str| visit.url(&format!("/request/{id}/{page}")));
    let panel = MobilePanel::new(&visit, url("mobile"), found.as_ref());
    let frame = visit
        .frame(t.s("mobile-request-title"))
        .caption(t.s("request-caption"))
        .back(url("check"))
        .help(draft_help(&visit, &draft), None)
        .errors(panel.errors());
    let lead = t.s("mobile-request-lead");
    visit.show(&Page { frame, lead, panel, file: url("file"), signature: url("signature"), code: url("code") })
}

/// Shows the code: a new one each time.
async fn start(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let id: DraftId = named.get("draft")?;
    let (office, actor, moment) = (&visit.state.office, visit.actor()?, &visit.moment);
    if fields.get("act") != "begin" {
        return Err(Problem::DoesNotFit);
    }
    match begin::request(office, actor, id, token(&visit)?, &visit.remote, moment).await {
        Ok(()) => Ok(visit.go(&format!("/request/{id}/mobile"))),
        Err(error) => {
            let draft = office::drafts::get(office, actor, id, moment.now).await?;
            unfinished(&visit, id, &draft, error)
        }
    }
}

/// The session's own token: the signing belongs to it.
pub(super) fn token(visit: &Visit) -> Result<&str, Problem> {
    visit.token.as_deref().ok_or(Problem::SignedOut)
}
