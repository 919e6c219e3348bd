//! Decisions drawn for a second look, and the secrets of the months that draw them.

use crate::error::StoreError;
use crate::row::{self, bad};
use crate::transaction::{Tx, exec, on};
use crate::ts::Ts;
use domain::ids::{ApplicationId, MissionId, OfficerId};
use domain::sample::Outcome;
use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

const TABLE: &str = "sample";

/// The secret of a month.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret {
    /// The month.
    pub period: String,
    /// The secret, encrypted by the caller.
    pub sealed: Vec<u8>,
    /// SHA-256 of the secret, hex: said before the first draw.
    pub commitment: String,
    /// When it was made.
    pub made_at: Timestamp,
}

/// A decision, drawn or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// The case.
    pub application: ApplicationId,
    /// Which of its decisions, from 1.
    pub number: u32,
    /// The mission that decided.
    pub mission: MissionId,
    /// Who decided.
    pub officer: OfficerId,
    /// The month whose secret drew.
    pub period: String,
    /// The share of all decisions, in hundredths, as the policy was then.
    pub percent: u32,
    /// It is to be looked at again.
    pub drawn: bool,
    /// When it was decided.
    pub decided_at: Timestamp,
    /// What the second look came to, and why.
    pub judged: Option<(Outcome, String)>,
}

impl Sample {
    /// What the entry of the decision commits to.
    pub fn facts(&self) -> Value {
        json!({ "number": self.number, "period": self.period, "percent": self.percent, "drawn": self.drawn })
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    application: Uuid,
    number: i64,
    mission: String,
    officer: Uuid,
    period: String,
    percent: i64,
    drawn: bool,
    decided_at: Ts,
    outcome: Option<String>,
    reason: Option<String>,
}

impl TryFrom<Row> for Sample {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Sample, StoreError> {
        let small = |number: i64| u32::try_from(number).map_err(|error| bad(TABLE, error));
        let outcome = match row.outcome {
            Some(name) => {
                Some(Outcome::from_name(&name).ok_or_else(|| bad(TABLE, format_args!("no outcome {name:?}")))?)
            }
            None => None,
        };
        Ok(Sample {
            application: ApplicationId(row.application),
            number: small(row.number)?,
            mission: MissionId(row.mission),
            officer: OfficerId(row.officer),
            period: row.period,
            percent: small(row.percent)?,
            drawn: row.drawn,
            decided_at: row.decided_at.0,
            judged: outcome.map(|own| (own, row.reason.unwrap_or_default())),
        })
    }
}

/// The secrets, the latest month first.
///
/// # Errors
/// Storage only.
pub async fn secrets(tx: &mut Tx) -> Result<Vec<Secret>, StoreError> {
    let rows: Vec<(String, Vec<u8>, String, Ts)> = on!(tx, |c| sqlx::query_as(
        "SELECT period, sealed, commitment, made_at FROM draw_secret ORDER BY period DESC"
    )
    .fetch_all(c))?;
    let secret = |(period, sealed, commitment, at): (String, Vec<u8>, String, Ts)| Secret {
        period,
        sealed,
        commitment,
        made_at: at.0,
    };
    Ok(rows.into_iter().map(secret).collect())
}

/// The secret of a month.
///
/// # Errors
/// Storage only.
pub async fn secret(tx: &mut Tx, period: &str) -> Result<Option<Secret>, StoreError> {
    let row: Option<(Vec<u8>, String, Ts)> =
        on!(tx, |c| sqlx::query_as("SELECT sealed, commitment, made_at FROM draw_secret WHERE period = $1")
            .bind(period)
            .fetch_optional(c))?;
    let secret = |(sealed, commitment, at): (Vec<u8>, String, Ts)| Secret {
        period: period.to_owned(),
        sealed,
        commitment,
        made_at: at.0,
    };
    Ok(row.map(secret))
}

/// Keeps the secret of a month. False when it has one: that one counts.
///
/// # Errors
/// Storage only.
pub async fn keep_secret(tx: &mut Tx, own: &Secret) -> Result<bool, StoreError> {
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO draw_secret (period, sealed, commitment, made_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING"
        )
        .bind(&own.period)
        .bind(&own.sealed)
        .bind(&own.commitment)
        .bind(Ts(own.made_at))
    )?;
    Ok(rows > 0)
}

/// Adds a decision.
///
/// # Errors
/// [`StoreError::Conflict`] when it is there.
pub async fn insert(tx: &mut Tx, own: &Sample) -> Result<(), StoreError> {
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO sample (application, number, mission, officer, period, percent, drawn, decided_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING"
        )
        .bind(own.application.0)
        .bind(i64::from(own.number))
        .bind(&own.mission.0)
        .bind(own.officer.0)
        .bind(&own.period)
        .bind(i64::from(own.percent))
        .bind(own.drawn)
        .bind(Ts(own.decided_at))
    )?;
    row::inserted(TABLE, rows)
}

/// Up to `limit` drawn decisions of a mission that nobody has looked at again, the oldest first.
///
/// # Errors
/// Storage only.
pub async fn waiting(tx: &mut Tx, mission: &MissionId, limit: i64) -> Result<Vec<Sample>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| {
        sqlx::query_as(
        "SELECT * FROM sample WHERE mission = $1 AND drawn AND outcome IS NULL ORDER BY decided_at, application LIMIT $2"
    )
    .bind(&mission.0)
    .bind(limit)
    .fetch_all(c)
    })?)
}

/// The decision of a case that waits for its second look.
///
/// # Errors
/// Storage only.
pub async fn waiting_of(tx: &mut Tx, case: ApplicationId) -> Result<Option<Sample>, StoreError> {
    row::one::<Row, _>(on!(tx, |c| sqlx::query_as(
        "SELECT * FROM sample WHERE application = $1 AND drawn AND outcome IS NULL ORDER BY number LIMIT 1"
    )
    .bind(case.0)
    .fetch_optional(c))?)
}

/// Notes what a second look came to. False when somebody was first.
///
/// # Errors
/// Storage only.
pub async fn judge(
    tx: &mut Tx,
    own: &Sample,
    (outcome, reason): (Outcome, &str),
    by: OfficerId,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let rows = exec!(
        tx,
        sqlx::query(
            "UPDATE sample SET outcome = $3, reason = $4, judged_by = $5, judged_at = $6
             WHERE application = $1 AND number = $2 AND drawn AND outcome IS NULL"
        )
        .bind(own.application.0)
        .bind(i64::from(own.number))
        .bind(outcome.as_str())
        .bind(reason)
        .bind(by.0)
        .bind(Ts(at))
    )?;
    Ok(rows > 0)
}

/// What an official decided, where something was found and they have not read it; the oldest first.
///
/// # Errors
/// Storage only.
pub async fn unread(tx: &mut Tx, officer: OfficerId) -> Result<Vec<Sample>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| {
        sqlx::query_as(
        "SELECT * FROM sample WHERE officer = $1 AND outcome = 'found' AND read_at IS NULL ORDER BY decided_at, application"
    )
    .bind(officer.0)
    .fetch_all(c)
    })?)
}

/// Notes that the official has read what was found in a case of theirs. False when there was nothing to read.
///
/// # Errors
/// Storage only.
pub async fn note_read(
    tx: &mut Tx,
    case: ApplicationId,
    officer: OfficerId,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let rows = exec!(
        tx,
        sqlx::query(
            "UPDATE sample SET read_at = $3 WHERE application = $1 AND officer = $2 AND outcome = 'found' AND read_at IS NULL"
        )
        .bind(case.0)
        .bind(officer.0)
        .bind(Ts(at))
    )?;
    Ok(rows > 0)
}

/// Decisions of a mission that were drawn, that wait, that were in order, in which something was found.
///
/// # Errors
/// Storage only.
pub async fn counts(tx: &mut Tx, mission: &MissionId) -> Result<[i64; 4], StoreError> {
    let (drawn, waiting, in_order, found) = on!(tx, |c| {
        sqlx::query_as::<_, (i64, i64, i64, i64)>(
        "SELECT count(*), count(CASE WHEN outcome IS NULL THEN 1 END), count(CASE WHEN outcome = 'in_order' THEN 1 END),
                count(CASE WHEN outcome = 'found' THEN 1 END)
         FROM sample WHERE mission = $1 AND drawn"
    )
    .bind(&mission.0)
    .fetch_one(c)
    })?;
    Ok([drawn, waiting, in_order, found])
}

/// Every decision of a month, in the order of their names.
///
/// # Errors
/// Storage only.
pub async fn of_period(tx: &mut Tx, period: &str) -> Result<Vec<Sample>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| sqlx::query_as(
        "SELECT * FROM sample WHERE period = $1 ORDER BY application, number"
    )
    .bind(period)
    .fetch_all(c))?)
}
