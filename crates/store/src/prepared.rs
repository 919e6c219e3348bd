//! The file that is to be signed or confirmed, made from one version of a draft.

use crate::blob::BlobKey;
use crate::draft_term;
use crate::error::StoreError;
use crate::row;
use crate::transaction::{Tx, exec, on};
use crate::ts::Ts;
use crate::waste;
use domain::ids::DraftId;
use jiff::Timestamp;
use uuid::Uuid;

const TABLE: &str = "prepared";

/// A file to be signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepared {
    /// Of which draft.
    pub draft: DraftId,
    /// The version of the draft it was made from; a later draft needs a new file.
    pub draft_version: i64,
    /// The PDF.
    pub file: BlobKey,
    /// The canonical JSON of the request inside it.
    pub request_json: Vec<u8>,
    /// When it was made.
    pub prepared_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    draft: Uuid,
    draft_version: i64,
    file: String,
    request_json: Vec<u8>,
    prepared_at: Ts,
}

impl TryFrom<Row> for Prepared {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Prepared, StoreError> {
        Ok(Prepared {
            draft: DraftId(row.draft),
            draft_version: row.draft_version,
            file: row::blob(TABLE, row.file)?,
            request_json: row.request_json,
            prepared_at: row.prepared_at.0,
        })
    }
}

/// Keeps the file, in place of an earlier one of the same draft. To make it ready is to work on the draft.
///
/// # Errors
/// Storage only.
pub async fn put(tx: &mut Tx, prepared: &Prepared) -> Result<(), StoreError> {
    waste::of_prepared(tx, prepared.draft, prepared.prepared_at).await?;
    draft_term::used(tx, prepared.draft, prepared.prepared_at).await?;
    exec!(
        tx,
        sqlx::query(
            "INSERT INTO prepared (draft, draft_version, file, request_json, prepared_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (draft) DO UPDATE SET draft_version = excluded.draft_version, file = excluded.file,
               request_json = excluded.request_json, prepared_at = excluded.prepared_at"
        )
        .bind(prepared.draft.0)
        .bind(prepared.draft_version)
        .bind(&prepared.file.0)
        .bind(&prepared.request_json)
        .bind(Ts(prepared.prepared_at))
    )?;
    Ok(())
}

/// The file of a draft.
///
/// # Errors
/// Storage only.
pub async fn get(tx: &mut Tx, draft: DraftId) -> Result<Option<Prepared>, StoreError> {
    row::one::<Row, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM prepared WHERE draft = $1")
        .bind(draft.0)
        .fetch_optional(c))?)
}
