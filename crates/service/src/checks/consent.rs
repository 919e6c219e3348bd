//! Check 10: the consent that the request holds is to a text that served here. That it was the newest at the sending is not looked at again:
//! nothing is sent with an older one (`prepare_request`).

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
