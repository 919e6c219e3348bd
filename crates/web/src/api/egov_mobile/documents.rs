//! `/mobile/{signing}/documents` ("API2"): `GET` gives what is to be signed, `PUT` takes the same JSON with the signature in it.

use super::{BODY_BYTES_MAX, key, names, refused, three_names};
use crate::api::ask::language;
use crate::api::problem::Refused;
use crate::routes::UPLOAD_READ_BYTES_MAX;
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::Json;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::ids::MobileSigningId;
use http_body_util::BodyExt;
use office::mobile_signing::fetch::{Fetched, fetch};
use office::mobile_signing::take::take;
use office::mobile_signing::{Asked, NotServed, is_bearer};
use serde_json::{Value, json};

/// The one document has this number.
const ONLY_DOCUMENT: u32 = 1;

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(give).put(bring)
}

async fn give(visit: Visit, named: Named, headers: HeaderMap) -> Result<Response, Refused> {
    let t = visit.t_in(language(&headers));
    let id: MobileSigningId = named.get("signing")?;
    let fetched = fetch(&visit.state.office, id, bearer(&headers), &visit.remote, &visit.moment).await;
    let fetched = fetched.map_err(|error| refused(&t, error))?;
    Ok(Json(documents(&visit, &fetched, &t.s("mobile-app-number"))).into_response())
}

async fn bring(visit: Visit, named: Named, request: Request) -> Result<Response, Refused> {
    let (parts, body) = request.into_parts();
    let t = visit.t_in(language(&parts.headers));
    let id: MobileSigningId = named.get("signing")?;
    let (office, bearer) = (&visit.state.office, bearer(&parts.headers));
    // Nobody's body is read before their right is seen.
    if !is_bearer(office, id, bearer) {
        return Err(refused(&t, NotServed::Token));
    }
    let _room = match visit.state.room.for_body(&parts.headers, BODY_BYTES_MAX).await {
        Ok(room) => room,
        Err(error) => {
            drop_to_the_end(body).await;
            return Err(error);
        }
    };
    let bytes = to_bytes(body, BODY_BYTES_MAX).await;
    let bytes = bytes.map_err(|_| Refused::BodyTooLarge { bytes_max: BODY_BYTES_MAX })?;
    let cms = signature_in(&bytes)?;
    take(office, id, bearer, &cms, &visit.remote, &visit.moment).await.map_err(|error| refused(&t, error))?;
    Ok(Json(json!({ (names::CODE): names::CODE_TAKEN, (names::MESSAGE): names::MESSAGE_TAKEN })).into_response())
}

/// Reads what is not taken and keeps nothing of it: a line that is cut while the app still speaks would lose the answer.
async fn drop_to_the_end(mut body: Body) {
    let mut left = UPLOAD_READ_BYTES_MAX;
    while let Some(Ok(frame)) = body.frame().await {
        match left.checked_sub(frame.data_ref().map_or(0, axum::body::Bytes::len)) {
            Some(rest) => left = rest,
            None => return,
        }
    }
}

/// RFC 6750, 2.1; empty where there is none.
fn bearer(headers: &HeaderMap) -> &str {
    let said = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
    match said.split_once(' ') {
        Some((scheme, token)) if scheme.eq_ignore_ascii_case("bearer") => token.trim(),
        _ => "",
    }
}

fn documents(visit: &Visit, fetched: &Fetched, number: &str) -> Value {
    let name = format!("mobile-document-{}", key(fetched.asked));
    let mime = if fetched.asked == Asked::SignIn { names::MIME_TEXT } else { names::MIME_PDF };
    let mut document: Value = three_names(|lang| visit.t_in(lang).s(&name)).into_iter().collect();
    document[names::ID] = ONLY_DOCUMENT.into();
    document[names::META] = json!([{ (names::NAME): number, (names::VALUE): fetched.number }]);
    document[names::DOCUMENT] =
        json!({ (names::FILE): { (names::MIME): mime, (names::DATA): STANDARD.encode(&fetched.content) } });
    json!({
        (names::SIGN_METHOD): names::CMS_DETACHED,
        (names::VERSION): names::VERSION_NOW,
        (names::DOCUMENTS): [document],
    })
}

/// The signature in what came back: of exactly one document, ours. Total: the parser bounds depth, the reader of the body its size.
/// The engine reads base64, PEM or DER.
fn signature_in(body: &[u8]) -> Result<Vec<u8>, Refused> {
    let missing = |field| Refused::Field { field };
    let sent: Value =
        serde_json::from_slice(body).map_err(|error| Refused::Unreadable { reason: error.to_string() })?;
    let documents = names::field(&sent, names::DOCUMENTS).and_then(Value::as_array);
    let [document] = documents.map(Vec::as_slice).unwrap_or_default() else { return Err(missing(names::DOCUMENTS)) };
    let id = names::field(document, names::ID);
    if id.is_some_and(|id| *id != json!(ONLY_DOCUMENT) && *id != json!(ONLY_DOCUMENT.to_string())) {
        return Err(missing(names::ID));
    }
    let file = names::field(document, names::DOCUMENT).and_then(|own| names::field(own, names::FILE));
    let data = file.and_then(|file| names::field(file, names::DATA)).and_then(Value::as_str);
    data.map(|data| data.trim().as_bytes().to_vec()).ok_or_else(|| missing(names::DATA))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(id: &Value) -> String {
        json!({ "documentsToSign": [{ "id": id, "extra": [], "document": { "file": { "data": " MIIB " } } }] })
            .to_string()
    }

    #[test]
    fn one_document_with_its_signature_is_found() {
        for id in [json!(1), json!("1")] {
            assert_eq!(signature_in(with(&id).as_bytes()).unwrap(), b"MIIB");
        }
    }

    #[test]
    fn nothing_else_is_taken_and_nothing_breaks_the_reader() {
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        let two = r#"{"documentsToSign":[{"document":{"file":{"data":"x"}}},{"document":{"file":{"data":"x"}}}]}"#;
        let number = r#"{"documentsToSign":[{"document":{"file":{"data":7}}}]}"#;
        let other = with(&json!(2));
        for broken in ["", "{}", "null", "[]", "\u{0}", r#"{"documentsToSign":{}}"#, two, number, &other, &deep] {
            assert!(signature_in(broken.as_bytes()).is_err(), "{}", broken.get(..40).unwrap_or(broken));
        }
        assert!(signature_in(&[0xFF, 0xFE]).is_err());
    }

    #[test]
    fn only_a_bearer_token_is_one() {
        let of = |value: &str| {
            let headers = HeaderMap::from_iter([(header::AUTHORIZATION, value.parse().unwrap())]);
            bearer(&headers).to_owned()
        };
        assert_eq!(of("Bearer abc"), "abc");
        assert_eq!(of("bearer abc"), "abc");
        assert_eq!(of("Basic abc"), "");
        assert_eq!(of("abc"), "");
        assert_eq!(bearer(&HeaderMap::new()), "");
    }
}
