//! `/{lang}/request/{draft}/files/{kind}/{file}/removal`: asks once, then removes a file from the draft.

use super::draft_help;
use crate::forms::Posted;
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::routing::{MethodRouter, get};
use domain::ids::{AttachmentId, DraftId};

/// The page.
#[derive(Template)]
#[template(path = "portal/removal.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// Name of the file.
    pub name: String,
    /// Address of the form.
    pub action: String,
    /// Keeps the file.
    pub back: String,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(remove)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let (id, file): (DraftId, AttachmentId) = (named.get("draft")?, named.get("file")?);
    let view = office::drafts::get(&visit.state.office, visit.actor()?, id, visit.moment.now).await?;
    let own = view.attachments.iter().find(|one| one.id == file).ok_or(Problem::NotFound)?;
    let (t, back) = (visit.t(), visit.url(&format!("/request/{id}/files")));
    let frame = visit
        .frame(t.s("removal-title"))
        .caption(t.s("request-caption"))
        .back(back.clone())
        .help(draft_help(&visit, &view), None);
    visit.show(&Page { frame, name: own.name.clone(), action: visit.url(&visit.path), back })
}

async fn remove(visit: Visit, named: Named, Posted(_): Posted) -> Outcome {
    let (id, file): (DraftId, AttachmentId) = (named.get("draft")?, named.get("file")?);
    office::attach_file::remove_file(&visit.state.office, visit.actor()?, id, file, &visit.moment).await?;
    Ok(visit.go(&format!("/request/{id}/files")))
}
