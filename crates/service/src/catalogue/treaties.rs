//! The register of treaties.

use super::table::rows;
use super::{Files, LoadError, UnverifiedFact, note};
use domain::country::CountryCode;
use domain::documents::treaty::{Treaties, Treaty, TreatyMember};
use std::collections::BTreeSet;

const FILE: &str = "registers/treaties.csv";

pub fn load(files: &Files, unverified: &mut Vec<UnverifiedFact>) -> Result<Treaties, LoadError> {
    let mut members: Vec<TreatyMember> = Vec::new();
    let mut seen = BTreeSet::new();
    let columns = ["treaty", "country", "in_force_from", "ceased_on", "verified", "source", "note"];
    for row in rows(files, FILE, &columns)? {
        let member = TreatyMember {
            treaty: row.read("treaty", Treaty::from_name)?,
            country: row.country("country")?,
            in_force_from: row.optional_date("in_force_from")?,
            ceased_on: row.optional_date("ceased_on")?,
            mark: row.mark("verified")?,
            source: row.required("source")?.to_owned(),
        };
        if !seen.insert((member.treaty, member.country)) {
            return Err(row.error("this state appears twice in this treaty"));
        }
        if matches!((member.in_force_from, member.ceased_on), (Some(from), Some(ceased)) if ceased <= from) {
            return Err(row.error("it ceased before it entered into force"));
        }
        let what = format!("{} in {}", member.country, member.treaty.as_str());
        note(unverified, row.place(), what, &member.source, member.mark);
        members.push(member);
    }
    let treaties = Treaties(members);
    for treaty in Treaty::ALL {
        if treaties.member(treaty, CountryCode::KZ).is_none() {
            let reason = format!("Kazakhstan is missing in {}", treaty.as_str());
            return Err(LoadError { file: FILE.to_owned(), line: 0, reason });
        }
    }
    Ok(treaties)
}
