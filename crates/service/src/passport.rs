//! The passport of the service: the ten fields of the law (Law on public services, art. 14, 3-1), the terms.

use crate::catalogue::{Files, LoadError, UnverifiedFact, note, toml};
use domain::deadline::DeadlinePolicy;
use domain::draft_term::DraftTerm;
use domain::hearing::{NOTICE_WORKING_DAYS_MIN, OBJECTION_WORKING_DAYS_MIN, REMARK_WORKING_DAYS_MIN};
use domain::ids::MissionId;
use domain::lang::Trilingual;
use domain::provenance::Mark;
use domain::slots::SlotRules;
use serde::Deserialize;
use serde::de::IgnoredAny;

const FILE: &str = "services/death-abroad/passport.toml";

/// The passport.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Passport {
    /// Stable name of the service.
    pub id: String,
    /// Revision of its definition.
    pub revision: u32,
    /// Number of the page on gov.kz.
    pub gov_kz: String,
    /// The act it rests on.
    pub legal_base: String,
    /// Name.
    pub name: Sourced,
    /// Provider.
    pub provider: Sourced,
    /// Ways of providing it.
    pub ways: Sourced,
    /// Term.
    pub term: Term,
    /// Form.
    pub form: Sourced,
    /// Result.
    pub result: Sourced,
    /// Fee.
    pub fee: Sourced,
    /// Schedule.
    pub schedule: Sourced,
    /// Documents.
    pub documents: Sourced,
    /// Grounds of refusal.
    pub refusal_grounds: Sourced,
    /// Complaint.
    pub complaint: Complaint,
    /// What a mission asks before it decides.
    pub correction: CorrectionTerms,
    /// How long a mission may take to forward a case.
    pub transfer: TransferTerms,
    /// When the staff are warned; a passport without it warns of nothing.
    #[serde(default)]
    pub warnings: Option<Warnings>,
    /// How many decisions are looked at again; a passport without it draws none.
    #[serde(default)]
    pub sample: Option<SampleShare>,
    /// How long a request that is not sent is kept; a passport without it keeps it.
    #[serde(default)]
    pub drafts: Option<DraftDays>,
    /// Where two officials are needed; a passport without it asks for them nowhere.
    #[serde(default)]
    pub four_eyes: Option<FourEyes>,
    /// Whether a planned refusal is heard first; a passport without it hears none.
    #[serde(default)]
    pub hearing: Option<Hearing>,
    /// Appointments.
    pub collection: CollectionTerms,
    /// What passports before decision 0059 say of the consent: read past, for an installation may have approved one.
    #[serde(default, rename = "consent")]
    _consent: IgnoredAny,
}

/// A text in three languages with its source.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sourced {
    source: String,
    verified: Mark,
    kk: String,
    ru: String,
    en: String,
}

impl Sourced {
    /// The text.
    pub fn text(&self) -> Trilingual {
        Trilingual { kk: self.kk.clone(), ru: self.ru.clone(), en: self.en.clone() }
    }

    /// Where it comes from.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// How well it is known.
    pub fn mark(&self) -> Mark {
        self.verified
    }
}

/// The term.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    source: String,
    verified: Mark,
    /// Working days for a request sent on the portal.
    pub portal_working_days: u32,
    /// Working days for a request on paper.
    pub paper_working_days: u32,
    kk: String,
    ru: String,
    en: String,
}

impl Term {
    /// The text.
    pub fn text(&self) -> Trilingual {
        Trilingual { kk: self.kk.clone(), ru: self.ru.clone(), en: self.en.clone() }
    }
}

/// How long a mission may take to forward a case to the competent one (APPC 65(1)).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TransferTerms {
    source: String,
    verified: Mark,
    /// Working days, counted as a term is.
    pub working_days: u32,
}

/// The time that a mission may give to answer (APPC 64(6): a reasonable term; no number is in the law).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CorrectionTerms {
    source: String,
    verified: Mark,
    /// Working days to choose from, the first one preset.
    pub working_days: Vec<u32>,
    /// Working days to return a request that was not mended in its time (APPC 64(7)).
    #[serde(default = "law_of_return")]
    pub return_working_days: u32,
}

/// What the law says, for an edition that was approved before this row was there.
fn law_of_return() -> u32 {
    domain::return_of_request::RETURN_WORKING_DAYS
}

/// At which shares of a term the staff are warned.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Warnings {
    source: String,
    verified: Mark,
    /// Hundredths of the term's working time, rising; the end itself is always one.
    pub percent: Vec<u32>,
}

/// The share of decisions that a head looks at again.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SampleShare {
    source: String,
    verified: Mark,
    /// In hundredths.
    pub percent: u32,
}

/// How long a request that is not sent is kept, and when its person is told.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftDays {
    source: String,
    verified: Mark,
    keep_days: u32,
    remind_days: Vec<u32>,
    warn_days: u32,
}

/// Missions at which who registers a request does not decide it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FourEyes {
    source: String,
    verified: Mark,
    /// Short names of the missions.
    pub missions: Vec<MissionId>,
}

/// Whether the applicant is heard before a refusal (APPC 73, 74), and the terms of it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hearing {
    source: String,
    verified: Mark,
    held: bool,
    /// Whole working days between the notice and the day of the decision (APPC 73(1)).
    pub notice_working_days: u32,
    /// Working days for objections, and to ask to be heard (APPC 73(3)).
    pub objection_working_days: u32,
    /// Working days for remarks on the protocol (APPC 74(6)).
    pub remark_working_days: u32,
}

impl Hearing {
    /// The law gives less to nobody, and nobody is refused before they could object.
    fn is_lawful(&self) -> bool {
        self.notice_working_days >= NOTICE_WORKING_DAYS_MIN
            && self.objection_working_days >= OBJECTION_WORKING_DAYS_MIN
            && self.objection_working_days <= self.notice_working_days
            && self.remark_working_days >= REMARK_WORKING_DAYS_MIN
    }
}

/// How certificates are collected.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CollectionTerms {
    source: String,
    verified: Mark,
    slot_minutes: u32,
    seats: u32,
    days_ahead: u32,
    change_working_hours: u32,
}

/// Terms and bodies of a complaint (APPC 91, 92; Law on public services 25).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Complaint {
    source: String,
    verified: Mark,
    /// Months to file (APPC 92(1)).
    pub file_months: u32,
    /// Working days in which the mission forwards it (APPC 91(4)).
    pub forward_working_days: u32,
    /// Working days in which the provider or central body considers it (Law on public services 25(2)).
    pub provider_working_days: u32,
    /// Most working days by which the higher body may extend it (Law on public services 25(4)).
    pub extension_working_days: u32,
    /// The body that considers it (APPC 80(5)).
    pub higher_body: Trilingual,
}

impl Passport {
    pub(crate) fn load(files: &Files, unverified: &mut Vec<UnverifiedFact>) -> Result<Passport, LoadError> {
        let passport: Passport = toml(files, FILE)?;
        let bad = |reason: &str| LoadError { file: FILE.to_owned(), line: 0, reason: reason.to_owned() };
        passport.sense().map_err(bad)?;
        let texts = [
            ("name", &passport.name),
            ("provider", &passport.provider),
            ("ways", &passport.ways),
            ("form", &passport.form),
            ("result", &passport.result),
            ("fee", &passport.fee),
            ("schedule", &passport.schedule),
            ("documents", &passport.documents),
            ("refusal_grounds", &passport.refusal_grounds),
        ];
        let marks = texts.map(|(field, sourced)| (field, sourced.source.as_str(), sourced.verified));
        let more = [
            ("term", passport.term.source.as_str(), passport.term.verified),
            ("complaint", passport.complaint.source.as_str(), passport.complaint.verified),
            ("correction", passport.correction.source.as_str(), passport.correction.verified),
            ("collection", passport.collection.source.as_str(), passport.collection.verified),
            ("transfer", passport.transfer.source.as_str(), passport.transfer.verified),
        ];
        let warnings = passport.warnings.iter().map(|own| ("warnings", own.source.as_str(), own.verified));
        let sample = passport.sample.iter().map(|own| ("sample", own.source.as_str(), own.verified));
        let eyes = passport.four_eyes.iter().map(|own| ("four_eyes", own.source.as_str(), own.verified));
        let drafts = passport.drafts.iter().map(|own| ("drafts", own.source.as_str(), own.verified));
        let hearing = passport.hearing.iter().map(|own| ("hearing", own.source.as_str(), own.verified));
        let optional = warnings.chain(sample).chain(eyes).chain(drafts).chain(hearing);
        for (field, source, mark) in marks.into_iter().chain(more).chain(optional) {
            if source.trim().is_empty() {
                return Err(bad(&format!("[{field}] names no source")));
            }
            note(unverified, (FILE, 0), format!("passport: {field}"), source, mark);
        }
        Ok(passport)
    }

    /// Numbers that make no sense, each with its table.
    fn sense(&self) -> Result<(), &'static str> {
        if self.revision == 0 || self.term.portal_working_days == 0 || self.term.paper_working_days == 0 {
            return Err("revision and terms must be at least 1");
        }
        let own = &self.collection;
        if self.correction.working_days.iter().min().is_none_or(|least| *least == 0) {
            return Err("[correction] working_days needs numbers from 1");
        }
        if self.correction.return_working_days == 0 {
            return Err("[correction] return_working_days is at least 1");
        }
        if let Some(own) = &self.warnings {
            let rises = own.percent.is_sorted_by(|one, next| one < next);
            if !rises || own.percent.iter().any(|share| !(1..100).contains(share)) {
                return Err("[warnings] percent needs rising numbers from 1 to 99");
            }
        }
        if self.sample.as_ref().is_some_and(|own| own.percent > 100) {
            return Err("[sample] percent is at most 100");
        }
        if let Some(own) = &self.drafts {
            let rises = own.remind_days.is_sorted_by(|one, next| one < next) && !own.remind_days.contains(&0);
            if own.warn_days == 0 || own.keep_days <= own.warn_days || !rises {
                return Err("[drafts] needs rising remind_days and a warning from 1 day on, within keep_days");
            }
        }
        if self.hearing.as_ref().is_some_and(|own| !own.is_lawful()) {
            return Err(
                "[hearing] needs 3 working days of notice, 2 for objections within them, and 3 for remarks, at least",
            );
        }
        if self.transfer.working_days == 0 {
            return Err("[transfer] working_days is at least 1");
        }
        if [own.slot_minutes, own.seats, own.days_ahead].contains(&0) {
            return Err("[collection] slot_minutes, seats and days_ahead are at least 1");
        }
        Ok(())
    }

    /// Shares of a term at which the staff are warned before its end, rising; empty: none.
    pub fn warned_at(&self) -> &[u32] {
        self.warnings.as_ref().map_or(&[], |own| own.percent.as_slice())
    }

    /// The share of decisions that is drawn for a second look, in hundredths.
    pub fn sampled_percent(&self) -> u32 {
        self.sample.as_ref().map_or(0, |own| own.percent)
    }

    /// How long a request that is not sent is kept; `None`: without end.
    pub fn draft_term(&self) -> Option<DraftTerm> {
        self.drafts.as_ref().map(|own| DraftTerm {
            keep_days: own.keep_days,
            remind_days: own.remind_days.clone(),
            warn_days: own.warn_days,
        })
    }

    /// Is who registers a request at this mission not the one who decides it?
    pub fn asks_two_officials(&self, mission: &MissionId) -> bool {
        self.four_eyes.as_ref().is_some_and(|own| own.missions.contains(mission))
    }

    /// The terms of a hearing before a refusal, where the service holds one.
    pub fn hearing(&self) -> Option<&Hearing> {
        self.hearing.as_ref().filter(|own| own.held)
    }

    /// The appointments' rules.
    pub fn slots(&self) -> SlotRules {
        let own = &self.collection;
        SlotRules {
            slot_minutes: own.slot_minutes,
            seats: own.seats,
            days_ahead: own.days_ahead,
            change_working_hours: own.change_working_hours,
        }
    }

    /// The terms as the clock needs them.
    pub fn deadlines(&self) -> DeadlinePolicy {
        DeadlinePolicy {
            portal_working_days: self.term.portal_working_days,
            paper_working_days: self.term.paper_working_days,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A hearing as a passport says it.
    fn said(held: bool, [notice, objection, remarks]: [u32; 3]) -> Hearing {
        let text = format!(
            "source = \"APPC 73\"\nverified = \"partly\"\nheld = {held}\nnotice_working_days = {notice}\n\
             objection_working_days = {objection}\nremark_working_days = {remarks}\n"
        );
        toml::from_str(&text).unwrap()
    }

    #[test]
    fn a_hearing_gives_nobody_less_than_the_law_whether_it_is_held_or_not() {
        for held in [false, true] {
            assert!(said(held, [3, 2, 3]).is_lawful());
            assert!(said(held, [10, 5, 4]).is_lawful());
            for wrong in [[2, 2, 3], [3, 1, 3], [3, 4, 3], [3, 2, 2], [0, 0, 0]] {
                assert!(!said(held, wrong).is_lawful(), "{wrong:?}");
            }
        }
    }
}
