//! An instant as the databases keep it: microseconds, in text order.
//!
//! PostgreSQL keeps TIMESTAMPTZ. SQLite keeps fixed-width RFC 3339 text, so that text order is time order
//! (sqlx's own text drops trailing zeros and is not).

use jiff::Timestamp;
use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::postgres::{PgArgumentBuffer, PgTypeInfo, PgValueFormat, PgValueRef};
use sqlx::sqlite::{SqliteTypeInfo, SqliteValueRef};
use sqlx::{Decode, Encode, Postgres, Sqlite, Type};

/// Microseconds from the Unix epoch to PostgreSQL's, 2000-01-01.
const PG_EPOCH_MICROSECONDS: i64 = 946_684_800_000_000;

/// An instant, UTC, microseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Ts(pub(crate) Timestamp);

impl Ts {
    /// RFC 3339 with six digits of a second: the form of SQLite and of the journal.
    pub(crate) fn text(self) -> String {
        self.0.strftime("%Y-%m-%dT%H:%M:%S.%6fZ").to_string()
    }
}

/// The instant of an optional column.
pub(crate) fn maybe(at: Option<Timestamp>) -> Option<Ts> {
    at.map(Ts)
}

impl Type<Sqlite> for Ts {
    fn type_info() -> SqliteTypeInfo {
        <String as Type<Sqlite>>::type_info()
    }
}

impl Encode<'_, Sqlite> for Ts {
    fn encode_by_ref(&self, buffer: &mut <Sqlite as sqlx::Database>::ArgumentBuffer) -> Result<IsNull, BoxDynError> {
        Encode::<Sqlite>::encode(self.text(), buffer)
    }
}

impl<'r> Decode<'r, Sqlite> for Ts {
    fn decode(value: SqliteValueRef<'r>) -> Result<Ts, BoxDynError> {
        Ok(Ts(<String as Decode<Sqlite>>::decode(value)?.parse()?))
    }
}

impl Type<Postgres> for Ts {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("TIMESTAMPTZ")
    }
}

impl Encode<'_, Postgres> for Ts {
    fn encode_by_ref(&self, buffer: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        Encode::<Postgres>::encode(self.0.as_microsecond() - PG_EPOCH_MICROSECONDS, buffer)
    }
}

impl<'r> Decode<'r, Postgres> for Ts {
    fn decode(value: PgValueRef<'r>) -> Result<Ts, BoxDynError> {
        match value.format() {
            PgValueFormat::Binary => {
                let microseconds = i64::from_be_bytes(value.as_bytes()?.try_into()?);
                let unix = microseconds.checked_add(PG_EPOCH_MICROSECONDS).ok_or("timestamptz out of range")?;
                Ok(Ts(Timestamp::from_microsecond(unix)?))
            }
            PgValueFormat::Text => Err("timestamptz in text form".into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_order_is_time_order() {
        let texts: Vec<String> =
            ["2026-11-22T09:00:00Z", "2026-11-22T09:00:00.000001Z", "2026-11-22T09:00:00.5Z", "2026-11-22T09:00:01Z"]
                .iter()
                .map(|text| Ts(text.parse().unwrap()).text())
                .collect();
        assert!(texts.is_sorted());
        assert_eq!(texts[0], "2026-11-22T09:00:00.000000Z");
    }
}
