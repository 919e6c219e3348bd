//! An enclosed file of a case, as it is kept.

use crate::portal::file::download;
use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::routing::{MethodRouter, get};
use domain::ids::AttachmentId;

/// Its handlers.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let id: AttachmentId = named.get("attachment")?;
    let file = office::attach_file::read_file(&visit.state.office, visit.actor()?, id).await?;
    Ok(download(&file.name, &file.media_type, file.bytes, true))
}
