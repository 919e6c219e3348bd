//! `/{lang}/request/{draft}/files/{kind}/{file}/check`: can the page be read that was just uploaded? (UX.md F-check)
//!
//! A photo is shown as it is kept, scaled by the browser; a PDF is offered to open. Must never decide that a page is readable:
//! the person says so, and a page said to be unreadable stays until another takes its place.

use super::draft_help;
use crate::forms::{Control, Item, Posted, error_lines};
use crate::frame::{ErrorLine, Frame};
use crate::problem::{Outcome, Problem};
use crate::scanned::ScanLine;
use crate::state::AppState;
use crate::texts::T;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::documents::DocumentKind;
use domain::ids::{AttachmentId, DraftId};

const READABLE: &str = "readable";
/// Id of the button that turns the page.
const TURN: &str = "turn-page";

/// The page.
#[derive(Template)]
#[template(path = "portal/page_check.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// Name of the file.
    pub name: String,
    /// Address of the file.
    pub file: String,
    /// A photo, which is shown; else a PDF, which is opened.
    pub is_photo: bool,
    /// Where a photo is turned.
    pub turn: Option<String>,
    /// How many pages a PDF has.
    pub pages: Option<String>,
    /// What the virus scanner says of it.
    pub scan: Option<ScanLine>,
    /// The question.
    pub readable: Control,
    /// Address of the form.
    pub action: String,
    /// Asks whether to remove it.
    pub removal: String,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(answer)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    page(&visit, &named, StatusCode::OK, None).await
}

async fn answer(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let (id, kind, file) = place(&named)?;
    let document = format!("/request/{id}/files/{}", kind.as_str());
    match fields.trimmed(READABLE) {
        "yes" => Ok(visit.go(&format!("{document}/more"))),
        "no" => Ok(visit.go(&format!("{document}?instead={file}"))),
        _ => {
            let wrong = Wrong::Answer(visit.t().s("page-check-error"));
            page(&visit, &named, StatusCode::UNPROCESSABLE_ENTITY, Some(wrong)).await
        }
    }
}

fn place(named: &Named) -> Result<(DraftId, DocumentKind, AttachmentId), Problem> {
    let kind: String = named.get("kind")?;
    Ok((named.get("draft")?, DocumentKind::from_name(&kind).ok_or(Problem::NotFound)?, named.get("file")?))
}

/// What is wrong, in a sentence.
pub enum Wrong {
    /// With the answer.
    Answer(String),
    /// With the turn that was asked for.
    Turn(String),
}

/// The page of a file.
///
/// # Errors
/// [`Problem::NotFound`] for a file that is not there; [`Problem::Stale`] once the request was sent.
pub async fn page(visit: &Visit, named: &Named, status: StatusCode, wrong: Option<Wrong>) -> Outcome {
    let (id, kind, file) = place(named)?;
    let view = office::drafts::get(&visit.state.office, visit.actor()?, id, visit.moment.now).await?;
    let found = view.attachments.iter().find(|own| own.id == file && own.document == kind.as_str());
    let own = found.ok_or(Problem::NotFound)?;
    if view.draft.sent_as.is_some() {
        return Err(Problem::Stale);
    }
    let t = visit.t();
    let (answer, turn) = match wrong {
        Some(Wrong::Answer(text)) => (Some(text), None),
        Some(Wrong::Turn(text)) => (None, Some(ErrorLine { field: TURN.to_owned(), text })),
        None => (None, None),
    };
    let readable = question(&t, answer);
    let is_photo = own.media_type.starts_with("image/");
    let address = visit.url(&format!("/request/{id}/files/{}/{file}", kind.as_str()));
    let frame = visit
        .frame(t.s("page-check-title"))
        .caption(t.texts().label(t.lang, visit.state.office.catalogue().form(), &format!("upload-{}", kind.as_str())))
        .back(visit.url(&format!("/request/{id}/files")))
        .help(draft_help(visit, &view), None)
        .errors(error_lines(std::slice::from_ref(&readable)).into_iter().chain(turn).collect());
    let page = Page {
        frame,
        name: own.name.clone(),
        file: visit.url(&format!("/files/{file}")),
        is_photo,
        turn: is_photo.then(|| format!("{address}/turn")),
        pages: own.pages.map(|count| t.n("page-check-pages", "count", count)),
        scan: view.scans.get(&own.blob).map(|scan| ScanLine::own(&t, scan)),
        readable,
        action: format!("{address}/check"),
        removal: format!("{address}/removal"),
    };
    visit.show_with(status, &page)
}

/// The question with its two answers.
pub fn question(t: &T, error: Option<String>) -> Control {
    let items = ["yes", "no"].map(|value| Item::new(value, t.s(&format!("page-check-{value}"))));
    Control::radios(READABLE, t.s("page-check-label"), items.to_vec())
        .hint(Some(t.s("page-check-hint")))
        .error(error, t.s("frame-error-word"))
}
