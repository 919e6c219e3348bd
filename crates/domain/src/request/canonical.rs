//! The canonical JSON of a request (RFC 8785): one sequence of bytes for one request, whoever writes it.

use super::Request;
use sha2::{Digest, Sha256};

/// The canonical bytes and their hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CanonicalRequest {
    bytes: Vec<u8>,
}

impl CanonicalRequest {
    /// Serialises `request` by RFC 8785.
    ///
    /// # Errors
    /// When a value cannot be represented in JSON; the types of a request leave no such value.
    pub fn of(request: &Request) -> Result<CanonicalRequest, serde_json::Error> {
        serde_json_canonicalizer::to_vec(request).map(|bytes| CanonicalRequest { bytes })
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// SHA-256, hex.
    pub fn sha256(&self) -> String {
        hex::encode(Sha256::digest(&self.bytes))
    }
}
