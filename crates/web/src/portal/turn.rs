//! `/{lang}/request/{draft}/files/{kind}/{file}/turn`: turns a photographed page a quarter clockwise, and shows it again. One that cannot be
//! turned stays as it is and says so.

use super::page_check;
use super::upload::sentence;
use crate::forms::Posted;
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::http::StatusCode;
use axum::routing::{MethodRouter, post};
use domain::documents::DocumentKind;
use domain::ids::{AttachmentId, DraftId};
use office::OfficeError;
use office::attach_file::Place;

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    post(turn)
}

async fn turn(visit: Visit, named: Named, Posted(_): Posted) -> Outcome {
    let (draft, kind, file): (DraftId, String, AttachmentId) =
        (named.get("draft")?, named.get("kind")?, named.get("file")?);
    let document = DocumentKind::from_name(&kind).ok_or(Problem::NotFound)?;
    let place = Place { draft, document, instead: Some(file) };
    match office::turn_page::turn_page(&visit.state.office, visit.actor()?, place, &visit.moment).await {
        Ok(()) => Ok(visit.go(&format!("/request/{draft}/files/{kind}/{file}/check"))),
        Err(OfficeError::File(problem)) => {
            let wrong = page_check::Wrong::Turn(sentence(&visit.t(), &problem));
            page_check::page(&visit, &named, StatusCode::UNPROCESSABLE_ENTITY, Some(wrong)).await
        }
        Err(other) => Err(other.into()),
    }
}
