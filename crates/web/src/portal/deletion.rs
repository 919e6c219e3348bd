//! `/{lang}/request/{draft}/deletion`: says what is lost, then erases a request that was not sent.

use super::{draft_help, task_list};
use crate::forms::Posted;
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::routing::{MethodRouter, get};
use domain::ids::DraftId;

/// Query of the list of applications after a draft was erased.
pub const DELETED: &str = "deleted";

/// The page.
#[derive(Template)]
#[template(path = "portal/deletion.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// The person who died, as far as it was typed.
    pub name: Option<String>,
    /// The draft's short number.
    pub number: String,
    /// What is lost, a line each.
    pub lost: Vec<String>,
    /// Address of the form.
    pub action: String,
    /// Keeps the draft.
    pub back: String,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(erase)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let id: DraftId = named.get("draft")?;
    let (office, actor) = (&visit.state.office, visit.actor()?);
    let view = office::drafts::get(office, actor, id, visit.moment.now).await?;
    if view.draft.sent_as.is_some() || view.amends.is_some() {
        return Err(Problem::NotOpen);
    }
    let form = office::print_form::form(office, actor, id).await?;
    let (t, back) = (visit.t(), visit.url(&format!("/request/{id}")));
    let mut lost = vec![t.f2("deletion-answers", "done", task_list::done(&view), "all", view.sections.len())];
    if !view.attachments.is_empty() {
        lost.push(t.f("deletion-files", "count", view.attachments.len()));
    }
    lost.extend(form.map(|form| t.f("deletion-form", "number", form.number)));
    let frame = visit
        .frame(t.s("deletion-title"))
        .caption(t.s("request-caption"))
        .back(back.clone())
        .help(draft_help(&visit, &view), None);
    let (name, number) = (task_list::deceased_name(&view), view.number());
    visit.show(&Page { frame, name, number, lost, action: visit.url(&visit.path), back })
}

async fn erase(visit: Visit, named: Named, Posted(_): Posted) -> Outcome {
    let id: DraftId = named.get("draft")?;
    office::erase_draft::erase_draft(&visit.state.office, visit.actor()?, id, &visit.moment).await?;
    Ok(visit.go(&format!("/services?{DELETED}=1")))
}
