//! `/{lang}/request/{draft}/files/{kind}`: one page of a document (UX.md F-upload), or one in the place of
//! another (`?instead=`). What is wrong with a file is said at the field; nothing else is lost.

use super::files::{FileRow, limits, rows, used};
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
use domain::ids::{AttachmentId, UploadId};
use office::attach_file::{Place, attach_file};
use office::drafts::DraftView;
use office::{FileProblem, OfficeError, resumable_upload};

/// Without HEIC on purpose: iOS then converts photos to JPEG by itself (UX.md 2.6).
pub(crate) const ACCEPT: &str = "image/jpeg,image/png,application/pdf";
const FILE: &str = "file";
/// Field with the id of a file that has arrived in pieces (`tus`).
const ARRIVED: &str = "upload";
/// Query name of the file whose place the new one takes.
const INSTEAD: &str = "instead";

/// The page.
#[derive(Template)]
#[template(path = "portal/upload.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// The field.
    pub file: Control,
    /// Name of the file whose place the new one takes.
    pub instead: Option<String>,
    /// What the files of the request take so far.
    pub used: String,
    /// Added so far.
    pub files: Vec<FileRow>,
    /// Address of the form.
    pub action: String,
    /// Where a script uploads in pieces.
    pub uploads: String,
    /// The document, for the script.
    pub kind: &'static str,
    /// Back to all documents.
    pub done: String,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(add)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let (view, place) = opened(&visit, &named).await?;
    page(&visit, &view, place, StatusCode::OK, None)
}

async fn add(visit: Visit, named: Named, mut upload: Upload) -> Outcome {
    let (view, place) = opened(&visit, &named).await?;
    let office = &visit.state.office;
    let bytes_max = office.settings().upload_bytes_max;
    let (actor, moment) = (visit.actor()?, &visit.moment);
    let arrived = upload.fields.trimmed(ARRIVED).to_owned();
    let taken = match upload.take(FILE) {
        _ if !arrived.is_empty() => match arrived.parse::<UploadId>() {
            Ok(id) => resumable_upload::finish(office, actor, place, id, moment).await,
            Err(_) => Err(OfficeError::NotFound),
        },
        None => Err(OfficeError::File(FileProblem::Missing)),
        Some(part) if part.too_big => Err(OfficeError::File(FileProblem::TooBig { bytes_max })),
        Some(part) => attach_file(office, actor, place, &part.name, part.bytes, moment).await,
    };
    let problem = match taken {
        Ok(file) => return Ok(visit.go(&checked(place, file))),
        Err(OfficeError::File(problem)) => problem,
        Err(other) => return Err(other.into()),
    };
    page(&visit, &view, place, StatusCode::UNPROCESSABLE_ENTITY, Some(&problem))
}

/// The page that asks whether the file can be read.
fn checked(place: Place, file: AttachmentId) -> String {
    format!("/request/{}/files/{}/{file}/check", place.draft, place.document.as_str())
}

async fn opened(visit: &Visit, named: &Named) -> Result<(DraftView, Place), Problem> {
    let kind: String = named.get("kind")?;
    let document = DocumentKind::from_name(&kind).ok_or(Problem::NotFound)?;
    let instead = visit.query_value(INSTEAD).map(|id| id.parse().map_err(|_| Problem::NotFound)).transpose()?;
    let place = Place { draft: named.get("draft")?, document, instead };
    let view = office::drafts::get(&visit.state.office, visit.actor()?, place.draft, visit.moment.now).await?;
    if view.draft.sent_as.is_some() {
        return Err(Problem::Stale);
    }
    if place.instead.is_some() && replaced(&view, place).is_none() {
        return Err(Problem::NotFound);
    }
    Ok((view, place))
}

/// Name of the file whose place the new one takes.
fn replaced(view: &DraftView, place: Place) -> Option<String> {
    let mut files = view.attachments.iter().filter(|file| file.document == place.document.as_str());
    files.find(|file| Some(file.id) == place.instead).map(|file| file.name.clone())
}

fn page(
    visit: &Visit,
    view: &DraftView,
    place: Place,
    status: StatusCode,
    problem: Option<&FileProblem>,
) -> Result<Response, Problem> {
    let t = visit.t();
    let (kind, form) = (place.document.as_str(), visit.state.office.catalogue().form());
    let document = t.texts().label(t.lang, form, &format!("upload-{kind}"));
    let files = rows(visit, &t, view, place.document);
    let file = Control::file(FILE, t.s("upload-label"), ACCEPT)
        .hint(Some(limits(visit, &t)))
        .error(problem.map(|problem| sentence(&t, problem)), t.s("frame-error-word"))
        .drop_texts(drop_texts(&t));
    let done = visit.url(&format!("/request/{}/files", place.draft));
    let heading = match place.instead {
        None => t.f2("upload-title", "document", document, "page", files.len() + 1),
        Some(_) => t.f("upload-title-again", "document", document),
    };
    let frame = visit
        .frame(heading)
        .caption(t.s("request-caption"))
        .back(done.clone())
        .help(draft_help(visit, view), None)
        .errors(error_lines(std::slice::from_ref(&file)));
    let action = match place.instead {
        None => format!("{done}/{kind}"),
        Some(id) => format!("{done}/{kind}?{INSTEAD}={id}"),
    };
    let page = Page {
        frame,
        file,
        instead: replaced(view, place),
        used: used(visit, &t, view),
        files,
        action,
        uploads: visit.url(&format!("/request/{}/uploads", place.draft)),
        kind,
        done,
    };
    visit.show_with(status, &page)
}

/// What is wrong with a file, in a sentence.
pub fn sentence(t: &T, problem: &FileProblem) -> String {
    let size = |bytes: u64| sign_panel::size(t, usize::try_from(bytes).unwrap_or(usize::MAX));
    match problem {
        FileProblem::TooBig { bytes_max } => t.f(problem.key(), "limit", size(*bytes_max)),
        FileProblem::Full { bytes_max, used } => t.f2(problem.key(), "limit", size(*bytes_max), "used", size(*used)),
        FileProblem::TooMany { files_max } => t.f(problem.key(), "limit", files_max),
        FileProblem::TooManyPages { pages_max } => t.f(problem.key(), "limit", pages_max),
        _ => t.s(problem.key()),
    }
}
