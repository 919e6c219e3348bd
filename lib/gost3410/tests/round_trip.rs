//! Sign and verify on every curve. Must never: count as a proof against other implementations (see known_answers).

#![expect(clippy::expect_used, reason = "functions shared by the tests")]

use gost3410::{Curve, SignatureError, SigningKey};

const CURVES: [Curve; 3] = [Curve::CryptoProA, Curve::Tc26Gost256A, Curve::Tc26Gost512A];

fn secret(curve: Curve, fill: u8) -> SigningKey {
    let mut d = vec![fill; curve.field_bytes()];
    *d.last_mut().expect("in range") = 0x21;
    SigningKey::from_le_bytes(curve, &d).expect("in range")
}

#[test]
fn a_signature_verifies_and_any_change_breaks_it() {
    for curve in CURVES {
        for fill in [1, 0x5a, 0xff] {
            let key = secret(curve, fill);
            let public = key.verifying_key();
            for digest in [vec![0_u8; 32], vec![7; 64], vec![0xff; 64], vec![0xff; 32]] {
                let signature = key.sign(&digest, &[fill; 32]);
                assert_eq!(public.verify(&digest, &signature), Ok(()), "{curve:?} {fill}");
                for at in [0, 5, signature.len() / 2, signature.len() - 1] {
                    let mut changed = signature.clone();
                    changed[at] ^= 1;
                    assert!(public.verify(&digest, &changed).is_err());
                }
                let mut other = digest.clone();
                other[3] ^= 0x80;
                assert_eq!(public.verify(&other, &signature), Err(SignatureError::Mismatch));
                assert_eq!(secret(curve, 2).verifying_key().verify(&digest, &signature), Err(SignatureError::Mismatch));
            }
        }
    }
}
