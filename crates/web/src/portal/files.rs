//! `/{lang}/request/{draft}/files`: the documents that the answers call for, each with its files (UX.md F0).

use super::questions::{answers, facts_of};
use super::times::day;
use super::{draft_help, sign_panel};
use crate::frame::{ErrorLine, Frame};
use crate::problem::Outcome;
use crate::scanned::ScanLine;
use crate::state::AppState;
use crate::texts::T;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::documents::DocumentKind;
use domain::ids::DraftId;
use jiff::tz::TimeZone;
use office::drafts::DraftView;
use office::earlier_documents::{Earlier, offers};

/// The page.
#[derive(Template)]
#[template(path = "portal/files.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// Limits, made from the constants that are enforced.
    pub limits: String,
    /// What the files take so far.
    pub used: String,
    /// The documents.
    pub documents: Vec<Document>,
    /// The next section.
    pub next: String,
    /// The questions about the documents.
    pub facts: String,
}

/// A document that is asked for.
pub struct Document {
    /// Stable name.
    pub kind: &'static str,
    /// Its name.
    pub name: String,
    /// Why it is asked for.
    pub why: Option<String>,
    /// May be left out.
    pub optional: bool,
    /// Its files.
    pub files: Vec<FileRow>,
    /// Where a file is added.
    pub add: String,
    /// Key of the words of that link.
    pub add_key: &'static str,
    /// The same document of earlier requests.
    pub earlier: Vec<EarlierRow>,
}

/// A document of an earlier request that can be taken over.
pub struct EarlierRow {
    /// Which request, and its files.
    pub words: String,
    /// Id of the request.
    pub from: String,
    /// Address of the form.
    pub action: String,
}

/// A file.
pub struct FileRow {
    /// Its name on the person's device.
    pub name: String,
    /// Its size in words.
    pub size: String,
    /// Shows it.
    pub url: String,
    /// A photo, of which a small picture is shown.
    pub is_photo: bool,
    /// Asks whether it can be read.
    pub check: String,
    /// Takes another in its place.
    pub replace: String,
    /// Asks whether to remove it.
    pub remove: String,
    /// What the virus scanner says of it.
    pub scan: Option<ScanLine>,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    page(&visit, named.get("draft")?, StatusCode::OK, None).await
}

/// The page; `wrong`: what could not be done, in a sentence.
///
/// # Errors
/// [`crate::problem::Problem::NotFound`] for another person's draft.
pub async fn page(visit: &Visit, id: DraftId, status: StatusCode, wrong: Option<String>) -> Outcome {
    let view = office::drafts::get(&visit.state.office, visit.actor()?, id, visit.moment.now).await?;
    if view.draft.sent_as.is_some() {
        return Ok(visit.go(&format!("/request/{id}/sent")));
    }
    // What the person enclosed elsewhere is not the desk's to see.
    let earlier = match visit.typist {
        Some(_) => vec![],
        None => offers(&visit.state.office, visit.actor()?, id).await?,
    };
    let t = visit.t();
    let frame = visit
        .frame(t.s("files-title"))
        .caption(t.s("request-caption"))
        .back(visit.url(&format!("/request/{id}")))
        .help(draft_help(visit, &view), None)
        .errors(wrong.into_iter().map(|text| ErrorLine { field: String::new(), text }).collect());
    let page = Page {
        frame,
        limits: limits(visit, &t),
        used: used(visit, &t, &view),
        documents: documents(visit, &t, &view, &earlier),
        next: visit.url(&after(visit, &view)),
        facts: visit.url(&format!("/request/{id}/{}", with_uploads(visit).unwrap_or_default())),
    };
    visit.show_with(status, &page)
}

/// The limits in words.
pub fn limits(visit: &Visit, t: &T) -> String {
    let settings = visit.state.office.settings();
    let size = |bytes: u64| sign_panel::size(t, usize::try_from(bytes).unwrap_or(usize::MAX));
    t.all(
        "files-limits",
        &[
            ("each", size(settings.upload_bytes_max)),
            ("count", settings.files_per_document_max.to_string()),
            ("all", size(settings.request_bytes_max)),
        ],
    )
}

/// What the files of the request take, of what they may.
pub fn used(visit: &Visit, t: &T, view: &DraftView) -> String {
    let size = |bytes: u64| sign_panel::size(t, usize::try_from(bytes).unwrap_or(usize::MAX));
    let used = office::attach_file::bytes_used(&view.attachments);
    t.f2("files-used", "used", size(used), "all", size(visit.state.office.settings().request_bytes_max))
}

/// Id of the section that asks for files.
fn with_uploads(visit: &Visit) -> Option<String> {
    let form = visit.state.office.catalogue().form();
    form.sections.iter().find(|section| !section.uploads.is_empty()).map(|section| section.id.clone())
}

fn after(visit: &Visit, view: &DraftView) -> String {
    let form = visit.state.office.catalogue().form();
    let next = with_uploads(visit).and_then(|id| form.neighbours(&id).1.map(|section| section.id.clone()));
    match next {
        Some(section) if view.amends.is_none() => format!("/request/{}/{section}", view.draft.id),
        _ => format!("/request/{}", view.draft.id),
    }
}

fn documents(visit: &Visit, t: &T, view: &DraftView, earlier: &[Earlier]) -> Vec<Document> {
    let form = visit.state.office.catalogue().form();
    let answers = answers(view);
    let facts = facts_of(visit, &answers);
    form.sections
        .iter()
        .flat_map(|section| form.uploads(section, &answers, facts))
        .map(|upload| {
            let files = rows(visit, t, view, upload.kind);
            Document {
                kind: upload.kind.as_str(),
                name: t.texts().label(t.lang, form, &upload.name()),
                why: t.texts().hint(t.lang, form, &upload.name()),
                optional: upload.optional,
                add: visit.url(&format!("/request/{}/files/{}", view.draft.id, upload.kind.as_str())),
                add_key: if files.is_empty() { "files-add" } else { "files-more" },
                files,
                earlier: earlier_rows(visit, t, view.draft.id, earlier.iter().filter(|own| own.kind == upload.kind)),
            }
        })
        .collect()
}

fn earlier_rows<'e>(
    visit: &Visit,
    t: &T,
    draft: DraftId,
    earlier: impl Iterator<Item = &'e Earlier>,
) -> Vec<EarlierRow> {
    let day = |own: &Earlier| {
        let mission = visit.state.office.catalogue().mission(&own.mission);
        mission
            .map_or_else(|| t.date(own.sent_at.to_zoned(TimeZone::UTC).date()), |mission| day(t, own.sent_at, mission))
    };
    earlier
        .map(|own| EarlierRow {
            words: t.all(
                "files-earlier",
                &[("reference", own.reference.clone()), ("date", day(own)), ("names", own.names.join(", "))],
            ),
            from: own.application.to_string(),
            action: visit.url(&format!("/request/{draft}/files/{}/earlier", own.kind.as_str())),
        })
        .collect()
}

/// Files of one document.
pub fn rows(visit: &Visit, t: &T, view: &DraftView, kind: DocumentKind) -> Vec<FileRow> {
    let document = visit.url(&format!("/request/{}/files/{}", view.draft.id, kind.as_str()));
    view.attachments
        .iter()
        .filter(|file| file.document == kind.as_str())
        .map(|file| FileRow {
            name: file.name.clone(),
            size: sign_panel::size(t, usize::try_from(file.bytes).unwrap_or(0)),
            url: visit.url(&format!("/files/{}", file.id)),
            is_photo: file.media_type.starts_with("image/"),
            check: format!("{document}/{}/check", file.id),
            replace: format!("{document}?instead={}", file.id),
            remove: format!("{document}/{}/removal", file.id),
            scan: view.scans.get(&file.blob).map(|scan| ScanLine::own(t, scan)),
        })
        .collect()
}
