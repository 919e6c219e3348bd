//! The picture of a page of an enclosed paper. Nothing of it stays in a cache: the policy of every page holds here, too.

use super::pane::{turn_of, width_of};
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, get};
use domain::ids::{ApplicationId, AttachmentId};
use domain::picture::Wanted;

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let (id, file): (ApplicationId, AttachmentId) = (named.get("application")?, named.get("attachment")?);
    let wanted = Wanted {
        page: named.get("page")?,
        width_pixels: width_of(visit.query_value("width").as_deref()),
        turn: turn_of(visit.query_value("turn").as_deref()),
    };
    let drawn =
        office::sheets::picture(&visit.state.office, visit.actor()?, id, file, wanted, visit.moment.now).await?;
    let picture = drawn.ok_or(Problem::NotFound)?;
    Ok(([(header::CONTENT_TYPE, picture.media_type)], picture.bytes.to_vec()).into_response())
}
