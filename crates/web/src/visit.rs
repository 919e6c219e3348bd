//! One request as a page sees it: language, who asks, the moment, the address. Extracted by every handler.

use crate::cookies::Cookie;
use crate::forms::Fields;
use crate::frame::{Account, Frame};
use crate::headers::SignaturePage;
use crate::problem::Problem;
use crate::state::AppState;
use crate::texts::T;
use askama::Template;
use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use domain::actor::Actor;
use domain::lang::Lang;
use domain::moment::Moment;
use office::new_device::Way;
use office::session::SessionView;
use office::sign_in_otp::SignedIn;
use std::collections::BTreeMap;
use std::str::FromStr;
use std::sync::Arc;

/// Made once by [`crate::entry`] and shared by everything that handles the request.
#[derive(Clone)]
pub struct Visit(Arc<Inner>);

/// The parts of a visit.
#[derive(Clone)]
pub struct Inner {
    /// The office, the edge, the assets.
    pub state: AppState,
    /// Language of the page; Kazakh where the address names none.
    pub lang: Lang,
    /// True when the address begins with a language.
    pub lang_in_path: bool,
    /// The address after the language, with its leading slash: `/request/new`.
    pub path: String,
    /// The query without `?`; empty when there is none.
    pub query: String,
    /// Time and randomness of this request.
    pub moment: Moment,
    /// Who asks.
    pub session: Option<SessionView>,
    /// The session of the desk, where somebody types for the person of `session`.
    pub typist: Option<SessionView>,
    /// The session's token, as the cookie said it.
    pub token: Option<String>,
    /// The value by which this browser is known, as the cookie said it.
    pub device: Option<String>,
    /// Hidden field that a form of this visitor must carry.
    pub csrf: String,
    /// The form cookie to be set when a form is shown to someone who is not signed in.
    pub fresh_form_cookie: Option<String>,
    /// Address of the other side, for limits; `-` when unknown.
    pub remote: String,
    /// Names this request in logs and on pages about our faults.
    pub request_id: String,
}

impl std::ops::Deref for Visit {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl Visit {
    /// Used by [`crate::entry`] only.
    pub fn new(inner: Inner) -> Visit {
        Visit(Arc::new(inner))
    }

    /// Texts of the page.
    pub fn t(&self) -> T {
        T::new(&self.state.office, self.lang)
    }

    /// Texts in another language, for pages whose address names none.
    pub fn t_in(&self, lang: Lang) -> T {
        T::new(&self.state.office, lang)
    }

    /// The person who asks.
    ///
    /// # Errors
    /// [`Problem::SignedOut`] when nobody is signed in; the route's guard makes this unreachable on guarded routes.
    pub fn actor(&self) -> Result<&Actor, Problem> {
        self.session.as_ref().map(|session| &session.actor).ok_or(Problem::SignedOut)
    }

    /// A whole address in this language: `/kk/services`.
    pub fn url(&self, path: &str) -> String {
        format!("/{}{path}", self.lang.tag())
    }

    /// A value of the query.
    pub fn query_value(&self, name: &str) -> Option<String> {
        crate::forms::decode_pairs(self.query.as_bytes())
            .into_iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value)
    }

    /// What was typed before the session expired or the language was switched, when the address carries its ticket.
    pub async fn kept_fields(&self) -> Result<Option<Fields>, Problem> {
        let named = |name: &str, owner: &str| self.query_value(name).map(|ticket| (ticket, owner.to_owned()));
        let ticket = named(crate::entry::KEPT, "").or_else(|| named(crate::switch::TYPED, &self.csrf));
        let Some((ticket, owner)) = ticket else { return Ok(None) };
        let kept = office::session::take_post(&self.state.office, (&ticket, &owner), self.moment.now).await?;
        let own = self.url(&self.path);
        Ok(kept.filter(|(path, _)| *path == own).map(|(_, body)| Fields::decode(&body)))
    }

    /// The frame of a page whose heading is `heading`.
    pub fn frame(&self, heading: impl Into<String>) -> Frame {
        Frame::new(self, heading.into())
    }

    /// This visit as one of `person`, for whom its own person types.
    pub fn typing(&self, person: store::account::Account) -> Visit {
        let mut inner = (*self.0).clone();
        inner.typist = inner.session.take();
        inner.session = inner.typist.as_ref().map(|own| SessionView {
            actor: Actor::Applicant(person.id),
            account: Some(person),
            officer: None,
            csrf: own.csrf.clone(),
            expires_at: own.expires_at,
        });
        Visit(Arc::new(inner))
    }

    /// For whom a person of the desk types here.
    pub fn typing_for(&self) -> Option<String> {
        self.typist.as_ref()?;
        let name = self.session.as_ref()?.account.as_ref()?.name.as_ref()?;
        Some(name.official())
    }

    /// Who is signed in, for the header.
    pub fn account(&self) -> Account {
        Account::of(self.typist.as_ref().or(self.session.as_ref()))
    }

    /// Seconds until the session ends if nothing more is done; `None` where nobody is signed in.
    pub fn session_seconds(&self) -> Option<i64> {
        let session = self.typist.as_ref().or(self.session.as_ref())?;
        Some(session.expires_at.duration_since(self.moment.now).as_secs().max(0))
    }

    /// Renders a page.
    ///
    /// # Errors
    /// [`Problem::Fault`] when the template fails.
    pub fn show(&self, page: &impl Template) -> Result<Response, Problem> {
        self.show_with(StatusCode::OK, page)
    }

    /// Renders a page with a status: 422 for a form with findings.
    ///
    /// # Errors
    /// [`Problem::Fault`] when the template fails.
    pub fn show_with(&self, status: StatusCode, page: &impl Template) -> Result<Response, Problem> {
        let html = page.render().map_err(|error| Problem::Fault(format!("template: {error}")))?;
        let has_form = html.contains("name=\"csrf\"");
        let mut response = (status, Html(html)).into_response();
        if let Some(cookie) = self.fresh_form_cookie.as_deref()
            && has_form
            && let Some(line) = Cookie::Form.set(cookie, self.state.is_https())
        {
            response.headers_mut().append(header::SET_COOKIE, line);
        }
        Ok(response)
    }

    /// Renders a page that speaks to NCALayer.
    ///
    /// # Errors
    /// [`Problem::Fault`] when the template fails.
    pub fn show_signature_page(&self, status: StatusCode, page: &impl Template) -> Result<Response, Problem> {
        let mut response = self.show_with(status, page)?;
        response.extensions_mut().insert(SignaturePage);
        Ok(response)
    }

    /// Sends the browser to another page of this language (303, so that a reload posts nothing twice).
    pub fn go(&self, path: &str) -> Response {
        see_other(&self.url(path))
    }

    /// Signs an applicant in and on to `address`, and tells their contacts where this browser is new to them.
    pub async fn entered(&self, address: &str, entered: &SignedIn, way: Way) -> Response {
        let mut response = self.with_session(see_other(address), Some(&entered.token));
        let noted =
            office::new_device::note(&self.state.office, entered, self.device.as_deref(), way, &self.moment).await;
        match noted {
            Ok(device) => {
                if let Some(line) = Cookie::Device.set(&device, self.state.is_https()) {
                    response.headers_mut().append(header::SET_COOKIE, line);
                }
            }
            Err(error) => tracing::error!(%error, "nobody could be told of a new device"),
        }
        response
    }

    /// Signs the visitor in or out: sets or clears the cookie on a redirect.
    pub fn with_session(&self, mut response: Response, token: Option<&str>) -> Response {
        let https = self.state.is_https();
        let line = match token {
            Some(token) => Cookie::Session.set(token, https),
            None => Cookie::Session.clear(https),
        };
        if let Some(line) = line {
            response.headers_mut().append(header::SET_COOKIE, line);
        }
        response
    }
}

/// A 303 to `address`, which must be one of ours.
pub fn see_other(address: &str) -> Response {
    let mut headers = HeaderMap::new();
    if let Ok(value) = address.parse() {
        headers.insert(header::LOCATION, value);
    }
    (StatusCode::SEE_OTHER, headers).into_response()
}

impl FromRequestParts<AppState> for Visit {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &AppState) -> Result<Visit, Problem> {
        parts.extensions.get::<Visit>().cloned().ok_or_else(|| Problem::Fault("a route without its entry".to_owned()))
    }
}

/// Values that the address itself names: `{draft}`, `{section}`, `{application}`.
pub struct Named(BTreeMap<String, String>);

impl Named {
    /// A value of the address.
    ///
    /// # Errors
    /// [`Problem::NotFound`] when it is absent or not of this kind: such a page does not exist.
    pub fn get<V: FromStr>(&self, name: &str) -> Result<V, Problem> {
        self.0.get(name).and_then(|text| text.parse().ok()).ok_or(Problem::NotFound)
    }
}

impl FromRequestParts<AppState> for Named {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Named, Problem> {
        let params = RawPathParams::from_request_parts(parts, state).await.map_err(|_| Problem::NotFound)?;
        Ok(Named(params.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()))
    }
}
