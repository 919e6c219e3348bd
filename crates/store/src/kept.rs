//! What a person had typed when the session expired, encrypted by the caller, kept until they sign in again.

use crate::error::StoreError;
use crate::row;
use crate::transaction::{Tx, exec, on};
use crate::ts::Ts;
use jiff::Timestamp;

const TABLE: &str = "kept_post";

/// A form that could not be accepted yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptPost {
    /// SHA-256 of the key in the person's cookie.
    pub id: [u8; 32],
    /// Where it was posted to.
    pub path: String,
    /// The form, encrypted by the caller.
    pub body: Vec<u8>,
    /// Worth nothing from here on; the caller compares.
    pub expires_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Vec<u8>,
    path: String,
    body: Vec<u8>,
    expires_at: Ts,
}

impl TryFrom<Row> for KeptPost {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<KeptPost, StoreError> {
        let id = row::fixed(TABLE, &row.id)?;
        Ok(KeptPost { id, path: row.path, body: row.body, expires_at: row.expires_at.0 })
    }
}

/// Keeps a form.
///
/// # Errors
/// [`StoreError::Conflict`] when the id exists.
pub async fn insert(tx: &mut Tx, post: &KeptPost) -> Result<(), StoreError> {
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO kept_post (id, path, body, expires_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING"
        )
        .bind(post.id.as_slice())
        .bind(&post.path)
        .bind(&post.body)
        .bind(Ts(post.expires_at))
    )?;
    row::inserted(TABLE, rows)
}

/// Takes a form out: it is given once.
///
/// # Errors
/// Storage only.
pub async fn take(tx: &mut Tx, id: &[u8; 32]) -> Result<Option<KeptPost>, StoreError> {
    row::one::<Row, _>(on!(tx, |c| sqlx::query_as("DELETE FROM kept_post WHERE id = $1 RETURNING *")
        .bind(id.as_slice())
        .fetch_optional(c))?)
}

/// Removes what has expired.
///
/// # Errors
/// Storage only.
pub async fn purge(tx: &mut Tx, now: Timestamp) -> Result<u64, StoreError> {
    Ok(exec!(tx, sqlx::query("DELETE FROM kept_post WHERE expires_at <= $1").bind(Ts(now)))?)
}
