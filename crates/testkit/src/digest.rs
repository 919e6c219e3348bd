//! Message digests by name: imprints of timestamps, certificate identifiers of OCSP, hashes in CMS attributes.
//!
//! SHA-1 is here because imprints and OCSP use it, and because a verifier must be shown weak signatures to refuse.
//! Must never: be what decides whether a signature is strong.

use sha2::Digest as _;

use crate::{der, oids};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Digest {
    Sha1,
    Sha256,
    Sha384,
    Sha512,
    /// GOST 34.311-95 with the test parameter set.
    Gost34311,
    Streebog256,
    Streebog512,
}

impl Digest {
    pub const ALL: [Self; 7] =
        [Self::Sha1, Self::Sha256, Self::Sha384, Self::Sha512, Self::Gost34311, Self::Streebog256, Self::Streebog512];

    pub fn of(self, message: &[u8]) -> Vec<u8> {
        match self {
            Self::Sha1 => sha1::Sha1::digest(message).to_vec(),
            Self::Sha256 => sha2::Sha256::digest(message).to_vec(),
            Self::Sha384 => sha2::Sha384::digest(message).to_vec(),
            Self::Sha512 => sha2::Sha512::digest(message).to_vec(),
            Self::Gost34311 => gost94::Gost94Test::digest(message).to_vec(),
            Self::Streebog256 => streebog::Streebog256::digest(message).to_vec(),
            Self::Streebog512 => streebog::Streebog512::digest(message).to_vec(),
        }
    }

    pub fn oid(self) -> &'static str {
        match self {
            Self::Sha1 => oids::SHA1,
            Self::Sha256 => oids::SHA256,
            Self::Sha384 => oids::SHA384,
            Self::Sha512 => oids::SHA512,
            Self::Gost34311 => oids::GOST2004_DIGEST,
            Self::Streebog256 => oids::STREEBOG_256,
            Self::Streebog512 => oids::GOST512_DIGEST,
        }
    }

    /// AlgorithmIdentifier with NULL.
    pub fn identifier(self) -> Vec<u8> {
        der::algorithm(self.oid())
    }

    /// The digest of a dotted OID.
    pub fn by_oid(oid: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|digest| digest.oid() == oid)
    }
}
