//! Notices to other bodies that wait to be taken, written in the transaction of the act that they tell of.
//!
//! A worker claims one for a time; when it dies the notice is free again, so it is sent at least once, always with the same id and the
//! same bytes. What was written is committed in the journal; nothing is sent from here.

use crate::error::StoreError;
use crate::row::{self, bad};
use crate::transaction::{Tx, exec, on};
use crate::ts::{Ts, maybe};
use domain::ids::ApplicationId;
use domain::outgoing::Outgoing;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

const TABLE: &str = "outgoing";

/// A notice.
#[derive(Clone, PartialEq, Eq)]
pub struct Notice {
    /// Id: the receiver knows by it that it has the notice already.
    pub id: Uuid,
    /// The case whose record it tells of.
    pub application: ApplicationId,
    /// Which.
    pub kind: Outgoing,
    /// The JSON that is sent, byte for byte.
    pub body: Vec<u8>,
    /// When it was written.
    pub created_at: Timestamp,
    /// How often a worker has claimed it.
    pub attempts: i64,
    /// Not claimed before.
    pub next_at: Timestamp,
    /// When the receiver took it.
    pub taken_at: Option<Timestamp>,
    /// What went wrong last time.
    pub last_error: Option<String>,
}

impl std::fmt::Debug for Notice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Notice({}, {})", self.id, self.kind.as_str())
    }
}

impl Notice {
    /// What the journal commits to: all that stays as it was written.
    pub(crate) fn facts(&self) -> Value {
        let (id, at) = (self.id.to_string(), Ts(self.created_at).text());
        let sha256 = hex::encode(Sha256::digest(&self.body));
        json!({ "id": id, "kind": self.kind.as_str(), "sha256": sha256, "written_at": at })
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    application: Uuid,
    kind: String,
    body: Vec<u8>,
    created_at: Ts,
    attempts: i64,
    next_at: Ts,
    taken_at: Option<Ts>,
    last_error: Option<String>,
}

impl TryFrom<Row> for Notice {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Notice, StoreError> {
        let kind = Outgoing::from_name(&row.kind).ok_or_else(|| bad(TABLE, format_args!("no kind {:?}", row.kind)))?;
        Ok(Notice {
            id: row.id,
            application: ApplicationId(row.application),
            kind,
            body: row.body,
            created_at: row.created_at.0,
            attempts: row.attempts,
            next_at: row.next_at.0,
            taken_at: row.taken_at.map(|at| at.0),
            last_error: row.last_error,
        })
    }
}

/// Adds a notice.
///
/// # Errors
/// [`StoreError::Conflict`] when the id exists.
pub async fn insert(tx: &mut Tx, own: &Notice) -> Result<(), StoreError> {
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO outgoing (id, application, kind, body, created_at, attempts, next_at, taken_at, last_error)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING"
        )
        .bind(own.id)
        .bind(own.application.0)
        .bind(own.kind.as_str())
        .bind(&own.body)
        .bind(Ts(own.created_at))
        .bind(own.attempts)
        .bind(Ts(own.next_at))
        .bind(maybe(own.taken_at))
        .bind(&own.last_error)
    )?;
    row::inserted(TABLE, rows)
}

macro_rules! claim_sql {
    ($lock:literal) => {
        concat!(
            "UPDATE outgoing SET next_at = $3, attempts = attempts + 1 WHERE id IN (
               SELECT id FROM outgoing o WHERE kind = $1 AND taken_at IS NULL AND next_at <= $2
                 AND NOT EXISTS (SELECT 1 FROM outgoing e WHERE e.application = o.application AND e.kind = o.kind
                                  AND e.taken_at IS NULL AND (e.created_at < o.created_at OR (e.created_at = o.created_at AND e.id < o.id)))
               ORDER BY next_at, id LIMIT 1",
            $lock,
            ") RETURNING *"
        )
    };
}

/// Takes the notice of this kind that is due first, for `lease`: nobody else gets it before that. Notices of one case go in their order: what
/// annuls a record waits until the receiver has the record.
///
/// # Errors
/// Storage only.
pub async fn claim(
    tx: &mut Tx,
    kind: Outgoing,
    now: Timestamp,
    lease: SignedDuration,
) -> Result<Option<Notice>, StoreError> {
    // SQLite: there is one writer at a time.
    let sql = tx.sql(claim_sql!(" FOR UPDATE SKIP LOCKED"), claim_sql!(""));
    let row: Option<Row> =
        on!(tx, |c| sqlx::query_as(sql).bind(kind.as_str()).bind(Ts(now)).bind(Ts(now + lease)).fetch_optional(c))?;
    row.map(Notice::try_from).transpose()
}

/// Notes that the receiver has it. False when that was noted before.
///
/// # Errors
/// Storage only.
pub async fn taken(tx: &mut Tx, id: Uuid, at: Timestamp) -> Result<bool, StoreError> {
    let rows = exec!(
        tx,
        sqlx::query("UPDATE outgoing SET taken_at = $2, last_error = NULL WHERE id = $1 AND taken_at IS NULL")
            .bind(id)
            .bind(Ts(at))
    )?;
    Ok(rows > 0)
}

/// Notes that the receiver did not take it, and when to try again.
///
/// # Errors
/// Storage only.
pub async fn failed(tx: &mut Tx, id: Uuid, next_at: Timestamp, error: &str) -> Result<(), StoreError> {
    exec!(
        tx,
        sqlx::query("UPDATE outgoing SET next_at = $2, last_error = $3 WHERE id = $1 AND taken_at IS NULL")
            .bind(id)
            .bind(Ts(next_at))
            .bind(error)
    )?;
    Ok(())
}

/// Leaves every waiting notice of a kind alone until `next_at`: its receiver cannot be reached.
///
/// # Errors
/// Storage only.
pub async fn rest(tx: &mut Tx, kind: Outgoing, next_at: Timestamp) -> Result<(), StoreError> {
    exec!(
        tx,
        sqlx::query("UPDATE outgoing SET next_at = $2 WHERE kind = $1 AND taken_at IS NULL AND next_at < $2")
            .bind(kind.as_str())
            .bind(Ts(next_at))
    )?;
    Ok(())
}

/// The notices of a case, by kind.
///
/// # Errors
/// Storage only.
pub async fn of(tx: &mut Tx, application: ApplicationId) -> Result<Vec<Notice>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| sqlx::query_as(
        "SELECT * FROM outgoing WHERE application = $1 ORDER BY created_at, kind"
    )
    .bind(application.0)
    .fetch_all(c))?)
}

/// How the notices of a kind are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Health {
    /// Not taken yet.
    pub waiting: i64,
    /// What went wrong last with one of them.
    pub last_error: Option<String>,
}

/// How many notices of a kind wait, and what went wrong last.
///
/// # Errors
/// Storage only.
pub async fn health(tx: &mut Tx, kind: Outgoing) -> Result<Health, StoreError> {
    let waiting: i64 =
        on!(tx, |c| sqlx::query_scalar("SELECT COUNT(*) FROM outgoing WHERE kind = $1 AND taken_at IS NULL")
            .bind(kind.as_str())
            .fetch_one(c))?;
    let last_error: Option<String> = on!(tx, |c| sqlx::query_scalar(
        "SELECT last_error FROM outgoing WHERE kind = $1 AND taken_at IS NULL AND last_error IS NOT NULL
         ORDER BY next_at DESC LIMIT 1"
    )
    .bind(kind.as_str())
    .fetch_optional(c))?;
    Ok(Health { waiting, last_error })
}
