//! `/`: to the service page in the language the browser asks for, Kazakh otherwise.

use crate::problem::Outcome;
use crate::state::AppState;
use crate::visit::see_other;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::routing::{MethodRouter, get};
use domain::lang::Lang;

/// The handlers of this address.
pub fn service() -> MethodRouter<AppState> {
    get(show)
}

async fn show(headers: HeaderMap) -> Outcome {
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut response = see_other(&format!("/{}/", preferred(accepted).tag()));
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept-language"));
    Ok(response)
}

/// The best of our languages by `Accept-Language` (RFC 9110, 12.5.4).
fn preferred(accepted: &str) -> Lang {
    let mut best: Option<(f32, Lang)> = None;
    for range in accepted.split(',').take(20) {
        let mut parts = range.split(';');
        let tag = parts.next().unwrap_or_default().trim();
        let weight = parts.find_map(|part| part.trim().strip_prefix("q=")).map_or(1.0, |q| q.parse().unwrap_or(0.0));
        let primary = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        if let Some(lang) = Lang::from_tag(&primary)
            && weight > best.map_or(0.0, |(known, _)| known)
        {
            best = Some((weight, lang));
        }
    }
    best.map_or(Lang::Kk, |(_, lang)| lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_of_our_languages_wins_and_kazakh_is_the_default() {
        assert_eq!(preferred("de-DE,de;q=0.9,ru;q=0.7,en;q=0.8"), Lang::En);
        assert_eq!(preferred("ru-RU,ru;q=0.9"), Lang::Ru);
        assert_eq!(preferred("KK"), Lang::Kk);
        assert_eq!(preferred("de, fr;q=0.5"), Lang::Kk);
        assert_eq!(preferred("en;q=0"), Lang::Kk);
        assert_eq!(preferred(""), Lang::Kk);
    }
}
