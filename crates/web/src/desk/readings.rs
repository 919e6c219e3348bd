//! `/{lang}/desk/readings`: who did and who opened what, for the auditor: filtered by case and by person, the newest first.

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
use domain::ids::OfficerId;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use office::OfficeError;
use office::readings::{self, Shown};

/// The choice of no person. Not empty: an empty one is the list's own first line, without words.
const EVERYBODY: &str = "all";

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
    let (t, office, actor) = (visit.t(), &visit.state.office, visit.actor()?);
    let asked = |name: &str| visit.query_value(name).unwrap_or_default();
    let (reference, person) = (asked("reference"), asked("officer"));
    let officer: Option<OfficerId> = person.parse().ok();
    let before: Option<Timestamp> = asked("before").parse().ok();
    let (page, wrong) = match readings::list(office, actor, &reference, officer, before).await {
        Ok(page) => (page, false),
        Err(OfficeError::Findings(_)) => (readings::list(office, actor, "", officer, before).await?, true),
        Err(other) => return Err(other.into()),
    };
    let people = page.people.iter().map(|(id, line)| Item::new(id.to_string(), line.name.clone()));
    let controls = vec![
        Control::text("reference", t.s("readings-reference"))
            .value(reference.clone())
            .error(wrong.then(|| t.s("readings-reference-error")), t.s("frame-error-word"))
            .autocomplete("off")
            .width("govuk-input--width-10"),
        Control::select(
            "officer",
            t.s("readings-officer"),
            [Item::new(EVERYBODY, t.s("readings-everybody"))].into_iter().chain(people).collect(),
        )
        .value(if officer.is_some() { person.as_str() } else { EVERYBODY }),
    ];
    let last = page.lines.last().map(|own| own.line.at.to_string()).filter(|_| page.more);
    let more = last.map(|before| {
        let pairs = [("reference", reference.clone()), ("officer", person.clone()), ("before", before)];
        visit.url(&format!("/desk/readings?{}", encode(&pairs)))
    });
    let frame = visit.frame(t.s("readings-title")).wide().errors(error_lines(&controls));
    let lines = page.lines.iter().map(|own| line(&t, own)).collect();
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    visit.show_with(status, &Page { frame, nav: nav::links(&visit), controls, lines, more })
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
