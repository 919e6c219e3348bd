//! `/{lang}/desk/day`: who comes when, to be looked at and printed; the head of the section closes hours there and opens them again.

use super::clock::Clock;
use super::nav::{self, Link};
use crate::forms::{Control, Fields, Posted, encode, error_lines};
use crate::frame::Frame;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::texts::T;
use crate::visit::Visit;
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::actor::Role;
use jiff::civil::{Date, Time};
use office::day::{self, Day, Wanted};
use service::Finding;
use uuid::Uuid;

const DATE: &str = "date";

/// The page.
#[derive(Template)]
#[template(path = "desk/day.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// Rooms of the desk.
    pub nav: Vec<Link>,
    /// The day and the mission, in words.
    pub about: String,
    /// The day before and the day after.
    pub before: String,
    /// See there.
    pub after: String,
    /// Nobody is received.
    pub is_off: bool,
    /// Who comes.
    pub visits: Vec<Row>,
    /// Closed hours.
    pub closures: Vec<Closed>,
    /// Where the forms go.
    pub action: String,
    /// Questions of the head of the section; none for others.
    pub controls: Vec<Control>,
}

/// A visit in words.
#[derive(Clone, Debug)]
pub struct Row {
    /// Time.
    pub time: String,
    /// Reference and its address.
    pub reference: String,
    /// See there.
    pub url: String,
    /// Who, for whom, the certificate, what is surrendered.
    pub cells: [String; 4],
    /// Must be moved: where.
    pub to_move: Option<String>,
}

/// Closed hours in words.
#[derive(Clone, Debug)]
pub struct Closed {
    /// From, until, why.
    pub words: String,
    /// Opens them again; `None` for who may not.
    pub id: Option<String>,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(change)
}

async fn show(visit: Visit) -> Outcome {
    page(&visit, &super::act::kept(&visit).await?, &[]).await
}

async fn change(visit: Visit, Posted(fields): Posted) -> Outcome {
    let (office, actor) = (&visit.state.office, visit.actor()?);
    let done = match fields.trimmed("open").parse::<Uuid>() {
        Ok(id) => day::open(office, actor, id, &visit.moment).await,
        Err(_) => match read(&visit, &fields) {
            Ok(wanted) => day::close(office, actor, wanted, &visit.moment).await,
            Err(found) => return page(&visit, &fields, &found).await,
        },
    };
    match done {
        Ok(()) => Ok(visit.go(&address(asked(&visit)))),
        Err(error) => page(&visit, &fields, &super::act::findings(error)?).await,
    }
}

/// The day of the address and the hours of the form, or all that is wrong with them.
fn read(visit: &Visit, fields: &Fields) -> Result<Wanted, Vec<Finding>> {
    let mut found = vec![];
    let mut time = |name: &str| match fields.trimmed(name) {
        "" => None,
        text => {
            let time = Time::strptime("%H:%M", text.replace('.', ":")).ok();
            if time.is_none() {
                found.push(Finding::new(name, "unreadable"));
            }
            time
        }
    };
    let (from, until) = (time("from"), time("until"));
    if super::act::text(fields, "reason").is_empty() {
        found.push(Finding::new("reason", "missing"));
    }
    match asked(visit) {
        Some(date) if found.is_empty() => Ok(Wanted { date, from, until, reason: super::act::text(fields, "reason") }),
        Some(_) => Err(found),
        None => Err(vec![Finding::new("reason", "no-day")]),
    }
}

fn asked(visit: &Visit) -> Option<Date> {
    visit.query_value(DATE).and_then(|text| text.parse().ok())
}

fn address(date: Option<Date>) -> String {
    match date {
        Some(date) => format!("/desk/day?{}", encode(&[(DATE, date.to_string())])),
        None => "/desk/day".to_owned(),
    }
}

async fn page(visit: &Visit, fields: &Fields, found: &[Finding]) -> Outcome {
    let actor = visit.actor()?;
    let own = day::get(&visit.state.office, actor, asked(visit), visit.moment.now).await?;
    let (t, clock) = (visit.t(), Clock::of(visit, &own.mission));
    let is_head = actor.role() == Role::Supervisor;
    let controls = if is_head { controls(&t, fields, found) } else { vec![] };
    let beside = |date: Result<Date, jiff::Error>| visit.url(&address(Some(date.unwrap_or(own.date))));
    let status = if found.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let frame = visit.frame(t.s("day-title")).wide().errors(error_lines(&controls));
    visit.show_with(
        status,
        &Page {
            frame,
            nav: nav::links(visit),
            about: t.f2("day-about", "date", t.date(own.date), "mission", clock.mission_name(&own.mission)),
            before: beside(own.date.yesterday()),
            after: beside(own.date.tomorrow()),
            is_off: own.is_off,
            visits: own.visits.iter().map(|one| row(visit, &clock, one)).collect(),
            closures: closures(&t, &clock, &own, is_head),
            action: visit.url(&address(Some(own.date))),
            controls,
        },
    )
}

fn row(visit: &Visit, clock: &Clock<'_>, own: &day::Visit) -> Row {
    let url = visit.url(&format!("/desk/cases/{}", own.application));
    let none = |text: &str| if text.is_empty() { visit.t().s("desk-none") } else { text.to_owned() };
    Row {
        time: time(clock, own.at),
        reference: own.reference.clone(),
        to_move: own.is_closed.then(|| format!("{url}/collection")),
        url,
        cells: [own.collector.clone(), own.deceased.clone(), own.certificate.clone(), none(&own.surrendered)],
    }
}

fn time(clock: &Clock<'_>, at: jiff::Timestamp) -> String {
    at.to_zoned(clock.zone().clone()).strftime("%H:%M").to_string()
}

fn closures(t: &T, clock: &Clock<'_>, own: &Day, is_head: bool) -> Vec<Closed> {
    let words = |one: &store::closure::Closure| {
        let hours = format!("{}–{}", clock.short(one.from), clock.short(one.until));
        t.f2("day-closed", "hours", hours, "reason", &one.reason)
    };
    own.closures.iter().map(|one| Closed { words: words(one), id: is_head.then(|| one.id.to_string()) }).collect()
}

fn controls(t: &T, fields: &Fields, found: &[Finding]) -> Vec<Control> {
    let error = |name: &str| {
        let own = found.iter().find(|own| own.field == name || (own.field == DATE && name == "reason"))?;
        Some(t.f(&format!("day-error-{}", own.code), "max", super::act::TEXT_CHARS_MAX))
    };
    let one = |name: &str| {
        Control::text(name, t.s(&format!("day-{name}")))
            .hint(Some(t.s(&format!("day-{name}-hint"))))
            .value(fields.get(name))
            .error(error(name), t.s("frame-error-word"))
            .autocomplete("off")
    };
    vec![one("from").width("govuk-input--width-5"), one("until").width("govuk-input--width-5"), one("reason")]
}
