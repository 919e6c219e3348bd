//! The auditor's page: is the journal whole, and where does it end? Every look recomputes every hash.

use super::Row;
use super::nav::{self, Link};
use crate::forms::Control;
use crate::frame::Frame;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::Visit;
use askama::Template;
use axum::routing::{MethodRouter, get};

/// Query name of the head that the auditor kept.
const EXPECT: &str = "expect";

/// The page.
#[derive(Template)]
#[template(path = "desk/journal.html")]
pub struct Page {
    /// Frame of the page.
    pub frame: Frame,
    /// Rooms of the desk.
    pub nav: Vec<Link>,
    /// Nothing is broken.
    pub whole: bool,
    /// The result in a sentence.
    pub result: String,
    /// What is broken and where, in the words of the store.
    pub fault: Option<String>,
    /// Counts and the head.
    pub facts: Vec<Row>,
    /// The field for a kept head.
    pub expect: Control,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(visit: Visit) -> Outcome {
    let kept = visit.query_value(EXPECT).map(|head| head.trim().to_lowercase()).filter(|head| !head.is_empty());
    let report = office::journal::verify(&visit.state.office, visit.actor()?, kept.as_deref()).await?;
    let t = visit.t();
    let fault = report.fault.as_ref().map(ToString::to_string);
    let result = match (&fault, &kept) {
        (Some(_), _) => t.s("desk-journal-broken"),
        (None, Some(_)) => t.s("desk-journal-head-found"),
        (None, None) => t.n("desk-journal-intact", "count", report.entries),
    };
    let facts = vec![
        Row::new(t.s("desk-journal-head"), report.head.unwrap_or_else(|| t.s("desk-none"))),
        Row::new(t.s("desk-journal-entries"), report.entries.to_string()),
        Row::new(t.s("desk-journal-chains"), report.chains.to_string()),
        Row::new(t.s("desk-journal-seals"), report.seals.to_string()),
        Row::new(t.s("desk-journal-unsealed"), report.unsealed.to_string()),
    ];
    let expect = Control::text(EXPECT, t.s("desk-journal-expect"))
        .hint(Some(t.s("desk-journal-head-hint")))
        .value(kept.unwrap_or_default())
        .autocomplete("off");
    visit.show(&Page {
        frame: visit.frame(t.s("desk-journal-title")).wide(),
        nav: nav::links(&visit),
        whole: fault.is_none(),
        result,
        fault,
        facts,
        expect,
    })
}
