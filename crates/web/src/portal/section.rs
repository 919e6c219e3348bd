//! `/{lang}/request/{draft}/{section}`: one section of the request, made from `services/death-abroad/form`.

use super::draft_help;
use super::questions::{Asked, Block, answers, blocks, countries, facts_of};
use crate::forms::{Fields, Posted, error_lines};
use crate::frame::{ErrorLine, Frame};
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use domain::ids::DraftId;
use office::OfficeError;
use office::drafts::DraftView;
use service::Finding;
use service::answers::Answers;
use service::form::{FieldKind, Section};
use std::collections::BTreeMap;

/// The page.
#[derive(Template)]
#[template(path = "portal/section.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// What the section is about.
    pub lead: String,
    /// What was typed before the session ended is shown, unsaved.
    pub kept: bool,
    /// Version of the draft that the form was made from.
    pub version: i64,
    /// The questions.
    pub blocks: Vec<Block>,
    /// Names are asked: Kazakh letters are offered.
    pub letters: bool,
    /// Address of the form.
    pub action: String,
}

/// What a page shows beside the draft.
#[derive(Default)]
struct Shown {
    findings: Vec<Finding>,
    typed: Option<BTreeMap<String, String>>,
    kept: bool,
    stale: bool,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(save)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let (view, section) = opened(&visit, &named).await?;
    if view.draft.sent_as.is_some() {
        return Ok(visit.go(&format!("/request/{}/sent", view.draft.id)));
    }
    if !view.sections.iter().any(|(id, _)| *id == section.id) {
        return Ok(visit.go(&format!("/request/{}", view.draft.id)));
    }
    let typed = visit.kept_fields().await?.map(Fields::into_map);
    let kept = typed.is_some() && visit.query_value(crate::entry::KEPT).is_some();
    let shown = Shown { kept, typed, ..Shown::default() };
    render(&visit, &view, &section, StatusCode::OK, shown)
}

async fn save(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let (view, section) = opened(&visit, &named).await?;
    let (id, leave) = (view.draft.id, fields.get("act") == "leave");
    let seen: i64 = fields.get("version").parse().map_err(|_| Problem::DoesNotFit)?;
    let (office, actor, typed) = (&visit.state.office, visit.actor()?, fields.into_map());
    let kept = typed.clone();
    let saved =
        office::save_section::save_section(office, actor, id, &section.id, kept, seen, !leave, &visit.moment).await;
    match saved {
        Ok(()) if leave => Ok(visit.go(&format!("/request/{id}?saved=1"))),
        Ok(()) => {
            let advice = office::drafts::advice(office, actor, id, &section.id, visit.moment.now).await?;
            let to_ask = (!advice.is_empty()).then(|| format!("/request/{id}/{}/advice", section.id));
            Ok(visit.go(&to_ask.unwrap_or_else(|| next(&visit, &view, &section))))
        }
        Err(OfficeError::Findings(findings)) => {
            let shown = Shown { findings, typed: Some(typed), ..Shown::default() };
            render(&visit, &view, &section, StatusCode::UNPROCESSABLE_ENTITY, shown)
        }
        Err(OfficeError::Stale) if view.draft.sent_as.is_none() => {
            let shown = Shown { typed: Some(typed), stale: true, ..Shown::default() };
            render(&visit, &view, &section, StatusCode::CONFLICT, shown)
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn opened(visit: &Visit, named: &Named) -> Result<(DraftView, Section), Problem> {
    let id: DraftId = named.get("draft")?;
    let section: String = named.get("section")?;
    let office = &visit.state.office;
    let section = office.catalogue().form().section(&section).ok_or(Problem::NotFound)?.clone();
    let view = office::drafts::get(office, visit.actor()?, id, visit.moment.now).await?;
    Ok((view, section))
}

/// After a section with uploads come its files, after any other the next section, after the last the task list.
pub(super) fn next(visit: &Visit, view: &DraftView, section: &Section) -> String {
    let id = view.draft.id;
    if !section.uploads.is_empty() {
        return format!("/request/{id}/files");
    }
    // An answer to what the mission asked has its own list.
    match visit.state.office.catalogue().form().neighbours(&section.id).1 {
        Some(next) if view.amends.is_none() => format!("/request/{id}/{}", next.id),
        _ => format!("/request/{id}"),
    }
}

fn render(
    visit: &Visit,
    view: &DraftView,
    section: &Section,
    status: StatusCode,
    shown: Shown,
) -> Result<Response, Problem> {
    let (t, form) = (visit.t(), visit.state.office.catalogue().form());
    let mut answers: Answers = answers(view);
    if let Some(typed) = shown.typed {
        answers.take(section, &typed);
    }
    let facts = facts_of(visit, &answers);
    let asked = Asked {
        t: &t,
        form,
        section,
        answers: &answers,
        findings: &shown.findings,
        facts,
        countries: countries(visit),
        consent: visit.state.office.catalogue().consents().newest(),
    };
    let blocks = blocks(&asked);
    let mut errors: Vec<ErrorLine> = blocks.iter().flat_map(|block| error_lines(&block.controls)).collect();
    errors.extend(unplaced(&asked, &errors));
    if shown.stale {
        errors.push(ErrorLine { field: String::new(), text: t.s("section-stale") });
    }
    let id = view.draft.id;
    let frame = visit
        .frame(t.s(&format!("section-{}-title", section.id)))
        .caption(match &view.amends {
            Some(amends) => amends.reference.clone(),
            None => t.f2("section-step", "number", place(form, section), "all", form.sections.len()),
        })
        .back(visit.url(&format!("/request/{id}")))
        .help(draft_help(visit, view), None)
        .errors(errors)
        .keeps_typed();
    let page = Page {
        frame,
        lead: t.maybe(&format!("section-{}-intro", section.id)).unwrap_or_default(),
        kept: shown.kept,
        version: view.draft.version,
        blocks,
        letters: section.fields.iter().any(|field| field.kind == FieldKind::Name),
        action: visit.url(&format!("/request/{id}/{}", section.id)),
    };
    visit.show_with(status, &page)
}

fn place(form: &service::Form, section: &Section) -> usize {
    form.sections.iter().position(|one| one.id == section.id).map_or(1, |at| at + 1)
}

/// Findings whose question is not on the page yet still have their sentence in the summary.
fn unplaced(asked: &Asked<'_>, placed: &[ErrorLine]) -> Vec<ErrorLine> {
    asked
        .findings
        .iter()
        .map(|finding| asked.t.texts().error(asked.t.lang, asked.form, finding))
        .filter(|text| !placed.iter().any(|line| &line.text == text))
        .map(|text| ErrorLine { field: String::new(), text })
        .collect()
}
