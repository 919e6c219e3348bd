//! Rooms of the desk that open for a person: the same questions that their verbs ask, so that nobody is led to a door that is shut.

use crate::permission;
use domain::actor::Actor;

/// A room of the desk: a page that names no case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// The queue of cases.
    Queue,
    /// How the installation is.
    System,
    /// The mission's day at the counter.
    Day,
    /// Who has how many cases.
    Workload,
    /// Who is away, and who stands in.
    Leaves,
    /// Decisions drawn for a second look.
    Samples,
    /// Requests on paper.
    Paper,
    /// Questions put before applying.
    Enquiries,
    /// Complaints to be answered.
    Complaints,
    /// Who did and opened what.
    Readings,
    /// People of the desk.
    People,
    /// The proof of the journal.
    Journal,
    /// Counts.
    Statistics,
    /// Blanks of strict accounting.
    Blanks,
    /// Registers and their changes.
    Registers,
    /// One's own page: what needs one now, and where warnings go.
    Me,
}

impl Room {
    /// Every room, in the order in which they are shown.
    pub const ALL: [Room; 16] = [
        Room::Queue,
        Room::System,
        Room::Day,
        Room::Workload,
        Room::Leaves,
        Room::Samples,
        Room::Paper,
        Room::Enquiries,
        Room::Complaints,
        Room::Readings,
        Room::People,
        Room::Journal,
        Room::Statistics,
        Room::Blanks,
        Room::Registers,
        Room::Me,
    ];

    fn is_open(self, actor: &Actor) -> bool {
        match self {
            Room::Queue => permission::queue(actor).is_ok(),
            Room::System => permission::reads_installation(actor).is_ok(),
            Room::Day | Room::Enquiries => permission::desk_of_mission(actor).is_ok(),
            Room::Workload => permission::supervisor(actor).is_ok(),
            Room::Leaves => permission::keeps_leaves(actor).is_ok(),
            Room::Samples => permission::supervisor(actor).is_ok() || permission::audits_all(actor).is_ok(),
            Room::Paper => permission::intake(actor).is_ok(),
            Room::Complaints => permission::complaints(actor).is_ok(),
            Room::Readings => permission::readings(actor).is_ok(),
            Room::People => permission::keeps_people_of(actor).is_ok(),
            Room::Journal => permission::journal(actor).is_ok(),
            Room::Statistics => permission::statistics(actor).is_ok(),
            Room::Blanks => permission::read_blanks(actor).is_ok(),
            Room::Registers => permission::reads_registers(actor).is_ok(),
            Room::Me => permission::is_warned(actor).is_ok(),
        }
    }
}

/// The rooms that open for this person; the first is where they begin.
pub fn open_to(actor: &Actor) -> Vec<Room> {
    Room::ALL.into_iter().filter(|room| room.is_open(actor)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::actor::Role;
    use domain::ids::{AccountId, MissionId, OfficerId};
    use uuid::Uuid;

    fn staff(role: Role, mission: Option<&str>) -> Vec<Room> {
        let mission = mission.map(|own| MissionId(own.to_owned()));
        open_to(&Actor::Staff { officer: OfficerId(Uuid::nil()), role, mission })
    }

    #[test]
    fn an_administrator_is_not_led_to_cases_and_an_officer_not_to_the_journal() {
        use Room::{
            Blanks, Complaints, Journal, Leaves, Paper, People, Queue, Readings, Registers, Samples, Statistics, System,
        };
        assert_eq!(staff(Role::Clerk, Some("berlin")), [Queue, Paper]);
        assert!(!staff(Role::Officer, Some("berlin")).contains(&Journal));
        assert_eq!(staff(Role::Reviewer, None), [Complaints]);
        assert_eq!(
            staff(Role::Auditor, None),
            [Queue, System, Samples, Readings, Journal, Statistics, Blanks, Registers]
        );
        assert_eq!(staff(Role::Administrator, None), [System, Leaves, People, Journal, Statistics, Blanks, Registers]);
        assert_eq!(open_to(&Actor::Applicant(AccountId(Uuid::nil()))), []);
    }

    #[test]
    fn who_belongs_to_a_mission_is_not_led_to_what_is_of_all_missions() {
        use Room::{Blanks, Leaves, People, Queue, Readings, Statistics};
        assert_eq!(staff(Role::Auditor, Some("berlin")), [Queue, Readings, Statistics, Blanks]);
        assert_eq!(staff(Role::Administrator, Some("berlin")), [Leaves, People, Statistics, Blanks]);
    }
}
