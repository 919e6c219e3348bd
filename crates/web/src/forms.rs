//! Forms: what a browser posts becomes named fields, and questions become markup.

pub mod control;
pub mod countries;
pub mod file;
pub mod signed;

pub use control::{Control, Item};
pub use file::{Part, Upload};
pub use signed::Signed;

use crate::csrf::{self, CSRF_FIELD};
use crate::frame::ErrorLine;
use crate::problem::Problem;
use crate::state::AppState;
use crate::visit::Visit;
use axum::body::{Bytes, to_bytes};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::HeaderMap;
use std::collections::BTreeMap;

/// Largest form without files, bytes: a complaint in full, or long words to every section, each letter taking six or nine bytes.
pub const FORM_BYTES_MAX: usize = 400_000;
/// Most fields of a form.
const FORM_FIELDS_MAX: usize = 300;

/// The named fields of a form. Several boxes of one name are joined by a space in the order they came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(BTreeMap<String, String>);

impl Fields {
    /// Decodes `application/x-www-form-urlencoded` (WHATWG URL, 5.1). Total: what cannot be decoded becomes U+FFFD.
    pub fn decode(body: &[u8]) -> Fields {
        let mut fields = Fields::default();
        for (name, value) in decode_pairs(body) {
            fields.add(name, value);
        }
        fields
    }

    pub(crate) fn add(&mut self, name: String, value: String) {
        self.0
            .entry(name)
            .and_modify(|all| {
                if !all.is_empty() && !value.is_empty() {
                    all.push(' ');
                }
                all.push_str(&value);
            })
            .or_insert(value);
    }

    /// Sets a field.
    pub fn put(&mut self, name: &str, value: &str) {
        self.0.insert(name.to_owned(), value.to_owned());
    }

    /// A field as typed; empty when absent.
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// A field without surrounding spaces.
    pub fn trimmed(&self, name: &str) -> &str {
        self.get(name).trim()
    }

    /// True when a field was sent with a value.
    pub fn has(&self, name: &str) -> bool {
        !self.trimmed(name).is_empty()
    }

    /// All fields, without the hidden ones of the frame.
    pub fn into_map(mut self) -> BTreeMap<String, String> {
        self.0.remove(CSRF_FIELD);
        self.0
    }
}

/// A posted form whose hidden field was checked. Extract it last.
pub struct Posted(pub Fields);

impl FromRequest<AppState> for Posted {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &AppState) -> Result<Posted, Problem> {
        let (mut parts, body) = request.into_parts();
        let visit = Visit::from_request_parts(&mut parts, state).await?;
        let bytes: Bytes = to_bytes(body, FORM_BYTES_MAX).await.map_err(|_| Problem::TooLarge)?;
        let fields = Fields::decode(&bytes);
        check(&visit, &parts.headers, fields.get(CSRF_FIELD))?;
        Ok(Posted(fields))
    }
}

/// Is the form ours?
pub(crate) fn check(visit: &Visit, headers: &HeaderMap, token: &str) -> Result<(), Problem> {
    let host = &visit.state.office.settings().host;
    if csrf::is_same_site(headers, host) && csrf::matches(&visit.csrf, token) { Ok(()) } else { Err(Problem::OldForm) }
}

/// Pairs of a query or a form.
pub fn decode_pairs(body: &[u8]) -> Vec<(String, String)> {
    body.split(|byte| *byte == b'&')
        .filter(|pair| !pair.is_empty())
        .take(FORM_FIELDS_MAX)
        .map(|pair| {
            let mut halves = pair.splitn(2, |byte| *byte == b'=');
            let name = halves.next().unwrap_or_default();
            (decode_text(name), decode_text(halves.next().unwrap_or_default()))
        })
        .collect()
}

fn decode_text(text: &[u8]) -> String {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.iter().copied();
    while let Some(byte) = rest.next() {
        match byte {
            b'+' => out.push(b' '),
            b'%' => {
                let mut ahead = rest.clone();
                match (ahead.next().and_then(hex_digit), ahead.next().and_then(hex_digit)) {
                    (Some(high), Some(low)) => {
                        out.push(high << 4 | low);
                        rest = ahead;
                    }
                    _ => out.push(b'%'),
                }
            }
            other => out.push(other),
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn hex_digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

/// Pairs as a query.
pub fn encode(pairs: &[(&str, String)]) -> String {
    let one = |text: &str| -> String {
        text.bytes()
            .map(|byte| match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'/' => char::from(byte).to_string(),
                other => format!("%{other:02X}"),
            })
            .collect()
    };
    pairs.iter().map(|(name, value)| format!("{}={}", one(name), one(value))).collect::<Vec<_>>().join("&")
}

/// Errors of controls as lines of the summary, in the order of the page.
pub fn error_lines(controls: &[Control]) -> Vec<ErrorLine> {
    let mut lines = vec![];
    for control in controls {
        if let Some(text) = &control.error {
            lines.push(ErrorLine { field: control.first_id(), text: text.clone() });
        }
        for item in control.items.iter().filter(|item| item.checked) {
            lines.extend(error_lines(&item.reveals));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_decoded_and_nothing_breaks_the_decoder() {
        let fields = Fields::decode("a=%D3%98+b&x=1&x=2&empty=&=q&bad=%zz%4".as_bytes());
        assert_eq!(fields.get("a"), "Ә b");
        assert_eq!(fields.get("x"), "1 2");
        assert!(!fields.has("empty") && !fields.has("absent"));
        assert_eq!(fields.get("bad"), "%zz%4");
        assert_eq!(Fields::decode(b"a=%FF").get("a"), "\u{fffd}");
        let many = vec!["a=1"; 10_000].join("&");
        assert!(Fields::decode(many.as_bytes()).get("a").len() < 1000);
    }

    #[test]
    fn a_query_survives_the_round_trip() {
        let query = encode(&[("to", "/kk/request/new".to_owned()), ("said", "Ә & =".to_owned())]);
        let pairs = decode_pairs(query.as_bytes());
        assert_eq!(pairs, [("to".to_owned(), "/kk/request/new".to_owned()), ("said".to_owned(), "Ә & =".to_owned())]);
    }
}
