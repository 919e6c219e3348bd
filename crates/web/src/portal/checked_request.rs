//! `/{lang}/request/checked/{answers}`: the request that the check tool has prepared. What was answered there is shown once and taken
//! over; nothing of it is asked again.

use super::new_request::{MissionCard, card};
use crate::entry::TO;
use crate::forms::{Posted, encode};
use crate::frame::Frame;
use crate::portal::times;
use crate::problem::{Outcome, Problem};
use crate::public::check::answers::Answers;
use crate::state::AppState;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::routing::{MethodRouter, get};
use office::OfficeError;
use office::start_draft::FirstAnswers;

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
    let (path, answers) = answers(&visit, &named)?;
    let own = visit.url(&format!("/request/checked/{path}"));
    if super::questions::applicant(&visit).is_none() {
        return Ok(visit.go(&format!("/identity?{}", encode(&[(TO, own)]))));
    }
    let t = visit.t();
    let mission = answers.mission().and_then(|id| visit.state.office.catalogue().mission(&id).cloned());
    // The paths carry no citizenship: who came so far was told, and the form asks for it.
    let list = crate::public::check::page::address(&visit, &answers.with("citizen", "yes"));
    let frame = visit.frame(t.s("checked-title")).back(list.clone());
    let frame = match &mission {
        Some(mission) => frame.help(Some(times::help(&t, mission)), None),
        None => frame,
    };
    visit.show(&Page { frame, card: mission.as_ref().map(|mission| card(&t, mission)), action: own, list })
}

async fn start(visit: Visit, named: Named, _: Posted) -> Outcome {
    let (_, answers) = answers(&visit, &named)?;
    let Some(residence) = answers.country("lives") else { return Err(Problem::NotFound) };
    let (office, mission) = (&visit.state.office, answers.mission());
    let started = office::start_draft::start_draft(
        office,
        visit.actor()?,
        visit.lang,
        &residence,
        mission.as_ref(),
        first_answers(&answers),
        &visit.moment,
    );
    match started.await {
        Ok(draft) => Ok(visit.go(&format!("/request/{draft}"))),
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
