//! The answers of a request that an enclosed paper can confirm (`on_paper` in the form), in words, each with where it comes from.
//!
//! Only given answers are there: nothing is held against a paper that says nothing. Must not judge: officers compare.

use crate::answers::{Answers, answers_of, field_answers};
use crate::catalogue::Catalogue;
use crate::form::Field;
use crate::summary::summary_of;
use crate::texts::Texts;
use domain::comparison::answer_hash;
use domain::lang::Lang;
use domain::request::Request;

/// The section whose part the applicant's own name and IIN are.
const APPLICANT_SECTION: &str = "you";
/// The applicant's name and IIN, which sign-in brings and no field asks.
pub const APPLICANT_NAME: &str = "applicant-name";
/// As above.
pub const APPLICANT_IIN: &str = "applicant-iin";

/// Where an answer comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The applicant typed or chose it.
    Typed,
    /// The certificate of the EDS that the applicant signed in with.
    Certificate,
}

impl Origin {
    /// End of its locale key.
    pub fn as_str(self) -> &'static str {
        match self {
            Origin::Typed => "typed",
            Origin::Certificate => "certificate",
        }
    }
}

/// An answer that a paper can confirm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparable {
    /// The section it belongs to: a part that the applicant can be asked about.
    pub section: String,
    /// The field.
    pub field: String,
    /// What is asked, in words.
    pub label: String,
    /// The answer in words.
    pub value: String,
    /// SHA-256, hex, of the answer as it stands in the request, in no language.
    pub hash: String,
    /// Where it comes from.
    pub origin: Origin,
}

/// Those of a request, in the order of the form, in `lang`.
pub fn comparable(catalogue: &Catalogue, texts: &Texts, lang: Lang, request: &Request) -> Vec<Comparable> {
    let (form, answers) = (catalogue.form(), answers_of(request));
    let mut found = vec![];
    for section in summary_of(catalogue, texts, lang, request) {
        if section.id == APPLICANT_SECTION {
            found.extend(applicant(texts, lang, request));
        }
        let group = |name: &Option<String>| {
            name.as_ref()
                .filter(|group| texts.has(lang, &format!("group-{group}")))
                .map(|group| texts.s(lang, &format!("group-{group}")))
        };
        for row in section.rows.into_iter().filter(|row| row.given) {
            let Some(field) = form.field(&row.field).filter(|field| field.on_paper) else { continue };
            let label = group(&row.group).map_or_else(|| row.label.clone(), |group| format!("{group}: {}", row.label));
            found.push(Comparable {
                section: section.id.clone(),
                hash: answer_hash(&typed(&answers, field)),
                field: row.field,
                label,
                value: row.value,
                origin: Origin::Typed,
            });
        }
    }
    found
}

fn applicant(texts: &Texts, lang: Lang, request: &Request) -> [Comparable; 2] {
    let applicant = &request.applicant;
    let origin = if applicant.iin_proven { Origin::Certificate } else { Origin::Typed };
    let one = |field: &str, value: String| Comparable {
        section: APPLICANT_SECTION.to_owned(),
        field: field.to_owned(),
        label: texts.s(lang, &format!("compare-{field}")),
        hash: answer_hash(&value),
        value,
        origin,
    };
    [one(APPLICANT_NAME, applicant.name.official()), one(APPLICANT_IIN, applicant.iin.to_string())]
}

/// The answer as typed; the three of a date together.
fn typed(answers: &Answers, field: &Field) -> String {
    let parts: Vec<String> = field_answers(field).iter().map(|name| answers.get(name).trim().to_owned()).collect();
    parts.join("-")
}
