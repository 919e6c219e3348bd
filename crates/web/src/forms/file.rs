//! A posted form with files (`multipart/form-data`, RFC 7578). Never holds more than the limit of one file in all, and waits for room
//! in memory as the bytes come; the rest is read and dropped, so that the person gets a page that says "too large" and not a broken line.

use super::{Fields, check};
use crate::api::room::Room;
use crate::csrf::CSRF_FIELD;
use crate::problem::Problem;
use crate::state::AppState;
use crate::visit::Visit;
use axum::extract::{FromRequest, FromRequestParts, Multipart, Request};
use tokio::sync::OwnedSemaphorePermit;

/// Longest text field beside a file, bytes.
const TEXT_BYTES_MAX: usize = 65_536;
/// Longest text in all before the form has shown that it is ours, bytes: the hidden field comes first in our pages.
const TEXT_BEFORE_BYTES_MAX: usize = 4_096;
/// Most parts of a form with files.
const PARTS_MAX: usize = 32;
/// Room for files is taken in pieces of this size.
const FILE_ROOM_BYTES: usize = 262_144;
/// Room for text is taken in pieces of this size.
const TEXT_ROOM_BYTES: usize = 1_000;

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
    /// Room that all of it takes in memory.
    room: Held,
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
        read_parts(&mut multipart, &state.room, file_bytes_max, |token| check(&visit, &headers, token)).await
    }
}

/// Reads a form. Before `is_ours` said yes to the hidden field only a little text is kept and no file is read.
async fn read_parts(
    multipart: &mut Multipart,
    room: &Room,
    file_bytes_max: usize,
    is_ours: impl Fn(&str) -> Result<(), Problem>,
) -> Result<Upload, Problem> {
    let mut upload = Upload::default();
    let (mut checked, mut before) = (false, TEXT_BEFORE_BYTES_MAX);
    for _ in 0..PARTS_MAX {
        let Some(field) = multipart.next_field().await.map_err(unreadable)? else { break };
        let name = field.name().unwrap_or_default().to_owned();
        let file_name = field.file_name().map(str::to_owned);
        let kept: usize = upload.files.iter().map(|part| part.bytes.len()).sum();
        let (limit, piece) = match file_name {
            _ if !checked && file_name.is_some() => return Err(Problem::OldForm),
            // A signature may come beside a document of the largest size.
            Some(_) => ((file_bytes_max + TEXT_BYTES_MAX).saturating_sub(kept).min(file_bytes_max), FILE_ROOM_BYTES),
            None if checked => (TEXT_BYTES_MAX, TEXT_ROOM_BYTES),
            None => (before, TEXT_ROOM_BYTES),
        };
        let (bytes, too_big) = read(field, limit, piece, room, &mut upload.room).await?;
        if !checked && too_big {
            return Err(Problem::OldForm);
        }
        before = before.saturating_sub(bytes.len());
        match file_name {
            Some(file) => upload.files.push(Part { field: name, name: file, bytes, too_big }),
            None if name == CSRF_FIELD => {
                is_ours(&String::from_utf8_lossy(&bytes))?;
                checked = true;
            }
            None => upload.fields.add(name, String::from_utf8_lossy(&bytes).into_owned()),
        }
    }
    if checked { Ok(upload) } else { Err(Problem::OldForm) }
}

/// Room in memory for one form: taken ahead in pieces, for all its parts together.
#[derive(Debug, Default)]
struct Held {
    permit: Option<OwnedSemaphorePermit>,
    /// Bytes of it that hold nothing yet.
    ahead: usize,
}

impl Held {
    /// Puts `bytes` in, after more room was taken where it is needed; `None` when none came free in time.
    async fn put(&mut self, bytes: usize, piece: usize, room: &Room) -> Option<()> {
        if self.ahead < bytes {
            let wanted = piece.max(bytes - self.ahead);
            let more = room.for_bytes(wanted).await?;
            self.ahead += wanted;
            match &mut self.permit {
                Some(permit) => permit.merge(more),
                None => self.permit = Some(more),
            }
        }
        self.ahead -= bytes;
        Some(())
    }
}

async fn read(
    mut field: axum::extract::multipart::Field<'_>,
    bytes_max: usize,
    piece: usize,
    room: &Room,
    held: &mut Held,
) -> Result<(Vec<u8>, bool), Problem> {
    let mut bytes = vec![];
    let mut too_big = false;
    while let Some(chunk) = field.chunk().await.map_err(unreadable)? {
        if too_big || bytes.len() + chunk.len() > bytes_max {
            too_big = true;
            // What it took is free for the parts that follow.
            held.ahead += bytes.len();
            bytes = vec![];
        } else {
            held.put(chunk.len(), piece, room).await.ok_or(Problem::TooSlow)?;
            bytes.extend_from_slice(&chunk);
        }
    }
    Ok((bytes, too_big))
}

#[expect(clippy::needless_pass_by_value, reason = "the shape that map_err wants")]
fn unreadable(error: axum::extract::multipart::MultipartError) -> Problem {
    if error.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE { Problem::TooLarge } else { Problem::Unreadable }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    const FILE_BYTES_MAX: usize = 300_000;

    /// A part: name, name of the file where it is one, bytes.
    type Posted<'p> = (&'p str, Option<&'p str>, Vec<u8>);

    async fn posted(parts: &[Posted<'_>]) -> Result<Upload, Problem> {
        let mut body = vec![];
        for (name, file, bytes) in parts {
            let file = file.map(|file| format!("; filename=\"{file}\"")).unwrap_or_default();
            body.extend(format!("--x\r\ncontent-disposition: form-data; name=\"{name}\"{file}\r\n\r\n").bytes());
            body.extend_from_slice(bytes);
            body.extend(b"\r\n");
        }
        body.extend(b"--x--\r\n");
        let request = Request::builder().header("content-type", "multipart/form-data; boundary=x");
        let mut multipart = Multipart::from_request(request.body(Body::from(body)).unwrap(), &()).await.unwrap();
        let is_ours = |token: &str| if token == "good" { Ok(()) } else { Err(Problem::OldForm) };
        read_parts(&mut multipart, &Room::default(), FILE_BYTES_MAX, is_ours).await
    }

    fn token() -> Posted<'static> {
        (CSRF_FIELD, None, b"good".to_vec())
    }

    fn kilobytes(upload: &Upload) -> usize {
        upload.room.permit.as_ref().map_or(0, OwnedSemaphorePermit::num_permits)
    }

    #[tokio::test]
    async fn many_small_parts_take_little_room() {
        let mut parts = vec![token()];
        parts.extend((0..30).map(|_| ("note", None, vec![b'a'; 10])));
        let text = posted(&parts).await.unwrap();
        assert!((1..=2).contains(&kilobytes(&text)), "{}", kilobytes(&text));
        let mut parts = vec![token()];
        parts.extend((0..30).map(|_| ("file", Some("a.pdf"), vec![b'a'; 10])));
        let files = posted(&parts).await.unwrap();
        assert_eq!(files.files.len(), 30);
        assert!(kilobytes(&files) <= 265, "{}", kilobytes(&files));
    }

    #[tokio::test]
    async fn room_is_as_large_as_what_is_kept() {
        let upload = posted(&[token(), ("file", Some("a.pdf"), vec![b'a'; FILE_BYTES_MAX])]).await.unwrap();
        assert_eq!(upload.files[0].bytes.len(), FILE_BYTES_MAX);
        assert!(kilobytes(&upload) >= 300, "{}", kilobytes(&upload));
        // One too large is dropped, and what it took serves the next.
        let large = ("file", Some("a.pdf"), vec![b'a'; FILE_BYTES_MAX + 1]);
        let upload = posted(&[token(), large, ("other", Some("b.pdf"), vec![b'b'; 200_000])]).await.unwrap();
        assert!(upload.files[0].too_big && upload.files[0].bytes.is_empty() && !upload.files[1].too_big);
        assert!(kilobytes(&upload) <= 600, "{}", kilobytes(&upload));
    }

    #[tokio::test]
    async fn before_the_hidden_field_only_a_little_text_is_taken() {
        let note = |bytes: usize| ("note", None, vec![b'a'; bytes]);
        assert!(posted(&[note(4_000), token()]).await.is_ok());
        for refused in [
            vec![note(TEXT_BEFORE_BYTES_MAX + 1), token()],
            vec![note(3_000), note(3_000), token()],
            vec![("file", Some("a.pdf"), vec![b'a']), token()],
            vec![(CSRF_FIELD, None, b"bad".to_vec())],
            vec![note(1)],
        ] {
            assert!(matches!(posted(&refused).await, Err(Problem::OldForm)), "{}", refused[0].0);
        }
    }
}
