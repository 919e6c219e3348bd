//! Is a form ours? The hidden field must match the session (or the form cookie), and the browser must not say the form came from elsewhere.

use axum::http::{HeaderMap, header};
use subtle::ConstantTimeEq;

/// Name of the hidden field on every form.
pub const CSRF_FIELD: &str = "csrf";

/// Compares in constant time.
pub fn matches(expected: &str, got: &str) -> bool {
    !expected.is_empty() && bool::from(expected.as_bytes().ct_eq(got.as_bytes()))
}

/// True unless the browser says that the form comes from another site. Old browsers say nothing; the hidden field still holds.
pub fn is_same_site(headers: &HeaderMap, host: &str) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site")
        && !matches!(site, "same-origin" | "none")
    {
        return false;
    }
    match text(header::ORIGIN.as_str()) {
        None => true,
        Some(origin) => {
            origin == host || text(header::HOST.as_str()).is_some_and(|own| origin_host(origin) == Some(own))
        }
    }
}

fn origin_host(origin: &str) -> Option<&str> {
    origin.split_once("://").map(|(_, host)| host)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| (axum::http::HeaderName::from_static(name), HeaderValue::from_str(value).unwrap()))
            .collect()
    }

    #[test]
    fn a_token_matches_only_itself() {
        assert!(matches("abc", "abc"));
        assert!(!matches("abc", "abd") && !matches("abc", "ab") && !matches("", ""));
    }

    #[test]
    fn forms_of_other_sites_are_refused() {
        let host = "https://consul.example.kz";
        assert!(is_same_site(&headers(&[]), host));
        assert!(is_same_site(&headers(&[("origin", host), ("sec-fetch-site", "same-origin")]), host));
        assert!(is_same_site(&headers(&[("origin", "http://127.0.0.1:8080"), ("host", "127.0.0.1:8080")]), host));
        assert!(!is_same_site(&headers(&[("origin", "https://evil.example")]), host));
        assert!(!is_same_site(&headers(&[("origin", "null")]), host));
        assert!(!is_same_site(&headers(&[("sec-fetch-site", "cross-site")]), host));
        assert!(!is_same_site(&headers(&[("sec-fetch-site", "same-site")]), host));
    }
}
