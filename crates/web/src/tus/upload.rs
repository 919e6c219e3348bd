//! `/{lang}/request/{draft}/uploads/{upload}`: how much of a file is there (HEAD), and its next bytes (PATCH), by the core of tus.
//!
//! What of a body has arrived when a line breaks is kept. Never holds more than one piece of a body in memory.

use super::{LENGTH, OFFSET, Refused, number, own_page, spoken, version};
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, patch};
use domain::ids::{DraftId, UploadId};
use http_body_util::BodyExt;
use office::resumable_upload::{self, PIECE_BYTES_MAX};

/// Media type of a piece.
const PIECE: &[u8] = b"application/offset+octet-stream";

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    patch(add).head(tell)
}

async fn tell(visit: Visit, named: Named, headers: HeaderMap) -> Outcome {
    Ok(match told(&visit, &named, &headers).await {
        Ok(response) => spoken(response),
        Err(refused) => refused.into_response(),
    })
}

async fn told(visit: &Visit, named: &Named, headers: &HeaderMap) -> Result<Response, Refused> {
    version(headers)?;
    let (draft, id) = place(visit, named)?;
    let actor = visit.actor().map_err(|problem| Refused::problem(visit, problem))?;
    let found = resumable_upload::get(&visit.state.office, actor, draft, id, visit.moment.now).await;
    let upload = found.map_err(|error| Refused::office(visit, error))?;
    let (offset, length) = (upload.received.to_string(), upload.bytes.to_string());
    Ok((StatusCode::OK, [(OFFSET, offset), (LENGTH, length)]).into_response())
}

async fn add(visit: Visit, named: Named, request: Request) -> Outcome {
    let (parts, body) = request.into_parts();
    Ok(match added(&visit, &named, &parts.headers, body).await {
        Ok(response) => spoken(response),
        Err(refused) => refused.into_response(),
    })
}

async fn added(visit: &Visit, named: &Named, headers: &HeaderMap, mut body: Body) -> Result<Response, Refused> {
    version(headers)?;
    own_page(visit, headers)?;
    if headers.get(header::CONTENT_TYPE).is_none_or(|kind| kind.as_bytes() != PIECE) {
        return Err(Refused::bare(StatusCode::UNSUPPORTED_MEDIA_TYPE));
    }
    let place = place(visit, named)?;
    let mut at = i64::try_from(number(headers, &OFFSET)?).map_err(|_| Refused::bare(StatusCode::BAD_REQUEST))?;
    // Also with an empty body: whose it is and where it stands.
    at = keep(visit, place, at, vec![]).await?;
    let mut piece = vec![];
    loop {
        let frame = body.frame().await;
        let ended = !matches!(frame, Some(Ok(_)));
        let broken = matches!(frame, Some(Err(_)));
        if let Some(Ok(frame)) = frame
            && let Ok(data) = frame.into_data()
        {
            piece.extend_from_slice(&data);
        }
        if (ended && !piece.is_empty()) || piece.len() >= PIECE_BYTES_MAX {
            at = keep(visit, place, at, std::mem::take(&mut piece)).await?;
        }
        if broken {
            return Err(Refused::bare(StatusCode::BAD_REQUEST));
        }
        if ended {
            return Ok((StatusCode::NO_CONTENT, [(OFFSET, at.to_string())]).into_response());
        }
    }
}

async fn keep(visit: &Visit, place: (DraftId, UploadId), at: i64, piece: Vec<u8>) -> Result<i64, Refused> {
    let actor = visit.actor().map_err(|problem| Refused::problem(visit, problem))?;
    let kept = resumable_upload::append(&visit.state.office, actor, place, at, piece, visit.moment.now).await;
    kept.map_err(|error| Refused::office(visit, error))
}

fn place(visit: &Visit, named: &Named) -> Result<(DraftId, UploadId), Refused> {
    let place = || -> Result<_, Problem> { Ok((named.get("draft")?, named.get("upload")?)) };
    place().map_err(|problem| Refused::problem(visit, problem))
}
