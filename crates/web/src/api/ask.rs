//! What a program asks, read from JSON (RFC 8259) or from a form with files (RFC 7578). Bounded before it is read.
//! It must never look into a signature: the engine reads its armour.

use super::problem::Refused;
use crate::routes::UPLOAD_READ_BYTES_MAX;
use crate::state::AppState;
use crate::texts::preferred;
use crate::visit::Visit;
use axum::body::{Body, to_bytes};
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{HeaderMap, header};
use base64::Engine;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use domain::lang::Lang;
use eds::Policy;
use jiff::Timestamp;
use office::verify_file;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use tokio::sync::OwnedSemaphorePermit;

/// Most parts of a form with files.
const PARTS_MAX: usize = 300;
/// Bodies above this are parsed where heavy work is done, bytes.
const LIGHT_BYTES_MAX: usize = 100_000;

/// Base64 with or without padding.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &base64::alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// A body with its room in memory, which is given back when this is dropped.
pub struct Kept<B> {
    /// What was read.
    pub body: B,
    /// Held as long as what was read.
    pub room: OwnedSemaphorePermit,
}

impl<B> Kept<B> {
    /// The same with another view of the body; an error gives the room back.
    ///
    /// # Errors
    /// Those of `view`.
    pub fn map<C>(self, view: impl FnOnce(B) -> Result<C, Refused>) -> Result<Kept<C>, Refused> {
        Ok(Kept { body: view(self.body)?, room: self.room })
    }
}

/// What our own addresses take, as it was sent. Which fields an address knows is for it to say.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Sent {
    signature: Option<String>,
    content: Option<String>,
    certificates: Vec<String>,
    policy: Option<String>,
    at: Option<String>,
    lang: Option<String>,
    #[serde(skip)]
    files: Files,
}

/// Files of a form.
#[derive(Debug, Default)]
struct Files {
    signature: Option<Vec<u8>>,
    content: Option<Vec<u8>>,
    certificates: Vec<Vec<u8>>,
}

impl Sent {
    /// The signature; `None` when it was not sent.
    pub fn signature(&mut self) -> Option<Vec<u8>> {
        self.files.signature.take().or_else(|| self.signature.take().map(octets))
    }

    /// The document.
    ///
    /// # Errors
    /// When it is not base64.
    pub fn content(&mut self) -> Result<Option<Vec<u8>>, Refused> {
        match (self.files.content.take(), self.content.take()) {
            (Some(file), _) => Ok(Some(file)),
            (None, Some(text)) => decode(&text).map(Some).ok_or(Refused::Field { field: "content" }),
            (None, None) => Ok(None),
        }
    }

    /// Certificates in any armour.
    pub fn certificates(&mut self) -> Vec<Vec<u8>> {
        let texts = std::mem::take(&mut self.certificates).into_iter().map(octets);
        std::mem::take(&mut self.files.certificates).into_iter().chain(texts).collect()
    }

    /// Every file was asked for: an address must not leave one aside in silence.
    ///
    /// # Errors
    /// When one is left.
    pub fn is_used_up(&self) -> Result<(), Refused> {
        let left = [
            ("signature", self.signature.is_some() || self.files.signature.is_some()),
            ("content", self.content.is_some() || self.files.content.is_some()),
            ("certificates", !self.certificates.is_empty() || !self.files.certificates.is_empty()),
        ];
        match left.into_iter().find(|(_, is_left)| *is_left) {
            Some((field, _)) => Err(Refused::Field { field }),
            None => Ok(()),
        }
    }

    /// The policy that was named.
    ///
    /// # Errors
    /// When there is none of this name.
    pub fn policy(&self) -> Result<Option<Policy>, Refused> {
        let named = |name: &String| Policy::named(name).ok_or(Refused::Field { field: "policy" });
        self.policy.as_ref().map(named).transpose()
    }

    /// The time of verification.
    ///
    /// # Errors
    /// When it is not RFC 3339.
    pub fn at(&self, now: Timestamp) -> Result<Timestamp, Refused> {
        self.at.as_ref().map_or(Ok(now), |at| at.parse().map_err(|_| Refused::Field { field: "at" }))
    }

    /// The language of the sentences: as named, else as the headers prefer, else English.
    ///
    /// # Errors
    /// When it is none of ours.
    pub fn lang(&self, headers: &HeaderMap) -> Result<Lang, Refused> {
        match &self.lang {
            Some(tag) => Lang::from_tag(tag).ok_or(Refused::Field { field: "lang" }),
            None => Ok(language(headers)),
        }
    }
}

/// The language a program prefers; English where it says nothing.
pub fn language(headers: &HeaderMap) -> Lang {
    preferred(headers).unwrap_or(Lang::En)
}

/// The engine's language.
pub fn engine_lang(lang: Lang) -> eds::Lang {
    match lang {
        Lang::Kk => eds::Lang::Kk,
        Lang::Ru => eds::Lang::Ru,
        Lang::En => eds::Lang::En,
    }
}

/// PEM and XML as they are; base64 decoded; what is neither stays, for the engine to say so.
pub fn octets(text: String) -> Vec<u8> {
    let told = text.trim_start().as_bytes().first().copied();
    match decode(&text) {
        Some(octets) if !matches!(told, Some(b'<' | b'-')) => octets,
        _ => text.into_bytes(),
    }
}

/// Base64 with white space in it.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    if text.bytes().any(|byte| byte.is_ascii_whitespace()) {
        let compact: Vec<u8> = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
        return BASE64.decode(compact).ok();
    }
    BASE64.decode(text).ok()
}

/// A file inside a body must not be larger than the limit of the settings.
///
/// # Errors
/// `FileTooLarge`.
pub fn fits(state: &AppState, file: &[u8]) -> Result<(), Refused> {
    let bytes_max = state.office.settings().verify_bytes_max;
    if u64::try_from(file.len()).is_ok_and(|bytes| bytes <= bytes_max) {
        Ok(())
    } else {
        Err(Refused::FileTooLarge { bytes_max })
    }
}

/// JSON of any type named, as NCANode's clients send it.
///
/// # Errors
/// Limits, and a body that is not JSON of this shape.
pub async fn json<B: DeserializeOwned + Send + 'static>(visit: &Visit, request: Request) -> Result<Kept<B>, Refused> {
    let state = &visit.state;
    verify_file::admit(&state.office, &visit.remote, &visit.moment).await?;
    let room = state.room.for_body(request.headers(), UPLOAD_READ_BYTES_MAX).await?;
    let body: Body = request.into_body();
    let bytes = to_bytes(body, UPLOAD_READ_BYTES_MAX).await;
    let bytes = bytes.map_err(|_| Refused::BodyTooLarge { bytes_max: UPLOAD_READ_BYTES_MAX })?;
    let light = bytes.len() <= LIGHT_BYTES_MAX;
    let parse =
        move || serde_json::from_slice(&bytes).map_err(|error| Refused::Unreadable { reason: error.to_string() });
    let body = if light { parse()? } else { verify_file::seated(&state.office, parse).await?? };
    Ok(Kept { body, room })
}

/// JSON or a form with files, as the type says.
///
/// # Errors
/// Limits, and a body that is neither.
pub async fn sent(visit: &Visit, request: Request) -> Result<Kept<Sent>, Refused> {
    let media_type = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let media_type = media_type.unwrap_or_default().to_ascii_lowercase();
    if media_type.starts_with("multipart/form-data") {
        return form(visit, request).await;
    }
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    if essence != "application/json" && !essence.ends_with("+json") {
        return Err(Refused::MediaType);
    }
    json(visit, request).await
}

async fn form(visit: &Visit, request: Request) -> Result<Kept<Sent>, Refused> {
    let state = &visit.state;
    verify_file::admit(&state.office, &visit.remote, &visit.moment).await?;
    let room = state.room.for_body(request.headers(), UPLOAD_READ_BYTES_MAX).await?;
    let multipart = Multipart::from_request(request, state).await;
    let mut multipart = multipart.map_err(|error| Refused::Unreadable { reason: error.to_string() })?;
    let mut body = Sent::default();
    for _ in 0..PARTS_MAX {
        let Some(field) = multipart.next_field().await.map_err(unreadable)? else { return Ok(Kept { body, room }) };
        take(state, &mut body, field).await?;
    }
    Err(Refused::Unreadable { reason: format!("more than {PARTS_MAX} parts") })
}

async fn take(state: &AppState, body: &mut Sent, field: Field<'_>) -> Result<(), Refused> {
    let name = field.name().unwrap_or_default().to_owned();
    let octets = read(field, state.office.settings().verify_bytes_max).await?;
    let text = |octets: Vec<u8>| String::from_utf8(octets).map(|text| text.trim().to_owned()).ok();
    match name.as_str() {
        "signature" => body.files.signature = Some(octets),
        "content" => body.files.content = Some(octets),
        "certificates" => body.files.certificates.push(octets),
        "policy" => body.policy = text(octets),
        "at" => body.at = text(octets),
        "lang" => body.lang = text(octets),
        _ => return Err(Refused::Unreadable { reason: "unknown field".to_owned() }),
    }
    Ok(())
}

/// Reads a part to its end; one that is too large is dropped while it is read, so that the answer is heard.
async fn read(mut field: Field<'_>, bytes_max: u64) -> Result<Vec<u8>, Refused> {
    let mut octets = vec![];
    let mut too_large = false;
    while let Some(chunk) = field.chunk().await.map_err(unreadable)? {
        let sum = u64::try_from(octets.len() + chunk.len()).unwrap_or(u64::MAX);
        if too_large || sum > bytes_max {
            too_large = true;
            octets = vec![];
        } else {
            octets.extend_from_slice(&chunk);
        }
    }
    if too_large { Err(Refused::FileTooLarge { bytes_max }) } else { Ok(octets) }
}

#[expect(clippy::needless_pass_by_value, reason = "the shape that map_err wants")]
fn unreadable(error: MultipartError) -> Refused {
    if error.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE {
        return Refused::BodyTooLarge { bytes_max: UPLOAD_READ_BYTES_MAX };
    }
    Refused::Unreadable { reason: error.to_string() }
}
