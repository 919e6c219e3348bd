//! What a check found, as a sentence of the locales.

use super::{Arg, Detail, Subject};
use crate::catalogue::Catalogue;
use crate::summary::{document_name, legalization_text};
use crate::texts::{Texts, Value};
use domain::lang::Lang;

/// The sentence of a detail, with what it is about before it.
pub fn sentence(catalogue: &Catalogue, texts: &Texts, lang: Lang, detail: &Detail) -> String {
    let args: Vec<(&str, Value)> =
        detail.args.iter().map(|(name, arg)| (*name, value(catalogue, texts, lang, arg))).collect();
    let text = texts.f(lang, &format!("checks-{}", detail.code), &args);
    let subject = match &detail.subject {
        Subject::Case => return text,
        Subject::Addendum(number) => {
            texts.f(lang, "checks-of-addendum", &[("number", Value::Number(i64::from(*number)))])
        }
        Subject::Applicant => texts.s(lang, "checks-of-applicant"),
        Subject::Deceased => texts.s(lang, "checks-of-deceased"),
        Subject::Field(name) => {
            let label = texts.label(lang, catalogue.form(), name);
            texts.f(lang, "checks-of-answer", &[("question", Value::Text(label))])
        }
        Subject::Document(kind) => document_name(texts, lang, *kind),
    };
    format!("{subject}: {text}")
}

fn value(catalogue: &Catalogue, texts: &Texts, lang: Lang, arg: &Arg) -> Value {
    match arg {
        Arg::Value(value) => value.clone(),
        Arg::Country(code) => {
            let name = catalogue.country(*code);
            Value::Text(name.map_or_else(|| code.to_string(), |name| name.get(lang).to_owned()))
        }
        Arg::Mission(id) => {
            let mission = catalogue.mission(id);
            Value::Text(mission.map_or_else(|| id.to_string(), |own| own.name.get(lang).to_owned()))
        }
        Arg::Need(country, need) => Value::Text(legalization_text(catalogue, texts, lang, *country, *need)),
        Arg::Stated(stated) => {
            Value::Text(texts.s(lang, &format!("field-document-certified-option-{}", stated.as_str())))
        }
    }
}
