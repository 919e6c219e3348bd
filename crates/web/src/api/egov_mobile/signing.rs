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
