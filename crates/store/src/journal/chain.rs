//! Verification of the chains: every entry's bytes, place, predecessor and commitments, and each case at the end of its chain.

use super::case::{self, Committed};
use super::record::{EntryRecord, canonical, commitment, hash};
use super::report::{Defect, Fault, Report};
use super::verify::Expected;
use super::{NO_PREDECESSOR, SYSTEM_CHAIN};
use crate::error::StoreError;
use crate::transaction::{Tx, on};
use crate::ts::Ts;
use std::collections::BTreeMap;

/// Entries read at a time.
const PAGE_ENTRIES: i64 = 256;

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    chain: String,
    seq: i64,
    act: String,
    actor: String,
    at: Ts,
    bytes: Vec<u8>,
    hash: Vec<u8>,
}

#[derive(sqlx::FromRow)]
struct SecretRow {
    entry: i64,
    what: String,
    salt: Vec<u8>,
    value: Vec<u8>,
}

/// A committed value that was opened: what -> (salt, canonical JSON).
pub(super) type Secrets = BTreeMap<String, (Vec<u8>, Vec<u8>)>;

/// Where the walk stands in one chain.
struct Place {
    chain: String,
    entry: i64,
    seq: i64,
    hash: Vec<u8>,
    /// What the case is compared with at the end.
    committed: Committed,
}

/// Walks every chain by its name, then by seq. The first fault ends the walk.
pub(super) async fn walk(
    tx: &mut Tx,
    report: &mut Report,
    expected: &mut Expected,
) -> Result<Option<Fault>, StoreError> {
    let mut place: Option<Place> = None;
    loop {
        let (chain, seq) = place.as_ref().map_or(("", 0), |place| (place.chain.as_str(), place.seq));
        let rows: Vec<Row> = on!(tx, |c| sqlx::query_as(
            "SELECT * FROM journal_entry WHERE (chain, seq) > ($1, $2) ORDER BY chain, seq LIMIT $3"
        )
        .bind(chain)
        .bind(seq)
        .bind(PAGE_ENTRIES)
        .fetch_all(c))?;
        if rows.is_empty() {
            break;
        }
        let mut secrets = secrets_of(tx, &rows).await?;
        for row in rows {
            if place.as_ref().is_none_or(|place| place.chain != row.chain) {
                if let Some(fault) = end_of_chain(tx, place.take()).await? {
                    return Ok(Some(fault));
                }
                report.chains += 1;
            }
            expected.see(&row.hash);
            report.entries += 1;
            let opened = secrets.remove(&row.id).unwrap_or_default();
            match step(place.take(), row, opened) {
                Ok(next) => place = Some(next),
                Err(fault) => return Ok(Some(fault)),
            }
        }
    }
    if let Some(fault) = end_of_chain(tx, place).await? {
        return Ok(Some(fault));
    }
    head_without_entries(tx).await
}

/// The committed values of a page of entries, by entry.
async fn secrets_of(tx: &mut Tx, rows: &[Row]) -> Result<BTreeMap<i64, Secrets>, StoreError> {
    let mut secrets: BTreeMap<i64, Secrets> = BTreeMap::new();
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return Ok(secrets) };
    let found: Vec<SecretRow> = on!(tx, |c| sqlx::query_as(
        "SELECT s.entry, s.what, s.salt, s.value FROM journal_secret s JOIN journal_entry e ON e.id = s.entry
         WHERE (e.chain, e.seq) >= ($1, $2) AND (e.chain, e.seq) <= ($3, $4)"
    )
    .bind(&first.chain)
    .bind(first.seq)
    .bind(&last.chain)
    .bind(last.seq)
    .fetch_all(c))?;
    for SecretRow { entry, what, salt, value } in found {
        secrets.entry(entry).or_default().insert(what, (salt, value));
    }
    Ok(secrets)
}

/// Checks one entry against the one before it in its chain.
fn step(before: Option<Place>, row: Row, opened: Secrets) -> Result<Place, Fault> {
    let fault = |what| Fault::of_entry(row.id, &row.chain, row.seq, what);
    let (last_seq, last_hash, mut committed) = match before {
        Some(place) => (place.seq, place.hash, place.committed),
        None => (0, NO_PREDECESSOR.to_vec(), Committed::default()),
    };
    if hash(&row.bytes).as_slice() != row.hash.as_slice() {
        return Err(fault(Defect::BytesChanged));
    }
    let record: EntryRecord = serde_json::from_slice(&row.bytes).map_err(|_| fault(Defect::NotARecord))?;
    if canonical(&record).ok().as_ref() != Some(&row.bytes) {
        return Err(fault(Defect::NotARecord));
    }
    let application = (row.chain != SYSTEM_CHAIN).then_some(row.chain.as_str());
    let same = record.act == row.act
        && record.actor == row.actor
        && record.at == row.at.text()
        && record.seq == row.seq
        && record.application.as_deref() == application;
    if !same {
        return Err(fault(Defect::ColumnsChanged));
    }
    if row.seq != last_seq + 1 {
        return Err(fault(Defect::EntryMissing(last_seq + 1)));
    }
    if record.prev != hex::encode(&last_hash) {
        return Err(fault(Defect::WrongPrevious));
    }
    for (what, committed) in &record.commitments {
        let fits = opened.get(what).is_some_and(|(salt, value)| commitment(salt, value) == *committed);
        if !fits {
            return Err(fault(Defect::CommitmentBroken(what.clone())));
        }
    }
    if let Some(what) = opened.keys().find(|what| !record.commitments.contains_key(*what)) {
        return Err(fault(Defect::CommitmentBroken(what.clone())));
    }
    if application.is_some() {
        committed.take(&record, &opened);
    }
    Ok(Place { entry: row.id, seq: row.seq, hash: row.hash, committed, chain: row.chain })
}

/// Checks the end of a chain against its head and against the case.
async fn end_of_chain(tx: &mut Tx, place: Option<Place>) -> Result<Option<Fault>, StoreError> {
    let Some(place) = place else { return Ok(None) };
    let fault = |what| Some(Fault::of_entry(place.entry, &place.chain, place.seq, what));
    let head: Option<(i64, Vec<u8>, Option<uuid::Uuid>)> =
        on!(tx, |c| sqlx::query_as("SELECT seq, hash, application FROM journal_head WHERE chain = $1")
            .bind(&place.chain)
            .fetch_optional(c))?;
    let Some((seq, hash, application)) = head else { return Ok(fault(Defect::HeadDiffers)) };
    let of = (place.chain != SYSTEM_CHAIN).then_some(place.chain.as_str());
    if seq != place.seq || hash != place.hash || application.map(|id| id.to_string()).as_deref() != of {
        return Ok(fault(Defect::HeadDiffers));
    }
    let Some(application) = application else { return Ok(None) };
    Ok(case::check(tx, application, &place.committed).await?.and_then(fault))
}

/// A head whose chain has no entry at all.
async fn head_without_entries(tx: &mut Tx) -> Result<Option<Fault>, StoreError> {
    let lost: Option<String> = on!(tx, |c| sqlx::query_scalar(
        "SELECT h.chain FROM journal_head h LEFT JOIN journal_entry e ON e.chain = h.chain AND e.seq = 1
         WHERE e.id IS NULL ORDER BY h.chain LIMIT 1"
    )
    .fetch_optional(c))?;
    Ok(lost.map(|chain| Fault::of_chain(&chain, Defect::HeadDiffers)))
}
