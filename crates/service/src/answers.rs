//! What a person typed, field by field, and how it becomes a request or all findings at once.
//!
//! Answers are kept as typed; nothing here changes them. A finding is a code with arguments, its sentence is in `locales`.

mod advice;
mod contacts;
mod documents;
mod field;
mod request;
mod restore;
mod rules;

/// Under this name an answer says why the person addresses another mission than the register names.
pub const MISSION_REASON: &str = "mission-reason";

pub use advice::{Advice, advice};
pub use contacts::{Contacts, contacts};
pub use documents::{DocumentAdvice, UploadedDocument, asked as asked_documents, document_advice};
pub use field::is_email;
pub use restore::answers_of;

use crate::catalogue::Catalogue;
use crate::form::{Facts, Field, FieldKind, Section};
use crate::texts::Value;
use domain::ids::MissionId;
use domain::iin::{Iin, IinRules};
use domain::lang::Lang;
use domain::name::PersonName;
use domain::request::{MissionBasis, Relation, Request};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Longest answer that is kept, in bytes of UTF-8.
pub const ANSWER_BYTES_MAX: usize = 8 * 1024;

/// Field -> typed text. A date has three: `<name>-day`, `<name>-month`, `<name>-year`; a consent two: `<name>` and `<name>-version`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(pub BTreeMap<String, String>);

impl Answers {
    /// What was typed; empty when nothing was.
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map(String::as_str).unwrap_or_default()
    }

    /// Puts an answer.
    pub fn set(&mut self, name: &str, value: &str) {
        self.0.insert(name.to_owned(), value.to_owned());
    }

    /// Takes the answers of a section from a posted form: known names only, each cut to [`ANSWER_BYTES_MAX`]. A field of the section
    /// that was not posted (an unticked box) is emptied.
    pub fn take(&mut self, section: &Section, posted: &BTreeMap<String, String>) {
        for field in &section.fields {
            for name in field_answers(field) {
                let text = posted.get(&name).map(String::as_str).unwrap_or_default();
                let end = (0..=text.len().min(ANSWER_BYTES_MAX)).rev().find(|end| text.is_char_boundary(*end));
                let text = text.get(..end.unwrap_or_default()).unwrap_or_default();
                self.set(&name, text);
            }
            // Whoever does not agree has read no version.
            if field.kind == FieldKind::Consent && self.get(&field.name).is_empty() {
                self.set(&version_name(&field.name), "");
            }
        }
    }

    pub(crate) fn date_parts(&self, name: &str) -> (&str, &str, &str) {
        let part = |part: &str| self.get(&format!("{name}-{part}"));
        (part("day"), part("month"), part("year"))
    }

    pub(crate) fn tidy(&self, name: &str) -> String {
        domain::name::tidy(self.get(name))
    }
}

/// The names of the answers of a field.
pub fn field_answers(field: &Field) -> Vec<String> {
    let name = &field.name;
    match field.kind {
        FieldKind::Date | FieldKind::PartialDate => {
            ["day", "month", "year"].map(|part| format!("{name}-{part}")).to_vec()
        }
        FieldKind::Consent => vec![name.clone(), version_name(name)],
        _ => vec![name.clone()],
    }
}

/// The name of the answer that says which version of its words a consent was given to.
pub fn version_name(consent: &str) -> String {
    format!("{consent}-version")
}

/// Something in the answers: a mistake, or advice. Its sentence is `texts.error` or `texts.advice`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The field, or `upload-<kind>`.
    pub field: String,
    /// Stable code.
    pub code: &'static str,
    /// Arguments of the sentence.
    pub args: Vec<(&'static str, Value)>,
}

impl Finding {
    /// A finding without arguments.
    pub fn new(field: &str, code: &'static str) -> Finding {
        Finding { field: field.to_owned(), code, args: Vec::new() }
    }

    /// The same with an argument.
    pub fn with(mut self, name: &'static str, value: Value) -> Finding {
        self.args.push((name, value));
        self
    }
}

/// The applicant as sign-in knows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownApplicant {
    /// Name.
    pub name: PersonName,
    /// IIN.
    pub iin: Iin,
    /// Proven by an EDS; else declared.
    pub proven: bool,
}

/// What is known beside the answers.
#[derive(Clone, Debug)]
pub struct ParseContext {
    /// Now.
    pub now: Timestamp,
    /// Who requests.
    pub applicant: KnownApplicant,
    /// The language the person is written to in.
    pub language: Lang,
    /// The mission addressed.
    pub mission: MissionId,
    /// How it was found.
    pub mission_basis: MissionBasis,
    /// Which IINs are accepted.
    pub rules: IinRules,
}

impl ParseContext {
    /// Today at the mission. "In the future" is judged by this date: the zone of a place of death is not known to the registers, and
    /// the mission abroad is the nearest known clock.
    pub fn today(&self, catalogue: &Catalogue) -> jiff::civil::Date {
        let zone = catalogue.calendar(&self.mission).map_or(jiff::tz::TimeZone::UTC, |calendar| calendar.zone.clone());
        self.now.to_zoned(zone).date()
    }
}

/// The facts that the form's conditions ask for.
pub fn facts(answers: &Answers, applicant: &KnownApplicant) -> Facts {
    // Only the surname decides; whether the rest of the name is well written is another question.
    let surname = answers.tidy("deceased-surname");
    let deceased = PersonName { surname, given: String::new(), patronymic: None, latin: None };
    let relation = relation_of(answers.get("relation"), String::new());
    let kinship_needed = answers.get("deceased-known") != "no"
        && relation.is_some_and(|relation| {
            // Sections are filled in any order: while nobody was named yet, no surname differs.
            let named = if answers.get("deceased-known").is_empty() { &applicant.name } else { &deceased };
            domain::documents::kinship::kinship_needed(&relation, &applicant.name, Some(named))
        });
    Facts { iin_proven: applicant.proven, kinship_needed }
}

/// Everything that is wrong in one section. Uploads are judged only by [`parse_request`], when the whole is sent.
pub fn parse_section(catalogue: &Catalogue, section: &str, answers: &Answers, context: &ParseContext) -> Vec<Finding> {
    let form = catalogue.form();
    let Some(section) = form.section(section) else { return Vec::new() };
    let facts = facts(answers, &context.applicant);
    let shown = form.shown(section, answers, facts);
    let mut findings: Vec<Finding> =
        shown.iter().flat_map(|asked| field::findings(asked, catalogue, answers, context)).collect();
    let clean = |field: &str| !findings.iter().any(|finding| finding.field == field);
    let here = |finding: &Finding| shown.iter().any(|field| field.name == finding.field);
    let across: Vec<Finding> = rules::findings(catalogue, answers, context)
        .into_iter()
        .filter(|finding| here(finding) && clean(&finding.field))
        .collect();
    findings.extend(across);
    let place = |finding: &Finding| section.fields.iter().position(|field| field.name == finding.field);
    findings.sort_by_key(place);
    findings
}

/// Reads the whole: a request, or everything that is wrong in all sections, in their order.
///
/// # Errors
/// Every [`Finding`].
pub fn parse_request(
    catalogue: &Catalogue,
    answers: &Answers,
    uploads: &[UploadedDocument],
    context: &ParseContext,
) -> Result<Request, Vec<Finding>> {
    let mut findings = Vec::new();
    for section in &catalogue.form().sections {
        findings.extend(parse_section(catalogue, &section.id, answers, context));
        findings.extend(documents::missing(catalogue, section, answers, uploads, context));
    }
    if !findings.is_empty() {
        return Err(findings);
    }
    // Cannot fail after the findings; were a rule to be forgotten there, the person still gets a sentence and not a crash.
    request::build(catalogue, answers, uploads, context).ok_or_else(|| vec![Finding::new("consent", "incomplete")])
}

pub(crate) fn relation_of(kind: &str, said: String) -> Option<Relation> {
    Some(match kind {
        "spouse" => Relation::Spouse,
        "child" => Relation::Child,
        "parent" => Relation::Parent,
        "sibling" => Relation::Sibling,
        "grand" => Relation::Grand,
        "other_relative" => Relation::OtherRelative(said),
        "other" => Relation::Other(said),
        "representative" => Relation::Representative,
        _ => return None,
    })
}
