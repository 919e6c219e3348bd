//! Links between the rooms of the desk: a person sees those that open for them, as the office says.

use crate::visit::Visit;
use domain::actor::Actor;
use office::rooms::{Room, open_to};

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

/// The links for whoever asks.
pub fn links(visit: &Visit) -> Vec<Link> {
    let rooms = visit.session.as_ref().map(|session| open_to(&session.actor)).unwrap_or_default();
    let link = |(path, key)| Link { path, key, current: visit.path == path };
    rooms.into_iter().map(place).map(link).collect()
}

/// Where a person begins.
pub fn first_room(actor: &Actor) -> (&'static str, &'static str) {
    place(open_to(actor).first().copied().unwrap_or(Room::Queue))
}

/// Address of a room, and the key of its name.
fn place(room: Room) -> (&'static str, &'static str) {
    match room {
        Room::Queue => ("/desk/queue", "desk-nav-queue"),
        Room::System => ("/desk/system", "desk-nav-system"),
        Room::Day => ("/desk/day", "desk-nav-day"),
        Room::Workload => ("/desk/workload", "desk-nav-workload"),
        Room::Leaves => ("/desk/leaves", "desk-nav-leaves"),
        Room::Samples => ("/desk/samples", "desk-nav-samples"),
        Room::Paper => ("/desk/paper", "desk-nav-paper"),
        Room::Enquiries => ("/desk/enquiries", "desk-nav-enquiries"),
        Room::Complaints => ("/desk/complaints", "desk-nav-complaints"),
        Room::Readings => ("/desk/readings", "desk-nav-readings"),
        Room::People => ("/desk/people", "desk-nav-people"),
        Room::Journal => ("/desk/journal", "desk-nav-journal"),
        Room::Statistics => ("/desk/statistics", "desk-nav-statistics"),
        Room::Blanks => ("/desk/blanks", "desk-nav-blanks"),
        Room::Registers => ("/desk/registers", "desk-nav-registers"),
        Room::Me => ("/desk/me", "desk-nav-me"),
    }
}
