//! Warnings to the staff while a term passes: when the next one is due, of which share they were told, and where they are written to.

use crate::application::{Application, Row};
use crate::error::StoreError;
use crate::row;
use crate::transaction::{Tx, exec, on};
use crate::ts::{Ts, maybe};
use domain::ids::{ApplicationId, MissionId, OfficerId};
use domain::lang::Lang;
use jiff::Timestamp;
use uuid::Uuid;

const TABLE: &str = "application";

/// What the staff were told of a case, and when they are told next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// The share of the term in hundredths; 0: nothing yet.
    pub percent: i64,
    /// The next warning; `None`: none comes.
    pub next: Option<Timestamp>,
    /// It was the last share before the end, or the end.
    pub near: bool,
}

/// Up to `limit` cases whose warnings are not planned, the most urgent first.
///
/// # Errors
/// Storage only.
pub async fn unplanned(tx: &mut Tx, limit: i64) -> Result<Vec<ApplicationId>, StoreError> {
    let ids: Vec<Uuid> = on!(tx, |c| {
        sqlx::query_scalar(
        "SELECT id FROM application WHERE is_open AND term_met_at IS NULL AND warned IS NULL ORDER BY due_at, id LIMIT $1"
    )
    .bind(limit)
    .fetch_all(c)
    })?;
    Ok(ids.into_iter().map(ApplicationId).collect())
}

/// Up to `limit` cases of which the staff are to be told by `now`, with their missions, the oldest first.
///
/// # Errors
/// Storage only.
pub async fn due(tx: &mut Tx, now: Timestamp, limit: i64) -> Result<Vec<(MissionId, ApplicationId)>, StoreError> {
    let rows: Vec<(String, Uuid)> = on!(tx, |c| sqlx::query_as(
        "SELECT mission, id FROM application
         WHERE is_open AND term_met_at IS NULL AND warn_at IS NOT NULL AND warn_at <= $1 ORDER BY warn_at, id LIMIT $2"
    )
    .bind(Ts(now))
    .bind(limit)
    .fetch_all(c))?;
    Ok(rows.into_iter().map(|(mission, id)| (MissionId(mission), ApplicationId(id))).collect())
}

/// What was told of a case; `None`: nothing is planned.
///
/// # Errors
/// Storage only.
pub async fn told(tx: &mut Tx, id: ApplicationId) -> Result<Option<Told>, StoreError> {
    let found: Option<(Option<i64>, Option<Ts>, Option<bool>)> =
        on!(tx, |c| sqlx::query_as("SELECT warned, warn_at, near FROM application WHERE id = $1")
            .bind(id.0)
            .fetch_optional(c))?;
    let told = |(percent, next, near): (Option<i64>, Option<Ts>, Option<bool>)| {
        Some(Told { percent: percent?, next: next.map(|at| at.0), near: near.unwrap_or(false) })
    };
    Ok(found.and_then(told))
}

/// Notes what was told; `None`: all is planned anew.
///
/// # Errors
/// Storage only.
pub async fn note(tx: &mut Tx, id: ApplicationId, told: Option<Told>) -> Result<(), StoreError> {
    exec!(
        tx,
        sqlx::query("UPDATE application SET warned = $2, warn_at = $3, near = $4 WHERE id = $1")
            .bind(id.0)
            .bind(told.map(|own| own.percent))
            .bind(maybe(told.and_then(|own| own.next)))
            .bind(told.map(|own| own.near))
    )?;
    Ok(())
}

/// Up to `limit` cases of a mission of which its staff were told and whose term is not met, by due time.
///
/// # Errors
/// Storage only.
pub async fn of_mission(tx: &mut Tx, mission: &MissionId, limit: i64) -> Result<Vec<Application>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| sqlx::query_as(
        "SELECT * FROM application WHERE mission = $1 AND is_open AND term_met_at IS NULL AND warned > 0
         ORDER BY due_at, id LIMIT $2"
    )
    .bind(&mission.0)
    .bind(limit)
    .fetch_all(c))?)
}

/// The same of the cases that one officer has taken up at a mission.
///
/// # Errors
/// Storage only.
pub async fn of_officer(
    tx: &mut Tx,
    mission: &MissionId,
    officer: OfficerId,
    limit: i64,
) -> Result<Vec<Application>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| {
        sqlx::query_as(
        "SELECT * FROM application
         WHERE assignee = $2 AND mission = $1 AND is_open AND term_met_at IS NULL AND warned > 0 ORDER BY due_at, id LIMIT $3"
    )
    .bind(&mission.0)
    .bind(officer.0)
    .bind(limit)
    .fetch_all(c)
    })?)
}

/// Where and in which language a person of the desk is written to.
///
/// # Errors
/// Storage only.
pub async fn mail(tx: &mut Tx, officer: OfficerId) -> Result<Option<(String, Lang)>, StoreError> {
    let found: Option<(String, String)> = on!(tx, |c| sqlx::query_as(
        "SELECT m.email, m.lang FROM staff_mail m JOIN officer o ON o.id = m.officer AND o.active
             WHERE m.officer = $1"
    )
    .bind(officer.0)
    .fetch_optional(c))?;
    found.map(|(email, lang)| Ok((email, row::lang(TABLE, &lang)?))).transpose()
}

/// Notes it; `None`: they are not written to.
///
/// # Errors
/// Storage only.
pub async fn save_mail(tx: &mut Tx, officer: OfficerId, mail: Option<(&str, Lang)>) -> Result<(), StoreError> {
    exec!(tx, sqlx::query("DELETE FROM staff_mail WHERE officer = $1").bind(officer.0))?;
    let Some((email, lang)) = mail else { return Ok(()) };
    exec!(
        tx,
        sqlx::query("INSERT INTO staff_mail (officer, email, lang) VALUES ($1, $2, $3)")
            .bind(officer.0)
            .bind(email)
            .bind(lang.tag())
    )?;
    Ok(())
}
