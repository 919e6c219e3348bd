//! Check 10: the consent that the request holds is to the text that was in force when it was sent.

use super::{Arg, Detail, Known, Outcome, Subject};
use crate::texts::Value;

pub(super) fn details(known: &Known<'_>) -> Vec<Detail> {
    let given = known.request.consent.text_version.trim();
    let (outcome, code) = match given {
        "" => return vec![Detail::new(Subject::Case, Outcome::Fail, "consent-none")],
        own if own == known.consent => (Outcome::Pass, "consent-in-force"),
        _ => (Outcome::Attention, "consent-other"),
    };
    vec![Detail::new(Subject::Case, outcome, code).with("version", Arg::Value(Value::Text(given.to_owned())))]
}
