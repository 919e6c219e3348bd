//! What went wrong, told to a program: RFC 9457 for our own addresses, NCANode's `{"status","message","details"}` for its face,
//! `{"code","message"}` for eGov Mobile.
//! Always with a sentence in the language asked for; internals stay in the log.

use super::Face;
use super::egov_mobile::names;
use crate::problem::Problem;
use crate::texts::T;
use crate::visit::Visit;
use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::lang::Lang;
use office::OfficeError;
use serde::Serialize;

/// After so many seconds a busy server is asked again.
const BUSY_SECONDS: i64 = 5;

/// Why a program's request is not answered. What is wrong with a signature is no problem: it is the answer.
#[derive(Clone, Debug)]
pub enum Refused {
    /// The body is not what its type says.
    Unreadable {
        /// What the parser said.
        reason: String,
    },
    /// Neither JSON nor a form with files.
    MediaType,
    /// A field is missing or not understood.
    Field {
        /// Its name.
        field: &'static str,
    },
    /// A file inside the body is larger than the limit.
    FileTooLarge {
        /// The limit.
        bytes_max: u64,
    },
    /// The body is larger than the limit.
    BodyTooLarge {
        /// The limit.
        bytes_max: usize,
    },
    /// No room came free.
    Busy,
    /// Answered in a sentence made already.
    Said {
        /// Its status.
        status: StatusCode,
        /// The sentence, in the language asked for.
        sentence: String,
    },
    /// Whatever else a request can meet.
    Other(Problem),
}

impl From<Problem> for Refused {
    fn from(problem: Problem) -> Refused {
        Refused::Other(problem)
    }
}

impl From<OfficeError> for Refused {
    fn from(error: OfficeError) -> Refused {
        Refused::Other(error.into())
    }
}

impl IntoResponse for Refused {
    /// Only the status and the reason; [`speak`] makes the answer, in the language asked for.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl Refused {
    /// A sentence of the engine about what was sent.
    pub fn said(sentence: String) -> Refused {
        Refused::Said { status: StatusCode::BAD_REQUEST, sentence }
    }

    fn status(&self) -> StatusCode {
        match self {
            Refused::Unreadable { .. } | Refused::Field { .. } => StatusCode::BAD_REQUEST,
            Refused::Said { status, .. } => *status,
            Refused::MediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Refused::FileTooLarge { .. } | Refused::BodyTooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Refused::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Refused::Other(problem) => problem.status(),
        }
    }

    /// Stable name; `api-problem-<name>` is its sentence.
    fn name(&self) -> &'static str {
        match self {
            Refused::Unreadable { .. } => "unreadable",
            Refused::MediaType => "media-type",
            Refused::Field { .. } => "field",
            Refused::FileTooLarge { .. } | Refused::BodyTooLarge { .. } => "too-large",
            Refused::Busy => "busy",
            Refused::Said { .. } => "said",
            Refused::Other(problem) => match problem {
                Problem::Method => "method",
                Problem::TooLarge => "too-large",
                Problem::TooMany(_) => "too-many",
                Problem::TooSlow => "too-slow",
                Problem::Fault(_) => "fault",
                Problem::NotFound => "not-found",
                _ => "unreadable",
            },
        }
    }

    fn bytes_max(&self) -> Option<u64> {
        match self {
            Refused::FileTooLarge { bytes_max } => Some(*bytes_max),
            Refused::BodyTooLarge { bytes_max } => u64::try_from(*bytes_max).ok(),
            Refused::Other(Problem::TooLarge) => u64::try_from(crate::routes::UPLOAD_READ_BYTES_MAX).ok(),
            _ => None,
        }
    }

    fn retry_seconds(&self, visit: &Visit) -> Option<i64> {
        match self {
            Refused::Busy => Some(BUSY_SECONDS),
            Refused::Other(Problem::TooMany(until)) => {
                Some(until.duration_since(visit.moment.now).as_secs().saturating_add(1).max(1))
            }
            _ => None,
        }
    }

    fn details(&self) -> Option<String> {
        match self {
            Refused::Unreadable { reason } => Some(reason.clone()),
            Refused::Field { field } => Some((*field).to_owned()),
            _ => None,
        }
    }

    fn sentence(&self, t: &T) -> String {
        if let Refused::Said { sentence, .. } = self {
            return sentence.clone();
        }
        let (key, bytes_max) = (format!("api-problem-{}", self.name()), self.bytes_max().unwrap_or_default());
        t.all(&key, &[("field", self.details().unwrap_or_default()), ("limit", bytes_max.to_string())])
    }
}

/// `application/problem+json` (RFC 9457).
#[derive(Serialize)]
struct Rfc9457 {
    #[serde(rename = "type")]
    kind: String,
    title: &'static str,
    status: u16,
    detail: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    limit_bytes: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    retry_after_seconds: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    request_id: Option<String>,
}

/// NCANode's error.
#[derive(Serialize)]
struct Error {
    status: u16,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    details: Option<String>,
}

/// Turns an answer without a body into JSON; leaves every other as it is. A fault is logged here, once.
pub fn speak(visit: &Visit, lang: Lang, face: Face, response: Response) -> Response {
    let (extensions, status) = (response.extensions(), response.status());
    let refused = match (extensions.get::<Refused>(), extensions.get::<Problem>()) {
        (Some(refused), _) => refused.clone(),
        (None, Some(problem)) => Refused::Other(problem.clone()),
        (None, None) if status.is_client_error() || status.is_server_error() => Problem::of_status(status).into(),
        (None, None) => return response,
    };
    if let Refused::Other(Problem::Fault(cause)) = &refused {
        tracing::error!(request = %visit.request_id, path = %visit.path, %cause, "fault");
    }
    let t = visit.t_in(lang);
    let (status, retry) = (refused.status(), refused.retry_seconds(visit));
    let mut answer = match face {
        Face::Own => own(&refused, &t, visit).into_response(),
        Face::Ncanode => {
            let message = refused.sentence(&t);
            Json(Error { status: status.as_u16(), message, details: refused.details() }).into_response()
        }
        Face::EgovMobile => {
            let (code, message) = (status.as_str().to_owned(), refused.sentence(&t));
            Json(serde_json::json!({ (names::CODE): code, (names::MESSAGE): message })).into_response()
        }
    };
    *answer.status_mut() = status;
    if face == Face::Own {
        let problem = HeaderValue::from_static("application/problem+json");
        answer.headers_mut().insert(header::CONTENT_TYPE, problem);
    }
    if let Some(seconds) = retry {
        answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    if let Some(allow) = response.headers().get(header::ALLOW) {
        answer.headers_mut().insert(header::ALLOW, allow.clone());
    }
    answer
}

fn own(refused: &Refused, t: &T, visit: &Visit) -> Json<Rfc9457> {
    let status = refused.status();
    Json(Rfc9457 {
        kind: format!("urn:elshi:problem:{}", refused.name()),
        title: status.canonical_reason().unwrap_or("Error"),
        status: status.as_u16(),
        detail: refused.sentence(t),
        reason: refused.details(),
        limit_bytes: refused.bytes_max(),
        retry_after_seconds: refused.retry_seconds(visit),
        request_id: status.is_server_error().then(|| visit.request_id.clone()),
    })
}
