//! `/{lang}/`: the service in the words of its passport (the ten fields of the law) with "Request online".

use crate::frame::Frame;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::texts::T;
use crate::visit::Visit;
use askama::Template;
use axum::routing::{MethodRouter, get};
use domain::provenance::Mark;
use service::passport::Passport;

/// The page.
#[derive(Template)]
#[template(path = "public/service_page.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// The ten fields: key of the name, text, true when confirmed at its source.
    pub passport: Vec<(&'static str, String, bool)>,
    /// Where "Request online" leads.
    pub request: String,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(visit: Visit) -> Outcome {
    let t = visit.t();
    let passport = rows(&t, visit.state.office.catalogue().passport());
    visit.show(&Page { frame: visit.frame(t.s("service-title")), passport, request: visit.url("/request/new") })
}

/// The ten fields of the law: key of the name, text, whether it was confirmed.
pub fn rows(t: &T, passport: &Passport) -> Vec<(&'static str, String, bool)> {
    let fields = [
        ("passport-name", &passport.name),
        ("passport-provider", &passport.provider),
        ("passport-ways", &passport.ways),
        ("passport-form", &passport.form),
        ("passport-result", &passport.result),
        ("passport-fee", &passport.fee),
        ("passport-schedule", &passport.schedule),
        ("passport-documents", &passport.documents),
        ("passport-refusal-grounds", &passport.refusal_grounds),
    ];
    let mut rows: Vec<(&'static str, String, bool)> =
        fields.into_iter().map(|(key, fact)| (key, t.of(&fact.text()).to_owned(), fact.mark() != Mark::No)).collect();
    rows.insert(3, ("passport-term", t.of(&passport.term.text()).to_owned(), true));
    rows
}
