//! The register of districts: countries served from elsewhere, and countries whose split is not known.

use super::table::rows;
use super::{Files, LoadError, UnverifiedFact, note};
use domain::country::CountryCode;
use domain::district::District;
use domain::ids::MissionId;
use domain::lang::Trilingual;
use domain::mission::Mission;
use std::collections::BTreeMap;

const FILE: &str = "registers/districts.csv";

pub fn load(
    files: &Files,
    countries: &BTreeMap<CountryCode, Trilingual>,
    missions: &[Mission],
    unverified: &mut Vec<UnverifiedFact>,
) -> Result<Vec<District>, LoadError> {
    let mut districts = Vec::new();
    for row in rows(files, FILE, &["mission", "country", "verified", "source", "note"])? {
        let district = District {
            mission: MissionId(row.required("mission")?.to_owned()),
            country: row.country("country")?,
            mark: row.mark("verified")?,
        };
        if !missions.iter().any(|mission| mission.id == district.mission) {
            return Err(row.error(&format!("no such mission: {}", district.mission)));
        }
        if !countries.contains_key(&district.country) {
            return Err(row.error(&format!("no such country: {}", district.country)));
        }
        let what = format!("{} serves {}: {}", district.mission, district.country, row.text("note"));
        note(unverified, row.place(), what, row.required("source")?, district.mark);
        districts.push(district);
    }
    Ok(districts)
}
