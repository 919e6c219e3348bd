//! `/{lang}/request/{draft}/files/{kind}`: add one file of a document, then the next (UX.md F-upload).

use super::files::{FileRow, limits, rows};
use super::{draft_help, drop_texts, sign_panel};
use crate::forms::{Control, Upload, error_lines};
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
use office::drafts::DraftView;
use office::{FileProblem, OfficeError};

/// Without HEIC on purpose: iOS then converts photos to JPEG by itself (UX.md 2.6).
const ACCEPT: &str = "image/jpeg,image/png,application/pdf";
const FILE: &str = "file";

/// The page.
#[derive(Template)]
#[template(path = "portal/upload.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// The field.
    pub file: Control,
    /// Added so far.
    pub files: Vec<FileRow>,
    /// Address of the form.
    pub action: String,
    /// Back to all documents.
    pub done: String,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(add)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let (view, kind) = opened(&visit, &named).await?;
    page(&visit, &view, kind, StatusCode::OK, None)
}

async fn add(visit: Visit, named: Named, mut upload: Upload) -> Outcome {
    let (view, kind) = opened(&visit, &named).await?;
    let office = &visit.state.office;
    let (id, bytes_max) = (view.draft.id, office.settings().upload_bytes_max);
    let problem = match upload.take(FILE) {
        None => FileProblem::Missing,
        Some(part) if part.too_big => FileProblem::TooBig { bytes_max },
        Some(part) => {
            let actor = visit.actor()?;
            match office::attach_file::attach_file(office, actor, id, kind, &part.name, part.bytes, &visit.moment).await
            {
                Ok(_) => return Ok(visit.go(&format!("/request/{id}/files/{}?added=1", kind.as_str()))),
                Err(OfficeError::File(problem)) => problem,
                Err(other) => return Err(other.into()),
            }
        }
    };
    page(&visit, &view, kind, StatusCode::UNPROCESSABLE_ENTITY, Some(&problem))
}

async fn opened(visit: &Visit, named: &Named) -> Result<(DraftView, DocumentKind), Problem> {
    let id: DraftId = named.get("draft")?;
    let kind: String = named.get("kind")?;
    let kind = DocumentKind::from_name(&kind).ok_or(Problem::NotFound)?;
    let view = office::drafts::get(&visit.state.office, visit.actor()?, id, visit.moment.now).await?;
    if view.draft.sent_as.is_some() { Err(Problem::Stale) } else { Ok((view, kind)) }
}

fn page(
    visit: &Visit,
    view: &DraftView,
    kind: DocumentKind,
    status: StatusCode,
    problem: Option<&FileProblem>,
) -> Result<Response, Problem> {
    let t = visit.t();
    let (id, form) = (view.draft.id, visit.state.office.catalogue().form());
    let name = t.texts().label(t.lang, form, &format!("upload-{}", kind.as_str()));
    let file = Control::file(FILE, t.s("upload-label"), ACCEPT)
        .hint(Some(limits(visit, &t)))
        .error(problem.map(|problem| sentence(&t, problem)), t.s("frame-error-word"))
        .drop_texts(drop_texts(&t));
    let done = visit.url(&format!("/request/{id}/files"));
    let mut frame = visit
        .frame(t.f("upload-title", "document", name))
        .caption(t.s("request-caption"))
        .back(done.clone())
        .help(draft_help(visit, view), None)
        .errors(error_lines(std::slice::from_ref(&file)));
    frame.notice = visit.query_value("added").filter(|_| problem.is_none()).map(|_| t.s("upload-added"));
    let action = visit.url(&format!("/request/{id}/files/{}", kind.as_str()));
    visit.show_with(status, &Page { frame, file, files: rows(visit, &t, view, kind), action, done })
}

/// What is wrong with a file, in a sentence.
fn sentence(t: &T, problem: &FileProblem) -> String {
    match problem {
        FileProblem::TooBig { bytes_max } => {
            t.f(problem.key(), "limit", sign_panel::size(t, usize::try_from(*bytes_max).unwrap_or(usize::MAX)))
        }
        FileProblem::TooMany { files_max } => t.f(problem.key(), "limit", files_max),
        _ => t.s(problem.key()),
    }
}
