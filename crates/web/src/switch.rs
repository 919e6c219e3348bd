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
/// Fields that are never kept.
const SECRETS: [&str; 3] = ["code", "password", CSRF_FIELD];
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
    let (office, who) = (&visit.state.office, (visit.csrf.as_str(), visit.remote.as_str()));
    let kept = office::session::keep_typed(office, who, (&path, typed(&body).as_bytes()), &visit.moment).await;
    let ticket = match kept {
        Ok(ticket) => ticket,
        Err(error) => return Problem::from(error).into_response(),
    };
    see_other(&format!("{path}{}", own_query(&visit.query, Some(ticket))))
}

/// What is kept of a form: all but secrets.
fn typed(body: &[u8]) -> String {
    let pairs = decode_pairs(body).into_iter().filter(|(name, _)| !SECRETS.contains(&name.as_str()));
    let pairs: Vec<(String, String)> = pairs.collect();
    encode(&pairs.iter().map(|(name, value)| (name.as_str(), value.clone())).collect::<Vec<_>>())
}

/// The query of a page without what belongs to one visit of it, and with the ticket of another; empty or beginning with `?`.
pub fn own_query(query: &str, ticket: Option<String>) -> String {
    let mut pairs = decode_pairs(query.as_bytes());
    pairs.retain(|(name, _)| ![LANGUAGE, TYPED, KEPT].contains(&name.as_str()));
    pairs.extend(ticket.map(|ticket| (TYPED.to_owned(), ticket)));
    let pairs: Vec<(&str, String)> = pairs.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
    if pairs.is_empty() { String::new() } else { format!("?{}", encode(&pairs)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ticket_is_of_one_visit() {
        let query = "died=DE&typed=ab&language=kk&kept=cd&to=%2Fkk%2Faccount";
        assert_eq!(own_query(query, None), "?died=DE&to=/kk/account");
        assert_eq!(own_query(query, Some("ef".to_owned())), "?died=DE&to=/kk/account&typed=ef");
        assert_eq!(own_query("typed=ab", None), "");
    }

    #[test]
    fn no_secret_is_kept() {
        assert_eq!(typed(b"csrf=a&reasons=%D2%AF+x&code=123456&password=p&day=1"), "reasons=%D2%AF%20x&day=1");
    }
}
