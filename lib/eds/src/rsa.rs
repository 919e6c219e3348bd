//! RSASSA-PKCS1-v1_5 verification (RFC 8017 8.2.2) by libraries: `graviola` where the processor has what it needs, else `ring`.
//!
//! Here because `ring` sets a key up anew at each call and `graviola` keeps it (decision 0013); both say the same, which a test holds
//! them to. Must never ask graviola on a processor that it would refuse with a panic.

use std::sync::Arc;

use crate::digest::DigestAlgorithm;

#[cfg(target_arch = "x86_64")]
type Key = graviola::signing::rsa::VerifyingKey;
#[cfg(not(target_arch = "x86_64"))]
type Key = std::convert::Infallible;

/// A key that is set up at its first use; `None` where `ring` must do.
#[derive(Clone, Debug, Default)]
pub struct Prepared(Arc<std::sync::OnceLock<Option<Key>>>);

/// A key: RSAPublicKey and the length of its modulus.
#[derive(Clone, Copy)]
pub(crate) struct Given<'k> {
    pub der: &'k [u8],
    pub modulus_bits: usize,
}

/// Is `signature` over `message`, hashed with `digest` (SHA-2)?
pub(crate) fn verify(
    prepared: &Prepared,
    key: Given<'_>,
    digest: DigestAlgorithm,
    message: &[u8],
    signature: &[u8],
) -> bool {
    match prepared.0.get_or_init(|| set_up(key)) {
        Some(ready) => by_key(ready, digest, message, signature),
        None => by_ring(key.der, digest, message, signature),
    }
}

/// Only moduli of such a multiple go to `graviola`: 0.4.4 says no to good signatures by a key of 2056 bits.
#[cfg(target_arch = "x86_64")]
const WHOLE_BITS: usize = 512;

/// What `graviola` wants of the processor; it panics elsewhere.
#[cfg(target_arch = "x86_64")]
fn is_able() -> bool {
    use std::arch::is_x86_feature_detected as has;
    has!("aes")
        && has!("ssse3")
        && has!("pclmulqdq")
        && has!("avx")
        && has!("avx2")
        && has!("bmi1")
        && has!("bmi2")
        && has!("adx")
}

#[cfg(target_arch = "x86_64")]
fn set_up(key: Given<'_>) -> Option<Key> {
    (key.modulus_bits.is_multiple_of(WHOLE_BITS) && is_able()).then(|| Key::from_pkcs1_der(key.der).ok()).flatten()
}

#[cfg(not(target_arch = "x86_64"))]
fn set_up(_: Given<'_>) -> Option<Key> {
    None
}

#[cfg(target_arch = "x86_64")]
fn by_key(key: &Key, digest: DigestAlgorithm, message: &[u8], signature: &[u8]) -> bool {
    match digest {
        DigestAlgorithm::Sha256 => key.verify_pkcs1_sha256(signature, message).is_ok(),
        DigestAlgorithm::Sha384 => key.verify_pkcs1_sha384(signature, message).is_ok(),
        DigestAlgorithm::Sha512 => key.verify_pkcs1_sha512(signature, message).is_ok(),
        _ => false,
    }
}

#[cfg(not(target_arch = "x86_64"))]
fn by_key(key: &Key, _: DigestAlgorithm, _: &[u8], _: &[u8]) -> bool {
    match *key {}
}

fn by_ring(der: &[u8], digest: DigestAlgorithm, message: &[u8], signature: &[u8]) -> bool {
    let parameters = match digest {
        DigestAlgorithm::Sha256 => &ring::signature::RSA_PKCS1_2048_8192_SHA256,
        DigestAlgorithm::Sha384 => &ring::signature::RSA_PKCS1_2048_8192_SHA384,
        DigestAlgorithm::Sha512 => &ring::signature::RSA_PKCS1_2048_8192_SHA512,
        _ => return false,
    };
    ring::signature::UnparsedPublicKey::new(parameters, der).verify(message, signature).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MESSAGE: &[u8] = b"elshi rsa vector";

    fn octets(text: &str) -> Vec<u8> {
        let digits: Vec<u8> = text.bytes().map(|digit| (digit as char).to_digit(16).unwrap() as u8).collect();
        digits.chunks(2).map(|two| two[0] << 4 | two[1]).collect()
    }

    /// RSAPublicKey, digest, signature: made by OpenSSL with keys of every width.
    fn vectors() -> Vec<(Vec<u8>, DigestAlgorithm, Vec<u8>)> {
        let lines = include_str!("rsa/vectors.txt").lines().filter(|line| !line.starts_with('#'));
        let vector = |line: &str| {
            let [digest, key, signature] = line.split(' ').collect::<Vec<_>>().try_into().unwrap();
            let digest = match digest {
                "sha256" => DigestAlgorithm::Sha256,
                "sha384" => DigestAlgorithm::Sha384,
                _ => DigestAlgorithm::Sha512,
            };
            (octets(key), digest, octets(signature))
        };
        lines.map(vector).collect()
    }

    fn holds(key: Given<'_>, digest: DigestAlgorithm, message: &[u8], signature: &[u8]) -> bool {
        let first = verify(&Prepared::default(), key, digest, message, signature);
        assert_eq!(
            first,
            by_ring(key.der, digest, message, signature),
            "the libraries differ: {} bits",
            key.modulus_bits
        );
        first
    }

    #[test]
    fn signatures_of_every_width_hold_by_both_libraries() {
        let vectors = vectors();
        assert_eq!(vectors.len(), 7);
        for (der, digest, signature) in vectors {
            let key = Given { der: &der, modulus_bits: signature.len() * 8 };
            assert!(holds(key, digest, MESSAGE, &signature), "{} bits", key.modulus_bits);
            assert!(!holds(key, digest, b"another message", &signature));
            for at in (0..signature.len()).step_by(37) {
                let mut changed = signature.clone();
                changed[at] ^= 1 << (at % 8);
                assert!(!holds(key, digest, MESSAGE, &changed), "octet {at}");
            }
            let longer = [&[0], signature.as_slice()].concat();
            let high = vec![0xff; signature.len()];
            let mut one = vec![0; signature.len()];
            *one.last_mut().unwrap() = 1;
            for bad in [&longer[..], &signature[1..], &high, &one, &[]] {
                assert!(!holds(key, digest, MESSAGE, bad));
            }
        }
    }

    #[test]
    fn keys_that_are_none_verify_nothing_by_either() {
        let (der, digest, signature) = vectors().remove(0);
        for at in [0, 1, 4, 8, der.len() - 1, der.len() - 5] {
            let mut changed = der.clone();
            changed[at] ^= 0x81;
            let key = Given { der: &changed, modulus_bits: 2048 };
            assert!(!holds(key, digest, MESSAGE, &signature), "octet {at}");
        }
        for bad in [&[][..], &der[..20], &[der.as_slice(), &[0]].concat()] {
            assert!(!holds(Given { der: bad, modulus_bits: 2048 }, digest, MESSAGE, &signature));
        }
    }
}
