//! `/{lang}/request/checked/{answers}`: the request that the check tool has prepared. What was answered there is shown once and taken
//! over; nothing of it is asked again.

use super::new_request::{MissionCard, OTHER, because, card, other_controls};
use crate::entry::TO;
use crate::forms::{Control, Fields, Posted, encode, error_lines};
use crate::frame::Frame;
use crate::portal::times;
use crate::problem::{Outcome, Problem};
use crate::public::check::answers::Answers;
use crate::state::AppState;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::ids::MissionId;
use office::OfficeError;
use office::start_draft::FirstAnswers;
use service::Finding;

/// The page.
#[derive(Template)]
#[template(path = "portal/checked_request.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// The mission.
    pub card: Option<MissionCard>,
    /// Address of the form.
    pub action: String,
    /// Address of the list, to look again.
    pub list: String,
    /// Address to say that the mission is wrong.
    pub wrong: String,
    /// The questions of who says so; none where the mission is right.
    pub controls: Vec<Control>,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(start)
}

/// The answers of the address; such a page does not exist for others.
fn answers(visit: &Visit, named: &Named) -> Result<(String, Answers), Problem> {
    let path: String = named.get("answers")?;
    let answers = Answers::from_path(visit.state.office.catalogue(), &path);
    if answers.path().is_some() { Ok((path, answers)) } else { Err(Problem::NotFound) }
}

async fn show(visit: Visit, named: Named) -> Outcome {
    page(&visit, &named, &Fields::default(), &[])
}

fn page(visit: &Visit, named: &Named, fields: &Fields, found: &[Finding]) -> Outcome {
    let (path, answers) = answers(visit, named)?;
    let own = visit.url(&format!("/request/checked/{path}"));
    if super::questions::applicant(visit).is_none() {
        return Ok(visit.go(&format!("/identity?{}", encode(&[(TO, own)]))));
    }
    let t = visit.t();
    let mission = answers.mission().and_then(|id| visit.state.office.catalogue().mission(&id).cloned());
    // The paths carry no citizenship: who came so far was told, and the form asks for it.
    let list = crate::public::check::page::address(visit, &answers.with("citizen", "yes"));
    let frame = visit.frame(t.s("checked-title")).back(list.clone());
    let frame = match &mission {
        Some(mission) => frame.help(Some(times::help(&t, mission)), None),
        None => frame,
    };
    let is_other = visit.query_value(OTHER).is_some();
    let controls = if is_other { other_controls(visit, fields, found) } else { vec![] };
    let card = mission.as_ref().filter(|_| !is_other).map(|mission| card(&t, mission));
    let wrong = format!("{own}?{OTHER}=yes");
    let action = if is_other { wrong.clone() } else { own };
    let status = if found.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let frame = frame.errors(error_lines(&controls));
    visit.show_with(status, &Page { frame, card, action, list, wrong, controls })
}

async fn start(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let (_, answers) = answers(&visit, &named)?;
    let Some(residence) = answers.country("lives") else { return Err(Problem::NotFound) };
    let is_other = visit.query_value(OTHER).is_some();
    let (mission, mut first) = (answers.mission(), first_answers(&answers));
    let mission = match is_other {
        true if !fields.has("mission") => return page(&visit, &named, &fields, &[Finding::new("mission", "missing")]),
        true => Some(MissionId(fields.trimmed("mission").to_owned())),
        false => mission,
    };
    if is_other {
        first.0.extend(because(&fields).0);
    }
    let office = &visit.state.office;
    let started = office::start_draft::start_draft(
        office,
        visit.actor()?,
        visit.lang,
        &residence,
        mission.as_ref(),
        first,
        &visit.moment,
    );
    match started.await {
        Ok(draft) => Ok(visit.go(&format!("/request/{draft}"))),
        Err(OfficeError::Findings(found)) if is_other => page(&visit, &named, &fields, &found),
        Err(OfficeError::Findings(_)) => Ok(visit.go("/request/new")),
        Err(other) => Err(other.into()),
    }
}

/// Each answer by the form's name of its question.
fn first_answers(answers: &Answers) -> FirstAnswers {
    let basis = answers.has_basis().then(|| answers.basis().as_str());
    let pairs = [
        ("death-country", answers.country("died").and(answers.get("died"))),
        ("basis", basis),
        ("basis-country", answers.get("issued")),
        ("basis-language", answers.get("language")),
        ("relation", answers.get("relation")),
    ];
    FirstAnswers(pairs.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?.to_owned()))).collect())
}
