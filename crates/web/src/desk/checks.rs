//! The panel of the machine's checks on a case (UX.md 3.3): each with its outcome in words, what was found, of when it is, and the way to
//! where it is seen. Must never decide: it advises, whoever reads it.

use super::clock::Clock;
use crate::texts::T;
use crate::visit::Visit;
use domain::ids::ApplicationId;
use office::cases::CaseView;
use service::checks::{Alike, Check, CheckKind, Outcome, sentence};

/// The panel.
#[derive(Clone, Debug, Default)]
pub struct Panel {
    /// When the checks were made.
    pub computed: String,
    /// The checks, by their numbers.
    pub lines: Vec<Line>,
}

/// A check.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its number.
    pub number: usize,
    /// Its name.
    pub name: String,
    /// What came out, in words.
    pub outcome: String,
    /// How its tag looks: beside the words, not in their place.
    pub tag: &'static str,
    /// What was found.
    pub found: Vec<String>,
    /// Of when it is.
    pub at: String,
    /// Where it is seen: words and address.
    pub seen: Option<(String, String)>,
}

/// The names of checks in one line.
pub fn names(t: &T, checks: &[String]) -> String {
    let names: Vec<String> = checks.iter().map(|own| t.s(&format!("checks-name-{own}"))).collect();
    names.join(", ")
}

/// A sentence for each check: its name and what was found.
pub fn told(visit: &Visit, made: &[Check]) -> Vec<String> {
    let (t, office) = (visit.t(), &visit.state.office);
    let told = |own: &Check| {
        let grave = own.details.iter().filter(|detail| detail.outcome == own.outcome);
        let found = grave.map(|detail| sentence(office.catalogue(), office.texts(), visit.lang, detail));
        format!("{}. {}", t.s(&format!("checks-name-{}", own.kind.as_str())), found.collect::<Vec<_>>().join(" "))
    };
    made.iter().map(told).collect()
}

/// The checks of a case, made now. `alike`: what was found of other cases, for who may know of them.
pub fn panel(visit: &Visit, id: ApplicationId, view: &CaseView, alike: Option<Alike>) -> Panel {
    let clock = Clock::of(visit, &view.mission.id);
    let made = office::checks::of_case(&visit.state.office, view, alike, visit.moment.now);
    let lines = made.iter().zip(1..).map(|(own, number)| line(visit, id, &clock, (number, own), view.desk.is_some()));
    Panel { computed: clock.full(visit.moment.now), lines: lines.collect() }
}

fn line(visit: &Visit, id: ApplicationId, clock: &Clock<'_>, (number, own): (usize, &Check), desk: bool) -> Line {
    let (t, office) = (visit.t(), &visit.state.office);
    let found = own.details.iter().map(|detail| sentence(office.catalogue(), office.texts(), visit.lang, detail));
    let place = place(own.kind).filter(|_| desk || !is_of_the_desk(own.kind));
    Line {
        number,
        name: t.s(&format!("checks-name-{}", own.kind.as_str())),
        outcome: t.s(&format!("checks-outcome-{}", own.outcome.as_str())),
        tag: tag(own.outcome),
        found: found.collect(),
        at: clock.full(own.at),
        seen: place.map(|(key, place)| match place {
            Place::Here(anchor) => (t.s(key), format!("#{anchor}")),
            Place::Page(noun) => (t.s(key), visit.url(&format!("/desk/cases/{id}/{noun}"))),
        }),
    }
}

enum Place {
    /// A part of the page of the case.
    Here(&'static str),
    /// A page of its own.
    Page(&'static str),
}

/// Where that which was checked is seen, by the words of its heading.
fn place(kind: CheckKind) -> Option<(&'static str, Place)> {
    Some(match kind {
        CheckKind::Signature | CheckKind::Code => ("desk-case-proof", Place::Here("proof")),
        CheckKind::Iin | CheckKind::Dates => ("compare-heading", Place::Page("comparison")),
        CheckKind::Alike => ("alike-heading", Place::Here("alike")),
        CheckKind::Mission => ("desk-case-answers", Place::Here("answers")),
        CheckKind::Papers | CheckKind::Translation | CheckKind::Attorney | CheckKind::Files => {
            ("desk-case-documents", Place::Here("documents"))
        }
        CheckKind::Consent => return None,
    })
}

/// What only who reads the desk's own things can open.
fn is_of_the_desk(kind: CheckKind) -> bool {
    matches!(kind, CheckKind::Iin | CheckKind::Dates | CheckKind::Alike)
}

fn tag(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Pass => " govuk-tag--green",
        Outcome::Attention => " govuk-tag--yellow",
        Outcome::Fail => " govuk-tag--red",
        Outcome::NotRun => " govuk-tag--grey",
    }
}
