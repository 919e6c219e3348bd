//! `/assets/…`: built files under names that change with their content, so that a browser may keep them for ever.

use crate::problem::{Outcome, Problem};
use crate::state::{AppState, Assets};
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, get};
use std::collections::BTreeMap;

const CACHE_FOR_EVER: &str = "public, max-age=31536000, immutable";
const CACHE_AN_HOUR: &str = "public, max-age=3600";

/// Addresses of the built files that pages link to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AssetNames {
    /// Style sheet.
    pub css: String,
    /// Enhancements of every page.
    pub js: String,
    /// Signing with NCALayer.
    pub sign: String,
    /// Uploads that survive a lost connection.
    pub upload: String,
    /// What has become of a signing by phone.
    pub mobile: String,
}

#[derive(serde::Deserialize)]
struct Entry {
    file: String,
}

impl AssetNames {
    /// Reads `manifest.json`; a missing entry leaves its logical name, which answers 404 and shows in the browser's console.
    pub fn read(assets: &dyn Assets) -> AssetNames {
        let manifest: BTreeMap<String, Entry> =
            assets.file("manifest.json").and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
        let name = |logical: &str| {
            let file = manifest.get(logical).map_or(logical, |entry| entry.file.as_str());
            format!("/assets/{file}")
        };
        AssetNames {
            css: name("app.css"),
            js: name("app.js"),
            sign: name("sign.js"),
            upload: name("upload.js"),
            mobile: name("mobile.js"),
        }
    }
}

/// Serves the folder of built files.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(State(state): State<AppState>, Path(path): Path<String>) -> Outcome {
    let bytes = state.assets.file(&path).ok_or(Problem::NotFound)?;
    let cache = if is_hashed(&path) { CACHE_FOR_EVER } else { CACHE_AN_HOUR };
    Ok(([(header::CONTENT_TYPE, media_type(&path)), (header::CACHE_CONTROL, cache)], bytes.into_owned())
        .into_response())
}

/// `app.1a2b3c4d5e.css` carries its hash; fonts keep their names, which carry a version of the face.
fn is_hashed(path: &str) -> bool {
    path.split('.').any(|part| part.len() == 10 && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
        || path.ends_with(".woff2")
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("txt") => "text/plain; charset=utf-8",
        Some("woff2") => "font/woff2",
        Some("ttf") => "font/ttf",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::Cow;

    struct One;
    impl Assets for One {
        fn file(&self, path: &str) -> Option<Cow<'static, [u8]>> {
            (path == "manifest.json")
                .then(|| Cow::Borrowed(br#"{"app.css":{"file":"app.0123456789.css","bytes":1}}"#.as_slice()))
        }
    }

    #[test]
    fn pages_link_to_the_hashed_names() {
        let names = AssetNames::read(&One);
        assert_eq!(names.css, "/assets/app.0123456789.css");
        assert_eq!(names.js, "/assets/app.js", "a missing entry shows itself");
        assert!(is_hashed("app.0123456789.css") && !is_hashed("manifest.json"));
    }
}
