//! Sealing: the worker gives waiting entries their places in the global sequence and chains a seal over them.

use super::NO_PREDECESSOR;
use super::record::{SealRecord, canonical, hash};
use crate::error::StoreError;
use crate::row;
use crate::transaction::{Link, Tx, exec, on};
use crate::ts::Ts;
use jiff::Timestamp;
use sha2::{Digest, Sha256};

/// Entries under one seal.
const SEAL_ENTRIES_MAX: i64 = 256;

/// A seal over a run of the global sequence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// Its number, from 1.
    pub n: i64,
    /// Global position of its first entry, from 1.
    pub first: i64,
    /// Global position of its last entry.
    pub last: i64,
    /// The global head, hex.
    pub hash: String,
}

/// Seals the entries that wait, up to a batch. `None` when nothing waits. Call it again until then.
///
/// # Errors
/// Storage only.
pub async fn seal(tx: &mut Tx, now: Timestamp) -> Result<Option<Seal>, StoreError> {
    if matches!(tx.link, Link::Pg(_)) {
        // One sealer at a time; on SQLite every write is alone.
        exec!(tx, sqlx::query("LOCK TABLE journal_seal IN SHARE ROW EXCLUSIVE MODE"))?;
    }
    let waiting: Vec<(i64, Vec<u8>)> = on!(tx, |c| sqlx::query_as(
        "SELECT e.id, e.hash FROM journal_queue q JOIN journal_entry e ON e.id = q.entry ORDER BY e.id LIMIT $1"
    )
    .bind(SEAL_ENTRIES_MAX)
    .fetch_all(c))?;
    if waiting.is_empty() {
        return Ok(None);
    }
    let previous: Option<(i64, i64, Vec<u8>)> =
        on!(tx, |c| sqlx::query_as("SELECT n, last_position, hash FROM journal_seal ORDER BY n DESC LIMIT 1")
            .fetch_optional(c))?;
    let (n, end, prev) = match previous {
        Some((n, last, hash)) => (n, last, row::fixed("journal_seal", &hash)?),
        None => (0, 0, NO_PREDECESSOR),
    };
    let mut root = Sha256::new();
    let mut last = end;
    for (entry, hash) in &waiting {
        last += 1;
        root.update(hash);
        exec!(
            tx,
            sqlx::query("INSERT INTO journal_position (position, entry) VALUES ($1, $2)").bind(last).bind(*entry)
        )?;
        exec!(tx, sqlx::query("DELETE FROM journal_queue WHERE entry = $1").bind(*entry))?;
    }
    let record = SealRecord {
        first: end + 1,
        last,
        n: n + 1,
        prev: hex::encode(prev),
        root: hex::encode(root.finalize()),
        sealed_at: Ts(now).text(),
    };
    let bytes = canonical(&record)?;
    let hash = hash(&bytes);
    exec!(
        tx,
        sqlx::query(
            "INSERT INTO journal_seal (n, first_position, last_position, bytes, hash) VALUES ($1, $2, $3, $4, $5)"
        )
        .bind(record.n)
        .bind(record.first)
        .bind(record.last)
        .bind(&bytes)
        .bind(hash.as_slice())
    )?;
    Ok(Some(Seal { n: record.n, first: record.first, last: record.last, hash: hex::encode(hash) }))
}
