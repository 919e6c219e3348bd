//! Running numbers without holes or doubles.
//!
//! A number belongs to the transaction that took it: when that is rolled back the number is given again. On PostgreSQL the
//! series is locked until the transaction ends, so take the number late.

use crate::error::StoreError;
use crate::transaction::{Tx, on};

/// The next number of `series`, from 1.
///
/// # Errors
/// Storage only.
pub async fn next(tx: &mut Tx, series: &str) -> Result<i64, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar(
        "INSERT INTO counter (series, value) VALUES ($1, 1)
         ON CONFLICT (series) DO UPDATE SET value = counter.value + 1 RETURNING value"
    )
    .bind(series)
    .fetch_one(c))?)
}
