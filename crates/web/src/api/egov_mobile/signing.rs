//! `GET /mobile/{signing}/{tag}`: the address in the code ("API1"). What is asked, by whom, until when, and where the documents are.

use super::{key, names, refused, three_names};
use crate::api::ask::language;
use crate::api::problem::Refused;
use crate::forms::encode;
use crate::state::AppState;
use crate::visit::{Named, Visit};
use axum::Json;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use domain::ids::MobileSigningId;
use office::mobile_signing::describe::describe;
use serde_json::{Value, json};

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

/// The text of the code.
pub fn code_text(host: &str, id: MobileSigningId, tag: &str) -> String {
    format!("{}{}", names::CODE_PREFIX, address(host, id, tag))
}

/// The link that opens the app on this phone.
pub fn launch_link(host: &str, id: MobileSigningId, tag: &str) -> String {
    format!("{}?{}", names::LAUNCH, encode(&[(names::LAUNCH_LINK, address(host, id, tag))]))
}

/// What a code leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The signing.
    pub id: MobileSigningId,
    /// The secret part of its address.
    pub tag: String,
}

/// Reads the text of a code, as the phone of a demonstration does; `None` for any other text.
pub fn read_code(text: &str) -> Option<Reading> {
    let (_, own) = text.trim().strip_prefix(names::CODE_PREFIX)?.split_once("/mobile/")?;
    let (id, tag) = own.split_once('/')?;
    Some(Reading { id: id.parse().ok()?, tag: tag.to_owned() })
}

fn address(host: &str, id: MobileSigningId, tag: &str) -> String {
    format!("{host}/mobile/{}/{tag}", id.0.simple())
}

async fn show(visit: Visit, named: Named, headers: HeaderMap) -> Result<Response, Refused> {
    let t = visit.t_in(language(&headers));
    let id: MobileSigningId = named.get("signing")?;
    let tag: String = named.get("tag")?;
    let office = &visit.state.office;
    let asked = describe(office, id, &tag, &visit.remote, &visit.moment).await.map_err(|error| refused(&t, error))?;
    let host = &office.settings().host;
    let mut organisation: Value = three_names(|lang| visit.t_in(lang).s("mobile-organisation")).into_iter().collect();
    organisation[names::BIN] = names::BIN_OF_NOBODY.into();
    let description = t.f2(&format!("mobile-app-{}", key(asked.asked)), "host", host, "number", &asked.number);
    let answer = json!({
        (names::DESCRIPTION): description,
        (names::EXPIRY_DATE): asked.expires_at.to_string(),
        (names::ORGANISATION): organisation,
        (names::DOCUMENT): {
            (names::URI): format!("{host}/mobile/{}/documents", id.0.simple()),
            (names::AUTH_TYPE): names::AUTH_BY_TOKEN,
            (names::AUTH_TOKEN): asked.token,
        },
    });
    Ok(Json(answer).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_it_was_written() {
        let id: MobileSigningId = "01a207a2-4334-7aab-85fb-6a02403964e1".parse().unwrap();
        let code = code_text("https://consul.example.kz", id, "0f");
        assert_eq!(code, "mobileSign:https://consul.example.kz/mobile/01a207a243347aab85fb6a02403964e1/0f");
        assert_eq!(read_code(&code), Some(Reading { id, tag: "0f".to_owned() }));
        for wrong in ["", "mobileSign:", "https://consul.example.kz/mobile/1/2", "mobileSign:x/mobile/1/2"] {
            assert_eq!(read_code(wrong), None, "{wrong}");
        }
        let link = launch_link("https://consul.example.kz", id, "0f");
        assert!(link.starts_with("https://m.egov.kz/mobileSign/?link=https%3A//consul.example.kz/mobile/"), "{link}");
    }
}
