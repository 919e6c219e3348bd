//! The door: before any handler runs, finds the language, the session and the moment of a request, and turns away whom the route is not for.
//! A form posted after the session expired is kept, so that nothing typed is lost.

use crate::api;
use crate::cookies::Cookie;
use crate::csrf;
use crate::forms::{FORM_BYTES_MAX, encode};
use crate::problem::{FALLBACK_LANG, Problem};
use crate::remote;
use crate::routes::Who;
use crate::state::AppState;
use crate::switch;
use crate::visit::{Inner, Named, Visit, see_other};
use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::actor::Actor;
use domain::lang::Lang;
use std::net::SocketAddr;
use store::account::Account;

/// Query name of the ticket of a kept form.
pub const KEPT: &str = "kept";
/// Query name of the address to go to after signing in.
pub const TO: &str = "to";

const FORM_COOKIE_BYTES: usize = 16;

/// Middleware around every route: makes the [`Visit`].
pub async fn enter(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let remote = remote(&state, &request);
    let (mut parts, body) = request.into_parts();
    let visit = match visit(&state, &parts, remote).await {
        Ok(visit) => visit,
        Err(problem) => return problem.into_response(),
    };
    let id = visit.request_id.clone();
    parts.extensions.insert(visit);
    let mut response = next.run(Request::from_parts(parts, body)).await;
    if let Ok(value) = HeaderValue::try_from(id) {
        response.headers_mut().insert("x-request-id", value);
    }
    response
}

async fn visit(state: &AppState, request: &Parts, remote: String) -> Result<Visit, Problem> {
    let moment = state.edge.moment();
    let https = state.is_https();
    // Programs have no session: a cookie that comes along is not looked at.
    let is_page = api::face(request.uri.path()).is_none();
    let token = Cookie::Session.read(&request.headers, https).filter(|_| is_page);
    let session = match token.as_deref() {
        Some(token) => office::session::open(&state.office, token, moment.now).await?,
        None => None,
    };
    let device = Cookie::Device.read(&request.headers, https).filter(|_| is_page);
    let form_cookie = Cookie::Form.read(&request.headers, https);
    let fresh = hex::encode(&moment.bytes("form cookie")[..FORM_COOKIE_BYTES]);
    let csrf = match &session {
        Some(session) => session.csrf.clone(),
        None => office::session::anonymous_csrf(&state.office, form_cookie.as_deref().unwrap_or(&fresh)),
    };
    let (lang, path) = language(request.uri.path());
    Ok(Visit::new(Inner {
        state: state.clone(),
        lang: lang.unwrap_or(FALLBACK_LANG),
        lang_in_path: lang.is_some(),
        path,
        query: request.uri.query().unwrap_or_default().to_owned(),
        csrf,
        fresh_form_cookie: (session.is_none() && form_cookie.is_none()).then_some(fresh),
        session,
        typist: None,
        token,
        device,
        remote,
        request_id: hex::encode(&moment.bytes("request id")[..8]),
        moment,
    }))
}

/// Splits `/kk/request/new` into Kazakh and `/request/new`.
fn language(path: &str) -> (Option<Lang>, String) {
    let rest = path.strip_prefix('/').unwrap_or(path);
    let (first, tail) = rest.split_once('/').unwrap_or((rest, ""));
    match Lang::from_tag(first) {
        Some(lang) => (Some(lang), format!("/{tail}")),
        None => (None, path.to_owned()),
    }
}

fn remote(state: &AppState, request: &Request) -> String {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    peer.map_or_else(|| "-".to_owned(), |peer| remote::key(peer, request.headers(), &state.trusted_proxies))
}

/// Middleware of one route: only for whom the table of routes says.
pub async fn guard(who: Who, request: Request, next: Next) -> Response {
    let Some(visit) = request.extensions().get::<Visit>().cloned() else {
        return Problem::Fault("a route without its entry".to_owned()).into_response();
    };
    if who.has_language() && !visit.lang_in_path {
        return Problem::NotFound.into_response();
    }
    let actor = visit.session.as_ref().map(|session| &session.actor);
    match (who, actor) {
        (Who::Public, _) => go_on(&visit, request, next).await,
        (Who::Demo, _) if visit.state.office.settings().demo => go_on(&visit, request, next).await,
        (Who::TestKeys, _) if visit.state.office.is_test() => go_on(&visit, request, next).await,
        (Who::EgovMobile, _) if office::mobile_signing::is_offered(&visit.state.office) => {
            go_on(&visit, request, next).await
        }
        (Who::Demo | Who::TestKeys | Who::EgovMobile, _) => Problem::NotFound.into_response(),
        (Who::Applicant | Who::Typing, Some(Actor::Applicant(_))) | (Who::Staff, Some(Actor::Staff { .. })) => {
            go_on(&visit, request, next).await
        }
        (Who::Typing, Some(Actor::Staff { .. })) => type_for(visit, request, next).await,
        (Who::Applicant | Who::Typing | Who::Staff, Some(_)) => Problem::NotAllowed.into_response(),
        (Who::Applicant | Who::Typing, None) => sign_in_first(&visit, request, "/sign-in").await,
        (Who::Staff, None) => sign_in_first(&visit, request, "/desk/sign-in").await,
    }
}

/// The handler, or the same page in another language.
async fn go_on(visit: &Visit, request: Request, next: Next) -> Response {
    match switch::wanted(visit, &request) {
        Some(lang) => switch::switched(visit, request, lang).await,
        None => next.run(request).await,
    }
}

/// Somebody of the desk types for a person: for this request only, and only in a draft that was begun at the desk, the page is that person's.
async fn type_for(visit: Visit, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    match person_of(&visit, &mut parts).await {
        Ok(person) => {
            let visit = visit.typing(person);
            parts.extensions.insert(visit.clone());
            go_on(&visit, Request::from_parts(parts, body), next).await
        }
        Err(problem) => problem.into_response(),
    }
}

async fn person_of(visit: &Visit, parts: &mut Parts) -> Result<Account, Problem> {
    let named = Named::from_request_parts(parts, &visit.state).await?;
    let (draft, file) = (named.get("draft").ok(), named.get("file").ok());
    Ok(office::type_request::hand(&visit.state.office, visit.actor()?, draft, file).await?)
}

/// Sends a visitor to sign in and afterwards back; what a form carried is kept for an hour.
async fn sign_in_first(visit: &Visit, request: Request, sign_in: &str) -> Response {
    let own = visit.url(&visit.path);
    let mut query = vec![(TO, own.clone())];
    if request.method() == Method::POST {
        if !csrf::is_same_site(request.headers(), &visit.state.office.settings().host) {
            return Problem::OldForm.into_response();
        }
        if let Some(ticket) = keep(visit, &own, request).await {
            query.push((KEPT, ticket));
        }
    }
    see_other(&format!("{}?{}", visit.url(sign_in), encode(&query)))
}

/// Keeps an ordinary form; a file is not kept (the person chooses it again). Only for browsers whose session has expired.
async fn keep(visit: &Visit, own: &str, request: Request) -> Option<String> {
    let token = visit.token.as_ref()?;
    let is_form = request
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|value| value.as_bytes().starts_with(b"application/x-www-form-urlencoded"));
    let body: Body = request.into_body();
    if !is_form {
        return None;
    }
    let bytes = to_bytes(body, FORM_BYTES_MAX).await.ok()?;
    let kept =
        office::session::keep_post(&visit.state.office, token, &visit.remote, (own, &bytes), &visit.moment).await;
    match kept {
        Ok(ticket) => ticket,
        Err(error) => {
            tracing::error!(request = visit.request_id, %error, "a form could not be kept");
            None
        }
    }
}

/// Where to go after signing in: `to` if it is a page of ours, with the ticket of a kept form.
pub fn after_sign_in(visit: &Visit, otherwise: &str) -> String {
    let Some(to) = visit.query_value(TO).filter(|to| is_own_page(to)) else { return visit.url(otherwise) };
    match visit.query_value(KEPT) {
        Some(ticket) => format!("{to}?{}", encode(&[(KEPT, ticket)])),
        None => to,
    }
}

/// The query to carry along the pages of signing in; empty or beginning with `?`.
pub fn carried_query(visit: &Visit) -> String {
    let pairs: Vec<(&str, String)> =
        [TO, KEPT].into_iter().filter_map(|name| visit.query_value(name).map(|value| (name, value))).collect();
    if pairs.is_empty() { String::new() } else { format!("?{}", encode(&pairs)) }
}

/// `/kk/…` of this host and nothing else: never an address that leads elsewhere.
fn is_own_page(address: &str) -> bool {
    let plain = address.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_'));
    plain && !address.contains("//") && Lang::ALL.iter().any(|lang| address.starts_with(&format!("/{}/", lang.tag())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_the_first_part_of_the_address() {
        assert_eq!(language("/kk/request/new"), (Some(Lang::Kk), "/request/new".to_owned()));
        assert_eq!(language("/en"), (Some(Lang::En), "/".to_owned()));
        assert_eq!(language("/health"), (None, "/health".to_owned()));
        assert_eq!(language("/english/"), (None, "/english/".to_owned()));
    }

    #[test]
    fn after_signing_in_nobody_is_sent_to_another_host() {
        assert!(is_own_page("/kk/request/0197-ab/person"));
        for evil in
            ["https://evil.example/", "//evil.example/kk/", "/kk//evil", "/\\evil", "/kk/a?b", "/admin", "/kk/%2f", ""]
        {
            assert!(!is_own_page(evil), "{evil}");
        }
    }
}
