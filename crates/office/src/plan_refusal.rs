//! Tells the applicant that a refusal is planned, and why: the preliminary decision (APPC 73(1)). The day of the decision lies after the whole days of
//! the notice, and the term waits for it.

use crate::decline_registration::written;
use crate::{Office, OfficeError, desk_act, hearing, permission};
use domain::actor::Actor;
use domain::application::Act;
use domain::hearing::{Hearing, Stage};
use domain::ids::{ApplicationId, MissionId};
use domain::moment::Moment;
use domain::refusal::Ground;
use jiff::Timestamp;
use jiff::civil::Date;

/// What an officer chose and wrote.
#[derive(Clone, Debug, Default)]
pub struct Planned {
    /// Grounds of the law.
    pub grounds: Vec<Ground>,
    /// What is wrong.
    pub reasons: String,
    /// How it can be mended.
    pub remedy: String,
    /// The day of the decision, one of `hearing::days`.
    pub day: Option<Date>,
}

/// Tells.
///
/// # Errors
/// Findings at `grounds`, `reasons`, `remedy`, `day`; `NotFound`, also where the service hears nobody; `NotOpen`, `Stale`.
pub async fn plan_refusal(
    office: &Office,
    actor: &Actor,
    (id, seen_version): (ApplicationId, i64),
    planned: Planned,
    (mission, sent_at): (&MissionId, Timestamp),
    moment: &Moment,
) -> Result<(), OfficeError> {
    let act = act(office, actor, planned, (mission, sent_at), moment.now).await?;
    desk_act::simple(office, actor, id, seen_version, act, moment).await
}

/// The act, for the preview of its letter and for doing it.
///
/// # Errors
/// As [`plan_refusal`].
pub async fn act(
    office: &Office,
    actor: &Actor,
    planned: Planned,
    (mission, sent_at): (&MissionId, Timestamp),
    now: Timestamp,
) -> Result<Act, OfficeError> {
    let days = hearing::days(office, mission, sent_at, now)?;
    let terms = hearing::terms(office, sent_at).ok_or(OfficeError::NotFound)?;
    if planned.grounds.is_empty() {
        return Err(OfficeError::finding("grounds", "missing"));
    }
    let (reasons, remedy) = (written("reasons", planned.reasons)?, written("remedy", planned.remedy)?);
    let day = planned.day.filter(|day| days.contains(day)).ok_or_else(|| OfficeError::finding("day", "missing"))?;
    let calendar = hearing::calendar(office, mission)?;
    let (decide_from, decide_by) = hearing::hours_of(calendar, day)?;
    let hearing = Hearing {
        grounds: planned.grounds,
        reasons,
        remedy,
        listens: permission::line(office, actor).await?,
        told_at: now,
        object_by: hearing::end_of(calendar, terms.objection_working_days, now)?,
        decide_from,
        decide_by,
        stage: Stage::Awaited,
    };
    Ok(Act::PlanRefusal { hearing: Box::new(hearing) })
}
