//! `/{lang}/services/{application}/withdrawal`: the applicant takes the request back before the decision. What follows is said before.

use super::times;
use crate::forms::{Control, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use domain::application::{ActKind, NotOpen};
use domain::ids::ApplicationId;
use office::OfficeError;
use office::withdraw::REASON_CHARS_MAX;

/// The page.
#[derive(Template)]
#[template(path = "portal/withdrawal.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// Which request.
    pub about: String,
    /// Why; may stay empty.
    pub reason: Control,
    /// The version that the person sees.
    pub version: i64,
    /// Address of the form.
    pub action: String,
    /// Address of the case.
    pub case: String,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(withdraw)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let typed = visit.kept_fields().await?.unwrap_or_default();
    page(&visit, named.get("application")?, StatusCode::OK, typed.get("reason"), None).await
}

async fn withdraw(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let id: ApplicationId = named.get("application")?;
    let (office, actor, reason) = (&visit.state.office, visit.actor()?, fields.get("reason"));
    let version = fields.get("version").parse().unwrap_or_default();
    match office::withdraw::withdraw(office, actor, id, version, reason, &visit.moment).await {
        Ok(()) => Ok(visit.go(&format!("/services/{id}"))),
        Err(OfficeError::Findings(_)) => {
            let error = visit.t().f("withdrawal-error-too-long", "most", REASON_CHARS_MAX);
            page(&visit, id, StatusCode::UNPROCESSABLE_ENTITY, reason, Some(error)).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn page(
    visit: &Visit,
    id: ApplicationId,
    status: StatusCode,
    typed: &str,
    error: Option<String>,
) -> Result<Response, Problem> {
    let view = office::cases::get(&visit.state.office, visit.actor()?, id, visit.moment.now).await?;
    if !view.open_acts.contains(&ActKind::Withdraw) {
        return Err(OfficeError::NotOpen(NotOpen::Act).into());
    }
    let t = visit.t();
    let reason = Control::textarea("reason", t.s("withdrawal-reason-label"), 5)
        .hint(Some(t.s("withdrawal-reason-hint")))
        .value(typed)
        .error(error, t.s("frame-error-word"))
        .plain();
    let case = visit.url(&format!("/services/{id}"));
    let frame = visit
        .frame(t.s("withdrawal-title"))
        .back(case.clone())
        .errors(error_lines(std::slice::from_ref(&reason)))
        .help(Some(times::help(&t, &view.mission)), Some(view.line.reference.clone()))
        .keeps_typed();
    let page = Page {
        frame,
        about: t.f("withdrawal-about", "reference", &view.line.reference),
        reason,
        version: view.version,
        action: format!("{case}/withdrawal"),
        case,
    };
    visit.show_with(status, &page)
}
