//! Who may not decide a case because it is their own or a close relative's (Family Code 179(4)). It only grows; the last word on a person
//! counts.

use crate::error::StoreError;
use crate::row;
use crate::transaction::{Tx, exec, on};
use crate::ts::Ts;
use domain::ids::{ApplicationId, OfficerId};
use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

const TABLE: &str = "conflict";

/// A word on a person and a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The case.
    pub application: ApplicationId,
    /// Which one, from 1.
    pub number: u32,
    /// Of whom.
    pub officer: OfficerId,
    /// By whom.
    pub said_by: OfficerId,
    /// When.
    pub said_at: Timestamp,
    /// They may not act on the case, or may again.
    pub bars: bool,
    /// Why.
    pub reason: String,
}

impl Said {
    /// All that the row says, for the journal.
    pub(crate) fn facts(&self) -> Value {
        json!({
            "bars": self.bars,
            "number": self.number,
            "officer": self.officer.to_string(),
            "reason": self.reason,
            "said_at": Ts(self.said_at).text(),
            "said_by": self.said_by.to_string(),
        })
    }
}

/// May `officer` not act on the case, by the last word on them?
pub fn bars(said: &[Said], officer: OfficerId) -> bool {
    said.iter().rev().find(|own| own.officer == officer).is_some_and(|own| own.bars)
}

#[derive(sqlx::FromRow)]
struct Row {
    application: Uuid,
    number: i64,
    officer: Uuid,
    said_by: Uuid,
    said_at: Ts,
    bars: bool,
    reason: String,
}

impl TryFrom<Row> for Said {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Said, StoreError> {
        Ok(Said {
            application: ApplicationId(row.application),
            number: row::small(TABLE, row.number)?,
            officer: OfficerId(row.officer),
            said_by: OfficerId(row.said_by),
            said_at: row.said_at.0,
            bars: row.bars,
            reason: row.reason,
        })
    }
}

/// Adds a word.
///
/// # Errors
/// [`StoreError::Conflict`] when its number is taken: two at the same moment.
pub async fn insert(tx: &mut Tx, own: &Said) -> Result<(), StoreError> {
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO conflict (application, number, officer, said_by, said_at, bars, reason)
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING"
        )
        .bind(own.application.0)
        .bind(i64::from(own.number))
        .bind(own.officer.0)
        .bind(own.said_by.0)
        .bind(Ts(own.said_at))
        .bind(own.bars)
        .bind(&own.reason)
    )?;
    row::inserted(TABLE, rows)
}

/// What was said on a case, the first word first.
///
/// # Errors
/// Storage only.
pub async fn of(tx: &mut Tx, application: ApplicationId) -> Result<Vec<Said>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM conflict WHERE application = $1 ORDER BY number")
        .bind(application.0)
        .fetch_all(c))?)
}
