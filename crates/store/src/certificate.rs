//! Certificates by two verbs: the number and the intent are stored first, the checked paper second.
//!
//! A row without a paper is the trace that a crash leaves; the job that resumes it uses the same number.

use crate::blob::BlobKey;
use crate::error::StoreError;
use crate::row::{self, bad};
use crate::transaction::{Tx, exec, on};
use crate::ts::Ts;
use domain::certificate::CertificateNumber;
use domain::ids::{ApplicationId, OfficerId};
use jiff::Timestamp;
use uuid::Uuid;

const TABLE: &str = "certificate";

/// A number that was given to a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// Which case; one number for one case.
    pub application: ApplicationId,
    /// Series and number; unique.
    pub number: CertificateNumber,
    /// Who decided.
    pub officer: OfficerId,
    /// When the number was stored.
    pub reserved_at: Timestamp,
    /// The paper, once it is stored.
    pub issued: Option<Issued>,
}

/// The paper of a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issued {
    /// The PDF.
    pub file: BlobKey,
    /// When it was stored.
    pub at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    application: Uuid,
    number: String,
    officer: Uuid,
    reserved_at: Ts,
    file: Option<String>,
    issued_at: Option<Ts>,
}

impl TryFrom<Row> for Certificate {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Certificate, StoreError> {
        let issued = match (row.file, row.issued_at) {
            (Some(file), Some(at)) => Some(Issued { file: row::blob(TABLE, file)?, at: at.0 }),
            (None, None) => None,
            _ => return Err(bad(TABLE, format_args!("{}: half issued", row.number))),
        };
        Ok(Certificate {
            application: ApplicationId(row.application),
            number: CertificateNumber(row.number),
            officer: OfficerId(row.officer),
            reserved_at: row.reserved_at.0,
            issued,
        })
    }
}

/// Stores a number and the intent to issue a certificate under it.
///
/// # Errors
/// [`StoreError::Conflict`] when the case has a number or the number a case.
pub async fn reserve(
    tx: &mut Tx,
    application: ApplicationId,
    number: &CertificateNumber,
    officer: OfficerId,
    reserved_at: Timestamp,
) -> Result<(), StoreError> {
    let rows = exec!(
        tx,
        sqlx::query("INSERT INTO certificate (application, number, officer, reserved_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING")
            .bind(application.0)
            .bind(&number.0)
            .bind(officer.0)
            .bind(Ts(reserved_at))
    )?;
    row::inserted(TABLE, rows)
}

/// Stores the checked paper of a reserved number. False when there is none or it has a paper.
///
/// # Errors
/// Storage only.
pub async fn mark_issued(
    tx: &mut Tx,
    application: ApplicationId,
    file: &BlobKey,
    issued_at: Timestamp,
) -> Result<bool, StoreError> {
    let rows = exec!(
        tx,
        sqlx::query("UPDATE certificate SET file = $2, issued_at = $3 WHERE application = $1 AND issued_at IS NULL")
            .bind(application.0)
            .bind(&file.0)
            .bind(Ts(issued_at))
    )?;
    Ok(rows > 0)
}

/// The certificate of a case.
///
/// # Errors
/// Storage only.
pub async fn get(tx: &mut Tx, application: ApplicationId) -> Result<Option<Certificate>, StoreError> {
    row::one::<Row, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM certificate WHERE application = $1")
        .bind(application.0)
        .fetch_optional(c))?)
}

/// Keeps an issued certificate beside, so that the corrected one can take its place. False when there is none that was issued.
///
/// # Errors
/// Storage only.
pub async fn set_aside(tx: &mut Tx, application: ApplicationId, replaced_at: Timestamp) -> Result<bool, StoreError> {
    let kept = exec!(
        tx,
        sqlx::query(
            "INSERT INTO certificate_before (application, number, officer, reserved_at, file, issued_at, replaced_at)
             SELECT application, number, officer, reserved_at, file, issued_at, $2 FROM certificate
             WHERE application = $1 AND issued_at IS NOT NULL"
        )
        .bind(application.0)
        .bind(Ts(replaced_at))
    )?;
    if kept == 0 {
        return Ok(false);
    }
    exec!(tx, sqlx::query("DELETE FROM certificate WHERE application = $1").bind(application.0))?;
    Ok(true)
}

/// The certificates of a case in which a slip was put right: number, paper and when each was replaced, the first one first.
///
/// # Errors
/// Storage only.
pub async fn before(
    tx: &mut Tx,
    application: ApplicationId,
) -> Result<Vec<(CertificateNumber, BlobKey, Timestamp)>, StoreError> {
    let rows: Vec<(String, String, Ts)> = on!(tx, |c| {
        sqlx::query_as(
        "SELECT number, file, replaced_at FROM certificate_before WHERE application = $1 ORDER BY replaced_at, number"
    )
    .bind(application.0)
    .fetch_all(c)
    })?;
    let line =
        |(number, file, at): (String, String, Ts)| Ok((CertificateNumber(number), row::blob(TABLE, file)?, at.0));
    rows.into_iter().map(line).collect()
}

/// Numbers without a paper, oldest first.
///
/// # Errors
/// Storage only.
pub async fn unissued(tx: &mut Tx) -> Result<Vec<Certificate>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| sqlx::query_as(
        "SELECT * FROM certificate WHERE issued_at IS NULL ORDER BY reserved_at, application"
    )
    .fetch_all(c))?)
}
