//! Forwards an application to the mission that is competent for it, within three working days, and tells the applicant (APPC 65(1)).
//!
//! The term goes on (DECISIONS.md, The clock). After it the case is the other mission's alone: its officers see it as new, those who
//! forwarded it no longer.

use crate::decline_registration::written;
use crate::desk_act::{self, Doing};
use crate::{Fault, Office, OfficeError};
use domain::actor::Actor;
use domain::application::Act;
use domain::deadline;
use domain::district::DistrictAnswer;
use domain::ids::{ApplicationId, MissionId};
use domain::moment::Moment;
use domain::request::Request;
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::json;

/// Forwards.
///
/// # Errors
/// Findings at `mission` (`missing`, `same`) and `reason`; `NotFound`, `NotOpen`, `Stale`.
pub async fn transfer(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    seen_version: i64,
    to: MissionId,
    reason: String,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let reason = written("reason", reason)?;
    let known = office.catalogue().mission(&to).is_some() && office.catalogue().calendar(&to).is_some();
    let (inner, actor, moment) = (office.clone(), actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let mut case = desk_act::load(tx, &actor, id).await?;
                if !known {
                    return Err(OfficeError::finding("mission", "missing"));
                }
                if to == case.mission {
                    return Err(OfficeError::finding("mission", "same"));
                }
                let from = case.mission.clone();
                let doing = Doing { actor: &actor, moment: &moment, seen_version };
                let moved = [(store::journal::MISSION, json!(to))];
                let act = Act::Transfer { from, to: to.clone(), reason };
                desk_act::perform(&inner, tx, &mut case, act, &doing, &moved).await?;
                store::application::transfer(tx, id, &to).await?;
                Ok(())
            })
        })
        .await
}

/// The last day to forward a case: three working days of the mission, counted from registration (APPC 65(1), 76(2)).
///
/// # Errors
/// [`Fault::Registers`] where the year's holidays are not known.
pub fn forward_by(office: &Office, mission: &MissionId, registered: Date) -> Result<Timestamp, OfficeError> {
    let calendar = office.catalogue().calendar(mission);
    let calendar = calendar.ok_or_else(|| Fault::Registers(format!("mission {mission} has no calendar")))?;
    let days = office.catalogue().passport().transfer.working_days;
    let end = deadline::end_of_term(registered, days, calendar);
    end.map_err(|error| Fault::Registers(error.to_string()).into())
}

/// Missions that serve the country where the applicant lives, without the one that has the case.
pub fn suggested(office: &Office, request: &Request, own: &MissionId) -> Vec<MissionId> {
    let found = match office.catalogue().resolve(request.applicant.address.country) {
        DistrictAnswer::One(mission) => vec![mission],
        DistrictAnswer::Choose(missions) => missions,
        DistrictAnswer::Ask => vec![],
    };
    found.into_iter().filter(|mission| mission != own).collect()
}
