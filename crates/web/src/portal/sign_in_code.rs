//! `/{lang}/sign-in/code`: the one-time code. The number travels in the form, never in an address.

use crate::entry::{after_sign_in, carried_query};
use crate::forms::{Control, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::Visit;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use office::new_device::Way;
use office::{OfficeError, OtpProblem};

/// The page.
#[derive(Template)]
#[template(path = "portal/sign_in_code.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// The code.
    pub code: Control,
    /// Number in E.164.
    pub phone: String,
    /// Address of the form.
    pub action: String,
    /// Address of "send again".
    pub again: String,
    /// Address of "another number".
    pub other: String,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(answer)
}

/// Reached by a reload or the language switch: the number is not known here, so begin with it.
async fn show(visit: Visit) -> Outcome {
    Ok(visit.go(&format!("/sign-in/phone{}", carried_query(&visit))))
}

async fn answer(visit: Visit, Posted(fields): Posted) -> Outcome {
    let phone = fields.trimmed("phone");
    let office = &visit.state.office;
    match office::sign_in_otp::answer(office, phone, fields.get("code"), visit.lang, &visit.moment).await {
        Ok(entered) => {
            let to = after_sign_in(&visit, "/services");
            Ok(visit.entered(&to, &entered, Way::Code).await)
        }
        Err(OfficeError::Otp(problem)) => page(&visit, StatusCode::UNPROCESSABLE_ENTITY, phone, Some(&problem)),
        Err(other) => Err(other.into()),
    }
}

/// The page of the code for `phone`; also the answer of the page before it.
pub fn page(visit: &Visit, status: StatusCode, phone: &str, problem: Option<&OtpProblem>) -> Result<Response, Problem> {
    let t = visit.t();
    let query = carried_query(visit);
    let code = code_control(visit, problem);
    let frame = visit
        .frame(t.f("sign-in-code-title", "phone", masked(phone)))
        .back(visit.url(&format!("/sign-in/phone{query}")));
    let page = Page {
        frame: frame.errors(error_lines(std::slice::from_ref(&code))),
        code,
        phone: phone.to_owned(),
        action: visit.url(&format!("/sign-in/code{query}")),
        again: visit.url(&format!("/sign-in/phone{query}")),
        other: visit.url(&format!("/sign-in/phone{query}")),
    };
    visit.show_with(status, &page)
}

/// The field of a one-time code, with its error.
pub fn code_control(visit: &Visit, problem: Option<&OtpProblem>) -> Control {
    let t = visit.t();
    Control::text("code", t.s("code-label"))
        .hint(Some(t.s("code-hint")))
        .error(problem.map(|problem| sentence(visit, problem)), t.s("frame-error-word"))
        .numeric()
        .autocomplete("one-time-code")
        .width("app-code-input")
        .plain()
}

/// What is wrong with a one-time code, in a sentence.
pub fn sentence(visit: &Visit, problem: &OtpProblem) -> String {
    let t = visit.t();
    match problem {
        OtpProblem::Wrong { tries_left } => t.n(problem.key(), "tries", *tries_left),
        OtpProblem::Locked { until: at } | OtpProblem::TooSoon { at } | OtpProblem::Waits { until: at } => {
            t.f(problem.key(), "wait", wait(visit, *at))
        }
        OtpProblem::NotSixDigits | OtpProblem::Expired | OtpProblem::BadPhone => t.s(problem.key()),
    }
}

/// How long to wait, because the zone of the person is unknown.
fn wait(visit: &Visit, at: jiff::Timestamp) -> String {
    let t = visit.t();
    let seconds = at.duration_since(visit.moment.now).as_secs().max(1);
    match seconds {
        ..=90 => t.n("wait-seconds", "count", seconds),
        91..=7200 => t.n("wait-minutes", "count", (seconds + 59) / 60),
        _ => t.n("wait-hours", "count", (seconds + 3599) / 3600),
    }
}

/// `+49 ••• ••12`: only the beginning and the end of a number.
pub fn masked(phone: &str) -> String {
    let digits: Vec<char> = phone.chars().filter(char::is_ascii_digit).collect();
    let head: String = digits.iter().take(2).collect();
    let tail: String = digits.iter().skip(digits.len().saturating_sub(2)).collect();
    format!("+{head} ••• ••{tail}")
}
