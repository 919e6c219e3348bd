//! `/deliveries/{letter}/{tag}?status=`: a gateway for text messages reports what became of one. For programs; it answers the same to
//! every address that is ours.

use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::extract::RawQuery;
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, get};

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(take)
}

async fn take(visit: Visit, named: Named, RawQuery(query): RawQuery) -> Outcome {
    let (letter, tag): (String, String) = (named.get("letter")?, named.get("tag")?);
    let query = query.unwrap_or_default();
    let status = query.split('&').find_map(|pair| pair.strip_prefix("status=")).unwrap_or_default();
    office::letter_report::take(&visit.state.office, &letter, &tag, status, &visit.moment).await?;
    Ok("ok\n".into_response())
}
