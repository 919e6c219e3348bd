//! From columns to values of the domain. A column that breaks the domain's rules is a typed error, never a panic.

use crate::blob::BlobKey;
use crate::error::StoreError;
use domain::lang::Lang;
use jiff::civil::Date;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The error of a column of `table`.
pub(crate) fn bad(table: &'static str, what: impl std::fmt::Display) -> StoreError {
    StoreError::BadRow { table, what: what.to_string() }
}

/// Every INSERT that may meet a unique rule says `ON CONFLICT DO NOTHING` and asks here. A violation would end the transaction
/// on PostgreSQL and not on SQLite; this way the work may look at what is there and go on, on both.
pub(crate) fn inserted(table: &'static str, rows: u64) -> Result<(), StoreError> {
    if rows == 0 { Err(StoreError::Conflict(table.to_owned())) } else { Ok(()) }
}

/// Exactly `N` bytes.
pub(crate) fn fixed<const N: usize>(table: &'static str, bytes: &[u8]) -> Result<[u8; N], StoreError> {
    bytes.try_into().map_err(|_| bad(table, format_args!("expected {N} bytes, found {}", bytes.len())))
}

/// A language tag.
pub(crate) fn lang(table: &'static str, tag: &str) -> Result<Lang, StoreError> {
    Lang::from_tag(tag).ok_or_else(|| bad(table, format_args!("unknown language {tag:?}")))
}

/// A civil date, `YYYY-MM-DD`.
pub(crate) fn date(table: &'static str, text: &str) -> Result<Date, StoreError> {
    text.parse().map_err(|error| bad(table, error))
}

/// A count that is never negative.
pub(crate) fn small(table: &'static str, number: i64) -> Result<u32, StoreError> {
    u32::try_from(number).map_err(|error| bad(table, error))
}

/// The key of a blob.
pub(crate) fn blob(table: &'static str, key: String) -> Result<BlobKey, StoreError> {
    let key = BlobKey(key);
    if key.is_well_formed() { Ok(key) } else { Err(bad(table, "not a SHA-256 in hex")) }
}

/// A value out of JSON text.
pub(crate) fn from_json<T: DeserializeOwned>(table: &'static str, json: &str) -> Result<T, StoreError> {
    serde_json::from_str(json).map_err(|error| bad(table, error))
}

/// JSON text of a value. The types stored have no value that JSON lacks.
pub(crate) fn to_json<T: Serialize>(table: &'static str, value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| bad(table, error))
}

/// The stable name of a unit enum, as serde writes it.
pub(crate) fn to_name<T: Serialize>(table: &'static str, value: &T) -> Result<String, StoreError> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => Ok(name),
        Ok(other) => Err(bad(table, format_args!("not a name: {other}"))),
        Err(error) => Err(bad(table, error)),
    }
}

/// The unit enum of a stable name.
pub(crate) fn from_name<T: DeserializeOwned>(table: &'static str, name: &str) -> Result<T, StoreError> {
    serde_json::from_value(serde_json::Value::String(name.to_owned())).map_err(|error| bad(table, error))
}

/// Every row, or the first error.
pub(crate) fn all<R, T>(rows: Vec<R>) -> Result<Vec<T>, StoreError>
where
    T: TryFrom<R, Error = StoreError>,
{
    rows.into_iter().map(T::try_from).collect()
}

/// The row if there is one.
pub(crate) fn one<R, T>(row: Option<R>) -> Result<Option<T>, StoreError>
where
    T: TryFrom<R, Error = StoreError>,
{
    row.map(T::try_from).transpose()
}
