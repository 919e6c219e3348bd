//! `/{lang}/request/{draft}`: the sections and how far they are (UX.md T0).

use super::draft_help;
use crate::frame::Frame;
use crate::problem::Outcome;
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
    /// Check and send; `None` while something is missing.
    pub check: Option<String>,
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
    let heading = match deceased_name(&view) {
        Some(name) => t.f("tasks-title-name", "name", name),
        None => t.s("tasks-title"),
    };
    let saved = visit.query_value("saved").map(|_| t.s("section-saved"));
    let mut frame = visit.frame(heading).back(visit.url("/services")).help(draft_help(&visit, &view), None);
    frame.notice = saved;
    let page = Page {
        frame,
        progress: t.f2("tasks-done", "done", done(&view), "all", view.sections.len()),
        tasks: view
            .sections
            .iter()
            .map(|(section, progress)| Task {
                name: t.s(&format!("section-{section}-title")),
                url: visit.url(&format!("/request/{id}/{section}")),
                status: status(*progress),
                done: *progress == Progress::Done,
            })
            .collect(),
        check: view.complete.then(|| visit.url(&format!("/request/{id}/check"))),
    };
    visit.show(&page)
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
