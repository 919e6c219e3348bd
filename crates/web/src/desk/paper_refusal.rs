//! `/{lang}/desk/paper/{draft}/refusal`: a request on paper is not accepted, with a reason of the law and what the person can do.

use super::declined_registration;
use crate::forms::{Control, Fields, Posted, error_lines};
use crate::frame::Frame;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::application::DeclineReason;
use domain::ids::DraftId;
use office::OfficeError;
use office::paper_intake::AtDesk;
use office::refuse_paper::refuse_paper;
use service::Finding;

/// The page.
#[derive(Template)]
#[template(path = "desk/paper_refusal.html")]
pub struct Page {
    /// Its frame.
    pub frame: Frame,
    /// Whose request.
    pub about: String,
    /// Reason and remedy.
    pub controls: Vec<Control>,
    /// How many slips were given before.
    pub slips: usize,
    /// Back to the form.
    pub form: String,
}

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(refuse)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    page(&visit, named.get("draft")?, StatusCode::OK, &Fields::default(), &[]).await
}

async fn refuse(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let id: DraftId = named.get("draft")?;
    let slips_seen = fields.get("slips").parse().unwrap_or_default();
    let (reason, remedy) = match declined_registration::read(&fields, &DeclineReason::ON_PAPER) {
        Ok(read) => read,
        Err(found) => return page(&visit, id, StatusCode::UNPROCESSABLE_ENTITY, &fields, &found).await,
    };
    match refuse_paper(&visit.state.office, visit.actor()?, id, reason, remedy, slips_seen, &visit.moment).await {
        // Turned away by somebody a moment ago, or changed: the page of the form tells.
        Ok(_) | Err(OfficeError::Stale) => Ok(visit.go(&format!("/desk/paper/{id}"))),
        Err(OfficeError::Findings(found)) => page(&visit, id, StatusCode::UNPROCESSABLE_ENTITY, &fields, &found).await,
        Err(other) => Err(other.into()),
    }
}

async fn page(visit: &Visit, id: DraftId, status: StatusCode, fields: &Fields, found: &[Finding]) -> Outcome {
    let t = visit.t();
    let AtDesk::Waiting(form) = office::paper_intake::open(&visit.state.office, visit.actor()?, id).await? else {
        return Err(Problem::Stale);
    };
    let controls = declined_registration::controls(visit, fields, found, &DeclineReason::ON_PAPER);
    let back = visit.url(&format!("/desk/paper/{id}"));
    let frame = visit.frame(t.s("intake-refusal-title")).back(back.clone()).errors(error_lines(&controls));
    let about = t.f2("intake-refusal-about", "number", &form.number, "name", form.request.applicant.name.official());
    visit.show_with(status, &Page { frame, about, controls, slips: form.slips.len(), form: back })
}
