//! One-time passwords, salted and hashed, and the guard that counts tries over all codes of a subject.
//!
//! The rules (15 minutes, 5 tries, lock) are `office`'s; this file only keeps them honest under concurrency.

use crate::error::StoreError;
use crate::row;
use crate::transaction::{Tx, exec, on};
use crate::ts::{Ts, maybe};
use jiff::Timestamp;
use uuid::Uuid;

const TABLE: &str = "otp_code";

/// A code that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtpCode {
    /// Id.
    pub id: Uuid,
    /// Account id or telephone (E.164).
    pub subject: String,
    /// What it is for, for example `sign_in` or `confirm`.
    pub purpose: String,
    /// SHA-256 over salt and code.
    pub code_hash: [u8; 32],
    /// Salt.
    pub salt: [u8; 16],
    /// SHA-256 (hex) of the file that it confirms, if it confirms one.
    pub context: Option<String>,
    /// The number or address it was sent to.
    pub sent_to: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// Worth nothing from here on.
    pub expires_at: Timestamp,
    /// When it was used; a used code is never good again.
    pub used_at: Option<Timestamp>,
}

#[derive(sqlx::FromRow)]
struct CodeRow {
    id: Uuid,
    subject: String,
    purpose: String,
    code_hash: Vec<u8>,
    salt: Vec<u8>,
    context: Option<String>,
    sent_to: String,
    created_at: Ts,
    expires_at: Ts,
    used_at: Option<Ts>,
}

impl TryFrom<CodeRow> for OtpCode {
    type Error = StoreError;
    fn try_from(row: CodeRow) -> Result<OtpCode, StoreError> {
        Ok(OtpCode {
            id: row.id,
            subject: row.subject,
            purpose: row.purpose,
            code_hash: row::fixed(TABLE, &row.code_hash)?,
            salt: row::fixed(TABLE, &row.salt)?,
            context: row.context,
            sent_to: row.sent_to,
            created_at: row.created_at.0,
            expires_at: row.expires_at.0,
            used_at: row.used_at.map(|at| at.0),
        })
    }
}

/// Keeps a new code; older unused ones of the same subject and purpose are gone with it.
///
/// # Errors
/// Storage only.
pub async fn insert(tx: &mut Tx, code: &OtpCode) -> Result<(), StoreError> {
    exec!(
        tx,
        sqlx::query("DELETE FROM otp_code WHERE subject = $1 AND purpose = $2 AND used_at IS NULL")
            .bind(&code.subject)
            .bind(&code.purpose)
    )?;
    exec!(
        tx,
        sqlx::query(
            "INSERT INTO otp_code
               (id, subject, purpose, code_hash, salt, context, sent_to, created_at, expires_at, used_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        )
        .bind(code.id)
        .bind(&code.subject)
        .bind(&code.purpose)
        .bind(code.code_hash.as_slice())
        .bind(code.salt.as_slice())
        .bind(&code.context)
        .bind(&code.sent_to)
        .bind(Ts(code.created_at))
        .bind(Ts(code.expires_at))
        .bind(maybe(code.used_at))
    )?;
    Ok(())
}

/// The latest code, used or not, expired or not.
///
/// # Errors
/// Storage only.
pub async fn latest(tx: &mut Tx, subject: &str, purpose: &str) -> Result<Option<OtpCode>, StoreError> {
    row::one::<CodeRow, _>(on!(tx, |c| sqlx::query_as(
        "SELECT * FROM otp_code WHERE subject = $1 AND purpose = $2 ORDER BY created_at DESC, id DESC LIMIT 1"
    )
    .bind(subject)
    .bind(purpose)
    .fetch_optional(c))?)
}

/// Uses a code up. False when it was used before: of two requests with the same code one gets true.
///
/// # Errors
/// Storage only.
pub async fn mark_used(tx: &mut Tx, id: Uuid, at: Timestamp) -> Result<bool, StoreError> {
    let rows = exec!(
        tx,
        sqlx::query("UPDATE otp_code SET used_at = $2 WHERE id = $1 AND used_at IS NULL").bind(id).bind(Ts(at))
    )?;
    Ok(rows > 0)
}

/// Removes every code of a subject that was not used: the number they went to is no longer the subject's.
///
/// # Errors
/// Storage only.
pub async fn forget(tx: &mut Tx, subject: &str) -> Result<u64, StoreError> {
    Ok(exec!(tx, sqlx::query("DELETE FROM otp_code WHERE subject = $1 AND used_at IS NULL").bind(subject))?)
}

/// Removes codes that expired before `before`.
///
/// # Errors
/// Storage only.
pub async fn purge(tx: &mut Tx, before: Timestamp) -> Result<u64, StoreError> {
    Ok(exec!(tx, sqlx::query("DELETE FROM otp_code WHERE expires_at <= $1").bind(Ts(before)))?)
}

/// Tries and waiting times of a subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtpGuard {
    /// Account id or telephone (E.164).
    pub subject: String,
    /// Wrong codes since the last good one.
    pub tries: i64,
    /// No code is accepted or sent before.
    pub locked_until: Option<Timestamp>,
    /// When a code was last sent.
    pub last_sent_at: Option<Timestamp>,
}

#[derive(sqlx::FromRow)]
struct GuardRow {
    subject: String,
    tries: i64,
    locked_until: Option<Ts>,
    last_sent_at: Option<Ts>,
}

/// The guard of `subject`, made when there is none and locked until the transaction ends: five tries stay five when they come
/// at once. Call it inside `write`, before [`latest`].
///
/// # Errors
/// Storage only.
pub async fn guard(tx: &mut Tx, subject: &str) -> Result<OtpGuard, StoreError> {
    let row: GuardRow = on!(tx, |c| sqlx::query_as(
        "INSERT INTO otp_guard (subject, tries) VALUES ($1, 0)
         ON CONFLICT (subject) DO UPDATE SET subject = excluded.subject RETURNING *"
    )
    .bind(subject)
    .fetch_one(c))?;
    Ok(OtpGuard {
        subject: row.subject,
        tries: row.tries,
        locked_until: row.locked_until.map(|at| at.0),
        last_sent_at: row.last_sent_at.map(|at| at.0),
    })
}

/// Writes a guard that [`guard`] gave in this transaction.
///
/// # Errors
/// Storage only.
pub async fn save_guard(tx: &mut Tx, guard: &OtpGuard) -> Result<(), StoreError> {
    exec!(
        tx,
        sqlx::query(
            "INSERT INTO otp_guard (subject, tries, locked_until, last_sent_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (subject) DO UPDATE
               SET tries = excluded.tries, locked_until = excluded.locked_until, last_sent_at = excluded.last_sent_at"
        )
        .bind(&guard.subject)
        .bind(guard.tries)
        .bind(maybe(guard.locked_until))
        .bind(maybe(guard.last_sent_at))
    )?;
    Ok(())
}
