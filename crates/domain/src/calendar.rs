//! A mission's calendar: its zone, its weekly hours and the days on which it is closed.
//!
//! Office hours measure the term (APPC 76(5)); reception hours tell when a certificate can be collected. A working day is one with
//! office hours that is no holiday of Kazakhstan, no holiday of the host and no closure of the mission. A year for which no
//! holidays are known is an error and never taken for a year without holidays.

pub mod weekly;

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{Timestamp, Zoned};
use std::collections::BTreeSet;

pub use weekly::{Interval, NotHours, WeeklyHours};

/// The holidays of one year are not in the registers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no holiday data for the year {year}")]
pub struct NoHolidayData {
    /// The year.
    pub year: i16,
}

/// When a mission works.
#[derive(Clone, Debug)]
pub struct WorkingCalendar {
    /// The mission's zone.
    pub zone: TimeZone,
    /// Hours by which the term runs.
    pub office: WeeklyHours,
    /// Hours in which people are received.
    pub reception: WeeklyHours,
    /// Days off: of Kazakhstan, of the host, of the mission itself.
    pub holidays: BTreeSet<Date>,
    /// Years for which `holidays` is complete.
    pub years: BTreeSet<i16>,
}

impl WorkingCalendar {
    /// `instant` on the mission's clock.
    pub fn local(&self, instant: Timestamp) -> Zoned {
        instant.to_zoned(self.zone.clone())
    }

    /// The mission's date at `instant`.
    pub fn date(&self, instant: Timestamp) -> Date {
        self.local(instant).date()
    }

    /// True when the mission works on `date`.
    ///
    /// # Errors
    /// [`NoHolidayData`] when the year's holidays are not known.
    pub fn is_working_day(&self, date: Date) -> Result<bool, NoHolidayData> {
        if !self.years.contains(&date.year()) {
            return Err(NoHolidayData { year: date.year() });
        }
        Ok(!self.office.of(date.weekday()).is_empty() && !self.holidays.contains(&date))
    }

    /// The first working day after `date`.
    ///
    /// # Errors
    /// [`NoHolidayData`] when the search leaves the years that are known.
    pub fn next_working_day(&self, date: Date) -> Result<Date, NoHolidayData> {
        let mut day = date;
        loop {
            day = day.tomorrow().map_err(|_| NoHolidayData { year: day.year() })?;
            if self.is_working_day(day)? {
                return Ok(day);
            }
        }
    }

    /// End of the office hours of `date`, if it has any.
    pub fn close(&self, date: Date) -> Option<Time> {
        self.office.of(date.weekday()).last().map(|hours| hours.to)
    }

    /// True when people are received at `instant`: a day that is not off, within the reception hours.
    ///
    /// # Errors
    /// [`NoHolidayData`] when the year's holidays are not known.
    pub fn receives_at(&self, instant: Timestamp) -> Result<bool, NoHolidayData> {
        let local = self.local(instant);
        if !self.years.contains(&local.year()) {
            return Err(NoHolidayData { year: local.year() });
        }
        let hours = self.reception.of(local.date().weekday());
        Ok(!self.holidays.contains(&local.date()) && hours.iter().any(|hours| hours.contains(local.time())))
    }

    /// The instant of a civil date and time at the mission. `None` in the hour that the clock skips: no such time is on any
    /// watch there. In the hour that comes twice it is the earlier one.
    pub fn instant(&self, at: DateTime) -> Option<Timestamp> {
        let ambiguous = self.zone.to_ambiguous_timestamp(at);
        match ambiguous.offset() {
            AmbiguousOffset::Gap { .. } => None,
            _ => ambiguous.earlier().ok(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn calendar() -> WorkingCalendar {
        WorkingCalendar {
            zone: TimeZone::get("America/New_York").unwrap(),
            office: WeeklyHours::parse("Mon-Fri 09:00-18:00").unwrap(),
            reception: WeeklyHours::parse("Mon,Tue,Thu,Fri 09:00-12:00").unwrap(),
            holidays: BTreeSet::from([date(2026, 12, 25)]),
            years: BTreeSet::from([2026]),
        }
    }

    #[test]
    fn reception_follows_its_own_hours_and_the_holidays() {
        let at = |text: &str| calendar().receives_at(text.parse().unwrap());
        assert_eq!(at("2026-12-14T15:00:00Z"), Ok(true));
        assert_eq!(at("2026-12-14T17:00:01Z"), Ok(false), "after noon");
        assert_eq!(at("2026-12-16T15:00:00Z"), Ok(false), "a Wednesday");
        assert_eq!(at("2026-12-25T15:00:00Z"), Ok(false), "a holiday");
        assert_eq!(at("2027-01-04T15:00:00Z"), Err(NoHolidayData { year: 2027 }));
    }

    #[test]
    fn a_search_that_leaves_the_known_years_names_the_year() {
        assert_eq!(calendar().next_working_day(date(2026, 12, 24)), Ok(date(2026, 12, 28)));
        assert_eq!(calendar().next_working_day(date(2026, 12, 31)), Err(NoHolidayData { year: 2027 }));
    }

    #[test]
    fn the_hour_that_the_clock_skips_is_no_time_and_the_double_hour_is_the_first() {
        let at = |hour| calendar().instant(date(2026, 3, 8).at(hour, 30, 0, 0));
        assert_eq!(at(2), None);
        assert_eq!(at(3), Some("2026-03-08T07:30:00Z".parse().unwrap()));
        let twice = calendar().instant(date(2026, 11, 1).at(1, 30, 0, 0));
        assert_eq!(twice, Some("2026-11-01T05:30:00Z".parse().unwrap()));
    }
}
