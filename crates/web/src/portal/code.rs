//! `/{lang}/request/{draft}/code`: confirm exactly the prepared file by a one-time code (UX.md H4c). It confirms; it is not a signature.

use super::check::unfinished;
use super::sign_in_code::code_control;
use super::{draft_help, sign_in_code};
use crate::forms::{Control, Posted, error_lines};
use crate::frame::{ErrorLine, Frame};
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::ids::DraftId;
use office::{OfficeError, OtpProblem};

/// The page.
#[derive(Template)]
#[template(path = "portal/code.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// SHA-256 of the file, hex.
    pub sha256: String,
    /// Address of the file.
    pub file: String,
    /// Where the code went, masked; `None` before it was sent.
    pub masked: Option<String>,
    /// The code.
    pub code: Control,
    /// The other way: signing.
    pub signature: String,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(act)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    page(&visit, named.get("draft")?, StatusCode::OK, None, None).await
}

/// Two buttons: "send the code" and "confirm".
async fn act(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let id: DraftId = named.get("draft")?;
    let (office, actor, moment) = (&visit.state.office, visit.actor()?, &visit.moment);
    let masked = fields.has("masked").then(|| fields.trimmed("masked").to_owned());
    let problem = if fields.get("act") == "send" {
        match office::submit_confirmed::send_code(office, actor, id, &visit.remote, moment).await {
            Ok(sent) => return page(&visit, id, StatusCode::OK, Some(sent.masked), None).await,
            Err(error) => error,
        }
    } else {
        match office::submit_confirmed::submit_confirmed(office, actor, id, fields.get("code"), moment).await {
            Ok(_) => return Ok(visit.go(&format!("/request/{id}/sent"))),
            Err(error) => error,
        }
    };
    match problem {
        OfficeError::Otp(problem) => page(&visit, id, StatusCode::UNPROCESSABLE_ENTITY, masked, Some(&problem)).await,
        OfficeError::Findings(_) | OfficeError::Stale => Ok(visit.go(&format!("/request/{id}/check"))),
        other => Err(other.into()),
    }
}

async fn page(
    visit: &Visit,
    id: DraftId,
    status: StatusCode,
    masked: Option<String>,
    problem: Option<&OtpProblem>,
) -> Outcome {
    let (t, office, actor) = (visit.t(), &visit.state.office, visit.actor()?);
    let view = office::drafts::get(office, actor, id, visit.moment.now).await?;
    let prepared = match office::prepare_request::prepare_request(office, actor, id, &visit.moment).await {
        Ok(prepared) => prepared,
        Err(error) => return unfinished(visit, id, &view, error),
    };
    let url = |page: &str| visit.url(&format!("/request/{id}/{page}"));
    let code = code_control(visit, problem.filter(|_| masked.is_some()));
    let mut errors = error_lines(std::slice::from_ref(&code));
    if let (None, Some(problem)) = (&masked, problem) {
        errors.push(ErrorLine { field: "send".to_owned(), text: sign_in_code::sentence(visit, problem) });
    }
    let frame = visit
        .frame(t.s("confirm-title"))
        .caption(t.s("request-caption"))
        .back(url("check"))
        .help(draft_help(visit, &view), None)
        .errors(errors);
    visit.show_with(
        status,
        &Page { frame, sha256: prepared.sha256, file: url("file"), masked, code, signature: url("signature") },
    )
}
