//! The applicant asked to see the file (APPC 75): the officer opens it, says when the person may come where they want to, and what is kept back by
//! which law.

use super::act::{TEXT_CHARS_MAX, findings, kept, text};
use super::bar::Bar;
use super::clock::Clock;
use super::notes::NoteLine;
use super::{Row, key, motions};
use crate::forms::{Control, Fields, Item, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::texts::T;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::actor::Role;
use domain::ids::ApplicationId;
use domain::motion::{FileItem, Kind, Word};
use office::open_file::{Typed, asked, open};
use service::Finding;
use store::motion::Said;

const TEXT_ROWS: u8 = 3;

/// The page.
#[derive(Template)]
#[template(path = "desk/see_file.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// The case.
    pub bar: Bar,
    /// What the page is for.
    pub lead: String,
    /// What was asked for.
    pub rows: Vec<Row>,
    /// Questions.
    pub controls: Vec<Control>,
    /// What was said, the newest first.
    pub notes: Vec<NoteLine>,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(give)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let mut fields = kept(&visit).await?;
    if !fields.has("items") {
        fields.put("items", &FileItem::ALL.map(FileItem::as_str).join(" "));
    }
    page(&visit, named.get("application")?, &fields, &[]).await
}

async fn give(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let id: ApplicationId = named.get("application")?;
    let items: Vec<&str> = fields.get("items").split_whitespace().collect();
    let typed = Typed {
        items: FileItem::ALL.into_iter().filter(|own| items.contains(&own.as_str())).collect(),
        withheld: text(&fields, "withheld"),
        visit: text(&fields, "visit"),
    };
    match open(&visit.state.office, visit.actor()?, id, typed, &visit.moment).await {
        Ok(()) => Ok(visit.go(&format!("/desk/cases/{id}"))),
        Err(error) => page(&visit, id, &fields, &findings(error)?).await,
    }
}

async fn page(visit: &Visit, id: ApplicationId, fields: &Fields, found: &[Finding]) -> Outcome {
    let view = office::cases::get(&visit.state.office, visit.actor()?, id, visit.moment.now).await?;
    if view.desk.is_none() {
        return Err(Problem::NotFound);
    }
    let (t, clock, said) = (visit.t(), Clock::of(visit, &view.mission.id), view.motions.words());
    let waits = asked(&said);
    if waits.is_none() && !said.iter().any(|own| own.word.kind() == Kind::SeeFile) {
        return Err(Problem::NotOpen);
    }
    let controls = match waits {
        Some(_) if visit.actor()?.role() == Role::Officer => controls(&t, fields, found),
        _ => vec![],
    };
    let heading = t.f("file-desk-title", "reference", &view.line.reference);
    let page = Page {
        frame: visit.frame(heading).back(visit.url(&format!("/desk/cases/{id}"))).errors(error_lines(&controls)).wide(),
        bar: Bar::of(visit, &view),
        lead: t.s(if controls.is_empty() { "file-only-read" } else { "file-desk-lead" }),
        rows: waits.map(|own| rows(&t, &clock, own)).unwrap_or_default(),
        controls,
        notes: motions::notes(visit, &clock, &view, Some(Kind::SeeFile)),
    };
    let status = if found.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    visit.show_with(status, &page)
}

fn rows(t: &T, clock: &Clock<'_>, own: &Said) -> Vec<Row> {
    let mut rows = vec![];
    if let Word::AskFile { way } = own.word {
        rows.push(Row::new(t.s("file-way"), t.s(&key("file-way-", way.as_str()))));
    }
    rows.extend(own.due_at.map(|at| Row::new(t.s("recusal-due"), clock.full(at))));
    rows
}

fn controls(t: &T, fields: &Fields, found: &[Finding]) -> Vec<Control> {
    let items = FileItem::ALL.map(|own| Item::new(own.as_str(), t.s(&key("file-item-", own.as_str()))));
    let text = |name: &str| {
        let error = found.iter().find(|own| own.field == name);
        let error = error.map(|own| t.f(&format!("file-error-{name}-{}", own.code), "max", TEXT_CHARS_MAX));
        Control::textarea(name, t.s(&format!("file-{name}")), TEXT_ROWS)
            .hint(Some(t.s(&format!("file-{name}-hint"))))
            .value(fields.get(name))
            .error(error, t.s("frame-title-error"))
    };
    let items = Control::checkboxes("items", t.s("file-items"), items.into()).value(fields.get("items"));
    vec![items, text("withheld"), text("visit")]
}
