//! Internal notes on a case: the desk's own words to itself. The applicant never sees them; messages to the applicant are letters of acts.

use super::act::{kept, text};
use super::bar::Bar;
use super::clock::Clock;
use crate::forms::{Control, Fields, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::actor::Role;
use domain::ids::ApplicationId;
use office::cases::CaseView;
use office::write_note::{NOTE_CHARS_MAX, write_note};
use service::Finding;

const NOTE: &str = "note";
const NOTE_ROWS: u8 = 4;

/// The page.
#[derive(Template)]
#[template(path = "desk/notes.html")]
pub struct Page {
    /// Frame of the page.
    pub frame: Frame,
    /// The case.
    pub bar: Bar,
    /// What was written, the newest first.
    pub notes: Vec<NoteLine>,
    /// The question; `None` for who only reads.
    pub note: Option<Control>,
    /// Where it goes.
    pub action: String,
}

/// A note.
#[derive(Clone, Debug)]
pub struct NoteLine {
    /// When and who.
    pub meta: String,
    /// What.
    pub text: String,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(write)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    page(&visit, named.get("application")?, &kept(&visit).await?, &[]).await
}

async fn write(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let id: ApplicationId = named.get("application")?;
    let note = text(&fields, NOTE);
    let written = write_note(&visit.state.office, visit.actor()?, id, &note, &visit.moment);
    match written.await {
        Ok(()) => Ok(visit.go(&format!("/desk/cases/{id}/notes"))),
        Err(error) => page(&visit, id, &fields, &super::act::findings(error)?).await,
    }
}

async fn page(visit: &Visit, id: ApplicationId, fields: &Fields, found: &[Finding]) -> Outcome {
    let view = office::cases::get(&visit.state.office, visit.actor()?, id, visit.moment.now).await?;
    let notes = lines(visit, &view).ok_or(Problem::NotFound)?;
    let t = visit.t();
    let error = found.first().map(|own| t.f(&format!("note-error-{}", own.code), "max", NOTE_CHARS_MAX));
    let control = Control::textarea(NOTE, t.s("note-label"), NOTE_ROWS)
        .hint(Some(t.s("note-hint")))
        .value(fields.get(NOTE))
        .error(error, t.s("frame-title-error"));
    let status = if found.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let note = matches!(visit.actor()?.role(), Role::Officer | Role::Supervisor).then_some(control);
    let errors = note.as_ref().map(|own| error_lines(std::slice::from_ref(own))).unwrap_or_default();
    let case_url = visit.url(&format!("/desk/cases/{id}"));
    let heading = t.f("note-title", "reference", &view.line.reference);
    visit.show_with(
        status,
        &Page {
            frame: visit.frame(heading).back(case_url.clone()).errors(errors).wide(),
            bar: Bar::of(visit, &view),
            notes,
            note,
            action: format!("{case_url}/notes"),
        },
    )
}

/// The notes of a case, the newest first; `None` for who does not read them.
pub fn lines(visit: &Visit, view: &CaseView) -> Option<Vec<NoteLine>> {
    let clock = Clock::of(visit, &view.mission.id);
    let line = |(note, officer): &(store::note::Note, Option<domain::paper::OfficerLine>)| {
        let who = officer.as_ref().map(|own| format!("{}, {}", own.name, visit.t().of(&own.post)));
        NoteLine {
            meta: format!("{} · {}", clock.full(note.written_at), who.unwrap_or_default()),
            text: note.text.clone(),
        }
    };
    view.desk.as_ref().map(|desk| desk.notes.iter().rev().map(line).collect())
}
