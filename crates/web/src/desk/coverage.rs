//! `/{lang}/desk/registers/coverage`: every country with the mission that serves it, the choice it offers, or "ask".

use crate::frame::Frame;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::Visit;
use askama::Template;
use axum::routing::{MethodRouter, get};
use domain::district::DistrictAnswer;
use office::registers;

/// The page.
#[derive(Template)]
#[template(path = "desk/coverage.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// How many of each kind.
    pub counts: Vec<super::Row>,
    /// Countries by name, with who serves them.
    pub rows: Vec<[String; 3]>,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(visit: Visit) -> Outcome {
    let (t, office) = (visit.t(), &visit.state.office);
    let own = registers::coverage(office, visit.actor()?)?;
    let count = |is: fn(&DistrictAnswer) -> bool| own.iter().filter(|one| is(&one.answer)).count().to_string();
    let counts = vec![
        super::Row::new(t.s("registers-one"), count(|answer| matches!(answer, DistrictAnswer::One(_)))),
        super::Row::new(t.s("registers-choice"), count(|answer| matches!(answer, DistrictAnswer::Choose(_)))),
        super::Row::new(t.s("registers-ask"), count(|answer| matches!(answer, DistrictAnswer::Ask))),
    ];
    // In the alphabet of the page, as everywhere.
    let order = visit.state.countries.of(office).items(visit.lang);
    let rows = order.iter().filter_map(|item| {
        let found = own.iter().find(|one| one.country.as_str() == item.value)?;
        let served = super::register_change::served(&visit, &found.answer);
        Some([item.label.clone(), found.country.to_string(), served])
    });
    let rows = rows.collect();
    let frame = visit.frame(t.s("registers-coverage-title")).wide().back(visit.url("/desk/registers"));
    visit.show(&Page { frame, counts, rows })
}
