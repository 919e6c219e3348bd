//! Asks the applicant for something before deciding: which parts, in words, and until when (APPC 64(6)). The term of the service goes on.

use crate::decline_registration::written;
use crate::desk_act;
use crate::{Fault, Office, OfficeError};
use domain::actor::Actor;
use domain::application::{Act, CorrectionItem};
use domain::deadline;
use domain::ids::{ApplicationId, MissionId};
use domain::moment::Moment;
use jiff::Timestamp;

/// What an officer chose and wrote.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Sections of the form with the officer's words, in the order of the form.
    pub items: Vec<(String, String)>,
    /// Working days to answer, one of those of the passport.
    pub working_days: u32,
}

/// Asks.
///
/// # Errors
/// Findings at `items` (`missing`), `item-SECTION` (`too-long`), `working_days` (`missing`, `too-far`); `NotFound`, `NotOpen`, `Stale`.
pub async fn request_correction(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    seen_version: i64,
    asked: Asked,
    mission: &MissionId,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let act = act(office, asked, mission, moment.now)?;
    desk_act::simple(office, actor, id, seen_version, act, moment).await
}

/// The act, for the preview of its letter and for doing it.
///
/// # Errors
/// The findings of [`request_correction`].
pub fn act(office: &Office, asked: Asked, mission: &MissionId, now: Timestamp) -> Result<Act, OfficeError> {
    let form = office.catalogue().form();
    let mut items = vec![];
    for (section, said) in asked.items {
        if said.trim().is_empty() {
            continue;
        }
        if form.section(&section).is_none() {
            return Err(OfficeError::finding("items", "missing"));
        }
        let said = written(&format!("item-{section}"), said)?;
        items.push(CorrectionItem { section, said });
    }
    if items.is_empty() {
        return Err(OfficeError::finding("items", "missing"));
    }
    if !office.catalogue().passport().correction.working_days.contains(&asked.working_days) {
        return Err(OfficeError::finding("working_days", "missing"));
    }
    let calendar = office.catalogue().calendar(mission);
    let calendar = calendar.ok_or_else(|| Fault::Registers(format!("mission {mission} has no calendar")))?;
    let answer_by = deadline::end_of_term(calendar.date(now), asked.working_days, calendar);
    let answer_by = answer_by.map_err(|_| OfficeError::finding("working_days", "too-far"))?;
    Ok(Act::RequestCorrection { items, answer_by })
}
