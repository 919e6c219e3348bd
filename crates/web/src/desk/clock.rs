//! Instants on the clock of a mission. An officer sees one zone, and the page says which.

use crate::visit::Visit;
use domain::ids::MissionId;
use domain::mission::Mission;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// A mission's clock; universal time for a mission that is not in the register.
pub struct Clock<'v> {
    visit: &'v Visit,
    mission: Option<&'v Mission>,
    zone: TimeZone,
}

impl<'v> Clock<'v> {
    /// The clock of `mission`.
    pub fn of(visit: &'v Visit, mission: &MissionId) -> Clock<'v> {
        let mission = visit.state.office.catalogue().mission(mission);
        let zone = mission.and_then(|own| TimeZone::get(&own.zone).ok()).unwrap_or(TimeZone::UTC);
        Clock { visit, mission, zone }
    }

    /// The zone.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// The zone in words: "Berlin time".
    pub fn zone_name(&self) -> String {
        match self.mission {
            Some(mission) => self.visit.t().f("desk-zone", "city", mission.city.get(self.visit.lang)),
            None => "UTC".to_owned(),
        }
    }

    /// For tables: `14.12.2026 18:00`.
    pub fn short(&self, at: Timestamp) -> String {
        at.to_zoned(self.zone.clone()).strftime("%d.%m.%Y %H:%M").to_string()
    }

    /// With its place: `14 December 2026, 18:00 (Berlin time)`.
    pub fn full(&self, at: Timestamp) -> String {
        match self.mission {
            Some(mission) => self.visit.state.office.texts().moment_at(self.visit.lang, at, &self.zone, &mission.city),
            None => format!("{} (UTC)", self.short(at)),
        }
    }

    /// The mission's name in the page's language, or its short name.
    pub fn mission_name(&self, id: &MissionId) -> String {
        self.mission.map_or_else(|| id.0.clone(), |mission| mission.name.get(self.visit.lang).to_owned())
    }
}
