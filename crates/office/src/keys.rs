//! The installation's secret and what is derived from it: tags that only we can make, boxes that only we can open.
//!
//! The secret is a file under the data folder's `keys/`; it never appears in logs, pages or the database.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

const NONCE_BYTES: usize = 24;

/// The installation's secret.
#[derive(Clone)]
pub struct Keys([u8; 32]);

impl Keys {
    /// `secret`: 32 random bytes made at the first start.
    pub fn new(secret: [u8; 32]) -> Keys {
        Keys(secret)
    }

    /// HMAC-SHA-256 (RFC 2104) of `data` under a key of its own for `purpose`.
    pub fn tag(&self, purpose: &str, data: &[u8]) -> [u8; 32] {
        let own = hmac(&self.0, purpose.as_bytes());
        hmac(&own, data)
    }

    /// Compares in constant time.
    pub fn tag_matches(&self, purpose: &str, data: &[u8], tag: &[u8]) -> bool {
        self.tag(purpose, data).ct_eq(tag).into()
    }

    /// Encrypts `plain` for `purpose` (XChaCha20-Poly1305); `nonce`: random, used once.
    pub fn close(&self, purpose: &str, plain: &[u8], nonce: &[u8; 32]) -> Option<Vec<u8>> {
        let (nonce, _) = nonce.split_at(NONCE_BYTES);
        let mut out = nonce.to_vec();
        let payload = Payload { msg: plain, aad: purpose.as_bytes() };
        out.extend(self.cipher(purpose).encrypt(&XNonce::try_from(nonce).ok()?, payload).ok()?);
        Some(out)
    }

    /// Opens what [`Keys::close`] made for the same purpose.
    pub fn open(&self, purpose: &str, sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, text) = sealed.split_at_checked(NONCE_BYTES)?;
        let payload = Payload { msg: text, aad: purpose.as_bytes() };
        self.cipher(purpose).decrypt(&XNonce::try_from(nonce).ok()?, payload).ok()
    }

    fn cipher(&self, purpose: &str) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.tag("cipher", purpose.as_bytes()).into())
    }
}

fn hmac(key: &[u8; 32], data: &[u8]) -> [u8; 32] {
    // HMAC takes a key of any length, so this cannot fail; an empty result would match nothing.
    match Hmac::<Sha256>::new_from_slice(key) {
        Ok(mut mac) => {
            mac.update(data);
            mac.finalize().into_bytes().into()
        }
        Err(_) => [0; 32],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_opens_only_for_its_purpose_and_unchanged() {
        let keys = Keys::new([3; 32]);
        let sealed = keys.close("totp", b"secret", &[9; 32]).unwrap();
        assert_eq!(keys.open("totp", &sealed).unwrap(), b"secret");
        assert!(keys.open("post", &sealed).is_none());
        let mut changed = sealed.clone();
        *changed.last_mut().unwrap() ^= 1;
        assert!(keys.open("totp", &changed).is_none());
        assert!(keys.open("totp", &[1, 2, 3]).is_none());
        assert!(Keys::new([4; 32]).open("totp", &sealed).is_none());
    }

    #[test]
    fn tags_differ_by_purpose() {
        let keys = Keys::new([3; 32]);
        assert_ne!(keys.tag("a", b"x"), keys.tag("b", b"x"));
        assert!(keys.tag_matches("a", b"x", &keys.tag("a", b"x")));
        assert!(!keys.tag_matches("a", b"y", &keys.tag("a", b"x")));
    }
}
