//! `/{lang}/services/{application}/see-file`: the file of the case (APPC 75). What is the applicant's own is there at once; the rest is asked for, and
//! stands here when an officer has opened it.

use super::{case, times};
use crate::forms::{Control, Item, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::texts::T;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::ids::ApplicationId;
use domain::motion::{FileWay, Kind, SEE_FILE_WORKING_DAYS_MAX, Word};
use office::OfficeError;
use office::cases::CaseView;
use office::open_file::{Opened, opened};

/// The page.
#[derive(Template)]
#[template(path = "portal/see_file.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// Papers that are the applicant's own: text and address.
    pub papers: Vec<(String, String)>,
    /// Where what was asked for stands, in words.
    pub told: Vec<String>,
    /// Decisions that were opened: text and address.
    pub decisions: Vec<(String, String)>,
    /// Every act: what, when, who.
    pub acts: Vec<(String, String, String)>,
    /// What other bodies were told, and when.
    pub notices: Vec<(String, String)>,
    /// How to see the rest; nothing while an answer is awaited.
    pub controls: Vec<Control>,
    /// Address of the form.
    pub action: String,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(ask)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    page(&visit, named.get("application")?, StatusCode::OK).await
}

async fn ask(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let id: ApplicationId = named.get("application")?;
    let way = FileWay::from_name(fields.trimmed("way"));
    match office::ask_file::ask(&visit.state.office, visit.actor()?, id, way, &visit.moment).await {
        Ok(()) => Ok(visit.go(&format!("/services/{id}/see-file"))),
        Err(OfficeError::Findings(_)) => page(&visit, id, StatusCode::UNPROCESSABLE_ENTITY).await,
        Err(other) => Err(other.into()),
    }
}

async fn page(visit: &Visit, id: ApplicationId, status: StatusCode) -> Outcome {
    let (office, actor, t) = (&visit.state.office, visit.actor()?, visit.t());
    let view = office::cases::get(office, actor, id, visit.moment.now).await?;
    let opened = opened(office, actor, id).await?;
    let may_ask = view.motions.may_ask.contains(&Kind::SeeFile);
    let controls: Vec<Control> = may_ask.then(|| way(&t, status)).into_iter().collect();
    let case = visit.url(&format!("/services/{id}"));
    let frame = visit
        .frame(t.s("file-title"))
        .caption(view.line.reference.clone())
        .back(case.clone())
        .errors(error_lines(&controls))
        .help(Some(times::help(&t, &view.mission)), Some(view.line.reference.clone()));
    let papers = case::papers(visit, &t, &view).into_iter();
    let files = case::files(visit, &t, &view).into_iter();
    let when = |at| times::when(&t, at, &view.mission);
    let page = Page {
        frame,
        papers: papers.chain(files.map(|(kind, name, url)| (format!("{kind}: {name}"), url))).collect(),
        told: told(&t, &view, &opened),
        decisions: decisions(&t, &opened, &case),
        acts: acts(&t, &opened, &view),
        notices: opened
            .notices
            .iter()
            .map(|(kind, at)| (t.s(&format!("outgoing-kind-{}", kind.as_str().replace('_', "-"))), when(*at)))
            .collect(),
        controls,
        action: format!("{case}/see-file"),
    };
    visit.show_with(status, &page)
}

fn way(t: &T, status: StatusCode) -> Control {
    let error = (status != StatusCode::OK).then(|| t.s("file-error-way-missing"));
    let items =
        FileWay::ALL.map(|own| Item::new(own.as_str(), t.s(&format!("file-way-{}", own.as_str().replace('_', "-")))));
    Control::radios("way", t.s("file-way"), items.into())
        .hint(Some(t.n("file-way-hint", "days", SEE_FILE_WORKING_DAYS_MAX)))
        .error(error, t.s("frame-error-word"))
}

/// What was asked for and not answered, or what was answered last.
fn told(t: &T, view: &CaseView, opened: &Opened) -> Vec<String> {
    let words = view.motions.words();
    let mut told = vec![];
    if let Some(due) = office::open_file::asked(&words).and_then(|own| own.due_at) {
        told.push(t.f("file-asked", "when", times::when(t, due, &view.mission)));
    }
    let Some(said) = &opened.said else { return told };
    told.push(t.f("file-opened-at", "when", times::when(t, said.said_at, &view.mission)));
    if let Word::OpenFile { withheld, visit, .. } = &said.word {
        told.extend((!visit.is_empty()).then(|| t.f("file-visit-said", "text", visit)));
        told.extend((!withheld.is_empty()).then(|| t.f("file-withheld-said", "text", withheld)));
    }
    told
}

fn decisions(t: &T, opened: &Opened, case: &str) -> Vec<(String, String)> {
    let links = |number: &u32| {
        [("decision", "paper-link-decision"), ("decision-proof", "paper-link-decision-proof")]
            .map(|(kind, key)| (t.f(key, "number", number), format!("{case}/papers/{kind}-{number}")))
    };
    opened.decisions.iter().flat_map(links).collect()
}

fn acts(t: &T, opened: &Opened, view: &CaseView) -> Vec<(String, String, String)> {
    let line = |(act, at, officer): &(String, jiff::Timestamp, Option<domain::paper::OfficerLine>)| {
        let who = officer.as_ref().map(|own| format!("{}, {}", own.name, t.of(&own.post))).unwrap_or_default();
        (t.s(&format!("timeline-{}", act.replace('_', "-"))), times::when(t, *at, &view.mission), who)
    };
    opened.acts.iter().map(line).collect()
}
