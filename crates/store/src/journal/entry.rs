//! Appending an entry to its chain, and the timeline of an application.

use super::record::{EntryRecord, SALT_BYTES, canonical, commitment, hash};
use super::{Hash, NO_PREDECESSOR, SYSTEM_CHAIN};
use crate::error::StoreError;
use crate::row;
use crate::transaction::{Tx, exec, on};
use crate::ts::Ts;
use domain::actor::Actor;
use domain::ids::{ApplicationId, OfficerId};
use domain::moment::Moment;
use jiff::Timestamp;
use std::collections::BTreeMap;

/// What is to be remembered of an act.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// The case; `None` for the chain `system`.
    pub application: Option<ApplicationId>,
    /// Stable name of the act.
    pub act: &'a str,
    /// Who did it.
    pub actor: &'a Actor,
    /// When.
    pub at: Timestamp,
    /// What -> value. Only salted commitments enter the chain; the values are kept beside it. The first act on a
    /// case is [`super::SEND`] with [`super::sending`]; a later one commits its new state as `state`, the paper it made as `file`,
    /// a new detail of the proof as `verdict`. [`super::verify`] compares them with the case.
    pub commitments: BTreeMap<String, serde_json::Value>,
}

/// The end of a chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The application's id, or `system`.
    pub chain: String,
    /// Entries in the chain.
    pub seq: i64,
    /// Hash of the last one, hex.
    pub hash: String,
}

/// An entry as a person reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineEntry {
    /// Place in the chain, from 1.
    pub seq: i64,
    /// Stable name of the act.
    pub act: String,
    /// `Actor::journal_id`.
    pub actor: String,
    /// When.
    pub at: Timestamp,
    /// Who was away, where a substitute did it for them.
    pub for_whom: Option<OfficerId>,
}

/// What the entry of a substitute's act commits to: for whom.
const FOR_WHOM: &str = "for_whom";

/// Appends to the chain, in the transaction of the act itself. The salts come from `moment`.
///
/// # Errors
/// Storage only.
pub async fn append(tx: &mut Tx, entry: &Entry<'_>, moment: &Moment) -> Result<Head, StoreError> {
    let chain = entry.application.map_or_else(|| SYSTEM_CHAIN.to_owned(), |id| id.to_string());
    let (seq, prev) = next_place(tx, &chain, entry.application).await?;
    let mut facts = entry.commitments.clone();
    facts.extend(for_whom(tx, entry).await?);
    let mut commitments = BTreeMap::new();
    let mut secrets = Vec::with_capacity(facts.len());
    for (what, value) in &facts {
        let value = canonical(value)?;
        let random = moment.bytes(&format!("journal salt {chain} {seq} {what}"));
        let salt: Vec<u8> = random.into_iter().take(SALT_BYTES).collect();
        commitments.insert(what.clone(), commitment(&salt, &value));
        secrets.push((what.as_str(), salt, value));
    }
    let record = EntryRecord {
        act: entry.act.to_owned(),
        actor: entry.actor.journal_id(),
        application: entry.application.map(|id| id.to_string()),
        at: Ts(entry.at).text(),
        commitments,
        prev: hex::encode(prev),
        seq,
    };
    let bytes = canonical(&record)?;
    let hash = hash(&bytes);
    let id: i64 = on!(tx, |c| {
        sqlx::query_scalar(
        "INSERT INTO journal_entry (chain, seq, act, actor, at, bytes, hash) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id"
    )
    .bind(&chain)
    .bind(seq)
    .bind(entry.act)
    .bind(&record.actor)
    .bind(Ts(entry.at))
    .bind(&bytes)
    .bind(hash.as_slice())
    .fetch_one(c)
    })?;
    for (what, salt, value) in secrets {
        exec!(
            tx,
            sqlx::query("INSERT INTO journal_secret (entry, what, salt, value) VALUES ($1, $2, $3, $4)")
                .bind(id)
                .bind(what)
                .bind(&salt)
                .bind(&value)
        )?;
    }
    exec!(tx, sqlx::query("INSERT INTO journal_queue (entry) VALUES ($1)").bind(id))?;
    exec!(tx, sqlx::query("UPDATE journal_head SET hash = $2 WHERE chain = $1").bind(&chain).bind(hash.as_slice()))?;
    Ok(Head { chain, seq, hash: hex::encode(hash) })
}

/// Here and not in each act: no act can forget to say that it was done for somebody who is away.
async fn for_whom(tx: &mut Tx, entry: &Entry<'_>) -> Result<Option<(String, serde_json::Value)>, StoreError> {
    let (Some(case), Actor::Staff { officer, .. }) = (entry.application, entry.actor) else { return Ok(None) };
    let away = crate::leave::acts_for(tx, case, *officer, entry.at).await?;
    Ok(away.map(|away| (FOR_WHOM.to_owned(), serde_json::Value::String(away.to_string()))))
}

/// Takes the next place of a chain: its number and the hash before it. The chain is locked until the transaction ends.
async fn next_place(tx: &mut Tx, chain: &str, application: Option<ApplicationId>) -> Result<(i64, Hash), StoreError> {
    let (seq, prev): (i64, Vec<u8>) = on!(tx, |c| sqlx::query_as(
        "INSERT INTO journal_head (chain, application, seq, hash) VALUES ($1, $2, 1, $3)
         ON CONFLICT (chain) DO UPDATE SET seq = journal_head.seq + 1 RETURNING seq, hash"
    )
    .bind(chain)
    .bind(application.map(|id| id.0))
    .bind(NO_PREDECESSOR.as_slice())
    .fetch_one(c))?;
    Ok((seq, row::fixed("journal_head", &prev)?))
}

/// Place, act, actor, when, and the JSON of for whom.
type TimelineRow = (i64, String, String, Ts, Option<Vec<u8>>);

/// What was done to a case, oldest first.
///
/// # Errors
/// Storage only.
pub async fn of_application(tx: &mut Tx, application: ApplicationId) -> Result<Vec<TimelineEntry>, StoreError> {
    let rows: Vec<TimelineRow> = on!(tx, |c| sqlx::query_as(
        "SELECT seq, act, actor, at, value FROM journal_entry LEFT JOIN journal_secret ON entry = id AND what = $2
         WHERE chain = $1 ORDER BY seq"
    )
    .bind(application.to_string())
    .bind(FOR_WHOM)
    .fetch_all(c))?;
    let named = |value: Vec<u8>| serde_json::from_slice::<OfficerId>(&value).ok();
    let line = |(seq, act, actor, at, value): TimelineRow| TimelineEntry {
        seq,
        act,
        actor,
        at: at.0,
        for_whom: value.and_then(named),
    };
    Ok(rows.into_iter().map(line).collect())
}
