//! `/{lang}/check`: what a person needs, asked before signing in (UX.md 2.2). One question a page; the answers are in the address, so
//! that it can be kept, printed and gone back in; nothing is stored.
//!
//! Must never hold a rule: the papers' rules are those of `domain`, which the officer's page asks too.

pub mod answers;
pub mod enquiry;
pub mod list;
pub mod mail;
pub mod page;

use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::Visit;
use answers::{Answers, Step};
use axum::routing::{MethodRouter, get};

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(visit: Visit) -> Outcome {
    let answers =
        Answers::read(visit.state.office.catalogue(), |name| visit.query_value(name).filter(|v| !v.is_empty()));
    match answers.step() {
        Step::Ask(name) => page::question(&visit, &answers, name),
        Step::Exit(why) => page::exit(&visit, &answers, why),
        Step::Trap(paper) => page::trap(&visit, &answers, paper),
        Step::Result => list::show(&visit, &answers),
    }
}
