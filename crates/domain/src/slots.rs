//! Appointments: the slots of a mission's reception hours, and how late one may be changed.
//!
//! Here because the officer, the applicant and the reminder must agree on them. Must never know who holds a seat: that is the store's.

use crate::calendar::{NoHolidayData, WorkingCalendar};
use jiff::civil::{Date, Time};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;

/// What the service's passport says about appointments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SlotRules {
    /// Length of a slot.
    pub slot_minutes: u32,
    /// Visitors of one slot.
    pub seats: u32,
    /// Days ahead, today not counted, that a person may choose from.
    pub days_ahead: u32,
    /// An applicant may change until so many office hours before.
    pub change_working_hours: u32,
}

/// The slot that an instant of reception hours lies in: its begin. `None` outside of them.
///
/// # Errors
/// [`NoHolidayData`] when the year's holidays are not known.
pub fn slot_of(
    at: Timestamp,
    calendar: &WorkingCalendar,
    rules: &SlotRules,
) -> Result<Option<Timestamp>, NoHolidayData> {
    if !calendar.receives_at(at)? {
        return Ok(None);
    }
    let local = calendar.local(at);
    let hours = calendar.reception.of(local.date().weekday());
    let Some(span) = hours.iter().find(|span| span.contains(local.time())) else { return Ok(None) };
    let length = i64::from(rules.slot_minutes.max(1)) * 60;
    let passed = seconds(local.time()) - seconds(span.from);
    Ok(moved(span.from, passed.div_euclid(length) * length)
        .and_then(|begin| calendar.instant(local.date().to_datetime(begin))))
}

/// The slots that a person may choose from after `now`, day by day on the mission's calendar. A slot ends within reception hours.
///
/// # Errors
/// [`NoHolidayData`] when not even today's year is known; days of a later unknown year are left out.
pub fn offered(
    now: Timestamp,
    calendar: &WorkingCalendar,
    rules: &SlotRules,
) -> Result<BTreeMap<Date, Vec<Timestamp>>, NoHolidayData> {
    let mut day = calendar.date(now);
    calendar.is_working_day(day)?;
    let mut slots = BTreeMap::new();
    for _ in 0..rules.days_ahead {
        let Ok(next) = day.tomorrow() else { break };
        day = next;
        if !calendar.years.contains(&day.year()) {
            break;
        }
        let of_day = of_day(day, calendar, rules);
        if !of_day.is_empty() {
            slots.insert(day, of_day);
        }
    }
    Ok(slots)
}

fn of_day(day: Date, calendar: &WorkingCalendar, rules: &SlotRules) -> Vec<Timestamp> {
    if calendar.holidays.contains(&day) {
        return vec![];
    }
    let length = i64::from(rules.slot_minutes.max(1)) * 60;
    let spans = calendar.reception.of(day.weekday());
    let begins = spans.iter().flat_map(|span| {
        let room = (seconds(span.to) - seconds(span.from)).max(0) / length;
        (0..room).filter_map(|at| moved(span.from, at * length))
    });
    begins.filter_map(|begin| calendar.instant(day.to_datetime(begin))).collect()
}

/// The last instant at which the applicant may change an appointment: so many office hours before it, on working days.
///
/// # Errors
/// [`NoHolidayData`] when a year on the way has no data.
pub fn changeable_until(
    at: Timestamp,
    calendar: &WorkingCalendar,
    rules: &SlotRules,
) -> Result<Timestamp, NoHolidayData> {
    let mut left = i64::from(rules.change_working_hours) * 3600;
    let local = calendar.local(at);
    let (mut day, mut before) = (local.date(), seconds(local.time()));
    loop {
        if calendar.is_working_day(day)? {
            for span in calendar.office.of(day.weekday()).iter().rev() {
                let (from, to) = (seconds(span.from), seconds(span.to).min(before));
                if to - from >= left {
                    let begin = moved(Time::MIN, to.max(from) - left).unwrap_or(Time::MIN);
                    return Ok(calendar.instant(day.to_datetime(begin)).unwrap_or(at));
                }
                left -= (to - from).max(0);
            }
        }
        day = day.yesterday().map_err(|_| NoHolidayData { year: day.year() })?;
        before = i64::MAX;
    }
}

/// When the applicant is reminded: the same time on the working day before.
///
/// # Errors
/// [`NoHolidayData`] when a year on the way has no data.
pub fn working_day_before(at: Timestamp, calendar: &WorkingCalendar) -> Result<Timestamp, NoHolidayData> {
    let local = calendar.local(at);
    let mut day = local.date();
    loop {
        day = day.yesterday().map_err(|_| NoHolidayData { year: day.year() })?;
        if calendar.is_working_day(day)? {
            let same = calendar.instant(day.to_datetime(local.time()));
            return Ok(same.unwrap_or(at - SignedDuration::from_hours(24)));
        }
    }
}

fn seconds(time: Time) -> i64 {
    i64::from(time.hour()) * 3600 + i64::from(time.minute()) * 60 + i64::from(time.second())
}

fn moved(from: Time, seconds: i64) -> Option<Time> {
    from.checked_add(SignedDuration::from_secs(seconds)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::WeeklyHours;
    use jiff::civil::date;
    use jiff::tz::TimeZone;
    use std::collections::BTreeSet;

    const RULES: SlotRules = SlotRules { slot_minutes: 30, seats: 1, days_ahead: 7, change_working_hours: 2 };

    fn berlin() -> WorkingCalendar {
        WorkingCalendar {
            zone: TimeZone::get("Europe/Berlin").unwrap(),
            office: WeeklyHours::parse("Mon-Fri 09:00-18:00").unwrap(),
            reception: WeeklyHours::parse("Mon,Tue,Thu,Fri 09:00-10:45").unwrap(),
            holidays: BTreeSet::from([date(2026, 12, 16), date(2026, 12, 25)]),
            years: BTreeSet::from([2026]),
        }
    }

    fn at(text: &str) -> Timestamp {
        text.parse::<jiff::civil::DateTime>().unwrap().in_tz("Europe/Berlin").unwrap().timestamp()
    }

    #[test]
    fn a_time_between_two_slots_takes_the_seat_of_the_earlier_one() {
        let slot = |text| slot_of(at(text), &berlin(), &RULES).unwrap();
        assert_eq!(slot("2026-12-14T09:00:00"), Some(at("2026-12-14T09:00:00")));
        assert_eq!(slot("2026-12-14T09:29:59"), Some(at("2026-12-14T09:00:00")));
        assert_eq!(slot("2026-12-14T10:40:00"), Some(at("2026-12-14T10:30:00")));
        assert_eq!(slot("2026-12-14T11:00:00"), None);
        assert_eq!(slot("2026-12-25T09:00:00"), None, "a holiday");
    }

    #[test]
    fn slots_are_offered_from_tomorrow_within_reception_hours() {
        let offered = offered(at("2026-12-11T12:00:00"), &berlin(), &RULES).unwrap();
        assert_eq!(offered.keys().copied().collect::<Vec<_>>(), [14, 15, 17, 18].map(|day| date(2026, 12, day)));
        let monday = ["2026-12-14T09:00:00", "2026-12-14T09:30:00", "2026-12-14T10:00:00"].map(at);
        assert_eq!(offered[&date(2026, 12, 14)], monday, "10:30 would end after 10:45");
    }

    #[test]
    fn the_end_of_the_known_years_ends_the_offer() {
        let offered = offered(at("2026-12-29T12:00:00"), &berlin(), &RULES).unwrap();
        assert_eq!(offered.keys().copied().collect::<Vec<_>>(), [date(2026, 12, 31)]);
    }

    #[test]
    fn a_change_is_open_until_two_office_hours_before() {
        let until = |text| changeable_until(at(text), &berlin(), &RULES).unwrap();
        assert_eq!(until("2026-12-14T11:30:00"), at("2026-12-14T09:30:00"));
        assert_eq!(
            until("2026-12-15T09:30:00"),
            at("2026-12-14T16:30:00"),
            "half an hour of the morning, the rest the day before"
        );
        assert_eq!(until("2026-12-14T09:00:00"), at("2026-12-11T16:00:00"), "over the weekend");
        assert_eq!(until("2026-12-17T09:00:00"), at("2026-12-15T16:00:00"), "over the holiday");
    }

    #[test]
    fn the_reminder_comes_a_working_day_before() {
        let before = |text| working_day_before(at(text), &berlin()).unwrap();
        assert_eq!(before("2026-12-14T10:00:00"), at("2026-12-11T10:00:00"));
        assert_eq!(before("2026-12-17T10:00:00"), at("2026-12-15T10:00:00"));
    }
}
