//! `/{lang}/afterwards`: other things to do after a death abroad, for a country, with the mission that serves it (UX.md 2.7, H5).

use crate::forms::{Control, Item};
use crate::frame::Frame;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::texts::T;
use crate::visit::Visit;
use askama::Template;
use axum::routing::{MethodRouter, get};
use domain::country::CountryCode;
use domain::district::DistrictAnswer;
use domain::provenance::Mark;

/// Name of the query's country.
const COUNTRY: &str = "country";

/// The page.
#[derive(Template)]
#[template(path = "public/afterwards.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// The choice of a country.
    pub countries: Control,
    /// Things to do.
    pub things: Vec<Thing>,
    /// Missions that serve the country: name, address, telephone as read and as dialled.
    pub missions: Vec<[String; 4]>,
}

/// A thing to do.
#[derive(Clone, Debug)]
pub struct Thing {
    /// What.
    pub title: String,
    /// In a sentence or two.
    pub text: String,
    /// Where it was read; empty where it was not.
    pub source: String,
    /// Nobody has confirmed it yet.
    pub is_unverified: bool,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(visit: Visit) -> Outcome {
    let (t, office) = (visit.t(), &visit.state.office);
    let catalogue = office.catalogue();
    let asked = visit.query_value(COUNTRY).and_then(|code| CountryCode::parse(&code).ok());
    let country = asked.filter(|code| catalogue.country(*code).is_some());
    let own = catalogue.afterwards().iter().filter(|thing| thing.country.is_none() || thing.country == country);
    let things = own.map(|thing| Thing {
        title: t.of(&thing.title).to_owned(),
        text: t.of(&thing.text).to_owned(),
        source: if thing.mark == Mark::No { String::new() } else { named(&t, &thing.source) },
        is_unverified: thing.mark == Mark::No,
    });
    let served = match country.map(|code| catalogue.resolve(code)) {
        Some(DistrictAnswer::One(one)) => vec![one],
        Some(DistrictAnswer::Choose(many)) => many,
        Some(DistrictAnswer::Ask) | None => vec![],
    };
    let missions = served.iter().filter_map(|id| catalogue.mission(id));
    let missions = missions.map(|own| {
        let dialled = first_number(&own.phone).chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        [t.of(&own.name).to_owned(), own.address.clone(), own.phone.clone(), dialled]
    });
    let items: Vec<Item> = visit.state.countries.of(office).items(visit.lang);
    let countries = Control::select(COUNTRY, t.s("afterwards-country"), items)
        .value(country.map(|code| code.to_string()).unwrap_or_default());
    let frame = visit.frame(t.s("afterwards-title"));
    visit.show(&Page { frame, countries, things: things.collect(), missions: missions.collect() })
}

/// A register's cell may hold several numbers or an extension: one is dialled.
fn first_number(cell: &str) -> &str {
    cell.split(|c: char| matches!(c, ';' | ',' | '/') || c.is_alphabetic()).next().unwrap_or(cell)
}

/// A source as the reader names it: the registers name the codes of the law in English.
fn named(t: &T, source: &str) -> String {
    let codes = [("Family Code ", "afterwards-family-code"), ("Digital Code ", "afterwards-digital-code")];
    let code =
        codes.iter().find_map(|(name, key)| source.strip_prefix(name).map(|article| t.f(key, "article", article)));
    code.unwrap_or_else(|| source.to_owned())
}
