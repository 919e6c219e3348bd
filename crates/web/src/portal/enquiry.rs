//! `/{lang}/enquiries/{enquiry}`: a question to a mission, for who put it signed in. The page is that of the private link.

use crate::forms::Posted;
use crate::problem::Outcome;
use crate::public::enquiry::{erased, page};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::routing::{MethodRouter, get};
use domain::ids::EnquiryId;
use office::enquiry::{erase, view};

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show).post(erase_it)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let id: EnquiryId = named.get("enquiry")?;
    let own = view::of_account(&visit.state.office, visit.actor()?, id).await?;
    page(&visit, &own, visit.url(&format!("/enquiries/{id}")), None)
}

async fn erase_it(visit: Visit, named: Named, Posted(_): Posted) -> Outcome {
    let id: EnquiryId = named.get("enquiry")?;
    erase::by_account(&visit.state.office, visit.actor()?, id, &visit.moment).await?;
    erased(&visit)
}
