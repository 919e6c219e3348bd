//! Sets the day and time of collection and tells the applicant: with this notice the term is met (service page, steps 7-8).

use crate::decline_registration::{TEXT_CHARS_MAX, plain};
use crate::desk_act::{self, Doing};
use crate::{Fault, Office, OfficeError, appointments};
use domain::actor::Actor;
use domain::application::Act;
use domain::ids::ApplicationId;
use domain::moment::Moment;
use jiff::Timestamp;
use jiff::civil::DateTime;
use store::application::Application;

/// Sets the collection at `at`, on the mission's clock.
///
/// # Errors
/// Findings at `at`: `past`, `not-reception-hours`, `no-such-time`, `taken`; `NotFound`, `NotOpen`, `Stale`.
pub async fn set_collection(
    office: &Office,
    actor: &Actor,
    id: ApplicationId,
    seen_version: i64,
    at: DateTime,
    note: String,
    moment: &Moment,
) -> Result<(), OfficeError> {
    if note.chars().count() > TEXT_CHARS_MAX {
        return Err(OfficeError::finding("note", "too-long"));
    }
    let (inner, actor, moment) = (office.clone(), actor.clone(), moment.clone());
    office
        .write(move |tx| {
            Box::pin(async move {
                let mut case = desk_act::load(tx, &actor, id).await?;
                let at = instant(&inner, &case, at, moment.now)?;
                appointments::take(&inner, tx, &case, at).await?;
                let doing = Doing { actor: &actor, moment: &moment, seen_version };
                let act = Act::SetCollection { at, note: plain(&note) };
                desk_act::perform(&inner, tx, &mut case, act, &doing, &[]).await
            })
        })
        .await
}

fn instant(office: &Office, case: &Application, at: DateTime, now: Timestamp) -> Result<Timestamp, OfficeError> {
    let calendar = office
        .catalogue()
        .calendar(&case.mission)
        .ok_or_else(|| Fault::Registers(format!("mission {} has no calendar", case.mission)))?;
    let instant = calendar.instant(at).ok_or_else(|| OfficeError::finding("at", "no-such-time"))?;
    if instant <= now {
        return Err(OfficeError::finding("at", "past"));
    }
    match calendar.receives_at(instant) {
        Ok(true) => Ok(instant),
        Ok(false) => Err(OfficeError::finding("at", "not-reception-hours")),
        Err(_) => Err(OfficeError::finding("at", "too-far")),
    }
}
