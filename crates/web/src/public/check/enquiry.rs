//! `/{lang}/check/enquiry`: the paper is shown to the mission before applying (UX.md PC6b): photos, a question, where the answer goes. No
//! account is needed; who is signed in reads the answer in theirs. Limits are said on the page before, at the fields and in the errors, from
//! one place in `office`.

use super::answers::Answers;
use super::page::{address, country_name};
use crate::forms::{Control, Fields, Upload, error_lines};
use crate::frame::Frame;
use crate::portal::new_request::{MissionCard, card};
use crate::portal::upload::{ACCEPT, sentence};
use crate::portal::{drop_texts, sign_panel, times};
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::texts::T;
use crate::visit::Visit;
use askama::Template;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::actor::Actor;
use domain::enquiry::{ANSWER_WORKING_DAYS, KEPT_AFTER_ANSWER_DAYS, KEPT_UNANSWERED_DAYS};
use domain::mission::Mission;
use office::FileProblem;
use office::enquiry::ask::{self, Asked, Came, PAPERS, Wanted, Wrong};
use office::enquiry::limits;

const QUESTION_ROWS: u8 = 4;

/// The page.
#[derive(Template)]
#[template(path = "public/check_enquiry.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// What happens with it.
    pub lead: Vec<String>,
    /// Whom it goes to.
    pub card: MissionCard,
    /// The photos.
    pub photos: Vec<Control>,
    /// The rest.
    pub controls: Vec<Control>,
    /// Where the form goes.
    pub action: String,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(send)
}

/// Where the mission is asked with these answers; `None` without a paper or a mission to show it to.
pub fn link(visit: &Visit, answers: &Answers) -> Option<String> {
    let has_paper = answers.get("paper").is_some_and(|paper| PAPERS.contains(&paper));
    (has_paper && answers.mission().is_some())
        .then(|| address(visit, answers).replacen("/check?", "/check/enquiry?", 1))
}

/// That it can be asked, what it takes and until when it is answered.
pub fn offer(visit: &Visit) -> String {
    let (t, limits) = (visit.t(), limits(&visit.state.office));
    t.all(
        "enquiry-offer",
        &[
            ("files", limits.files.to_string()),
            ("all", size(&t, limits.bytes)),
            ("days", ANSWER_WORKING_DAYS.to_string()),
        ],
    )
}

fn size(t: &T, bytes: u64) -> String {
    sign_panel::size(t, usize::try_from(bytes).unwrap_or(usize::MAX))
}

/// The answers of the address, with the mission; without them there is nobody to ask.
fn answers(visit: &Visit) -> Result<(Answers, Mission), Problem> {
    let catalogue = visit.state.office.catalogue();
    let answers = Answers::read(catalogue, |name| visit.query_value(name).filter(|value| !value.is_empty()));
    link(visit, &answers).ok_or(Problem::NotFound)?;
    let mission = answers.mission().and_then(|id| catalogue.mission(&id).cloned());
    Ok((answers, mission.ok_or(Problem::NotFound)?))
}

async fn show(visit: Visit) -> Outcome {
    let (answers, mission) = answers(&visit)?;
    let mut fields = Fields::default();
    // Nothing is asked twice: where the account is reached stands there already.
    if let Some(actor @ Actor::Applicant(_)) = visit.session.as_ref().map(|session| &session.actor) {
        let token = visit.token.clone().unwrap_or_default();
        let own = office::account::get(&visit.state.office, actor, &token, visit.moment.now).await?.account;
        fields.put("email", own.email.as_deref().unwrap_or_default());
        fields.put("phone", own.phone.as_deref().unwrap_or_default());
    }
    page(&visit, &answers, &mission, &fields, &Wrong::default())
}

async fn send(visit: Visit, request: Request) -> Outcome {
    let (answers, mission) = answers(&visit)?;
    let office = &visit.state.office;
    // Before the body is read.
    ask::admit(office, &visit.remote, &visit.moment).await?;
    let mut upload = Upload::from_request(request, &visit.state).await?;
    let came = came(&visit, &mut upload);
    let wanted = Wanted {
        mission: mission.id.clone(),
        country: answers.get("died").unwrap_or_default().to_owned(),
        paper: answers.get("paper").unwrap_or_default().to_owned(),
        lives: answers.country("lives"),
        question: crate::desk::act::text(&upload.fields, "question"),
        email: upload.fields.trimmed("email").to_owned(),
        phone: upload.fields.trimmed("phone").to_owned(),
    };
    let actor = visit.session.as_ref().map(|session| &session.actor);
    match ask::ask(office, actor, visit.lang, wanted, came, &visit.remote, &visit.moment).await? {
        Asked::Sent(path) => Ok(visit.go(&path)),
        Asked::Wrong(wrong) => page(&visit, &answers, &mission, &upload.fields, &wrong),
    }
}

fn came(visit: &Visit, upload: &mut Upload) -> Vec<Came> {
    let places = 1..=limits(&visit.state.office).files;
    let file = |place: usize| {
        let part = upload.take(&photo(place))?;
        Some(Came { place, name: part.name, bytes: (!part.too_big).then_some(part.bytes) })
    };
    places.filter_map(file).collect()
}

/// Name of the field of a photo.
fn photo(place: usize) -> String {
    format!("photo-{place}")
}

fn page(visit: &Visit, answers: &Answers, mission: &Mission, fields: &Fields, wrong: &Wrong) -> Outcome {
    let t = visit.t();
    let photos = photos(visit, &t, wrong);
    let controls = controls(visit, &t, fields, wrong);
    let all: Vec<Control> = photos.iter().chain(&controls).cloned().collect();
    let errors = error_lines(&all);
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let mut lead = vec![
        t.f2("enquiry-lead", "mission", t.of(&mission.name), "days", ANSWER_WORKING_DAYS),
        t.f2("enquiry-kept", "days", KEPT_AFTER_ANSWER_DAYS, "unanswered", KEPT_UNANSWERED_DAYS),
    ];
    if !wrong.files.is_empty() || !wrong.findings.is_empty() {
        lead.insert(0, t.s("enquiry-choose-again"));
    }
    let own = address(visit, answers);
    let frame = visit
        .frame(t.s("enquiry-title"))
        .caption(t.s("check-caption"))
        .back(own.clone())
        .help(Some(times::help(&t, mission)), None)
        .errors(errors);
    let action = own.replacen("/check?", "/check/enquiry?", 1);
    visit.show_with(status, &Page { frame, lead, card: card(&t, mission), photos, controls, action })
}

fn photos(visit: &Visit, t: &T, wrong: &Wrong) -> Vec<Control> {
    let limits = limits(&visit.state.office);
    let error = |place: usize| {
        let (_, problem) = wrong.files.iter().find(|(own, _)| *own == place)?;
        Some(match problem {
            FileProblem::Missing => t.s("enquiry-error-photo-missing"),
            FileProblem::TooBig { bytes_max } => t.f("enquiry-error-photo-together", "limit", size(t, *bytes_max)),
            other => sentence(t, other),
        })
    };
    let hint = t.f2("enquiry-photo-hint", "files", limits.files, "all", size(t, limits.bytes));
    (1..=limits.files)
        .map(|place| {
            let label = if place == 1 { t.s("enquiry-photo") } else { t.f("enquiry-photo-more", "number", place) };
            Control::file(&photo(place), label, ACCEPT)
                .hint((place == 1).then(|| hint.clone()))
                .error(error(place), t.s("frame-error-word"))
                .plain()
                .drop_texts(drop_texts(t))
        })
        .collect()
}

fn controls(visit: &Visit, t: &T, fields: &Fields, wrong: &Wrong) -> Vec<Control> {
    let limits = limits(&visit.state.office);
    let error = |name: &str| {
        let own = wrong.findings.iter().find(|own| own.field == name)?;
        Some(t.f(&format!("enquiry-error-{name}-{}", own.code), "max", limits.chars))
    };
    let is_signed_in = matches!(visit.session.as_ref().map(|own| &own.actor), Some(Actor::Applicant(_)));
    let email_hint = if is_signed_in { "enquiry-email-hint-account" } else { "enquiry-email-hint" };
    let one = |control: Control, name: &str, hint: String| {
        control.hint(Some(hint)).value(fields.get(name)).error(error(name), t.s("frame-error-word")).plain()
    };
    vec![
        one(
            Control::textarea("question", t.s("enquiry-question"), QUESTION_ROWS),
            "question",
            t.f("enquiry-question-hint", "max", limits.chars),
        ),
        one(Control::text("email", t.s("enquiry-email")), "email", t.s(email_hint))
            .input_type("email")
            .autocomplete("email"),
        one(Control::text("phone", t.s("enquiry-phone")), "phone", t.s("enquiry-phone-hint"))
            .input_type("tel")
            .autocomplete("tel"),
    ]
}

/// The paper and the country of a question, in words.
pub fn about(visit: &Visit, country: &str, paper: &str) -> [(String, String); 2] {
    let t = visit.t();
    let catalogue = visit.state.office.catalogue();
    let read = Answers::read(catalogue, |name| (name == "died").then(|| country.to_owned()));
    let place = match country {
        super::answers::AT_SEA => t.s("check-died-at-sea"),
        _ => country_name(visit, &read, "died"),
    };
    [
        (t.s("check-died-label"), place),
        (t.s("check-paper-label"), t.s(&format!("check-paper-{}", paper.replace('_', "-")))),
    ]
}
