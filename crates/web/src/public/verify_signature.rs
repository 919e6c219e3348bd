//! `/{lang}/verify-signature`: anybody shows a signed file and reads who signed what and when (Digital Code 61(4)).
//!
//! Nothing is stored: the answer is the page itself. It must never show a whole IIN, nor colour a verdict as a feast.

pub mod result;

use crate::forms::{Control, Part, Upload, error_lines};
use crate::frame::Frame;
use crate::portal::{drop_texts, sign_panel};
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::texts::T;
use crate::visit::Visit;
use askama::Template;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use eds::Policy;
use office::verify_file::{self, SignedFile};
use result::{Shown, View};

const SIGNATURE: &str = "signature";
const DOCUMENT: &str = "document";

/// The page.
#[derive(Template)]
#[template(path = "public/verify_signature.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// The signed file.
    pub signature: Control,
    /// The document, for a signature without it.
    pub document: Control,
    /// Address of the form.
    pub action: String,
    /// What was found.
    pub view: Option<View>,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(check)
}

async fn show(visit: Visit) -> Outcome {
    page(&visit, StatusCode::OK, [None, None], None)
}

async fn check(visit: Visit, request: Request) -> Outcome {
    let office = &visit.state.office;
    // Before the body is read.
    verify_file::admit(office, &visit.remote, &visit.moment).await?;
    let mut upload = Upload::from_request(request, &visit.state).await?;
    let (signature, document) = (upload.take(SIGNATURE), upload.take(DOCUMENT));
    let errors = [wrong(signature.as_ref(), true), wrong(document.as_ref(), false)];
    let Some(signature) = signature.filter(|_| errors == [None, None]) else {
        return page(&visit, StatusCode::UNPROCESSABLE_ENTITY, errors, None);
    };
    let shown = Shown::of(&signature, document.as_ref());
    let file = SignedFile { signature: signature.bytes, content: document.map(|part| part.bytes) };
    let verdict = verify_file::verify_file(office, file, Policy::any(), visit.moment.now).await?;
    let view = View::new(&visit.t(), &shown, &verdict, visit.moment.now);
    page(&visit, StatusCode::OK, [None, None], Some(view))
}

/// Key of what is wrong with a file before anybody looks into it.
fn wrong(part: Option<&Part>, needed: bool) -> Option<&'static str> {
    match part {
        None => needed.then_some("verify-error-missing"),
        Some(part) if part.too_big => Some("verify-error-too-big"),
        Some(part) if part.bytes.is_empty() => Some("verify-error-empty"),
        Some(_) => None,
    }
}

fn page(
    visit: &Visit,
    status: StatusCode,
    errors: [Option<&'static str>; 2],
    view: Option<View>,
) -> Result<Response, Problem> {
    let t = visit.t();
    let bytes_max = visit.state.office.settings().upload_bytes_max;
    let limit = sign_panel::size(&t, usize::try_from(bytes_max).unwrap_or(usize::MAX));
    let [signature, document] = fields(&t, &limit, errors);
    let heading = view.as_ref().map_or_else(|| t.s("verify-title"), |view| view.headline.clone());
    let mut frame = visit.frame(heading);
    if view.is_some() {
        frame = frame.caption(t.s("verify-title"));
    }
    let frame = frame.errors(error_lines(&[signature.clone(), document.clone()]));
    visit.show_with(status, &Page { frame, signature, document, action: visit.url("/verify-signature"), view })
}

/// The two questions; the sentence of a limit is made from the limit.
pub fn fields(t: &T, limit: &str, errors: [Option<&'static str>; 2]) -> [Control; 2] {
    let [of_signature, of_document] = errors.map(|key| key.map(|key| t.f(key, "limit", limit)));
    let field = |name, label: &str, accept, hint: String, error| {
        Control::file(name, t.s(label), accept)
            .hint(Some(hint))
            .error(error, t.s("frame-error-word"))
            .plain()
            .drop_texts(drop_texts(t))
    };
    [
        field(SIGNATURE, "verify-file", ACCEPT, t.f("verify-file-hint", "limit", limit), of_signature),
        field(DOCUMENT, "verify-document", "", t.s("verify-document-hint"), of_document),
    ]
}

/// Signatures are sent under many names; what is none is told by content.
const ACCEPT: &str = "";
