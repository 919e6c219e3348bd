//! Response headers of every page: nothing from other hosts, nothing inline, nothing framed, nothing kept in caches.

use crate::state::{AppState, NCALAYER_ADDRESS};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

/// KAZTOKEN's own port beside NCALayer (EDS.md): the client library asks it too.
const KAZTOKEN_ADDRESS: &str = "https://127.0.0.1:24680";

const PERMISSIONS: &str = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), \
                           microphone=(), midi=(), payment=(), usb=()";

/// Marks a response whose page speaks to NCALayer: only there may a script open these connections.
#[derive(Clone, Copy, Debug)]
pub struct SignaturePage;

/// Middleware: adds the headers.
pub async fn secure(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let signature = response.extensions().get::<SignaturePage>().is_some();
    let policy = content_security_policy(signature, &state.settings.ncalayer);
    let https = state.is_https();
    let headers = response.headers_mut();
    if let Ok(policy) = HeaderValue::try_from(policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert("permissions-policy", HeaderValue::from_static(PERMISSIONS));
    headers.insert("cross-origin-opener-policy", HeaderValue::from_static("same-origin"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    if https {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
    response
}

/// The policy, with the addresses of NCALayer on signature pages only.
pub fn content_security_policy(signature: bool, ncalayer: &str) -> String {
    let connect = if signature {
        let mut own = format!("'self' {NCALAYER_ADDRESS} {KAZTOKEN_ADDRESS}");
        if ncalayer != NCALAYER_ADDRESS {
            own = format!("{own} {ncalayer}");
        }
        own
    } else {
        "'self'".to_owned()
    };
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src {connect}; \
         form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_signature_pages_may_speak_to_programs_on_the_computer() {
        let plain = content_security_policy(false, "ws://127.0.0.1:4000");
        assert!(plain.contains("connect-src 'self';") && !plain.contains("127.0.0.1") && !plain.contains("unsafe"));
        let page = content_security_policy(true, "ws://127.0.0.1:4000");
        assert!(page.contains("wss://127.0.0.1:13579") && page.contains("https://127.0.0.1:24680"));
        assert!(page.contains("ws://127.0.0.1:4000"));
    }
}
