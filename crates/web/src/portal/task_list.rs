//! `/{lang}/request/{draft}`: the sections and how far they are (UX.md T0).

use super::{draft_help, kept_until, times};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::routing::{MethodRouter, get};
use domain::ids::DraftId;
use office::drafts::{DraftView, Progress};

/// The page.
#[derive(Template)]
#[template(path = "portal/task_list.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// How many are done, in words.
    pub progress: String,
    /// The sections.
    pub tasks: Vec<Task>,
    /// For an answer to what the mission asked: until when, and each part with its words.
    pub asked: Option<(String, Vec<(String, String)>)>,
    /// Check and send; `None` while something is missing.
    pub check: Option<String>,
    /// Of a new request: its short number, and until when it is kept.
    pub kept: Option<Kept>,
}

/// How long a draft is kept.
pub struct Kept {
    /// Its short number.
    pub number: String,
    /// The day on which it is erased if nobody works on it; `None`: it is kept without end.
    pub until: Option<String>,
    /// Where it is thrown away; `None` for who types it for somebody.
    pub delete: Option<String>,
}

/// A section.
pub struct Task {
    /// Its name.
    pub name: String,
    /// Its page.
    pub url: String,
    /// Key of its status.
    pub status: &'static str,
    /// Done: the status is plain text, not a tag.
    pub done: bool,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let id: DraftId = named.get("draft")?;
    let view = office::drafts::get(&visit.state.office, visit.actor()?, id, visit.moment.now).await?;
    if view.draft.sent_as.is_some() {
        return Ok(visit.go(&format!("/request/{id}/sent")));
    }
    let t = visit.t();
    if let Some(amends) = &view.amends
        && amends.correction.is_none()
    {
        return Ok(visit.go(&format!("/services/{}", amends.application)));
    }
    if view.amends.is_some() {
        return answer(&visit, &view);
    }
    let heading = match deceased_name(&view) {
        Some(name) => t.f("tasks-title-name", "name", name),
        None => t.s("tasks-title"),
    };
    let saved = visit.query_value("saved").map(|_| t.s("section-saved"));
    let mut frame = visit
        .frame(heading)
        .back(visit.url(if visit.typist.is_some() { "/desk/paper" } else { "/services" }))
        .help(draft_help(&visit, &view), None);
    frame.notice = saved;
    let page = Page {
        frame,
        progress: t.f2("tasks-done", "done", done(&view), "all", view.sections.len()),
        tasks: tasks(&visit, &view, status),
        asked: None,
        check: view.complete.then(|| visit.url(&format!("/request/{id}/check"))),
        kept: Some(kept(&visit, &view)),
    };
    visit.show(&page)
}

fn tasks(visit: &Visit, view: &DraftView, status: fn(Progress) -> &'static str) -> Vec<Task> {
    let (t, id) = (visit.t(), view.draft.id);
    let task = |(section, progress): &(String, Progress)| Task {
        name: t.s(&format!("section-{section}-title")),
        url: visit.url(&format!("/request/{id}/{section}")),
        status: status(*progress),
        done: *progress == Progress::Done,
    };
    view.sections.iter().map(task).collect()
}

/// The list of an answer to what the mission asked: only the parts it named (UX.md S1).
fn answer(visit: &Visit, view: &DraftView) -> Outcome {
    let t = visit.t();
    let Some(amends) = &view.amends else { return Err(Problem::NotFound) };
    let Some(correction) = &amends.correction else { return Err(Problem::NotFound) };
    let id = view.draft.id;
    let mission = view.draft.mission.as_ref().and_then(|id| visit.state.office.catalogue().mission(id));
    let until = mission.map(|mission| times::when(&t, correction.answer_by, mission)).unwrap_or_default();
    let part = |section: &str| t.s(&format!("section-{section}-title"));
    let items = correction.items.iter().map(|item| (part(&item.section), item.said.clone())).collect();
    let mut frame = visit
        .frame(t.s("answer-title"))
        .caption(amends.reference.clone())
        .back(visit.url(&format!("/services/{}", amends.application)))
        .help(draft_help(visit, view), Some(amends.reference.clone()));
    frame.notice = visit.query_value("saved").map(|_| t.s("section-saved"));
    visit.show(&Page {
        frame,
        progress: t.s("answer-lead"),
        tasks: tasks(visit, view, answer_status),
        asked: Some((until, items)),
        check: view.complete.then(|| visit.url(&format!("/request/{id}/check"))),
        kept: None,
    })
}

/// Number and days of a new request.
pub fn kept(visit: &Visit, view: &DraftView) -> Kept {
    let delete = visit.typist.is_none().then(|| visit.url(&format!("/request/{}/deletion", view.draft.id)));
    Kept { number: view.number(), until: kept_until(visit, view), delete }
}

fn answer_status(progress: Progress) -> &'static str {
    match progress {
        Progress::NotStarted => "answer-not-changed",
        Progress::Started => "task-started",
        Progress::Done => "answer-changed",
    }
}

fn status(progress: Progress) -> &'static str {
    match progress {
        Progress::NotStarted => "task-not-started",
        Progress::Started => "task-started",
        Progress::Done => "task-done",
    }
}

/// Sections that are done.
pub fn done(view: &DraftView) -> usize {
    view.sections.iter().filter(|(_, progress)| *progress == Progress::Done).count()
}

/// The name of the person who died, as far as it was typed.
pub fn deceased_name(view: &DraftView) -> Option<String> {
    let part = |name: &str| view.draft.answers.get(name).map(|text| text.trim()).filter(|text| !text.is_empty());
    let parts: Vec<&str> =
        ["deceased-surname", "deceased-given", "deceased-patronymic"].into_iter().filter_map(part).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}
