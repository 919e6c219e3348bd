//! Hours of a week as a register writes them: `Mon-Fri 09:00-18:00; Sat 10:00-13:00`.

use jiff::civil::{Time, Weekday};
use std::fmt;

const DAYS: [(&str, Weekday); 7] = [
    ("Mon", Weekday::Monday),
    ("Tue", Weekday::Tuesday),
    ("Wed", Weekday::Wednesday),
    ("Thu", Weekday::Thursday),
    ("Fri", Weekday::Friday),
    ("Sat", Weekday::Saturday),
    ("Sun", Weekday::Sunday),
];

/// From one time of day to a later one, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// Opening.
    pub from: Time,
    /// Closing.
    pub to: Time,
}

impl Interval {
    /// True when `time` lies within, the ends included.
    pub fn contains(&self, time: Time) -> bool {
        self.from <= time && time <= self.to
    }
}

/// The hours of each weekday, Monday first; within a day in order and apart.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct WeeklyHours([Vec<Interval>; 7]);

/// The text is not weekly hours.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not weekly hours (like \"Mon-Fri 09:00-18:00; Sat 10:00-13:00\"): {0}")]
pub struct NotHours(pub String);

impl WeeklyHours {
    /// Reads rules separated by `;`, each `DAYS FROM-TO[, FROM-TO]` with days like `Mon-Fri` or `Mon,Wed`.
    ///
    /// # Errors
    /// [`NotHours`] with the part that could not be read.
    pub fn parse(text: &str) -> Result<WeeklyHours, NotHours> {
        let mut week = WeeklyHours::default();
        for rule in text.split(';').map(str::trim).filter(|rule| !rule.is_empty()) {
            let (days, hours) = rule.split_once(' ').ok_or_else(|| NotHours(rule.to_owned()))?;
            let hours = hours.split(',').map(read_interval).collect::<Result<Vec<_>, _>>()?;
            for day in read_days(days)? {
                if let Some(slot) = week.0.get_mut(day) {
                    slot.extend(hours.iter().copied());
                }
            }
        }
        for day in &mut week.0 {
            day.sort_by_key(|hours| hours.from);
            if day.windows(2).any(|pair| matches!(pair, [a, b] if b.from <= a.to)) {
                return Err(NotHours(format!("overlapping hours in {text}")));
            }
        }
        if week.0.iter().all(Vec::is_empty) {
            return Err(NotHours("no hours at all".to_owned()));
        }
        Ok(week)
    }

    /// The hours of a weekday; empty when closed.
    pub fn of(&self, day: Weekday) -> &[Interval] {
        let place = usize::try_from(day.to_monday_zero_offset()).unwrap_or_default();
        self.0.get(place).map(Vec::as_slice).unwrap_or_default()
    }
}

fn read_days(text: &str) -> Result<Vec<usize>, NotHours> {
    let place = |name: &str| {
        DAYS.iter().position(|(short, _)| *short == name.trim()).ok_or_else(|| NotHours(format!("day {name}")))
    };
    let mut days = Vec::new();
    for part in text.split(',') {
        match part.split_once('-') {
            None => days.push(place(part)?),
            Some((from, to)) => {
                let (from, to) = (place(from)?, place(to)?);
                if from > to {
                    return Err(NotHours(format!("days {part}")));
                }
                days.extend(from..=to);
            }
        }
    }
    Ok(days)
}

fn read_interval(text: &str) -> Result<Interval, NotHours> {
    let bad = || NotHours(format!("hours {text}"));
    let time = |text: &str| -> Result<Time, NotHours> {
        let (hour, minute) = text.trim().split_once(':').ok_or_else(bad)?;
        let (hour, minute) = (hour.parse().map_err(|_| bad())?, minute.parse().map_err(|_| bad())?);
        Time::new(hour, minute, 0, 0).map_err(|_| bad())
    };
    let (from, to) = text.split_once('-').ok_or_else(bad)?;
    let hours = Interval { from: time(from)?, to: time(to)? };
    if hours.from < hours.to { Ok(hours) } else { Err(bad()) }
}

impl fmt::Display for WeeklyHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut first = true;
        for ((name, _), hours) in DAYS.iter().zip(&self.0).filter(|(_, hours)| !hours.is_empty()) {
            write!(f, "{}{name} ", if first { "" } else { "; " })?;
            first = false;
            for (place, hours) in hours.iter().enumerate() {
                let comma = if place == 0 { "" } else { ", " };
                write!(f, "{comma}{}-{}", hours.from.strftime("%H:%M"), hours.to.strftime("%H:%M"))?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_and_written() {
        let week = WeeklyHours::parse("Mon-Tue 09:00-12:00, 14:00-18:00; Sat 10:00-13:00").unwrap();
        assert_eq!(week.of(Weekday::Monday).len(), 2);
        assert!(week.of(Weekday::Sunday).is_empty());
        assert_eq!(week.to_string(), "Mon 09:00-12:00, 14:00-18:00; Tue 09:00-12:00, 14:00-18:00; Sat 10:00-13:00");
        assert_eq!(WeeklyHours::parse(&week.to_string()), Ok(week));
    }

    #[test]
    fn what_is_not_hours_is_refused() {
        let bad =
            ["", "Mon", "Mon 9-18", "Mon 18:00-09:00", "Fri-Mon 09:00-18:00", "Пн 09:00-18:00", "Mon 25:00-26:00"];
        for text in bad.into_iter().chain(["Mon 09:00-12:00; Mon 11:00-13:00"]) {
            assert!(WeeklyHours::parse(text).is_err(), "{text}");
        }
    }
}
