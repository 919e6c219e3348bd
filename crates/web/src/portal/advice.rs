//! `/{lang}/request/{draft}/{section}/advice`: answers that seem to contradict each other, asked about once after they were saved
//! (UX.md 2.1: interruption pages, not errors). Must never change an answer that the person did not choose to change.

use super::draft_help;
use super::questions::answers;
use super::section::{next, opened};
use crate::forms::{Control, Fields, Item, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::texts::T;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use domain::ids::DraftId;
use office::OfficeError;
use office::drafts::DraftView;
use service::answers::Advice;
use service::form::{FieldKind, Section};
use service::{Form, Value};
use std::collections::BTreeMap;

const AS_TYPED: &str = "typed";
const AS_MEANT: &str = "meant";

/// The page.
#[derive(Template)]
#[template(path = "portal/advice.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// What is right, where something else could be.
    pub questions: Vec<Control>,
    /// What only the person can judge: the sentence and the answer.
    pub remarks: Vec<(String, String)>,
    /// Version of the draft.
    pub version: i64,
    /// Address of the form.
    pub action: String,
    /// The answers, to change them.
    pub answers: String,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(choose)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let (view, section) = opened(&visit, &named).await?;
    let advice = advice(&visit, &view, &section).await?;
    if advice.is_empty() || view.draft.sent_as.is_some() {
        return Ok(visit.go(&next(&visit, &view, &section)));
    }
    let typed = visit.kept_fields().await?.unwrap_or_default();
    page(&visit, &view, &section, &advice, (StatusCode::OK, &typed))
}

async fn choose(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let (view, section) = opened(&visit, &named).await?;
    let advice = advice(&visit, &view, &section).await?;
    let open = |own: &&Advice| own.meant.is_some() && ![AS_TYPED, AS_MEANT].contains(&fields.get(&name(own)));
    if advice.iter().any(|own| open(&own)) {
        return page(&visit, &view, &section, &advice, (StatusCode::UNPROCESSABLE_ENTITY, &fields));
    }
    let chosen = advice.iter().filter(|own| fields.get(&name(own)) == AS_MEANT);
    let changed: Vec<(String, String)> =
        chosen.filter_map(|own| own.meant.as_ref()).flat_map(|(_, answers)| answers.clone()).collect();
    if changed.is_empty() {
        return Ok(visit.go(&next(&visit, &view, &section)));
    }
    let seen: i64 = fields.get("version").parse().map_err(|_| Problem::DoesNotFit)?;
    let mut all: BTreeMap<String, String> = answers(&view).0;
    all.extend(changed);
    let (office, actor, id) = (&visit.state.office, visit.actor()?, view.draft.id);
    match office::save_section::save_section(office, actor, id, &section.id, all, seen, true, &visit.moment).await {
        Ok(()) => Ok(visit.go(&next(&visit, &view, &section))),
        // Something else does not fit any more: it is said where it is asked.
        Err(OfficeError::Findings(_)) => Ok(visit.go(&format!("/request/{id}/{}", section.id))),
        Err(other) => Err(other.into()),
    }
}

async fn advice(visit: &Visit, view: &DraftView, section: &Section) -> Result<Vec<Advice>, Problem> {
    let (office, id): (_, DraftId) = (&visit.state.office, view.draft.id);
    Ok(office::drafts::advice(office, visit.actor()?, id, &section.id, visit.moment.now).await?)
}

fn page(
    visit: &Visit,
    view: &DraftView,
    section: &Section,
    advice: &[Advice],
    (status, typed): (StatusCode, &Fields),
) -> Result<Response, Problem> {
    let (t, id) = (visit.t(), view.draft.id);
    let form = visit.state.office.catalogue().form();
    let is_wrong = status == StatusCode::UNPROCESSABLE_ENTITY;
    let questions = questions(&t, form, advice, typed, is_wrong);
    let own = visit.url(&format!("/request/{id}/{}", section.id));
    let frame = visit
        .frame(t.s("advice-title"))
        .caption(t.s(&format!("section-{}-title", section.id)))
        .back(own.clone())
        .help(draft_help(visit, view), None)
        .errors(error_lines(&questions))
        .keeps_typed();
    let page = Page {
        frame,
        questions,
        remarks: remarks(&t, form, advice),
        version: view.draft.version,
        action: format!("{own}/advice"),
        answers: own,
    };
    visit.show_with(status, &page)
}

/// Which is right? Nothing is chosen beforehand.
pub fn questions(t: &T, form: &Form, advice: &[Advice], typed: &Fields, is_wrong: bool) -> Vec<Control> {
    let asked = advice.iter().filter_map(|own| Some((own, &own.meant.as_ref()?.0)));
    asked
        .map(|(own, meant)| {
            let as_typed = t.f("advice-as-typed", "answer", said(t, form, own, &own.typed));
            let items = vec![Item::new(AS_TYPED, as_typed), Item::new(AS_MEANT, said(t, form, own, meant))];
            let chosen = typed.get(&name(own));
            let error = (is_wrong && ![AS_TYPED, AS_MEANT].contains(&chosen)).then(|| t.s("advice-error"));
            Control::radios(&name(own), t.texts().label(t.lang, form, &own.finding.field), items)
                .hint(Some(t.texts().advice(t.lang, form, &own.finding)))
                .value(chosen)
                .error(error, t.s("frame-error-word"))
        })
        .collect()
}

/// What only the person can judge.
pub fn remarks(t: &T, form: &Form, advice: &[Advice]) -> Vec<(String, String)> {
    let alone = advice.iter().filter(|own| own.meant.is_none());
    alone.map(|own| (t.texts().advice(t.lang, form, &own.finding), said(t, form, own, &own.typed))).collect()
}

/// The name of the question about a field.
fn name(own: &Advice) -> String {
    format!("right-{}", own.finding.field)
}

/// An answer as the page says it.
fn said(t: &T, form: &Form, own: &Advice, answer: &Value) -> String {
    let field = form.field(&own.finding.field).filter(|field| field.kind == FieldKind::Choice);
    match (field, answer) {
        (Some(field), Value::Text(value)) => t.texts().option(t.lang, field, value),
        (_, Value::PartialDate(date)) => t.texts().partial_date(t.lang, *date),
        (_, Value::Date(date)) => t.date(*date),
        (_, Value::Number(number)) => number.to_string(),
        (None, Value::Text(text)) => text.clone(),
    }
}
