//! `POST /pkcs12/aliases`: names of the keys in keystores. Exists only under a trust list of test keys.

use super::Status;
use super::keys::{Key, files};
use crate::api::ask::{Kept, json};
use crate::api::problem::Refused;
use crate::state::AppState;
use crate::visit::Visit;
use axum::Json;
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, post};
use office::sign_cms::look_into;
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
struct Ask {
    keys: Option<Vec<Key>>,
}

#[derive(Serialize)]
struct Answer {
    #[serde(flatten)]
    status: Status,
    aliases: Vec<Vec<String>>,
}

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    post(answer)
}

async fn answer(visit: Visit, request: Request) -> Result<Response, Refused> {
    let ask = json(&visit, request).await?.map(|ask: Ask| files(ask.keys, "keys"))?;
    let Kept { body: keys, room: _room } = ask;
    let facts = look_into(&visit.state.office, keys).await?.map_err(Refused::said)?;
    let aliases = facts.into_iter().map(|one| one.aliases).collect();
    Ok(Json(Answer { status: Status::ok(), aliases }).into_response())
}
