//! Addenda: what an applicant sent after the mission had asked, each with its own file and proof.
//!
//! The request of the case is replaced by the amended one (`application::save_request`); what it was before is kept here, so that
//! the desk can show what changed and the journal's commitments can be checked.

use crate::blob::BlobKey;
use crate::error::StoreError;
use crate::row::{self, bad};
use crate::transaction::{Tx, exec, on};
use crate::ts::Ts;
use domain::application::Correction;
use domain::confirmation::ConfirmationKind;
use domain::ids::{ApplicationId, DraftId};
use domain::request::Request;
use jiff::Timestamp;
use uuid::Uuid;

const TABLE: &str = "supplement";

/// An addendum.
#[derive(Clone, Debug)]
pub struct Supplement {
    /// Of which case.
    pub application: ApplicationId,
    /// Which one, from 1.
    pub number: u32,
    /// The draft it was.
    pub draft: DraftId,
    /// What had been asked.
    pub asked: Correction,
    /// The request before it; stored as its canonical JSON (RFC 8785).
    pub was: Request,
    /// The file that was signed or confirmed.
    pub file: BlobKey,
    /// How.
    pub confirmation: ConfirmationKind,
    /// The CMS or the seal.
    pub proof: BlobKey,
    /// The verdict or the statement of the one-time password.
    pub proof_detail: serde_json::Value,
    /// When it was sent.
    pub sent_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    application: Uuid,
    number: i64,
    draft: Uuid,
    asked: String,
    was: Vec<u8>,
    file: String,
    confirmation: String,
    proof: String,
    proof_detail: String,
    sent_at: Ts,
}

impl TryFrom<Row> for Supplement {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Supplement, StoreError> {
        Ok(Supplement {
            application: ApplicationId(row.application),
            number: row::small(TABLE, row.number)?,
            draft: DraftId(row.draft),
            asked: row::from_json(TABLE, &row.asked)?,
            was: serde_json::from_slice(&row.was).map_err(|error| bad(TABLE, error))?,
            file: row::blob(TABLE, row.file)?,
            confirmation: row::from_name(TABLE, &row.confirmation)?,
            proof: row::blob(TABLE, row.proof)?,
            proof_detail: row::from_json(TABLE, &row.proof_detail)?,
            sent_at: row.sent_at.0,
        })
    }
}

/// Adds an addendum. `awaits_nca`: revocation data is missing, a job asks again.
///
/// # Errors
/// [`StoreError::Conflict`] when its number is taken or its draft was sent.
pub async fn insert(tx: &mut Tx, own: &Supplement, awaits_nca: bool) -> Result<(), StoreError> {
    let was = serde_json_canonicalizer::to_vec(&own.was).map_err(|error| bad(TABLE, error))?;
    let (asked, confirmation) = (row::to_json(TABLE, &own.asked)?, row::to_name(TABLE, &own.confirmation)?);
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO supplement (application, number, draft, asked, was, file, confirmation, proof, proof_detail, sent_at, awaits_nca)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING"
        )
        .bind(own.application.0)
        .bind(i64::from(own.number))
        .bind(own.draft.0)
        .bind(&asked)
        .bind(&was)
        .bind(&own.file.0)
        .bind(&confirmation)
        .bind(&own.proof.0)
        .bind(own.proof_detail.to_string())
        .bind(Ts(own.sent_at))
        .bind(awaits_nca)
    )?;
    row::inserted(TABLE, rows)
}

/// The addenda of a case, the first one first.
///
/// # Errors
/// Storage only.
pub async fn of(tx: &mut Tx, application: ApplicationId) -> Result<Vec<Supplement>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM supplement WHERE application = $1 ORDER BY number")
        .bind(application.0)
        .fetch_all(c))?)
}

/// Those whose EDS waits for the NCA, the oldest first: case and number. A row that cannot be read keeps no other waiting.
///
/// # Errors
/// Storage only.
pub async fn awaiting(tx: &mut Tx) -> Result<Vec<(ApplicationId, u32)>, StoreError> {
    let rows: Vec<(Uuid, i64)> =
        on!(tx, |c| sqlx::query_as("SELECT application, number FROM supplement WHERE awaits_nca ORDER BY sent_at")
            .fetch_all(c))?;
    Ok(rows.into_iter().filter_map(|(id, number)| Some((ApplicationId(id), u32::try_from(number).ok()?))).collect())
}

/// The engine has looked again and decided. False when it had before.
///
/// # Errors
/// Storage only.
pub async fn judged(
    tx: &mut Tx,
    application: ApplicationId,
    number: u32,
    detail: &serde_json::Value,
) -> Result<bool, StoreError> {
    let json = row::to_json(TABLE, detail)?;
    let rows = exec!(
        tx,
        sqlx::query(
            "UPDATE supplement SET proof_detail = $3, awaits_nca = $4 WHERE application = $1 AND number = $2 AND awaits_nca"
        )
        .bind(application.0)
        .bind(i64::from(number))
        .bind(&json)
        .bind(false)
    )?;
    Ok(rows > 0)
}
