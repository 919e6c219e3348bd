//! The three algorithms of Kazakh EDS keys and their digests.
//!
//! Must never: offer SHA-1 for a signature.

use crate::digest::Digest;
use crate::{der, oids};

/// Key, digest and signature go together in the NCA's profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Algorithm {
    /// RSA-2048, PKCS#1 v1.5, SHA-256.
    Rsa,
    /// GOST 34.310-2004 on CryptoPro-A, GOST 34.311-95 with the test parameter set.
    Gost2004,
    /// GOST R 34.10-2015, 512 bits, Streebog-512.
    Gost512,
    /// GOST R 34.10-2015, 256 bits, Streebog-256: in the provider's tables, never met in the wild (EDS.md 1).
    Gost256,
}

impl Algorithm {
    /// Those one meets.
    pub const ALL: [Self; 3] = [Self::Gost512, Self::Gost2004, Self::Rsa];

    /// The word used in file names and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Rsa => "rsa",
            Self::Gost2004 => "gost2004",
            Self::Gost512 => "gost512",
            Self::Gost256 => "gost256",
        }
    }

    pub fn digest_of_profile(self) -> Digest {
        match self {
            Self::Rsa => Digest::Sha256,
            Self::Gost2004 => Digest::Gost34311,
            Self::Gost512 => Digest::Streebog512,
            Self::Gost256 => Digest::Streebog256,
        }
    }

    pub fn digest(self, message: &[u8]) -> Vec<u8> {
        self.digest_of_profile().of(message)
    }

    /// AlgorithmIdentifier of the digest, with NULL.
    pub fn digest_identifier(self) -> Vec<u8> {
        self.digest_of_profile().identifier()
    }

    /// AlgorithmIdentifier of the signature, with NULL.
    pub fn signature_identifier(self) -> Vec<u8> {
        der::algorithm(match self {
            Self::Rsa => oids::SHA256_WITH_RSA,
            Self::Gost2004 => oids::GOST2004_SIGNATURE,
            Self::Gost512 => oids::GOST512_SIGNATURE,
            Self::Gost256 => oids::GOST256_SIGNATURE,
        })
    }

    /// AlgorithmIdentifier of the public key.
    pub fn key_identifier(self) -> Vec<u8> {
        let (key, parameters) = match self {
            Self::Rsa => return der::algorithm(oids::RSA_ENCRYPTION),
            Self::Gost2004 => (oids::GOST2004_KEY, [oids::GOST2004_CURVE, oids::GOST2004_DIGEST_PARAMETERS]),
            Self::Gost512 => (oids::GOST512_KEY, [oids::GOST512_CURVE, oids::GOST512_DIGEST]),
            Self::Gost256 => (oids::GOST256_KEY, [oids::GOST256_CURVE, oids::STREEBOG_256]),
        };
        der::sequence(&[der::oid(key), der::sequence(&parameters.map(der::oid))])
    }
}
