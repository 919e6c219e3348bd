//! The hearing before a refusal, step by step (APPC 73, 74). It only grows: what a person said stays when the case has gone on.

use crate::error::StoreError;
use crate::row;
use crate::transaction::{Tx, exec, on};
use crate::ts::Ts;
use domain::hearing::Hearing;
use domain::ids::ApplicationId;
use jiff::Timestamp;

const TABLE: &str = "hearing";

/// Adds a step.
///
/// # Errors
/// [`StoreError::Conflict`] when its number is taken: two at the same moment.
pub async fn insert(
    tx: &mut Tx,
    application: ApplicationId,
    hearing: &Hearing,
    said_at: Timestamp,
) -> Result<(), StoreError> {
    let json = row::to_json(TABLE, hearing)?;
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO hearing (application, number, said, said_at)
             SELECT $1, COALESCE(MAX(number), 0) + 1, $2, $3 FROM hearing WHERE application = $1 ON CONFLICT DO NOTHING"
        )
        .bind(application.0)
        .bind(&json)
        .bind(Ts(said_at))
    )?;
    row::inserted(TABLE, rows)
}

/// Every step, the first one first.
///
/// # Errors
/// Storage only.
pub async fn steps(tx: &mut Tx, application: ApplicationId) -> Result<Vec<Hearing>, StoreError> {
    let rows: Vec<String> =
        on!(tx, |c| sqlx::query_scalar("SELECT said FROM hearing WHERE application = $1 ORDER BY number")
            .bind(application.0)
            .fetch_all(c))?;
    rows.iter().map(|json| row::from_json(TABLE, json)).collect()
}

/// Each hearing as it stands, the first one first.
///
/// # Errors
/// Storage only.
pub async fn of(tx: &mut Tx, application: ApplicationId) -> Result<Vec<Hearing>, StoreError> {
    let mut hearings: Vec<Hearing> = vec![];
    for step in steps(tx, application).await? {
        hearings.retain(|own| own.told_at != step.told_at);
        hearings.push(step);
    }
    Ok(hearings)
}
