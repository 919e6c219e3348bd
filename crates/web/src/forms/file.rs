//! A posted form with files (`multipart/form-data`, RFC 7578). Never holds more than the limit of one file in all, and waits for room
//! in memory as the bytes come; the rest is read and dropped, so that the person gets a page that says "too large" and not a broken line.

use super::{Fields, check};
use crate::csrf::CSRF_FIELD;
use crate::problem::Problem;
use crate::state::AppState;
use crate::visit::Visit;
use axum::extract::{FromRequest, FromRequestParts, Multipart, Request};
use tokio::sync::OwnedSemaphorePermit;

/// Longest text field beside a file, bytes.
const TEXT_BYTES_MAX: usize = 65_536;
/// Most parts of a form with files.
const PARTS_MAX: usize = 32;
/// Room is taken in pieces of this size.
const ROOM_BYTES: usize = 262_144;

/// A file as posted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Name of the field.
    pub field: String,
    /// Name of the file on the person's device; empty when none was chosen.
    pub name: String,
    /// Its bytes; cut when `too_big`.
    pub bytes: Vec<u8>,
    /// True when it was larger than the limit.
    pub too_big: bool,
}

/// A posted form with files whose hidden field was checked. Extract it last.
#[derive(Debug, Default)]
pub struct Upload {
    /// Text fields.
    pub fields: Fields,
    /// Files, in the order of the page.
    pub files: Vec<Part>,
    /// Room that they take in memory.
    room: Option<OwnedSemaphorePermit>,
}

impl Upload {
    /// The file of a field, if one was chosen.
    pub fn take(&mut self, field: &str) -> Option<Part> {
        let at = self
            .files
            .iter()
            .position(|part| part.field == field && !(part.name.is_empty() && part.bytes.is_empty()))?;
        Some(self.files.remove(at))
    }
}

impl FromRequest<AppState> for Upload {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &AppState) -> Result<Upload, Problem> {
        let (mut parts, body) = request.into_parts();
        let visit = Visit::from_request_parts(&mut parts, state).await?;
        let headers = parts.headers.clone();
        let request = Request::from_parts(parts, body);
        let mut multipart = Multipart::from_request(request, state).await.map_err(|_| Problem::Unreadable)?;
        let file_bytes_max = usize::try_from(state.office.settings().upload_bytes_max).unwrap_or(usize::MAX);
        let mut upload = Upload::default();
        let mut checked = false;
        for _ in 0..PARTS_MAX {
            let Some(field) = multipart.next_field().await.map_err(unreadable)? else { break };
            let name = field.name().unwrap_or_default().to_owned();
            let file_name = field.file_name().map(str::to_owned);
            let kept: usize = upload.files.iter().map(|part| part.bytes.len()).sum();
            // A signature may come beside a document of the largest size.
            let limit = match file_name {
                Some(_) if checked => (file_bytes_max + TEXT_BYTES_MAX).saturating_sub(kept).min(file_bytes_max),
                _ => TEXT_BYTES_MAX,
            };
            let (bytes, too_big) = read(field, limit, state, &mut upload.room).await?;
            match file_name {
                Some(file) if checked => upload.files.push(Part { field: name, name: file, bytes, too_big }),
                Some(_) => return Err(Problem::OldForm),
                None if name == CSRF_FIELD => {
                    check(&visit, &headers, &String::from_utf8_lossy(&bytes))?;
                    checked = true;
                }
                None => upload.fields.add(name, String::from_utf8_lossy(&bytes).into_owned()),
            }
        }
        if checked { Ok(upload) } else { Err(Problem::OldForm) }
    }
}

async fn read(
    mut field: axum::extract::multipart::Field<'_>,
    bytes_max: usize,
    state: &AppState,
    room: &mut Option<OwnedSemaphorePermit>,
) -> Result<(Vec<u8>, bool), Problem> {
    let mut bytes = vec![];
    let mut too_big = false;
    let mut ahead = 0_usize;
    while let Some(chunk) = field.chunk().await.map_err(unreadable)? {
        if too_big || bytes.len() + chunk.len() > bytes_max {
            too_big = true;
            bytes = vec![];
        } else {
            if ahead < chunk.len() {
                let more = state.room.for_bytes(ROOM_BYTES.max(chunk.len())).await.ok_or(Problem::TooSlow)?;
                ahead += ROOM_BYTES.max(chunk.len());
                match room {
                    Some(room) => room.merge(more),
                    None => *room = Some(more),
                }
            }
            ahead -= chunk.len();
            bytes.extend_from_slice(&chunk);
        }
    }
    Ok((bytes, too_big))
}

#[expect(clippy::needless_pass_by_value, reason = "the shape that map_err wants")]
fn unreadable(error: axum::extract::multipart::MultipartError) -> Problem {
    if error.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE { Problem::TooLarge } else { Problem::Unreadable }
}
