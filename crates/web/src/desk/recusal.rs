//! What the applicant asked about an official: read by the mission, decided by the head of its section or by the higher body (APPC 67).

use super::act::{TEXT_CHARS_MAX, findings, kept, text};
use super::clock::Clock;
use super::notes::NoteLine;
use super::{Row, key};
use crate::forms::{Control, Fields, Posted, error_lines};
use crate::frame::Frame;
use crate::portal::motions::words;
use crate::portal::recusal::key as ground_key;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::texts::T;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::actor::Role;
use domain::ids::ApplicationId;
use domain::motion::Word;
use domain::paper::OfficerLine;
use office::decide_recusal::{View, decide};
use service::Finding;
use store::motion::Said;

const REASON_ROWS: u8 = 4;

/// The page.
#[derive(Template)]
#[template(path = "desk/recusal.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// What the page is for.
    pub lead: String,
    /// What waits: what was asked.
    pub rows: Vec<Row>,
    /// Nobody else of the mission could take the case.
    pub nobody_else: bool,
    /// The case, for who reads it.
    pub case: Option<String>,
    /// What the reader decides about.
    pub seen: Option<u32>,
    /// Questions.
    pub controls: Vec<Control>,
    /// What was said, the newest first.
    pub notes: Vec<NoteLine>,
}

/// A word: as stored, of whom, by whom.
type Line = (Said, Option<OfficerLine>, Option<OfficerLine>);

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
    let seen = fields.trimmed("seen_number").parse().unwrap_or_default();
    let granted = fields.get("step") == "grant";
    match decide(office, actor, id, (seen, granted), text(&fields, "reason"), &visit.moment).await {
        Ok(()) if actor.role() == Role::Reviewer => Ok(visit.go("/desk/complaints")),
        Ok(()) => Ok(visit.go(&format!("/desk/cases/{id}"))),
        Err(error) => page(&visit, id, &fields, &findings(error)?).await,
    }
}

async fn page(visit: &Visit, id: ApplicationId, fields: &Fields, found: &[Finding]) -> Outcome {
    let view = office::decide_recusal::get(&visit.state.office, visit.actor()?, id, visit.moment.now).await?;
    let (t, clock) = (visit.t(), Clock::of(visit, &view.mission));
    let mine = view.mine.first().copied();
    let waits = store::motion::waiting(&view.said.iter().map(|(own, ..)| own.clone()).collect::<Vec<_>>())
        .first()
        .map(|own| own.number);
    let controls = mine.map(|_| reason(&t, fields, found)).into_iter().collect::<Vec<_>>();
    let shown = mine.or(waits).and_then(|number| view.said.iter().find(|(own, ..)| own.number == number));
    let status = if found.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let case = visit.url(&format!("/desk/cases/{id}"));
    let back = if view.reads_case { case.clone() } else { visit.url("/desk/complaints") };
    let heading = t.f("recusal-desk-title", "reference", &view.reference);
    let page = Page {
        frame: visit.frame(heading).back(back).errors(error_lines(&controls)).wide(),
        lead: t.s(if mine.is_some() { "recusal-decide-lead" } else { "recusal-only-read" }),
        rows: shown.map(|line| rows(&t, &clock, &view, line)).unwrap_or_default(),
        nobody_else: shown.is_some() && view.others == 0,
        case: view.reads_case.then_some(case),
        seen: mine,
        controls,
        notes: view.said.iter().rev().map(|line| note(&t, &clock, line)).collect(),
    };
    visit.show_with(status, &page)
}

fn rows(t: &T, clock: &Clock<'_>, view: &View, (own, of, _): &Line) -> Vec<Row> {
    let mut rows = vec![
        Row::new(t.s("recusal-applicant"), view.applicant.clone()),
        Row::new(t.s("recusal-official"), person(t, of)),
    ];
    if let Word::AskRecusal { ground, reason, .. } = &own.word {
        rows.push(Row::new(t.s("recusal-ground"), t.s(&ground_key(*ground))));
        rows.push(Row::new(t.s("recusal-reason"), reason.clone()));
    }
    rows.extend(own.due_at.map(|at| Row::new(t.s("recusal-due"), clock.full(at))));
    rows.extend(own.waits_for.map(|whom| Row::new(t.s("recusal-decides"), t.s(&key("motion-waits-", whom.as_str())))));
    rows
}

fn person(t: &T, line: &Option<OfficerLine>) -> String {
    line.as_ref().map(|own| format!("{}, {}", own.name, t.of(&own.post))).unwrap_or_default()
}

fn note(t: &T, clock: &Clock<'_>, (own, of, by): &Line) -> NoteLine {
    let said = t.f(&key("motion-", own.word.act()), "name", of.as_ref().map_or("", |own| own.name.as_str()));
    let who = by.as_ref().map_or_else(|| t.s("desk-who-applicant"), |own| own.name.clone());
    NoteLine { meta: format!("{said} · {} · {who}", clock.full(own.said_at)), text: words(t, &own.word).join("\n") }
}

fn reason(t: &T, fields: &Fields, found: &[Finding]) -> Control {
    let error = found.iter().find(|own| own.field == "reason");
    let error = error.map(|own| t.f(&format!("recusal-error-decision-{}", own.code), "max", TEXT_CHARS_MAX));
    Control::textarea("reason", t.s("recusal-decision-reason"), REASON_ROWS)
        .hint(Some(t.s("recusal-decision-hint")))
        .value(fields.get("reason"))
        .error(error, t.s("frame-title-error"))
}
