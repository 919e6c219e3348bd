//! The cookies: the session's, the one that ties forms of people who are not signed in, and the one by which a browser is known again. Never read by a script, never sent to another site.

use axum::http::{HeaderMap, HeaderValue, header};

/// Longest cookie value that is looked at, bytes.
const COOKIE_VALUE_BYTES_MAX: usize = 256;

/// Which cookie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cookie {
    /// The session's token.
    Session,
    /// A random value that forms before sign-in are tied to.
    Form,
    /// A random value by which an account knows a browser again.
    Device,
}

impl Cookie {
    /// Its name: with https the `__Host-` prefix, so that no subdomain can set it.
    pub fn name(self, https: bool) -> &'static str {
        match (self, https) {
            (Cookie::Session, true) => "__Host-elshi",
            (Cookie::Session, false) => "elshi",
            (Cookie::Form, true) => "__Host-elshi-form",
            (Cookie::Form, false) => "elshi-form",
            (Cookie::Device, true) => "__Host-elshi-device",
            (Cookie::Device, false) => "elshi-device",
        }
    }

    /// Its value in a request.
    pub fn read(self, headers: &HeaderMap, https: bool) -> Option<String> {
        let name = self.name(https);
        headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|line| line.to_str().ok())
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(key, value)| *key == name && is_token(value))
            .map(|(_, value)| value.to_owned())
    }

    /// The header that sets it for as long as the browser is open; the one of a browser itself for as long as it is known.
    pub fn set(self, value: &str, https: bool) -> Option<HeaderValue> {
        let secure = if https { "; Secure" } else { "" };
        let lives = match self {
            Cookie::Device => format!("; Max-Age={}", office::new_device::KEPT.as_secs()),
            Cookie::Session | Cookie::Form => String::new(),
        };
        let line = format!("{}={value}; Path=/; HttpOnly; SameSite=Lax{lives}{secure}", self.name(https));
        is_token(value).then(|| HeaderValue::try_from(line).ok()).flatten()
    }

    /// The header that removes it.
    pub fn clear(self, https: bool) -> Option<HeaderValue> {
        let secure = if https { "; Secure" } else { "" };
        HeaderValue::try_from(format!("{}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax{secure}", self.name(https))).ok()
    }
}

fn is_token(value: &str) -> bool {
    !value.is_empty()
        && value.len() <= COOKIE_VALUE_BYTES_MAX
        && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(line: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_str(line).unwrap());
        headers
    }

    #[test]
    fn reads_only_its_own_name_and_only_tokens() {
        let line = headers("a=b; elshi=abc123; elshi-form=zz");
        assert_eq!(Cookie::Session.read(&line, false).as_deref(), Some("abc123"));
        assert_eq!(Cookie::Form.read(&line, false).as_deref(), Some("zz"));
        assert_eq!(Cookie::Session.read(&line, true), None, "over https only the __Host- cookie counts");
        assert_eq!(Cookie::Session.read(&headers("elshi=a b"), false), None);
    }

    #[test]
    fn over_https_cookies_are_secure_and_bound_to_the_host() {
        let set = Cookie::Session.set("abc", true).unwrap();
        assert_eq!(set, "__Host-elshi=abc; Path=/; HttpOnly; SameSite=Lax; Secure");
        assert!(Cookie::Session.set("a;b", false).is_none());
        assert!(Cookie::Session.clear(false).unwrap().to_str().unwrap().contains("Max-Age=0"));
    }
}
