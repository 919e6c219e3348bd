//! Uploads that arrive in pieces: how much of a file is there, and the pieces themselves until the file is taken.
//!
//! A piece and the count of what was received are one transaction, so that an offset that was answered is on the disk. Pieces
//! stand here and not in the folder of blobs, because blobs are never deleted.

use crate::error::StoreError;
use crate::row;
use crate::transaction::{Tx, exec, on};
use crate::ts::Ts;
use domain::ids::{AccountId, DraftId, UploadId};
use jiff::Timestamp;
use uuid::Uuid;

const TABLE: &str = "upload";

/// A file that is arriving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// Id.
    pub id: UploadId,
    /// Whose it is.
    pub account: AccountId,
    /// For which draft.
    pub draft: DraftId,
    /// `DocumentKind::as_str` of the document it is for.
    pub document: String,
    /// File name as the person named it.
    pub name: String,
    /// Size of the whole file, bytes.
    pub bytes: i64,
    /// How much of it is there, bytes.
    pub received: i64,
    /// Given up from here on.
    pub expires_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    account: Uuid,
    draft: Uuid,
    document: String,
    name: String,
    bytes: i64,
    received: i64,
    expires_at: Ts,
}

impl TryFrom<Row> for Upload {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Upload, StoreError> {
        Ok(Upload {
            id: UploadId(row.id),
            account: AccountId(row.account),
            draft: DraftId(row.draft),
            document: row.document,
            name: row.name,
            bytes: row.bytes,
            received: row.received,
            expires_at: row.expires_at.0,
        })
    }
}

/// Begins one.
///
/// # Errors
/// [`StoreError::Conflict`] when the id exists.
pub async fn insert(tx: &mut Tx, upload: &Upload) -> Result<(), StoreError> {
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO upload (id, account, draft, document, name, bytes, received, expires_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING"
        )
        .bind(upload.id.0)
        .bind(upload.account.0)
        .bind(upload.draft.0)
        .bind(&upload.document)
        .bind(&upload.name)
        .bind(upload.bytes)
        .bind(upload.received)
        .bind(Ts(upload.expires_at))
    )?;
    row::inserted(TABLE, rows)
}

/// The one of `id`.
///
/// # Errors
/// Storage only.
pub async fn get(tx: &mut Tx, id: UploadId) -> Result<Option<Upload>, StoreError> {
    row::one::<Row, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM upload WHERE id = $1").bind(id.0).fetch_optional(c))?)
}

/// Those of an account, the ones that expire first before the others.
///
/// # Errors
/// Storage only.
pub async fn of_account(tx: &mut Tx, account: AccountId) -> Result<Vec<Upload>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM upload WHERE account = $1 ORDER BY expires_at, id")
        .bind(account.0)
        .fetch_all(c))?)
}

/// Adds the next piece, which begins at `at`. False when the upload is gone, stands elsewhere, or would become longer than it is.
///
/// # Errors
/// Storage only.
pub async fn append(tx: &mut Tx, id: UploadId, at: i64, content: &[u8]) -> Result<bool, StoreError> {
    let length = i64::try_from(content.len()).unwrap_or(i64::MAX);
    let rows = exec!(
        tx,
        sqlx::query(
            "UPDATE upload SET received = received + $3 WHERE id = $1 AND received = $2 AND $3 <= bytes - received"
        )
        .bind(id.0)
        .bind(at)
        .bind(length)
    )?;
    if rows == 0 {
        return Ok(false);
    }
    let rows = exec!(
        tx,
        sqlx::query("INSERT INTO upload_piece (upload, at, content) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
            .bind(id.0)
            .bind(at)
            .bind(content)
    )?;
    row::inserted("upload_piece", rows).map(|()| true)
}

/// In how many pieces it has arrived so far.
///
/// # Errors
/// Storage only.
pub async fn pieces(tx: &mut Tx, id: UploadId) -> Result<i64, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar("SELECT count(*) FROM upload_piece WHERE upload = $1").bind(id.0).fetch_one(c))?)
}

/// What has arrived, in one.
///
/// # Errors
/// Storage only.
pub async fn content(tx: &mut Tx, id: UploadId) -> Result<Vec<u8>, StoreError> {
    let pieces: Vec<Vec<u8>> =
        on!(tx, |c| sqlx::query_scalar("SELECT content FROM upload_piece WHERE upload = $1 ORDER BY at")
            .bind(id.0)
            .fetch_all(c))?;
    Ok(pieces.concat())
}

/// Forgets one with its pieces. False when there is none.
///
/// # Errors
/// Storage only.
pub async fn remove(tx: &mut Tx, id: UploadId) -> Result<bool, StoreError> {
    exec!(tx, sqlx::query("DELETE FROM upload_piece WHERE upload = $1").bind(id.0))?;
    Ok(exec!(tx, sqlx::query("DELETE FROM upload WHERE id = $1").bind(id.0))? > 0)
}

/// Forgets those that are given up.
///
/// # Errors
/// Storage only.
pub async fn purge(tx: &mut Tx, now: Timestamp) -> Result<u64, StoreError> {
    let expired = "DELETE FROM upload_piece WHERE upload IN (SELECT id FROM upload WHERE expires_at <= $1)";
    exec!(tx, sqlx::query(expired).bind(Ts(now)))?;
    Ok(exec!(tx, sqlx::query("DELETE FROM upload WHERE expires_at <= $1").bind(Ts(now)))?)
}
