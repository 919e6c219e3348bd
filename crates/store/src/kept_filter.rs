//! Filters of the queue that a person of the desk keeps under names of their own.

use crate::error::StoreError;
use crate::row;
use crate::transaction::{Tx, exec, on};
use domain::ids::OfficerId;
use uuid::Uuid;

const TABLE: &str = "kept_filter";

/// A kept filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// Id.
    pub id: Uuid,
    /// Whose it is.
    pub officer: OfficerId,
    /// Its place among theirs; no two have one.
    pub place: i64,
    /// Its name; no two of theirs have one.
    pub name: String,
    /// Stable name of the tab.
    pub tab: String,
    /// What is searched for; empty: the tab itself.
    pub search: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    officer: Uuid,
    place: i64,
    name: String,
    tab: String,
    search: String,
}

impl From<Row> for Filter {
    fn from(row: Row) -> Filter {
        Filter {
            id: row.id,
            officer: OfficerId(row.officer),
            place: row.place,
            name: row.name,
            tab: row.tab,
            search: row.search,
        }
    }
}

/// Keeps a filter.
///
/// # Errors
/// [`StoreError::Conflict`] when the person has one of this name or at this place.
pub async fn insert(tx: &mut Tx, own: &Filter) -> Result<(), StoreError> {
    let rows = exec!(
        tx,
        sqlx::query(
            "INSERT INTO kept_filter (id, officer, place, name, tab, search)
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING"
        )
        .bind(own.id)
        .bind(own.officer.0)
        .bind(own.place)
        .bind(&own.name)
        .bind(&own.tab)
        .bind(&own.search)
    )?;
    row::inserted(TABLE, rows)
}

/// The filters of a person, in their order.
///
/// # Errors
/// Storage only.
pub async fn of(tx: &mut Tx, officer: OfficerId) -> Result<Vec<Filter>, StoreError> {
    let rows: Vec<Row> = on!(tx, |c| sqlx::query_as(
        "SELECT id, officer, place, name, tab, search FROM kept_filter WHERE officer = $1 ORDER BY place"
    )
    .bind(officer.0)
    .fetch_all(c))?;
    Ok(rows.into_iter().map(Filter::from).collect())
}

/// Forgets a filter of a person. False when they have none with this id.
///
/// # Errors
/// Storage only.
pub async fn remove(tx: &mut Tx, officer: OfficerId, id: Uuid) -> Result<bool, StoreError> {
    let rows =
        exec!(tx, sqlx::query("DELETE FROM kept_filter WHERE officer = $1 AND id = $2").bind(officer.0).bind(id))?;
    Ok(rows > 0)
}

/// Forgets all filters of a person; how many.
///
/// # Errors
/// Storage only.
pub async fn remove_of(tx: &mut Tx, officer: OfficerId) -> Result<u64, StoreError> {
    Ok(exec!(tx, sqlx::query("DELETE FROM kept_filter WHERE officer = $1").bind(officer.0))?)
}
