//! What officers said of two cases that look like the same death. It only grows; the last word of a pair counts.

use crate::error::StoreError;
use crate::row;
use crate::transaction::{Tx, exec, on};
use crate::ts::Ts;
use domain::ids::{ApplicationId, OfficerId};
use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

const TABLE: &str = "likeness";

/// A word on a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The case it was said on; its journal has the entry.
    pub application: ApplicationId,
    /// Which one on that case, from 1.
    pub number: u32,
    /// The other case.
    pub other: ApplicationId,
    /// Who said it.
    pub officer: OfficerId,
    /// When.
    pub judged_at: Timestamp,
    /// The same death, or not.
    pub is_same: bool,
    /// Why.
    pub reason: String,
}

impl Judged {
    /// All that the row says, for the journal.
    pub(crate) fn facts(&self) -> Value {
        json!({
            "is_same": self.is_same,
            "judged_at": Ts(self.judged_at).text(),
            "number": self.number,
            "officer": self.officer.to_string(),
            "other": self.other.to_string(),
            "reason": self.reason,
        })
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    application: Uuid,
    number: i64,
    other: Uuid,
    officer: Uuid,
    judged_at: Ts,
    is_same: bool,
    reason: String,
}

impl TryFrom<Row> for Judged {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Judged, StoreError> {
        Ok(Judged {
            application: ApplicationId(row.application),
            number: row::small(TABLE, row.number)?,
            other: ApplicationId(row.other),
            officer: OfficerId(row.officer),
            judged_at: row.judged_at.0,
            is_same: row.is_same,
            reason: row.reason,
        })
    }
}

/// Adds a word.
///
/// # Errors
/// [`StoreError::Conflict`] when its number is taken: two at the same moment.
pub async fn insert(tx: &mut Tx, own: &Judged) -> Result<(), StoreError> {
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO likeness (application, number, other, officer, judged_at, is_same, reason)
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING"
        )
        .bind(own.application.0)
        .bind(i64::from(own.number))
        .bind(own.other.0)
        .bind(own.officer.0)
        .bind(Ts(own.judged_at))
        .bind(own.is_same)
        .bind(&own.reason)
    )?;
    row::inserted(TABLE, rows)
}

/// What was said on a case, the first word first.
///
/// # Errors
/// Storage only.
pub async fn of(tx: &mut Tx, application: ApplicationId) -> Result<Vec<Judged>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM likeness WHERE application = $1 ORDER BY number")
        .bind(application.0)
        .fetch_all(c))?)
}

/// What was said on a case or, on another, of it: the first word first.
///
/// # Errors
/// Storage only.
pub async fn about(tx: &mut Tx, application: ApplicationId) -> Result<Vec<Judged>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| sqlx::query_as(
        "SELECT * FROM likeness WHERE application = $1 UNION ALL SELECT * FROM likeness WHERE other = $1
         ORDER BY judged_at, application, number"
    )
    .bind(application.0)
    .fetch_all(c))?)
}
