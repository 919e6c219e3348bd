//! `/{lang}/desk/readings`: who did and who opened what, for auditors and heads: filtered by case, person, act and days, the newest first.

use super::nav::{self, Link};
use crate::forms::{Control, Item, encode, error_lines};
use crate::frame::Frame;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::texts::T;
use crate::visit::Visit;
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::application::ActKind;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use office::OfficeError;
use office::readings::{self, Asked, Shown};

/// The choice of no person. Not empty: an empty one is the list's own first line, without words.
const EVERYBODY: &str = "all";

/// What is asked, but for the place in the list.
const FIELDS: [&str; 5] = ["reference", "officer", "what", "from", "until"];

/// The page.
#[derive(Template)]
#[template(path = "desk/readings.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// Rooms of the desk.
    pub nav: Vec<Link>,
    /// The filter.
    pub controls: Vec<Control>,
    /// When, who, what, which case.
    pub lines: Vec<[String; 4]>,
    /// Older ones.
    pub more: Option<String>,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(visit: Visit) -> Outcome {
    let (office, actor) = (&visit.state.office, visit.actor()?);
    let word = |name: &str| visit.query_value(name).unwrap_or_default();
    let day = |name: &str| word(name).parse::<Date>().ok();
    let before = match word("before").parse() {
        Ok(before) => Some(before),
        Err(_) => day("until").and_then(|day| start(day.tomorrow().ok()?)),
    };
    let mut asked = Asked {
        reference: word("reference"),
        officer: word("officer").parse().ok(),
        what: Some(word("what")).filter(|what| whats().contains(&what.as_str())),
        from: day("from").and_then(start),
        before,
    };
    let (page, wrong) = match readings::list(office, actor, &asked).await {
        Ok(page) => (page, false),
        Err(OfficeError::Findings(_)) => {
            asked.reference = String::new();
            (readings::list(office, actor, &asked).await?, true)
        }
        Err(other) => return Err(other.into()),
    };
    let t = visit.t();
    let controls = controls(&visit, &t, &page, wrong);
    let last = page.lines.last().map(|own| own.line.at.to_string()).filter(|_| page.more);
    let more = last.map(|before| {
        let kept = FIELDS.into_iter().map(|name| (name, word(name)));
        let pairs: Vec<(&str, String)> =
            kept.chain([("before", before)]).filter(|(_, value)| !value.is_empty()).collect();
        visit.url(&format!("/desk/readings?{}", encode(&pairs)))
    });
    let errors = error_lines(&controls);
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let frame = visit.frame(t.s("readings-title")).wide().errors(errors);
    let lines = page.lines.iter().map(|own| line(&t, own)).collect();
    visit.show_with(status, &Page { frame, nav: nav::links(&visit), controls, lines, more })
}

/// Openings, and every act of a case.
fn whats() -> Vec<&'static str> {
    [readings::OPENED].into_iter().chain(ActKind::ALL.iter().map(|act| act.as_str())).collect()
}

/// The beginning of a day in UTC, as the list is.
fn start(day: Date) -> Option<Timestamp> {
    day.to_zoned(TimeZone::UTC).ok().map(|at| at.timestamp())
}

fn controls(visit: &Visit, t: &T, page: &readings::Page, wrong: bool) -> Vec<Control> {
    let word = |name: &str| visit.query_value(name).unwrap_or_default();
    let chosen =
        |name: &str| Some(word(name)).filter(|value| !value.is_empty()).unwrap_or_else(|| EVERYBODY.to_owned());
    let all = |key: &str| Item::new(EVERYBODY, t.s(key));
    let people = page.people.iter().map(|(id, line)| Item::new(id.to_string(), line.name.clone()));
    let what = whats().into_iter().map(|what| match what {
        readings::OPENED => Item::new(what, t.s("readings-opened")),
        act => Item::new(act, t.s(&format!("timeline-{}", act.replace('_', "-")))),
    });
    let day = |name: &'static str, label: &str| {
        let typed = word(name);
        let wrong = !typed.is_empty() && typed.parse::<Date>().is_err();
        Control::text(name, t.s(label))
            .value(typed)
            .error(wrong.then(|| t.s("readings-day-error")), t.s("frame-error-word"))
            .input_type("date")
            .width("govuk-input--width-10")
    };
    vec![
        Control::text("reference", t.s("readings-reference"))
            .value(word("reference"))
            .error(wrong.then(|| t.s("readings-reference-error")), t.s("frame-error-word"))
            .autocomplete("off")
            .width("govuk-input--width-10"),
        Control::select(
            "officer",
            t.s("readings-officer"),
            [all("readings-everybody")].into_iter().chain(people).collect(),
        )
        .value(chosen("officer")),
        Control::select("what", t.s("readings-what"), [all("readings-everything")].into_iter().chain(what).collect())
            .value(chosen("what")),
        day("from", "readings-from"),
        day("until", "readings-until"),
    ]
}

/// In UTC: the list is of all missions.
fn line(t: &T, own: &Shown) -> [String; 4] {
    let at = own.line.at.to_zoned(TimeZone::UTC);
    let when = format!("{}, {:02}:{:02} UTC", t.date(at.date()), at.hour(), at.minute());
    let who = match (&own.officer, own.line.actor.split(':').next()) {
        (Some(person), _) => format!("{}, {}", person.name, t.of(&person.post)),
        (None, Some("account")) => t.s("readings-applicant"),
        (None, _) => t.s("readings-system"),
    };
    let what = match own.line.what.strip_prefix("read-") {
        Some(what) => t.s(&format!("reading-{what}")),
        None => t.s(&format!("timeline-{}", own.line.what.replace('_', "-"))),
    };
    [when, who, what, own.line.reference.clone().unwrap_or_else(|| t.s("desk-none"))]
}
