//! The stock as the database counts it, and deliveries that were withdrawn because they were typed wrongly: their rows stay.

use super::{Delivery, DeliveryRow, TABLE};
use crate::error::StoreError;
use crate::row;
use crate::transaction::{Tx, exec, on};
use crate::ts::Ts;
use domain::ids::{MissionId, OfficerId};
use jiff::Timestamp;
use serde_json::{Value, json};

const WITHDRAWN: &str = "blank_withdrawn";

/// A delivery that was typed wrongly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawn {
    /// Which.
    pub delivery: i64,
    /// Why.
    pub reason: String,
    /// By whom.
    pub officer: OfficerId,
    /// When.
    pub at: Timestamp,
}

impl Withdrawn {
    /// All that the row says, for the journal.
    pub(crate) fn facts(&self) -> Value {
        let (officer, at) = (self.officer.to_string(), Ts(self.at).text());
        json!({ "delivery": self.delivery, "reason": self.reason, "officer": officer, "withdrawn_at": at })
    }
}

/// A delivery with what became of its blanks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The delivery.
    pub delivery: Delivery,
    /// Blanks that cases took.
    pub taken: u32,
    /// Those of them that were written off.
    pub spoiled: u32,
}

/// The delivery of a number, unless it was withdrawn; nobody takes a blank of it until the transaction ends.
///
/// # Errors
/// Storage only.
pub async fn delivery(tx: &mut Tx, number: i64) -> Result<Option<Delivery>, StoreError> {
    let sql = tx.sql_locking(
        "SELECT d.* FROM blank_delivery d
         WHERE d.number = $1 AND NOT EXISTS (SELECT 1 FROM blank_withdrawn w WHERE w.delivery = d.number) FOR UPDATE",
        "SELECT d.* FROM blank_delivery d
         WHERE d.number = $1 AND NOT EXISTS (SELECT 1 FROM blank_withdrawn w WHERE w.delivery = d.number)",
    );
    row::one::<DeliveryRow, _>(on!(tx, |c| sqlx::query_as(sql).bind(number).fetch_optional(c))?)
}

/// Was any blank of a delivery taken?
///
/// # Errors
/// Storage only.
pub async fn is_used(tx: &mut Tx, delivery: i64) -> Result<bool, StoreError> {
    let found: Option<i64> =
        on!(tx, |c| sqlx::query_scalar("SELECT number FROM blank WHERE delivery = $1 ORDER BY number LIMIT 1")
            .bind(delivery)
            .fetch_optional(c))?;
    Ok(found.is_some())
}

/// Withdraws a delivery.
///
/// # Errors
/// [`StoreError::Conflict`] when it is withdrawn already.
pub async fn withdraw(tx: &mut Tx, own: &Withdrawn) -> Result<(), StoreError> {
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO blank_withdrawn (delivery, reason, officer, withdrawn_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT DO NOTHING"
        )
        .bind(own.delivery)
        .bind(&own.reason)
        .bind(own.officer.0)
        .bind(Ts(own.at))
    )?;
    row::inserted(WITHDRAWN, rows)
}

#[derive(sqlx::FromRow)]
struct CountedRow {
    #[sqlx(flatten)]
    delivery: DeliveryRow,
    taken: i64,
    spoiled: i64,
}

/// The deliveries of a mission or of all, the newest first, up to `limit`, counted by the database.
///
/// # Errors
/// Storage only.
pub async fn counted(tx: &mut Tx, mission: Option<&MissionId>, limit: i64) -> Result<Vec<Counted>, StoreError> {
    let rows: Vec<CountedRow> = on!(tx, |c| {
        sqlx::query_as(
            "SELECT d.*, (SELECT COUNT(*) FROM blank b WHERE b.delivery = d.number) AS taken,
                (SELECT COUNT(*) FROM blank b JOIN blank_spoiled s ON s.series = b.series AND s.number = b.number
                 WHERE b.delivery = d.number) AS spoiled
             FROM blank_delivery d
             WHERE ($1 IS NULL OR d.mission = $1)
               AND NOT EXISTS (SELECT 1 FROM blank_withdrawn w WHERE w.delivery = d.number)
             ORDER BY d.number DESC LIMIT $2",
        )
        .bind(mission.map(|own| own.0.clone()))
        .bind(limit)
        .fetch_all(c)
    })?;
    let counted = |own: CountedRow| {
        Ok(Counted {
            delivery: own.delivery.try_into()?,
            taken: row::small(TABLE, own.taken)?,
            spoiled: row::small(TABLE, own.spoiled)?,
        })
    };
    rows.into_iter().map(counted).collect()
}

/// Free blanks of each mission, or of one, counted by the database.
///
/// # Errors
/// Storage only.
pub async fn free(tx: &mut Tx, mission: Option<&MissionId>) -> Result<Vec<(MissionId, u32)>, StoreError> {
    let rows: Vec<(String, i64)> = on!(tx, |c| {
        sqlx::query_as(
            "SELECT d.mission, CAST(SUM(d.last_number - d.first_number + 1
                 - (SELECT COUNT(*) FROM blank b WHERE b.delivery = d.number)) AS BIGINT) AS free
             FROM blank_delivery d
             WHERE ($1 IS NULL OR d.mission = $1)
               AND NOT EXISTS (SELECT 1 FROM blank_withdrawn w WHERE w.delivery = d.number)
             GROUP BY d.mission ORDER BY d.mission",
        )
        .bind(mission.map(|own| own.0.clone()))
        .fetch_all(c)
    })?;
    rows.into_iter().map(|(mission, free)| Ok((MissionId(mission), row::small(TABLE, free)?))).collect()
}

/// Was the delivery withdrawn?
pub(super) async fn delivery_is_withdrawn(tx: &mut Tx, number: i64) -> Result<bool, StoreError> {
    let found: Option<i64> =
        on!(tx, |c| sqlx::query_scalar("SELECT delivery FROM blank_withdrawn WHERE delivery = $1")
            .bind(number)
            .fetch_optional(c))?;
    Ok(found.is_some())
}
