//! Hours in which a mission receives nobody, beside the holidays of the registers. One that was lifted stays in the table and counts no more.

use crate::error::StoreError;
use crate::row;
use crate::transaction::{Tx, exec, on};
use crate::ts::Ts;
use domain::ids::{MissionId, OfficerId};
use jiff::Timestamp;
use uuid::Uuid;

const TABLE: &str = "closure";

/// A closure in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closure {
    /// Id.
    pub id: Uuid,
    /// The mission.
    pub mission: MissionId,
    /// From then on.
    pub from: Timestamp,
    /// Until then, not included.
    pub until: Timestamp,
    /// Why.
    pub reason: String,
    /// Who closed it.
    pub made_by: OfficerId,
    /// When.
    pub made_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    mission: String,
    from_at: Ts,
    until_at: Ts,
    reason: String,
    made_by: Uuid,
    made_at: Ts,
}

impl TryFrom<Row> for Closure {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Closure, StoreError> {
        Ok(Closure {
            id: row.id,
            mission: MissionId(row.mission),
            from: row.from_at.0,
            until: row.until_at.0,
            reason: row.reason,
            made_by: OfficerId(row.made_by),
            made_at: row.made_at.0,
        })
    }
}

/// Adds a closure.
///
/// # Errors
/// [`StoreError::Conflict`] when the id exists.
pub async fn insert(tx: &mut Tx, own: &Closure) -> Result<(), StoreError> {
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO closure (id, mission, from_at, until_at, reason, made_by, made_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING"
        )
        .bind(own.id)
        .bind(&own.mission.0)
        .bind(Ts(own.from))
        .bind(Ts(own.until))
        .bind(&own.reason)
        .bind(own.made_by.0)
        .bind(Ts(own.made_at))
    )?;
    row::inserted(TABLE, rows)
}

/// Lifts a closure of a mission. False when there is none in force with this id.
///
/// # Errors
/// Storage only.
pub async fn lift(
    tx: &mut Tx,
    mission: &MissionId,
    id: Uuid,
    by: OfficerId,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let rows = exec!(
        tx,
        sqlx::query(
            "UPDATE closure SET lifted_by = $3, lifted_at = $4 WHERE id = $1 AND mission = $2 AND lifted_at IS NULL"
        )
        .bind(id)
        .bind(&mission.0)
        .bind(by.0)
        .bind(Ts(at))
    )?;
    Ok(rows > 0)
}

/// Closures of a mission in force that touch `[from, until)`, the first one first.
///
/// # Errors
/// Storage only.
pub async fn within(
    tx: &mut Tx,
    mission: &MissionId,
    from: Timestamp,
    until: Timestamp,
) -> Result<Vec<Closure>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| sqlx::query_as(
        "SELECT id, mission, from_at, until_at, reason, made_by, made_at FROM closure
         WHERE mission = $1 AND lifted_at IS NULL AND until_at > $2 AND from_at < $3 ORDER BY from_at, id"
    )
    .bind(&mission.0)
    .bind(Ts(from))
    .bind(Ts(until))
    .fetch_all(c))?)
}
