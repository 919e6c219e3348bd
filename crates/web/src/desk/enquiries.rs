//! `/{lang}/desk/enquiries`: questions put to the mission before applying, those that wait first, by the promised day.

use super::clock::Clock;
use super::nav::{self, Link};
use crate::frame::Frame;
use crate::problem::Outcome;
use crate::public::check::enquiry::about;
use crate::state::AppState;
use crate::visit::Visit;
use askama::Template;
use axum::routing::{MethodRouter, get};
use domain::enquiry::{KEPT_AFTER_ANSWER_DAYS, KEPT_UNANSWERED_DAYS};
use domain::lang::Lang;
use office::enquiry::view;
use store::enquiry::{Enquiry, State};

/// The page.
#[derive(Template)]
#[template(path = "desk/enquiries.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// Rooms of the desk.
    pub nav: Vec<Link>,
    /// What these are, and how long they are kept.
    pub lead: String,
    /// Those that wait, and those that are answered.
    pub lists: [List; 2],
}

/// One of the two lists: keys of its heading, of what is said when it is empty, and of its column with a day.
#[derive(Clone, Debug)]
pub struct List {
    /// See there.
    pub title: &'static str,
    /// See there.
    pub empty: &'static str,
    /// See there.
    pub day: &'static str,
    /// Its questions.
    pub rows: Vec<Row>,
}

impl List {
    /// Those that wait.
    pub fn waiting(rows: Vec<Row>) -> List {
        List { title: "enquiries-waiting", empty: "enquiries-none-waiting", day: "enquiries-answer-by", rows }
    }

    /// Those that are answered.
    pub fn answered(rows: Vec<Row>) -> List {
        List { title: "enquiries-answered", empty: "enquiries-none-answered", day: "enquiries-answered-at", rows }
    }
}

/// A question.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its page.
    pub url: String,
    /// When it came.
    pub sent: String,
    /// Until when an answer was promised, or when it was given.
    pub day: String,
    /// That day has passed.
    pub late: bool,
    /// Country, paper and language of who asked.
    pub cells: [String; 3],
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(visit: Visit) -> Outcome {
    let (mission, found) = view::of_desk(&visit.state.office, visit.actor()?).await?;
    let (t, clock) = (visit.t(), Clock::of(&visit, &mission));
    let rows = |waits: bool| {
        let own = found.iter().filter(|own| (own.state == State::Waiting) == waits);
        own.map(|own| row(&visit, &clock, own)).collect::<Vec<_>>()
    };
    visit.show(&Page {
        frame: visit.frame(t.s("enquiries-title")).wide(),
        nav: nav::links(&visit),
        lead: t.f2("enquiries-lead", "days", KEPT_AFTER_ANSWER_DAYS, "unanswered", KEPT_UNANSWERED_DAYS),
        lists: [List::waiting(rows(true)), List::answered(rows(false))],
    })
}

fn row(visit: &Visit, clock: &Clock<'_>, own: &Enquiry) -> Row {
    let [(_, country), (_, paper)] = about(visit, &own.country, &own.paper);
    let (day, late) = match &own.state {
        State::Waiting => (own.answer_by, own.answer_by < visit.moment.now),
        State::Answered { at, .. } => (*at, false),
    };
    Row {
        url: visit.url(&format!("/desk/enquiries/{}", own.id)),
        sent: clock.short(own.sent_at),
        day: clock.short(day),
        late,
        cells: [country, paper, visit.t().s(language_key(own.lang))],
    }
}

/// Key of the name of a language.
pub fn language_key(lang: Lang) -> &'static str {
    match lang {
        Lang::Kk => "enquiries-language-kk",
        Lang::Ru => "enquiries-language-ru",
        Lang::En => "enquiries-language-en",
    }
}
