//! `/{lang}/request/{draft}/sent`: the application was sent (UX.md H5): what happens next, with dates.

use super::times;
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::routing::{MethodRouter, get};
use domain::ids::DraftId;
use office::cases::CaseView;

/// The page.
#[derive(Template)]
#[template(path = "portal/sent.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// Reference.
    pub reference: String,
    /// When it was sent, in the mission's zone and on the clock of Astana.
    pub sent: (String, Option<String>),
    /// Date of registration in law.
    pub registered_on: String,
    /// End of the term, in both zones.
    pub due: (String, Option<String>),
    /// The mission.
    pub mission: String,
    /// True when the NCA has not answered yet.
    pub signature_pending: bool,
    /// Further lines for an addendum, in place of what happens next.
    pub addendum: Option<String>,
    /// The case.
    pub case: String,
    /// The file as sent.
    pub copy: String,
    /// Other things to do.
    pub afterwards: String,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let (office, actor, now) = (&visit.state.office, visit.actor()?, visit.moment.now);
    let draft: DraftId = named.get("draft")?;
    let view = office::drafts::get(office, actor, draft, now).await?;
    let Some(id) = view.draft.sent_as else { return Err(Problem::NotFound) };
    let case = office::cases::get(office, actor, id, now).await?;
    if view.draft.amends.is_some() {
        return addendum(&visit, &case, draft);
    }
    let (t, mission) = (visit.t(), &case.mission);
    let both = |at| (times::when(&t, at, mission), times::in_kazakhstan(&t, at, mission));
    let frame = visit.frame(t.s("sent-title")).help(Some(times::help(&t, mission)), Some(case.line.reference.clone()));
    visit.show(&Page {
        frame,
        reference: case.line.reference.clone(),
        sent: both(case.line.sent_at),
        registered_on: t.date(case.registration_date),
        due: both(case.due_at),
        mission: t.of(&mission.name).to_owned(),
        signature_pending: case.line.state == domain::application::StateKind::SignatureCheckPending,
        addendum: None,
        case: visit.url(&format!("/services/{id}")),
        copy: visit.url(&format!("/services/{id}/papers/application")),
        afterwards: times::afterwards(&visit, &case.request),
    })
}

/// The answer to what the mission asked was sent.
fn addendum(visit: &Visit, case: &CaseView, draft: DraftId) -> Outcome {
    let (t, mission) = (visit.t(), &case.mission);
    let both = |at| (times::when(&t, at, mission), times::in_kazakhstan(&t, at, mission));
    let own = case.supplements.iter().find(|own| own.draft == draft).ok_or(Problem::NotFound)?;
    let frame =
        visit.frame(t.s("answer-sent-title")).help(Some(times::help(&t, mission)), Some(case.line.reference.clone()));
    visit.show(&Page {
        frame,
        reference: case.line.reference.clone(),
        sent: both(own.sent_at),
        registered_on: String::new(),
        due: both(case.due_at),
        mission: t.of(&mission.name).to_owned(),
        signature_pending: false,
        addendum: Some(t.f("answer-sent-next", "mission", t.of(&mission.name))),
        case: visit.url(&format!("/services/{}", case.line.id)),
        copy: visit.url(&format!("/services/{}/papers/supplement-{}", case.line.id, own.number)),
        afterwards: times::afterwards(visit, &case.request),
    })
}
