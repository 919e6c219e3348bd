//! Contradictions that a person may confirm (UX.md 2.1: interruption pages, not errors). Never blocks, never changes an answer by itself.

use super::field::{read_iin, read_partial_date};
use super::{Answers, Finding, ParseContext, facts};
use crate::catalogue::Catalogue;
use crate::form::FieldKind;
use crate::texts::Value;
use domain::date::PartialDate;
use domain::name::lookalike::mixed_script;
use domain::request::Sex;

/// Mailboxes that people abroad write to most; a host one slip away from one of them is asked about. Ours, not the law's.
const MAIL_HOSTS: [&str; 8] =
    ["gmail.com", "mail.ru", "yandex.ru", "yandex.kz", "outlook.com", "hotmail.com", "icloud.com", "yahoo.com"];

/// Hosts that look like a slip and are none.
const OTHER_HOSTS: [&str; 3] = ["mail.com", "ymail.com", "email.com"];

/// What an answer seems to contradict, and what would be right if it were a slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// The field, and what seems wrong; its sentence is `texts.advice`.
    pub finding: Finding,
    /// The answer as it stands; of a choice its value.
    pub typed: Value,
    /// What would agree, and the answers that say so.
    pub meant: Option<(Value, Vec<(String, String)>)>,
}

/// What the answers of a section seem to contradict.
pub fn advice(catalogue: &Catalogue, section: &str, answers: &Answers, context: &ParseContext) -> Vec<Advice> {
    let form = catalogue.form();
    let Some(section) = form.section(section) else { return Vec::new() };
    let shown = form.shown(section, answers, facts(answers, &context.applicant));
    let mut found = Vec::new();
    for field in &shown {
        match field.kind {
            FieldKind::Name => found.extend(mixed(&field.name, answers)),
            FieldKind::Email => found.extend(host(&field.name, answers)),
            FieldKind::Iin if field.name == "deceased-iin" => found.extend(iin(answers, context)),
            _ => {}
        }
    }
    found
}

/// A word of two alphabets.
fn mixed(field: &str, answers: &Answers) -> Option<Advice> {
    let typed = answers.tidy(field);
    let mixed = mixed_script(&typed)?;
    let word = |finding: Finding| finding.with("word", Value::Text(mixed.word.clone()));
    Some(match &mixed.meant {
        Some(meant) => {
            let whole = typed.replacen(&mixed.word, meant, 1);
            let finding = word(Finding::new(field, "lookalike").with("meant", Value::Text(meant.clone())));
            let right = (Value::Text(whole.clone()), vec![(field.to_owned(), whole)]);
            Advice { finding, typed: Value::Text(typed), meant: Some(right) }
        }
        None => Advice { finding: word(Finding::new(field, "mixed")), typed: Value::Text(typed), meant: None },
    })
}

/// A mail address whose host is one slip away from a common one.
fn host(field: &str, answers: &Answers) -> Option<Advice> {
    let typed = answers.tidy(field);
    let (local, host) = typed.rsplit_once('@')?;
    let host = host.to_lowercase();
    if MAIL_HOSTS.iter().chain(&OTHER_HOSTS).any(|known| *known == host) {
        return None;
    }
    let near = MAIL_HOSTS.into_iter().find(|known| domain::name::spelling::is_slip(&host, known))?;
    let right = format!("{local}@{near}");
    let finding = Finding::new(field, "typo").with("meant", Value::Text(right.clone()));
    let meant = Some((Value::Text(right.clone()), vec![(field.to_owned(), right)]));
    Some(Advice { finding, typed: Value::Text(typed.clone()), meant })
}

/// The IIN of the person who died, against the birth date and the sex that were stated (UX.md 2.5 B5).
fn iin(answers: &Answers, context: &ParseContext) -> Vec<Advice> {
    let Ok(iin) = read_iin(answers.get("deceased-iin"), context) else { return Vec::new() };
    let mut found = Vec::new();
    if iin.has_unusual_century_digit() {
        let typed = Value::Text(answers.tidy("deceased-iin"));
        found.push(Advice { finding: Finding::new("deceased-iin", "unusual"), typed, meant: None });
    }
    let typed = read_partial_date(answers, "deceased-born").ok();
    match (iin.birth_date(), typed) {
        (Some(stated), Some(typed)) if stated < typed.earliest() || stated > typed.latest() => {
            let date = Value::PartialDate(PartialDate::Day(stated));
            let parts = [("day", stated.day().to_string()), ("month", stated.month().to_string())];
            let parts = parts.into_iter().chain([("year", stated.year().to_string())]);
            let right = parts.map(|(part, value)| (format!("deceased-born-{part}"), value)).collect();
            found.push(Advice {
                finding: Finding::new("deceased-born", "iin").with("date", date.clone()),
                typed: Value::PartialDate(typed),
                meant: Some((date, right)),
            });
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
        let right = (Value::Text(sex.to_owned()), vec![("deceased-sex".to_owned(), sex.to_owned())]);
        let finding = Finding::new("deceased-sex", "iin");
        found.push(Advice { finding, typed: Value::Text(typed.to_owned()), meant: Some(right) });
    }
    found
}
