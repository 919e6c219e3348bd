//! `/{lang}/check/letter`: a letter to the hospital or doctor, to print: please give a medical document on the death.
//! In the page's language and in English; what language the doctor reads is not known here.

use crate::frame::Frame;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::texts::T;
use crate::visit::Visit;
use askama::Template;
use axum::routing::{MethodRouter, get};
use domain::lang::Lang;

/// The page.
#[derive(Template)]
#[template(path = "public/check_letter.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// The letters, each with its language.
    pub letters: Vec<Letter>,
}

/// One letter.
pub struct Letter {
    /// BCP 47.
    pub lang: &'static str,
    /// Subject.
    pub subject: String,
    /// Paragraphs.
    pub paragraphs: Vec<String>,
    /// What is filled in by hand.
    pub blanks: Vec<String>,
    /// Close.
    pub close: String,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(visit: Visit) -> Outcome {
    let t = visit.t();
    let mut letters = vec![letter(&t)];
    if visit.lang != Lang::En {
        letters.push(letter(&visit.t_in(Lang::En)));
    }
    visit.show(&Page { frame: visit.frame(t.s("check-letter-title")).caption(t.s("check-caption")), letters })
}

fn letter(t: &T) -> Letter {
    Letter {
        lang: t.lang.tag(),
        subject: t.s("check-letter-subject"),
        paragraphs: ["ask", "says", "why"].iter().map(|part| t.s(&format!("check-letter-{part}"))).collect(),
        blanks: ["name", "born", "died", "from"]
            .iter()
            .map(|part| t.s(&format!("check-letter-blank-{part}")))
            .collect(),
        close: t.s("check-letter-close"),
    }
}
