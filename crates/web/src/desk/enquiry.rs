//! `/{lang}/desk/enquiries/{enquiry}`: one question with its photos; the officer answers from a short list and in own words, and reads the letter
//! in the language of who asked before it leaves.

use super::act::{Step, TEXT_CHARS_MAX, findings, kept, text};
use super::clock::Clock;
use super::enquiries::language_key;
use super::letter::Shown;
use super::{Row, key};
use crate::forms::{Control, Fields, Item, Posted, error_lines};
use crate::frame::Frame;
use crate::portal::sign_panel;
use crate::problem::{Outcome, Problem};
use crate::public::check::enquiry::about;
use crate::state::AppState;
use crate::texts::T;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::actor::Role;
use domain::enquiry::{Need, Verdict};
use domain::ids::EnquiryId;
use office::enquiry::answer::{self, Wanted, preview, said};
use office::enquiry::view::{self, EnquiryView};
use service::Finding;
use store::enquiry::State;

const WORDS_ROWS: u8 = 5;
const FIELDS: [&str; 3] = ["verdict", "needs", "words"];

/// The page.
#[derive(Template)]
#[template(path = "desk/enquiry.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// What was asked.
    pub rows: Vec<Row>,
    /// Its photos.
    pub files: Vec<Photo>,
    /// What to do, or what was done.
    pub lead: String,
    /// What was answered; empty while it waits.
    pub answer: String,
    /// Language of who asked, BCP 47.
    pub lang: &'static str,
    /// The letter that would leave.
    pub letter: Option<Shown>,
    /// The answer as it is posted with it.
    pub hidden: Vec<Row>,
    /// Questions.
    pub controls: Vec<Control>,
}

/// A file.
#[derive(Clone, Debug)]
pub struct Photo {
    /// Where it opens.
    pub url: String,
    /// Name and size.
    pub words: String,
    /// A browser shows it as a picture.
    pub is_picture: bool,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(say)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let own = open(&visit, named.get("enquiry")?).await?;
    page(&visit, &own, &kept(&visit).await?, &[], None)
}

async fn say(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let id: EnquiryId = named.get("enquiry")?;
    let own = open(&visit, id).await?;
    let (office, actor, wanted) = (&visit.state.office, visit.actor()?, wanted(&fields));
    let done = match Step::of(&fields) {
        Step::Edit | Step::Sign => return page(&visit, &own, &fields, &[], None),
        Step::Send => answer::answer(office, actor, id, &wanted, &visit.moment).await.map(|()| None),
        Step::Preview if own.enquiry.state != State::Waiting => return Err(Problem::Stale),
        Step::Preview => answer::read(&wanted).map(Some),
    };
    match done {
        Ok(None) => Ok(visit.go(&format!("/desk/enquiries/{id}"))),
        Ok(Some(answer)) => {
            let letter = preview(office, &own.enquiry, &answer, visit.moment.now)?;
            let lang = own.enquiry.lang.tag();
            let letter = Shown { lang, subject: letter.subject, body: letter.body, sms: letter.sms };
            page(&visit, &own, &fields, &[], Some(letter))
        }
        Err(error) => page(&visit, &own, &fields, &findings(error)?, None),
    }
}

async fn open(visit: &Visit, id: EnquiryId) -> Result<EnquiryView, Problem> {
    Ok(view::at_desk(&visit.state.office, visit.actor()?, id, &visit.moment).await?)
}

fn wanted(fields: &Fields) -> Wanted {
    Wanted {
        verdict: fields.trimmed("verdict").to_owned(),
        needs: fields.trimmed("needs").split_whitespace().map(str::to_owned).collect(),
        words: text(fields, "words"),
    }
}

fn page(visit: &Visit, own: &EnquiryView, fields: &Fields, found: &[Finding], letter: Option<Shown>) -> Outcome {
    let (t, clock) = (visit.t(), Clock::of(visit, &own.enquiry.mission));
    let is_officer = visit.actor()?.role() == Role::Officer;
    let (lead, answer) = match &own.enquiry.state {
        State::Waiting if is_officer => (t.s("enquiry-desk-lead"), String::new()),
        State::Waiting => (t.s("enquiry-desk-only-read"), String::new()),
        State::Answered { answer, at, .. } => {
            let who = own.answered_by.as_ref().map(|own| own.name.clone()).unwrap_or_default();
            let lead = t.f2("enquiry-desk-answered", "when", clock.full(*at), "who", who);
            (lead, said(t.texts(), own.enquiry.lang, answer).join("\n\n"))
        }
    };
    let asks = is_officer && own.enquiry.state == State::Waiting && letter.is_none();
    let controls = if asks { controls(&t, fields, found) } else { vec![] };
    let hidden = match letter {
        Some(_) => FIELDS.map(|name| Row::new(name, text(fields, name))).to_vec(),
        None => vec![],
    };
    let status = if found.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let frame = visit.frame(t.f("enquiry-desk-title", "when", clock.short(own.enquiry.sent_at)));
    let frame = frame.back(visit.url("/desk/enquiries")).errors(error_lines(&controls)).wide();
    let (rows, files, lang) = (rows(visit, &t, &clock, own), files(visit, &t, own), own.enquiry.lang.tag());
    visit.show_with(status, &Page { frame, rows, files, lead, answer, lang, letter, hidden, controls })
}

fn rows(visit: &Visit, t: &T, clock: &Clock<'_>, own: &EnquiryView) -> Vec<Row> {
    let enquiry = &own.enquiry;
    let none = || t.s("desk-none");
    let mut rows: Vec<Row> = about(visit, &enquiry.country, &enquiry.paper)
        .into_iter()
        .map(|(label, value)| Row::new(label, value))
        .collect();
    let asked = if enquiry.question.is_empty() { none() } else { enquiry.question.clone() };
    rows.extend([
        Row::new(t.s("enquiry-asked"), asked),
        Row::new(t.s("enquiries-language"), t.s(language_key(enquiry.lang))),
        Row::new(t.s("enquiries-email"), enquiry.email.clone().unwrap_or_else(none)),
        Row::new(t.s("enquiries-phone"), enquiry.phone.clone().unwrap_or_else(none)),
        Row::new(t.s("enquiries-sent"), clock.full(enquiry.sent_at)),
        Row::new(t.s("enquiries-answer-by"), clock.full(enquiry.answer_by)),
        Row::new(t.s("enquiries-erased-at"), clock.full(enquiry.erase_at)),
    ]);
    rows
}

fn files(visit: &Visit, t: &T, own: &EnquiryView) -> Vec<Photo> {
    let photo = |file: &store::enquiry::FileLine| Photo {
        url: visit.url(&format!("/desk/enquiries/{}/files/{}", own.enquiry.id, file.number)),
        words: format!("{} ({})", file.name, sign_panel::size(t, usize::try_from(file.bytes).unwrap_or_default())),
        is_picture: file.media_type.starts_with("image/"),
    };
    own.files.iter().map(photo).collect()
}

fn controls(t: &T, fields: &Fields, found: &[Finding]) -> Vec<Control> {
    let error = |name: &str| {
        let own = found.iter().find(|own| own.field == name)?;
        Some(t.f(&format!("enquiry-error-{name}-{}", own.code), "max", TEXT_CHARS_MAX))
    };
    let verdicts = Verdict::ALL.map(|own| Item::new(own.as_str(), t.s(&key("enquiry-choose-", own.as_str()))));
    let needs = Need::ALL.map(|own| Item::new(own.as_str(), t.s(&key("enquiry-need-", own.as_str()))));
    let one =
        |control: Control, name: &str| control.value(fields.get(name)).error(error(name), t.s("frame-error-word"));
    vec![
        one(Control::radios("verdict", t.s("enquiry-verdict"), verdicts.into()), "verdict"),
        one(Control::checkboxes("needs", t.s("enquiry-needs"), needs.into()), "needs"),
        one(
            Control::textarea("words", t.s("enquiry-words"), WORDS_ROWS).hint(Some(t.s("enquiry-words-hint"))),
            "words",
        ),
    ]
}
