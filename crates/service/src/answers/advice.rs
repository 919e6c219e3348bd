//! Contradictions that a person may confirm (UX.md 2.1: interruption pages, not errors). Never blocks.

use super::field::{read_iin, read_partial_date};
use super::{Answers, Finding, ParseContext, facts};
use crate::catalogue::Catalogue;
use crate::form::FieldKind;
use crate::texts::Value;
use domain::date::PartialDate;
use domain::name::lookalike::mixed_script;
use domain::request::Sex;

/// What the answers of a section seem to contradict.
pub fn advice(catalogue: &Catalogue, section: &str, answers: &Answers, context: &ParseContext) -> Vec<Finding> {
    let form = catalogue.form();
    let Some(section) = form.section(section) else { return Vec::new() };
    let shown = form.shown(section, answers, facts(answers, &context.applicant));
    let mut found = Vec::new();
    for field in shown.iter().filter(|field| field.kind == FieldKind::Name) {
        let Some(mixed) = mixed_script(&answers.tidy(&field.name)) else { continue };
        let finding = match mixed.meant {
            Some(meant) => Finding::new(&field.name, "lookalike").with("meant", Value::Text(meant)),
            None => Finding::new(&field.name, "mixed"),
        };
        found.push(finding.with("word", Value::Text(mixed.word)));
    }
    if shown.iter().any(|field| field.name == "deceased-iin") {
        found.extend(iin(answers, context));
    }
    found
}

fn iin(answers: &Answers, context: &ParseContext) -> Vec<Finding> {
    let Ok(iin) = read_iin(answers.get("deceased-iin"), context) else { return Vec::new() };
    let mut found = Vec::new();
    if iin.has_unusual_century_digit() {
        found.push(Finding::new("deceased-iin", "unusual"));
    }
    let typed = read_partial_date(answers, "deceased-born").ok();
    match (iin.birth_date(), typed) {
        (Some(stated), Some(typed)) if stated < typed.earliest() || stated > typed.latest() => {
            let stated = Value::PartialDate(PartialDate::Day(stated));
            found.push(Finding::new("deceased-born", "iin").with("date", stated));
        }
        _ => {}
    }
    let sex = match iin.sex() {
        Some(Sex::Male) => "male",
        Some(Sex::Female) => "female",
        None => "",
    };
    let typed = answers.get("deceased-sex");
    if !sex.is_empty() && !typed.is_empty() && sex != typed {
        found.push(Finding::new("deceased-sex", "iin"));
    }
    found
}
