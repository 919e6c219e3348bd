//! Decisions of officials with their proofs, and drafts of those that wait for a signature. A decision is never changed.

use crate::blob::BlobKey;
use crate::error::StoreError;
use crate::row;
use crate::transaction::{Tx, exec, on};
use crate::ts::Ts;
use domain::decision::{Statement, Way};
use domain::ids::{ApplicationId, OfficerId};
use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

const TABLE: &str = "decision";

/// A decision that waits for its signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Id.
    pub id: Uuid,
    /// The case.
    pub application: ApplicationId,
    /// Whose it is.
    pub officer: OfficerId,
    /// What is decided.
    pub statement: Statement,
    /// What is signed.
    pub file: BlobKey,
    /// When it was made.
    pub prepared_at: Timestamp,
}

/// A decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The case.
    pub application: ApplicationId,
    /// Which one, from 1.
    pub number: u32,
    /// Who decided.
    pub officer: OfficerId,
    /// What.
    pub statement: Statement,
    /// What was signed or sealed.
    pub file: BlobKey,
    /// How it was confirmed.
    pub way: Way,
    /// The CMS: a signature over `file`, or the seal with the statement inside.
    pub proof: BlobKey,
    /// What the engine said of a signature.
    pub detail: Value,
    /// When.
    pub decided_at: Timestamp,
}

impl Decision {
    /// All that the row says, for the journal.
    pub(crate) fn facts(&self) -> Value {
        json!({
            "decided_at": Ts(self.decided_at).text(),
            "detail": self.detail,
            "file": self.file.0,
            "number": self.number,
            "officer": self.officer.to_string(),
            "proof": self.proof.0,
            "statement": self.statement,
            "way": self.way.as_str(),
        })
    }
}

#[derive(sqlx::FromRow)]
struct DraftRow {
    id: Uuid,
    application: Uuid,
    officer: Uuid,
    statement: String,
    file: String,
    prepared_at: Ts,
}

impl TryFrom<DraftRow> for Draft {
    type Error = StoreError;
    fn try_from(row: DraftRow) -> Result<Draft, StoreError> {
        Ok(Draft {
            id: row.id,
            application: ApplicationId(row.application),
            officer: OfficerId(row.officer),
            statement: row::from_json("decision_draft", &row.statement)?,
            file: row::blob("decision_draft", row.file)?,
            prepared_at: row.prepared_at.0,
        })
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    application: Uuid,
    number: i64,
    officer: Uuid,
    statement: String,
    file: String,
    way: String,
    proof: String,
    detail: String,
    decided_at: Ts,
}

impl TryFrom<Row> for Decision {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Decision, StoreError> {
        Ok(Decision {
            application: ApplicationId(row.application),
            number: row::small(TABLE, row.number)?,
            officer: OfficerId(row.officer),
            statement: row::from_json(TABLE, &row.statement)?,
            file: row::blob(TABLE, row.file)?,
            way: Way::from_name(&row.way).ok_or_else(|| row::bad(TABLE, format!("way {:?}", row.way)))?,
            proof: row::blob(TABLE, row.proof)?,
            detail: row::from_json(TABLE, &row.detail)?,
            decided_at: row.decided_at.0,
        })
    }
}

/// Kind of the paper that a decision on a complaint is.
pub fn complaint_paper(number: u32) -> String {
    format!("complaint-decision-{number}")
}

/// Keeps a draft; the officer's earlier ones of the case go.
///
/// # Errors
/// Storage only.
pub async fn keep_draft(tx: &mut Tx, draft: &Draft) -> Result<(), StoreError> {
    let statement = row::to_json("decision_draft", &draft.statement)?;
    exec!(
        tx,
        sqlx::query("DELETE FROM decision_draft WHERE application = $1 AND officer = $2")
            .bind(draft.application.0)
            .bind(draft.officer.0)
    )?;
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO decision_draft (id, application, officer, statement, file, prepared_at)
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING"
        )
        .bind(draft.id)
        .bind(draft.application.0)
        .bind(draft.officer.0)
        .bind(&statement)
        .bind(&draft.file.0)
        .bind(Ts(draft.prepared_at))
    )?;
    row::inserted("decision_draft", rows)
}

/// The draft of `id`.
///
/// # Errors
/// Storage only.
pub async fn draft(tx: &mut Tx, id: Uuid) -> Result<Option<Draft>, StoreError> {
    row::one::<DraftRow, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM decision_draft WHERE id = $1")
        .bind(id)
        .fetch_optional(c))?)
}

/// Adds a decision; its blobs are stored already. Drafts of the case go.
///
/// # Errors
/// [`StoreError::Conflict`] when its number is taken.
pub async fn insert(tx: &mut Tx, own: &Decision) -> Result<(), StoreError> {
    let (statement, detail) = (row::to_json(TABLE, &own.statement)?, row::to_json(TABLE, &own.detail)?);
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO decision (application, number, officer, statement, file, way, proof, detail, decided_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING"
        )
        .bind(own.application.0)
        .bind(i64::from(own.number))
        .bind(own.officer.0)
        .bind(&statement)
        .bind(&own.file.0)
        .bind(own.way.as_str())
        .bind(&own.proof.0)
        .bind(&detail)
        .bind(Ts(own.decided_at))
    )?;
    row::inserted(TABLE, rows)?;
    exec!(tx, sqlx::query("DELETE FROM decision_draft WHERE application = $1").bind(own.application.0))?;
    Ok(())
}

/// The decisions on a case, the first one first.
///
/// # Errors
/// Storage only.
pub async fn of(tx: &mut Tx, application: ApplicationId) -> Result<Vec<Decision>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM decision WHERE application = $1 ORDER BY number")
        .bind(application.0)
        .fetch_all(c))?)
}
