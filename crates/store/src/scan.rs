//! What the virus scanner says of enclosed files, by their bytes. A file waits until it is judged, once; a worker claims it for a time,
//! and when the worker dies the file is free again.

use crate::blob::BlobKey;
use crate::error::StoreError;
use crate::row::{self, bad};
use crate::transaction::{Tx, exec, on};
use crate::ts::Ts;
use domain::ids::DraftId;
use domain::scan::Scan;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;

const TABLE: &str = "scan";
const CLEAN: &str = "clean";
const INFECTED: &str = "infected";
const NOT_POSSIBLE: &str = "not_possible";

#[derive(sqlx::FromRow)]
struct Row {
    blob: String,
    attempts: i64,
    verdict: Option<String>,
    said: Option<String>,
    judged_at: Option<Ts>,
}

impl TryFrom<Row> for (BlobKey, Scan) {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<(BlobKey, Scan), StoreError> {
        let scan = match (row.verdict.as_deref(), row.judged_at) {
            (None, None) => Scan::Waiting,
            (Some(CLEAN), Some(Ts(at))) => Scan::Clean { at },
            (Some(INFECTED), Some(Ts(at))) => Scan::Infected { at, threat: row.said.unwrap_or_default() },
            (Some(NOT_POSSIBLE), Some(Ts(at))) => Scan::NotPossible { at },
            (verdict, _) => return Err(bad(TABLE, format_args!("no verdict {verdict:?}"))),
        };
        Ok((row::blob(TABLE, row.blob)?, scan))
    }
}

/// A file that a worker has claimed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claimed {
    /// Its bytes.
    pub blob: BlobKey,
    /// How often it was claimed, this time counted.
    pub attempts: i64,
}

/// Has these bytes looked at, where they were not before.
///
/// # Errors
/// Storage only.
pub async fn want(tx: &mut Tx, blob: &BlobKey, now: Timestamp) -> Result<(), StoreError> {
    exec!(
        tx,
        sqlx::query(
            "INSERT INTO scan (blob, asked_at, attempts, next_at) VALUES ($1, $2, 0, $2) ON CONFLICT DO NOTHING"
        )
        .bind(&blob.0)
        .bind(Ts(now))
    )?;
    Ok(())
}

/// Has every enclosed file looked at that was not before: those from a time without a scanner.
///
/// # Errors
/// Storage only.
pub async fn want_all(tx: &mut Tx, now: Timestamp) -> Result<u64, StoreError> {
    // The cast tells PostgreSQL the type of a value that only stands in a SELECT.
    let sql = tx.sql(
        "INSERT INTO scan (blob, asked_at, attempts, next_at)
         SELECT DISTINCT a.blob, $1::timestamptz, 0, $1::timestamptz FROM attachment a
         WHERE NOT EXISTS (SELECT 1 FROM scan s WHERE s.blob = a.blob) ON CONFLICT DO NOTHING",
        "INSERT INTO scan (blob, asked_at, attempts, next_at)
         SELECT DISTINCT a.blob, $1, 0, $1 FROM attachment a
         WHERE NOT EXISTS (SELECT 1 FROM scan s WHERE s.blob = a.blob) ON CONFLICT DO NOTHING",
    );
    Ok(exec!(tx, sqlx::query(sql).bind(Ts(now)))?)
}

macro_rules! claim_sql {
    ($lock:literal) => {
        concat!(
            "UPDATE scan SET next_at = $2, attempts = attempts + 1 WHERE blob IN (
               SELECT blob FROM scan WHERE next_at IS NOT NULL AND next_at <= $1 ORDER BY next_at, blob LIMIT 1",
            $lock,
            ") RETURNING *"
        )
    };
}

/// Takes the file that is due first, for `lease`: nobody else gets it before that.
///
/// # Errors
/// Storage only.
pub async fn claim(tx: &mut Tx, now: Timestamp, lease: SignedDuration) -> Result<Option<Claimed>, StoreError> {
    // SQLite: there is one writer at a time.
    let sql = tx.sql(claim_sql!(" FOR UPDATE SKIP LOCKED"), claim_sql!(""));
    let row: Option<Row> = on!(tx, |c| sqlx::query_as(sql).bind(Ts(now)).bind(Ts(now + lease)).fetch_optional(c))?;
    row.map(|row| Ok(Claimed { attempts: row.attempts, blob: row::blob(TABLE, row.blob)? })).transpose()
}

/// Notes what was said of a file, once. False when it was judged before: the first word stays.
///
/// # Errors
/// [`StoreError::BadRow`] for [`Scan::Waiting`], which says nothing.
pub async fn judge(tx: &mut Tx, blob: &BlobKey, scan: &Scan) -> Result<bool, StoreError> {
    let (verdict, said, at) = match scan {
        Scan::Waiting => return Err(bad(TABLE, "nothing was said")),
        Scan::Clean { at } => (CLEAN, None, *at),
        Scan::Infected { at, threat } => (INFECTED, Some(threat), *at),
        Scan::NotPossible { at } => (NOT_POSSIBLE, None, *at),
    };
    let rows = exec!(
        tx,
        sqlx::query(
            "UPDATE scan SET verdict = $2, said = $3, judged_at = $4, next_at = NULL
             WHERE blob = $1 AND verdict IS NULL"
        )
        .bind(&blob.0)
        .bind(verdict)
        .bind(said)
        .bind(Ts(at))
    )?;
    Ok(rows > 0)
}

/// Notes that a file could not be looked at now, and when to try again.
///
/// # Errors
/// Storage only.
pub async fn failed(tx: &mut Tx, blob: &BlobKey, next_at: Timestamp, why: &str) -> Result<(), StoreError> {
    exec!(
        tx,
        sqlx::query("UPDATE scan SET next_at = $2, said = $3 WHERE blob = $1 AND verdict IS NULL")
            .bind(&blob.0)
            .bind(Ts(next_at))
            .bind(why)
    )?;
    Ok(())
}

/// Nobody looks at files now: the try that began with this one counts for nothing, and every file waits until `next_at`.
///
/// # Errors
/// Storage only.
pub async fn rest(tx: &mut Tx, blob: &BlobKey, next_at: Timestamp, why: &str) -> Result<(), StoreError> {
    failed(tx, blob, next_at, why).await?;
    exec!(
        tx,
        sqlx::query("UPDATE scan SET attempts = attempts - 1 WHERE blob = $1 AND verdict IS NULL AND attempts > 0")
            .bind(&blob.0)
    )?;
    exec!(
        tx,
        sqlx::query("UPDATE scan SET next_at = $1 WHERE next_at IS NOT NULL AND next_at < $1").bind(Ts(next_at))
    )?;
    Ok(())
}

/// What is known of these bytes; `None` when nobody was asked.
///
/// # Errors
/// Storage only.
pub async fn get(tx: &mut Tx, blob: &BlobKey) -> Result<Option<Scan>, StoreError> {
    let row: Option<Row> =
        on!(tx, |c| sqlx::query_as("SELECT * FROM scan WHERE blob = $1").bind(&blob.0).fetch_optional(c))?;
    Ok(row::one::<Row, (BlobKey, Scan)>(row)?.map(|(_, scan)| scan))
}

/// What is known of the files of a draft.
///
/// # Errors
/// Storage only.
pub async fn of_draft(tx: &mut Tx, draft: DraftId) -> Result<BTreeMap<BlobKey, Scan>, StoreError> {
    let rows: Vec<Row> =
        on!(tx, |c| sqlx::query_as("SELECT * FROM scan WHERE blob IN (SELECT blob FROM attachment WHERE draft = $1)")
            .bind(draft.0)
            .fetch_all(c))?;
    Ok(row::all::<Row, (BlobKey, Scan)>(rows)?.into_iter().collect())
}

/// How the files are that wait.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Health {
    /// Not judged yet.
    pub waiting: i64,
    /// What went wrong last with one of them.
    pub last_error: Option<String>,
}

/// How many files wait, and what went wrong last.
///
/// # Errors
/// Storage only.
pub async fn health(tx: &mut Tx) -> Result<Health, StoreError> {
    let waiting: i64 =
        on!(tx, |c| sqlx::query_scalar("SELECT COUNT(*) FROM scan WHERE next_at IS NOT NULL").fetch_one(c))?;
    let last_error: Option<String> = on!(tx, |c| sqlx::query_scalar(
        "SELECT said FROM scan WHERE next_at IS NOT NULL AND said IS NOT NULL ORDER BY next_at DESC LIMIT 1"
    )
    .fetch_optional(c))?;
    Ok(Health { waiting, last_error })
}
