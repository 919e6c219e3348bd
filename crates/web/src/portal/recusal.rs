//! `/{lang}/services/{application}/recusal`: the applicant asks that an official of the mission does not handle the case (APPC 67). Who decides
//! and by when is said before.

use super::motions::FormPage;
use super::times;
use crate::forms::{Control, Fields, Item, Posted, error_lines};
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get};
use domain::ids::ApplicationId;
use domain::motion::{Ground, RECUSAL_WORKING_DAYS_MAX};
use office::OfficeError;
use office::ask_recusal::{Typed, ask, officials};
use office::decline_registration::TEXT_CHARS_MAX;
use service::Finding;

const REASON_ROWS: u8 = 6;

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(say)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let typed = visit.kept_fields().await?.unwrap_or_default();
    page(&visit, named.get("application")?, StatusCode::OK, &typed, &[]).await
}

async fn say(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let id: ApplicationId = named.get("application")?;
    let typed = Typed {
        official: fields.trimmed("official").parse().ok(),
        ground: Ground::from_name(fields.trimmed("ground")),
        reason: fields.get("reason").replace("\r\n", "\n"),
    };
    match ask(&visit.state.office, visit.actor()?, id, typed, &visit.moment).await {
        Ok(()) => Ok(visit.go(&format!("/services/{id}"))),
        Err(OfficeError::Findings(found)) => page(&visit, id, StatusCode::UNPROCESSABLE_ENTITY, &fields, &found).await,
        Err(other) => Err(other.into()),
    }
}

async fn page(visit: &Visit, id: ApplicationId, status: StatusCode, typed: &Fields, found: &[Finding]) -> Outcome {
    let (t, office) = (visit.t(), &visit.state.office);
    let people = officials(office, visit.actor()?, id).await?;
    if people.is_empty() {
        return Err(Problem::NotOpen);
    }
    let view = office::cases::get(office, visit.actor()?, id, visit.moment.now).await?;
    let people = people.into_iter();
    let people = people.map(|(id, line)| Item::new(id.to_string(), format!("{}, {}", line.name, t.of(&line.post))));
    let controls = controls(visit, people.collect(), typed, found);
    let case = visit.url(&format!("/services/{id}"));
    let frame = visit
        .frame(t.s("recusal-title"))
        .caption(view.line.reference.clone())
        .back(case.clone())
        .errors(error_lines(&controls))
        .help(Some(times::help(&t, &view.mission)), Some(view.line.reference.clone()))
        .keeps_typed();
    let leads = vec![
        t.s("recusal-lead"),
        t.n("recusal-lead-term", "days", RECUSAL_WORKING_DAYS_MAX),
        t.s("recusal-lead-goes-on"),
    ];
    let page = FormPage { frame, leads, controls, button: "recusal-send", action: format!("{case}/recusal"), case };
    visit.show_with(status, &page)
}

fn controls(visit: &Visit, people: Vec<Item>, typed: &Fields, found: &[Finding]) -> Vec<Control> {
    let (t, word) = (visit.t(), visit.t().s("frame-error-word"));
    let error = |field: &str| {
        let own = found.iter().find(|own| own.field == field)?;
        Some(t.f(&format!("recusal-error-{field}-{}", own.code), "max", TEXT_CHARS_MAX))
    };
    let ground = |own: Ground| Item::new(own.as_str(), t.s(&key(own)));
    vec![
        Control::radios("official", t.s("recusal-official"), people)
            .value(typed.get("official"))
            .error(error("official"), word.clone()),
        Control::radios("ground", t.s("recusal-ground"), Ground::ALL.map(ground).into())
            .value(typed.get("ground"))
            .error(error("ground"), word.clone()),
        Control::textarea("reason", t.s("recusal-reason"), REASON_ROWS)
            .hint(Some(t.s("recusal-reason-hint")))
            .value(typed.get("reason"))
            .error(error("reason"), word),
    ]
}

/// The key of a ground.
pub fn key(own: Ground) -> String {
    format!("recusal-ground-{}", own.as_str().replace('_', "-"))
}
