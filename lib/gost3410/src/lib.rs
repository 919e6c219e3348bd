//! GOST R 34.10 signatures (RFC 7091) as the National Certification Authority of Kazakhstan uses them.
//!
//! Three curves, one interface: [`VerifyingKey`] is fast and variable time (all its inputs are public), [`SigningKey`] is
//! constant time in the secret. Hashing is the caller's: GOST 34.311-95 or Streebog gives the digest.
//! Keys and signatures are little-endian (`x || y`, `r || s`), the byte reversal of RFC 4491 and RFC 9215.
//! No IO, no clock, no randomness, no unsafe. Must never: learn of certificates or messages.

use core::fmt;

mod comb;
mod domain;
mod field;
mod inverse;
mod jacobian;
mod key;
mod limbs;
mod nonce;
mod scalar;
mod scheme;
mod secret;
mod vartime;

pub use key::{SigningKey, VerifyingKey};

/// A curve of the NCA of Kazakhstan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Curve {
    /// GOST 34.310-2004, 256 bits: id-GostR3410-2001-CryptoPro-A-ParamSet (RFC 4357 11.4).
    CryptoProA,
    /// GOST R 34.10-2015, 256 bits: id-tc26-gost-3410-2012-256-paramSetA (RFC 7836 A.2), cofactor 4.
    Tc26Gost256A,
    /// GOST R 34.10-2015, 512 bits: id-tc26-gost-3410-12-512-paramSetA (RFC 7836 A.1).
    Tc26Gost512A,
}

impl Curve {
    /// Octets of a coordinate, of a secret key and of each half of a signature: 32 or 64.
    pub fn field_bytes(self) -> usize {
        match self {
            Self::CryptoProA | Self::Tc26Gost256A => 32,
            Self::Tc26Gost512A => 64,
        }
    }
}

/// Why octets are not a key. The fault is the sender's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyError {
    /// Not `2 * field_bytes` (public) or `field_bytes` (secret) octets.
    Length,
    /// A coordinate is not below `p`, the point is not on the curve, or not in the subgroup of prime order.
    NotOnCurve,
    /// A secret that is not `0 < d < q`.
    OutOfRange,
}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Length => "the key has the wrong length for its curve",
            Self::NotOnCurve => "the public key is not a point of its curve",
            Self::OutOfRange => "the secret key is not between 0 and the order of the curve",
        })
    }
}

impl core::error::Error for KeyError {}

/// Why a signature is not valid. The fault is the sender's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignatureError {
    /// The digest is neither 32 nor 64 octets long.
    DigestLength,
    /// The signature is not `2 * field_bytes` octets long.
    Length,
    /// `r` or `s` is not between 0 and the order of the curve.
    OutOfRange,
    /// The numbers are well formed, and this key did not make them for this digest.
    Mismatch,
}

impl fmt::Display for SignatureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::DigestLength => "the digest is neither 32 nor 64 octets long",
            Self::Length => "the signature has the wrong length for its curve",
            Self::OutOfRange => "a half of the signature is not between 0 and the order of the curve",
            Self::Mismatch => "the signature does not belong to this digest and key",
        })
    }
}

impl core::error::Error for SignatureError {}
