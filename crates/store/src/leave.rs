//! Leaves of officials and who stands in for them. A leave that was ended early or cancelled stays in the table; its end is then earlier.

use crate::error::StoreError;
use crate::row;
use crate::transaction::{Tx, exec, on};
use crate::ts::{Ts, maybe};
use domain::ids::{ApplicationId, MissionId, OfficerId};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

const TABLE: &str = "leave";

/// A leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leave {
    /// Id.
    pub id: Uuid,
    /// The mission whose days these are.
    pub mission: MissionId,
    /// Who is away.
    pub officer: OfficerId,
    /// Who stands in.
    pub substitute: OfficerId,
    /// The first day, as it was entered.
    pub first: Date,
    /// The last day, as it was entered.
    pub last: Date,
    /// In force from then on.
    pub from: Timestamp,
    /// Until then, not included.
    pub until: Timestamp,
    /// Who entered it.
    pub made_by: OfficerId,
    /// When.
    pub made_at: Timestamp,
    /// When it was ended early or cancelled.
    pub ended_at: Option<Timestamp>,
}

impl Leave {
    /// Is it in force at `now`?
    pub fn is_in_force(&self, now: Timestamp) -> bool {
        self.from <= now && now < self.until
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    mission: String,
    officer: Uuid,
    substitute: Uuid,
    first_day: String,
    last_day: String,
    from_at: Ts,
    until_at: Ts,
    made_by: Uuid,
    made_at: Ts,
    ended_at: Option<Ts>,
}

impl TryFrom<Row> for Leave {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Leave, StoreError> {
        Ok(Leave {
            id: row.id,
            mission: MissionId(row.mission),
            officer: OfficerId(row.officer),
            substitute: OfficerId(row.substitute),
            first: row::date(TABLE, &row.first_day)?,
            last: row::date(TABLE, &row.last_day)?,
            from: row.from_at.0,
            until: row.until_at.0,
            made_by: OfficerId(row.made_by),
            made_at: row.made_at.0,
            ended_at: row.ended_at.map(|at| at.0),
        })
    }
}

/// Adds a leave.
///
/// # Errors
/// [`StoreError::Conflict`] when the id exists.
pub async fn insert(tx: &mut Tx, own: &Leave) -> Result<(), StoreError> {
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO leave (id, mission, officer, substitute, first_day, last_day, from_at, until_at, made_by, made_at, ended_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING"
        )
        .bind(own.id)
        .bind(&own.mission.0)
        .bind(own.officer.0)
        .bind(own.substitute.0)
        .bind(own.first.to_string())
        .bind(own.last.to_string())
        .bind(Ts(own.from))
        .bind(Ts(own.until))
        .bind(own.made_by.0)
        .bind(Ts(own.made_at))
        .bind(maybe(own.ended_at))
    )?;
    row::inserted(TABLE, rows)
}

/// The leave of `id`.
///
/// # Errors
/// Storage only.
pub async fn get(tx: &mut Tx, id: Uuid) -> Result<Option<Leave>, StoreError> {
    row::one::<Row, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM leave WHERE id = $1").bind(id).fetch_optional(c))?)
}

/// Ends a leave at `until`. False when it is over or was ended before.
///
/// # Errors
/// Storage only.
pub async fn end(tx: &mut Tx, id: Uuid, until: Timestamp, by: OfficerId, at: Timestamp) -> Result<bool, StoreError> {
    let rows = exec!(
        tx,
        sqlx::query(
            "UPDATE leave SET until_at = $2, ended_by = $3, ended_at = $4
             WHERE id = $1 AND ended_at IS NULL AND until_at > $4"
        )
        .bind(id)
        .bind(Ts(until))
        .bind(by.0)
        .bind(Ts(at))
    )?;
    Ok(rows > 0)
}

/// Leaves that are not over at `now`, of one mission or (for `None`) of all, the first one first.
///
/// # Errors
/// Storage only.
pub async fn to_come(tx: &mut Tx, mission: Option<&MissionId>, now: Timestamp) -> Result<Vec<Leave>, StoreError> {
    let rows: Vec<Row> = match mission {
        Some(mission) => on!(tx, |c| sqlx::query_as(
            "SELECT * FROM leave WHERE mission = $1 AND until_at > $2 AND ended_at IS NULL ORDER BY from_at, id"
        )
        .bind(&mission.0)
        .bind(Ts(now))
        .fetch_all(c))?,
        None => on!(tx, |c| sqlx::query_as(
            "SELECT * FROM leave WHERE until_at > $1 AND ended_at IS NULL ORDER BY from_at, id"
        )
        .bind(Ts(now))
        .fetch_all(c))?,
    };
    row::all(rows)
}

/// Leaves within `[from, until)` in which this person is away or stands in, the first one first.
///
/// # Errors
/// Storage only.
pub async fn touching(
    tx: &mut Tx,
    person: OfficerId,
    from: Timestamp,
    until: Timestamp,
) -> Result<Vec<Leave>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| {
        sqlx::query_as(
        "SELECT * FROM leave WHERE (officer = $1 OR substitute = $1) AND until_at > $2 AND from_at < $3 AND until_at > from_at
         ORDER BY from_at, id"
    )
    .bind(person.0)
    .bind(Ts(from))
    .bind(Ts(until))
    .fetch_all(c)
    })?)
}

/// The leave that this person has at `now`.
///
/// # Errors
/// Storage only.
pub async fn of(tx: &mut Tx, officer: OfficerId, now: Timestamp) -> Result<Option<Leave>, StoreError> {
    row::one::<Row, _>(on!(tx, |c| sqlx::query_as(
        "SELECT * FROM leave WHERE officer = $1 AND until_at > $2 AND from_at <= $2 ORDER BY from_at LIMIT 1"
    )
    .bind(officer.0)
    .bind(Ts(now))
    .fetch_optional(c))?)
}

/// The leaves at `now` in which this person stands in.
///
/// # Errors
/// Storage only.
pub async fn stood_in_by(tx: &mut Tx, substitute: OfficerId, now: Timestamp) -> Result<Vec<Leave>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| sqlx::query_as(
        "SELECT * FROM leave WHERE substitute = $1 AND until_at > $2 AND from_at <= $2 ORDER BY from_at, id"
    )
    .bind(substitute.0)
    .bind(Ts(now))
    .fetch_all(c))?)
}

/// For whom `officer` acts on a case at `now`: the one who has taken it up, is away, and has them as the substitute.
///
/// # Errors
/// Storage only.
pub(crate) async fn acts_for(
    tx: &mut Tx,
    case: ApplicationId,
    officer: OfficerId,
    now: Timestamp,
) -> Result<Option<OfficerId>, StoreError> {
    let away: Option<Uuid> = on!(tx, |c| {
        sqlx::query_scalar(
        "SELECT leave.officer FROM leave JOIN application ON application.assignee = leave.officer AND application.mission = leave.mission
         WHERE application.id = $1 AND leave.substitute = $2 AND leave.until_at > $3 AND leave.from_at <= $3"
    )
    .bind(case.0)
    .bind(officer.0)
    .bind(Ts(now))
    .fetch_optional(c)
    })?;
    Ok(away.map(OfficerId))
}
