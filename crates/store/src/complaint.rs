//! Complaints: what was written and signed, and where each stands.
//!
//! Which answer may follow is `domain::complaint`'s to say. The state of a complaint is committed to in the chain of its application.

use crate::blob::BlobKey;
use crate::error::StoreError;
use crate::row::{self, bad};
use crate::transaction::{Tx, exec, on};
use crate::ts::{Ts, maybe};
use domain::complaint::{Complaint, ComplaintState};
use domain::confirmation::ConfirmationKind;
use domain::ids::{AccountId, ApplicationId, MissionId};
use jiff::Timestamp;
use uuid::Uuid;

const TABLE: &str = "complaint";

/// A complaint with its proof.
#[derive(Clone, Debug)]
pub struct Filed {
    /// Id.
    pub id: Uuid,
    /// The application it is about.
    pub application: ApplicationId,
    /// Whose.
    pub account: AccountId,
    /// With which mission it is filed.
    pub mission: MissionId,
    /// Where it stands.
    pub state: ComplaintState,
    /// Counts the changes; the store adds one at each.
    pub version: i64,
    /// What was written; stored as its canonical JSON (RFC 8785).
    pub body: Complaint,
    /// The file that is signed or confirmed.
    pub file: BlobKey,
    /// How, once it was.
    pub proof: Option<Proof>,
    /// When it was written.
    pub created_at: Timestamp,
    /// When it was filed, and the terms that follow.
    pub terms: Option<Terms>,
    /// The person was told that the term passed without a decision.
    pub silence_told: bool,
}

/// How a complaint was confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// Signed or confirmed.
    pub confirmation: ConfirmationKind,
    /// The CMS or the seal.
    pub file: BlobKey,
    /// The verdict or the statement of the one-time password.
    pub detail: serde_json::Value,
    /// Revocation data is missing: a job asks again.
    pub awaits_nca: bool,
}

/// The terms of a filed complaint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// When it was filed.
    pub filed_at: Timestamp,
    /// Until when the mission satisfies or forwards it (APPC 91(4)).
    pub forward_by: Timestamp,
    /// Until when it is decided (Law on public services 25(2)).
    pub decide_by: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    application: Uuid,
    account: Uuid,
    mission: String,
    state: String,
    state_kind: String,
    version: i64,
    body: Vec<u8>,
    file: String,
    confirmation: Option<String>,
    proof: Option<String>,
    proof_detail: Option<String>,
    awaits_nca: Option<bool>,
    created_at: Ts,
    filed_at: Option<Ts>,
    forward_by: Option<Ts>,
    decide_by: Option<Ts>,
    silence_told: Option<bool>,
}

impl TryFrom<Row> for Filed {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Filed, StoreError> {
        let state: ComplaintState = row::from_json(TABLE, &row.state)?;
        if state.as_str() != row.state_kind {
            return Err(bad(TABLE, format_args!("{}: the state is not {:?}", row.id, row.state_kind)));
        }
        let proof = match (row.confirmation, row.proof, row.proof_detail) {
            (Some(confirmation), Some(file), Some(detail)) => Some(Proof {
                confirmation: row::from_name(TABLE, &confirmation)?,
                file: row::blob(TABLE, file)?,
                detail: row::from_json(TABLE, &detail)?,
                awaits_nca: row.awaits_nca.unwrap_or_default(),
            }),
            _ => None,
        };
        let terms = match (row.filed_at, row.forward_by, row.decide_by) {
            (Some(filed), Some(forward), Some(decide)) => {
                Some(Terms { filed_at: filed.0, forward_by: forward.0, decide_by: decide.0 })
            }
            _ => None,
        };
        Ok(Filed {
            id: row.id,
            application: ApplicationId(row.application),
            account: AccountId(row.account),
            mission: MissionId(row.mission),
            state,
            version: row.version,
            body: serde_json::from_slice(&row.body).map_err(|error| bad(TABLE, error))?,
            file: row::blob(TABLE, row.file)?,
            proof,
            created_at: row.created_at.0,
            terms,
            silence_told: row.silence_told.unwrap_or_default(),
        })
    }
}

/// Keeps a complaint that is written and not signed, in place of an earlier draft of the same id.
///
/// # Errors
/// [`StoreError::Conflict`] when the application has another open complaint, or this one was filed.
pub async fn put_draft(tx: &mut Tx, own: &Filed) -> Result<(), StoreError> {
    let body = serde_json_canonicalizer::to_vec(&own.body).map_err(|error| bad(TABLE, error))?;
    let state = row::to_json(TABLE, &ComplaintState::Draft)?;
    exec!(tx, sqlx::query("DELETE FROM complaint WHERE id = $1 AND state_kind = 'draft'").bind(own.id))?;
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO complaint (id, application, account, mission, state, state_kind, is_open, version, body, file, created_at)
             VALUES ($1, $2, $3, $4, $5, 'draft', $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING"
        )
        .bind(own.id)
        .bind(own.application.0)
        .bind(own.account.0)
        .bind(&own.mission.0)
        .bind(&state)
        .bind(true)
        .bind(own.version)
        .bind(&body)
        .bind(&own.file.0)
        .bind(Ts(own.created_at))
    )?;
    row::inserted(TABLE, rows)
}

/// The complaint of `id`.
///
/// # Errors
/// Storage only.
pub async fn get(tx: &mut Tx, id: Uuid) -> Result<Option<Filed>, StoreError> {
    let sql =
        tx.sql_locking("SELECT * FROM complaint WHERE id = $1 FOR UPDATE", "SELECT * FROM complaint WHERE id = $1");
    row::one::<Row, _>(on!(tx, |c| sqlx::query_as(sql).bind(id).fetch_optional(c))?)
}

/// The complaints about an application, the first one first.
///
/// # Errors
/// Storage only.
pub async fn of(tx: &mut Tx, application: ApplicationId) -> Result<Vec<Filed>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| sqlx::query_as(
        "SELECT * FROM complaint WHERE application = $1 ORDER BY created_at, id"
    )
    .bind(application.0)
    .fetch_all(c))?)
}

/// Up to `limit` filed complaints in one state, those of one mission or (for `None`) of all, the oldest first.
///
/// # Errors
/// Storage only.
pub async fn in_state(
    tx: &mut Tx,
    state_kind: &str,
    mission: Option<&MissionId>,
    limit: i64,
) -> Result<Vec<Filed>, StoreError> {
    let rows: Vec<Row> = match mission {
        Some(mission) => on!(tx, |c| sqlx::query_as(
            "SELECT * FROM complaint WHERE state_kind = $1 AND mission = $2 ORDER BY filed_at, id LIMIT $3"
        )
        .bind(state_kind)
        .bind(&mission.0)
        .bind(limit)
        .fetch_all(c))?,
        None => {
            on!(tx, |c| sqlx::query_as("SELECT * FROM complaint WHERE state_kind = $1 ORDER BY filed_at, id LIMIT $2")
                .bind(state_kind)
                .bind(limit)
                .fetch_all(c))?
        }
    };
    row::all(rows)
}

/// Those whose EDS waits for the NCA, the oldest first: which, and its case. A row that cannot be read keeps no other waiting.
///
/// # Errors
/// Storage only.
pub async fn awaiting(tx: &mut Tx) -> Result<Vec<(Uuid, ApplicationId)>, StoreError> {
    let rows: Vec<(Uuid, Uuid)> =
        on!(tx, |c| sqlx::query_as("SELECT id, application FROM complaint WHERE awaits_nca ORDER BY filed_at, id")
            .fetch_all(c))?;
    Ok(rows.into_iter().map(|(id, application)| (id, ApplicationId(application))).collect())
}

/// Up to `limit` complaints whose term passed without a decision and whose person was not told: which, and its case.
///
/// # Errors
/// Storage only.
pub async fn silent(tx: &mut Tx, now: Timestamp, limit: i64) -> Result<Vec<(Uuid, ApplicationId)>, StoreError> {
    let rows: Vec<(Uuid, Uuid)> = on!(tx, |c| sqlx::query_as(
        "SELECT id, application FROM complaint WHERE is_open AND silence_told IS NULL AND decide_by < $1
         ORDER BY decide_by, id LIMIT $2"
    )
    .bind(Ts(now))
    .bind(limit)
    .fetch_all(c))?;
    Ok(rows.into_iter().map(|(id, application)| (id, ApplicationId(application))).collect())
}

/// The person was told of it. False when they were before, or it was answered. Who reads the complaint meanwhile is not disturbed.
///
/// # Errors
/// Storage only.
pub async fn told_of_silence(tx: &mut Tx, id: Uuid) -> Result<bool, StoreError> {
    let rows = exec!(
        tx,
        sqlx::query("UPDATE complaint SET silence_told = $2 WHERE id = $1 AND is_open AND silence_told IS NULL")
            .bind(id)
            .bind(true)
    )?;
    Ok(rows > 0)
}

/// The engine has looked again and decided. False when it had before. Who reads the complaint meanwhile is not disturbed.
///
/// # Errors
/// Storage only.
pub async fn judged(tx: &mut Tx, id: Uuid, detail: &serde_json::Value) -> Result<bool, StoreError> {
    let json = row::to_json(TABLE, detail)?;
    let rows = exec!(
        tx,
        sqlx::query("UPDATE complaint SET proof_detail = $2, awaits_nca = $3 WHERE id = $1 AND awaits_nca")
            .bind(id)
            .bind(&json)
            .bind(false)
    )?;
    Ok(rows > 0)
}

/// Moves a complaint to `own.state` with its proof and terms. True when the stored version was `own.version`; it is one more then.
///
/// # Errors
/// Storage only.
pub async fn save(tx: &mut Tx, own: &Filed) -> Result<bool, StoreError> {
    let state = row::to_json(TABLE, &own.state)?;
    let confirmation = own.proof.as_ref().map(|proof| row::to_name(TABLE, &proof.confirmation)).transpose()?;
    let rows = exec!(
        tx,
        sqlx::query(
            "UPDATE complaint SET state = $3, state_kind = $4, is_open = $5, confirmation = $6, proof = $7, proof_detail = $8,
               filed_at = $9, forward_by = $10, decide_by = $11, awaits_nca = $12, version = version + 1
             WHERE id = $1 AND version = $2"
        )
        .bind(own.id)
        .bind(own.version)
        .bind(&state)
        .bind(own.state.as_str())
        .bind(!own.state.is_final())
        .bind(&confirmation)
        .bind(own.proof.as_ref().map(|proof| proof.file.0.clone()))
        .bind(own.proof.as_ref().map(|proof| proof.detail.to_string()))
        .bind(maybe(own.terms.map(|terms| terms.filed_at)))
        .bind(maybe(own.terms.map(|terms| terms.forward_by)))
        .bind(maybe(own.terms.map(|terms| terms.decide_by)))
        .bind(own.proof.as_ref().is_some_and(|proof| proof.awaits_nca))
    )?;
    Ok(rows > 0)
}
