//! What the phone app eGov Mobile asks of us (EDS.md 5): the address in the code, then the documents, which come back signed.
//!
//! No cookie is read and no hidden field is asked for: the bearer token is the right, no browser sends it by itself, and what it
//! allows is to bring one signature, which is judged by itself. Exists only where this way is offered.

pub mod documents;
pub mod names;
pub mod signing;

use crate::api::problem::Refused;
use crate::texts::T;
use axum::http::StatusCode;
use domain::lang::Lang;
use office::mobile_signing::{Asked, NotServed};

/// The largest body that is read, octets: a signature in base64, with the file inside where the app puts it there.
const BODY_BYTES_MAX: usize = 8_000_000;

/// A problem as the app hears it.
fn refused(t: &T, error: NotServed) -> Refused {
    let (status, sentence) = match error {
        NotServed::Office(error) => return error.into(),
        NotServed::Token => (StatusCode::UNAUTHORIZED, t.s("mobile-app-token")),
        NotServed::Over => (StatusCode::GONE, t.s("mobile-app-over")),
        NotServed::Refused(problem) => (StatusCode::FORBIDDEN, crate::portal::sign_panel::sentence(t, &problem)),
    };
    Refused::Said { status, sentence }
}

/// Middle part of the keys of what is asked: `mobile-app-<name>`, `mobile-document-<name>`.
fn key(asked: Asked) -> &'static str {
    match asked {
        Asked::SignIn => "sign-in",
        Asked::Request => "request",
        Asked::Addendum => "addendum",
        Asked::Complaint => "complaint",
    }
}

/// The protocol's three names of one thing.
fn three_names(say: impl Fn(Lang) -> String) -> [(&'static str, String); 3] {
    [(names::NAME_RU, say(Lang::Ru)), (names::NAME_KK, say(Lang::Kk)), (names::NAME_EN, say(Lang::En))]
}
