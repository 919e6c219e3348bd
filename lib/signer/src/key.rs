//! A secret key of the profile: read from PKCS#8 as NCA keystores hold it, compared with a certificate, used to sign.
//! Here so that a keystore and an institution's own key sign through one door. It must never print or compare a secret, or
//! leave one in memory after it is dropped.

use eds::algorithm::{Algorithm, RSA_MODULUS_BITS_MAX, RSA_MODULUS_BITS_MIN};
use eds::der::write::{element, sequence};
use eds::der::{self, Element, Error, Rules};
use eds::digest::DigestAlgorithm;
use eds::oid::{self, Oid};
use gost3410::{Curve, SigningKey};
use rand::SeedableRng;
use rand::rngs::StdRng;
use rsa::pkcs1::{DecodeRsaPrivateKey, EncodeRsaPublicKey};
use rsa::{Pkcs1v15Sign, RsaPrivateKey};
use zeroize::Zeroizing;

use crate::writer;

/// Octets of one PrivateKeyInfo: an RSA key of 8192 bits has under 5,000.
pub const KEY_BYTES_MAX: usize = 8 * 1024;

/// Why octets are no key that can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyRefused {
    Damaged(Error),
    /// Dotted OID of an algorithm that is not of the profile.
    Unknown(String),
    /// RSA below 2048 or above 8192 bits.
    Length(usize),
}

impl From<Error> for KeyRefused {
    fn from(error: Error) -> Self {
        Self::Damaged(error)
    }
}

/// A secret key. Its octets are overwritten when it is dropped.
pub struct PrivateKey(Secret);

enum Secret {
    Rsa(Box<RsaPrivateKey>),
    Gost(Algorithm, SigningKey),
}

impl PrivateKey {
    /// A GOST key made elsewhere.
    #[must_use]
    pub fn gost(key: SigningKey) -> Self {
        let algorithm = match key.curve() {
            Curve::CryptoProA => Algorithm::Gost2004,
            Curve::Tc26Gost256A => Algorithm::Gost256,
            Curve::Tc26Gost512A => Algorithm::Gost512,
        };
        Self(Secret::Gost(algorithm, key))
    }

    /// Reads PrivateKeyInfo (RFC 5208).
    pub fn from_pkcs8(info: &[u8]) -> Result<Self, KeyRefused> {
        if info.len() > KEY_BYTES_MAX {
            return Err(KeyRefused::Damaged(Error::Limit));
        }
        let mut fields = der::single(info, Rules::Ber)?.must_be(der::SEQUENCE)?.enter()?;
        fields.must_be(der::INTEGER)?;
        let algorithm = fields.must_be(der::SEQUENCE)?.enter()?.must_be(der::OBJECT_IDENTIFIER)?.content;
        let octets = Zeroizing::new(fields.read()?.octet_segments(der::OCTET_STRING)?.concat());
        if oid::RSA_ENCRYPTION.is(algorithm) {
            return rsa(&octets);
        }
        let curves: [(Oid, Curve); 3] = [
            (oid::GOST_2004_KEY, Curve::CryptoProA),
            (oid::GOST_2015_256_KEY, Curve::Tc26Gost256A),
            (oid::GOST_2015_512_KEY, Curve::Tc26Gost512A),
        ];
        let curve = curves.into_iter().find_map(|(key, curve)| key.is(algorithm).then_some(curve));
        gost(curve.ok_or_else(|| KeyRefused::Unknown(oid::dotted(algorithm)))?, &octets)
    }

    #[must_use]
    pub fn algorithm(&self) -> Algorithm {
        match &self.0 {
            Secret::Rsa(_) => Algorithm::Rsa,
            Secret::Gost(algorithm, _) => *algorithm,
        }
    }

    /// The digest that goes with the key in the NCA's profile.
    #[must_use]
    pub fn digest(&self) -> DigestAlgorithm {
        match self.algorithm() {
            Algorithm::Rsa => DigestAlgorithm::Sha256,
            Algorithm::Gost2004 => DigestAlgorithm::Gost34311,
            Algorithm::Gost256 => DigestAlgorithm::Streebog256,
            Algorithm::Gost512 => DigestAlgorithm::Streebog512,
        }
    }

    /// The signature algorithm that goes with the key.
    #[must_use]
    pub fn signature(&self) -> Oid {
        match self.algorithm() {
            Algorithm::Rsa => oid::SHA256_WITH_RSA,
            Algorithm::Gost2004 => oid::GOST_2004_SIGNATURE,
            Algorithm::Gost256 => oid::GOST_2015_256_SIGNATURE,
            Algorithm::Gost512 => oid::GOST_2015_512_SIGNATURE,
        }
    }

    /// What stands inside the BIT STRING of a certificate of this key. `None` = the key cannot be written.
    #[must_use]
    pub fn public_octets(&self) -> Option<Vec<u8>> {
        match &self.0 {
            Secret::Rsa(key) => key.to_public_key().to_pkcs1_der().ok().map(|der| der.as_bytes().to_vec()),
            Secret::Gost(_, key) => Some(element(der::OCTET_STRING, &key.verifying_key().to_le_bytes())),
        }
    }

    /// Signs a digest of [`digest`](Self::digest). `added` is randomness: for the GOST nonce, and to blind RSA.
    /// `None` = the key is inconsistent.
    #[must_use]
    pub fn sign(&self, digest: &[u8], added: &[u8; 32]) -> Option<Vec<u8>> {
        match &self.0 {
            Secret::Rsa(key) => {
                let info = sequence(&[writer::algorithm(&self.digest().oid()), writer::octet_string(digest)]);
                let mut blinding = StdRng::from_seed(*added);
                key.sign_with_rng(&mut blinding, Pkcs1v15Sign::new_unprefixed(), &info).ok()
            }
            Secret::Gost(_, key) => Some(key.sign(digest, added)),
        }
    }
}

impl std::fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PrivateKey({})", self.algorithm().as_str())
    }
}

fn rsa(octets: &[u8]) -> Result<PrivateKey, KeyRefused> {
    let mut fields = der::single(octets, Rules::Ber)?.must_be(der::SEQUENCE)?.enter()?;
    fields.must_be(der::INTEGER)?;
    let modulus = fields.must_be(der::INTEGER)?.unsigned()?;
    let bits = modulus.len() * 8 - modulus.first().map_or(0, |first| first.leading_zeros() as usize);
    if !(RSA_MODULUS_BITS_MIN..=RSA_MODULUS_BITS_MAX).contains(&bits) {
        return Err(KeyRefused::Length(bits));
    }
    let key = RsaPrivateKey::from_pkcs1_der(octets).map_err(|_| Error::Value)?;
    Ok(PrivateKey(Secret::Rsa(Box::new(key))))
}

/// GOST-2004 keystores hold d as an INTEGER (big-endian), GOST-2015 ones as little-endian octets.
fn gost(curve: Curve, octets: &[u8]) -> Result<PrivateKey, KeyRefused> {
    let inner: Element<'_> = der::single(octets, Rules::Ber)?;
    let mut d = match inner.tag {
        der::INTEGER => Zeroizing::new(inner.unsigned()?.iter().rev().copied().collect::<Vec<u8>>()),
        der::OCTET_STRING => Zeroizing::new(inner.content.to_vec()),
        _ => return Err(Error::Tag.into()),
    };
    if d.len() > curve.field_bytes() {
        return Err(Error::Value.into());
    }
    let missing = curve.field_bytes() - d.len();
    let mut whole = Zeroizing::new(Vec::with_capacity(curve.field_bytes()));
    whole.append(&mut d);
    whole.extend(std::iter::repeat_n(0, missing));
    let key = SigningKey::from_le_bytes(curve, &whole).map_err(|_| Error::Value)?;
    Ok(PrivateKey::gost(key))
}
