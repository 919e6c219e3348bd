//! Links between the rooms of the desk: a person sees those that their role opens.

use crate::visit::Visit;
use domain::actor::{Actor, Role};

/// A link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// Address without the language.
    pub path: &'static str,
    /// Key of its text.
    pub key: &'static str,
    /// The page itself.
    pub current: bool,
}

const QUEUE: (&str, &str) = ("/desk/queue", "desk-nav-queue");
const WORKLOAD: (&str, &str) = ("/desk/workload", "desk-nav-workload");
const PAPER: (&str, &str) = ("/desk/paper", "desk-nav-paper");
const COMPLAINTS: (&str, &str) = ("/desk/complaints", "desk-nav-complaints");
const ENQUIRIES: (&str, &str) = ("/desk/enquiries", "desk-nav-enquiries");
const BLANKS: (&str, &str) = ("/desk/blanks", "desk-nav-blanks");
const JOURNAL: (&str, &str) = ("/desk/journal", "desk-nav-journal");
const READINGS: (&str, &str) = ("/desk/readings", "desk-nav-readings");
const DAY: (&str, &str) = ("/desk/day", "desk-nav-day");
const LEAVES: (&str, &str) = ("/desk/leaves", "desk-nav-leaves");
const ME: (&str, &str) = ("/desk/me", "desk-nav-me");
const SAMPLES: (&str, &str) = ("/desk/samples", "desk-nav-samples");
const PEOPLE: (&str, &str) = ("/desk/people", "desk-nav-people");
const STATISTICS: (&str, &str) = ("/desk/statistics", "desk-nav-statistics");
const REGISTERS: (&str, &str) = ("/desk/registers", "desk-nav-registers");
const SYSTEM: (&str, &str) = ("/desk/system", "desk-nav-system");

/// The links for whoever asks.
pub fn links(visit: &Visit) -> Vec<Link> {
    let rooms = visit.session.as_ref().map(|session| rooms(session.actor.role())).unwrap_or_default();
    rooms.iter().map(|(path, key)| Link { path, key, current: visit.path == *path }).collect()
}

/// Where a person of this role begins.
pub fn first_room(actor: &Actor) -> (&'static str, &'static str) {
    rooms(actor.role()).first().copied().unwrap_or(QUEUE)
}

fn rooms(role: Role) -> &'static [(&'static str, &'static str)] {
    match role {
        Role::Clerk => &[QUEUE, PAPER],
        Role::Officer => &[QUEUE, DAY, PAPER, ENQUIRIES, COMPLAINTS, BLANKS, ME],
        Role::Supervisor => &[QUEUE, DAY, WORKLOAD, LEAVES, SAMPLES, ENQUIRIES, STATISTICS, BLANKS, ME],
        Role::Reviewer => &[COMPLAINTS],
        Role::Auditor => &[QUEUE, READINGS, JOURNAL, SAMPLES, STATISTICS, BLANKS, REGISTERS],
        Role::Administrator => &[SYSTEM, REGISTERS, PEOPLE, LEAVES, JOURNAL, STATISTICS, BLANKS],
        Role::Applicant | Role::System => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_administrator_is_not_led_to_cases_and_an_officer_not_to_the_journal() {
        assert!(!rooms(Role::Administrator).contains(&QUEUE));
        assert!(!rooms(Role::Officer).contains(&JOURNAL));
        assert_eq!(rooms(Role::Clerk), [QUEUE, PAPER]);
        assert!(rooms(Role::Auditor).contains(&JOURNAL) && rooms(Role::Auditor).contains(&QUEUE));
        assert!(rooms(Role::Applicant).is_empty());
    }
}
