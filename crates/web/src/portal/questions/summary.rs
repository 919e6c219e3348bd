//! Answers in words, and where each finding is mended.

use super::{answers, applicant};
use crate::visit::Visit;
use domain::documents::DocumentKind;
use domain::request::{EnclosedFile, Request};
use office::drafts::DraftView;
use service::Finding;
use service::answers::{UploadedDocument, document_advice};
use service::summary::{SummarySection, document_name, legalization_text, summary, summary_of};

/// A section in words.
pub struct SummaryCard {
    /// Its title.
    pub title: String,
    /// Where it is changed.
    pub change: Option<String>,
    /// Question and answer; an empty answer was not given.
    pub rows: Vec<(String, String)>,
}

/// A draft in words. Enclosed files have a card of their own.
pub fn summary_of_draft(visit: &Visit, view: &DraftView) -> Vec<SummaryCard> {
    let Some(applicant) = applicant(visit) else { return vec![] };
    let (t, office) = (visit.t(), &visit.state.office);
    let sections = summary(office.catalogue(), t.texts(), t.lang, &answers(view), &uploads(view), &applicant);
    let change = |id: &str| visit.url(&format!("/request/{}/{id}", view.draft.id));
    sections
        .into_iter()
        .map(|section| card(change(&section.id), section))
        .map(|(change, card)| SummaryCard { change: Some(change), ..card })
        .collect()
}

/// An answer that an addendum changed; an enclosed document counts as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Question.
    pub label: String,
    /// Answer before.
    pub before: String,
    /// Answer now.
    pub after: String,
}

/// What differs between two requests, in words, in the order of the form.
pub fn changes(visit: &Visit, before: &Request, after: &Request) -> Vec<Change> {
    let t = visit.t();
    let nothing = || t.s("check-not-provided");
    let rows = |request: &Request| -> Vec<(String, String, String)> {
        let sections = summary_of(visit.state.office.catalogue(), t.texts(), t.lang, request);
        let answers = sections.into_iter().flat_map(|section| section.rows);
        let answers = answers.filter(|row| !row.field.starts_with("upload-"));
        let answers = answers.map(|row| (row.field, row.label, if row.given { row.value } else { nothing() }));
        let files = request.documents.iter().map(|document| {
            let names: Vec<String> =
                document.files.iter().map(|file| format!("{} ({})", file.name, short(&file.sha256))).collect();
            let kind = document.kind.as_str().to_owned();
            (format!("upload-{kind}"), document_name(t.texts(), t.lang, document.kind), names.join("\n"))
        });
        answers.chain(files).collect()
    };
    let (before, after) = (rows(before), rows(after));
    let value = |rows: &[(String, String, String)], field: &str| {
        rows.iter().find(|(own, ..)| own == field).map_or_else(nothing, |(.., value)| value.clone())
    };
    let gone = before.iter().filter(|(field, ..)| !after.iter().any(|(own, ..)| own == field));
    after
        .iter()
        .chain(gone)
        .map(|(field, label, _)| Change {
            label: label.clone(),
            before: value(&before, field),
            after: value(&after, field),
        })
        .filter(|change| change.before != change.after)
        .collect()
}

/// The first letters of a hash: enough to tell two files of one name apart.
fn short(sha256: &str) -> String {
    sha256.chars().take(8).collect()
}

/// A request as sent, in words.
pub fn summary_of_request(visit: &Visit, request: &Request) -> Vec<SummaryCard> {
    let t = visit.t();
    let sections = summary_of(visit.state.office.catalogue(), t.texts(), t.lang, request);
    sections.into_iter().map(|section| card(String::new(), section).1).collect()
}

fn card(change: String, section: SummarySection) -> (String, SummaryCard) {
    let rows = section
        .rows
        .into_iter()
        .filter(|row| !row.field.starts_with("upload-"))
        .map(|row| (row.label, if row.given { row.value } else { String::new() }))
        .collect();
    (change, SummaryCard { title: section.title, change: None, rows })
}

/// Enclosed files: document, file name, address.
pub fn files_of_draft(visit: &Visit, view: &DraftView) -> Vec<(String, String, String)> {
    let t = visit.t();
    view.attachments
        .iter()
        .filter_map(|file| DocumentKind::from_name(&file.document).map(|kind| (kind, file)))
        .map(|(kind, file)| {
            (document_name(t.texts(), t.lang, kind), file.name.clone(), visit.url(&format!("/files/{}", file.id)))
        })
        .collect()
}

/// Findings as sentences with the page that mends each.
pub fn located(visit: &Visit, view: &DraftView, findings: &[Finding]) -> Vec<(String, String)> {
    let t = visit.t();
    let form = visit.state.office.catalogue().form();
    findings
        .iter()
        .map(|finding| {
            let page = match form.section_of(&finding.field) {
                _ if finding.field.starts_with("upload-") => "files".to_owned(),
                Some(section) => format!("{}#{}", section.id, finding.field),
                None => String::new(),
            };
            let sentence = t.texts().error(t.lang, form, finding);
            (sentence, visit.url(&format!("/request/{}/{page}", view.draft.id)))
        })
        .collect()
}

/// What the law asks of each enclosed document, in sentences; advice only, an officer decides.
pub fn rules_of_request(visit: &Visit, request: &Request) -> Vec<(String, String, bool)> {
    let (t, catalogue) = (visit.t(), visit.state.office.catalogue());
    document_advice(catalogue, request, request.date)
        .into_iter()
        .map(|advice| {
            let stamp = legalization_text(catalogue, t.texts(), t.lang, advice.issued_in, advice.legalization);
            let words = t.s(if advice.translation_needed { "translation-needed" } else { "translation-not-needed" });
            let name = document_name(t.texts(), t.lang, advice.kind);
            (name, format!("{stamp} {words}"), advice.certified && advice.translated)
        })
        .collect()
}

/// Files of a draft, document by document.
fn uploads(view: &DraftView) -> Vec<UploadedDocument> {
    view.attachments
        .iter()
        .filter_map(|file| {
            let kind = DocumentKind::from_name(&file.document)?;
            let file = EnclosedFile {
                id: file.id,
                name: file.name.clone(),
                media_type: file.media_type.clone(),
                bytes: u64::try_from(file.bytes).unwrap_or(0),
                sha256: file.blob.0.clone(),
            };
            Some(UploadedDocument { kind, files: vec![file] })
        })
        .collect()
}
