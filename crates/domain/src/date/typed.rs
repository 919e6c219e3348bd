//! A date as a person types it in three boxes: numbers, or the month's name in Kazakh, Russian or English, full or short.
//!
//! Total over any text. An error names the part that is missing, so that the page can say it.

use super::{PartialDate, YEAR_MAX, YEAR_MIN};
use jiff::civil::Date;

/// Longest text of one box that is looked at, in bytes.
const BOX_BYTES_MAX: usize = 64;

/// A part of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DatePart {
    /// Day of the month.
    Day,
    /// Month.
    Month,
    /// Year.
    Year,
}

/// Why three boxes are not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum DateError {
    /// All three boxes are empty.
    #[error("no date")]
    Empty,
    /// One part is missing.
    #[error("a part of the date is missing: {0:?}")]
    Missing(DatePart),
    /// The year is not four digits.
    #[error("the year is not four digits")]
    YearDigits,
    /// No such day in the calendar, or a year outside the service's range.
    #[error("not a real date")]
    NotReal,
}

impl DateError {
    /// Stable code of the finding.
    pub fn code(self) -> &'static str {
        match self {
            DateError::Empty => "empty",
            DateError::Missing(DatePart::Day) => "missing-day",
            DateError::Missing(DatePart::Month) => "missing-month",
            DateError::Missing(DatePart::Year) => "missing-year",
            DateError::YearDigits => "year-digits",
            DateError::NotReal => "not-real",
        }
    }
}

/// Beginnings that tell a month apart, kk / ru / en, and the full names that do not begin so; lower case.
const MONTHS: [&[&str]; 12] = [
    &["қаңтар", "қаң", "январь", "января", "янв", "january", "jan"],
    &["ақпан", "ақп", "февраль", "февраля", "фев", "февр", "february", "feb"],
    &["наурыз", "нау", "март", "марта", "мар", "march", "mar"],
    &["сәуір", "сәу", "апрель", "апреля", "апр", "april", "apr"],
    &["мамыр", "мам", "май", "мая", "may"],
    &["маусым", "мау", "июнь", "июня", "июн", "june", "jun"],
    &["шілде", "шіл", "июль", "июля", "июл", "july", "jul"],
    &["тамыз", "там", "август", "августа", "авг", "august", "aug"],
    &["қыркүйек", "қыр", "сентябрь", "сентября", "сен", "сент", "september", "sep", "sept"],
    &["қазан", "қаз", "октябрь", "октября", "окт", "october", "oct"],
    &["қараша", "қар", "ноябрь", "ноября", "ноя", "нояб", "november", "nov"],
    &["желтоқсан", "жел", "декабрь", "декабря", "дек", "december", "dec"],
];

impl PartialDate {
    /// Reads three boxes: the year alone, month and year, or all three.
    ///
    /// # Errors
    /// [`DateError`]: a day without a month, anything without a year, no such date.
    pub fn typed(day: &str, month: &str, year: &str) -> Result<PartialDate, DateError> {
        let (day, month, year) = (day.trim(), month.trim(), year.trim());
        match (day.is_empty(), month.is_empty(), year.is_empty()) {
            (true, true, true) => Err(DateError::Empty),
            (_, _, true) => Err(DateError::Missing(DatePart::Year)),
            (true, true, false) => Ok(PartialDate::Year(read_year(year)?)),
            (false, true, false) => Err(DateError::Missing(DatePart::Month)),
            (true, false, false) => Ok(PartialDate::YearMonth(read_year(year)?, read_month(month)?)),
            (false, false, false) => {
                let day = read_number(day).ok_or(DateError::NotReal)?;
                let date = Date::new(read_year(year)?, read_month(month)?, day).map_err(|_| DateError::NotReal)?;
                Ok(PartialDate::Day(date))
            }
        }
    }

    /// Reads three boxes that must all be filled.
    ///
    /// # Errors
    /// As [`PartialDate::typed`], and the first missing part.
    pub fn typed_whole(day: &str, month: &str, year: &str) -> Result<Date, DateError> {
        match PartialDate::typed(day, month, year)? {
            PartialDate::Day(date) => Ok(date),
            PartialDate::YearMonth(..) | PartialDate::Year(_) => Err(DateError::Missing(DatePart::Day)),
        }
    }
}

fn read_year(text: &str) -> Result<i16, DateError> {
    if text.len() != 4 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(DateError::YearDigits);
    }
    let year = text.parse().map_err(|_| DateError::YearDigits)?;
    if (YEAR_MIN..=YEAR_MAX).contains(&year) { Ok(year) } else { Err(DateError::NotReal) }
}

fn read_month(text: &str) -> Result<i8, DateError> {
    if text.len() > BOX_BYTES_MAX {
        return Err(DateError::NotReal);
    }
    if let Some(number) = read_number(text) {
        return if (1..=12).contains(&number) { Ok(number) } else { Err(DateError::NotReal) };
    }
    let name = text.to_lowercase();
    let name = name.trim_end_matches('.');
    let place = MONTHS.iter().position(|names| names.contains(&name)).ok_or(DateError::NotReal)?;
    i8::try_from(place + 1).map_err(|_| DateError::NotReal)
}

fn read_number(text: &str) -> Option<i8> {
    let text = text.trim_end_matches('.');
    (!text.is_empty() && text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn months_are_understood_in_three_languages_full_and_short() {
        for month in ["11", "қараша", "Қар", "ноября", "Ноябрь", "нояб.", "November", "NOV"] {
            assert_eq!(PartialDate::typed_whole("24", month, "2026"), Ok(date(2026, 11, 24)), "{month}");
        }
        for (number, names) in MONTHS.iter().enumerate() {
            for name in *names {
                assert_eq!(read_month(name), Ok(i8::try_from(number + 1).unwrap()), "{name}");
            }
        }
    }

    #[test]
    fn no_month_name_stands_for_two_months() {
        let all: Vec<&str> = MONTHS.iter().flat_map(|names| names.iter().copied()).collect();
        let distinct: std::collections::BTreeSet<&str> = all.iter().copied().collect();
        assert_eq!(all.len(), distinct.len());
    }

    #[test]
    fn an_error_names_the_missing_part() {
        let typed = PartialDate::typed_whole;
        assert_eq!(typed("", " ", ""), Err(DateError::Empty));
        assert_eq!(typed("", "5", "1950"), Err(DateError::Missing(DatePart::Day)));
        assert_eq!(typed("7", "", "1950"), Err(DateError::Missing(DatePart::Month)));
        assert_eq!(typed("7", "5", ""), Err(DateError::Missing(DatePart::Year)));
        assert_eq!(typed("7", "5", "50"), Err(DateError::YearDigits));
        assert_eq!(typed("30", "2", "2024"), Err(DateError::NotReal));
        assert_eq!(typed("7", "Mai", "1950"), Err(DateError::NotReal));
        assert_eq!(PartialDate::typed("7", "", "1950"), Err(DateError::Missing(DatePart::Month)));
        assert_eq!(PartialDate::typed("", "mamyr", "1950"), Err(DateError::NotReal));
    }

    #[test]
    fn year_alone_and_month_with_year_are_partial_dates() {
        assert_eq!(PartialDate::typed("", "", " 1950 "), Ok(PartialDate::Year(1950)));
        assert_eq!(PartialDate::typed("", "мая", "1950"), Ok(PartialDate::YearMonth(1950, 5)));
    }
}
