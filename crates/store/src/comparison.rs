//! What officers found when they held the answers against the papers, save by save. The last save counts; those before stay.

use crate::error::StoreError;
use crate::row;
use crate::transaction::{Tx, exec, on};
use crate::ts::Ts;
use domain::comparison::Line;
use domain::ids::{ApplicationId, OfficerId};
use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

const TABLE: &str = "comparison";

/// One save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Of which case.
    pub application: ApplicationId,
    /// Which save, from 1.
    pub number: u32,
    /// Who compared.
    pub officer: OfficerId,
    /// When it was saved.
    pub saved_at: Timestamp,
    /// Every answer that was compared.
    pub lines: Vec<Line>,
}

impl Comparison {
    /// All that the row says, for the journal.
    pub(crate) fn facts(&self) -> Result<Value, StoreError> {
        let lines = serde_json::to_value(&self.lines).map_err(|error| row::bad(TABLE, error))?;
        let (officer, at) = (self.officer.to_string(), Ts(self.saved_at).text());
        Ok(json!({ "number": self.number, "officer": officer, "saved_at": at, "lines": lines }))
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    application: Uuid,
    number: i64,
    officer: Uuid,
    saved_at: Ts,
    lines: String,
}

impl TryFrom<Row> for Comparison {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Comparison, StoreError> {
        Ok(Comparison {
            application: ApplicationId(row.application),
            number: row::small(TABLE, row.number)?,
            officer: OfficerId(row.officer),
            saved_at: row.saved_at.0,
            lines: row::from_json(TABLE, &row.lines)?,
        })
    }
}

/// Adds a save.
///
/// # Errors
/// [`StoreError::Conflict`] when its number is taken: somebody else saved first.
pub async fn insert(tx: &mut Tx, own: &Comparison) -> Result<(), StoreError> {
    let lines = row::to_json(TABLE, &own.lines)?;
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO comparison (application, number, officer, saved_at, lines) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT DO NOTHING"
        )
        .bind(own.application.0)
        .bind(i64::from(own.number))
        .bind(own.officer.0)
        .bind(Ts(own.saved_at))
        .bind(&lines)
    )?;
    row::inserted(TABLE, rows)
}

/// The last save of a case.
///
/// # Errors
/// Storage only.
pub async fn last(tx: &mut Tx, application: ApplicationId) -> Result<Option<Comparison>, StoreError> {
    row::one::<Row, _>(on!(tx, |c| sqlx::query_as(
        "SELECT * FROM comparison WHERE application = $1 ORDER BY number DESC LIMIT 1"
    )
    .bind(application.0)
    .fetch_optional(c))?)
}

/// All saves of a case, the first one first.
///
/// # Errors
/// Storage only.
pub async fn of(tx: &mut Tx, application: ApplicationId) -> Result<Vec<Comparison>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM comparison WHERE application = $1 ORDER BY number")
        .bind(application.0)
        .fetch_all(c))?)
}
