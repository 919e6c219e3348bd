//! Signatures and keys at the edges, on all curves, with a plain key and with one that carries a table.
//!
//! Each row's answer follows from the definition (GOST R 34.10: `0 < r, s < q`, little-endian `r || s`), not from the code: rows are
//! made from a good signature by one change that no verifier may overlook. Must never: be loosened to make a row pass.

#![expect(clippy::expect_used, reason = "functions shared by the tests")]

use gost3410::{Curve, SigningKey, VerifyingKey};

const CURVES: [Curve; 3] = [Curve::CryptoProA, Curve::Tc26Gost256A, Curve::Tc26Gost512A];
const Q_CRYPTO_PRO_A: &str = "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF6C611070995AD10045841B09B761B893";
const Q_TC26_256_A: &str = "400000000000000000000000000000000FD8CDDFC87B6635C115AF556C360C67";
const Q_TC26_512_A: &str = concat!(
    "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
    "27E69532F48D89116FF22B8D4E0560609B4B38ABFAD2B85DCACDB1411F10B275",
);

/// The order of the base point, little-endian.
fn order(curve: Curve) -> Vec<u8> {
    let big_endian = match curve {
        Curve::CryptoProA => Q_CRYPTO_PRO_A,
        Curve::Tc26Gost256A => Q_TC26_256_A,
        Curve::Tc26Gost512A => Q_TC26_512_A,
    };
    let mut octets = hex::decode(big_endian).expect("hexadecimal");
    octets.reverse();
    octets
}

/// `a + b` modulo `2^(8 n)`, little-endian, and whether it went over.
fn add(a: &[u8], b: &[u8]) -> (Vec<u8>, bool) {
    let mut carry = 0_u16;
    let sum = a.iter().zip(b).map(|(a, b)| {
        carry += u16::from(*a) + u16::from(*b);
        let octet = carry.to_le_bytes()[0];
        carry >>= 8;
        octet
    });
    (sum.collect(), carry == 1)
}

fn small(curve: Curve, value: u8) -> Vec<u8> {
    let mut octets = vec![0; curve.field_bytes()];
    octets[0] = value;
    octets
}

fn signer(curve: Curve, secret: &[u8]) -> SigningKey {
    SigningKey::from_le_bytes(curve, secret).expect("a key")
}

/// The key as it was read, and the same key with a table.
fn both(key: &VerifyingKey) -> [VerifyingKey; 2] {
    let mut prepared = key.clone();
    prepared.precompute();
    [key.clone(), prepared]
}

struct Row {
    what: &'static str,
    signature: Vec<u8>,
}

fn rows(curve: Curve, signature: &[u8]) -> Vec<Row> {
    let half = curve.field_bytes();
    let (r, s) = signature.split_at(half);
    let q = order(curve);
    let ones = vec![0xff; half];
    let zero = vec![0; half];
    let reversed = |octets: &[u8]| octets.iter().rev().copied().collect::<Vec<_>>();
    let mut rows = vec![];
    let mut row = |what, r: &[u8], s: &[u8]| rows.push(Row { what, signature: [r, s].concat() });
    row("r is 0", &zero, s);
    row("s is 0", r, &zero);
    row("both are 0", &zero, &zero);
    row("r is q", &q, s);
    row("s is q", r, &q);
    row("r is all ones", &ones, s);
    row("s is all ones", r, &ones);
    row("r and s are swapped", s, r);
    row("r is big-endian", &reversed(r), s);
    row("s is big-endian", r, &reversed(s));
    row("the whole is reversed, as RFC 4491 has it", &reversed(s), &reversed(r));
    row("r is 1", &small(curve, 1), s);
    row("s is 1", r, &small(curve, 1));
    if let (more, false) = add(r, &q) {
        row("r + q", &more, s);
    }
    if let (more, false) = add(s, &q) {
        row("s + q", r, &more);
    }
    rows.push(Row { what: "nothing", signature: vec![] });
    rows.push(Row { what: "one octet less", signature: signature[..2 * half - 1].to_vec() });
    rows.push(Row { what: "one octet more", signature: [signature, &[0]].concat() });
    rows
}

#[test]
fn nothing_but_the_signature_itself_is_accepted() {
    for curve in CURVES {
        let secret = signer(curve, &small(curve, 77));
        for (at, digest) in [[0x5a_u8; 64], [0xff; 64], [1; 64]].iter().enumerate() {
            let signature = secret.sign(digest, &[9; 32]);
            for key in both(&secret.verifying_key()) {
                assert_eq!(key.verify(digest, &signature), Ok(()), "{curve:?} {at}");
                for Row { what, signature } in rows(curve, &signature) {
                    assert!(key.verify(digest, &signature).is_err(), "{curve:?} {at}: {what}");
                }
                for bit in 0..8 * signature.len() {
                    let mut changed = signature.clone();
                    changed[bit / 8] ^= 1 << (bit % 8);
                    assert!(key.verify(digest, &changed).is_err(), "{curve:?} {at}: bit {bit}");
                }
            }
        }
    }
}

/// 0 and q are 0 modulo q, and count as 1: GOST R 34.10, step 2.
#[test]
fn digests_that_are_zero_modulo_q_count_as_one() {
    for curve in CURVES {
        let secret = signer(curve, &small(curve, 5));
        let mut one = vec![0; curve.field_bytes()];
        one[0] = 1;
        let signature = secret.sign(&one, &[1; 32]);
        for key in both(&secret.verifying_key()) {
            for digest in [vec![0; curve.field_bytes()], order(curve), one.clone()] {
                assert_eq!(key.verify(&digest, &signature), Ok(()), "{curve:?}");
            }
            assert!(key.verify(&add(&one, &one).0, &signature).is_err());
        }
    }
}

/// d = 1 and d = q - 1 make Q = G and Q = -G: the sum of the verification meets doublings and the identity.
#[test]
fn keys_that_are_the_base_point_or_its_negative_work_and_are_told_apart() {
    for curve in CURVES {
        let mut last = order(curve);
        last[0] -= 1;
        let [base, negative] = [small(curve, 1), last].map(|secret| signer(curve, &secret));
        for digest in [[7_u8; 64], [0; 64]] {
            let signature = base.sign(&digest, &[2; 32]);
            let other = negative.sign(&digest, &[2; 32]);
            for key in both(&base.verifying_key()) {
                assert_eq!(key.verify(&digest, &signature), Ok(()));
                assert!(key.verify(&digest, &other).is_err());
            }
            for key in both(&negative.verifying_key()) {
                assert_eq!(key.verify(&digest, &other), Ok(()));
                assert!(key.verify(&digest, &signature).is_err());
            }
        }
        let (x, of_base) = (curve.field_bytes(), base.verifying_key().to_le_bytes());
        let of_negative = negative.verifying_key().to_le_bytes();
        assert_eq!(of_base[..x], of_negative[..x], "the same x");
        assert_ne!(of_base[x..], of_negative[x..], "another y");
    }
}

#[test]
fn a_table_changes_no_answer_and_is_shared_by_clones() {
    for curve in CURVES {
        let mut key = signer(curve, &small(curve, 200)).verifying_key();
        assert!(!key.is_precomputed());
        key.precompute();
        assert!(key.is_precomputed() && key.clone().is_precomputed());
        for secret in 1..40 {
            let other = signer(curve, &small(curve, secret));
            let digest = [secret; 64];
            let [plain, prepared] = both(&other.verifying_key());
            let signature = other.sign(&digest, &[secret; 32]);
            assert_eq!(plain.verify(&digest, &signature), prepared.verify(&digest, &signature));
            assert_eq!(prepared.verify(&digest, &signature), Ok(()));
            assert!(key.verify(&digest, &signature).is_err());
        }
    }
}
