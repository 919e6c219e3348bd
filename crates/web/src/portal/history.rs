//! `/{lang}/services`: "History of obtained services" (service page, step 7), drafts on top.

use super::deletion::DELETED;
use super::task_list::Kept;
use super::times;
use crate::frame::Frame;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::texts::T;
use crate::visit::Visit;
use askama::Template;
use axum::routing::{MethodRouter, get};
use office::cases::CaseLine;
use office::drafts::DraftView;
use store::enquiry::{Enquiry, State};

/// The page.
#[derive(Template)]
#[template(path = "portal/history.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// Not sent yet.
    pub drafts: Vec<DraftRow>,
    /// Sent.
    pub cases: Vec<CaseRow>,
    /// Questions to missions.
    pub enquiries: Vec<EnquiryRow>,
    /// Begin another request.
    pub new: String,
}

/// A question to a mission.
pub struct EnquiryRow {
    /// Its page.
    pub url: String,
    /// The mission.
    pub mission: String,
    /// Whether it is answered, with the day.
    pub state: String,
}

/// A draft.
pub struct DraftRow {
    /// Its task list.
    pub url: String,
    /// Name of the person who died, when it is known.
    pub name: Option<String>,
    /// Done sections of all, in words.
    pub progress: String,
    /// Last change, date.
    pub changed: String,
    /// Its number, until when it is kept, and where it is thrown away.
    pub kept: Kept,
}

/// A case.
pub struct CaseRow {
    /// Its page.
    pub url: String,
    /// Name of the person who died.
    pub name: String,
    /// Reference.
    pub reference: String,
    /// State in words.
    pub state: String,
    /// The next date in words, with its place.
    pub next: Option<String>,
    /// The term passed without a decision.
    pub overdue: bool,
    /// When it was sent.
    pub sent: String,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(visit: Visit) -> Outcome {
    let (t, office, now) = (visit.t(), &visit.state.office, visit.moment.now);
    let actor = visit.actor()?;
    let drafts = office::drafts::list(office, actor, now).await?;
    let cases = office::cases::of_applicant(office, actor, now).await?;
    let enquiries = office::enquiry::view::mine(office, actor).await?;
    let mut frame = visit.frame(t.s("history-title"));
    frame.notice = visit.query_value(DELETED).map(|_| t.s("deletion-done"));
    let page = Page {
        frame,
        enquiries: enquiries.iter().map(|(path, own)| enquiry_row(&visit, &t, path, own)).collect(),
        drafts: drafts.iter().map(|draft| draft_row(&visit, &t, draft)).collect(),
        cases: cases.iter().map(|line| case_row(&visit, &t, line)).collect(),
        new: visit.url("/request/new"),
    };
    visit.show(&page)
}

fn enquiry_row(visit: &Visit, t: &T, path: &str, own: &Enquiry) -> EnquiryRow {
    let mission = visit.state.office.catalogue().mission(&own.mission);
    let (key, at) = match &own.state {
        State::Waiting => ("enquiry-waits-until", own.answer_by),
        State::Answered { at, .. } => ("enquiry-answered-on", *at),
    };
    EnquiryRow {
        url: visit.url(path),
        mission: mission.map_or_else(|| own.mission.0.clone(), |mission| t.of(&mission.name).to_owned()),
        state: mission.map(|mission| t.f(key, "date", times::day(t, at, mission))).unwrap_or_default(),
    }
}

fn draft_row(visit: &Visit, t: &T, view: &DraftView) -> DraftRow {
    let done = super::task_list::done(view);
    DraftRow {
        url: visit.url(&format!("/request/{}", view.draft.id)),
        name: super::task_list::deceased_name(view),
        progress: t.f2("tasks-done", "done", done, "all", view.sections.len()),
        kept: super::task_list::kept(visit, view),
        changed: t.date(view.draft.updated_at.to_zoned(jiff::tz::TimeZone::UTC).date()),
    }
}

fn case_row(visit: &Visit, t: &T, line: &CaseLine) -> CaseRow {
    let mission = visit.state.office.catalogue().mission(&line.mission);
    let next = mission.and_then(|mission| match &line.collection {
        Some(collection) => Some(t.f("case-collect-at", "when", times::when(t, collection.at, mission))),
        None if line.state.term_runs() && !line.overdue => {
            Some(t.f("case-decision-by", "when", times::when(t, line.due_at, mission)))
        }
        None => None,
    });
    CaseRow {
        url: visit.url(&format!("/services/{}", line.id)),
        name: line.deceased.clone(),
        reference: line.reference.clone(),
        state: super::case::headline(t, line.state),
        next,
        overdue: line.overdue,
        sent: mission.map(|mission| times::day(t, line.sent_at, mission)).unwrap_or_default(),
    }
}
