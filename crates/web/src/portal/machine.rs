//! What a machine checked in a case, for its applicant: each check with its factors and what came out (Digital Code, the article before 44: who
//! an automatic check concerns may see that it was made, and by what). Must never tell of other people's cases, nor what a scanner found.

use crate::texts::T;
use crate::visit::Visit;
use office::cases::CaseView;
use service::checks::{Check, CheckKind, sentence};

/// A check.
#[derive(Clone, Debug)]
pub struct CheckCard {
    /// Its name.
    pub name: String,
    /// What it looks at.
    pub factors: String,
    /// What came out, in words; `None` of what the official alone is told.
    pub outcome: Option<String>,
    /// What was found.
    pub found: Vec<String>,
}

/// The checks of a case, made now.
pub fn cards(visit: &Visit, t: &T, case: &CaseView) -> Vec<CheckCard> {
    let office = &visit.state.office;
    let card = |own: Check| CheckCard {
        name: t.s(&format!("checks-name-{}", own.kind.as_str())),
        factors: t.s(&format!("machine-{}", own.kind.as_str())),
        outcome: (own.kind != CheckKind::Alike).then(|| t.s(&format!("checks-outcome-{}", own.outcome.as_str()))),
        found: own.details.iter().map(|own| sentence(office.catalogue(), office.texts(), visit.lang, own)).collect(),
    };
    office::checks::of_case(office, case, None, visit.moment.now).into_iter().map(card).collect()
}
