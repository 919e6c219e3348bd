//! How long drafts have waited, and what their people were told: the columns that `domain::draft_term` decides by.
//!
//! Must never erase: [`crate::draft::erase`] does, when the office says so.

use crate::error::StoreError;
use crate::outbox::Letter;
use crate::row::{self, bad};
use crate::transaction::{Tx, exec, on};
use crate::ts::Ts;
use domain::draft_term::{Kept, Told};
use domain::ids::DraftId;
use jiff::Timestamp;
use uuid::Uuid;

const TABLE: &str = "draft";
const LETTERS: &str = "draft_letter";

#[derive(sqlx::FromRow)]
struct Row {
    kept_from: Option<Ts>,
    told: Option<i64>,
    warned_at: Option<Ts>,
}

impl TryFrom<Row> for Kept {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Kept, StoreError> {
        let (Some(Ts(from)), Some(told)) = (row.kept_from, row.told) else {
            return Err(bad(TABLE, "it is not known since when it is kept"));
        };
        let told = match row.warned_at {
            Some(Ts(at)) => Told::Warned(at),
            None => Told::Reminders(row::small(TABLE, told)?),
        };
        Ok(Kept { from, told })
    }
}

/// How long a draft has waited; `None` where there is none.
///
/// # Errors
/// Storage only.
pub async fn kept(tx: &mut Tx, id: DraftId) -> Result<Option<Kept>, StoreError> {
    let sql = "SELECT kept_from, told, warned_at FROM draft WHERE id = $1";
    row::one::<Row, _>(on!(tx, |c| sqlx::query_as(sql).bind(id.0).fetch_optional(c))?)
}

/// New requests, not sent, whose people were told so often (`least` to `most`) and not warned, that have waited since `until`; the oldest first.
///
/// # Errors
/// Storage only.
pub async fn waiting(
    tx: &mut Tx,
    (least, most): (u32, u32),
    until: Timestamp,
    max: i64,
) -> Result<Vec<DraftId>, StoreError> {
    let ids: Vec<Uuid> = on!(tx, |c| {
        sqlx::query_scalar(
            "SELECT id FROM draft WHERE sent_as IS NULL AND amends IS NULL AND warned_at IS NULL
               AND told >= $1 AND told <= $2 AND kept_from <= $3 ORDER BY kept_from, id LIMIT $4",
        )
        .bind(i64::from(least))
        .bind(i64::from(most))
        .bind(Ts(until))
        .bind(max)
        .fetch_all(c)
    })?;
    Ok(ids.into_iter().map(DraftId).collect())
}

/// New requests, not sent, that have waited since `kept` and whose people were warned at `warned` or before.
///
/// # Errors
/// Storage only.
pub async fn warned_before(
    tx: &mut Tx,
    kept: Timestamp,
    warned: Timestamp,
    max: i64,
) -> Result<Vec<DraftId>, StoreError> {
    let ids: Vec<Uuid> = on!(tx, |c| {
        sqlx::query_scalar(
            "SELECT id FROM draft WHERE sent_as IS NULL AND amends IS NULL AND warned_at <= $1 AND kept_from <= $2
             ORDER BY warned_at, id LIMIT $3",
        )
        .bind(Ts(warned))
        .bind(Ts(kept))
        .bind(max)
        .fetch_all(c)
    })?;
    Ok(ids.into_iter().map(DraftId).collect())
}

/// Answers to a mission's question that were never sent, of cases that ask nothing any more, that have waited since `kept`.
///
/// # Errors
/// Storage only.
pub async fn left_answers(tx: &mut Tx, kept: Timestamp, max: i64) -> Result<Vec<DraftId>, StoreError> {
    let ids: Vec<Uuid> = on!(tx, |c| {
        sqlx::query_scalar(
            "SELECT d.id FROM draft d JOIN application a ON a.id = d.amends
             WHERE d.sent_as IS NULL AND d.amends IS NOT NULL AND d.kept_from <= $1
               AND a.state_kind <> 'correction_requested' ORDER BY d.kept_from, d.id LIMIT $2",
        )
        .bind(Ts(kept))
        .bind(max)
        .fetch_all(c)
    })?;
    Ok(ids.into_iter().map(DraftId).collect())
}

/// Somebody works on it: its term begins anew.
///
/// # Errors
/// Storage only.
pub(crate) async fn used(tx: &mut Tx, id: DraftId, at: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE draft SET kept_from = $2, told = 0, warned_at = NULL WHERE id = $1 AND kept_from < $2";
    exec!(tx, sqlx::query(sql).bind(id.0).bind(Ts(at)))?;
    Ok(())
}

/// Notes what was told.
///
/// # Errors
/// Storage only.
pub async fn told(tx: &mut Tx, id: DraftId, told: Told) -> Result<(), StoreError> {
    match told {
        Told::Reminders(count) => {
            exec!(tx, sqlx::query("UPDATE draft SET told = $2 WHERE id = $1").bind(id.0).bind(i64::from(count)))?
        }
        Told::Warned(at) => {
            exec!(tx, sqlx::query("UPDATE draft SET warned_at = $2 WHERE id = $1").bind(id.0).bind(Ts(at)))?
        }
    };
    Ok(())
}

/// Adds a letter about a draft to the outbox: it is erased with the draft.
///
/// # Errors
/// [`StoreError::Conflict`] when the letter exists.
pub async fn write_letter(tx: &mut Tx, id: DraftId, letter: &Letter) -> Result<(), StoreError> {
    crate::outbox::insert(tx, letter).await?;
    let sql = "INSERT INTO draft_letter (letter, draft) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    let rows = exec!(tx, sqlx::query(sql).bind(letter.id).bind(id.0))?;
    row::inserted(LETTERS, rows)
}
