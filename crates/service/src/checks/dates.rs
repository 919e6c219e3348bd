//! Check 5: dates against each other and against today, by the rules of the form. A date that the form let through is looked at again: the
//! rules may be others by now, and an addendum may have changed one of two.

use super::{Arg, Detail, Known, Outcome, Subject};
use crate::answers::{Finding, answers_of, parse_section};

pub(super) fn details(known: &Known<'_>) -> Vec<Detail> {
    let (answers, context) = (answers_of(known.request), known.context());
    let sections = &known.catalogue.form().sections;
    let dated = sections.iter().filter(|own| own.fields.iter().any(|field| field.kind.is_date()));
    let found = dated.flat_map(|own| parse_section(known.catalogue, &own.id, &answers, &context));
    let mut details: Vec<Detail> = found.filter_map(detail).collect();
    if details.is_empty() {
        details.push(Detail::new(Subject::Case, Outcome::Pass, "dates-agree"));
    }
    details
}

/// What is about dates; what else the form would ask is no matter here.
fn detail(own: Finding) -> Option<Detail> {
    let (code, name) = match own.code {
        "future" => ("dates-future", "today"),
        "before-birth" => ("dates-before-birth", "date"),
        "before-death" => ("dates-before-death", "date"),
        "before-decision" => ("dates-before-decision", "date"),
        _ => return None,
    };
    let detail = Detail::new(Subject::Field(own.field), Outcome::Fail, code);
    let args = own.args.into_iter().filter(|(own, _)| *own == name);
    Some(args.fold(detail, |detail, (_, value)| detail.with("date", Arg::Value(value))))
}
