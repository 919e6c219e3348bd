//! The term of the service (service page: 1 working day on the portal, 3 on paper).
//!
//! The date of registration follows from the moment of sending, never from an officer's click (DECISIONS.md "The clock"): what came
//! after hours or on a day off is registered on the next working day (APPC 64(3)). The term starts the next day (APPC 76(2)) and ends
//! at the end of office hours of its last working day (APPC 76(5)).

use crate::calendar::{NoHolidayData, WorkingCalendar};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// How the request came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// On the portal.
    Portal,
    /// On paper, at the mission.
    Paper,
}

impl Channel {
    /// Stable name in data and locales (`desk-channel-…`).
    pub fn as_str(self) -> &'static str {
        match self {
            Channel::Portal => "portal",
            Channel::Paper => "paper",
        }
    }

    /// The channel of a stable name.
    pub fn from_name(name: &str) -> Option<Channel> {
        [Channel::Portal, Channel::Paper].into_iter().find(|one| one.as_str() == name)
    }
}

/// The terms, from the service's passport.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeadlinePolicy {
    /// Working days for a request sent on the portal.
    pub portal_working_days: u32,
    /// Working days for a request on paper.
    pub paper_working_days: u32,
}

/// Date of registration, on the mission's calendar, of what was sent at `sent_at`. The last instant of office hours belongs to them.
///
/// # Errors
/// [`NoHolidayData`] when the year's holidays are not known.
pub fn registration_date(sent_at: Timestamp, calendar: &WorkingCalendar) -> Result<Date, NoHolidayData> {
    let local = calendar.local(sent_at);
    let in_time = calendar.close(local.date()).is_some_and(|close| local.time() <= close);
    if in_time && calendar.is_working_day(local.date())? {
        return Ok(local.date());
    }
    calendar.next_working_day(local.date())
}

/// The instant at which the term ends.
///
/// # Errors
/// [`NoHolidayData`] when the year's holidays are not known.
pub fn due(
    sent_at: Timestamp,
    channel: Channel,
    calendar: &WorkingCalendar,
    policy: &DeadlinePolicy,
) -> Result<Timestamp, NoHolidayData> {
    let days = match channel {
        Channel::Portal => policy.portal_working_days,
        Channel::Paper => policy.paper_working_days,
    };
    end_of_term(registration_date(sent_at, calendar)?, days, calendar)
}

/// The end of office hours of the last of `days` working days after `first` (APPC 76(2), 76(5)).
///
/// # Errors
/// [`NoHolidayData`] when the year's holidays are not known.
pub fn end_of_term(first: Date, days: u32, calendar: &WorkingCalendar) -> Result<Timestamp, NoHolidayData> {
    let mut last = first;
    for _ in 0..days {
        last = calendar.next_working_day(last)?;
    }
    let close = calendar.close(last).unwrap_or(jiff::civil::Time::MAX);
    calendar.instant(last.to_datetime(close)).ok_or(NoHolidayData { year: last.year() })
}

/// The instant at which `percent` of the working time of a term has passed that ends at `due` and has `days` working days.
///
/// # Errors
/// [`NoHolidayData`] when the year's holidays are not known.
pub fn share_passed(
    due: Timestamp,
    days: u32,
    percent: u32,
    calendar: &WorkingCalendar,
) -> Result<Timestamp, NoHolidayData> {
    if percent >= 100 {
        return Ok(due);
    }
    let mut spans = vec![];
    let mut day = calendar.date(due);
    let mut found = 0;
    while found < days {
        if calendar.is_working_day(day)? {
            found += 1;
            for hours in calendar.office.of(day.weekday()).iter().rev() {
                let bound = |time| calendar.instant(day.to_datetime(time)).ok_or(NoHolidayData { year: day.year() });
                spans.push((bound(hours.from)?, bound(hours.to)?.min(due)));
            }
        }
        day = day.yesterday().map_err(|_| NoHolidayData { year: day.year() })?;
    }
    spans.reverse();
    let whole: i64 = spans.iter().map(|(from, to)| to.as_second() - from.as_second()).sum();
    let mut left = whole * i64::from(percent) / 100;
    for (from, to) in spans {
        let long = to.as_second() - from.as_second();
        if left <= long {
            return Ok(from + SignedDuration::from_secs(left));
        }
        left -= long;
    }
    Ok(due)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::WeeklyHours;
    use jiff::civil::{DateTime, date};
    use jiff::tz::TimeZone;
    use std::collections::BTreeSet;

    const VECTORS: &str = include_str!("../tests/data/deadline_vectors.csv");
    const POLICY: DeadlinePolicy = DeadlinePolicy { portal_working_days: 1, paper_working_days: 3 };

    fn berlin() -> WorkingCalendar {
        let hours = WeeklyHours::parse("Mon-Fri 09:00-18:00").unwrap();
        WorkingCalendar {
            zone: TimeZone::get("Europe/Berlin").unwrap(),
            office: hours.clone(),
            reception: hours,
            holidays: BTreeSet::from([date(2026, 12, 16), date(2026, 12, 25)]),
            years: BTreeSet::from([2026]),
        }
    }

    fn instant(text: &str) -> Timestamp {
        text.parse::<DateTime>().unwrap().in_tz("Europe/Berlin").unwrap().timestamp()
    }

    #[test]
    fn the_vectors_of_the_decisions_hold() {
        let mut seen = 0;
        for row in VECTORS.lines().filter(|row| !row.starts_with('#')).skip(1) {
            let cells: Vec<&str> = row.split(',').collect();
            let channel = if cells[1] == "paper" { Channel::Paper } else { Channel::Portal };
            assert_eq!(due(instant(cells[0]), channel, &berlin(), &POLICY), Ok(instant(cells[2])), "{row}");
            seen += 1;
        }
        assert_eq!(seen, 4);
    }

    #[test]
    fn what_came_after_hours_or_on_a_day_off_is_registered_the_next_working_day() {
        let registered = |text| registration_date(instant(text), &berlin()).unwrap();
        assert_eq!(registered("2026-12-11T03:00:00"), date(2026, 12, 11), "before hours");
        assert_eq!(registered("2026-12-11T18:00:00"), date(2026, 12, 11), "the last instant");
        assert_eq!(registered("2026-12-11T18:00:01"), date(2026, 12, 14));
        assert_eq!(registered("2026-12-12T12:00:00"), date(2026, 12, 14), "a Saturday");
        assert_eq!(registered("2026-12-16T12:00:00"), date(2026, 12, 17), "a holiday");
    }

    #[test]
    fn a_share_of_a_term_is_of_its_working_time() {
        let passed = |due, days, percent| share_passed(instant(due), days, percent, &berlin()).unwrap();
        assert_eq!(passed("2026-12-14T18:00:00", 1, 50), instant("2026-12-14T13:30:00"));
        assert_eq!(passed("2026-12-14T18:00:00", 1, 80), instant("2026-12-14T16:12:00"));
        assert_eq!(passed("2026-12-14T18:00:00", 1, 100), instant("2026-12-14T18:00:00"));
        // Monday, Tuesday and, after the holiday, Thursday.
        assert_eq!(passed("2026-12-17T18:00:00", 3, 50), instant("2026-12-15T13:30:00"));
        assert_eq!(passed("2026-12-17T18:00:00", 3, 80), instant("2026-12-17T12:36:00"));
        // A weekend lies between.
        assert_eq!(passed("2026-12-14T18:00:00", 3, 50), instant("2026-12-11T13:30:00"));
        assert_eq!(share_passed(instant("2026-01-01T18:00:00"), 3, 50, &berlin()), Err(NoHolidayData { year: 2025 }));
    }

    #[test]
    fn a_term_that_runs_into_a_year_without_data_names_the_year() {
        let sent = instant("2026-12-31T10:00:00");
        assert_eq!(due(sent, Channel::Portal, &berlin(), &POLICY), Err(NoHolidayData { year: 2027 }));
    }
}
