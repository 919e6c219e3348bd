//! Check 9: who acts for another encloses a power of attorney that was given before the request. Its term and what it covers are read on the
//! paper: the form does not ask for them.

use super::{Arg, Detail, Known, Outcome, Subject};
use crate::texts::Value;
use domain::documents::DocumentKind;
use domain::documents::power_of_attorney::power_of_attorney_needed;

pub(super) fn details(known: &Known<'_>) -> Vec<Detail> {
    let request = known.request;
    if !power_of_attorney_needed(&request.applicant.relation) {
        return vec![Detail::new(Subject::Case, Outcome::NotRun, "attorney-nobody")];
    }
    let subject = Subject::Document(DocumentKind::PowerOfAttorney);
    let enclosed = request.documents.iter().find(|own| own.kind == DocumentKind::PowerOfAttorney);
    let dated =
        |outcome, code, date| Detail::new(subject.clone(), outcome, code).with("date", Arg::Value(Value::Date(date)));
    vec![match enclosed.filter(|own| !own.files.is_empty()).map(|own| own.issued_on) {
        None => Detail::new(subject, Outcome::Fail, "attorney-missing"),
        Some(None) => Detail::new(subject, Outcome::Attention, "attorney-undated"),
        Some(Some(date)) if date > request.date => dated(Outcome::Fail, "attorney-later", date),
        Some(Some(date)) => dated(Outcome::Attention, "attorney-enclosed", date),
    }]
}
