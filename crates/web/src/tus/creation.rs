//! `/{lang}/request/{draft}/uploads`: begins an upload (tus "creation"), and says what this server can (OPTIONS).

use super::{LENGTH, Refused, VERSION, number, own_page, spoken, version};
use crate::problem::{Outcome, Problem};
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, post};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::documents::DocumentKind;
use office::attach_file::Place;
use office::resumable_upload;

const METADATA: HeaderName = HeaderName::from_static("upload-metadata");
/// Longest metadata that are read, bytes.
const METADATA_BYTES_MAX: usize = 4096;

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    post(create).options(can)
}

async fn can(visit: Visit) -> Response {
    let max = visit.state.office.settings().upload_bytes_max.to_string();
    let headers = [("tus-version", VERSION), ("tus-extension", "creation"), ("tus-max-size", &max)];
    spoken((StatusCode::NO_CONTENT, headers).into_response())
}

async fn create(visit: Visit, named: Named, headers: HeaderMap) -> Outcome {
    Ok(match created(&visit, &named, &headers).await {
        Ok(response) => spoken(response),
        Err(refused) => refused.into_response(),
    })
}

async fn created(visit: &Visit, named: &Named, headers: &HeaderMap) -> Result<Response, Refused> {
    version(headers)?;
    own_page(visit, headers)?;
    let bytes = number(headers, &LENGTH)?;
    let wrong = || Refused::bare(StatusCode::BAD_REQUEST);
    let pairs = headers.get(METADATA).map_or(Some(vec![]), |value| metadata(value.as_bytes())).ok_or_else(wrong)?;
    let value = |key: &str| pairs.iter().find(|(own, _)| own == key).map(|(_, value)| value.as_str());
    let document = value("document").and_then(DocumentKind::from_name).ok_or_else(wrong)?;
    let instead = value("instead").map(|id| id.parse().map_err(|_| wrong())).transpose()?;
    let draft = named.get("draft").map_err(|problem| Refused::problem(visit, problem))?;
    let place = Place { draft, document, instead };
    let actor = visit.actor().map_err(|problem| Refused::problem(visit, problem))?;
    let name = value("filename").unwrap_or_default();
    let begun = resumable_upload::begin(&visit.state.office, actor, place, name, bytes, &visit.moment).await;
    let id = begun.map_err(|error| Refused::office(visit, error))?;
    let address = HeaderValue::try_from(visit.url(&format!("/request/{draft}/uploads/{id}")));
    let address = address.map_err(|error| Refused::problem(visit, Problem::Fault(error.to_string())))?;
    Ok((StatusCode::CREATED, [(header::LOCATION, address)]).into_response())
}

/// Pairs of a key and a value in Base64, divided by commas; a value may be left out. `None` when it is not that, or a key stands twice.
fn metadata(header: &[u8]) -> Option<Vec<(String, String)>> {
    let text = std::str::from_utf8(header).ok().filter(|text| text.is_ascii() && text.len() <= METADATA_BYTES_MAX)?;
    let mut pairs: Vec<(String, String)> = vec![];
    for pair in text.split(',') {
        let (key, value) = pair.trim().split_once(' ').unwrap_or((pair.trim(), ""));
        if key.is_empty() || pairs.iter().any(|(own, _)| own == key) {
            return None;
        }
        let value = STANDARD.decode(value).ok()?;
        pairs.push((key.to_owned(), String::from_utf8_lossy(&value).into_owned()));
    }
    Some(pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_are_pairs_of_a_key_and_a_value_in_base64() {
        let pair = |key: &str, value: &str| (key.to_owned(), value.to_owned());
        let read = metadata(b"filename 0JAucGRm,document bWVkaWNhbA==,is_confidential").unwrap();
        assert_eq!(read, [pair("filename", "А.pdf"), pair("document", "medical"), pair("is_confidential", "")]);
        for wrong in ["", "a b c", "a YQ==,a YQ==", "a !", ",", "ключ YQ=="] {
            assert_eq!(metadata(wrong.as_bytes()), None, "{wrong:?}");
        }
        assert_eq!(metadata(&[b'a'; METADATA_BYTES_MAX + 1]), None);
    }
}
