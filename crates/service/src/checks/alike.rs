//! Check 4: cases that look like the same death, and what officers said of them. Only counts: which cases they are is shown to the desk of the
//! mission alone, and the applicant is not told that there are any.

use super::{Arg, Detail, Known, Outcome, Subject};
use crate::texts::Value;
use domain::request::Deceased;

/// What was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Alike {
    /// Cases of the mission that nobody has said a word on.
    pub open: usize,
    /// Of which an officer said that the death is the same.
    pub same: usize,
    /// Of which an officer said that it is another.
    pub apart: usize,
    /// Records of other missions that name the same IIN.
    pub records: usize,
}

pub(super) fn details(known: &Known<'_>) -> Vec<Detail> {
    let alone = |outcome, code| vec![Detail::new(Subject::Case, outcome, code)];
    let Some(found) = known.alike else { return alone(Outcome::NotRun, "alike-kept") };
    if matches!(known.request.deceased, Deceased::Unidentified { .. }) {
        return alone(Outcome::NotRun, "alike-unidentified");
    }
    let counted = [
        (found.records, Outcome::Fail, "alike-record"),
        (found.open, Outcome::Attention, "alike-open"),
        (found.same, Outcome::Attention, "alike-same"),
        (found.apart, Outcome::Pass, "alike-apart"),
    ];
    let details: Vec<Detail> = counted
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, outcome, code)| {
            let count = Value::Number(i64::try_from(count).unwrap_or(i64::MAX));
            Detail::new(Subject::Case, outcome, code).with("count", Arg::Value(count))
        })
        .collect();
    if details.is_empty() { alone(Outcome::Pass, "alike-nothing") } else { details }
}
