//! The identity bar: which case this is, where it stands, until when (UX.md 3.3).

use super::clock::Clock;
use super::due::Due;
use super::key;
use crate::texts::T;
use crate::visit::Visit;
use office::cases::{CaseLine, CaseView};
use office::leave::StandIn;

/// The due cell in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueWords {
    /// Classes.
    pub class: &'static str,
    /// How far it is.
    pub words: String,
    /// The end of the term itself.
    pub at: String,
}

impl DueWords {
    /// Of a row of the queue.
    pub fn of(visit: &Visit, clock: &Clock<'_>, line: &CaseLine) -> DueWords {
        let due = Due::of(line.due_at, line.state.term_runs(), clock.zone(), visit.moment.now);
        DueWords { class: due.class(), words: due.words(&visit.t()), at: clock.short(line.due_at) }
    }

    /// Of the term to return a request that was not mended (APPC 64(7)).
    pub fn of_return(visit: &Visit, clock: &Clock<'_>, line: &CaseLine) -> Option<DueWords> {
        let at = line.return_by?;
        let due = Due::of(at, true, clock.zone(), visit.moment.now);
        Some(DueWords { class: due.class(), words: due.words(&visit.t()), at: clock.short(at) })
    }
}

/// The bar.
#[derive(Clone, Debug)]
pub struct Bar {
    /// Reference.
    pub reference: String,
    /// Name of the person who died.
    pub deceased: String,
    /// Name of the applicant.
    pub applicant: String,
    /// State in the officer's words.
    pub state: String,
    /// End of the term.
    pub due: DueWords,
    /// End of the term to return it, where that runs.
    pub return_due: Option<DueWords>,
    /// Mission.
    pub mission: String,
    /// Who has taken it up; empty: nobody.
    pub assignee: String,
}

impl Bar {
    /// Of a case.
    pub fn of(visit: &Visit, view: &CaseView) -> Bar {
        let clock = Clock::of(visit, &view.mission.id);
        let t = visit.t();
        let mut due = DueWords::of(visit, &clock, &view.line);
        due.at = clock.full(view.due_at);
        Bar {
            reference: view.line.reference.clone(),
            deceased: view.line.deceased.clone(),
            applicant: view.line.applicant.clone(),
            state: t.s(&format!("{}-officer", key("state-", view.line.state.as_str()))),
            due,
            return_due: DueWords::of_return(visit, &clock, &view.line),
            mission: t.of(&view.mission.name).to_owned(),
            assignee: assignee(&t, &view.line),
        }
    }
}

/// Who has taken a case up, and who does their work while they are away; empty: nobody.
pub fn assignee(t: &T, line: &CaseLine) -> String {
    let name = line.assignee.clone().unwrap_or_default();
    match &line.stand_in {
        None => name,
        Some(StandIn::Me) => t.f("desk-away-mine", "name", name),
        Some(StandIn::Other(substitute)) => t.f2("desk-away-substitute", "name", name, "substitute", substitute),
    }
}
