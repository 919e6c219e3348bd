//! `/{lang}/enquiry?key=…`: a question to a mission at its private link, for who put it without an account: whether it is answered, the answer,
//! and a button that erases it all. Who has the link may read it; nothing leads here but the person's own page and letters.

use super::check::enquiry::about;
use crate::forms::{Posted, encode};
use crate::frame::Frame;
use crate::portal::{sign_panel, times};
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::Visit;
use askama::Template;
use axum::routing::{MethodRouter, get};
use office::enquiry::answer::said;
use office::enquiry::view::EnquiryView;
use office::enquiry::{erase, view};
use store::enquiry::State;

/// The page, also for who reads it in the account.
#[derive(Template)]
#[template(path = "public/enquiry.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// What there is to know.
    pub lead: Vec<String>,
    /// The answer; empty while it waits.
    pub answer: String,
    /// Language of the answer, BCP 47.
    pub answer_lang: &'static str,
    /// What was asked: label and value.
    pub rows: Vec<(String, String)>,
    /// The whole private address, to keep; `None` in the account.
    pub link: Option<String>,
    /// Where the form that erases goes.
    pub action: String,
    /// Begins the check, where the request begins, too.
    pub check: String,
}

/// The page of a question that is gone.
#[derive(Template)]
#[template(path = "public/enquiry_erased.html")]
pub struct Erased {
    /// Its frame.
    pub frame: Frame,
    /// Begins the check.
    pub check: String,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(erase_it)
}

/// The secret of the link. It stands in the query: paths are written into logs.
fn secret(visit: &Visit) -> Result<String, Problem> {
    visit.query_value("key").ok_or(Problem::NotFound)
}

async fn show(visit: Visit) -> Outcome {
    let secret = secret(&visit)?;
    let own = view::by_link(&visit.state.office, &secret).await?;
    let path = visit.url(&format!("/enquiry?{}", encode(&[("key", secret)])));
    let link = format!("{}{path}", visit.state.office.settings().host);
    page(&visit, &own, path, Some(link))
}

async fn erase_it(visit: Visit, Posted(_): Posted) -> Outcome {
    erase::by_link(&visit.state.office, &secret(&visit)?, &visit.moment).await?;
    erased(&visit)
}

/// That it is gone.
pub fn erased(visit: &Visit) -> Outcome {
    visit.show(&Erased { frame: visit.frame(visit.t().s("enquiry-erased-title")), check: visit.url("/check") })
}

/// A question, for who put it.
pub fn page(visit: &Visit, own: &EnquiryView, action: String, link: Option<String>) -> Outcome {
    let (t, office) = (visit.t(), &visit.state.office);
    let enquiry = &own.enquiry;
    let mission = office.catalogue().mission(&enquiry.mission);
    let mission = mission.ok_or_else(|| Problem::Fault(format!("mission {}", enquiry.mission)))?;
    let name = t.of(&mission.name);
    let day = |at| times::day(&t, at, mission);
    let (title, mut lead, answer) = match &enquiry.state {
        State::Waiting => (
            "enquiry-sent-title",
            vec![t.f2("enquiry-sent-lead", "mission", name, "date", day(enquiry.answer_by))],
            String::new(),
        ),
        State::Answered { answer, at, .. } => (
            "enquiry-answered-title",
            vec![t.f2("enquiry-answered-lead", "mission", name, "date", day(*at)), t.s("enquiry-is-advice")],
            said(t.texts(), enquiry.lang, answer).join("\n\n"),
        ),
    };
    if enquiry.state == State::Waiting {
        lead.push(way(visit, own));
    }
    lead.push(t.f("enquiry-erased-on", "date", day(enquiry.erase_at)));
    let mut rows = about(visit, &enquiry.country, &enquiry.paper).to_vec();
    let files = own.files.iter().map(|file| {
        format!("{} ({})", file.name, sign_panel::size(&t, usize::try_from(file.bytes).unwrap_or_default()))
    });
    rows.push((t.s("enquiry-photos"), files.collect::<Vec<_>>().join("\n")));
    if !enquiry.question.is_empty() {
        rows.push((t.s("enquiry-asked"), enquiry.question.clone()));
    }
    let frame = visit.frame(t.s(title)).help(Some(times::help(&t, mission)), None);
    let frame = if link.is_none() { frame.back(visit.url("/services")) } else { frame };
    let (answer_lang, check) = (enquiry.lang.tag(), visit.url("/check"));
    visit.show(&Page { frame, lead, answer, answer_lang, rows, link, action, check })
}

/// The way the answer goes. The contact itself stands on no page that a link opens.
fn way(visit: &Visit, own: &EnquiryView) -> String {
    let key = match (own.enquiry.email.is_some(), own.enquiry.phone.is_some()) {
        (true, true) => "enquiry-way-both",
        (true, false) => "enquiry-way-email",
        (false, true) => "enquiry-way-phone",
        (false, false) => "enquiry-way-account",
    };
    visit.t().s(key)
}
