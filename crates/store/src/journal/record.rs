//! The shapes whose bytes are hashed: an entry and a seal, as canonical JSON (RFC 8785), and the commitment in an entry.
//!
//! Fields are written once and parsed only to be checked; unknown fields are a fault.

use super::Hash;
use crate::error::StoreError;
use crate::row::bad;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Salt of a commitment.
pub(super) const SALT_BYTES: usize = 16;

/// The hashed part of an entry. Hashes in hex, `at` in RFC 3339 with microseconds.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EntryRecord {
    pub act: String,
    pub actor: String,
    pub application: Option<String>,
    pub at: String,
    /// What -> SHA-256 over salt and canonical JSON value.
    pub commitments: BTreeMap<String, String>,
    pub prev: String,
    pub seq: i64,
}

/// The hashed part of a seal over the entries at the positions `first..=last`.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SealRecord {
    pub first: i64,
    pub last: i64,
    pub n: i64,
    pub prev: String,
    /// SHA-256 over the hashes of the entries in order.
    pub root: String,
    pub sealed_at: String,
}

/// Canonical bytes of a record or a committed value, and their hash.
pub(super) fn canonical<T: Serialize>(value: &T) -> Result<Vec<u8>, StoreError> {
    serde_json_canonicalizer::to_vec(value).map_err(|error| bad("journal_entry", error))
}

/// SHA-256.
pub(super) fn hash(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}

/// What an entry says of `value` without showing it.
pub(super) fn commitment(salt: &[u8], value: &[u8]) -> String {
    let mut hash = Sha256::new();
    hash.update(salt);
    hash.update(value);
    hex::encode(hash.finalize())
}
