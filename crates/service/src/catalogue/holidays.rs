//! Days off, joined into one working calendar per mission.
//!
//! A year counts as known only when both Kazakhstan and the host have rows for it; a host that no source knows has one row of kind
//! `absent` per year, so that the gap is listed as not confirmed instead of passing for a year without holidays.

use super::table::rows;
use super::{Files, LoadError, UnverifiedFact, note};
use domain::calendar::WorkingCalendar;
use domain::country::CountryCode;
use domain::ids::MissionId;
use domain::mission::Mission;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::collections::{BTreeMap, BTreeSet};

const KZ: &str = "registers/holidays_kz.csv";
const HOST: &str = "registers/holidays_host.csv";
const CLOSURES: &str = "registers/closures.csv";

/// Days off and the years they are known for.
#[derive(Default)]
struct Days {
    off: BTreeSet<Date>,
    years: BTreeSet<i16>,
}

pub fn load(
    files: &Files,
    missions: &[Mission],
    unverified: &mut Vec<UnverifiedFact>,
) -> Result<BTreeMap<MissionId, WorkingCalendar>, LoadError> {
    let home = kazakhstan(files, unverified)?;
    let (hosts, mut own) = host(files, missions, unverified)?;
    closures(files, missions, &mut own, unverified)?;
    let mut calendars = BTreeMap::new();
    for mission in missions {
        let none = Days::default();
        let host = hosts.get(&mission.country).unwrap_or(&none);
        let mut holidays: BTreeSet<Date> = home.off.union(&host.off).copied().collect();
        holidays.extend(own.get(&mission.id).into_iter().flatten());
        let zone = TimeZone::get(&mission.zone).map_err(|error| LoadError {
            file: "registers/missions.csv".to_owned(),
            line: 0,
            reason: format!("{}: {error}", mission.id),
        })?;
        let calendar = WorkingCalendar {
            zone,
            office: mission.office.clone(),
            reception: mission.reception.clone(),
            holidays,
            years: home.years.intersection(&host.years).copied().collect(),
        };
        calendars.insert(mission.id.clone(), calendar);
    }
    Ok(calendars)
}

fn kazakhstan(files: &Files, unverified: &mut Vec<UnverifiedFact>) -> Result<Days, LoadError> {
    let mut days = Days::default();
    for row in rows(files, KZ, &["date", "kind", "name_kk", "name_en", "source", "verified", "note"])? {
        let date = row.date("date")?;
        row.read("kind", |kind| ["holiday", "observed", "moved"].contains(&kind).then_some(()))?;
        days.off.insert(date);
        days.years.insert(date.year());
        let what = format!("{date} {}", row.required("name_en")?);
        note(unverified, row.place(), what, row.required("source")?, row.mark("verified")?);
    }
    Ok(days)
}

type Hosts = (BTreeMap<CountryCode, Days>, BTreeMap<MissionId, BTreeSet<Date>>);

fn host(files: &Files, missions: &[Mission], unverified: &mut Vec<UnverifiedFact>) -> Result<Hosts, LoadError> {
    let mut hosts: BTreeMap<CountryCode, Days> = BTreeMap::new();
    let mut own: BTreeMap<MissionId, BTreeSet<Date>> = BTreeMap::new();
    for row in rows(files, HOST, &["date", "country", "mission", "kind", "name", "source", "verified"])? {
        let date = row.date("date")?;
        let country = row.country("country")?;
        let days = hosts.entry(country).or_default();
        days.years.insert(date.year());
        match (row.text("kind"), row.text("mission")) {
            ("absent", "") => {}
            ("holiday", "") => {
                days.off.insert(date);
            }
            ("holiday", id) if missions.iter().any(|mission| mission.id.0 == id && mission.country == country) => {
                own.entry(MissionId(id.to_owned())).or_default().insert(date);
            }
            (kind, mission) => return Err(row.error(&format!("no such kind or mission: {kind} {mission}"))),
        }
        let what = format!("{date} {country} {} {}", row.text("mission"), row.required("name")?);
        note(unverified, row.place(), what, row.required("source")?, row.mark("verified")?);
    }
    Ok((hosts, own))
}

fn closures(
    files: &Files,
    missions: &[Mission],
    own: &mut BTreeMap<MissionId, BTreeSet<Date>>,
    unverified: &mut Vec<UnverifiedFact>,
) -> Result<(), LoadError> {
    for row in rows(files, CLOSURES, &["date", "mission", "verified", "source", "note"])? {
        let id = MissionId(row.required("mission")?.to_owned());
        if !missions.iter().any(|mission| mission.id == id) {
            return Err(row.error(&format!("no such mission: {id}")));
        }
        let date = row.date("date")?;
        note(unverified, row.place(), format!("{date} {id} closed"), row.required("source")?, row.mark("verified")?);
        own.entry(id).or_default().insert(date);
    }
    Ok(())
}
