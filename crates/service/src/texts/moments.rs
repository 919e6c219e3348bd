//! Dates and times in words (UX.md 2.1): `24 November 2026`, `24 ноября 2026 г.`, `2026 жылғы 24 қараша`; a time always with its place.

use super::{Texts, Value};
use domain::date::PartialDate;
use domain::lang::{Lang, Trilingual};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

impl Texts {
    /// A whole date in words.
    pub fn date(&self, lang: Lang, date: Date) -> String {
        let month = self.s(lang, &format!("month-{}", date.month()));
        let number = |number: i16| Value::Text(number.to_string());
        let args = [("day", number(date.day().into())), ("month", Value::Text(month)), ("year", number(date.year()))];
        self.f(lang, "date-full", &args)
    }

    /// A date as far as it is known.
    pub fn partial_date(&self, lang: Lang, date: PartialDate) -> String {
        match date {
            PartialDate::Day(date) => self.date(lang, date),
            PartialDate::YearMonth(year, month) => {
                let month = self.s(lang, &format!("month-name-{month}"));
                let args = [("month", Value::Text(month)), ("year", Value::Text(year.to_string()))];
                self.f(lang, "date-month-year", &args)
            }
            PartialDate::Year(year) => self.f(lang, "date-year-only", &[("year", Value::Text(year.to_string()))]),
        }
    }

    /// `10:30 (Berlin time)`.
    pub fn time_at(&self, lang: Lang, at: Timestamp, zone: &TimeZone, city: &Trilingual) -> String {
        let time = at.to_zoned(zone.clone()).strftime("%H:%M").to_string();
        self.f(lang, "time-at", &[("time", Value::Text(time)), ("city", city.get(lang).into())])
    }

    /// Date and time with the place.
    pub fn moment_at(&self, lang: Lang, at: Timestamp, zone: &TimeZone, city: &Trilingual) -> String {
        let local = at.to_zoned(zone.clone());
        let args = [
            ("date", Value::Text(self.date(lang, local.date()))),
            ("time", Value::Text(local.strftime("%H:%M").to_string())),
            ("city", city.get(lang).into()),
        ];
        self.f(lang, "moment-at", &args)
    }
}
