//! What the office asks of the outside about keys: whom to trust now, and to seal a statement in the institution's name.

use eds::{Evidence, TrustList};
use futures_util::future::BoxFuture;
use jiff::Timestamp;
use std::sync::Arc;

/// Whether a trust list is for real people or for test keys (`environment` of `trust.toml`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Environment {
    /// Roots of the NCA.
    Production,
    /// Test keys: every page bears a banner, test persons are accepted.
    Test,
}

/// A trust list with the revocation data at hand: parsed once, shared, replaced whole when the files change.
pub struct TrustSnapshot {
    /// Roots and issuing certificates.
    pub list: TrustList,
    /// Revocation data.
    pub evidence: Evidence,
    /// What it is for.
    pub environment: Environment,
}

/// Where the newest snapshot is.
pub trait TrustSource: Send + Sync {
    /// The newest snapshot that could be read.
    fn snapshot(&self) -> Arc<TrustSnapshot>;
}

/// A time-stamping authority (RFC 3161).
pub trait TimeAuthority: Send + Sync {
    /// The address that the installation names; `None`: no proof of time is asked for.
    fn address(&self) -> Option<String>;
    /// TimeStampResp to a TimeStampReq, both in DER.
    ///
    /// # Errors
    /// One sentence why there is none.
    fn ask<'a>(&'a self, request: &'a [u8]) -> BoxFuture<'a, Result<Vec<u8>, String>>;
}

/// The institution's key.
pub trait Sealer: Send + Sync {
    /// An attached CMS (RFC 5652) over `content`. `added`: 32 random bytes mixed into the nonce.
    ///
    /// # Errors
    /// A sentence for the log when the key cannot be used.
    fn seal(&self, content: &[u8], at: Timestamp, added: &[u8; 32]) -> Result<Vec<u8>, String>;
    /// The certificate, DER.
    fn certificate(&self) -> &[u8];
}
