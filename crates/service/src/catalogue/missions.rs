//! The register of missions.

use super::table::{Row, rows};
use super::{Files, LoadError, UnverifiedFact, note};
use domain::calendar::WeeklyHours;
use domain::country::CountryCode;
use domain::ids::MissionId;
use domain::lang::Trilingual;
use domain::mission::{Mission, MissionKind};
use std::collections::{BTreeMap, BTreeSet};

const FILE: &str = "registers/missions.csv";
const COLUMNS: [&str; 22] = [
    "id",
    "country",
    "kind",
    "city_kk",
    "city_ru",
    "city_en",
    "name_kk",
    "name_ru",
    "name_en",
    "zone",
    "address",
    "phone",
    "office_hours",
    "reception_hours",
    "verified",
    "names_kk_verified",
    "office_verified",
    "reception_verified",
    "source",
    "office_source",
    "reception_source",
    "note",
];

pub fn load(
    files: &Files,
    countries: &BTreeMap<CountryCode, Trilingual>,
    unverified: &mut Vec<UnverifiedFact>,
) -> Result<Vec<Mission>, LoadError> {
    let mut missions = Vec::new();
    let mut ids = BTreeSet::new();
    for row in rows(files, FILE, &COLUMNS)? {
        let mission = read(&row)?;
        if !countries.contains_key(&mission.country) {
            return Err(row.error(&format!("no such country: {}", mission.country)));
        }
        if !ids.insert(mission.id.clone()) {
            return Err(row.error(&format!("{} appears twice", mission.id)));
        }
        let what = |fact: &str| format!("{}: {fact}", mission.id);
        note(unverified, row.place(), what("mission, address, telephone"), row.required("source")?, mission.mark);
        note(unverified, row.place(), what("Kazakh names"), "ours, to be reviewed", mission.names_kk_mark);
        note(unverified, row.place(), what("office hours"), row.required("office_source")?, mission.office_mark);
        note(
            unverified,
            row.place(),
            what("reception hours"),
            row.required("reception_source")?,
            mission.reception_mark,
        );
        missions.push(mission);
    }
    Ok(missions)
}

fn read(row: &Row<'_>) -> Result<Mission, LoadError> {
    let id = row.read("id", |text| {
        let plain = !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        plain.then(|| MissionId(text.to_owned()))
    })?;
    let three = |prefix: &str| -> Result<Trilingual, LoadError> {
        Ok(Trilingual {
            kk: row.required(&format!("{prefix}_kk"))?.to_owned(),
            ru: row.required(&format!("{prefix}_ru"))?.to_owned(),
            en: row.required(&format!("{prefix}_en"))?.to_owned(),
        })
    };
    let hours = |column: &str| -> Result<WeeklyHours, LoadError> {
        WeeklyHours::parse(row.required(column)?).map_err(|error| row.error(&format!("{column}: {error}")))
    };
    Ok(Mission {
        id,
        country: row.country("country")?,
        city: three("city")?,
        name: three("name")?,
        kind: row.read("kind", MissionKind::from_name)?,
        zone: row.read("zone", |name| jiff::tz::TimeZone::get(name).ok().map(|_| name.to_owned()))?,
        address: row.text("address").to_owned(),
        phone: row.text("phone").to_owned(),
        office: hours("office_hours")?,
        reception: hours("reception_hours")?,
        mark: row.mark("verified")?,
        names_kk_mark: row.mark("names_kk_verified")?,
        office_mark: row.mark("office_verified")?,
        reception_mark: row.mark("reception_verified")?,
        source: row.required("source")?.to_owned(),
    })
}
