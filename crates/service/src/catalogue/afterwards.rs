//! Other things to do after a death abroad: for everybody, and for one country of death.

use super::table::rows;
use super::{Files, LoadError, UnverifiedFact, note};
use domain::country::CountryCode;
use domain::lang::Trilingual;
use domain::provenance::Mark;
use std::collections::{BTreeMap, BTreeSet};

pub(super) const FILE: &str = "registers/afterwards.csv";
const COLUMNS: [&str; 11] = [
    "id", "country", "title_kk", "title_ru", "title_en", "text_kk", "text_ru", "text_en", "verified", "source", "note",
];

/// A thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Afterwards {
    /// The country of death that it is for; `None` = every one.
    pub country: Option<CountryCode>,
    /// What.
    pub title: Trilingual,
    /// One or two sentences.
    pub text: Trilingual,
    /// Where it was read.
    pub source: String,
    /// How well it is known.
    pub mark: Mark,
}

pub fn load(
    files: &Files,
    countries: &BTreeMap<CountryCode, Trilingual>,
    unverified: &mut Vec<UnverifiedFact>,
) -> Result<Vec<Afterwards>, LoadError> {
    let mut found = vec![];
    let mut ids = BTreeSet::new();
    for row in rows(files, FILE, &COLUMNS)? {
        let id = row.required("id")?;
        if !ids.insert(id.to_owned()) {
            return Err(row.error(&format!("{id} appears twice")));
        }
        let country = if row.text("country").is_empty() { None } else { Some(row.country("country")?) };
        if let Some(code) = country.filter(|code| !countries.contains_key(code)) {
            return Err(row.error(&format!("no such country: {code}")));
        }
        let three = |prefix: &str| -> Result<Trilingual, LoadError> {
            Ok(Trilingual {
                kk: row.required(&format!("{prefix}_kk"))?.to_owned(),
                ru: row.required(&format!("{prefix}_ru"))?.to_owned(),
                en: row.required(&format!("{prefix}_en"))?.to_owned(),
            })
        };
        let own = Afterwards {
            country,
            title: three("title")?,
            text: three("text")?,
            source: row.required("source")?.to_owned(),
            mark: row.mark("verified")?,
        };
        note(unverified, row.place(), format!("after the registration: {}", own.title.en), &own.source, own.mark);
        found.push(own);
    }
    Ok(found)
}
