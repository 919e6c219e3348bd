//! Rate limits that every process of an installation shares: hits in fixed windows of time.

use crate::error::StoreError;
use crate::transaction::{Tx, exec, on};
use crate::ts::Ts;
use jiff::{SignedDuration, Timestamp};

/// Counts a hit of `key` and says how many there were in the current window of `window_seconds`, this one included.
///
/// # Errors
/// Storage only.
pub async fn hit(tx: &mut Tx, key: &str, window_seconds: i64, now: Timestamp) -> Result<i64, StoreError> {
    let length = window_seconds.max(1);
    let window = now.as_second().div_euclid(length);
    let expires = now.checked_add(SignedDuration::from_secs(length)).unwrap_or(Timestamp::MAX);
    Ok(on!(tx, |c| sqlx::query_scalar(
        "INSERT INTO rate_limit (key, window_at, hits, expires_at) VALUES ($1, $2, 1, $3)
         ON CONFLICT (key) DO UPDATE SET
           hits = CASE WHEN rate_limit.window_at = excluded.window_at THEN rate_limit.hits + 1 ELSE 1 END,
           window_at = excluded.window_at, expires_at = excluded.expires_at
         RETURNING hits"
    )
    .bind(key)
    .bind(window)
    .bind(Ts(expires))
    .fetch_one(c))?)
}

/// How many hits of `key` there were in the current window, without counting one.
///
/// # Errors
/// Storage only.
pub async fn hits(tx: &mut Tx, key: &str, window_seconds: i64, now: Timestamp) -> Result<i64, StoreError> {
    let window = now.as_second().div_euclid(window_seconds.max(1));
    let found: Option<i64> =
        on!(tx, |c| sqlx::query_scalar("SELECT hits FROM rate_limit WHERE key = $1 AND window_at = $2")
            .bind(key)
            .bind(window)
            .fetch_optional(c))?;
    Ok(found.unwrap_or(0))
}

/// Forgets the hits of `key`.
///
/// # Errors
/// Storage only.
pub async fn forget(tx: &mut Tx, key: &str) -> Result<(), StoreError> {
    exec!(tx, sqlx::query("DELETE FROM rate_limit WHERE key = $1").bind(key))?;
    Ok(())
}

/// The end of the current window: from then on hits are counted anew.
pub fn window_end(window_seconds: i64, now: Timestamp) -> Timestamp {
    let length = window_seconds.max(1);
    let end = now.as_second().div_euclid(length).saturating_add(1).saturating_mul(length);
    Timestamp::from_second(end).unwrap_or(Timestamp::MAX)
}

/// Forgets keys whose window is over.
///
/// # Errors
/// Storage only.
pub async fn purge(tx: &mut Tx, now: Timestamp) -> Result<u64, StoreError> {
    Ok(exec!(tx, sqlx::query("DELETE FROM rate_limit WHERE expires_at <= $1").bind(Ts(now)))?)
}
