//! Makes the record of the act of death: grants. The certificate follows by itself; its number is given when the record is made.

use super::act::{ActPage, Confirm, Confirmation, Opened, Step, findings, open};
use super::clock::Clock;
use super::decision;
use super::letter::preview;
use crate::forms::Posted;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::routing::{MethodRouter, get};
use domain::actor::Actor;
use domain::application::{Act, ActKind};
use domain::certificate::ActRecord;
use domain::decision::Decided;
use service::Finding;

/// The page.
pub const PAGE: ActPage = ActPage { act: ActKind::Grant, noun: "record", name: "record" };

/// Stands in the preview where the number will be.
const NUMBER_TO_COME: &str = "…";

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(grant)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    look(&visit, &open(&visit, &named, PAGE).await?, &[]).await
}

async fn grant(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let opened = open(&visit, &named, PAGE).await?.seen_in(&fields);
    let (office, actor, moment) = (&visit.state.office, visit.actor()?, &visit.moment);
    match Step::of(&fields) {
        Step::Send => {}
        Step::Sign => return decision::prepare(&visit, &opened, Decided::Grant).await,
        Step::Edit | Step::Preview => return look(&visit, &opened, &[]).await,
    }
    match office::grant::grant(office, actor, opened.id, opened.version, fields.trimmed("code"), moment).await {
        Ok(()) => Ok(opened.done(&visit)),
        Err(error) => look(&visit, &opened, &findings(error)?).await,
    }
}

async fn look(visit: &Visit, opened: &Opened, found: &[Finding]) -> Outcome {
    let clock = Clock::of(visit, &opened.view.mission.id);
    let date = visit.moment.now.to_zoned(clock.zone().clone()).date();
    let Actor::Staff { officer, .. } = visit.actor()? else { return Err(Problem::NotAllowed) };
    let record = ActRecord { number: NUMBER_TO_COME.to_owned(), date, made_by: *officer };
    let letter = preview(visit, &opened.view, Act::Grant { record })?;
    let mut leads = opened.lead_after_papers(visit);
    leads.push(visit.t().s("desk-record-check"));
    let decision = Some(Confirmation::of(visit, PAGE, found).await?);
    opened.confirm(visit, Confirm { leads, rows: vec![], hidden: vec![], letter, decision })
}
