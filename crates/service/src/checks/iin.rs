//! Check 3: the IIN of both persons. The check digit, and the date of birth and the sex that are stated beside it; a request states neither of
//! the applicant. Must never take a number that is well made for proof of who a person is.

use super::{Arg, Detail, Known, Outcome, Subject};
use crate::answers::{Advice, advice, answers_of, parse_section};
use crate::texts::Value;
use domain::iin::Iin;
use domain::request::Deceased;

const SECTION: &str = "person";
const FIELD: &str = "deceased-iin";

pub(super) fn details(known: &Known<'_>) -> Vec<Detail> {
    let mut details = vec![applicant(known)];
    let alone = |outcome, code| vec![Detail::new(Subject::Deceased, outcome, code)];
    details.extend(match &known.request.deceased {
        Deceased::Unidentified { .. } => alone(Outcome::NotRun, "iin-unidentified"),
        Deceased::Identified(person) if person.iin.is_none() => alone(Outcome::Attention, "iin-unknown"),
        Deceased::Identified(_) => deceased(known),
    });
    details
}

fn applicant(known: &Known<'_>) -> Detail {
    let applicant = &known.request.applicant;
    let (outcome, code) = match (Iin::parse(applicant.iin.as_str(), known.rules), applicant.iin_proven) {
        (Err(_), _) => (Outcome::Fail, "iin-wrong"),
        (Ok(_), true) => (Outcome::Pass, "iin-proven"),
        (Ok(_), false) => (Outcome::Attention, "iin-declared"),
    };
    Detail::new(Subject::Applicant, outcome, code)
}

/// The rules of the form, over the answers that give the request.
fn deceased(known: &Known<'_>) -> Vec<Detail> {
    let (answers, context) = (answers_of(known.request), known.context());
    let detail = |outcome, code| Detail::new(Subject::Deceased, outcome, code);
    let wrong =
        parse_section(known.catalogue, SECTION, &answers, &context).into_iter().filter(|own| own.field == FIELD);
    let mut details: Vec<Detail> = wrong
        .map(|own| detail(Outcome::Fail, if own.code == "applicant" { "iin-of-applicant" } else { "iin-wrong" }))
        .collect();
    let contradicts = |own: Advice| match (own.finding.field.as_str(), own.finding.code, own.typed) {
        ("deceased-born", "iin", typed @ Value::PartialDate(_)) => {
            let detail = detail(Outcome::Fail, "iin-born").with("typed", Arg::Value(typed));
            let date = own.finding.args.into_iter().find(|(name, _)| *name == "date");
            Some(date.into_iter().fold(detail, |detail, (_, date)| detail.with("date", Arg::Value(date))))
        }
        ("deceased-sex", "iin", _) => Some(detail(Outcome::Fail, "iin-sex")),
        (FIELD, "unusual", _) => Some(detail(Outcome::Attention, "iin-unusual")),
        _ => None,
    };
    details.extend(advice(known.catalogue, SECTION, &answers, &context).into_iter().filter_map(contradicts));
    if details.is_empty() {
        details.push(detail(Outcome::Pass, "iin-agrees"));
    }
    details
}
