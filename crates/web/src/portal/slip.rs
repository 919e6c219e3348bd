//! `/{lang}/services/{application}/correct-slip`: the applicant points out a slip of the pen in the certificate (APPC 82).

use super::motions::FormPage;
use super::times;
use crate::forms::{Control, Posted, error_lines};
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::ids::ApplicationId;
use domain::motion::Kind;
use domain::slip::SLIP_WORKING_DAYS_MAX;
use office::OfficeError;
use office::decline_registration::TEXT_CHARS_MAX;
use service::Finding;

const WHAT_ROWS: u8 = 5;

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(say)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let typed = visit.kept_fields().await?.unwrap_or_default();
    page(&visit, named.get("application")?, StatusCode::OK, typed.get("what"), &[]).await
}

async fn say(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let id: ApplicationId = named.get("application")?;
    let what = fields.get("what").replace("\r\n", "\n");
    match office::ask_slip::ask(&visit.state.office, visit.actor()?, id, what.clone(), &visit.moment).await {
        Ok(()) => Ok(visit.go(&format!("/services/{id}"))),
        Err(OfficeError::Findings(found)) => page(&visit, id, StatusCode::UNPROCESSABLE_ENTITY, &what, &found).await,
        Err(other) => Err(other.into()),
    }
}

async fn page(visit: &Visit, id: ApplicationId, status: StatusCode, what: &str, found: &[Finding]) -> Outcome {
    let view = office::cases::get(&visit.state.office, visit.actor()?, id, visit.moment.now).await?;
    if !view.motions.may_ask.contains(&Kind::CorrectSlip) {
        return Err(Problem::NotOpen);
    }
    let t = visit.t();
    let error = found.first().map(|own| t.f(&format!("slip-error-what-{}", own.code), "max", TEXT_CHARS_MAX));
    let controls = vec![
        Control::textarea("what", t.s("slip-what"), WHAT_ROWS)
            .hint(Some(t.s("slip-what-hint")))
            .value(what)
            .error(error, t.s("frame-error-word")),
    ];
    let case = visit.url(&format!("/services/{id}"));
    let frame = visit
        .frame(t.s("slip-title"))
        .caption(view.line.reference.clone())
        .back(case.clone())
        .errors(error_lines(&controls))
        .help(Some(times::help(&t, &view.mission)), Some(view.line.reference.clone()))
        .keeps_typed();
    let leads = vec![t.s("slip-lead"), t.n("slip-lead-term", "days", SLIP_WORKING_DAYS_MAX), t.s("slip-lead-free")];
    let page = FormPage { frame, leads, controls, button: "slip-send", action: format!("{case}/correct-slip"), case };
    visit.show_with(status, &page)
}
