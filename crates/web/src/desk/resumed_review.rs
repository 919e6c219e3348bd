//! The mission does not refuse: the request is checked again. The letter says so, and the end of the term.

use super::act::{ActPage, Confirm, Opened, Step, open};
use super::letter::preview;
use crate::forms::Posted;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::routing::{MethodRouter, get};
use domain::application::{Act, ActKind};

/// The page.
pub const PAGE: ActPage = ActPage { act: ActKind::ResumeReview, noun: "resumed-review", name: "resumed-review" };

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(resume)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    look(&visit, &open(&visit, &named, PAGE).await?)
}

async fn resume(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let opened = open(&visit, &named, PAGE).await?.seen_in(&fields);
    if Step::of(&fields) != Step::Send {
        return look(&visit, &opened);
    }
    let office = &visit.state.office;
    office::resume_review::resume_review(office, visit.actor()?, opened.id, opened.version, &visit.moment).await?;
    Ok(opened.done(&visit))
}

fn look(visit: &Visit, opened: &Opened) -> Outcome {
    let letter = preview(visit, &opened.view, Act::ResumeReview)?;
    opened.confirm(visit, Confirm { leads: opened.lead(visit), rows: vec![], hidden: vec![], letter, decision: None })
}
