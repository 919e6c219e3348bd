//! The keys a caller sees: [`VerifyingKey`] and [`SigningKey`], each of one [`Curve`].
//!
//! Octets are those inside the NCA's certificates (the OCTET STRING of subjectPublicKey) and keystores.
//! Must never: print or compare a secret.

use core::fmt;
use std::sync::Arc;

use zeroize::Zeroizing;

use crate::comb::{Comb, PUBLIC_SHAPE};
use crate::domain::{CRYPTO_PRO_A, Domain, TC26_256_A, TC26_512_A};
use crate::jacobian::Affine;
use crate::limbs::{self, Limbs};
use crate::{Curve, KeyError, SignatureError, scheme, secret};

/// A public key, checked to be a point of its curve (and of the subgroup of prime order).
#[derive(Clone)]
pub struct VerifyingKey {
    curve: Curve,
    point: Point,
}

#[derive(Clone)]
enum Point {
    Narrow(PointOf<4, 617>),
    Wide(PointOf<8, 569>),
}

#[derive(Clone)]
struct PointOf<const N: usize, const C: u64> {
    domain: &'static Domain<N, C>,
    point: Affine<N, C>,
    /// Multiples of the point, where the caller asked for them.
    table: Option<Arc<Comb<N, C>>>,
}

impl<const N: usize, const C: u64> PointOf<N, C> {
    fn new(domain: &'static Domain<N, C>, point: Affine<N, C>) -> Self {
        Self { domain, point, table: None }
    }

    fn precompute(&mut self) {
        let make = || Arc::new(Comb::new(self.domain, &self.point, PUBLIC_SHAPE));
        self.table.get_or_insert_with(make);
    }

    fn verify(&self, digest: &[u8], signature: &[u8]) -> Result<(), SignatureError> {
        scheme::verify(self.domain, &self.point, self.table.as_deref(), digest, signature)
    }
}

/// A secret key `0 < d < q`; its octets are overwritten when it is dropped.
pub struct SigningKey {
    curve: Curve,
    secret: Secret,
}

enum Secret {
    Narrow(&'static Domain<4, 617>, Zeroizing<Limbs<4>>),
    Wide(&'static Domain<8, 569>, Zeroizing<Limbs<8>>),
}

/// Where the numbers of a curve lie.
enum Parameters {
    Narrow(&'static Domain<4, 617>),
    Wide(&'static Domain<8, 569>),
}

impl Curve {
    fn parameters(self) -> Parameters {
        match self {
            Self::CryptoProA => Parameters::Narrow(&CRYPTO_PRO_A),
            Self::Tc26Gost256A => Parameters::Narrow(&TC26_256_A),
            Self::Tc26Gost512A => Parameters::Wide(&TC26_512_A),
        }
    }
}

impl VerifyingKey {
    /// Reads `x || y`, each `field_bytes` octets, little-endian.
    pub fn from_le_bytes(curve: Curve, xy: &[u8]) -> Result<Self, KeyError> {
        if xy.len() != 2 * curve.field_bytes() {
            return Err(KeyError::Length);
        }
        let point = match curve.parameters() {
            Parameters::Narrow(domain) => {
                scheme::read_point(domain, xy).map(|point| Point::Narrow(PointOf::new(domain, point)))
            }
            Parameters::Wide(domain) => {
                scheme::read_point(domain, xy).map(|point| Point::Wide(PointOf::new(domain, point)))
            }
        };
        Ok(Self { curve, point: point.ok_or(KeyError::NotOnCurve)? })
    }

    /// `x || y`, each `field_bytes` octets, little-endian.
    pub fn to_le_bytes(&self) -> Vec<u8> {
        match &self.point {
            Point::Narrow(key) => scheme::write_point(&key.point),
            Point::Wide(key) => scheme::write_point(&key.point),
        }
    }

    /// The curve of the key.
    pub fn curve(&self) -> Curve {
        self.curve
    }

    /// Makes a table of multiples of the key, with which [`verify`](Self::verify) is several times faster: for keys that verify many
    /// signatures, such as those of issuing authorities.
    ///
    /// Costs about as much as ten verifications and holds 256 KiB (128 KiB on the 256-bit curves). Clones made afterwards share
    /// the table. Does nothing if there is one already.
    pub fn precompute(&mut self) {
        match &mut self.point {
            Point::Narrow(key) => key.precompute(),
            Point::Wide(key) => key.precompute(),
        }
    }

    /// Has [`precompute`](Self::precompute) been called on this key or on the one it was cloned from?
    pub fn is_precomputed(&self) -> bool {
        match &self.point {
            Point::Narrow(key) => key.table.is_some(),
            Point::Wide(key) => key.table.is_some(),
        }
    }

    /// `digest`: 32 or 64 octets, read little-endian; `signature`: `r || s`, each little-endian (RFC 7091 section 6.2).
    pub fn verify(&self, digest: &[u8], signature: &[u8]) -> Result<(), SignatureError> {
        match &self.point {
            Point::Narrow(key) => key.verify(digest, signature),
            Point::Wide(key) => key.verify(digest, signature),
        }
    }
}

impl PartialEq for VerifyingKey {
    fn eq(&self, other: &Self) -> bool {
        self.curve == other.curve && self.to_le_bytes() == other.to_le_bytes()
    }
}

impl Eq for VerifyingKey {}

impl fmt::Debug for VerifyingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "VerifyingKey({:?}, ", self.curve)?;
        for octet in self.to_le_bytes() {
            write!(f, "{octet:02x}")?;
        }
        f.write_str(")")
    }
}

impl SigningKey {
    /// Reads `d`, `field_bytes` octets, little-endian; `0 < d < q`.
    pub fn from_le_bytes(curve: Curve, d: &[u8]) -> Result<Self, KeyError> {
        if d.len() != curve.field_bytes() {
            return Err(KeyError::Length);
        }
        let secret = match curve.parameters() {
            Parameters::Narrow(domain) => read_secret(domain, d).map(|secret| Secret::Narrow(domain, secret)),
            Parameters::Wide(domain) => read_secret(domain, d).map(|secret| Secret::Wide(domain, secret)),
        };
        Ok(Self { curve, secret: secret.ok_or(KeyError::OutOfRange)? })
    }

    /// `d`, `field_bytes` octets, little-endian. The caller guards them.
    pub fn to_le_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.curve.field_bytes());
        match &self.secret {
            Secret::Narrow(_, secret) => limbs::push_le_bytes(secret, &mut out),
            Secret::Wide(_, secret) => limbs::push_le_bytes(secret, &mut out),
        }
        out
    }

    /// The curve of the key.
    pub fn curve(&self) -> Curve {
        self.curve
    }

    /// `d G`, in constant time.
    pub fn verifying_key(&self) -> VerifyingKey {
        let point = match &self.secret {
            Secret::Narrow(domain, secret) => {
                Point::Narrow(PointOf::new(domain, secret::multiply_base(domain, secret)))
            }
            Secret::Wide(domain, secret) => Point::Wide(PointOf::new(domain, secret::multiply_base(domain, secret))),
        };
        VerifyingKey { curve: self.curve, point }
    }

    /// Signs `digest` (32 or 64 octets, read little-endian) and returns `r || s`, each little-endian.
    ///
    /// The nonce is derived from the key, the digest and `added`; the same three give the same signature.
    /// A digest of another length is signed too, as the number it spells, but no [`VerifyingKey`] accepts it.
    pub fn sign(&self, digest: &[u8], added: &[u8; 32]) -> Vec<u8> {
        match &self.secret {
            Secret::Narrow(domain, secret) => scheme::sign(domain, secret, digest, added),
            Secret::Wide(domain, secret) => scheme::sign(domain, secret, digest, added),
        }
    }
}

fn read_secret<const N: usize, const C: u64>(domain: &Domain<N, C>, d: &[u8]) -> Option<Zeroizing<Limbs<N>>> {
    let secret = Zeroizing::new(limbs::from_le_bytes(d));
    domain.order.contains_nonzero(&secret).then_some(secret)
}
