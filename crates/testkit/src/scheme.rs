//! How a signature is made: the digest and the AlgorithmIdentifier written beside it.
//!
//! The NCA's profile has one scheme for each key; the others are here to be refused. Must never: be a default.

use crate::digest::Digest;
use crate::{Algorithm, Key, der, oids};

#[derive(Clone, Debug)]
pub struct Scheme {
    pub digest: Digest,
    /// AlgorithmIdentifier of the signature.
    pub identifier: Vec<u8>,
}

impl Scheme {
    /// What the NCA writes for keys of this algorithm.
    pub fn of(algorithm: Algorithm) -> Self {
        Self { digest: algorithm.digest_of_profile(), identifier: algorithm.signature_identifier() }
    }

    /// RSA over another digest, named by its own OID (sha1WithRSAEncryption and its kin).
    pub fn rsa(digest: Digest) -> Self {
        let identifier = match digest {
            Digest::Sha1 => oids::SHA1_WITH_RSA,
            Digest::Sha256 => oids::SHA256_WITH_RSA,
            Digest::Sha384 => oids::SHA384_WITH_RSA,
            Digest::Sha512 => oids::SHA512_WITH_RSA,
            other => panic!("no RSA signature over {other:?}"),
        };
        Self { digest, identifier: der::algorithm(identifier) }
    }

    /// The same mathematics under another name.
    pub fn named(self, oid: &str) -> Self {
        Self { identifier: der::algorithm(oid), ..self }
    }

    pub fn sign(&self, key: &Key, message: &[u8]) -> Vec<u8> {
        key.sign_prehashed(self.digest, &self.digest.of(message))
    }

    /// SIGNED{...}: the octets, the identifier, the signature.
    pub fn signed(&self, key: &Key, to_be_signed: Vec<u8>) -> Vec<u8> {
        let signature = self.sign(key, &to_be_signed);
        der::sequence(&[to_be_signed, self.identifier.clone(), der::bit_string(&signature)])
    }
}
