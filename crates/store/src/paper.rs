//! Papers of a case: the application, the certificate, the refusal. One of each kind, never replaced.

use crate::blob::BlobKey;
use crate::error::StoreError;
use crate::row;
use crate::transaction::{Tx, exec, on};
use crate::ts::Ts;
use domain::ids::ApplicationId;
use jiff::Timestamp;
use uuid::Uuid;

const TABLE: &str = "paper";

/// A paper that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Of which case.
    pub application: ApplicationId,
    /// `application`, `certificate` or `refusal`.
    pub kind: String,
    /// Series and number, for a certificate.
    pub number: Option<String>,
    /// The PDF.
    pub file: BlobKey,
    /// When it was made.
    pub created_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    application: Uuid,
    kind: String,
    number: Option<String>,
    file: String,
    created_at: Ts,
}

impl TryFrom<Row> for Paper {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Paper, StoreError> {
        Ok(Paper {
            application: ApplicationId(row.application),
            kind: row.kind,
            number: row.number,
            file: row::blob(TABLE, row.file)?,
            created_at: row.created_at.0,
        })
    }
}

/// Adds a paper; its blob is stored already.
///
/// # Errors
/// [`StoreError::Conflict`] when the case has one of this kind.
pub async fn insert(tx: &mut Tx, paper: &Paper) -> Result<(), StoreError> {
    let rows = exec!(
        tx,
        sqlx::query("INSERT INTO paper (application, kind, number, file, created_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING")
            .bind(paper.application.0)
            .bind(&paper.kind)
            .bind(&paper.number)
            .bind(&paper.file.0)
            .bind(Ts(paper.created_at))
    )?;
    row::inserted(TABLE, rows)
}

/// The papers of a case, oldest first.
///
/// # Errors
/// Storage only.
pub async fn of(tx: &mut Tx, application: ApplicationId) -> Result<Vec<Paper>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| sqlx::query_as(
        "SELECT * FROM paper WHERE application = $1 ORDER BY created_at, kind"
    )
    .bind(application.0)
    .fetch_all(c))?)
}

/// The paper of a kind.
///
/// # Errors
/// Storage only.
pub async fn get(tx: &mut Tx, application: ApplicationId, kind: &str) -> Result<Option<Paper>, StoreError> {
    row::one::<Row, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM paper WHERE application = $1 AND kind = $2")
        .bind(application.0)
        .bind(kind)
        .fetch_optional(c))?)
}

/// Keeps a paper that no longer stands under another name, so that a new one of its kind can come.
///
/// # Errors
/// Storage only.
pub async fn set_aside(tx: &mut Tx, application: ApplicationId, kind: &str) -> Result<(), StoreError> {
    let before: Vec<String> = of(tx, application).await?.into_iter().map(|paper| paper.kind).collect();
    let name = aside(kind, &before);
    exec!(
        tx,
        sqlx::query("UPDATE paper SET kind = $3 WHERE application = $1 AND kind = $2")
            .bind(application.0)
            .bind(kind)
            .bind(&name)
    )?;
    Ok(())
}

/// The next free name of a paper that is set aside: `refusal-before-1`.
pub(crate) fn aside(kind: &str, there: &[String]) -> String {
    let prefix = format!("{kind}-before-");
    format!("{prefix}{}", there.iter().filter(|own| own.starts_with(&prefix)).count() + 1)
}
