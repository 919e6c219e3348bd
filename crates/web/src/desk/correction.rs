//! Asks the applicant for something before deciding (APPC 64(6)): each part of the request with the officer's words, and the time to answer.

use super::act::{ActPage, Confirm, Form, Opened, Step, error_of, findings, kept, open, text};
use super::letter::preview;
use super::{Row, comparison};
use crate::forms::{Control, Fields, Item, Posted};
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::routing::{MethodRouter, get};
use domain::application::{Act, ActKind};
use office::request_correction::{self, Asked};
use service::Finding;

/// The page.
pub const PAGE: ActPage = ActPage { act: ActKind::RequestCorrection, noun: "correction", name: "correction" };

const ITEM_ROWS: u8 = 2;
/// Query name and value of what the form is filled in from: what differs from the papers.
pub const FROM: &str = "from";
/// As above.
pub const PAPERS: &str = "papers";

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(ask_applicant)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let opened = open(&visit, &named, PAGE).await?;
    let mut fields = kept(&visit).await?;
    if visit.query_value(FROM).as_deref() == Some(PAPERS) {
        for (section, said) in comparison::questions(&visit, &opened.view) {
            if !fields.has(&field(&section)) {
                fields.put(&field(&section), &said);
            }
        }
    }
    ask(&visit, &opened, &fields, &[])
}

async fn ask_applicant(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let opened = open(&visit, &named, PAGE).await?.seen_in(&fields);
    let (office, step, asked) = (&visit.state.office, Step::of(&fields), read(&visit, &fields));
    let mission = opened.view.mission.id.clone();
    if step == Step::Edit {
        return ask(&visit, &opened, &fields, &[]);
    }
    if step == Step::Preview {
        return match request_correction::act(office, asked.clone(), &mission, visit.moment.now) {
            Ok(act) => look(&visit, &opened, &asked, act),
            Err(error) => ask(&visit, &opened, &fields, &findings(error)?),
        };
    }
    let (actor, moment) = (visit.actor()?, &visit.moment);
    let done =
        request_correction::request_correction(office, actor, opened.id, opened.version, asked, &mission, moment);
    match done.await {
        Ok(()) => Ok(opened.done(&visit)),
        Err(error) => ask(&visit, &opened, &fields, &findings(error)?),
    }
}

fn field(section: &str) -> String {
    format!("item-{section}")
}

fn read(visit: &Visit, fields: &Fields) -> Asked {
    let sections = &visit.state.office.catalogue().form().sections;
    let items = sections.iter().map(|section| (section.id.clone(), text(fields, &field(&section.id))));
    Asked { items: items.collect(), working_days: fields.trimmed("working_days").parse().unwrap_or(0) }
}

fn ask(visit: &Visit, opened: &Opened, fields: &Fields, found: &[Finding]) -> Outcome {
    let (t, catalogue) = (visit.t(), visit.state.office.catalogue());
    let word = t.s("frame-title-error");
    // Nothing asked at all is said at the first part.
    let mut nothing = error_of(visit, PAGE, found, "items");
    let mut controls: Vec<Control> = vec![];
    for section in &catalogue.form().sections {
        let name = field(&section.id);
        let own = found
            .iter()
            .any(|one| one.field == name)
            .then(|| t.f("desk-field-error-too-long", "max", super::act::TEXT_CHARS_MAX));
        let label = t.s(&format!("section-{}-title", section.id));
        controls.push(
            Control::textarea(&name, label, ITEM_ROWS)
                .value(fields.get(&name))
                .error(nothing.take().or(own), word.clone()),
        );
    }
    let days = &catalogue.passport().correction.working_days;
    let preset = days.first().map(ToString::to_string).unwrap_or_default();
    let chosen = if fields.has("working_days") { fields.trimmed("working_days").to_owned() } else { preset };
    let mut offered = days.clone();
    offered.sort_unstable();
    let items =
        offered.iter().map(|days| Item::new(days.to_string(), t.n("desk-correction-days-option", "days", days)));
    controls.push(
        Control::radios("working_days", t.s("desk-correction-days"), items.collect())
            .hint(Some(t.s("desk-correction-days-hint")))
            .value(chosen)
            .error(error_of(visit, PAGE, found, "working_days"), word),
    );
    opened.ask(visit, Form { leads: opened.lead_after_papers(visit), facts: vec![], controls })
}

fn look(visit: &Visit, opened: &Opened, asked: &Asked, act: Act) -> Outcome {
    let t = visit.t();
    let letter = preview(visit, &opened.view, act)?;
    let said = || asked.items.iter().filter(|(_, said)| !said.is_empty());
    let mut rows: Vec<Row> =
        said().map(|(section, said)| Row::new(t.s(&format!("section-{section}-title")), said.clone())).collect();
    rows.push(Row::new(t.s("desk-correction-days"), t.n("desk-correction-days-option", "days", asked.working_days)));
    let mut hidden: Vec<Row> = said().map(|(section, said)| Row::new(field(section), said.clone())).collect();
    hidden.push(Row::new("working_days", asked.working_days.to_string()));
    opened.confirm(visit, Confirm { leads: vec![], rows, hidden, letter, decision: None })
}
