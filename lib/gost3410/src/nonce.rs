//! The nonce of a signature, derived from key, digest and added octets: the shape of RFC 6979 section 3.2 with 3.6.
//!
//! HMAC is HMAC-SHA-512 on every curve; numbers are little-endian as everywhere in this crate, so the result is not
//! meant to equal another implementation's. Signatures stay plain GOST R 34.10 and verify anywhere.
//! Must never: be asked for randomness; two digests never share a nonce, even where `added` repeats.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha512;
use zeroize::Zeroize;

/// Octets of one HMAC-SHA-512.
const HASH_BYTES: usize = 64;
/// Octets of a block of SHA-512: an HMAC key padded to it with zeros is the same key.
const BLOCK_BYTES: usize = 128;

/// The generator `K, V` of RFC 6979; each candidate is [`HASH_BYTES`] octets, of which the caller takes what it needs.
pub(crate) struct Nonces {
    key: [u8; HASH_BYTES],
    value: [u8; HASH_BYTES],
}

impl Nonces {
    /// `secret` and `digest` are the scalars' octets (int2octets, bits2octets of the RFC).
    pub(crate) fn new(secret: &[u8], digest: &[u8], added: &[u8]) -> Self {
        let mut out = Self { key: [0; HASH_BYTES], value: [1; HASH_BYTES] };
        for marker in [0, 1] {
            out.key = out.hmac(&[&[marker], secret, digest, added]);
            out.value = out.hmac(&[]);
        }
        out
    }

    /// The next candidate.
    pub(crate) fn next(&mut self) -> [u8; HASH_BYTES] {
        self.value = self.hmac(&[]);
        let candidate = self.value;
        self.key = self.hmac(&[&[0]]);
        self.value = self.hmac(&[]);
        candidate
    }

    /// HMAC of `value` and `parts` under `key`.
    fn hmac(&self, parts: &[&[u8]]) -> [u8; HASH_BYTES] {
        let mut block = [0; BLOCK_BYTES];
        for (to, from) in block.iter_mut().zip(self.key) {
            *to = from;
        }
        let mut mac = <Hmac<Sha512> as KeyInit>::new(&block.into());
        block.zeroize();
        mac.update(&self.value);
        for part in parts {
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

impl Drop for Nonces {
    fn drop(&mut self) {
        self.key.zeroize();
        self.value.zeroize();
    }
}
