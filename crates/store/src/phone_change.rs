//! Telephones that an officer recorded for people who lost theirs: each waits until it signs in, or is stopped.

use crate::error::StoreError;
use crate::row;
use crate::transaction::{Tx, exec, on};
use crate::ts::Ts;
use domain::ids::{AccountId, ApplicationId, OfficerId};
use jiff::Timestamp;
use uuid::Uuid;

const TABLE: &str = "phone_change";

/// A number that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhoneChange {
    /// Whose.
    pub account: AccountId,
    /// The case at whose mission the person was seen.
    pub application: ApplicationId,
    /// The new number, E.164.
    pub phone: String,
    /// Who saw the identity document.
    pub recorded_by: OfficerId,
    /// When.
    pub recorded_at: Timestamp,
    /// It signs in from here on.
    pub counts_from: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    account: Uuid,
    application: Uuid,
    phone: String,
    recorded_by: Uuid,
    recorded_at: Ts,
    counts_from: Ts,
}

impl TryFrom<Row> for PhoneChange {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<PhoneChange, StoreError> {
        Ok(PhoneChange {
            account: AccountId(row.account),
            application: ApplicationId(row.application),
            phone: row.phone,
            recorded_by: OfficerId(row.recorded_by),
            recorded_at: row.recorded_at.0,
            counts_from: row.counts_from.0,
        })
    }
}

/// Adds one.
///
/// # Errors
/// [`StoreError::Conflict`] when one waits for this account already, or the number waits for another.
pub async fn insert(tx: &mut Tx, own: &PhoneChange) -> Result<(), StoreError> {
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO phone_change (account, application, phone, recorded_by, recorded_at, counts_from)
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING"
        )
        .bind(own.account.0)
        .bind(own.application.0)
        .bind(&own.phone)
        .bind(own.recorded_by.0)
        .bind(Ts(own.recorded_at))
        .bind(Ts(own.counts_from))
    )?;
    row::inserted(TABLE, rows)
}

/// The one that waits for an account.
///
/// # Errors
/// Storage only.
pub async fn of(tx: &mut Tx, account: AccountId) -> Result<Option<PhoneChange>, StoreError> {
    row::one::<Row, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM phone_change WHERE account = $1")
        .bind(account.0)
        .fetch_optional(c))?)
}

/// The one that waits with a number.
///
/// # Errors
/// Storage only.
pub async fn by_phone(tx: &mut Tx, phone: &str) -> Result<Option<PhoneChange>, StoreError> {
    row::one::<Row, _>(on!(tx, |c| sqlx::query_as("SELECT * FROM phone_change WHERE phone = $1")
        .bind(phone)
        .fetch_optional(c))?)
}

/// Those whose time has come, the oldest first.
///
/// # Errors
/// Storage only.
pub async fn due(tx: &mut Tx, now: Timestamp, limit: i64) -> Result<Vec<PhoneChange>, StoreError> {
    row::all::<Row, _>(on!(tx, |c| sqlx::query_as(
        "SELECT * FROM phone_change WHERE counts_from <= $1 ORDER BY counts_from, account LIMIT $2"
    )
    .bind(Ts(now))
    .bind(limit)
    .fetch_all(c))?)
}

/// Removes the one of an account; false when none waited.
///
/// # Errors
/// Storage only.
pub async fn remove(tx: &mut Tx, account: AccountId) -> Result<bool, StoreError> {
    let rows = exec!(tx, sqlx::query("DELETE FROM phone_change WHERE account = $1").bind(account.0))?;
    Ok(rows > 0)
}
