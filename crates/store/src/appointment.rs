//! Seats of appointments: a mission serves so many people in one slot, and a seat is given once.
//!
//! A seat is moved in the transaction of the act that moves the appointment; the database itself refuses to give it twice. Must never
//! decide what a slot is: that is `domain::slots`.

use crate::error::StoreError;
use crate::transaction::{Tx, exec, on};
use crate::ts::Ts;
use domain::ids::{ApplicationId, MissionId};
use jiff::Timestamp;

/// Gives the case a seat in `slot` in place of the one it had. False: all `seats` are taken; then the caller must undo its transaction,
/// because the seat it had is given up already.
///
/// # Errors
/// Storage only.
pub async fn take(
    tx: &mut Tx,
    application: ApplicationId,
    mission: &MissionId,
    slot: Timestamp,
    seats: u32,
) -> Result<bool, StoreError> {
    free(tx, application).await?;
    for seat in 0..i64::from(seats) {
        // Somebody who takes the same seat at this moment is waited for.
        let rows = exec!(
            tx,
            sqlx::query(
                "INSERT INTO appointment (application, mission, slot, seat, reminded) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING"
            )
            .bind(application.0)
            .bind(&mission.0)
            .bind(Ts(slot))
            .bind(seat)
            .bind(false)
        )?;
        if rows > 0 {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Gives the seat of the case up.
///
/// # Errors
/// Storage only.
pub async fn free(tx: &mut Tx, application: ApplicationId) -> Result<(), StoreError> {
    exec!(tx, sqlx::query("DELETE FROM appointment WHERE application = $1").bind(application.0))?;
    Ok(())
}

/// Taken seats of a mission in `[from, until)`: one row a seat, by slot.
///
/// # Errors
/// Storage only.
pub async fn taken(
    tx: &mut Tx,
    mission: &MissionId,
    from: Timestamp,
    until: Timestamp,
) -> Result<Vec<(Timestamp, ApplicationId)>, StoreError> {
    let rows: Vec<(Ts, uuid::Uuid)> = on!(tx, |c| {
        sqlx::query_as(
        "SELECT slot, application FROM appointment WHERE mission = $1 AND slot >= $2 AND slot < $3 ORDER BY slot, seat"
    )
    .bind(&mission.0)
    .bind(Ts(from))
    .bind(Ts(until))
    .fetch_all(c)
    })?;
    Ok(rows.into_iter().map(|(slot, id)| (slot.0, ApplicationId(id))).collect())
}

/// Up to `limit` cases with a slot in `(from, until)` that were not reminded of it, the next one first.
///
/// # Errors
/// Storage only.
pub async fn unreminded(
    tx: &mut Tx,
    from: Timestamp,
    until: Timestamp,
    limit: i64,
) -> Result<Vec<ApplicationId>, StoreError> {
    let rows: Vec<uuid::Uuid> = on!(tx, |c| sqlx::query_scalar(
        "SELECT application FROM appointment WHERE NOT reminded AND slot > $1 AND slot < $2 ORDER BY slot LIMIT $3"
    )
    .bind(Ts(from))
    .bind(Ts(until))
    .bind(limit)
    .fetch_all(c))?;
    Ok(rows.into_iter().map(ApplicationId).collect())
}

/// The case was reminded. False when it was before, or has no seat.
///
/// # Errors
/// Storage only.
pub async fn reminded(tx: &mut Tx, application: ApplicationId) -> Result<bool, StoreError> {
    let rows = exec!(
        tx,
        sqlx::query("UPDATE appointment SET reminded = $2 WHERE application = $1 AND NOT reminded")
            .bind(application.0)
            .bind(true)
    )?;
    Ok(rows > 0)
}
