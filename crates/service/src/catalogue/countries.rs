//! Country names: the pinned package's, with the table of overrides laid over them.

use super::table::rows;
use super::{Files, LoadError, UnverifiedFact, note};
use domain::country::CountryCode;
use domain::lang::{Lang, Trilingual};
use std::collections::BTreeMap;

const NAMES: &str = "countries.json";
const OVERRIDES: &str = "registers/country_names_override.csv";

pub fn load(
    files: &Files,
    unverified: &mut Vec<UnverifiedFact>,
) -> Result<BTreeMap<CountryCode, Trilingual>, LoadError> {
    let bad = |line: usize, reason: String| LoadError {
        file: NAMES.to_owned(),
        line: u64::try_from(line).unwrap_or_default(),
        reason,
    };
    let mut countries: BTreeMap<CountryCode, Trilingual> =
        serde_json::from_str(super::text(files, NAMES)?).map_err(|error| bad(error.line(), error.to_string()))?;
    if !countries.contains_key(&CountryCode::KZ) {
        return Err(bad(0, "Kazakhstan is missing".to_owned()));
    }
    let columns = ["country", "kk", "ru", "en", "verified", "source", "note"];
    for row in rows(files, OVERRIDES, &columns)? {
        let code = row.country("country")?;
        let name = Trilingual {
            kk: row.required("kk")?.to_owned(),
            ru: row.required("ru")?.to_owned(),
            en: row.required("en")?.to_owned(),
        };
        if countries.insert(code, name).is_none() {
            return Err(row.error(&format!("{code} is not in {NAMES}")));
        }
        note(unverified, row.place(), format!("name of {code}"), row.required("source")?, row.mark("verified")?);
    }
    for (code, name) in &countries {
        if let Some(lang) = Lang::ALL.into_iter().find(|lang| name.get(*lang).trim().is_empty()) {
            return Err(bad(0, format!("{code} has no name in {}", lang.tag())));
        }
    }
    Ok(countries)
}
