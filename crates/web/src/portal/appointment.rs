//! `/{lang}/services/{application}/appointment`: the applicant chooses another time to collect the certificate (UX.md R2).

use super::times;
use crate::forms::{Control, Item, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::texts::T;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use domain::application::State;
use domain::ids::ApplicationId;
use domain::mission::Mission;
use jiff::Timestamp;
use office::OfficeError;
use office::appointments::{change, offer};
use std::collections::BTreeMap;

/// The page.
#[derive(Template)]
#[template(path = "portal/appointment.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// The present time, or the one that passed.
    pub now: String,
    /// Until when it may be changed.
    pub until: Option<String>,
    /// The mission and its address.
    pub place: String,
    /// The days with their free times, one group of radios each.
    pub days: Vec<Day>,
    /// What is wrong, above the days.
    pub error: Option<String>,
    /// The version that the person sees.
    pub version: i64,
    /// Address of the form.
    pub action: String,
    /// Address of the case.
    pub case: String,
}

/// A day.
pub struct Day {
    /// Its name in words.
    pub name: String,
    /// Its times: id, value, text, and whether it is chosen.
    pub times: Vec<(String, String, String, bool)>,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(choose)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    page(&visit, named.get("application")?, StatusCode::OK, None, None).await
}

async fn choose(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let id: ApplicationId = named.get("application")?;
    let (office, actor) = (&visit.state.office, visit.actor()?);
    let slot: Option<Timestamp> = fields.trimmed("slot").parse().ok();
    let version = fields.get("version").parse().unwrap_or_default();
    match change(office, actor, id, version, slot, &visit.moment).await {
        Ok(()) => Ok(visit.go(&format!("/services/{id}"))),
        Err(OfficeError::Findings(findings)) => {
            let taken = findings.iter().any(|finding| finding.code == "taken");
            let error = visit.t().s(if taken { "appointment-error-taken" } else { "appointment-error-missing" });
            page(&visit, id, StatusCode::UNPROCESSABLE_ENTITY, Some(error), slot).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn page(
    visit: &Visit,
    id: ApplicationId,
    status: StatusCode,
    error: Option<String>,
    chosen: Option<Timestamp>,
) -> Result<Response, Problem> {
    let (office, actor, now) = (&visit.state.office, visit.actor()?, visit.moment.now);
    let offered = offer(office, actor, id, now).await?;
    let view = office::cases::get(office, actor, id, now).await?;
    let (t, mission) = (visit.t(), &view.mission);
    let days = days(&t, mission, offered.days, chosen);
    // The summary's link leads to the first choice.
    let first = Control::radios("slot", t.s("appointment-choose"), vec![Item::new("", "")])
        .error(error.clone(), t.s("frame-error-word"));
    let case = visit.url(&format!("/services/{id}"));
    let frame = visit
        .frame(t.s("appointment-title"))
        .back(case.clone())
        .errors(error_lines(std::slice::from_ref(&first)))
        .help(Some(times::help(&t, mission)), Some(view.line.reference.clone()));
    let page = Page {
        frame,
        now: present(&t, &view.state, mission),
        until: offered.until.map(|at| t.f("appointment-until", "when", times::when(&t, at, mission))),
        place: [t.of(&mission.name), &mission.address]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", "),
        days,
        error,
        version: view.version,
        action: format!("{case}/appointment"),
        case,
    };
    visit.show_with(status, &page)
}

/// The present time, or the one that passed.
fn present(t: &T, state: &State, mission: &Mission) -> String {
    match state {
        State::Uncollected { missed, .. } => t.f("appointment-missed", "when", times::when(t, *missed, mission)),
        State::Ready { collection, .. } => t.f("appointment-now", "when", times::when(t, collection.at, mission)),
        _ => String::new(),
    }
}

/// The days with their free times. The first choice has the name itself as its id: the summary of errors leads there.
fn days(
    t: &T,
    mission: &Mission,
    offered: BTreeMap<jiff::civil::Date, Vec<Timestamp>>,
    chosen: Option<Timestamp>,
) -> Vec<Day> {
    let zone = times::zone(mission);
    let time = |at: Timestamp| {
        let local = at.to_zoned(zone.clone()).strftime("%H:%M").to_string();
        match times::in_kazakhstan(t, at, mission) {
            Some(home) => format!("{local} {home}"),
            None => local,
        }
    };
    let mut ids = ["slot".to_owned()].into_iter().chain((2..).map(|number| format!("slot-{number}")));
    let mut choice = |at: Timestamp| (ids.next().unwrap_or_default(), at.to_string(), time(at), chosen == Some(at));
    let mut days = vec![];
    for (date, slots) in offered {
        let name = t.f2("appointment-day", "weekday", t.s(&weekday(date)), "date", t.date(date));
        days.push(Day { name, times: slots.into_iter().map(&mut choice).collect() });
    }
    days
}

fn weekday(date: jiff::civil::Date) -> String {
    format!("desk-weekday-{}", date.weekday().to_monday_one_offset())
}
