//! The one table of addresses. The router is built from it, and tests read it: nothing is served that does not stand here.

use crate::entry::{enter, guard};
use crate::problem::{self, Problem};
use crate::state::AppState;
use crate::{api, assets, desk, headers, portal, public, tus};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::MethodRouter;
use std::any::Any;
use std::convert::Infallible;
use std::time::Duration;
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{And, DefaultPredicate, NotForContentType, Predicate};
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;

/// Whom an address is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Everybody.
    Public,
    /// An applicant who is signed in.
    Applicant,
    /// An applicant who is signed in; or a person of the desk, for a draft that they type for somebody.
    Typing,
    /// A person of a mission, an auditor or an administrator who is signed in.
    Staff,
    /// Everybody, in a demonstration only; else the page does not exist.
    Demo,
    /// Everybody, under a trust list of test keys only; else the address does not exist.
    TestKeys,
    /// Everybody, where signing by eGov Mobile is offered; else the address does not exist.
    EgovMobile,
}

impl Who {
    /// Pages of applicants and staff exist in the three languages only.
    pub fn has_language(self) -> bool {
        matches!(self, Who::Applicant | Who::Typing | Who::Staff)
    }
}

/// What an address takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// Forms without files.
    Form,
    /// A form with a file.
    File,
    /// A form with a signature.
    Signature,
    /// JSON or files of a program.
    Machine,
}

/// One address.
#[derive(Clone, Copy)]
pub struct Route {
    /// Pattern, for example `/{lang}/request/{draft}`.
    pub path: &'static str,
    /// Methods that have a handler.
    pub methods: &'static [&'static str],
    /// Whom it is for.
    pub who: Who,
    /// What it takes.
    pub body: Body,
    /// Its handlers.
    pub service: fn() -> MethodRouter<AppState>,
}

/// Longest time for a page, seconds.
const PAGE_SECONDS_MAX: u64 = 30;
/// Longest time for a program's request, seconds.
const MACHINE_SECONDS_MAX: u64 = 120;
/// Longest time for an upload over a slow line (15 MB at 25 kB/s), seconds.
const UPLOAD_SECONDS_MAX: u64 = 600;
/// A body up to this size is read to its end even when the file is too large, so that the person sees a page and not a broken line; bytes.
pub const UPLOAD_READ_BYTES_MAX: usize = 64_000_000;
/// As much is read of a form with a signature: one with its certificates and a timestamp takes some kilobytes.
pub const SIGNATURE_READ_BYTES_MAX: usize = 4_000_000;

/// Shorthand for pages that only show.
pub const GET: &[&str] = &["GET"];
/// Shorthand for pages with a form.
pub const GET_POST: &[&str] = &["GET", "POST"];
/// Shorthand for addresses that only take.
pub const POST: &[&str] = &["POST"];
/// Shorthand for addresses that give something and take it back changed.
pub const GET_PUT: &[&str] = &["GET", "PUT"];
/// Shorthand for addresses that are added to.
pub const PATCH: &[&str] = &["PATCH"];

/// A page without a file.
pub const fn page(
    path: &'static str,
    methods: &'static [&'static str],
    who: Who,
    service: fn() -> MethodRouter<AppState>,
) -> Route {
    Route { path, methods, who, body: Body::Form, service }
}

/// A page that takes a file.
pub const fn upload(path: &'static str, who: Who, service: fn() -> MethodRouter<AppState>) -> Route {
    Route { path, methods: GET_POST, who, body: Body::File, service }
}

/// A page that takes a signature.
pub const fn signing(path: &'static str, who: Who, service: fn() -> MethodRouter<AppState>) -> Route {
    Route { path, methods: GET_POST, who, body: Body::Signature, service }
}

/// An address for programs.
pub const fn machine(
    path: &'static str,
    methods: &'static [&'static str],
    who: Who,
    service: fn() -> MethodRouter<AppState>,
) -> Route {
    Route { path, methods, who, body: Body::Machine, service }
}

/// Addresses outside the portal and the desk.
const BASE: &[Route] = &[page("/assets/{*path}", GET, Who::Public, assets::service)];

/// All addresses, room by room.
pub const TABLE: &[&[Route]] = &[BASE, public::ROUTES, portal::ROUTES, desk::ROUTES, api::ROUTES, tus::ROUTES];

/// All addresses in one row.
pub fn all() -> impl Iterator<Item = &'static Route> {
    TABLE.iter().flat_map(|rooms| rooms.iter())
}

/// Of 1 to 9, for time rather than for the last bytes: each page is pressed anew for its reader.
const PAGE_QUALITY: CompressionLevel = CompressionLevel::Precise(4);

/// The whole of `web`.
pub fn router(state: AppState) -> Router {
    let mut router = Router::new();
    for route in all() {
        router = router.route(route.path, guarded(route));
    }
    router
        .fallback(|| async { Problem::NotFound })
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn_with_state(state.clone(), problem::pages))
        .layer(from_fn_with_state(state.clone(), enter))
        .layer(from_fn_with_state(state.clone(), headers::secure))
        .layer(compression())
        .layer(TraceLayer::new_for_http().make_span_with(span))
        .with_state(state)
}

fn guarded(route: &'static Route) -> MethodRouter<AppState> {
    let (seconds_max, bytes_max) = match route.body {
        Body::Form => (PAGE_SECONDS_MAX, crate::forms::FORM_BYTES_MAX),
        Body::File => (UPLOAD_SECONDS_MAX, UPLOAD_READ_BYTES_MAX),
        Body::Signature => (PAGE_SECONDS_MAX, SIGNATURE_READ_BYTES_MAX),
        Body::Machine => (MACHINE_SECONDS_MAX, UPLOAD_READ_BYTES_MAX),
    };
    let who = route.who;
    (route.service)()
        .layer::<_, Infallible>(from_fn(move |request: Request, next: Next| guard(who, request, next)))
        .layer::<_, Infallible>(DefaultBodyLimit::max(bytes_max))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, Duration::from_secs(seconds_max)))
}

/// Pages are pressed; a PDF is pressed already.
fn compression() -> CompressionLayer<And<DefaultPredicate, NotForContentType>> {
    let not_pdf = NotForContentType::const_new("application/pdf");
    CompressionLayer::new().gzip(true).quality(PAGE_QUALITY).compress_when(DefaultPredicate::new().and(not_pdf))
}

/// The path only: a query may carry a ticket.
fn span(request: &Request) -> tracing::Span {
    tracing::info_span!("request", method = %request.method(), path = %request.uri().path())
}

fn panicked(cause: Box<dyn Any + Send + 'static>) -> Response {
    let said = cause
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| cause.downcast_ref::<&str>().copied())
        .unwrap_or("without a word");
    Problem::Fault(format!("panic: {said}")).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_address_stands_once_and_names_what_it_takes() {
        let mut seen = BTreeSet::new();
        for route in all() {
            assert!(seen.insert(route.path), "{} stands twice", route.path);
            assert!(!route.methods.is_empty(), "{}", route.path);
            assert_eq!(route.path.starts_with("/{lang}"), route.path.contains("{lang}"), "{}", route.path);
            if route.who.has_language() {
                assert!(route.path.starts_with("/{lang}/"), "{} is for people but names no language", route.path);
            }
        }
    }

    #[test]
    fn every_page_file_has_its_address() {
        let source =
            |room: &str| std::fs::read_to_string(format!("{}/src/{room}.rs", env!("CARGO_MANIFEST_DIR"))).unwrap();
        for room in ["public", "portal", "desk", "api", "tus"] {
            let table = source(room);
            let folder = format!("{}/src/{room}", env!("CARGO_MANIFEST_DIR"));
            for file in std::fs::read_dir(folder).into_iter().flatten() {
                let path = file.unwrap().path();
                if path.is_dir() {
                    continue;
                }
                let text = std::fs::read_to_string(&path).unwrap();
                let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
                if text.contains("pub fn service() -> MethodRouter<AppState>") {
                    assert!(
                        table.contains(&format!("{name}::service")),
                        "{room}/{name}.rs has handlers but no address"
                    );
                }
            }
        }
    }

    #[test]
    fn the_table_names_exactly_the_methods_of_the_handlers() {
        for route in all() {
            let said = format!("{:?}", (route.service)());
            for method in ["get", "post", "put", "delete", "patch"] {
                let has = !said.contains(&format!("{method}: None"));
                let named = route.methods.iter().any(|one| one.eq_ignore_ascii_case(method));
                assert_eq!(has, named, "{} {method}", route.path);
            }
        }
    }
}
