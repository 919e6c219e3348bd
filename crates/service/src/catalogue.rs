//! Everything that is data, checked whole at the start: a bad file stops the start with file, line and reason.
//!
//! Lookups never guess: what is not in the registers is `None`, what is not confirmed carries its mark.

mod afterwards;
mod check;
mod countries;
mod districts;
mod holidays;
mod missions;
pub(crate) mod table;
mod treaties;

pub use afterwards::Afterwards;

use crate::consent::{self, Consents};
use crate::form::Form;
use crate::passport::Passport;
use crate::refusals::Refusals;
use domain::calendar::{NoHolidayData, WorkingCalendar};
use domain::country::CountryCode;
use domain::deadline::Channel;
use domain::district::{District, DistrictAnswer};
use domain::documents::treaty::Treaties;
use domain::ids::MissionId;
use domain::lang::Trilingual;
use domain::mission::Mission;
use domain::provenance::Mark;
use jiff::Timestamp;
use std::collections::BTreeMap;

/// Files by relative path, as the binary embeds or reads them.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The files that an administrator changes from the desk (`office::registers`): not the form, whose fields the code names.
pub const CHANGEABLE: [&str; 11] = [
    "registers/missions.csv",
    "registers/districts.csv",
    "registers/treaties.csv",
    "registers/holidays_kz.csv",
    "registers/holidays_host.csv",
    "registers/closures.csv",
    "registers/country_names_override.csv",
    afterwards::FILE,
    "services/death-abroad/passport.toml",
    "services/death-abroad/refusals.toml",
    consent::FILE,
];

/// Is this a file of the rules that a case keeps from the day it was sent? The words of the consent are none: a case names their version.
pub fn is_rules(path: &str) -> bool {
    path.starts_with("services/") && path != consent::FILE
}

/// A file of the service or of the registers is bad.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {reason}")]
pub struct LoadError {
    /// Relative path.
    pub file: String,
    /// Line, counted from 1; 0 when the file as a whole is meant.
    pub line: u64,
    /// What is wrong.
    pub reason: String,
}

/// A fact that is not confirmed, for `elshi registers check`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnverifiedFact {
    /// Relative path.
    pub file: String,
    /// Line, counted from 1; 0 for a table of a TOML file.
    pub line: u64,
    /// Which fact.
    pub what: String,
    /// The source or the reason why it is not certain.
    pub why: String,
    /// `no` or `partly`.
    pub mark: Mark,
}

/// Something the registers lack that the service will need.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {what}")]
pub struct Problem {
    /// Relative path.
    pub file: String,
    /// What is lacking.
    pub what: String,
}

/// The loaded data.
#[derive(Debug)]
pub struct Catalogue {
    passport: Passport,
    form: Form,
    refusals: Refusals,
    consents: Consents,
    countries: BTreeMap<CountryCode, Trilingual>,
    missions: Vec<Mission>,
    districts: Vec<District>,
    treaties: Treaties,
    calendars: BTreeMap<MissionId, WorkingCalendar>,
    afterwards: Vec<Afterwards>,
    unverified: Vec<UnverifiedFact>,
}

impl Catalogue {
    /// Reads `services/death-abroad/*`, `registers/*.csv` and `countries.json`.
    ///
    /// # Errors
    /// [`LoadError`]: the first thing that is wrong, with file, line and reason.
    pub fn load(files: &Files) -> Result<Catalogue, LoadError> {
        let mut unverified = Vec::new();
        let passport = Passport::load(files, &mut unverified)?;
        let form = Form::load(files)?;
        let refusals = Refusals::load(files, &mut unverified)?;
        let consents = Consents::load(files, &mut unverified)?;
        let countries = countries::load(files, &mut unverified)?;
        let missions = missions::load(files, &countries, &mut unverified)?;
        let districts = districts::load(files, &countries, &missions, &mut unverified)?;
        let treaties = treaties::load(files, &mut unverified)?;
        let calendars = holidays::load(files, &missions, &mut unverified)?;
        let afterwards = afterwards::load(files, &countries, &mut unverified)?;
        Ok(Catalogue {
            passport,
            form,
            refusals,
            consents,
            countries,
            missions,
            districts,
            treaties,
            calendars,
            afterwards,
            unverified,
        })
    }

    /// Every fact that is not confirmed, in the order of the files.
    pub fn unverified(&self) -> &[UnverifiedFact] {
        &self.unverified
    }

    /// The passport of the service.
    pub fn passport(&self) -> &Passport {
        &self.passport
    }

    /// The form.
    pub fn form(&self) -> &Form {
        &self.form
    }

    /// Grounds of refusal and reasons not to register.
    pub fn refusals(&self) -> &Refusals {
        &self.refusals
    }

    /// The words of the consent, version by version.
    pub fn consents(&self) -> &Consents {
        &self.consents
    }

    /// The name of a country, if the code is in use.
    pub fn country(&self, code: CountryCode) -> Option<&Trilingual> {
        self.countries.get(&code)
    }

    /// Every country in use, by code.
    pub fn countries(&self) -> &BTreeMap<CountryCode, Trilingual> {
        &self.countries
    }

    /// Every mission, in the order of the register.
    pub fn missions(&self) -> &[Mission] {
        &self.missions
    }

    /// A mission.
    pub fn mission(&self, id: &MissionId) -> Option<&Mission> {
        self.missions.iter().find(|mission| &mission.id == id)
    }

    /// Which mission serves a residence.
    pub fn resolve(&self, residence: CountryCode) -> DistrictAnswer {
        domain::district::resolve(residence, &self.missions, &self.districts)
    }

    /// How well it is known that `mission` serves `residence`; `None` where the register does not say so.
    pub fn district_mark(&self, residence: CountryCode, mission: &MissionId) -> Option<Mark> {
        let hosted = self.mission(mission).filter(|own| own.country == residence).map(|own| own.mark);
        let given = || self.districts.iter().find(|own| own.country == residence && own.mission == *mission);
        hosted.or_else(|| given().map(|own| own.mark))
    }

    /// Other things to do after a death abroad, in the order of the register.
    pub fn afterwards(&self) -> &[Afterwards] {
        &self.afterwards
    }

    /// The register of treaties.
    pub fn treaties(&self) -> &Treaties {
        &self.treaties
    }

    /// The working calendar of a mission.
    pub fn calendar(&self, id: &MissionId) -> Option<&WorkingCalendar> {
        self.calendars.get(id)
    }

    /// The end of the term of what was sent to `mission` at `sent_at`; `None` for an unknown mission.
    pub fn due(
        &self,
        mission: &MissionId,
        sent_at: Timestamp,
        channel: Channel,
    ) -> Option<Result<Timestamp, NoHolidayData>> {
        let calendar = self.calendar(mission)?;
        Some(domain::deadline::due(sent_at, channel, calendar, &self.passport.deadlines()))
    }

    /// What the registers lack for the given years: holidays, missions without a calendar, countries without an answer.
    pub fn check(&self, years: std::ops::RangeInclusive<i16>) -> Vec<Problem> {
        check::problems(self, years)
    }

    /// The names that a paper about `request` prints.
    pub fn printed_names(&self, request: &domain::request::Request, test: bool) -> Option<domain::paper::PrintedNames> {
        let mission = self.mission(&request.mission)?.name.clone();
        let countries = crate::summary::countries_of(request)
            .into_iter()
            .filter_map(|code| self.country(code).map(|name| (code.to_string(), name.clone())))
            .collect();
        Some(domain::paper::PrintedNames { mission, countries, test })
    }
}

/// Notes a fact that is not confirmed.
pub(crate) fn note(list: &mut Vec<UnverifiedFact>, place: (&str, u64), what: String, why: &str, mark: Mark) {
    if mark != Mark::Yes {
        list.push(UnverifiedFact { file: place.0.to_owned(), line: place.1, what, why: why.to_owned(), mark });
    }
}

/// The bytes of a file as text.
pub(crate) fn text<'a>(files: &'a Files, file: &str) -> Result<&'a str, LoadError> {
    let error = |reason: &str| LoadError { file: file.to_owned(), line: 0, reason: reason.to_owned() };
    let bytes = files.get(file).ok_or_else(|| error("the file is missing"))?;
    std::str::from_utf8(bytes).map_err(|_| error("the file is not UTF-8"))
}

/// A TOML file as a value; an error names the line.
pub(crate) fn toml<T: serde::de::DeserializeOwned>(files: &Files, file: &str) -> Result<T, LoadError> {
    let text = text(files, file)?;
    toml::from_str(text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let line = u64::try_from(before.matches('\n').count() + 1).unwrap_or_default();
        LoadError { file: file.to_owned(), line, reason: error.message().to_owned() }
    })
}
