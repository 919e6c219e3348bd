//! A case that is an officer's own or a close relative's: the officer says so, the head of the section sees who, and may lift it.

use super::act::{TEXT_CHARS_MAX, findings, kept, text};
use super::bar::Bar;
use super::clock::Clock;
use super::notes::NoteLine;
use crate::forms::{Control, Fields, Item, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::actor::{Actor, Role};
use domain::ids::{ApplicationId, OfficerId};
use domain::paper::OfficerLine;
use office::cases::CaseView;
use office::declare_conflict::{declare, lift};
use service::Finding;
use store::conflict::{Said, bars};

const REASON: &str = "reason";
const OFFICER: &str = "officer";
const REASON_ROWS: u8 = 3;

/// What was said, of whom and by whom.
type Line = (Said, Option<OfficerLine>, Option<OfficerLine>);

/// The page.
#[derive(Template)]
#[template(path = "desk/conflict.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// The case.
    pub bar: Bar,
    /// What the page is for.
    pub lead: String,
    /// Questions; none for who can say nothing here.
    pub controls: Vec<Control>,
    /// Key of the button.
    pub button: &'static str,
    /// What was said, the newest first.
    pub notes: Vec<NoteLine>,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(say)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    page(&visit, named.get("application")?, &kept(&visit).await?, &[]).await
}

async fn say(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let id: ApplicationId = named.get("application")?;
    let (office, actor) = (&visit.state.office, visit.actor()?);
    let reason = text(&fields, REASON);
    let said = match (actor.role(), fields.trimmed(OFFICER).parse::<OfficerId>()) {
        (Role::Supervisor, Ok(officer)) => lift(office, actor, id, officer, reason, &visit.moment).await,
        (Role::Supervisor, Err(_)) => return page(&visit, id, &fields, &[Finding::new(OFFICER, "missing")]).await,
        _ => declare(office, actor, id, reason, &visit.moment).await,
    };
    match said {
        Ok(()) => Ok(visit.go(&format!("/desk/cases/{id}"))),
        Err(error) => page(&visit, id, &fields, &findings(error)?).await,
    }
}

async fn page(visit: &Visit, id: ApplicationId, fields: &Fields, found: &[Finding]) -> Outcome {
    let view = office::cases::get(&visit.state.office, visit.actor()?, id, visit.moment.now).await?;
    let said = &view.desk.as_ref().ok_or(Problem::NotFound)?.conflicts;
    let t = visit.t();
    let (lead, controls, button) = questions(visit, fields, found, said)?;
    let clock = Clock::of(visit, &view.mission.id);
    let heading = t.f("conflict-title", "reference", &view.line.reference);
    let back = visit.url(&format!("/desk/cases/{id}"));
    let frame = visit.frame(heading).back(back).errors(error_lines(&controls)).wide();
    let notes = said.iter().rev().map(|own| note(visit, &clock, own)).collect();
    let status = if found.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    visit.show_with(status, &Page { frame, bar: Bar::of(visit, &view), lead: t.s(lead), controls, button, notes })
}

/// What this person can say here: the key of the lead, the questions, the key of the button.
fn questions(
    visit: &Visit,
    fields: &Fields,
    found: &[Finding],
    said: &[Line],
) -> Result<(&'static str, Vec<Control>, &'static str), Problem> {
    let t = visit.t();
    let all: Vec<Said> = said.iter().map(|(own, ..)| own.clone()).collect();
    let mut barred: Vec<Item> = vec![];
    for (own, who, _) in said.iter().filter(|(own, ..)| own.bars && bars(&all, own.officer)) {
        let item = Item::new(own.officer.to_string(), who.as_ref().map_or("", |own| own.name.as_str()));
        if !barred.iter().any(|other| other.value == item.value) {
            barred.push(item);
        }
    }
    let error = |name: &str| {
        let own = found.iter().find(|own| own.field == name)?;
        Some(t.f(&format!("conflict-error-{name}-{}", own.code), "max", TEXT_CHARS_MAX))
    };
    let reason = |label: &str, hint: &str| {
        Control::textarea(REASON, t.s(label), REASON_ROWS)
            .hint(Some(t.s(hint)))
            .value(fields.get(REASON))
            .error(error(REASON), t.s("frame-title-error"))
    };
    Ok(match visit.actor()? {
        Actor::Staff { role: Role::Officer, officer, .. } if !bars(&all, *officer) => {
            ("conflict-lead", vec![reason("conflict-reason", "conflict-reason-hint")], "conflict-button")
        }
        Actor::Staff { role: Role::Supervisor, .. } if !barred.is_empty() => {
            let who = Control::radios(OFFICER, t.s("conflict-officer"), barred).value(fields.get(OFFICER));
            let who = who.error(error(OFFICER), t.s("frame-title-error"));
            let why = reason("conflict-lift-reason", "conflict-lift-hint");
            ("conflict-lift-lead", vec![who, why], "conflict-lift-button")
        }
        _ => ("conflict-only-read", vec![], "conflict-button"),
    })
}

/// What was said of people and the case.
pub fn lines(visit: &Visit, clock: &Clock<'_>, view: &CaseView) -> Vec<NoteLine> {
    view.desk.iter().flat_map(|desk| desk.conflicts.iter().rev().map(|own| note(visit, clock, own))).collect()
}

fn note(
    visit: &Visit,
    clock: &Clock<'_>,
    (own, of, by): &(Said, Option<OfficerLine>, Option<OfficerLine>),
) -> NoteLine {
    let t = visit.t();
    let name = |line: &Option<OfficerLine>| line.as_ref().map(|own| own.name.clone()).unwrap_or_default();
    let said = t.f(if own.bars { "conflict-said" } else { "conflict-lifted" }, "name", name(of));
    NoteLine { meta: format!("{said} · {} · {}", clock.full(own.said_at), name(by)), text: own.reason.clone() }
}
