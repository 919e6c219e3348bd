//! The pages of the check tool before its result: a question, a way out, and the paper that is not enough.

use super::answers::{AT_SEA, Answers, ORDER};
use crate::forms::{Control, Item, encode, error_lines};
use crate::frame::Frame;
use crate::portal::new_request::{MissionCard, card};
use crate::problem::Problem;
use crate::texts::T;
use crate::visit::Visit;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::district::DistrictAnswer;
use domain::mission::Mission;

/// A question.
#[derive(Template)]
#[template(path = "public/check_question.html")]
pub struct Question {
    /// Its frame.
    pub frame: Frame,
    /// Sentences above the question.
    pub lead: Vec<String>,
    /// The mission, where the question is only whether it is right.
    pub cards: Vec<MissionCard>,
    /// The question; none where there is nothing to choose.
    pub controls: Vec<Control>,
    /// Answers given so far, and what is asked now.
    pub hidden: Vec<(&'static str, String)>,
    /// Address of the form.
    pub action: String,
}

/// A way out, or a trap: headline, sentences, ways to go on.
#[derive(Template)]
#[template(path = "public/check_said.html")]
pub struct Said {
    /// Its frame.
    pub frame: Frame,
    /// Sentences.
    pub lead: Vec<String>,
    /// Ways to go on: what is read, address.
    pub ways: Vec<(String, String)>,
    /// The mission to ask.
    pub cards: Vec<MissionCard>,
}

/// The address with these answers.
pub fn address(visit: &Visit, answers: &Answers) -> String {
    let pairs = answers.pairs();
    let query = if pairs.is_empty() { String::new() } else { format!("?{}", encode(&pairs)) };
    visit.url(&format!("/check{query}"))
}

/// The page before: the last answer is taken back.
pub fn back(visit: &Visit, answers: &Answers) -> String {
    match answers.pairs().last() {
        Some((name, _)) => address(visit, &answers.before(name)),
        None => visit.url("/"),
    }
}

/// Asks `name`; an error is shown when it was asked and left empty.
pub fn question(visit: &Visit, answers: &Answers, name: &'static str) -> Result<Response, Problem> {
    let t = visit.t();
    let missed = visit.query_value("asked").as_deref() == Some(name);
    let error = missed.then(|| t.s(&format!("check-{name}-error")));
    let (mut lead, mut cards, mut title) = (vec![], vec![], t.s(&format!("check-{name}-title")));
    let mut hidden = answers.pairs();
    let mut controls = vec![];
    if name == "mission" {
        let offer = missions(visit, answers);
        title = t.f(&format!("check-mission-{}-title", offer.kind), "country", country_name(visit, answers, "lives"));
        lead.push(t.s(&format!("check-mission-{}", offer.kind)));
        if let (true, [one]) = (offer.kind == "one", offer.missions.as_slice()) {
            hidden.push(("mission", one.id.0.clone()));
        } else {
            controls.push(mission_control(&t, &offer));
        }
        if offer.kind == "one" {
            cards = offer.missions.iter().map(|one| card(&t, one)).collect();
        }
    } else {
        controls.push(control(visit, &t, answers, name));
    }
    let controls: Vec<Control> =
        controls.into_iter().map(|one| one.error(error.clone(), t.s("frame-error-word"))).collect();
    hidden.push(("asked", name.to_owned()));
    let frame =
        visit.frame(title).caption(t.s("check-caption")).back(back(visit, answers)).errors(error_lines(&controls));
    let status = if missed { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    visit.show_with(status, &Question { frame, lead, cards, controls, hidden, action: visit.url("/check") })
}

fn control(visit: &Visit, t: &T, answers: &Answers, name: &'static str) -> Control {
    let label = t.s(&format!("check-{name}-label"));
    let hint = t.maybe(&format!("check-{name}-hint"));
    let choices = |values: &[&str]| -> Vec<Item> {
        let item = |value: &&str| {
            let key = format!("check-{name}-{value}");
            let item = Item::new(*value, t.s(&key));
            match t.maybe(&format!("{key}-hint")) {
                Some(hint) => item.hint(hint),
                None => item,
            }
        };
        values.iter().map(item).collect()
    };
    let from_form = |field: &str| -> Vec<Item> {
        let office = &visit.state.office;
        let Some(field) = office.catalogue().form().field(field) else { return vec![] };
        field.options.iter().map(|value| Item::new(value, office.texts().option(t.lang, field, value))).collect()
    };
    let countries = || visit.state.countries.of(&visit.state.office).items(visit.lang);
    match name {
        "died" => {
            let mut items = countries();
            items.insert(0, Item::new(AT_SEA, t.s("check-died-at-sea")));
            Control::select(name, label, items).autocomplete("off")
        }
        "lives" => Control::select(name, label, countries()).autocomplete("country"),
        "issued" => Control::select(name, label, countries()).value(answers.get("died").unwrap_or_default()),
        "citizen" => Control::radios(name, label, choices(&["yes", "no", "unsure"])),
        "paper" => Control::radios(
            name,
            label,
            choices(&["medical", "court_decision", "local_death_certificate", "other", "none"]),
        ),
        "language" => Control::radios(name, label, from_form("basis-language")),
        _ => Control::radios(name, label, from_form("relation")),
    }
    .hint(hint)
    .asked_by_heading()
}

struct Offer<'v> {
    kind: &'static str,
    missions: Vec<&'v Mission>,
}

fn missions<'v>(visit: &'v Visit, answers: &Answers) -> Offer<'v> {
    let catalogue = visit.state.office.catalogue();
    let found = |ids: &[domain::ids::MissionId]| ids.iter().filter_map(|id| catalogue.mission(id)).collect();
    match answers.country("lives").map(|lives| catalogue.resolve(lives)) {
        Some(DistrictAnswer::One(id)) => Offer { kind: "one", missions: found(&[id]) },
        Some(DistrictAnswer::Choose(ids)) => Offer { kind: "choose", missions: found(&ids) },
        _ => Offer { kind: "ask", missions: catalogue.missions().iter().collect() },
    }
}

fn mission_control(t: &T, offer: &Offer<'_>) -> Control {
    let item = |one: &&Mission| {
        let item = Item::new(one.id.0.clone(), t.of(&one.name));
        let place = [one.address.as_str(), one.phone.as_str()].map(str::trim);
        let place = place.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        if place.is_empty() { item } else { item.hint(place) }
    };
    let items = offer.missions.iter().map(item).collect();
    let label = t.s("check-mission-label");
    if offer.kind == "ask" {
        Control::select("mission", label, items)
    } else {
        Control::radios("mission", label, items)
    }
}

/// The name of a country among the answers.
pub fn country_name(visit: &Visit, answers: &Answers, name: &str) -> String {
    let catalogue = visit.state.office.catalogue();
    let found = answers.country(name).and_then(|code| catalogue.country(code));
    found.map(|found| visit.t().of(found).to_owned()).unwrap_or_default()
}

/// The service is not for this case.
pub fn exit(visit: &Visit, answers: &Answers, why: &str) -> Result<Response, Problem> {
    let t = visit.t();
    let frame = visit.frame(t.s(&format!("check-exit-{why}-title"))).caption(t.s("check-caption"));
    let lead = vec![t.s(&format!("check-exit-{why}"))];
    let again = ORDER.iter().find(|name| answers.before(name).pairs().len() + 1 == answers.pairs().len());
    let change = again.map(|name| address(visit, &answers.before(name))).unwrap_or_else(|| visit.url("/check"));
    let ways = vec![(t.s("check-exit-change"), change.clone())];
    visit.show(&Said { frame: frame.back(change), lead, ways, cards: vec![] })
}

/// The paper that the person has is not the one that counts (UX.md PC6a-PC6c).
pub fn trap(visit: &Visit, answers: &Answers, paper: &str) -> Result<Response, Problem> {
    let t = visit.t();
    let country = country_name(visit, answers, "died");
    let mut lead: Vec<String> = (1..=4).filter_map(|n| t.maybe(&format!("check-trap-{paper}-{n}"))).collect();
    let has = |paper: &str| address(visit, &answers.with("paper", paper));
    let letter = match answers.get("died") {
        Some(died) if !country.is_empty() => format!("/check/letter?{}", encode(&[("died", died.to_owned())])),
        _ => "/check/letter".to_owned(),
    };
    let mut ways = vec![
        (t.s("check-trap-letter"), visit.url(&letter)),
        (t.s("check-trap-has-medical"), has("medical")),
        (t.s("check-trap-has-court"), has("court_decision")),
        (t.s("check-trap-go-on"), address(visit, &answers.with("gather", "yes"))),
    ];
    if let Some(enquiry) = super::enquiry::link(visit, answers) {
        lead.push(super::enquiry::offer(visit));
        ways.insert(0, (t.s("enquiry-link"), enquiry));
    }
    let mission = answers.mission().and_then(|id| visit.state.office.catalogue().mission(&id).cloned());
    let cards = mission.iter().map(|mission| card(&t, mission)).collect();
    let frame = visit.frame(t.s(&format!("check-trap-{paper}-title"))).caption(t.s("check-caption"));
    visit.show(&Said { frame: frame.back(back(visit, answers)), lead, ways, cards })
}
