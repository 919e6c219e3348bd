//! Makes the record of the act of death: grants. The certificate follows by itself; its number is given when the record is made.

use super::act::{ActPage, Confirm, Opened, Step, open};
use super::clock::Clock;
use super::letter::preview;
use crate::forms::Posted;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::routing::{MethodRouter, get};
use domain::actor::Actor;
use domain::application::{Act, ActKind};
use domain::certificate::ActRecord;

/// The page.
pub const PAGE: ActPage = ActPage { act: ActKind::Grant, noun: "record", name: "record" };

/// Stands in the preview where the number will be.
const NUMBER_TO_COME: &str = "…";

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(grant)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    look(&visit, &open(&visit, &named, PAGE).await?)
}

async fn grant(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let opened = open(&visit, &named, PAGE).await?.seen_in(&fields);
    if Step::of(&fields) != Step::Send {
        return look(&visit, &opened);
    }
    office::grant::grant(&visit.state.office, visit.actor()?, opened.id, opened.version, &visit.moment).await?;
    Ok(opened.done(&visit))
}

fn look(visit: &Visit, opened: &Opened) -> Outcome {
    let clock = Clock::of(visit, &opened.view.mission.id);
    let date = visit.moment.now.to_zoned(clock.zone().clone()).date();
    let Actor::Staff { officer, .. } = visit.actor()? else { return Err(Problem::NotAllowed) };
    let record = ActRecord { number: NUMBER_TO_COME.to_owned(), date, made_by: *officer };
    let letter = preview(visit, &opened.view, Act::Grant { record })?;
    let mut leads = opened.lead_after_papers(visit);
    leads.push(visit.t().s("desk-record-check"));
    opened.confirm(visit, Confirm { leads, rows: vec![], hidden: vec![], letter })
}
