//! Registers a request. The date of registration was fixed by the moment of sending (APPC 64(3)); this page says so.

use super::act::{ActPage, Confirm, Opened, Step, open};
use super::letter::preview;
use crate::forms::Posted;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::routing::{MethodRouter, get};
use domain::application::{Act, ActKind};

/// The page.
pub const PAGE: ActPage = ActPage { act: ActKind::Register, noun: "registration", name: "registration" };

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(register)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    look(&visit, &open(&visit, &named, PAGE).await?)
}

async fn register(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let opened = open(&visit, &named, PAGE).await?.seen_in(&fields);
    if Step::of(&fields) != Step::Send {
        return look(&visit, &opened);
    }
    let office = &visit.state.office;
    office::register::register(office, visit.actor()?, opened.id, opened.version, &visit.moment).await?;
    Ok(opened.done(&visit))
}

fn look(visit: &Visit, opened: &Opened) -> Outcome {
    let letter = preview(visit, &opened.view, Act::Register)?;
    let mut leads = opened.lead(visit);
    // Said before the work is done.
    leads.extend(opened.view.registered_by_me.map(|_| visit.t().s("four-eyes-before")));
    opened.confirm(visit, Confirm { leads, rows: vec![], hidden: vec![], letter, decision: None })
}
