//! `/{lang}/request/{draft}/files/{kind}/more`: is there another page of this document? (UX.md F-more) Must never change the draft.

use super::draft_help;
use super::files::{FileRow, rows, used};
use crate::forms::{Control, Item, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::texts::T;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use domain::documents::DocumentKind;
use domain::ids::DraftId;

const ANOTHER: &str = "another";

/// The page.
#[derive(Template)]
#[template(path = "portal/more_pages.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// Added so far.
    pub files: Vec<FileRow>,
    /// What the files of the request take.
    pub used: String,
    /// The question.
    pub another: Control,
    /// Address of the form.
    pub action: String,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(answer)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    page(&visit, &named, StatusCode::OK, None).await
}

async fn answer(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let (id, kind) = place(&named)?;
    match fields.trimmed(ANOTHER) {
        "yes" => Ok(visit.go(&format!("/request/{id}/files/{}", kind.as_str()))),
        "no" => Ok(visit.go(&format!("/request/{id}/files"))),
        _ => {
            let error = visit.t().s("more-pages-error");
            page(&visit, &named, StatusCode::UNPROCESSABLE_ENTITY, Some(error)).await
        }
    }
}

fn place(named: &Named) -> Result<(DraftId, DocumentKind), Problem> {
    let kind: String = named.get("kind")?;
    Ok((named.get("draft")?, DocumentKind::from_name(&kind).ok_or(Problem::NotFound)?))
}

async fn page(visit: &Visit, named: &Named, status: StatusCode, error: Option<String>) -> Result<Response, Problem> {
    let (id, kind) = place(named)?;
    let view = office::drafts::get(&visit.state.office, visit.actor()?, id, visit.moment.now).await?;
    if view.draft.sent_as.is_some() {
        return Err(Problem::Stale);
    }
    let t = visit.t();
    let another = question(&t, error);
    let documents = visit.url(&format!("/request/{id}/files"));
    let action = format!("{documents}/{}/more", kind.as_str());
    let frame = visit
        .frame(t.s("more-pages-title"))
        .caption(t.texts().label(t.lang, visit.state.office.catalogue().form(), &format!("upload-{}", kind.as_str())))
        .back(documents)
        .help(draft_help(visit, &view), None)
        .errors(error_lines(std::slice::from_ref(&another)));
    let files = rows(visit, &t, &view, kind);
    visit.show_with(status, &Page { frame, files, used: used(visit, &t, &view), another, action })
}

/// The question with its two answers.
pub fn question(t: &T, error: Option<String>) -> Control {
    let items = ["yes", "no"].map(|value| Item::new(value, t.s(&format!("more-pages-{value}"))));
    Control::radios(ANOTHER, t.s("more-pages-label"), items.to_vec()).error(error, t.s("frame-error-word"))
}
