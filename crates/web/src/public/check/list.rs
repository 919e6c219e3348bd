//! The result of the check tool: a numbered list of what this person needs, each with why and where, to print or to begin with.
//!
//! Every line is an answer of `domain`'s rules for these answers, with its mark where nobody has confirmed it.

use super::answers::{Answers, ORDER};
use super::page::{address, back, country_name};
use crate::frame::Frame;
use crate::portal::new_request::{MissionCard, card};
use crate::portal::times;
use crate::problem::Problem;
use crate::texts::T;
use crate::visit::Visit;
use askama::Template;
use axum::response::Response;
use domain::country::CountryCode;
use domain::documents::legalization::{LegalizationNeed, NothingNeeded, legalization};
use domain::documents::power_of_attorney::power_of_attorney_needed;
use domain::documents::translation::translation_needed;
use domain::request::Relation;
use service::summary::legalization_text;

/// The page.
#[derive(Template)]
#[template(path = "public/check_list.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// What is needed.
    pub things: Vec<Thing>,
    /// The mission.
    pub card: Option<MissionCard>,
    /// Its clock now.
    pub mission_time: String,
    /// The answers: question, answer, address to change it.
    pub answers: Vec<(String, String, String)>,
    /// Address that begins the request with these answers.
    pub start: String,
    /// The whole address of this page, for a printed list.
    pub link: String,
    /// Where it is sent by mail.
    pub mail: String,
    /// Where the mission is asked, for who answered "I do not know" or got that answer: sentence and address.
    pub enquiry: Option<(String, String)>,
}

/// One thing.
pub struct Thing {
    /// What.
    pub title: String,
    /// Why, and where it is had.
    pub lines: Vec<String>,
    /// It is there, or needs nothing.
    pub done: bool,
}

/// Shows the list.
pub fn show(visit: &Visit, answers: &Answers) -> Result<Response, Problem> {
    let t = visit.t();
    let catalogue = visit.state.office.catalogue();
    let mission = answers.mission().and_then(|id| catalogue.mission(&id).cloned());
    let frame = visit.frame(t.s("check-list-title")).back(back(visit, answers));
    let own = address(visit, answers);
    let page = Page {
        things: things(visit, &t, answers),
        card: mission.as_ref().map(|mission| card(&t, mission)),
        mission_time: mission.as_ref().map(|mission| times::when(&t, visit.moment.now, mission)).unwrap_or_default(),
        answers: given(visit, &t, answers),
        start: answers.path().map(|path| visit.url(&format!("/request/checked/{path}"))).unwrap_or_default(),
        mail: own.replacen("/check?", "/check/mail?", 1),
        enquiry: super::enquiry::link(visit, answers)
            .filter(|_| is_unsure(visit, answers))
            .map(|link| (super::enquiry::offer(visit), link)),
        link: format!("{}{own}", visit.state.office.settings().host),
        frame: match &mission {
            Some(mission) => frame.help(Some(times::help(&t, mission)), None),
            None => frame,
        },
    };
    visit.show(&page)
}

/// Something is not known: to the person, or to us.
fn is_unsure(visit: &Visit, answers: &Answers) -> bool {
    let unknown = need(visit, answers).is_some_and(|(need, _)| matches!(need, LegalizationNeed::Unknown { .. }));
    unknown || !answers.has_basis() || answers.get("citizen") == Some("unsure")
}

/// Apostille, legalization or nothing, for a paper issued now in the country that was answered.
fn need(visit: &Visit, answers: &Answers) -> Option<(LegalizationNeed, CountryCode)> {
    let issued_in = answers.country("issued")?;
    let today = visit.moment.now.to_zoned(jiff::tz::TimeZone::UTC).date();
    let treaties = visit.state.office.catalogue().treaties();
    Some((legalization(answers.basis(), issued_in, Some(today), today, treaties), issued_in))
}

/// What this person needs, by the answers.
pub fn things(visit: &Visit, t: &T, answers: &Answers) -> Vec<Thing> {
    let mut things = vec![basis(t, answers), stamp(visit, t, answers)];
    things.retain(|thing| !thing.lines.is_empty());
    if let Some(language) = answers.language() {
        let needed = translation_needed(&language);
        things.push(thing(t, if needed { "translation" } else { "no-translation" }, !needed));
    }
    things.push(thing(t, "identity-of-deceased", false));
    match answers.relation() {
        Some(relation) if power_of_attorney_needed(&relation) => things.push(thing(t, "power-of-attorney", false)),
        // Whether surnames differ is not asked here; the form asks for the names.
        Some(Relation::Spouse | Relation::Child | Relation::Parent) => {
            things.push(thing(t, "kinship-if-names-differ", false))
        }
        Some(Relation::Sibling | Relation::Grand | Relation::OtherRelative(_)) => {
            things.push(thing(t, "kinship", false))
        }
        _ => {}
    }
    things.push(thing(t, "own-identity", false));
    if answers.get("citizen") == Some("unsure") {
        things.push(thing(t, "citizenship", false));
    }
    things
}

fn thing(t: &T, name: &str, done: bool) -> Thing {
    let line = |part: &str| t.maybe(&format!("check-thing-{name}-{part}"));
    Thing {
        title: t.s(&format!("check-thing-{name}")),
        lines: ["why", "where"].into_iter().filter_map(line).collect(),
        done,
    }
}

fn basis(t: &T, answers: &Answers) -> Thing {
    let kind = answers.basis();
    let name =
        if answers.has_basis() { format!("has-{}", kind.as_str().replace('_', "-")) } else { "get-medical".to_owned() };
    thing(t, &name, answers.has_basis())
}

/// The one plain sentence on apostille or legalization, for a paper issued now.
fn stamp(visit: &Visit, t: &T, answers: &Answers) -> Thing {
    let catalogue = visit.state.office.catalogue();
    let Some((need, issued_in)) = need(visit, answers) else {
        return Thing { title: String::new(), lines: vec![], done: true };
    };
    let sentence = legalization_text(catalogue, visit.state.office.texts(), visit.lang, issued_in, need);
    let mut lines = vec![sentence];
    let country = country_name(visit, answers, "issued");
    match need {
        LegalizationNeed::None { why: NothingNeeded::Treaty { since, .. } }
        | LegalizationNeed::Apostille { since, .. } => {
            lines.push(t.f2("check-thing-stamp-since", "country", country, "date", t.date(since)));
        }
        LegalizationNeed::Legalization => lines.push(t.f("check-thing-stamp-legalization-where", "country", country)),
        _ => {}
    }
    lines.push(t.s("check-thing-stamp-source"));
    Thing {
        title: t.s(&format!("check-thing-stamp-{}", need.as_str())),
        lines,
        done: matches!(need, LegalizationNeed::None { .. }),
    }
}

/// What was answered, with the way to change it.
fn given(visit: &Visit, t: &T, answers: &Answers) -> Vec<(String, String, String)> {
    let office = &visit.state.office;
    let option = |field: &str, value: &str| {
        let field = office.catalogue().form().field(field);
        field.map(|field| office.texts().option(t.lang, field, value)).unwrap_or_default()
    };
    let said = |name: &str, value: &str| match name {
        "died" if value == super::answers::AT_SEA => t.s("check-died-at-sea"),
        "died" | "lives" | "issued" => country_name(visit, answers, name),
        "mission" => {
            let mission = answers.mission().and_then(|id| office.catalogue().mission(&id).cloned());
            mission.map(|mission| t.of(&mission.name).to_owned()).unwrap_or_default()
        }
        "language" => option("basis-language", value),
        "relation" => option("relation", value),
        other => t.s(&format!("check-{other}-{value}")),
    };
    ORDER
        .iter()
        .filter(|name| **name != "gather")
        .filter_map(|name| {
            let value = answers.get(name)?;
            Some((t.s(&format!("check-{name}-label")), said(name, value), address(visit, &answers.without(name))))
        })
        .collect()
}
