//! The return of a request that was not mended in its time (APPC 64(6)-(7)): when it may be returned, and until when the law wants it returned.
//!
//! A return decides nothing about the death: it must never name a ground of refusal, and it never comes before the time to answer has passed.

use crate::application::Correction;
use crate::calendar::{NoHolidayData, WorkingCalendar};
use crate::deadline;
use jiff::Timestamp;

/// Working days to return it (APPC 64(7)), where an edition of the passport says nothing of its own.
pub const RETURN_WORKING_DAYS: u32 = 3;

/// The end of the term to return what was not answered; `None` while an answer is still awaited. The working days are counted from the day on
/// which the time to answer ended, which is not counted itself (APPC 76(2)). Its end closes nothing: an answer counts until the return.
///
/// # Errors
/// [`NoHolidayData`] when the year's holidays are not known.
pub fn return_by(
    asked: &Correction,
    working_days: u32,
    calendar: &WorkingCalendar,
    now: Timestamp,
) -> Result<Option<Timestamp>, NoHolidayData> {
    if asked.is_awaited(now) {
        return Ok(None);
    }
    deadline::end_of_term(calendar.date(asked.answer_by), working_days, calendar).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::application::CorrectionItem;
    use crate::calendar::WeeklyHours;
    use jiff::civil::{DateTime, date};
    use jiff::tz::TimeZone;
    use std::collections::BTreeSet;

    fn instant(text: &str) -> Timestamp {
        text.parse::<DateTime>().unwrap().in_tz("Europe/Berlin").unwrap().timestamp()
    }

    #[test]
    fn appc_64_7_three_working_days_after_the_time_to_answer() {
        let hours = WeeklyHours::parse("Mon-Fri 09:00-18:00").unwrap();
        let berlin = WorkingCalendar {
            zone: TimeZone::get("Europe/Berlin").unwrap(),
            office: hours.clone(),
            reception: hours,
            holidays: BTreeSet::from([date(2026, 12, 16)]),
            years: BTreeSet::from([2026]),
        };
        let item = CorrectionItem { section: "documents".to_owned(), said: "page 2".to_owned() };
        let (monday, friday) = (instant("2026-12-07T10:00:00"), instant("2026-12-11T18:00:00"));
        let asked = Correction::ask(vec![item], friday, monday).unwrap();
        let at = |now| return_by(&asked, RETURN_WORKING_DAYS, &berlin, instant(now)).unwrap();
        assert_eq!(at("2026-12-11T18:00:00"), None, "the last instant belongs to the person");
        // Monday, Tuesday and, after the holiday, Thursday.
        let end = instant("2026-12-17T18:00:00");
        assert_eq!(at("2026-12-11T18:00:01"), Some(end));
        assert_eq!(at("2026-12-21T09:00:00"), Some(end), "the term that passed stays the same");
        assert_eq!(return_by(&asked, 20, &berlin, instant("2026-12-14T09:00:00")), Err(NoHolidayData { year: 2027 }));
    }
}
