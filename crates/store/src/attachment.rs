//! Files that were uploaded to a draft: what they are and which blob holds them.

use crate::blob::BlobKey;
use crate::error::StoreError;
use crate::row;
use crate::transaction::{Tx, exec, on};
use crate::ts::Ts;
use crate::waste;
use domain::ids::{AttachmentId, DraftId};
use jiff::Timestamp;
use uuid::Uuid;

const TABLE: &str = "attachment";

/// One enclosed file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Id.
    pub id: AttachmentId,
    /// Of which draft.
    pub draft: DraftId,
    /// `DocumentKind::as_str` of the document it belongs to.
    pub document: String,
    /// File name as the person named it.
    pub name: String,
    /// Media type, told by content.
    pub media_type: String,
    /// Size in bytes of what is kept.
    pub bytes: i64,
    /// The bytes kept and shown to the officer.
    pub blob: BlobKey,
    /// SHA-256 (hex) of the bytes as received.
    pub sha256_received: String,
    /// Place among the files of its document, from 0.
    pub position: i64,
    /// When it was uploaded.
    pub created_at: Timestamp,
    /// Pages of a PDF; none for a photo, and for files taken before pages were counted.
    pub pages: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    draft: Uuid,
    document: String,
    name: String,
    media_type: String,
    bytes: i64,
    blob: String,
    sha256_received: String,
    position: i64,
    created_at: Ts,
    pages: Option<i64>,
}

impl TryFrom<Row> for Attachment {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Attachment, StoreError> {
        Ok(Attachment {
            id: AttachmentId(row.id),
            draft: DraftId(row.draft),
            document: row.document,
            name: row.name,
            media_type: row.media_type,
            bytes: row.bytes,
            blob: row::blob(TABLE, row.blob)?,
            sha256_received: row.sha256_received,
            position: row.position,
            created_at: row.created_at.0,
            pages: row.pages,
        })
    }
}

/// Adds a file; its blob is stored already.
///
/// # Errors
/// [`StoreError::Conflict`] when the id exists.
pub async fn insert(tx: &mut Tx, attachment: &Attachment) -> Result<(), StoreError> {
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO attachment
               (id, draft, document, name, media_type, bytes, blob, sha256_received, position, created_at, pages)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING"
        )
        .bind(attachment.id.0)
        .bind(attachment.draft.0)
        .bind(&attachment.document)
        .bind(&attachment.name)
        .bind(&attachment.media_type)
        .bind(attachment.bytes)
        .bind(&attachment.blob.0)
        .bind(&attachment.sha256_received)
        .bind(attachment.position)
        .bind(Ts(attachment.created_at))
        .bind(attachment.pages)
    )?;
    row::inserted(TABLE, rows)
}

/// The files of a draft, by document, then in page order.
///
/// # Errors
/// Storage only.
pub async fn of_draft(tx: &mut Tx, draft: DraftId) -> Result<Vec<Attachment>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| sqlx::query_as(
        "SELECT * FROM attachment WHERE draft = $1 ORDER BY document, position, created_at, id"
    )
    .bind(draft.0)
    .fetch_all(c))?)
}

/// The file of `id`.
///
/// # Errors
/// Storage only.
pub async fn get(tx: &mut Tx, id: AttachmentId) -> Result<Option<Attachment>, StoreError> {
    row::one::<Row, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM attachment WHERE id = $1")
        .bind(id.0)
        .fetch_optional(c))?)
}

/// Puts other bytes in the place of those of `seen`: the same page, turned. False when it has others already, or is gone.
///
/// # Errors
/// Storage only.
pub async fn turn(
    tx: &mut Tx,
    seen: &Attachment,
    blob: &BlobKey,
    bytes: i64,
    now: Timestamp,
) -> Result<bool, StoreError> {
    waste::of_file(tx, seen.id, now).await?;
    let rows = exec!(
        tx,
        sqlx::query("UPDATE attachment SET blob = $3, bytes = $4 WHERE id = $1 AND blob = $2")
            .bind(seen.id.0)
            .bind(&seen.blob.0)
            .bind(&blob.0)
            .bind(bytes)
    )?;
    Ok(rows > 0)
}

/// Removes a file from its draft. False when there is none. Its bytes become [`waste`].
///
/// # Errors
/// Storage only.
pub async fn remove(tx: &mut Tx, id: AttachmentId, now: Timestamp) -> Result<bool, StoreError> {
    waste::of_file(tx, id, now).await?;
    Ok(exec!(tx, sqlx::query("DELETE FROM attachment WHERE id = $1").bind(id.0))? > 0)
}
