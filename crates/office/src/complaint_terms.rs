//! The terms of a complaint, on the calendar of its mission: when it is forwarded at the latest, and when it is decided.

use crate::{Fault, Office, OfficeError};
use domain::deadline;
use domain::ids::MissionId;
use jiff::Timestamp;
use store::complaint::{Filed, Terms};

/// The terms, counted from the day of registration as those of an application are (APPC 64(3), 76).
pub(crate) fn terms(office: &Office, own: &Filed, now: Timestamp) -> Result<Terms, OfficeError> {
    let policy = &office.catalogue().passport().complaint;
    Ok(Terms {
        filed_at: now,
        forward_by: end_of(office, &own.mission, now, policy.forward_working_days)?,
        decide_by: end_of(office, &own.mission, now, policy.provider_working_days)?,
    })
}

/// The end of so many working days of a complaint that was filed at `filed_at`, on the mission's calendar.
pub(crate) fn end_of(
    office: &Office,
    mission: &MissionId,
    filed_at: Timestamp,
    days: u32,
) -> Result<Timestamp, OfficeError> {
    let calendar = office.catalogue().calendar(mission);
    let calendar = calendar.ok_or_else(|| Fault::Registers(format!("mission {mission} has no calendar")))?;
    let registered = deadline::registration_date(filed_at, calendar);
    let end = registered.and_then(|day| deadline::end_of_term(day, days, calendar));
    Ok(end.map_err(|error| Fault::Registers(error.to_string()))?)
}
