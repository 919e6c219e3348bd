//! Sets the time at which the applicant is heard, within office hours, and tells them (APPC 73(3)). The day of the decision comes after it, and the term
//! waits for that.

use crate::decline_registration::written;
use crate::{Office, OfficeError, desk_act, hearing, permission};
use domain::actor::Actor;
use domain::application::Act;
use domain::hearing::Meeting;
use domain::ids::{ApplicationId, MissionId};
use domain::moment::Moment;
use jiff::Timestamp;
use jiff::civil::DateTime;

/// Sets it at `at`, on the mission's clock.
///
/// # Errors
/// Findings at `at` (`past`, `no-such-time`, `not-office-hours`, `too-far`) and `place`; `NotFound`, `NotOpen`, `Stale`.
pub async fn set_hearing(
    office: &Office,
    actor: &Actor,
    (id, seen_version): (ApplicationId, i64),
    (at, place): (DateTime, String),
    mission: &MissionId,
    moment: &Moment,
) -> Result<(), OfficeError> {
    let act = act(office, actor, (at, place), mission, moment.now).await?;
    desk_act::simple(office, actor, id, seen_version, act, moment).await
}

/// The act, for the preview of its letter and for doing it.
///
/// # Errors
/// As [`set_hearing`].
pub async fn act(
    office: &Office,
    actor: &Actor,
    (at, place): (DateTime, String),
    mission: &MissionId,
    now: Timestamp,
) -> Result<Act, OfficeError> {
    let calendar = hearing::calendar(office, mission)?;
    let wrong = |code| OfficeError::finding("at", code);
    let instant = calendar.instant(at).ok_or_else(|| wrong("no-such-time"))?;
    if instant <= now {
        return Err(wrong("past"));
    }
    if at.date() > hearing::latest(calendar, now)? {
        return Err(wrong("too-late"));
    }
    let works = calendar.is_working_day(at.date()).map_err(|_| wrong("too-far"))?;
    if !works || !calendar.office.of(at.weekday()).iter().any(|hours| hours.contains(at.time())) {
        return Err(wrong("not-office-hours"));
    }
    let place = written("place", place)?;
    let listens = permission::line(office, actor).await?;
    let decide = hearing::day_after(calendar, instant)?;
    Ok(Act::SetHearing { meeting: Meeting { at: instant, place, listens }, decide })
}
