//! The language switch of a page with a form: the same page in the other language, with what was typed and not yet sent (UX.md 2.1).
//! The form itself is posted to its own address with the language in the query; nothing of it is acted upon. Works without scripts.
//!
//! Must never: save an answer, or keep a file or the code of a telephone.

use crate::csrf::{self, CSRF_FIELD};
use crate::entry::KEPT;
use crate::forms::{FORM_BYTES_MAX, Fields, decode_pairs, encode};
use crate::problem::Problem;
use crate::visit::{Visit, see_other};
use axum::body::to_bytes;
use axum::extract::Request;
use axum::http::{Method, header};
use axum::response::{IntoResponse, Response};
use domain::lang::Lang;

/// Query name of the language that the page is wanted in.
pub const LANGUAGE: &str = "language";
/// Query name of the ticket of what was typed.
pub const TYPED: &str = "typed";

/// The language that a posted form asks for instead of being acted upon.
pub fn wanted(visit: &Visit, request: &Request) -> Option<Lang> {
    let is_form = request
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|value| value.as_bytes().starts_with(b"application/x-www-form-urlencoded"));
    if request.method() != Method::POST || !is_form {
        return None;
    }
    Lang::from_tag(&visit.query_value(LANGUAGE)?)
}

/// Keeps what was typed for the page in `lang`, and sends the browser there.
pub async fn switched(visit: &Visit, request: Request, lang: Lang) -> Response {
    if !csrf::is_same_site(request.headers(), &visit.state.office.settings().host) {
        return Problem::OldForm.into_response();
    }
    let Ok(body) = to_bytes(request.into_body(), FORM_BYTES_MAX).await else {
        return Problem::DoesNotFit.into_response();
    };
    if !csrf::matches(&visit.csrf, Fields::decode(&body).get(CSRF_FIELD)) {
        return Problem::OldForm.into_response();
    }
    let path = format!("/{}{}", lang.tag(), visit.path);
    let kept = office::session::keep_typed(&visit.state.office, &visit.remote, (&path, &body), &visit.moment).await;
    let ticket = kept.unwrap_or_else(|error| {
        tracing::error!(request = visit.request_id, %error, "what was typed could not be kept");
        None
    });
    let mut query = own_query(&visit.query);
    query.extend(ticket.map(|ticket| (TYPED.to_owned(), ticket)));
    let query: Vec<(&str, String)> = query.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
    see_other(&if query.is_empty() { path } else { format!("{path}?{}", encode(&query)) })
}

/// The query of a page without what belongs to one visit of it.
pub fn own_query(query: &str) -> Vec<(String, String)> {
    let mut pairs = decode_pairs(query.as_bytes());
    pairs.retain(|(name, _)| ![LANGUAGE, TYPED, KEPT].contains(&name.as_str()));
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ticket_is_of_one_visit() {
        let query = own_query("died=DE&typed=ab&language=kk&kept=cd&to=%2Fkk%2Faccount");
        assert_eq!(query, [("died".to_owned(), "DE".to_owned()), ("to".to_owned(), "/kk/account".to_owned())]);
    }
}
