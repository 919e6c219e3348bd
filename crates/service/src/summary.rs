//! A draft or a request as rows of words, for the check page, the case page and the papers, in any of the three languages.
//!
//! Only what is asked is shown; an answer left empty says "Not provided".

use crate::answers::{Answers, KnownApplicant, UploadedDocument, answers_of, facts, version_name};
use crate::catalogue::Catalogue;
use crate::form::{Field, FieldKind, Section};
use crate::texts::{Texts, Value};
use domain::country::CountryCode;
use domain::date::PartialDate;
use domain::documents::DocumentKind;
use domain::documents::legalization::{LegalizationNeed, NothingNeeded};
use domain::lang::Lang;
use domain::request::{Deceased, Request};
use std::collections::BTreeSet;

/// One section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummarySection {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its rows.
    pub rows: Vec<SummaryRow>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryRow {
    /// The field, or `upload-<kind>`: where "Change" leads.
    pub field: String,
    /// Fields of one group stand together under `group-<group>`.
    pub group: Option<String>,
    /// Its label.
    pub label: String,
    /// The answer in words.
    pub value: String,
    /// False when it says "Not provided".
    pub given: bool,
}

/// A draft in words.
pub fn summary(
    catalogue: &Catalogue,
    texts: &Texts,
    lang: Lang,
    answers: &Answers,
    uploads: &[UploadedDocument],
    applicant: &KnownApplicant,
) -> Vec<SummarySection> {
    let sections = catalogue.form().sections.iter();
    sections
        .map(|section| SummarySection {
            id: section.id.clone(),
            title: texts.s(lang, &format!("section-{}-title", section.id)),
            rows: rows(catalogue, texts, lang, section, answers, uploads, applicant),
        })
        .collect()
}

/// A request in words.
pub fn summary_of(catalogue: &Catalogue, texts: &Texts, lang: Lang, request: &Request) -> Vec<SummarySection> {
    let applicant = KnownApplicant {
        name: request.applicant.name.clone(),
        iin: request.applicant.iin.clone(),
        proven: request.applicant.iin_proven,
    };
    let documents = request.documents.iter();
    let uploads: Vec<UploadedDocument> =
        documents.map(|document| UploadedDocument { kind: document.kind, files: document.files.clone() }).collect();
    summary(catalogue, texts, lang, &answers_of(request), &uploads, &applicant)
}

fn rows(
    catalogue: &Catalogue,
    texts: &Texts,
    lang: Lang,
    section: &Section,
    answers: &Answers,
    uploads: &[UploadedDocument],
    applicant: &KnownApplicant,
) -> Vec<SummaryRow> {
    let form = catalogue.form();
    let facts = facts(answers, applicant);
    let row = |field: &str, group: Option<String>, value: String| {
        let given = !value.is_empty();
        let value = if given { value } else { texts.s(lang, "option-not-provided") };
        SummaryRow { field: field.to_owned(), group, label: texts.label(lang, form, field), value, given }
    };
    // An unticked box says nothing.
    let is_box = |field: &Field| matches!(field.kind, FieldKind::Checkbox | FieldKind::Consent);
    let said = |field: &&Field| !is_box(field) || !answers.get(&field.name).is_empty();
    let fields = form.shown(section, answers, facts).into_iter().filter(said);
    let mut rows: Vec<SummaryRow> = fields
        .map(|field| row(&field.name, field.group.clone(), value(catalogue, texts, lang, field, answers)))
        .collect();
    for upload in form.uploads(section, answers, facts) {
        let files = uploads.iter().filter(|uploaded| uploaded.kind == upload.kind).flat_map(|uploaded| &uploaded.files);
        let names: Vec<&str> = files.map(|file| file.name.as_str()).collect();
        rows.push(row(&upload.name(), None, names.join(", ")));
    }
    rows
}

fn value(catalogue: &Catalogue, texts: &Texts, lang: Lang, field: &Field, answers: &Answers) -> String {
    let typed = answers.tidy(&field.name);
    match field.kind {
        FieldKind::Choice if field.options.contains(&typed) => texts.option(lang, field, &typed),
        FieldKind::Checkbox if typed == "yes" => texts.s(lang, "option-yes"),
        FieldKind::Consent if typed == "yes" => agreed(catalogue, texts, lang, answers.get(&version_name(&field.name))),
        FieldKind::Country => {
            let name = CountryCode::parse(&typed).ok().and_then(|code| catalogue.country(code));
            name.map_or(typed, |name| name.get(lang).to_owned())
        }
        FieldKind::Date | FieldKind::PartialDate => {
            let (day, month, year) = answers.date_parts(&field.name);
            match PartialDate::typed(day, month, year) {
                Ok(date) => texts.partial_date(lang, date),
                Err(_) => [day, month, year].join(" ").trim().to_owned(),
            }
        }
        _ => typed,
    }
}

/// The words that were agreed to, line by line, and which version they are.
fn agreed(catalogue: &Catalogue, texts: &Texts, lang: Lang, version: &str) -> String {
    let said = texts.f(lang, "consent-version", &[("version", Value::Text(version.to_owned()))]);
    let Some(text) = catalogue.consents().version(version) else { return said };
    let words = text.words(lang);
    let lines = words.statement().into_iter().chain([words.agree.as_str(), said.as_str()]);
    lines.collect::<Vec<_>>().join("\n")
}

/// What the law asks of a document, as a sentence; with the sentence that the date is not confirmed where it is not.
pub fn legalization_text(
    catalogue: &Catalogue,
    texts: &Texts,
    lang: Lang,
    issued_in: CountryCode,
    need: LegalizationNeed,
) -> String {
    let sentence = match need {
        LegalizationNeed::None { why: NothingNeeded::OwnPaper } => texts.s(lang, "legalization-none-own_paper"),
        LegalizationNeed::None { why: NothingNeeded::NotSubject } => texts.s(lang, "legalization-none-not_subject"),
        LegalizationNeed::None { why: NothingNeeded::Treaty { treaty, since, .. } } => {
            let country = catalogue.country(issued_in).map_or(issued_in.as_str(), |name| name.get(lang)).to_owned();
            let treaty = texts.s(lang, &format!("treaty-{}", treaty.as_str()));
            let args =
                [("country", Value::Text(country)), ("treaty", Value::Text(treaty)), ("date", Value::Date(since))];
            texts.f(lang, "legalization-none-treaty", &args)
        }
        LegalizationNeed::Apostille { .. } => texts.s(lang, "legalization-apostille"),
        LegalizationNeed::Legalization => texts.s(lang, "legalization-legalization"),
        LegalizationNeed::Unknown { .. } => texts.s(lang, "legalization-unknown"),
    };
    match need.mark() {
        Some(mark) if mark != domain::provenance::Mark::Yes && !matches!(need, LegalizationNeed::Unknown { .. }) => {
            format!("{sentence} {}", texts.s(lang, "legalization-not-confirmed"))
        }
        _ => sentence,
    }
}

/// The name of a document.
pub fn document_name(texts: &Texts, lang: Lang, kind: DocumentKind) -> String {
    texts.s(lang, &format!("document-{}", kind.as_str()))
}

/// Every country that a request mentions.
pub fn countries_of(request: &Request) -> BTreeSet<CountryCode> {
    let mut codes = BTreeSet::from([CountryCode::KZ, request.applicant.address.country, request.death.country]);
    if let Deceased::Identified(person) = &request.deceased {
        codes.insert(person.citizenship);
        codes.extend(person.birth_country);
    }
    codes.extend(request.documents.iter().map(|document| document.issued_in));
    codes
}
