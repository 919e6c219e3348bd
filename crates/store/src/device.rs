//! Browsers in which an account was signed in, by the hash of a random cookie.

use crate::error::StoreError;
use crate::transaction::{Tx, exec, on};
use crate::ts::Ts;
use domain::ids::AccountId;
use jiff::Timestamp;

/// What is known of a browser that signs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// The account was signed in there before.
    This,
    /// In other browsers only.
    Others,
    /// In none that is known.
    None,
}

/// Notes that `account` signs in with the browser of `hash`, and says what was known before.
///
/// # Errors
/// Storage only.
pub async fn note(tx: &mut Tx, account: AccountId, hash: &[u8], now: Timestamp) -> Result<Known, StoreError> {
    let seen = exec!(
        tx,
        sqlx::query("UPDATE device SET seen_at = $3 WHERE account = $1 AND hash = $2")
            .bind(account.0)
            .bind(hash)
            .bind(Ts(now))
    )?;
    if seen > 0 {
        return Ok(Known::This);
    }
    let others: i64 =
        on!(tx, |c| sqlx::query_scalar("SELECT COUNT(*) FROM device WHERE account = $1").bind(account.0).fetch_one(c))?;
    exec!(
        tx,
        sqlx::query(
            "INSERT INTO device (account, hash, first_at, seen_at) VALUES ($1, $2, $3, $3) ON CONFLICT DO NOTHING"
        )
        .bind(account.0)
        .bind(hash)
        .bind(Ts(now))
    )?;
    Ok(if others > 0 { Known::Others } else { Known::None })
}

/// Forgets browsers that were not seen since `before`; how many.
///
/// # Errors
/// Storage only.
pub async fn purge(tx: &mut Tx, before: Timestamp) -> Result<u64, StoreError> {
    Ok(exec!(tx, sqlx::query("DELETE FROM device WHERE seen_at <= $1").bind(Ts(before)))?)
}
