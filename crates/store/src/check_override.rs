//! Records that were made although a check of the machine did not agree, for the list of the mission's head. The statement of the decision says the
//! same and is what was signed or sealed; here it is found by mission. It only grows.

use crate::error::StoreError;
use crate::row;
use crate::transaction::{Tx, exec, on};
use crate::ts::Ts;
use domain::decision::Despite;
use domain::ids::{ApplicationId, MissionId, OfficerId};
use jiff::Timestamp;
use uuid::Uuid;

const TABLE: &str = "check_override";

/// A record that was made so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckOverride {
    /// The case.
    pub application: ApplicationId,
    /// Which of its decisions, from 1.
    pub number: u32,
    /// The mission that decided.
    pub mission: MissionId,
    /// Who decided.
    pub officer: OfficerId,
    /// Which checks, and why.
    pub despite: Despite,
    /// When.
    pub decided_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    application: Uuid,
    number: i64,
    mission: String,
    officer: Uuid,
    checks: String,
    reason: String,
    decided_at: Ts,
}

impl TryFrom<Row> for CheckOverride {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<CheckOverride, StoreError> {
        Ok(CheckOverride {
            application: ApplicationId(row.application),
            number: row::small(TABLE, row.number)?,
            mission: MissionId(row.mission),
            officer: OfficerId(row.officer),
            despite: Despite { checks: row::from_json(TABLE, &row.checks)?, reason: row.reason },
            decided_at: row.decided_at.0,
        })
    }
}

/// Adds one.
///
/// # Errors
/// [`StoreError::Conflict`] when its number is taken.
pub async fn insert(tx: &mut Tx, own: &CheckOverride) -> Result<(), StoreError> {
    let checks = row::to_json(TABLE, &own.despite.checks)?;
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO check_override (application, number, mission, officer, checks, reason, decided_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING"
        )
        .bind(own.application.0)
        .bind(i64::from(own.number))
        .bind(&own.mission.0)
        .bind(own.officer.0)
        .bind(&checks)
        .bind(&own.despite.reason)
        .bind(Ts(own.decided_at))
    )?;
    row::inserted(TABLE, rows)
}

/// The newest `limit` of a mission, the newest first.
///
/// # Errors
/// Storage only.
pub async fn of_mission(tx: &mut Tx, mission: &MissionId, limit: i64) -> Result<Vec<CheckOverride>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| sqlx::query_as(
        "SELECT * FROM check_override WHERE mission = $1 ORDER BY decided_at DESC LIMIT $2"
    )
    .bind(&mission.0)
    .bind(limit)
    .fetch_all(c))?)
}
