//! Sets the day and time of collection, on the mission's clock. When this letter is sent the term is met (service page, steps 7-8).

use super::Row;
use super::act::{ActPage, Confirm, Form, Opened, Step, error_of, findings, kept, open, text};
use super::clock::Clock;
use super::letter::preview;
use crate::forms::control::DatePart;
use crate::forms::{Control, Fields, Posted};
use crate::problem::Outcome;
use crate::state::AppState;
use crate::texts::T;
use crate::visit::{Named, Visit};
use axum::routing::{MethodRouter, get};
use domain::application::{Act, ActKind};
use domain::calendar::WeeklyHours;
use domain::date::PartialDate;
use domain::provenance::Mark;
use jiff::civil::{Date, DateTime, Time, Weekday};
use jiff::{Timestamp, ToSpan};
use office::set_collection::set_collection;
use service::Finding;

/// The page.
pub const PAGE: ActPage = ActPage { act: ActKind::SetCollection, noun: "collection", name: "collection" };

const NOTE_ROWS: u8 = 4;
/// Fields that are posted again with the last word.
const FIELDS: [&str; 5] = ["at-day", "at-month", "at-year", "time", "note"];

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(set)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let opened = open(&visit, &named, PAGE).await?;
    ask(&visit, &opened, &kept(&visit).await?, &[])
}

async fn set(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let opened = open(&visit, &named, PAGE).await?.seen_in(&fields);
    let step = Step::of(&fields);
    if step == Step::Edit {
        return ask(&visit, &opened, &fields, &[]);
    }
    let at = match read(&fields) {
        Ok(at) => at,
        Err(finding) => return ask(&visit, &opened, &fields, &[finding]),
    };
    let note = text(&fields, "note");
    if step == Step::Preview {
        return match instant(&visit, &opened, at) {
            Ok(instant) => look(&visit, &opened, &fields, instant, note),
            Err(finding) => ask(&visit, &opened, &fields, &[finding]),
        };
    }
    let office = &visit.state.office;
    match set_collection(office, visit.actor()?, opened.id, opened.version, at, note, &visit.moment).await {
        Ok(()) => Ok(opened.done(&visit)),
        Err(error) => ask(&visit, &opened, &fields, &findings(error)?),
    }
}

/// The typed day and time.
pub(super) fn read(fields: &Fields) -> Result<DateTime, Finding> {
    let parts = ["at-day", "at-month", "at-year", "time"];
    if parts.iter().any(|part| !fields.has(part)) {
        return Err(Finding::new("at", "missing"));
    }
    let day = PartialDate::typed(fields.get("at-day"), fields.get("at-month"), fields.get("at-year"));
    match (day, read_time(fields.trimmed("time"))) {
        (Ok(PartialDate::Day(day)), Some(time)) => Ok(day.to_datetime(time)),
        _ => Err(Finding::new("at", "unreadable")),
    }
}

/// `10:30`, `9.05` or `9`.
pub(super) fn read_time(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once([':', '.']).unwrap_or((text, "0"));
    Time::new(hour.trim().parse().ok()?, minute.trim().parse().ok()?, 0, 0).ok()
}

/// The office asks the same calendar again when the act is done.
fn instant(visit: &Visit, opened: &Opened, at: DateTime) -> Result<Timestamp, Finding> {
    let calendar = visit.state.office.catalogue().calendar(&opened.view.mission.id);
    let calendar = calendar.ok_or_else(|| Finding::new("at", "too-far"))?;
    let instant = calendar.instant(at).ok_or_else(|| Finding::new("at", "no-such-time"))?;
    if instant <= visit.moment.now {
        return Err(Finding::new("at", "past"));
    }
    match calendar.receives_at(instant) {
        Ok(true) => Ok(instant),
        Ok(false) => Err(Finding::new("at", "not-reception-hours")),
        Err(_) => Err(Finding::new("at", "too-far")),
    }
}

fn ask(visit: &Visit, opened: &Opened, fields: &Fields, found: &[Finding]) -> Outcome {
    let (t, clock) = (visit.t(), Clock::of(visit, &opened.view.mission.id));
    let word = t.s("frame-title-error");
    let today = visit.moment.now.to_zoned(clock.zone().clone()).date();
    let example = example(today);
    let mut error = error_of(visit, PAGE, found, "at");
    if found.iter().any(|one| one.code == "unreadable") {
        error = Some(t.f2("desk-collection-at-error-unreadable", "example", &example, "time", "10:30"));
    }
    let mut controls = when(&t, fields, today, error);
    controls.push(
        Control::textarea("note", t.s("desk-collection-note"), NOTE_ROWS)
            .hint(Some(t.s("desk-collection-note-hint")))
            .value(fields.get("note"))
            .error(error_of(visit, PAGE, found, "note"), word),
    );
    let mut leads = opened.lead(visit);
    leads.push(t.f("desk-collection-zone", "zone", clock.zone_name()));
    opened.ask(visit, Form { leads, facts: reception(visit, opened), controls })
}

/// The questions for a day and a time.
pub(super) fn when(t: &T, fields: &Fields, today: Date, error: Option<String>) -> Vec<Control> {
    let part =
        |part, key: &str, field, width| DatePart { part, label: t.s(key), value: fields.get(field).to_owned(), width };
    let parts = vec![
        part("day", "desk-collection-day", "at-day", 2),
        part("month", "desk-collection-month", "at-month", 2),
        part("year", "desk-collection-year", "at-year", 4),
    ];
    vec![
        Control::date("at", t.s("desk-collection-date"), parts)
            .hint(Some(t.f("desk-collection-date-hint", "example", example(today))))
            .error(error, t.s("frame-title-error")),
        Control::text("time", t.s("desk-collection-time"))
            .hint(Some(t.s("desk-collection-time-hint")))
            .value(fields.get("time"))
            .width("govuk-input--width-5"),
    ]
}

/// A week ahead, as it is typed.
fn example(today: Date) -> String {
    let day = today.checked_add(7.days()).unwrap_or(today);
    day.strftime("%-d %-m %Y").to_string()
}

fn reception(visit: &Visit, opened: &Opened) -> Vec<Row> {
    let (t, mission) = (visit.t(), &opened.view.mission);
    let mark = if mission.reception_mark == Mark::Yes { "desk-verified" } else { "desk-unverified" };
    let mut rows = week(&mission.reception)
        .into_iter()
        .map(|(day, hours)| Row::new(t.s(&format!("desk-weekday-{day}")), hours))
        .collect::<Vec<_>>();
    if let Some(first) = rows.first_mut() {
        first.value = format!("{} ({}: {})", first.value, t.s("desk-collection-hours"), t.s(mark));
    }
    rows
}

/// Days that have hours, Monday = 1.
fn week(hours: &WeeklyHours) -> Vec<(i8, String)> {
    let shown = |day: Weekday| {
        let of_day: Vec<String> = hours
            .of(day)
            .iter()
            .map(|span| format!("{}–{}", span.from.strftime("%H:%M"), span.to.strftime("%H:%M")))
            .collect();
        (day.to_monday_one_offset(), of_day.join(", "))
    };
    Weekday::Monday.cycle_forward().take(7).map(shown).filter(|(_, hours)| !hours.is_empty()).collect()
}

fn look(visit: &Visit, opened: &Opened, fields: &Fields, at: Timestamp, note: String) -> Outcome {
    let (t, clock) = (visit.t(), Clock::of(visit, &opened.view.mission.id));
    let letter = preview(visit, &opened.view, Act::SetCollection { at, note: note.clone() })?;
    let mut rows = vec![Row::new(t.s("desk-case-collection"), clock.full(at))];
    if !note.is_empty() {
        rows.push(Row::new(t.s("desk-collection-note"), note));
    }
    let hidden = FIELDS.iter().map(|name| Row::new(*name, fields.get(name))).collect();
    opened.confirm(visit, Confirm { leads: opened.lead(visit), rows, hidden, letter, decision: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(body: &str) -> Result<DateTime, Finding> {
        read(&Fields::decode(body.as_bytes()))
    }

    #[test]
    fn a_day_and_a_time_make_an_appointment() {
        let at = jiff::civil::date(2026, 12, 18).at(10, 30, 0, 0);
        for body in ["at-day=18&at-month=12&at-year=2026&time=10:30", "at-day=18&at-month=dec&at-year=2026&time=10.30"]
        {
            assert_eq!(typed(body).unwrap(), at, "{body}");
        }
    }

    #[test]
    fn what_is_missing_or_unreal_is_said_at_the_date() {
        assert_eq!(typed("at-day=18&at-month=12&at-year=2026").unwrap_err(), Finding::new("at", "missing"));
        for body in [
            "at-day=31&at-month=2&at-year=2027&time=10:30",
            "at-day=18&at-month=12&at-year=2026&time=25:00",
            "at-day=18&at-month=12&at-year=2026&time=noon",
        ] {
            assert_eq!(typed(body).unwrap_err(), Finding::new("at", "unreadable"), "{body}");
        }
    }

    #[test]
    fn reception_hours_are_listed_from_monday() {
        let hours = WeeklyHours::parse("Mon,Tue 09:00-12:00, 14:00-16:00; Fri 09:00-12:00").unwrap();
        let week = week(&hours);
        assert_eq!(week.first(), Some(&(1, "09:00–12:00, 14:00–16:00".to_owned())));
        assert_eq!(week.iter().map(|(day, _)| *day).collect::<Vec<_>>(), [1, 2, 5]);
    }
}
