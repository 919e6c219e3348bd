//! Dates in words, as UX.md 2.1 wants them: `24 November 2026`, `24 ноября 2026 г.`, `2026 жылғы 24 қараша`.
//! A partial date prints what is known and nothing more.

use crate::words::Words;
use domain::date::PartialDate;
use domain::lang::Lang;
use jiff::civil::Date;

/// A whole date.
pub(crate) fn whole(words: &dyn Words, lang: Lang, date: Date) -> String {
    let month = words.word(lang, &format!("paper-month-in-date-{}", date.month()), &[]);
    let (day, year) = (date.day().to_string(), date.year().to_string());
    words.word(lang, "paper-date", &[("day", &day), ("month", &month), ("year", &year)])
}

/// A date of which the day or the month may be unknown.
pub(crate) fn partial(words: &dyn Words, lang: Lang, date: PartialDate) -> String {
    match date {
        PartialDate::Year(year) => year.to_string(),
        PartialDate::YearMonth(year, month) => {
            let month = words.word(lang, &format!("paper-month-{month}"), &[]);
            words.word(lang, "paper-month-and-year", &[("month", &month), ("year", &year.to_string())])
        }
        PartialDate::Day(date) => whole(words, lang, date),
    }
}
