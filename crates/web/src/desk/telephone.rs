//! The person of a case lost their telephone and stands at the desk with their identity document: the new number, which signs in a day later.

use super::Row;
use super::act::text;
use super::bar::Bar;
use super::clock::Clock;
use crate::forms::{Control, Fields, Item, Posted, error_lines};
use crate::frame::Frame;
use crate::portal::{sign_in_code, sign_in_phone};
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::actor::Role;
use domain::country::CountryCode;
use domain::ids::ApplicationId;
use office::accept_paper::IDENTITY_DOCUMENTS;
use office::replace_phone::{Seen, record, send_code, stop_at_desk, waiting};
use office::{OfficeError, OtpProblem};
use service::Finding;
use store::phone_change::PhoneChange;

/// The page.
#[derive(Template)]
#[template(path = "desk/telephone.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// The case.
    pub bar: Bar,
    /// The number that waits; then nothing is asked.
    pub waits: Vec<Row>,
    /// Questions.
    pub controls: Vec<Control>,
    /// The code was sent to this number, masked.
    pub sent: Option<String>,
}

/// What goes wrong with the form, and what was sent.
#[derive(Default)]
struct Said {
    found: Vec<Finding>,
    problem: Option<OtpProblem>,
    sent: Option<String>,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(act)
}

/// The link on the page of the case, for an officer.
pub fn link(visit: &Visit, case: &str) -> Option<String> {
    let is_officer = visit.actor().is_ok_and(|actor| actor.role() == Role::Officer);
    is_officer.then(|| visit.url(&format!("{case}/telephone")))
}

async fn show(visit: Visit, named: Named) -> Outcome {
    page(&visit, named.get("application")?, &super::act::kept(&visit).await?, Said::default()).await
}

async fn act(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let id: ApplicationId = named.get("application")?;
    let (office, actor, moment) = (&visit.state.office, visit.actor()?, &visit.moment);
    let done = match fields.get("act") {
        "stop" => stop_at_desk(office, actor, id, moment).await,
        "record" => record(office, actor, id, read(&fields), moment).await,
        _ => match send_code(office, actor, id, read(&fields), &visit.remote, moment).await {
            Ok(sent) => {
                let said = Said { sent: Some(sent.masked), ..Said::default() };
                return page(&visit, id, &fields, said).await;
            }
            Err(error) => Err(error),
        },
    };
    match done {
        Ok(()) => Ok(visit.go(&format!("/desk/cases/{id}"))),
        Err(OfficeError::Findings(found)) => page(&visit, id, &fields, Said { found, ..Said::default() }).await,
        Err(OfficeError::Otp(problem)) => {
            page(&visit, id, &fields, Said { problem: Some(problem), ..Said::default() }).await
        }
        Err(other) => Err(other.into()),
    }
}

fn read(fields: &Fields) -> Seen {
    Seen {
        phone: fields.trimmed("phone").to_owned(),
        country: CountryCode::parse(fields.trimmed("country")).ok(),
        iin: fields.trimmed("iin").to_owned(),
        identity_document: fields.trimmed("identity_document").to_owned(),
        identity_number: text(fields, "identity_number"),
        code: fields.trimmed("code").to_owned(),
    }
}

async fn page(visit: &Visit, id: ApplicationId, fields: &Fields, said: Said) -> Outcome {
    let (office, actor) = (&visit.state.office, visit.actor()?);
    let view = office::cases::get(office, actor, id, visit.moment.now).await?;
    if actor.role() != Role::Officer {
        return Err(Problem::NotOpen);
    }
    let change = waiting(office, actor, id).await?;
    let t = visit.t();
    let controls = if change.is_some() { vec![] } else { controls(visit, fields, &said) };
    let is_right = said.found.is_empty() && said.problem.is_none();
    let status = if is_right { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let clock = Clock::of(visit, &view.mission.id);
    let frame = visit
        .frame(t.f("desk-telephone-title", "reference", &view.line.reference))
        .back(visit.url(&format!("/desk/cases/{id}")))
        .errors(error_lines(&controls))
        .wide();
    let waits = change.iter().flat_map(|own| rows(visit, &clock, own)).collect();
    visit.show_with(status, &Page { frame, bar: Bar::of(visit, &view), waits, controls, sent: said.sent })
}

fn rows(visit: &Visit, clock: &Clock<'_>, own: &PhoneChange) -> [Row; 3] {
    let t = visit.t();
    [
        Row::new(t.s("desk-telephone-new"), sign_in_code::masked(&own.phone)),
        Row::new(t.s("desk-telephone-recorded"), clock.full(own.recorded_at)),
        Row::new(t.s("desk-telephone-counts"), clock.full(own.counts_from)),
    ]
}

fn controls(visit: &Visit, fields: &Fields, said: &Said) -> Vec<Control> {
    let (t, word) = (visit.t(), visit.t().s("frame-title-error"));
    let error = |name: &str| {
        let own = said.found.iter().find(|own| own.field == name)?;
        let key = format!("desk-telephone-{}-error-{}", name.replace('_', "-"), own.code);
        Some(t.first(&[&key, "desk-field-error-missing"], &[]))
    };
    let documents = IDENTITY_DOCUMENTS
        .iter()
        .map(|name| Item::new(*name, t.s(&super::key("desk-handover-document-", name))))
        .collect();
    let line = |name: &'static str, label: &str, hint: Option<&str>| {
        Control::text(name, t.s(label))
            .hint(hint.map(|hint| t.s(hint)))
            .value(fields.get(name))
            .error(error(name), word.clone())
            .autocomplete("off")
            .width("govuk-input--width-20")
    };
    let mut controls = vec![
        Control::radios("identity_document", t.s("desk-handover-document"), documents)
            .value(fields.trimmed("identity_document"))
            .error(error("identity_document"), word.clone()),
        line("identity_number", "desk-handover-identity-number", None),
        line("iin", "desk-telephone-iin", Some("desk-telephone-iin-hint")).numeric(),
    ];
    // The number is another person's than the one who types.
    let numbers = sign_in_phone::controls(visit, fields, error("phone"));
    controls.extend(numbers.into_iter().map(|own| own.autocomplete("off")));
    controls.push(sign_in_code::code_control(visit, said.problem.as_ref()).hint(Some(t.s("desk-telephone-code-hint"))));
    controls
}
