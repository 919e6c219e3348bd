//! `/{lang}/request/new`: the country of residence leads to the mission (service page, step 3): one, a stated choice, or a question.

use super::questions::countries;
use crate::entry::TO;
use crate::forms::{Control, Fields, Item, Posted, encode, error_lines};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::Visit;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use domain::country::CountryCode;
use domain::district::DistrictAnswer;
use domain::ids::MissionId;
use domain::mission::Mission;
use office::OfficeError;
use office::start_draft::{FirstAnswers, REASON_CHARS_MAX};
use service::Finding;
use service::answers::MISSION_REASON;

/// Query and field of who says that the register names the wrong mission.
pub const OTHER: &str = "other";

/// The page: first the country, then the mission.
#[derive(Template)]
#[template(path = "portal/new_request.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// Country, and the mission where there is a choice.
    pub controls: Vec<Control>,
    /// Cards of the missions that may be meant.
    pub cards: Vec<MissionCard>,
    /// Key of the sentence above the cards; empty on the first page.
    pub said: &'static str,
    /// The country, once it is known.
    pub country: String,
    /// Address of the form.
    pub action: String,
    /// Address to choose another country.
    pub again: String,
    /// Address to say that the mission is wrong; empty where all are offered.
    pub wrong: String,
}

/// A mission as published.
pub struct MissionCard {
    /// Name.
    pub name: String,
    /// Town.
    pub city: String,
    /// Address; empty when not known.
    pub address: String,
    /// Telephone; empty when not known.
    pub phone: String,
    /// True when the row was confirmed at its source.
    pub verified: bool,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(start)
}

async fn show(visit: Visit) -> Outcome {
    if super::questions::applicant(&visit).is_none() {
        return Ok(visit.go(&format!("/identity?{}", encode(&[(TO, visit.url("/request/new"))]))));
    }
    match visit.query_value("country") {
        Some(country) if visit.query_value(OTHER).is_some() => ask_other(&visit, &country, &Fields::default(), &[]),
        Some(country) => ask_mission(&visit, StatusCode::OK, &country, "", None),
        None => ask_country(&visit, StatusCode::OK, "", None),
    }
}

async fn start(visit: Visit, Posted(fields): Posted) -> Outcome {
    let t = visit.t();
    let Ok(country) = CountryCode::parse(fields.trimmed("country")) else {
        return ask_country(&visit, StatusCode::UNPROCESSABLE_ENTITY, "", Some(t.s("new-country-error")));
    };
    if !fields.has("step") {
        return Ok(visit.go(&format!("/request/new?country={}", country.as_str())));
    }
    let chosen = fields.has("mission").then(|| MissionId(fields.trimmed("mission").to_owned()));
    let (office, actor) = (&visit.state.office, visit.actor()?);
    let is_other = fields.has(OTHER);
    if is_other && chosen.is_none() {
        return ask_other(&visit, country.as_str(), &fields, &[Finding::new("mission", "missing")]);
    }
    let known = if is_other { because(&fields) } else { FirstAnswers::default() };
    let started =
        office::start_draft::start_draft(office, actor, visit.lang, &country, chosen.as_ref(), known, &visit.moment);
    match started.await {
        Ok(draft) => Ok(visit.go(&format!("/request/{draft}"))),
        Err(OfficeError::Findings(found)) if found.iter().any(|one| one.field == "draft") => {
            Err(OfficeError::Findings(found).into())
        }
        Err(OfficeError::Findings(found)) if is_other => ask_other(&visit, country.as_str(), &fields, &found),
        Err(OfficeError::Findings(_)) => chosen_wrongly(&visit, &fields),
        Err(other) => Err(other.into()),
    }
}

/// What was said of another mission, as it begins the draft.
pub fn because(fields: &Fields) -> FirstAnswers {
    let text = fields.trimmed(MISSION_REASON).replace("\r\n", "\n");
    FirstAnswers([(MISSION_REASON.to_owned(), text)].into())
}

/// The questions of who says that the register names the wrong mission.
pub fn other_controls(visit: &Visit, fields: &Fields, found: &[Finding]) -> Vec<Control> {
    let t = visit.t();
    let error = |field: &str| {
        let own = found.iter().find(|own| own.field == field)?;
        Some(t.f(&format!("new-other-error-{field}-{}", own.code), "max", REASON_CHARS_MAX))
    };
    let missions = visit.state.office.catalogue().missions().iter();
    let items = missions.map(|one| Item::new(one.id.0.clone(), t.of(&one.name))).collect();
    vec![
        Control::select("mission", t.s("new-mission-label"), items)
            .value(fields.get("mission"))
            .error(error("mission"), t.s("frame-error-word")),
        Control::textarea(MISSION_REASON, t.s("new-other-reason"), 4)
            .hint(Some(t.s("new-other-reason-hint")))
            .value(fields.get(MISSION_REASON))
            .error(error(MISSION_REASON), t.s("frame-error-word")),
    ]
}

fn ask_other(visit: &Visit, country: &str, fields: &Fields, found: &[Finding]) -> Outcome {
    let Ok(country) = CountryCode::parse(country) else { return ask_country(visit, StatusCode::OK, "", None) };
    let t = visit.t();
    let controls = other_controls(visit, fields, found);
    let back = visit.url(&format!("/request/new?country={country}"));
    let frame = visit.frame(t.s("new-other-title")).back(back).errors(error_lines(&controls));
    let status = if found.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = Page {
        frame,
        controls,
        cards: vec![],
        said: "new-other",
        country: country.as_str().to_owned(),
        action: visit.url("/request/new"),
        again: visit.url("/request/new"),
        wrong: String::new(),
    };
    visit.show_with(status, &page)
}

fn chosen_wrongly(visit: &Visit, fields: &Fields) -> Outcome {
    let error = Some(visit.t().s("new-mission-error"));
    ask_mission(visit, StatusCode::UNPROCESSABLE_ENTITY, fields.trimmed("country"), fields.trimmed("mission"), error)
}

fn ask_country(visit: &Visit, status: StatusCode, value: &str, error: Option<String>) -> Result<Response, Problem> {
    let t = visit.t();
    let control = Control::select("country", t.s("new-country-label"), countries(visit))
        .hint(Some(t.s("new-country-hint")))
        .value(value)
        .error(error, t.s("frame-error-word"))
        .autocomplete("country")
        .asked_by_heading();
    let controls = vec![control];
    let frame = visit.frame(t.s("new-country-title")).back(visit.url("/services")).errors(error_lines(&controls));
    let page = Page {
        frame,
        controls,
        cards: vec![],
        said: "",
        country: String::new(),
        action: visit.url("/request/new"),
        again: visit.url("/request/new"),
        wrong: String::new(),
    };
    visit.show_with(status, &page)
}

fn ask_mission(visit: &Visit, status: StatusCode, country: &str, chosen: &str, error: Option<String>) -> Outcome {
    let Ok(country) = CountryCode::parse(country) else { return ask_country(visit, StatusCode::OK, "", None) };
    let (t, catalogue) = (visit.t(), visit.state.office.catalogue());
    let (said, missions): (_, Vec<&Mission>) = match catalogue.resolve(country) {
        DistrictAnswer::One(id) => ("new-mission-one", catalogue.mission(&id).into_iter().collect()),
        DistrictAnswer::Choose(ids) => {
            ("new-mission-choose", ids.iter().filter_map(|id| catalogue.mission(id)).collect())
        }
        DistrictAnswer::Ask => ("new-mission-ask", catalogue.missions().iter().collect()),
    };
    let single = said == "new-mission-one";
    let name = catalogue.country(country).map_or_else(|| country.as_str().to_owned(), |name| t.of(name).to_owned());
    let mut controls = vec![];
    if !single {
        let items: Vec<Item> = missions.iter().map(|one| Item::new(one.id.0.clone(), t.of(&one.name))).collect();
        let control = if said == "new-mission-ask" {
            Control::select("mission", t.s("new-mission-label"), items)
        } else {
            Control::radios("mission", t.s("new-mission-label"), items)
        };
        controls.push(control.value(chosen).error(error, t.s("frame-error-word")));
    }
    let heading = t.f(&format!("{said}-title"), "country", name);
    let frame = visit.frame(heading).back(visit.url("/request/new")).errors(error_lines(&controls));
    let cards =
        if said == "new-mission-ask" { vec![] } else { missions.into_iter().map(|one| card(&t, one)).collect() };
    let (action, again) = (visit.url("/request/new"), visit.url("/request/new"));
    let wrong = match said {
        "new-mission-ask" => String::new(),
        _ => visit.url(&format!("/request/new?country={country}&{OTHER}=yes")),
    };
    let country = country.as_str().to_owned();
    visit.show_with(status, &Page { frame, controls, cards, said, country, action, again, wrong })
}

/// A mission as the register says it.
pub fn card(t: &crate::texts::T, mission: &Mission) -> MissionCard {
    MissionCard {
        name: t.of(&mission.name).to_owned(),
        city: t.of(&mission.city).to_owned(),
        address: mission.address.clone(),
        phone: mission.phone.clone(),
        verified: mission.mark == domain::provenance::Mark::Yes,
    }
}
