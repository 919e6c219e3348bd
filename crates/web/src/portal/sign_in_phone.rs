//! `/{lang}/sign-in/phone`: where the one-time code goes.

use super::questions::countries;
use super::sign_in_code;
use crate::entry::carried_query;
use crate::forms::{Control, Fields, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::Visit;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use domain::country::CountryCode;
use office::{OfficeError, OtpProblem};

/// The page.
#[derive(Template)]
#[template(path = "portal/sign_in_phone.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// The number and the country it is dialled in.
    pub controls: Vec<Control>,
    /// Address of the form.
    pub action: String,
    /// The other way in.
    pub eds: String,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(send)
}

async fn show(visit: Visit) -> Outcome {
    page(&visit, StatusCode::OK, &visit.kept_fields().await?.unwrap_or_default(), None)
}

async fn send(visit: Visit, Posted(fields): Posted) -> Outcome {
    let phone = fields.trimmed("phone");
    let country = CountryCode::parse(fields.trimmed("country")).ok();
    let (office, moment) = (&visit.state.office, &visit.moment);
    let sent = office::sign_in_otp::send(office, phone, country.as_ref(), visit.lang, &visit.remote, moment).await;
    match sent {
        Ok(sent) => sign_in_code::page(&visit, StatusCode::OK, &sent.phone, None),
        Err(OfficeError::Otp(OtpProblem::BadPhone)) => {
            let error = visit.t().s("otp-error-bad-phone");
            page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &fields, Some(error))
        }
        Err(OfficeError::Otp(problem)) if phone.starts_with('+') => {
            sign_in_code::page(&visit, StatusCode::UNPROCESSABLE_ENTITY, phone, Some(&problem))
        }
        Err(OfficeError::Otp(problem)) => {
            let error = sign_in_code::sentence(&visit, &problem);
            page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &fields, Some(error))
        }
        Err(other) => Err(other.into()),
    }
}

fn page(visit: &Visit, status: StatusCode, fields: &Fields, error: Option<String>) -> Result<Response, Problem> {
    let query = carried_query(visit);
    let controls = controls(visit, fields, error);
    let frame = visit.frame(visit.t().s("sign-in-phone-title")).back(visit.url(&format!("/sign-in{query}")));
    let page = Page {
        frame: frame.errors(error_lines(&controls)).keeps_typed(),
        controls,
        action: visit.url(&format!("/sign-in/phone{query}")),
        eds: visit.url(&format!("/sign-in/eds{query}")),
    };
    visit.show_with(status, &page)
}

/// The number and the country it is dialled in.
pub fn controls(visit: &Visit, fields: &Fields, error: Option<String>) -> Vec<Control> {
    let t = visit.t();
    vec![
        Control::text("phone", t.s("sign-in-phone-label"))
            .hint(Some(t.s("sign-in-phone-number-hint")))
            .value(fields.get("phone"))
            .error(error, t.s("frame-error-word"))
            .input_type("tel")
            .autocomplete("tel")
            .width("govuk-input--width-20"),
        Control::select("country", t.s("sign-in-phone-country"), countries(visit))
            .hint(Some(t.s("sign-in-phone-country-hint")))
            .value(fields.get("country"))
            .autocomplete("country"),
    ]
}
