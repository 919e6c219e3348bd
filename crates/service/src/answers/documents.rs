//! The enclosed documents: which are missing, what is said about each, and what the law asks of each (advice; an officer decides).

use super::field::{read_country, read_date};
use super::{Answers, Finding, ParseContext, facts};
use crate::catalogue::Catalogue;
use crate::form::Section;
use domain::country::CountryCode;
use domain::documents::legalization::{LegalizationNeed, legalization};
use domain::documents::translation::translation_needed;
use domain::documents::{Certification, Certified, DocumentKind, DocumentLanguage};
use domain::request::{EnclosedDocument, EnclosedFile, Request};
use jiff::civil::Date;

/// A document with its files, as uploaded so far. Several entries of one kind are one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UploadedDocument {
    /// What it is.
    pub kind: DocumentKind,
    /// The files in page order.
    pub files: Vec<EnclosedFile>,
}

/// What the law asks of an enclosed document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentAdvice {
    /// Which document.
    pub kind: DocumentKind,
    /// Where it was issued.
    pub issued_in: CountryCode,
    /// Apostille, legalization or nothing, with the mark of the date.
    pub legalization: LegalizationNeed,
    /// The applicant says it bears what is needed (or nothing is needed).
    pub certified: bool,
    /// A translation is needed.
    pub translation_needed: bool,
    /// It is enclosed, or none is needed.
    pub translated: bool,
    /// Stamped and in the prescribed form, as the applicant states.
    pub stamped: bool,
}

/// The documents that are asked for and have no file.
pub fn missing(
    catalogue: &Catalogue,
    section: &Section,
    answers: &Answers,
    uploads: &[UploadedDocument],
    context: &ParseContext,
) -> Vec<Finding> {
    let facts = facts(answers, &context.applicant);
    let asked = catalogue.form().uploads(section, answers, facts).into_iter().filter(|upload| !upload.optional);
    asked
        .filter(|upload| files_of(uploads, upload.kind).is_empty())
        .map(|upload| Finding::new(&upload.name(), "empty"))
        .collect()
}

/// The documents that are asked for, those that may be left out too.
pub fn asked(catalogue: &Catalogue, answers: &Answers, context: &ParseContext) -> Vec<DocumentKind> {
    let (form, facts) = (catalogue.form(), facts(answers, &context.applicant));
    form.sections.iter().flat_map(|section| form.uploads(section, answers, facts)).map(|upload| upload.kind).collect()
}

/// The documents of the request: those that are asked for and have files.
pub fn enclosed(
    catalogue: &Catalogue,
    answers: &Answers,
    uploads: &[UploadedDocument],
    context: &ParseContext,
) -> Option<Vec<EnclosedDocument>> {
    let form = catalogue.form();
    let facts = facts(answers, &context.applicant);
    let asked = form.sections.iter().flat_map(|section| form.uploads(section, answers, facts));
    asked
        .map(|upload| (upload.kind, files_of(uploads, upload.kind)))
        .filter(|(_, files)| !files.is_empty())
        .map(|(kind, files)| read(catalogue, answers, kind, files))
        .collect()
}

fn files_of(uploads: &[UploadedDocument], kind: DocumentKind) -> Vec<EnclosedFile> {
    uploads.iter().filter(|upload| upload.kind == kind).flat_map(|upload| upload.files.iter().cloned()).collect()
}

fn read(
    catalogue: &Catalogue,
    answers: &Answers,
    kind: DocumentKind,
    files: Vec<EnclosedFile>,
) -> Option<EnclosedDocument> {
    let (prefix, date) = match kind {
        DocumentKind::Medical => ("basis", "medical-issued-on"),
        DocumentKind::CourtDecision => ("basis", "court-decided-on"),
        DocumentKind::Kinship => ("kinship", "kinship-issued-on"),
        DocumentKind::PowerOfAttorney => ("attorney", "attorney-issued-on"),
        DocumentKind::LocalDeathCertificate => return None,
        DocumentKind::DeceasedIdentity | DocumentKind::ApplicantPassport => return plain(kind, CountryCode::KZ, files),
        DocumentKind::Translation | DocumentKind::Apostille => {
            return plain(kind, read_country(catalogue, answers, "basis-country")?, files);
        }
    };
    let answer = |name: &str| answers.get(&format!("{prefix}-{name}"));
    let language = DocumentLanguage::parse(answer("language")).ok()?;
    let translation_enclosed = translation_needed(&language) && answer("translation") == "yes";
    Some(EnclosedDocument {
        kind,
        issued_in: read_country(catalogue, answers, &format!("{prefix}-country"))?,
        language,
        issued_on: Some(read_date(answers, date).ok()?),
        stamped: answer("stamped") == "yes",
        certified: Certified { by: Certification::from_name(answer("certified"))?, translation_enclosed },
        files,
    })
}

/// Papers of which nothing is asked: identity papers are Kazakhstan's; a translation is Kazakh or Russian by its nature, an apostille
/// belongs to the country of the document it certifies. No rule of legalization or translation runs for them.
fn plain(kind: DocumentKind, issued_in: CountryCode, files: Vec<EnclosedFile>) -> Option<EnclosedDocument> {
    let language = if kind == DocumentKind::Apostille { "other" } else { "kk+ru" };
    Some(EnclosedDocument {
        kind,
        issued_in,
        language: DocumentLanguage::parse(language).ok()?,
        issued_on: None,
        stamped: false,
        certified: Certified { by: Certification::Nothing, translation_enclosed: false },
        files,
    })
}

/// What the law asks of each enclosed document that the rules are about, presented on `presented_on`.
pub fn document_advice(catalogue: &Catalogue, request: &Request, presented_on: Date) -> Vec<DocumentAdvice> {
    let subject = request.documents.iter().filter(|document| document.kind.is_subject_to_legalization());
    subject
        .map(|document| {
            let need =
                legalization(document.kind, document.issued_in, document.issued_on, presented_on, catalogue.treaties());
            let translation_needed = translation_needed(&document.language);
            DocumentAdvice {
                kind: document.kind,
                issued_in: document.issued_in,
                legalization: need,
                certified: satisfied(need, document.certified.by),
                translation_needed,
                translated: !translation_needed || document.certified.translation_enclosed,
                stamped: document.stamped,
            }
        })
        .collect()
}

/// A full legalization also serves where an apostille would.
fn satisfied(need: LegalizationNeed, said: Certification) -> bool {
    match need {
        LegalizationNeed::None { .. } => true,
        LegalizationNeed::Apostille { .. } => said != Certification::Nothing,
        LegalizationNeed::Legalization => matches!(said, Certification::Legalization | Certification::OnSamePage),
        LegalizationNeed::Unknown { .. } => false,
    }
}
