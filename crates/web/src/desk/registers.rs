//! `/{lang}/desk/registers`: the data that the service follows, to read, to take away and to change (docs/decisions/0039).

use super::nav::{self, Link};
use crate::forms::{Control, Fields, Upload, error_lines};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::texts::T;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, get};
use office::registers::{self, FILE_BYTES_MAX, File, Misfit, TEXT_CHARS_MAX};
use service::Finding;

/// Name of the field with the files.
const FILES: &str = "files";

/// The page.
#[derive(Template)]
#[template(path = "desk/registers.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// Rooms of the desk.
    pub nav: Vec<Link>,
    /// The files in force.
    pub files: Vec<FileRow>,
    /// The newest changes first.
    pub changes: Vec<ChangeRow>,
    /// The form; empty for who only reads.
    pub controls: Vec<Control>,
    /// Every country with who serves it.
    pub coverage: String,
    /// The words of letters.
    pub letters: String,
    /// The words of the consent.
    pub consent: String,
}

/// A file.
#[derive(Clone, Debug)]
pub struct FileRow {
    /// Its name.
    pub name: String,
    /// Where it is taken away.
    pub url: String,
    /// Its rows, where it is a table.
    pub rows: Option<String>,
    /// What it is, its lines, facts not confirmed, whether it was changed here.
    pub cells: [String; 4],
}

/// A change.
#[derive(Clone, Debug)]
pub struct ChangeRow {
    /// Its page.
    pub url: String,
    /// When it was drafted: the row's name.
    pub made: String,
    /// Why, by whom, how far, from when.
    pub cells: [String; 4],
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(draft)
}

/// The handler of a file in force.
pub fn file() -> MethodRouter<AppState> {
    get(take)
}

async fn show(visit: Visit) -> Outcome {
    page(&visit, &Fields::default(), &[], None).await
}

async fn draft(visit: Visit, upload: Upload) -> Outcome {
    let (office, actor) = (&visit.state.office, visit.actor()?);
    let chosen = upload.files.into_iter().filter(|part| part.field == FILES && !part.name.is_empty());
    // What was cut at the limit of any upload is larger than a register may be.
    let files = chosen.map(|part| match part.too_big {
        true => File { name: part.name, bytes: vec![b' '; FILE_BYTES_MAX + 1] },
        false => File { name: part.name, bytes: part.bytes },
    });
    let reason = upload.fields.get("reason").to_owned();
    match registers::draft(office, actor, files.collect(), reason, &visit.moment).await? {
        Ok(id) => Ok(visit.go(&format!("/desk/registers/changes/{id}"))),
        Err(Misfit::Findings(found)) => page(&visit, &upload.fields, &found, None).await,
        Err(Misfit::Data(why)) => page(&visit, &upload.fields, &[], Some(&why)).await,
    }
}

async fn take(visit: Visit, named: Named) -> Outcome {
    let name: String = named.get("name")?;
    let bytes = registers::current_file(&visit.state.office, visit.actor()?, &name)?;
    given(&name, bytes)
}

/// A file of the registers as an attachment. Only what its own list names has a name at all.
pub(super) fn given(name: &str, bytes: Vec<u8>) -> Outcome {
    let path = registers::path_of(name).ok_or(Problem::NotFound)?;
    let name = registers::name_of(&path);
    let kind = match name.rsplit('.').next() {
        Some("csv") => "text/csv; charset=utf-8",
        Some("ftl") => "text/plain; charset=utf-8",
        _ => "application/toml; charset=utf-8",
    };
    let values = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok((values, bytes).into_response())
}

async fn page(visit: &Visit, fields: &Fields, found: &[Finding], misfit: Option<&str>) -> Outcome {
    let t = visit.t();
    let own = registers::overview(&visit.state.office, visit.actor()?).await?;
    let controls = if own.keeps { controls(&t, fields, found, misfit) } else { vec![] };
    let is_good = found.is_empty() && misfit.is_none();
    let status = if is_good { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = Page {
        frame: visit.frame(t.s("registers-title")).wide().errors(error_lines(&controls)),
        nav: nav::links(visit),
        files: own.files.iter().map(|file| file_row(visit, &t, file)).collect(),
        changes: own.changes.iter().map(|change| change_row(visit, &t, change)).collect(),
        controls,
        coverage: visit.url("/desk/registers/coverage"),
        letters: visit.url("/desk/registers/letters"),
        consent: visit.url("/desk/registers/consent"),
    };
    visit.show_with(status, &page)
}

fn file_row(visit: &Visit, t: &T, own: &registers::FileLine) -> FileRow {
    let stem = own.name.split('.').next().unwrap_or_default().replace('_', "-");
    let changed = match (own.is_behind, own.changed) {
        (true, _) => "registers-behind",
        (false, true) => "registers-changed",
        (false, false) => "registers-shipped",
    };
    FileRow {
        name: own.name.to_owned(),
        url: visit.url(&format!("/desk/registers/files/{}", own.name)),
        rows: service::rows::table(&stem).map(|table| visit.url(&format!("/desk/registers/rows/{}", table.name))),
        cells: [
            t.s(&format!("registers-file-{stem}")),
            own.lines.to_string(),
            own.unverified.to_string(),
            t.s(changed),
        ],
    }
}

fn change_row(visit: &Visit, t: &T, own: &registers::Change) -> ChangeRow {
    ChangeRow {
        url: visit.url(&format!("/desk/registers/changes/{}", own.id)),
        made: super::register_change::clock(own.drafted_at),
        cells: [
            own.reason.clone(),
            own.drafted_by.name.clone(),
            t.s(&format!("registers-stage-{}", own.stage.as_str())),
            super::register_change::from(t, own),
        ],
    }
}

/// Of the drop zone, which counts several files.
fn drop_texts(t: &T) -> Vec<(&'static str, String)> {
    let plurals = [
        "data-i18n.multiple-files-chosen.one",
        "data-i18n.multiple-files-chosen.few",
        "data-i18n.multiple-files-chosen.many",
        "data-i18n.multiple-files-chosen.other",
    ];
    let many = plurals.map(|name| (name, t.s("registers-files-chosen")));
    crate::portal::drop_texts(t).into_iter().chain(many).collect()
}

fn controls(t: &T, fields: &Fields, found: &[Finding], misfit: Option<&str>) -> Vec<Control> {
    let word = || t.s("frame-error-word");
    let error = |name: &str| {
        let own = found.iter().find(|own| own.field == name)?;
        let megabytes = (FILE_BYTES_MAX / 1_000_000).to_string();
        let numbers = [("max", TEXT_CHARS_MAX.to_string()), ("megabytes", megabytes)];
        Some(t.all(&format!("registers-error-{name}-{}", own.code), &numbers))
    };
    let unfit = misfit.map(|why| t.f("registers-error-files-unfit", "why", why));
    vec![
        Control::file(FILES, t.s("registers-files"), ".csv,.toml")
            .multiple()
            .drop_texts(drop_texts(t))
            .hint(Some(t.s("registers-files-hint")))
            .error(error(FILES).or(unfit), word()),
        Control::textarea("reason", t.s("registers-reason"), 3)
            .hint(Some(t.s("registers-reason-hint")))
            .value(fields.get("reason"))
            .error(error("reason"), word()),
    ]
}
