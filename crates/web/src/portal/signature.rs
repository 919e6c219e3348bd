//! `/{lang}/request/{draft}/signature`: sign exactly the prepared file with the own key (UX.md H4b).

use super::check::unfinished;
use super::sign_panel::{OIDS_SIGN, SignPanel};
use super::{draft_help, sign_panel};
use crate::forms::Signed;
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use domain::ids::DraftId;
use office::drafts::DraftView;
use office::mobile_signing::is_offered;
use office::prepare_request::PreparedView;
use office::{OfficeError, SignatureProblem};

/// The page.
#[derive(Template)]
#[template(path = "portal/signature.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// SHA-256 of the file, hex.
    pub sha256: String,
    /// Size in words.
    pub size: String,
    /// Address of the file.
    pub file: String,
    /// The panel.
    pub panel: SignPanel,
    /// Another way: a one-time code.
    pub code: String,
    /// Another way: eGov Mobile, where that is offered.
    pub mobile: Option<String>,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(sign)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let id: DraftId = named.get("draft")?;
    page(&visit, id, StatusCode::OK, None).await
}

async fn sign(visit: Visit, named: Named, signed: Signed) -> Outcome {
    let id: DraftId = named.get("draft")?;
    let office = &visit.state.office;
    match office::submit_signed::submit_signed(office, visit.actor()?, id, &signed.cms, &visit.moment).await {
        Ok(_) => Ok(visit.go(&format!("/request/{id}/sent"))),
        Err(OfficeError::Signature(problem)) => page(&visit, id, StatusCode::UNPROCESSABLE_ENTITY, Some(problem)).await,
        Err(OfficeError::Findings(_) | OfficeError::Stale) => Ok(visit.go(&format!("/request/{id}/check"))),
        Err(other) => Err(other.into()),
    }
}

async fn page(visit: &Visit, id: DraftId, status: StatusCode, problem: Option<SignatureProblem>) -> Outcome {
    let (office, actor) = (&visit.state.office, visit.actor()?);
    let view = office::drafts::get(office, actor, id, visit.moment.now).await?;
    match office::prepare_request::prepare_request(office, actor, id, &visit.moment).await {
        Ok(prepared) => render(visit, &view, &prepared, status, problem.as_ref()),
        Err(error) => unfinished(visit, id, &view, error),
    }
}

fn render(
    visit: &Visit,
    view: &DraftView,
    prepared: &PreparedView,
    status: StatusCode,
    problem: Option<&SignatureProblem>,
) -> Result<Response, Problem> {
    let (t, id) = (visit.t(), view.draft.id);
    let url = |page: &str| visit.url(&format!("/request/{id}/{page}"));
    let panel = SignPanel::new(visit, url("signature"), url("file"), OIDS_SIGN, problem);
    let frame = visit
        .frame(t.s("signature-title"))
        .caption(t.s("request-caption"))
        .back(url("check"))
        .help(draft_help(visit, view), None)
        .errors(panel.errors())
        .signs();
    let page = Page {
        frame,
        sha256: prepared.sha256.clone(),
        size: sign_panel::size(&t, prepared.bytes_len),
        file: url("file"),
        panel,
        code: url("code"),
        mobile: is_offered(&visit.state.office).then(|| url("mobile")),
    };
    visit.show_signature_page(status, &page)
}
