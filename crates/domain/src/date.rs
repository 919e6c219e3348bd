//! Dates that a relative may know only in part, and ages between them.
//!
//! Civil dates of the Gregorian calendar without a zone. No "today" here: it is an argument wherever it is needed.

pub mod typed;

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use typed::{DateError, DatePart};

/// Earliest year that a date of this service may state.
pub const YEAR_MIN: i16 = 1800;
/// Latest year that a date of this service may state.
pub const YEAR_MAX: i16 = 2199;

/// A date of which the month or the day may be unknown. Written `1950`, `1950-05`, `1950-05-07` (ISO 8601).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum PartialDate {
    /// Only the year.
    Year(i16),
    /// Year and month (1-12).
    YearMonth(i16, i8),
    /// The whole date.
    Day(Date),
}

/// A whole number of years, from the least to the most that two partial dates allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgeRange {
    /// Least, in completed years.
    pub from: i16,
    /// Most, in completed years.
    pub to: i16,
}

impl PartialDate {
    /// The first day it can mean.
    pub fn earliest(self) -> Date {
        match self {
            PartialDate::Year(year) => day(year, 1, 1),
            PartialDate::YearMonth(year, month) => day(year, month, 1),
            PartialDate::Day(date) => date,
        }
    }

    /// The last day it can mean.
    pub fn latest(self) -> Date {
        match self {
            PartialDate::Year(year) => day(year, 12, 31),
            PartialDate::YearMonth(year, month) => day(year, month, 1).last_of_month(),
            PartialDate::Day(date) => date,
        }
    }

    /// The whole date, if it is known.
    pub fn whole(self) -> Option<Date> {
        match self {
            PartialDate::Day(date) => Some(date),
            _ => None,
        }
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.earliest().year()
    }

    /// Reads `1950`, `1950-05` or `1950-05-07`.
    ///
    /// # Errors
    /// [`DateError`] for any other text or a date outside [`YEAR_MIN`]..=[`YEAR_MAX`].
    pub fn from_iso(text: &str) -> Result<PartialDate, DateError> {
        let parts: Vec<&str> = text.split('-').collect();
        let date = match parts.as_slice() {
            [year] => PartialDate::typed("", "", year),
            [year, month] => PartialDate::typed("", month, year),
            [year, month, day] => PartialDate::typed(day, month, year),
            _ => Err(DateError::NotReal),
        }?;
        if date.to_string() == text { Ok(date) } else { Err(DateError::NotReal) }
    }
}

/// Age in completed years at `end` of a person born at `born` (Family Code 274: the certificate states the age). `None` when even
/// the latest end lies before the earliest birth.
pub fn age(born: PartialDate, end: PartialDate) -> Option<AgeRange> {
    let to = completed_years(born.earliest(), end.latest())?;
    let from = completed_years(born.latest(), end.earliest()).unwrap_or(0);
    Some(AgeRange { from, to })
}

fn completed_years(from: Date, to: Date) -> Option<i16> {
    if to < from {
        return None;
    }
    let years = to.year() - from.year();
    let birthday = from.checked_add(i32::from(years).years()).ok()?;
    Some(if birthday > to { years - 1 } else { years })
}

fn day(year: i16, month: i8, day: i8) -> Date {
    Date::new(year, month, day).unwrap_or(Date::ZERO)
}

impl std::fmt::Display for PartialDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            PartialDate::Year(year) => write!(f, "{year:04}"),
            PartialDate::YearMonth(year, month) => write!(f, "{year:04}-{month:02}"),
            PartialDate::Day(date) => write!(f, "{date}"),
        }
    }
}

impl TryFrom<String> for PartialDate {
    type Error = DateError;
    fn try_from(text: String) -> Result<PartialDate, DateError> {
        PartialDate::from_iso(&text)
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> String {
        date.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn iso(text: &str) -> PartialDate {
        PartialDate::from_iso(text).unwrap()
    }

    #[test]
    fn iso_text_comes_back_unchanged() {
        for text in ["1950", "1950-05", "1950-05-07", "2024-02-29"] {
            assert_eq!(iso(text).to_string(), text);
        }
        for bad in ["", "1950-13", "2023-02-29", "1950-05-07-01", "99", "1950-1-", "-1950", "3000"] {
            assert!(PartialDate::from_iso(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_partial_date_spans_its_days() {
        assert_eq!(iso("2024-02").latest(), jiff::civil::date(2024, 2, 29));
        assert_eq!((iso("1950").earliest(), iso("1950").latest()), (day(1950, 1, 1), day(1950, 12, 31)));
    }

    #[test]
    fn age_is_a_range_when_a_date_is_partial() {
        assert_eq!(age(iso("1950-05-07"), iso("2026-05-06")), Some(AgeRange { from: 75, to: 75 }));
        assert_eq!(age(iso("1950-05-07"), iso("2026-05-07")), Some(AgeRange { from: 76, to: 76 }));
        assert_eq!(age(iso("1950"), iso("2026-05-07")), Some(AgeRange { from: 75, to: 76 }));
        assert_eq!(age(iso("2000-02-29"), iso("2026-02-28")), Some(AgeRange { from: 26, to: 26 }));
        assert_eq!(age(iso("2026"), iso("2026-03")), Some(AgeRange { from: 0, to: 0 }));
        assert_eq!(age(iso("2026-05-07"), iso("2026-05-06")), None);
    }
}
