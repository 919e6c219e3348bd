//! Internal notes on a case: of the desk, for the desk. They only grow; nothing an applicant can reach reads them.

use crate::error::StoreError;
use crate::row;
use crate::transaction::{Tx, exec, on};
use crate::ts::Ts;
use domain::ids::{ApplicationId, OfficerId};
use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

const TABLE: &str = "note";

/// A note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// On which case.
    pub application: ApplicationId,
    /// Which one, from 1.
    pub number: u32,
    /// Who wrote it.
    pub officer: OfficerId,
    /// When.
    pub written_at: Timestamp,
    /// What.
    pub text: String,
}

impl Note {
    /// All that the row says, for the journal.
    pub(crate) fn facts(&self) -> Value {
        let (officer, at) = (self.officer.to_string(), Ts(self.written_at).text());
        json!({ "number": self.number, "officer": officer, "written_at": at, "text": self.text })
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    application: Uuid,
    number: i64,
    officer: Uuid,
    written_at: Ts,
    text: String,
}

impl TryFrom<Row> for Note {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Note, StoreError> {
        Ok(Note {
            application: ApplicationId(row.application),
            number: row::small(TABLE, row.number)?,
            officer: OfficerId(row.officer),
            written_at: row.written_at.0,
            text: row.text,
        })
    }
}

/// Adds a note.
///
/// # Errors
/// [`StoreError::Conflict`] when its number is taken: two at the same moment.
pub async fn insert(tx: &mut Tx, own: &Note) -> Result<(), StoreError> {
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO note (application, number, officer, written_at, text) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT DO NOTHING"
        )
        .bind(own.application.0)
        .bind(i64::from(own.number))
        .bind(own.officer.0)
        .bind(Ts(own.written_at))
        .bind(&own.text)
    )?;
    row::inserted(TABLE, rows)
}

/// The notes on a case, the first one first.
///
/// # Errors
/// Storage only.
pub async fn of(tx: &mut Tx, application: ApplicationId) -> Result<Vec<Note>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM note WHERE application = $1 ORDER BY number")
        .bind(application.0)
        .fetch_all(c))?)
}
