//! Proof of time: which signatures wait for a timestamp (RFC 3161), and which have theirs.
//!
//! The CMS as received stays as it is; the one with the token is a file beside it. Must never judge a token: that is `office` with `eds`.

use crate::blob::BlobKey;
use crate::error::StoreError;
use crate::row;
use crate::transaction::{Tx, exec, on};
use crate::ts::{Ts, maybe};
use domain::ids::ApplicationId;
use jiff::Timestamp;
use uuid::Uuid;

const TABLE: &str = "proof_time";

/// One signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProofTime {
    /// The CMS as it was received.
    pub proof: BlobKey,
    /// The case it belongs to.
    pub application: ApplicationId,
    /// When the authority is asked next.
    pub next_try: Timestamp,
    /// How often it was asked in vain.
    pub tries: i64,
    /// What it said the last time, for the log and the administrator.
    pub failure: Option<String>,
    /// The token, once it is there.
    pub token: Option<Stamped>,
}

/// The same signature with its token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamped {
    /// The CMS with the token as an unsigned attribute (CAdES-T).
    pub file: BlobKey,
    /// genTime of the token.
    pub at: Timestamp,
    /// Subject of the authority's certificate.
    pub authority: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    proof: String,
    application: Uuid,
    next_try: Ts,
    tries: i64,
    failure: Option<String>,
    stamped: Option<String>,
    stamped_at: Option<Ts>,
    authority: Option<String>,
}

impl TryFrom<Row> for ProofTime {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<ProofTime, StoreError> {
        let token = match (row.stamped, row.stamped_at, row.authority) {
            (Some(file), Some(at), Some(authority)) => {
                Some(Stamped { file: row::blob(TABLE, file)?, at: at.0, authority })
            }
            _ => None,
        };
        Ok(ProofTime {
            proof: row::blob(TABLE, row.proof)?,
            application: ApplicationId(row.application),
            next_try: row.next_try.0,
            tries: row.tries,
            failure: row.failure,
            token,
        })
    }
}

/// A signature was received: from now on it waits. The same octets received twice wait once.
///
/// # Errors
/// Storage only.
pub async fn wait(tx: &mut Tx, proof: &BlobKey, application: ApplicationId, now: Timestamp) -> Result<(), StoreError> {
    exec!(
        tx,
        sqlx::query(
            "INSERT INTO proof_time (proof, application, next_try, tries) VALUES ($1, $2, $3, 0) ON CONFLICT DO NOTHING"
        )
        .bind(&proof.0)
        .bind(application.0)
        .bind(Ts(now))
    )?;
    Ok(())
}

/// Up to `limit` that wait and whose time has come, the longest waiting first.
///
/// # Errors
/// Storage only.
pub async fn due(tx: &mut Tx, now: Timestamp, limit: i64) -> Result<Vec<ProofTime>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| sqlx::query_as(
        "SELECT * FROM proof_time WHERE stamped IS NULL AND next_try <= $1 ORDER BY next_try LIMIT $2"
    )
    .bind(Ts(now))
    .bind(limit)
    .fetch_all(c))?)
}

/// The one of a signature.
///
/// # Errors
/// Storage only.
pub async fn get(tx: &mut Tx, proof: &BlobKey) -> Result<Option<ProofTime>, StoreError> {
    row::one::<Row, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM proof_time WHERE proof = $1")
        .bind(&proof.0)
        .fetch_optional(c))?)
}

/// How many wait, and what the authority said the last time it gave none.
///
/// # Errors
/// Storage only.
pub async fn waiting(tx: &mut Tx) -> Result<(i64, Option<String>), StoreError> {
    let count: i64 =
        on!(tx, |c| sqlx::query_scalar("SELECT COUNT(*) FROM proof_time WHERE stamped IS NULL").fetch_one(c))?;
    let said: Option<Option<String>> = on!(tx, |c| {
        sqlx::query_scalar(
        "SELECT failure FROM proof_time WHERE stamped IS NULL AND failure IS NOT NULL ORDER BY next_try DESC LIMIT 1"
    )
    .fetch_optional(c)
    })?;
    Ok((count, said.flatten()))
}

/// The authority gave none: it is asked again at `next_try`.
///
/// # Errors
/// Storage only.
pub async fn postpone(tx: &mut Tx, proof: &BlobKey, next_try: Timestamp, failure: &str) -> Result<(), StoreError> {
    exec!(
        tx,
        sqlx::query(
            "UPDATE proof_time SET next_try = $2, tries = tries + 1, failure = $3 WHERE proof = $1 AND stamped IS NULL"
        )
        .bind(&proof.0)
        .bind(Ts(next_try))
        .bind(failure)
    )?;
    Ok(())
}

/// The token is there. False: it was there before.
///
/// # Errors
/// Storage only.
pub async fn stamp(tx: &mut Tx, proof: &BlobKey, stamped: &Stamped) -> Result<bool, StoreError> {
    let rows = exec!(
        tx,
        sqlx::query(
            "UPDATE proof_time SET stamped = $2, stamped_at = $3, authority = $4, failure = NULL
             WHERE proof = $1 AND stamped IS NULL"
        )
        .bind(&proof.0)
        .bind(&stamped.file.0)
        .bind(maybe(Some(stamped.at)))
        .bind(&stamped.authority)
    )?;
    Ok(rows > 0)
}
