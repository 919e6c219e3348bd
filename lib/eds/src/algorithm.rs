//! Signature algorithms and public keys of the profile: which there are, which are too weak, how each is checked.
//! Here so that a certificate, a CRL, an OCSP response and a CMS are all checked by one function.
//! It must never accept SHA-1, RSA under 2048 bits or an algorithm that does not belong to the key.

use gost3410::{Curve, VerifyingKey};

use crate::der::write::{element, sequence};
use crate::der::{self, Element, Error, Reader};
use crate::digest::DigestAlgorithm;
use crate::oid;
use crate::rsa::{self, Given, Prepared};

/// RSA keys below this are refused.
pub const RSA_MODULUS_BITS_MIN: usize = 2048;
/// Upper bound of the libraries that verify.
pub const RSA_MODULUS_BITS_MAX: usize = 8192;

/// Family of a signature as people and services name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Algorithm {
    Rsa,
    /// GOST 34.310-2004 with GOST 34.311-95.
    Gost2004,
    /// GOST R 34.10-2015, 256 bits. Known from tables only, never met in the wild (EDS.md 1).
    Gost256,
    /// GOST R 34.10-2015, 512 bits.
    Gost512,
}

impl Algorithm {
    const ALL: [Self; 4] = [Self::Rsa, Self::Gost2004, Self::Gost256, Self::Gost512];

    /// By its stable name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|algorithm| algorithm.as_str() == name)
    }

    /// Stable name: `rsa`, `gost2004`, `gost256`, `gost512`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Rsa => "rsa",
            Self::Gost2004 => "gost2004",
            Self::Gost256 => "gost256",
            Self::Gost512 => "gost512",
        }
    }
}

/// An AlgorithmIdentifier whose parameters are absent or NULL, as all signatures and digests of the profile have them.
#[derive(Clone, Copy, Debug)]
pub struct AlgorithmIdentifier<'a> {
    pub oid: &'a [u8],
    /// Parameters other than absent or NULL.
    pub has_parameters: bool,
    pub raw: &'a [u8],
}

impl<'a> AlgorithmIdentifier<'a> {
    pub fn parse(element: &Element<'a>) -> Result<Self, Error> {
        let mut reader = element.must_be(der::SEQUENCE)?.enter()?;
        let oid = reader.must_be(der::OBJECT_IDENTIFIER)?.content;
        let has_parameters = match reader.next()? {
            None => false,
            Some(parameters) => parameters.tag != der::NULL || !parameters.content.is_empty(),
        };
        reader.finish()?;
        Ok(Self { oid, has_parameters, raw: element.raw })
    }

    /// Written with NULL parameters, as the NCA writes them (EDS.md 0, 7).
    #[must_use]
    pub fn of(oid: &oid::Oid) -> Vec<u8> {
        let name = element(der::OBJECT_IDENTIFIER, oid.as_bytes());
        sequence(&[name, element(der::NULL, &[])])
    }

    /// Same algorithm, NULL and absent parameters taken for the same: the NCA's list of 2026 has NULL in one of its two
    /// copies only. RFC 5280 4.1.1.2.
    #[must_use]
    pub fn matches(&self, other: &AlgorithmIdentifier<'_>) -> bool {
        self.oid == other.oid && self.has_parameters == other.has_parameters
    }
}

/// Why a signature is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The mathematics do not hold.
    Wrong,
    /// SHA-1, MD5 or a key that is too short.
    Weak,
    /// An OID this library does not know, or parameters where none belong.
    Unknown,
    /// Algorithm, digest and key do not belong together.
    Differs,
}

/// A signature algorithm OID taken apart: the family, and the digest where the OID fixes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignatureAlgorithm {
    pub algorithm: Algorithm,
    pub digest: Option<DigestAlgorithm>,
}

impl SignatureAlgorithm {
    /// Known and strong signature algorithms. `rsaEncryption` (as OpenSSL writes it into CMS) and the GOST key OIDs
    /// leave the digest to `digestAlgorithm` or to the family.
    pub fn parse(identifier: &AlgorithmIdentifier<'_>) -> Result<Self, Refusal> {
        use DigestAlgorithm as D;
        if oid::SHA1_WITH_RSA.is(identifier.oid) || oid::MD5_WITH_RSA.is(identifier.oid) {
            return Err(Refusal::Weak);
        }
        if identifier.has_parameters {
            return Err(Refusal::Unknown);
        }
        let known = [
            (oid::RSA_ENCRYPTION, Algorithm::Rsa, None),
            (oid::SHA256_WITH_RSA, Algorithm::Rsa, Some(D::Sha256)),
            (oid::SHA384_WITH_RSA, Algorithm::Rsa, Some(D::Sha384)),
            (oid::SHA512_WITH_RSA, Algorithm::Rsa, Some(D::Sha512)),
            (oid::GOST_2004_SIGNATURE, Algorithm::Gost2004, Some(D::Gost34311)),
            (oid::GOST_2004_KEY, Algorithm::Gost2004, Some(D::Gost34311)),
            (oid::GOST_2015_256_SIGNATURE, Algorithm::Gost256, Some(D::Streebog256)),
            (oid::GOST_2015_256_KEY, Algorithm::Gost256, Some(D::Streebog256)),
            (oid::GOST_2015_512_SIGNATURE, Algorithm::Gost512, Some(D::Streebog512)),
            (oid::GOST_2015_512_KEY, Algorithm::Gost512, Some(D::Streebog512)),
        ];
        known
            .into_iter()
            .find_map(|(oid, algorithm, digest)| oid.is(identifier.oid).then_some(Self { algorithm, digest }))
            .ok_or(Refusal::Unknown)
    }

    /// The digest to use, given the one a CMS names beside the signature. RFC 5652 5.4.
    pub fn digest_with(&self, named: Option<DigestAlgorithm>) -> Result<DigestAlgorithm, Refusal> {
        let digest = match (self.digest, named) {
            (Some(fixed), Some(named)) if fixed != named => return Err(Refusal::Differs),
            (Some(digest), _) | (None, Some(digest)) => digest,
            (None, None) => return Err(Refusal::Unknown),
        };
        match (self.algorithm, digest) {
            (_, DigestAlgorithm::Sha1) => Err(Refusal::Weak),
            (Algorithm::Rsa, DigestAlgorithm::Sha256 | DigestAlgorithm::Sha384 | DigestAlgorithm::Sha512)
            | (Algorithm::Gost2004, DigestAlgorithm::Gost34311)
            | (Algorithm::Gost256, DigestAlgorithm::Streebog256)
            | (Algorithm::Gost512, DigestAlgorithm::Streebog512) => Ok(digest),
            _ => Err(Refusal::Differs),
        }
    }
}

/// A subject's public key.
#[derive(Clone, Debug)]
pub enum PublicKey {
    /// RSAPublicKey (RFC 8017 A.1.1) in DER and its modulus length.
    Rsa {
        der: Vec<u8>,
        modulus_bits: usize,
        /// Set up at the first verification, shared by clones.
        prepared: Prepared,
    },
    Gost(Algorithm, VerifyingKey),
}

impl PublicKey {
    /// From a SubjectPublicKeyInfo. `Ok(Err(..))` = well formed but of an unknown or broken kind.
    pub fn parse(spki: &Element<'_>) -> Result<Result<Self, Refusal>, Error> {
        let mut reader = spki.must_be(der::SEQUENCE)?.enter()?;
        let mut algorithm = reader.must_be(der::SEQUENCE)?.enter()?;
        let bits = reader.must_be(der::BIT_STRING)?.whole_bits()?;
        reader.finish()?;
        let key_oid = algorithm.must_be(der::OBJECT_IDENTIFIER)?.content;
        let parameters = algorithm.next()?;
        algorithm.finish()?;
        if oid::RSA_ENCRYPTION.is(key_oid) {
            let null = parameters.is_none_or(|parameters| parameters.tag == der::NULL && parameters.content.is_empty());
            return if null { Self::rsa(bits).map(Ok) } else { Ok(Err(Refusal::Unknown)) };
        }
        let Some(parameters) = parameters else { return Ok(Err(Refusal::Unknown)) };
        Self::gost(key_oid, &parameters, bits)
    }

    fn rsa(bits: &[u8]) -> Result<Self, Error> {
        let mut key = der::single(bits, der::Rules::Der)?.must_be(der::SEQUENCE)?.enter()?;
        let modulus = key.must_be(der::INTEGER)?.unsigned()?;
        key.must_be(der::INTEGER)?.unsigned()?;
        key.finish()?;
        let top = modulus.first().map_or(8, |octet| octet.leading_zeros() as usize);
        Ok(Self::Rsa {
            der: bits.to_vec(),
            modulus_bits: (modulus.len() * 8).saturating_sub(top),
            prepared: Prepared::default(),
        })
    }

    fn gost(key_oid: &[u8], parameters: &Element<'_>, bits: &[u8]) -> Result<Result<Self, Refusal>, Error> {
        let mut sets = match parameters.tag {
            der::SEQUENCE => parameters.enter()?,
            _ => return Ok(Err(Refusal::Unknown)),
        };
        let curve_oid = sets.must_be(der::OBJECT_IDENTIFIER)?.content;
        sets.optional(der::OBJECT_IDENTIFIER)?;
        let known = [
            (oid::GOST_2004_KEY, oid::GOST_2004_CURVE, Algorithm::Gost2004, Curve::CryptoProA),
            (oid::GOST_2015_256_KEY, oid::GOST_2015_256_CURVE, Algorithm::Gost256, Curve::Tc26Gost256A),
            (oid::GOST_2015_512_KEY, oid::GOST_2015_512_CURVE, Algorithm::Gost512, Curve::Tc26Gost512A),
        ];
        let found = known.into_iter().find(|(key, curve, ..)| key.is(key_oid) && curve.is(curve_oid));
        let Some((_, _, algorithm, curve)) = found else { return Ok(Err(Refusal::Unknown)) };
        let xy = der::single(bits, der::Rules::Der)?.must_be(der::OCTET_STRING)?.content;
        Ok(VerifyingKey::from_le_bytes(curve, xy).map(|key| Self::Gost(algorithm, key)).map_err(|_| Refusal::Wrong))
    }

    /// Prepares a key that will verify many signatures: a table of its multiples, shared by its clones (GOST only).
    pub fn precompute(&mut self) {
        if let Self::Gost(_, key) = self {
            key.precompute();
        }
    }

    #[must_use]
    pub fn algorithm(&self) -> Algorithm {
        match self {
            Self::Rsa { .. } => Algorithm::Rsa,
            Self::Gost(algorithm, _) => *algorithm,
        }
    }

    /// Length of the modulus (RSA) or of the field (GOST).
    #[must_use]
    pub fn bits(&self) -> usize {
        match self {
            Self::Rsa { modulus_bits, .. } => *modulus_bits,
            Self::Gost(_, key) => key.curve().field_bytes() * 8,
        }
    }

    /// Checks `signature` over the message made of `segments`, hashed with `digest`.
    pub fn verify(&self, digest: DigestAlgorithm, segments: &[&[u8]], signature: &[u8]) -> Result<(), Refusal> {
        match self {
            Self::Rsa { der, modulus_bits, prepared } => {
                if !(RSA_MODULUS_BITS_MIN..=RSA_MODULUS_BITS_MAX).contains(modulus_bits) {
                    return Err(Refusal::Weak);
                }
                match digest {
                    DigestAlgorithm::Sha256 | DigestAlgorithm::Sha384 | DigestAlgorithm::Sha512 => {}
                    DigestAlgorithm::Sha1 => return Err(Refusal::Weak),
                    _ => return Err(Refusal::Differs),
                }
                let key = Given { der, modulus_bits: *modulus_bits };
                let holds = match segments {
                    [message] => rsa::verify(prepared, key, digest, message, signature),
                    several => rsa::verify(prepared, key, digest, &several.concat(), signature),
                };
                if holds { Ok(()) } else { Err(Refusal::Wrong) }
            }
            Self::Gost(_, key) => key.verify(&digest.digest(segments), signature).map_err(|_| Refusal::Wrong),
        }
    }

    /// Checks the signature of a certificate, CRL or OCSP response: algorithm, strength and mathematics.
    pub fn verify_signed(
        &self,
        identifier: &AlgorithmIdentifier<'_>,
        message: &[u8],
        signature: &[u8],
    ) -> Result<(), Refusal> {
        let parsed = SignatureAlgorithm::parse(identifier)?;
        if parsed.algorithm != self.algorithm() {
            return Err(Refusal::Differs);
        }
        self.verify(parsed.digest_with(None)?, &[message], signature)
    }
}

/// Reads SEQUENCE { toBeSigned, AlgorithmIdentifier, BIT STRING }: the shell of certificates, CRLs and OCSP responses.
pub fn signed_shell<'a>(reader: &mut Reader<'a>) -> Result<(Element<'a>, AlgorithmIdentifier<'a>, &'a [u8]), Error> {
    let to_be_signed = reader.must_be(der::SEQUENCE)?;
    let algorithm = AlgorithmIdentifier::parse(&reader.read()?)?;
    let signature = reader.must_be(der::BIT_STRING)?.whole_bits()?;
    Ok((to_be_signed, algorithm, signature))
}
