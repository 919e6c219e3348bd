//! Resumable uploads for the script of the upload page: tus 1.0.0 core and creation (<https://tus.io/protocols/resumable-upload>).
//!
//! Only brings bytes into the office; the file is taken when the page's form is posted with the id. Bound to the session and the
//! draft, and to the hidden field of forms, sent as a header. Errors are RFC 9457 problems with a sentence for the person.

pub mod creation;
pub mod upload;

use crate::forms;
use crate::portal::upload::sentence;
use crate::problem::Problem;
use crate::routes::{PATCH, POST, Route, Who, machine};
use crate::visit::Visit;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use office::OfficeError;

/// Addresses for the script.
pub const ROUTES: &[Route] = &[
    machine("/{lang}/request/{draft}/uploads", POST, Who::Typing, creation::service),
    machine("/{lang}/request/{draft}/uploads/{upload}", PATCH, Who::Typing, upload::service),
];

/// The version of the protocol.
const VERSION: &str = "1.0.0";
/// Carries what a form's hidden field carries. No page of another host can send it: the browser would have to ask us first.
const CSRF: &str = "x-csrf";
const RESUMABLE: HeaderName = HeaderName::from_static("tus-resumable");
const LENGTH: HeaderName = HeaderName::from_static("upload-length");
const OFFSET: HeaderName = HeaderName::from_static("upload-offset");

/// What the protocol or the office does not take.
#[derive(Debug)]
struct Refused {
    status: StatusCode,
    detail: String,
}

impl Refused {
    fn bare(status: StatusCode) -> Refused {
        Refused { status, detail: String::new() }
    }

    /// By the office's error: a file that cannot be taken is told in its sentence.
    fn office(visit: &Visit, error: OfficeError) -> Refused {
        match error {
            OfficeError::File(problem) => {
                Refused { status: StatusCode::PAYLOAD_TOO_LARGE, detail: sentence(&visit.t(), &problem) }
            }
            other => Refused::problem(visit, other.into()),
        }
    }

    fn problem(visit: &Visit, problem: Problem) -> Refused {
        if let Problem::Fault(cause) = &problem {
            tracing::error!(request = %visit.request_id, path = %visit.path, %cause, "fault");
        }
        let detail = visit.t().s(&format!("problem-{}-title", problem.name()));
        Refused { status: problem.status(), detail }
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let title = self.status.canonical_reason().unwrap_or_default();
        let body = serde_json::json!({ "title": title, "status": self.status.as_u16(), "detail": self.detail });
        let kind = [(header::CONTENT_TYPE, "application/problem+json")];
        let mut response = (self.status, kind, body.to_string()).into_response();
        if self.status == StatusCode::PRECONDITION_FAILED {
            response.headers_mut().insert("tus-version", HeaderValue::from_static(VERSION));
        }
        spoken(response)
    }
}

/// Every answer names the version.
fn spoken(mut response: Response) -> Response {
    response.headers_mut().insert(RESUMABLE, HeaderValue::from_static(VERSION));
    response
}

/// The client speaks our version (412 otherwise).
fn version(headers: &HeaderMap) -> Result<(), Refused> {
    let same = headers.get(RESUMABLE).is_some_and(|value| value.as_bytes() == VERSION.as_bytes());
    if same { Ok(()) } else { Err(Refused::bare(StatusCode::PRECONDITION_FAILED)) }
}

/// The request is from our own page.
fn own_page(visit: &Visit, headers: &HeaderMap) -> Result<(), Refused> {
    let token = headers.get(CSRF).and_then(|value| value.to_str().ok()).unwrap_or_default();
    forms::check(visit, headers, token).map_err(|problem| Refused::problem(visit, problem))
}

/// A header that is a number of bytes.
fn number(headers: &HeaderMap, name: &HeaderName) -> Result<u64, Refused> {
    let text = headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| plain).ok_or_else(|| Refused::bare(StatusCode::BAD_REQUEST))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_digits_only() {
        let read = |text: &'static str| {
            let headers = HeaderMap::from_iter([(LENGTH, HeaderValue::from_static(text))]);
            number(&headers, &LENGTH).ok()
        };
        assert_eq!(read("0"), Some(0));
        assert_eq!(read("15000000"), Some(15_000_000));
        for wrong in ["", "+1", "-1", " 1", "0x1", "1.0", "99999999999999999999"] {
            assert_eq!(read(wrong), None, "{wrong:?}");
        }
    }
}
