//! `/{lang}/request/{draft}/files/{kind}/earlier`: takes a document over from one's own earlier request that was closed without a certificate.

use super::{files, upload};
use crate::forms::Posted;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::http::StatusCode;
use axum::routing::{MethodRouter, post};
use domain::documents::DocumentKind;
use domain::ids::{ApplicationId, DraftId};
use office::OfficeError;
use office::attach_file::Place;
use office::earlier_documents::take_over;

/// Field with the id of the earlier request.
pub const FROM: &str = "from";

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    post(take)
}

async fn take(visit: Visit, named: Named, Posted(fields): Posted) -> Outcome {
    let (draft, kind): (DraftId, String) = (named.get("draft")?, named.get("kind")?);
    let document = DocumentKind::from_name(&kind).ok_or(Problem::NotFound)?;
    let from: ApplicationId = fields.trimmed(FROM).parse().map_err(|_| Problem::NotFound)?;
    let place = Place { draft, document, instead: None };
    match take_over(&visit.state.office, visit.actor()?, place, from, &visit.moment).await {
        Ok(()) => Ok(visit.go(&format!("/request/{draft}/files"))),
        Err(OfficeError::File(problem)) => {
            let said = upload::sentence(&visit.t(), &problem);
            files::page(&visit, draft, StatusCode::UNPROCESSABLE_ENTITY, Some(said)).await
        }
        Err(other) => Err(other.into()),
    }
}
