//! What went wrong, told to the person in words: what happened and what to do next. Internals stay in the log, under the request's id.

use crate::api;
use crate::frame::Frame;
use crate::state::AppState;
use crate::texts::T;
use crate::visit::{Visit, see_other};
use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use domain::lang::Lang;
use jiff::Timestamp;
use office::OfficeError;

/// What a handler gives.
pub type Outcome = Result<Response, Problem>;

/// A problem that ends the request.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Problem {
    /// No such page, or not this person's.
    #[error("not found")]
    NotFound,
    /// This page is not for this role.
    #[error("not allowed")]
    NotAllowed,
    /// The form is not ours or is out of date.
    #[error("the form is out of date")]
    OldForm,
    /// Nobody is signed in.
    #[error("signed out")]
    SignedOut,
    /// The address does not take this method.
    #[error("method not allowed")]
    Method,
    /// The body is larger than the limit.
    #[error("too large")]
    TooLarge,
    /// The body cannot be read.
    #[error("unreadable body")]
    Unreadable,
    /// The account has no name or IIN yet: the person is led to state them.
    #[error("no identity")]
    NoIdentity,
    /// Someone else changed it first.
    #[error("changed meanwhile")]
    Stale,
    /// The case is this officer's own or a close relative's.
    #[error("the case concerns this officer")]
    Barred,
    /// This person registered the case; at their mission another one decides it.
    #[error("who registered it does not decide it")]
    SameHands,
    /// The account has its full number of requests that are not sent.
    #[error("too many drafts")]
    TooManyDrafts,
    /// The virus scan found something in the file.
    #[error("harmful")]
    Harmful,
    /// The act is not open now.
    #[error("not open")]
    NotOpen,
    /// Something in what was sent does not fit, and this page has no better place to say it.
    #[error("does not fit")]
    DoesNotFit,
    /// Too many requests.
    #[error("too many requests until {0}")]
    TooMany(Timestamp),
    /// It took too long.
    #[error("took too long")]
    TooSlow,
    /// Our fault; the text is for the log.
    #[error("{0}")]
    Fault(String),
}

impl Problem {
    /// Every kind, for tests that render all pages.
    pub fn samples() -> Vec<Problem> {
        vec![
            Problem::NotFound,
            Problem::NotAllowed,
            Problem::OldForm,
            Problem::SignedOut,
            Problem::Method,
            Problem::TooLarge,
            Problem::Unreadable,
            Problem::Stale,
            Problem::NotOpen,
            Problem::Barred,
            Problem::SameHands,
            Problem::TooManyDrafts,
            Problem::Harmful,
            Problem::DoesNotFit,
            Problem::TooMany(Timestamp::UNIX_EPOCH),
            Problem::TooSlow,
            Problem::Fault("sample".to_owned()),
        ]
    }

    /// HTTP status.
    pub fn status(&self) -> StatusCode {
        match self {
            Problem::NotFound => StatusCode::NOT_FOUND,
            Problem::NotAllowed | Problem::OldForm | Problem::Harmful => StatusCode::FORBIDDEN,
            Problem::SignedOut => StatusCode::UNAUTHORIZED,
            Problem::Method => StatusCode::METHOD_NOT_ALLOWED,
            Problem::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Problem::Unreadable => StatusCode::BAD_REQUEST,
            Problem::Stale
            | Problem::NotOpen
            | Problem::Barred
            | Problem::SameHands
            | Problem::TooManyDrafts
            | Problem::NoIdentity => StatusCode::CONFLICT,
            Problem::DoesNotFit => StatusCode::UNPROCESSABLE_ENTITY,
            Problem::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Problem::TooSlow => StatusCode::SERVICE_UNAVAILABLE,
            Problem::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Middle part of its keys in `errors.ftl`: `problem-<name>-title`, `problem-<name>-body`.
    pub fn name(&self) -> &'static str {
        match self {
            Problem::NotFound => "not-found",
            Problem::NotAllowed => "not-allowed",
            Problem::OldForm => "old-form",
            Problem::SignedOut => "signed-out",
            Problem::Method => "method",
            Problem::TooLarge => "too-large",
            Problem::Unreadable => "unreadable",
            Problem::NoIdentity | Problem::Stale => "stale",
            Problem::NotOpen => "not-open",
            Problem::Barred => "barred",
            Problem::SameHands => "same-hands",
            Problem::TooManyDrafts => "drafts",
            Problem::Harmful => "harmful",
            Problem::DoesNotFit => "does-not-fit",
            Problem::TooMany(_) => "too-many",
            Problem::TooSlow => "too-slow",
            Problem::Fault(_) => "fault",
        }
    }

    /// What a bare status says.
    pub fn of_status(status: StatusCode) -> Problem {
        match status {
            StatusCode::NOT_FOUND => Problem::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Problem::Method,
            StatusCode::PAYLOAD_TOO_LARGE => Problem::TooLarge,
            StatusCode::BAD_REQUEST | StatusCode::UNSUPPORTED_MEDIA_TYPE => Problem::Unreadable,
            StatusCode::UNPROCESSABLE_ENTITY => Problem::DoesNotFit,
            StatusCode::FORBIDDEN => Problem::NotAllowed,
            StatusCode::REQUEST_TIMEOUT | StatusCode::SERVICE_UNAVAILABLE => Problem::TooSlow,
            other => Problem::Fault(format!("answer {other} without a page")),
        }
    }
}

impl From<OfficeError> for Problem {
    fn from(error: OfficeError) -> Problem {
        match error {
            OfficeError::NotFound => Problem::NotFound,
            OfficeError::NotAllowed => Problem::NotAllowed,
            OfficeError::NotOpen(_) => Problem::NotOpen,
            OfficeError::Stale => Problem::Stale,
            OfficeError::Barred => Problem::Barred,
            OfficeError::SameHands => Problem::SameHands,
            OfficeError::Harmful => Problem::Harmful,
            OfficeError::TooMany { retry_at } => Problem::TooMany(retry_at),
            OfficeError::SignInLocked { until } => Problem::TooMany(until),
            OfficeError::Fault(fault) => Problem::Fault(fault.to_string()),
            OfficeError::SignIn => Problem::SignedOut,
            OfficeError::Findings(findings) if findings.iter().any(|finding| finding.field == "draft") => {
                Problem::TooManyDrafts
            }
            OfficeError::Findings(findings) if findings.iter().any(|finding| finding.field == "identity") => {
                Problem::NoIdentity
            }
            OfficeError::Findings(_) | OfficeError::File(_) | OfficeError::Signature(_) | OfficeError::Otp(_) => {
                Problem::DoesNotFit
            }
        }
    }
}

impl IntoResponse for Problem {
    /// Only the status and the problem itself; [`pages`] makes the page, in the language of the address.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// The page of a problem.
#[derive(Template)]
#[template(path = "problem.html")]
pub struct ProblemPage {
    /// Frame of the page.
    pub frame: Frame,
    /// Its texts.
    pub t: T,
    /// What happened and what to do next.
    pub body: String,
    /// Until when to wait, in words.
    pub until: Option<String>,
    /// Shown with faults of ours, so that the mission can find it in the log.
    pub request_id: Option<String>,
    /// Where to go on: address, and key of its words.
    pub on: (String, &'static str),
}

/// Middleware: turns every answer that is a problem without a page into a page. A fault is logged here, once.
pub async fn pages(State(_): State<AppState>, request: Request, next: Next) -> Response {
    let visit = request.extensions().get::<Visit>().cloned();
    if let (Some(visit), Some(face)) = (&visit, api::face(request.uri().path())) {
        let lang = api::ask::language(request.headers());
        return api::problem::speak(visit, lang, face, next.run(request).await);
    }
    let response = next.run(request).await;
    let status = response.status();
    let problem = response.extensions().get::<Problem>().cloned();
    if problem.is_none() && (!(status.is_client_error() || status.is_server_error()) || has_page(&response)) {
        return response;
    }
    let problem = problem.unwrap_or_else(|| Problem::of_status(status));
    let Some(visit) = visit else { return problem.status().into_response() };
    if matches!(problem, Problem::NoIdentity) {
        return see_other(&visit.url("/identity"));
    }
    if let Problem::Fault(cause) = &problem {
        tracing::error!(request = %visit.request_id, path = %visit.path, %cause, "fault");
    }
    let (parts, _) = response.into_parts();
    let mut page = render(&visit, &problem);
    for (name, value) in &parts.headers {
        if name == axum::http::header::SET_COOKIE || name == axum::http::header::ALLOW {
            page.headers_mut().append(name, value.clone());
        }
    }
    page
}

fn has_page(response: &Response) -> bool {
    response.headers().get(axum::http::header::CONTENT_TYPE).is_some_and(|value| {
        value.as_bytes().starts_with(b"text/html") || value.as_bytes().starts_with(b"application/")
    })
}

fn render(visit: &Visit, problem: &Problem) -> Response {
    let t = visit.t();
    let title = t.s(&format!("problem-{}-title", problem.name()));
    let page = ProblemPage {
        frame: visit.frame(title),
        body: t.s(&format!("problem-{}-body", problem.name())),
        until: match problem {
            Problem::TooMany(until) => Some(until_text(&t, *until)),
            _ => None,
        },
        request_id: matches!(problem, Problem::Fault(_)).then(|| visit.request_id.clone()),
        on: match problem {
            Problem::TooManyDrafts => (visit.url("/services"), "problem-drafts-list"),
            _ => (visit.url("/"), "problem-start"),
        },
        t,
    };
    match page.render() {
        Ok(html) => (problem.status(), Html(html)).into_response(),
        Err(error) => {
            tracing::error!(request = %visit.request_id, %error, "the page about a problem failed");
            problem.status().into_response()
        }
    }
}

/// A moment to wait for, in universal time, because the visitor's zone is unknown here.
fn until_text(t: &T, until: Timestamp) -> String {
    let zoned = until.to_zoned(jiff::tz::TimeZone::UTC);
    t.f2("time-utc", "date", t.date(zoned.date()), "time", zoned.strftime("%H:%M"))
}

/// The language a problem is told in when the address names none.
pub const FALLBACK_LANG: Lang = Lang::Kk;
