//! The enclosed documents: what the applicant says of each, and every file with the hash of the bytes that are kept.

use crate::sheet::{Row, Text, Tongue};
use domain::documents::{Certification, DocumentKind, DocumentLanguage};
use domain::lang::Lang;
use domain::request::{EnclosedDocument, EnclosedFile};
use serde::Serialize;

/// Bytes in a kilobyte as sizes are printed.
const KILOBYTE: u64 = 1_000;
/// Sizes from here on are printed in megabytes.
const MEGABYTE: u64 = 1_000_000;
/// Languages that have a name in `papers.ftl`; another one is printed by its tag.
const NAMED_LANGUAGES: [&str; 24] = [
    "ar", "az", "be", "cs", "de", "en", "es", "fa", "fr", "he", "hi", "it", "ja", "kk", "ko", "ky", "nl", "pl", "pt",
    "ru", "tr", "uk", "uz", "zh",
];

/// The data of the section on documents.
#[derive(Serialize)]
pub(super) struct Documents {
    heading: Text,
    none: Text,
    columns: [Text; 3],
    list: Vec<Document>,
}

#[derive(Serialize)]
struct Document {
    kind: Text,
    facts: Text,
    files: Vec<File>,
}

#[derive(Serialize)]
struct File {
    name: String,
    size: String,
    sha256: String,
}

/// Lays the list out in the order of the request.
pub(super) fn documents(tongue: &Tongue<'_>, documents: &[EnclosedDocument]) -> Documents {
    Documents {
        heading: tongue.word("paper-section-documents"),
        none: tongue.word("paper-documents-none"),
        columns: ["paper-file-name", "paper-file-size", "paper-file-sha256"].map(|key| tongue.word(key)),
        list: documents.iter().map(|document| one(tongue, document)).collect(),
    }
}

/// The same list as lines: what is said of a document, then each of its files.
pub(super) fn lines(tongue: &Tongue<'_>, documents: &[EnclosedDocument]) -> Vec<Row> {
    let line = |document: &EnclosedDocument| {
        let files = document
            .files
            .iter()
            .map(|own| Text::said(format!("{} · {} · SHA-256 {}", own.name, size(tongue, own.bytes), own.sha256)));
        let facts = tongue.each(|lang| facts(tongue, document, lang).join(" · "));
        Row { label: tongue.word(kind_key(document.kind)), value: [facts].into_iter().chain(files).collect() }
    };
    documents.iter().map(line).collect()
}

/// The names only, with how many files each has.
pub(super) fn names(tongue: &Tongue<'_>, documents: &[EnclosedDocument]) -> Vec<Text> {
    let line = |document: &EnclosedDocument| {
        let count = document.files.len().to_string();
        tongue.each(|lang| {
            let name = tongue.words.word(lang, kind_key(document.kind), &[]);
            tongue.words.word(lang, "paper-slip-document", &[("document", &name), ("count", &count)])
        })
    };
    match documents {
        [] => vec![tongue.word("paper-documents-none")],
        _ => documents.iter().map(line).collect(),
    }
}

fn one(tongue: &Tongue<'_>, document: &EnclosedDocument) -> Document {
    let facts = tongue.each(|lang| facts(tongue, document, lang).join(" · "));
    let files = document.files.iter().map(|it| file(tongue, it)).collect();
    Document { kind: tongue.word(kind_key(document.kind)), facts, files }
}

/// What the applicant says of the document, in `lang`.
fn facts(tongue: &Tongue<'_>, document: &EnclosedDocument, lang: Lang) -> Vec<String> {
    let word = |key: &str| tongue.words.word(lang, key, &[]);
    let country = tongue.country(document.issued_in, lang);
    let issued = match document.issued_on.map(|date| crate::dates::whole(tongue.words, lang, date)) {
        Some(date) => tongue.words.word(lang, "paper-document-issued", &[("country", &country), ("date", &date)]),
        None => tongue.words.word(lang, "paper-document-issued-undated", &[("country", &country)]),
    };
    let mut facts = vec![
        issued,
        language(tongue, &document.language, lang),
        word(if document.stamped { "paper-document-stamped" } else { "paper-document-not-stamped" }),
        word(certified_key(document.certified.by)),
    ];
    if document.certified.translation_enclosed {
        facts.push(word("paper-document-translation"));
    }
    facts
}

fn file(tongue: &Tongue<'_>, file: &EnclosedFile) -> File {
    File { name: file.name.clone(), size: size(tongue, file.bytes), sha256: file.sha256.clone() }
}

/// Rounded to the nearest unit; a file of a few bytes is printed as one kilobyte.
fn size(tongue: &Tongue<'_>, bytes: u64) -> String {
    let lang = tongue.main;
    if bytes < MEGABYTE {
        let kilobytes = (bytes.saturating_add(KILOBYTE / 2) / KILOBYTE).max(1).to_string();
        return tongue.words.word(lang, "paper-size-kilobytes", &[("number", &kilobytes)]);
    }
    let tenths = bytes.saturating_add(MEGABYTE / 20) / (MEGABYTE / 10);
    let (whole, tenth) = ((tenths / 10).to_string(), (tenths % 10).to_string());
    tongue.words.word(lang, "paper-size-megabytes", &[("whole", &whole), ("tenth", &tenth)])
}

fn language(tongue: &Tongue<'_>, language: &DocumentLanguage, lang: Lang) -> String {
    let tag = language.as_str();
    let name = match tag {
        "kk+ru" => tongue.words.word(lang, "paper-document-language-kk-ru", &[]),
        "other" => tongue.words.word(lang, "paper-document-language-other", &[]),
        named if NAMED_LANGUAGES.contains(&named) => tongue.words.word(lang, &format!("paper-language-{named}"), &[]),
        unnamed => unnamed.to_owned(),
    };
    tongue.words.word(lang, "paper-document-language", &[("language", &name)])
}

fn kind_key(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Medical => "paper-document-medical",
        DocumentKind::CourtDecision => "paper-document-court-decision",
        DocumentKind::LocalDeathCertificate => "paper-document-local-death-certificate",
        DocumentKind::Kinship => "paper-document-kinship",
        DocumentKind::PowerOfAttorney => "paper-document-power-of-attorney",
        DocumentKind::DeceasedIdentity => "paper-document-deceased-identity",
        DocumentKind::ApplicantPassport => "paper-document-applicant-passport",
        DocumentKind::Translation => "paper-document-translation-kind",
        DocumentKind::Apostille => "paper-document-apostille",
    }
}

fn certified_key(certification: Certification) -> &'static str {
    match certification {
        Certification::Nothing => "paper-certified-nothing",
        Certification::Apostille => "paper-certified-apostille",
        Certification::Legalization => "paper-certified-legalization",
        Certification::OnSamePage => "paper-certified-same-page",
    }
}
