//! `/{lang}/terms`: how each mission keeps the law's terms, for everybody. No case and no name comes near it.

use crate::desk::statistics::{TermRow, term_row};
use crate::frame::Frame;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::Visit;
use askama::Template;
use axum::routing::{MethodRouter, get};
use office::statistics::{board, law};

/// The page.
#[derive(Template)]
#[template(path = "public/terms.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// The law's term, in words.
    pub law: String,
    /// Which months, in words.
    pub months: String,
    /// The missions.
    pub terms: Vec<TermRow>,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(visit: Visit) -> Outcome {
    let office = &visit.state.office;
    let (t, board) = (visit.t(), board(office, visit.moment.now).await?);
    let [portal, paper] = law(office);
    let mut terms: Vec<TermRow> = board.terms.iter().map(|own| term_row(&visit, own)).collect();
    terms.sort_by(|one, other| one.mission.cmp(&other.mission));
    let month = |first: jiff::civil::Date| first.strftime("%m.%Y").to_string();
    visit.show(&Page {
        frame: visit.frame(t.s("terms-title")),
        law: t.f2("terms-law", "portal", portal, "paper", paper),
        months: t.f2("terms-months", "from", month(board.months.first), "until", month(board.months.last)),
        terms,
    })
}
