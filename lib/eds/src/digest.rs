//! Message digests of the profile behind one enum, streamed.
//! Here because content, signedAttrs, imprints and certificate hashes name their digest by OID.
//! It must never judge strength: SHA-1 is computed here and refused where it counts (`algorithm`).

use gosthash::{Gost34311, Streebog256, Streebog512};
use sha2::Digest as _;

use crate::oid;

/// A digest that can be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DigestAlgorithm {
    /// Only for timestamp imprints, OCSP certIDs and certificate hashes.
    Sha1,
    Sha256,
    Sha384,
    Sha512,
    /// GOST 34.311-95 with id-GostR3411-94-TestParamSet (EDS.md 1).
    Gost34311,
    /// GOST R 34.11-2015, 256 bits (RFC 6986).
    Streebog256,
    /// GOST R 34.11-2015, 512 bits (RFC 6986).
    Streebog512,
}

impl DigestAlgorithm {
    /// From the content octets of its OID.
    #[must_use]
    pub fn from_oid(content: &[u8]) -> Option<Self> {
        [
            (oid::SHA1, Self::Sha1),
            (oid::SHA256, Self::Sha256),
            (oid::SHA384, Self::Sha384),
            (oid::SHA512, Self::Sha512),
            (oid::GOST_34_311, Self::Gost34311),
            (oid::STREEBOG_256, Self::Streebog256),
            (oid::STREEBOG_512, Self::Streebog512),
        ]
        .into_iter()
        .find_map(|(oid, digest)| oid.is(content).then_some(digest))
    }

    /// Its OID.
    #[must_use]
    pub fn oid(self) -> oid::Oid {
        match self {
            Self::Sha1 => oid::SHA1,
            Self::Sha256 => oid::SHA256,
            Self::Sha384 => oid::SHA384,
            Self::Sha512 => oid::SHA512,
            Self::Gost34311 => oid::GOST_34_311,
            Self::Streebog256 => oid::STREEBOG_256,
            Self::Streebog512 => oid::STREEBOG_512,
        }
    }

    /// As people name it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Sha1 => "SHA-1",
            Self::Sha256 => "SHA-256",
            Self::Sha384 => "SHA-384",
            Self::Sha512 => "SHA-512",
            Self::Gost34311 => "GOST 34.311-95",
            Self::Streebog256 => "Streebog-256",
            Self::Streebog512 => "Streebog-512",
        }
    }

    #[must_use]
    pub fn hasher(self) -> Hasher {
        match self {
            Self::Sha1 => Hasher::Sha1(sha1::Sha1::new()),
            Self::Sha256 => Hasher::Sha256(sha2::Sha256::new()),
            Self::Sha384 => Hasher::Sha384(sha2::Sha384::new()),
            Self::Sha512 => Hasher::Sha512(sha2::Sha512::new()),
            Self::Gost34311 => Hasher::Gost34311(Box::new(Gost34311::new())),
            Self::Streebog256 => Hasher::Streebog256(Box::new(Streebog256::new())),
            Self::Streebog512 => Hasher::Streebog512(Box::new(Streebog512::new())),
        }
    }

    /// Digest of the segments one after another.
    #[must_use]
    pub fn digest(self, segments: &[&[u8]]) -> Vec<u8> {
        let mut hasher = self.hasher();
        for segment in segments {
            hasher.update(segment);
        }
        hasher.finish()
    }
}

/// A digest under way.
pub enum Hasher {
    Sha1(sha1::Sha1),
    Sha256(sha2::Sha256),
    Sha384(sha2::Sha384),
    Sha512(sha2::Sha512),
    Gost34311(Box<Gost34311>),
    Streebog256(Box<Streebog256>),
    Streebog512(Box<Streebog512>),
}

impl Hasher {
    pub fn update(&mut self, octets: &[u8]) {
        match self {
            Self::Sha1(hasher) => hasher.update(octets),
            Self::Sha256(hasher) => hasher.update(octets),
            Self::Sha384(hasher) => hasher.update(octets),
            Self::Sha512(hasher) => hasher.update(octets),
            Self::Gost34311(hasher) => hasher.update(octets),
            Self::Streebog256(hasher) => hasher.update(octets),
            Self::Streebog512(hasher) => hasher.update(octets),
        }
    }

    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        match self {
            Self::Sha1(hasher) => hasher.finalize().to_vec(),
            Self::Sha256(hasher) => hasher.finalize().to_vec(),
            Self::Sha384(hasher) => hasher.finalize().to_vec(),
            Self::Sha512(hasher) => hasher.finalize().to_vec(),
            Self::Gost34311(hasher) => hasher.finish().to_vec(),
            Self::Streebog256(hasher) => hasher.finish().to_vec(),
            Self::Streebog512(hasher) => hasher.finish().to_vec(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gost_34_311_is_the_one_of_the_nca() {
        // EDS.md 1: H("") with the test parameter set, confirmed with the official provider.
        let expected = "ce85b99cc46752fffee35cab9a7b0278abb4c2d2055cff685af4912c49490f8d";
        let digest = DigestAlgorithm::Gost34311.digest(&[]);
        let text: String = digest.iter().map(|octet| format!("{octet:02x}")).collect();
        assert_eq!(text, expected);
    }
}
