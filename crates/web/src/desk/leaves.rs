//! `/{lang}/desk/leaves`: who is away and who stands in. A head or an administrator enters a leave there, ends it early or cancels it.

use super::clock::Clock;
use super::nav::{self, Link};
use crate::forms::control::DatePart;
use crate::forms::{Control, Fields, Item, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::Visit;
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::date::PartialDate;
use jiff::civil::Date;
use office::leave::enter::{DAYS_MAX, Wanted, enter};
use office::leave::{self, Board, Line, end};
use service::Finding;
use uuid::Uuid;

/// The page.
#[derive(Template)]
#[template(path = "desk/leaves.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// Rooms of the desk.
    pub nav: Vec<Link>,
    /// Leaves that are not over.
    pub leaves: Vec<Row>,
    /// The questions about a new one.
    pub controls: Vec<Control>,
}

/// A leave in words.
#[derive(Clone, Debug)]
pub struct Row {
    /// Id.
    pub id: String,
    /// Who is away, who stands in, the mission, the days.
    pub cells: [String; 4],
    /// In force, or still to come.
    pub state: String,
    /// The words of its button.
    pub button: String,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(change)
}

async fn show(visit: Visit) -> Outcome {
    let fields = super::act::kept(&visit).await?;
    page(&visit, &fields, &[]).await
}

async fn change(visit: Visit, Posted(fields): Posted) -> Outcome {
    let (office, actor) = (&visit.state.office, visit.actor()?);
    if let Ok(id) = fields.trimmed("end").parse::<Uuid>() {
        end::end(office, actor, id, &visit.moment).await?;
        return Ok(visit.go("/desk/leaves?done=ended"));
    }
    let (first, last) = (date(&fields, "first"), date(&fields, "last"));
    let person = |name: &str| fields.trimmed(name).parse().ok();
    let wanted = Wanted { officer: person("officer"), substitute: person("substitute"), first, last };
    match enter(office, actor, wanted, &visit.moment).await {
        Ok(()) => Ok(visit.go("/desk/leaves?done=entered")),
        Err(error) => page(&visit, &fields, &super::act::findings(error)?).await,
    }
}

fn date(fields: &Fields, name: &str) -> Option<Date> {
    let part = |part: &str| fields.get(&format!("{name}-{part}"));
    match PartialDate::typed(part("day"), part("month"), part("year")) {
        Ok(PartialDate::Day(day)) => Some(day),
        _ => None,
    }
}

async fn page(visit: &Visit, fields: &Fields, found: &[Finding]) -> Outcome {
    let board = leave::board(&visit.state.office, visit.actor()?, visit.moment.now).await?;
    let t = visit.t();
    let controls = controls(visit, &board, fields, found);
    let status = if found.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut frame = visit.frame(t.s("leave-title")).wide().errors(error_lines(&controls));
    match visit.query_value("done").as_deref() {
        Some("ended") => frame = frame.notice(t.s("leave-ended")),
        Some(_) => frame = frame.notice(t.s("leave-entered")),
        None => {}
    }
    let leaves = board.lines.iter().map(|own| row(visit, own)).collect();
    visit.show_with(status, &Page { frame, nav: nav::links(visit), leaves, controls })
}

fn row(visit: &Visit, own: &Line) -> Row {
    let t = visit.t();
    let mission = Clock::of(visit, &own.mission).mission_name(&own.mission);
    let days = t.f2("leave-days", "first", t.date(own.first), "last", t.date(own.last));
    let (state, button) =
        if own.is_now { ("leave-state-now", "leave-end") } else { ("leave-state-to-come", "leave-cancel") };
    Row {
        id: own.id.to_string(),
        cells: [own.officer.clone(), own.substitute.clone(), mission, days],
        state: t.s(state),
        button: t.s(button),
    }
}

fn controls(visit: &Visit, board: &Board, fields: &Fields, found: &[Finding]) -> Vec<Control> {
    let t = visit.t();
    let word = || t.s("frame-title-error");
    let error = |name: &str| {
        let own = found.iter().find(|own| own.field == name)?;
        Some(t.f(&format!("leave-error-{name}-{}", own.code), "max", DAYS_MAX))
    };
    let people = || {
        let item = |own: &leave::Person| {
            let role = t.s(&super::key("people-role-", own.role.as_str()));
            let mission = Clock::of(visit, &own.mission).mission_name(&own.mission);
            Item::new(own.id.to_string(), format!("{}: {role}, {mission}", own.name))
        };
        [Item::new("", "")].into_iter().chain(board.people.iter().map(item)).collect()
    };
    let choice = |name: &str| {
        Control::select(name, t.s(&format!("leave-{name}")), people())
            .hint(t.maybe(&format!("leave-{name}-hint")))
            .value(fields.trimmed(name))
            .error(error(name), word())
    };
    let day = |name: &str| {
        let part = |part: &'static str, label: &str, width| DatePart {
            part,
            label: t.s(label),
            value: fields.get(&format!("{name}-{part}")).to_owned(),
            width,
        };
        let parts = vec![
            part("day", "desk-collection-day", 2),
            part("month", "desk-collection-month", 2),
            part("year", "desk-collection-year", 4),
        ];
        Control::date(name, t.s(&format!("leave-{name}")), parts).error(error(name), word())
    };
    vec![choice("officer"), choice("substitute"), day("first"), day("last")]
}
