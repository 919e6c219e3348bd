//! Instants in the mission's zone, always with the name of the place (UX.md 2.1).

use crate::frame::HelpMission;
use crate::texts::T;
use crate::visit::Visit;
use domain::mission::Mission;
use domain::request::Request;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// `24 November 2026, 18:00 (Berlin time)`.
pub fn when(t: &T, at: Timestamp, mission: &Mission) -> String {
    t.texts().moment_at(t.lang, at, &zone(mission), &mission.city)
}

/// `24 November 2026` on the mission's calendar.
pub fn day(t: &T, at: Timestamp, mission: &Mission) -> String {
    t.date(at.to_zoned(zone(mission)).date())
}

/// The same instant on the clock of Astana, for family in Kazakhstan, with the date where it is another; empty where the clocks agree.
pub fn in_kazakhstan(t: &T, at: Timestamp, mission: &Mission) -> Option<String> {
    let home = TimeZone::get("Asia/Almaty").ok()?;
    let (there, here) = (at.to_zoned(zone(mission)), at.to_zoned(home));
    let time = here.strftime("%H:%M");
    if there.date() != here.date() {
        return Some(t.f2("time-in-kazakhstan", "date", t.date(here.date()), "time", time));
    }
    (there.time() != here.time()).then(|| t.f("time-in-kazakhstan-same-day", "time", time))
}

/// The mission's zone; its register row was checked at start, so the fallback is never seen.
pub fn zone(mission: &Mission) -> TimeZone {
    TimeZone::get(&mission.zone).unwrap_or(TimeZone::UTC)
}

/// Where other things to do are told, for the country of death.
pub fn afterwards(visit: &Visit, request: &Request) -> String {
    visit.url(&format!("/afterwards?country={}", request.death.country))
}

/// The mission for the help block.
pub fn help(t: &T, mission: &Mission) -> HelpMission {
    HelpMission { name: t.of(&mission.name).to_owned(), phone: mission.phone.clone() }
}
