//! `/{lang}/complaints/{complaint}/signature` and `/code`: the person signs the complaint, or confirms it by a one-time code. The same
//! panels as for a request, over the complaint's own file.

use super::code::Page as CodePage;
use super::sign_in_code::{self, code_control};
use super::sign_panel::{self, OIDS_SIGN, SignPanel};
use super::signature::Page as SignPage;
use crate::forms::{Posted, Signed, error_lines};
use crate::frame::ErrorLine;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::complaint::ComplaintState;
use office::complain;
use office::mobile_signing::is_offered;
use office::{OfficeError, OtpProblem, SignatureProblem};
use uuid::Uuid;

/// The handlers of signing.
pub fn signature() -> MethodRouter<AppState> {
    get(ask_signature).post(sign)
}

/// The handlers of confirming.
pub fn code() -> MethodRouter<AppState> {
    get(ask_code).post(confirm)
}

async fn ask_signature(visit: Visit, named: Named) -> Outcome {
    signature_page(&visit, named.get("complaint")?, StatusCode::OK, None).await
}

async fn sign(visit: Visit, named: Named, signed: Signed) -> Outcome {
    let id: Uuid = named.get("complaint")?;
    match complain::sign(&visit.state.office, visit.actor()?, id, &signed.cms, &visit.moment).await {
        Ok(()) => Ok(visit.go(&format!("/complaints/{id}"))),
        Err(OfficeError::Signature(problem)) => {
            signature_page(&visit, id, StatusCode::UNPROCESSABLE_ENTITY, Some(problem)).await
        }
        Err(other) => again(&visit, id, other).await,
    }
}

async fn signature_page(visit: &Visit, id: Uuid, status: StatusCode, problem: Option<SignatureProblem>) -> Outcome {
    let (t, office, actor) = (visit.t(), &visit.state.office, visit.actor()?);
    let own = complain::get(office, actor, id).await?;
    if own.state != ComplaintState::Draft {
        return Ok(visit.go(&format!("/complaints/{id}")));
    }
    let bytes = complain::file(office, actor, id).await?.bytes.len();
    let url = |page: &str| visit.url(&format!("/complaints/{id}{page}"));
    let panel = SignPanel::new(visit, url("/signature"), url("/file"), OIDS_SIGN, problem.as_ref());
    let frame = visit
        .frame(t.s("complaint-sign-title"))
        .caption(own.body.reference.clone())
        .back(url(""))
        .errors(panel.errors())
        .signs();
    let page = SignPage {
        frame,
        sha256: own.file.0,
        size: sign_panel::size(&t, bytes),
        file: url("/file"),
        panel,
        code: url("/code"),
        mobile: is_offered(office).then(|| url("/mobile")),
    };
    visit.show_signature_page(status, &page)
}

async fn ask_code(visit: Visit, named: Named) -> Outcome {
    code_page(&visit, named.get("complaint")?, StatusCode::OK, None, None).await
}

async fn confirm(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let id: Uuid = named.get("complaint")?;
    let (office, actor, moment) = (&visit.state.office, visit.actor()?, &visit.moment);
    let masked = fields.has("masked").then(|| fields.trimmed("masked").to_owned());
    let problem = if fields.get("act") == "send" {
        match complain::send_code(office, actor, id, &visit.remote, moment).await {
            Ok(sent) => return code_page(&visit, id, StatusCode::OK, Some(sent.masked), None).await,
            Err(error) => error,
        }
    } else {
        match complain::confirm(office, actor, id, fields.get("code"), moment).await {
            Ok(()) => return Ok(visit.go(&format!("/complaints/{id}"))),
            Err(error) => error,
        }
    };
    match problem {
        OfficeError::Otp(problem) => {
            code_page(&visit, id, StatusCode::UNPROCESSABLE_ENTITY, masked, Some(&problem)).await
        }
        other => again(&visit, id, other).await,
    }
}

async fn code_page(
    visit: &Visit,
    id: Uuid,
    status: StatusCode,
    masked: Option<String>,
    problem: Option<&OtpProblem>,
) -> Outcome {
    let (t, office, actor) = (visit.t(), &visit.state.office, visit.actor()?);
    let own = complain::get(office, actor, id).await?;
    if own.state != ComplaintState::Draft {
        return Ok(visit.go(&format!("/complaints/{id}")));
    }
    let url = |page: &str| visit.url(&format!("/complaints/{id}{page}"));
    let code = code_control(visit, problem.filter(|_| masked.is_some()));
    let mut errors = error_lines(std::slice::from_ref(&code));
    if let (None, Some(problem)) = (&masked, problem) {
        errors.push(ErrorLine { field: "send".to_owned(), text: sign_in_code::sentence(visit, problem) });
    }
    let frame =
        visit.frame(t.s("complaint-confirm-title")).caption(own.body.reference.clone()).back(url("")).errors(errors);
    let page = CodePage { frame, sha256: own.file.0, file: url("/file"), masked, code, signature: url("/signature") };
    visit.show_with(status, &page)
}

/// One that was left over midnight is written again: the person finds what they wrote on the form.
pub(super) async fn again(visit: &Visit, id: Uuid, error: OfficeError) -> Outcome {
    match error {
        OfficeError::Stale => {
            let own = complain::get(&visit.state.office, visit.actor()?, id).await?;
            Ok(visit.go(&format!("/services/{}/complaint", own.application)))
        }
        other => Err(other.into()),
    }
}
