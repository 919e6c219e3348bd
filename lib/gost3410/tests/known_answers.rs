//! Signatures made by another implementation, and octets at every edge of the rules.
//!
//! `vectors.txt` was written by a short Python program over plain integers (affine and Jacobian formulas of
//! `kzgost_reference.py`, whose results agree with real certificates of the NCA): keys 1, 2 and q-1, digests of both
//! lengths, the digests that are 0 modulo q, and random ones from SHAKE-256 of a counter.
//! Must never: be regenerated with the code under test.

#![expect(clippy::expect_used, clippy::panic, reason = "functions shared by the tests")]

use gost3410::{Curve, KeyError, SignatureError, SigningKey, VerifyingKey};

const VECTORS: &str = include_str!("vectors.txt");
const VECTOR_COUNT: usize = 36;
const P_256: &str = "97fdffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff";
const Q_CRYPTO_PRO_A: &str = "93b861b7091b845400d15a997010616cffffffffffffffffffffffffffffffff";
/// A point of tc26-256-A with a small x that `q` does not annihilate.
const OUTSIDE_SUBGROUP: &str = concat!(
    "0800000000000000000000000000000000000000000000000000000000000000",
    "07fdadf25214b9a2553b35536820ff02586db76832822fe4b400a8c3be8135ed",
);

struct Vector {
    curve: Curve,
    secret: Vec<u8>,
    public: Vec<u8>,
    digest: Vec<u8>,
    signature: Vec<u8>,
}

fn octets(hex: &str) -> Vec<u8> {
    hex::decode(hex).expect("hexadecimal")
}

fn vectors() -> Vec<Vector> {
    let lines = VECTORS.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let [curve, secret, public, digest, signature] = line.split(' ').collect::<Vec<_>>()[..] else {
                panic!("five fields in {line}");
            };
            let curve = match curve {
                "CryptoProA" => Curve::CryptoProA,
                "Tc26Gost256A" => Curve::Tc26Gost256A,
                "Tc26Gost512A" => Curve::Tc26Gost512A,
                other => panic!("curve {other}"),
            };
            let [secret, public, digest, signature] = [secret, public, digest, signature].map(octets);
            Vector { curve, secret, public, digest, signature }
        })
        .collect()
}

fn first(curve: Curve) -> Vector {
    vectors().into_iter().find(|vector| vector.curve == curve).expect("a vector of each curve")
}

#[test]
fn foreign_signatures_verify_and_public_keys_agree() {
    let all = vectors();
    assert_eq!(all.len(), VECTOR_COUNT);
    for vector in all {
        let public = VerifyingKey::from_le_bytes(vector.curve, &vector.public).expect("a key");
        assert_eq!(public.to_le_bytes(), vector.public);
        assert_eq!(public.verify(&vector.digest, &vector.signature), Ok(()), "{public:?}");
        let secret = SigningKey::from_le_bytes(vector.curve, &vector.secret).expect("a key");
        assert_eq!(secret.to_le_bytes(), vector.secret);
        assert_eq!(secret.verifying_key(), public);
        let ours = secret.sign(&vector.digest, &[0; 32]);
        assert_eq!(public.verify(&vector.digest, &ours), Ok(()), "{public:?}");
        assert_ne!(ours, secret.sign(&vector.digest, &[1; 32]), "the added octets reach the nonce");
    }
}

#[test]
fn a_digest_of_zero_counts_as_one() {
    for curve in [Curve::CryptoProA, Curve::Tc26Gost256A, Curve::Tc26Gost512A] {
        let secret = SigningKey::from_le_bytes(curve, &first(curve).secret).expect("a key");
        let mut one = [0; 64];
        one[0] = 1;
        assert_eq!(secret.sign(&[0; 32], &[3; 32]), secret.sign(&one, &[3; 32]));
        assert_eq!(secret.verifying_key().verify(&one, &secret.sign(&[0; 64], &[3; 32])), Ok(()));
    }
}

#[test]
fn halves_out_of_range_are_refused() {
    let vector = first(Curve::CryptoProA);
    let public = VerifyingKey::from_le_bytes(vector.curve, &vector.public).expect("a key");
    let (r, s) = vector.signature.split_at(32);
    let q = octets(Q_CRYPTO_PRO_A);
    for (r, s) in [(&[0; 32][..], s), (r, &[0; 32][..]), (&q, s), (r, &q), (&[0xff; 32], s), (r, &[0xff; 32])] {
        assert_eq!(public.verify(&vector.digest, &[r, s].concat()), Err(SignatureError::OutOfRange));
    }
    assert_eq!(public.verify(&vector.digest, &[s, r].concat()), Err(SignatureError::Mismatch));
}

#[test]
fn wrong_lengths_are_refused() {
    for vector in vectors() {
        let public = VerifyingKey::from_le_bytes(vector.curve, &vector.public).expect("a key");
        for length in (0..vector.signature.len()).chain([vector.signature.len() + 1]) {
            let mut signature = vector.signature.clone();
            signature.resize(length, 0);
            assert_eq!(public.verify(&vector.digest, &signature), Err(SignatureError::Length));
        }
        for length in [0, 1, 20, 31, 33, 48, 63, 65, 128] {
            assert_eq!(public.verify(&vec![1; length], &vector.signature), Err(SignatureError::DigestLength));
        }
        for length in (0..vector.public.len()).chain([vector.public.len() + 1]) {
            let mut octets = vector.public.clone();
            octets.resize(length, 0);
            assert_eq!(VerifyingKey::from_le_bytes(vector.curve, &octets), Err(KeyError::Length));
        }
        assert_eq!(SigningKey::from_le_bytes(vector.curve, &vector.public).err(), Some(KeyError::Length));
    }
}

#[test]
fn points_off_the_curve_and_coordinates_from_p_on_are_refused() {
    for vector in vectors() {
        for at in [0, vector.public.len() / 2, vector.public.len() - 1] {
            let mut changed = vector.public.clone();
            changed[at] ^= 1;
            assert_eq!(VerifyingKey::from_le_bytes(vector.curve, &changed), Err(KeyError::NotOnCurve));
        }
        let zero = vec![0; vector.public.len()];
        assert_eq!(VerifyingKey::from_le_bytes(vector.curve, &zero), Err(KeyError::NotOnCurve));
    }
    // The base point of CryptoPro-A has x = 1: the same point with x = p + 1 is the same residue, and no key.
    let base = first(Curve::CryptoProA).public;
    let mut above = base.clone();
    above[..32].copy_from_slice(&octets(P_256));
    above[0] += 1;
    assert_eq!(VerifyingKey::from_le_bytes(Curve::CryptoProA, &above), Err(KeyError::NotOnCurve));
    assert!(VerifyingKey::from_le_bytes(Curve::CryptoProA, &base).is_ok());
}

/// RFC 7836 A.2: the curve has a point of order 2 (its cubic has a root), which no honest key can be.
#[test]
fn points_outside_the_prime_subgroup_are_refused() {
    let outside = octets(OUTSIDE_SUBGROUP);
    assert_eq!(VerifyingKey::from_le_bytes(Curve::Tc26Gost256A, &outside), Err(KeyError::NotOnCurve));
}

#[test]
fn secrets_out_of_range_are_refused() {
    let q = octets(Q_CRYPTO_PRO_A);
    for d in [&[0; 32][..], &q, &[0xff; 32]] {
        assert_eq!(SigningKey::from_le_bytes(Curve::CryptoProA, d).err(), Some(KeyError::OutOfRange));
    }
}

proptest::proptest! {
    /// Octets of any length and value: an answer, never a panic, and never "valid" by chance.
    #[test]
    fn arbitrary_octets_are_answered(
        key in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..140),
        digest in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..70),
        signature in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..140),
        long in proptest::prelude::any::<[u8; 64]>(),
    ) {
        for curve in [Curve::CryptoProA, Curve::Tc26Gost256A, Curve::Tc26Gost512A] {
            let _ = VerifyingKey::from_le_bytes(curve, &key);
            let _ = SigningKey::from_le_bytes(curve, &key);
            let public = VerifyingKey::from_le_bytes(curve, &first(curve).public).expect("a key");
            assert!(public.verify(&digest, &signature).is_err());
            let halves = [long, long].concat();
            assert!(public.verify(&long, &halves[..2 * curve.field_bytes()]).is_err());
        }
    }
}
