//! `/{lang}/account/phone`: the telephone that signs in is added or changed; `/account/phone/code` takes the code that went to the new number;
//! `/account/phone/objection` stops a number that a mission recorded.
//! The number travels in the form, never in an address.

use super::{sign_in_code, sign_in_phone};
use crate::forms::{Control, Fields, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::Visit;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{MethodRouter, get, post};
use domain::country::CountryCode;
use office::change_phone::{change_phone, send_code};
use office::{OfficeError, OtpProblem};

/// The page of the new number.
#[derive(Template)]
#[template(path = "portal/account_phone.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// The number and the country it is dialled in.
    pub controls: Vec<Control>,
    /// Address of the form.
    pub action: String,
}

/// The handlers of the new number.
pub fn service() -> MethodRouter<AppState> {
    get(ask).post(send)
}

/// The handlers of its code.
pub fn code() -> MethodRouter<AppState> {
    get(begin_again).post(change)
}

/// The handlers of the word against a number that a mission recorded.
pub fn objection() -> MethodRouter<AppState> {
    post(object)
}

async fn object(visit: Visit, Posted(_): Posted) -> Outcome {
    office::replace_phone::stop(&visit.state.office, visit.actor()?, &visit.moment).await?;
    Ok(visit.go("/account?done=objection"))
}

async fn ask(visit: Visit) -> Outcome {
    page(&visit, StatusCode::OK, &Fields::default(), None)
}

/// Reached by a reload or the language switch: the number is not known here.
async fn begin_again(visit: Visit) -> Outcome {
    Ok(visit.go("/account/phone"))
}

async fn send(visit: Visit, Posted(fields): Posted) -> Outcome {
    let typed = fields.trimmed("phone");
    let country = CountryCode::parse(fields.trimmed("country")).ok();
    let (office, actor, moment) = (&visit.state.office, visit.actor()?, &visit.moment);
    match send_code(office, actor, (typed, country.as_ref()), visit.lang, &visit.remote, moment).await {
        Ok(sent) => code_page(&visit, StatusCode::OK, &sent.phone, None),
        // "Send again" posts the whole number: its page stays.
        Err(OfficeError::Otp(problem)) if typed.starts_with('+') && problem != OtpProblem::BadPhone => {
            code_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, typed, Some(&problem))
        }
        Err(error) => refused(&visit, &fields, error),
    }
}

async fn change(visit: Visit, Posted(fields): Posted) -> Outcome {
    let phone = fields.trimmed("phone");
    let token = visit.token.clone().unwrap_or_default();
    let (office, actor) = (&visit.state.office, visit.actor()?);
    match change_phone(office, actor, &token, (phone, fields.get("code")), &visit.moment).await {
        Ok(()) => Ok(visit.go("/account?done=phone")),
        Err(OfficeError::Otp(problem)) if problem != OtpProblem::BadPhone => {
            code_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, phone, Some(&problem))
        }
        Err(error) => refused(&visit, &fields, error),
    }
}

/// The page of the number with what is wrong with it.
fn refused(visit: &Visit, fields: &Fields, error: OfficeError) -> Outcome {
    let said = match error {
        OfficeError::Otp(problem) => sign_in_code::sentence(visit, &problem),
        OfficeError::Findings(found) => {
            let code = found.first().map_or("taken", |own| own.code);
            visit.t().s(&format!("account-phone-error-{code}"))
        }
        other => return Err(other.into()),
    };
    page(visit, StatusCode::UNPROCESSABLE_ENTITY, fields, Some(said))
}

fn page(visit: &Visit, status: StatusCode, fields: &Fields, error: Option<String>) -> Result<Response, Problem> {
    let controls = sign_in_phone::controls(visit, fields, error);
    let frame =
        visit.frame(visit.t().s("account-phone-title")).back(visit.url("/account")).errors(error_lines(&controls));
    visit.show_with(status, &Page { frame, controls, action: visit.url("/account/phone") })
}

fn code_page(
    visit: &Visit,
    status: StatusCode,
    phone: &str,
    problem: Option<&OtpProblem>,
) -> Result<Response, Problem> {
    let code = sign_in_code::code_control(visit, problem);
    let frame = visit
        .frame(visit.t().f("sign-in-code-title", "phone", sign_in_code::masked(phone)))
        .back(visit.url("/account/phone"))
        .errors(error_lines(std::slice::from_ref(&code)));
    let numbers = visit.url("/account/phone");
    let page = sign_in_code::Page {
        frame,
        code,
        phone: phone.to_owned(),
        action: visit.url("/account/phone/code"),
        again: numbers.clone(),
        other: numbers,
    };
    visit.show_with(status, &page)
}
