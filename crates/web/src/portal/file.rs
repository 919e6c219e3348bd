//! Files of the applicant: the exact PDF to be signed and the uploads, given back byte for byte.

use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use domain::ids::{AttachmentId, DraftId};

/// `/{lang}/files/{file}`: an uploaded file, shown in the browser.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

/// `/{lang}/request/{draft}/file`: the exact file to be signed.
pub fn prepared() -> MethodRouter<AppState> {
    get(show_prepared)
}

async fn show(visit: Visit, named: Named) -> Outcome {
    let id: AttachmentId = named.get("file")?;
    let file = office::attach_file::read_file(&visit.state.office, visit.actor()?, id, visit.moment.now).await?;
    Ok(download(&file.name, &file.media_type, file.bytes, true))
}

async fn show_prepared(visit: Visit, named: Named) -> Outcome {
    let id: DraftId = named.get("draft")?;
    let file = office::prepare_request::file(&visit.state.office, visit.actor()?, id).await?;
    Ok(download(&file.name, &file.media_type, file.bytes, false))
}

/// A file as an answer: its type is the one told by content, and no browser may guess another.
pub fn download(name: &str, media_type: &str, bytes: Vec<u8>, inline: bool) -> Response {
    let kind = if inline { "inline" } else { "attachment" };
    let disposition = format!("{kind}; filename=\"{}\"; filename*=UTF-8''{}", ascii(name), percent(name));
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    if let Ok(value) = HeaderValue::try_from(media_type) {
        headers.insert(header::CONTENT_TYPE, value);
    }
    if let Ok(value) = HeaderValue::try_from(disposition) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

fn ascii(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '_' }).collect()
}

/// RFC 8187 value of a file name.
fn percent(name: &str) -> String {
    name.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'_' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_cannot_break_out_of_its_header() {
        let response = download("куә\"\r\nSet-Cookie: x.pdf", "application/pdf", vec![1], false);
        let value = response.headers()[header::CONTENT_DISPOSITION].to_str().unwrap();
        assert!(value.starts_with("attachment; filename=\"____"), "{value}");
        assert!(value.contains("filename*=UTF-8''%D0%BA") && !value.contains('\n'), "{value}");
    }
}
