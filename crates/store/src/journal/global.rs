//! Verification of the global sequence: every seal's bytes, predecessor, positions and root, and no entry left out.

use super::NO_PREDECESSOR;
use super::record::{SealRecord, canonical, hash};
use super::report::{Defect, Fault, Report};
use super::verify::Expected;
use crate::error::StoreError;
use crate::transaction::{Tx, on};
use sha2::{Digest, Sha256};

/// Seals read at a time.
const PAGE_SEALS: i64 = 256;

#[derive(sqlx::FromRow)]
struct Row {
    n: i64,
    first_position: i64,
    last_position: i64,
    bytes: Vec<u8>,
    hash: Vec<u8>,
}

/// The end of the seals read so far.
struct End {
    n: i64,
    last: i64,
    hash: Vec<u8>,
}

/// Walks every seal in order, then looks for entries that none covers.
pub(super) async fn walk(
    tx: &mut Tx,
    report: &mut Report,
    expected: &mut Expected,
) -> Result<Option<Fault>, StoreError> {
    let mut end = End { n: 0, last: 0, hash: NO_PREDECESSOR.to_vec() };
    loop {
        let rows: Vec<Row> =
            on!(tx, |c| sqlx::query_as("SELECT * FROM journal_seal WHERE n > $1 ORDER BY n LIMIT $2")
                .bind(end.n)
                .bind(PAGE_SEALS)
                .fetch_all(c))?;
        if rows.is_empty() {
            break;
        }
        for row in rows {
            expected.see(&row.hash);
            report.seals += 1;
            let record = match record_of(&row, &end) {
                Ok(record) => record,
                Err(fault) => return Ok(Some(fault)),
            };
            if let Some(fault) = check_root(tx, &record).await? {
                return Ok(Some(fault));
            }
            end = End { n: row.n, last: row.last_position, hash: row.hash };
            report.head = Some(hex::encode(&end.hash));
        }
    }
    let (unsealed,): (i64,) = on!(tx, |c| sqlx::query_as("SELECT count(*) FROM journal_queue").fetch_one(c))?;
    report.unsealed = u64::try_from(unsealed).unwrap_or(0);
    strays(tx, &end).await
}

/// The record of a seal, if its bytes hold and it follows `end`.
fn record_of(row: &Row, end: &End) -> Result<SealRecord, Fault> {
    let fault = |what| Fault::of_seal(row.n, None, what);
    if hash(&row.bytes).as_slice() != row.hash.as_slice() {
        return Err(fault(Defect::BytesChanged));
    }
    let record: SealRecord = serde_json::from_slice(&row.bytes).map_err(|_| fault(Defect::NotARecord))?;
    if canonical(&record).ok().as_ref() != Some(&row.bytes) {
        return Err(fault(Defect::NotARecord));
    }
    if (record.n, record.first, record.last) != (row.n, row.first_position, row.last_position) {
        return Err(fault(Defect::ColumnsChanged));
    }
    if record.n != end.n + 1 {
        return Err(fault(Defect::SealMissing(end.n + 1)));
    }
    if record.prev != hex::encode(&end.hash) {
        return Err(fault(Defect::WrongPrevious));
    }
    if record.first != end.last + 1 || record.last < record.first {
        return Err(fault(Defect::PositionsChanged));
    }
    Ok(record)
}

/// Compares the entries at the seal's positions with its root.
async fn check_root(tx: &mut Tx, record: &SealRecord) -> Result<Option<Fault>, StoreError> {
    let covered: Vec<(i64, i64, Option<Vec<u8>>)> = on!(tx, |c| sqlx::query_as(
        "SELECT p.position, p.entry, e.hash FROM journal_position p LEFT JOIN journal_entry e ON e.id = p.entry
         WHERE p.position BETWEEN $1 AND $2 ORDER BY p.position"
    )
    .bind(record.first)
    .bind(record.last)
    .fetch_all(c))?;
    let mut root = Sha256::new();
    let mut next = record.first;
    for (position, entry, hash) in covered {
        let Some(hash) = hash.filter(|_| position == next) else {
            return Ok(Some(Fault::of_seal(record.n, Some(entry), Defect::PositionsChanged)));
        };
        root.update(&hash);
        next += 1;
    }
    if next != record.last + 1 {
        return Ok(Some(Fault::of_seal(record.n, None, Defect::PositionsChanged)));
    }
    let same = record.root == hex::encode(root.finalize());
    Ok(if same { None } else { Some(Fault::of_seal(record.n, None, Defect::RootDiffers)) })
}

/// Positions after the last seal, and entries that are neither sealed nor waiting, or both.
async fn strays(tx: &mut Tx, end: &End) -> Result<Option<Fault>, StoreError> {
    let outside: Option<i64> = on!(tx, |c| sqlx::query_scalar(
        "SELECT entry FROM journal_position WHERE position > $1 OR position < 1 ORDER BY position LIMIT 1"
    )
    .bind(end.last)
    .fetch_optional(c))?;
    if let Some(entry) = outside {
        return Ok(Some(Fault { entry: Some(entry), what: Defect::PositionsChanged, ..Fault::default() }));
    }
    let lost: Option<(i64, String, i64)> = on!(tx, |c| sqlx::query_as(
        "SELECT e.id, e.chain, e.seq FROM journal_entry e
         LEFT JOIN journal_position p ON p.entry = e.id LEFT JOIN journal_queue q ON q.entry = e.id
         WHERE (p.entry IS NULL) = (q.entry IS NULL) ORDER BY e.id LIMIT 1"
    )
    .fetch_optional(c))?;
    Ok(lost.map(|(id, chain, seq)| Fault::of_entry(id, &chain, seq, Defect::PlaceLost)))
}
