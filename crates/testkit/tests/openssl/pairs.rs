//! Random keys, digests and signatures of the GOST curves, and what both sides must say of them.
//! Shared by the OpenSSL and the BouncyCastle tests. Must never verify with anything but `gost3410`.

use gost3410::{Curve, SigningKey};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

pub const CURVES: [Curve; 3] = [Curve::CryptoProA, Curve::Tc26Gost256A, Curve::Tc26Gost512A];

/// A key, a digest, our signature, and the same after one octet of signature or digest changed.
pub struct Pair {
    pub curve: Curve,
    pub secret: Vec<u8>,
    pub public: Vec<u8>,
    pub digest: Vec<u8>,
    pub signature: Vec<u8>,
    pub changed_digest: Vec<u8>,
    pub changed_signature: Vec<u8>,
}

/// `count` of each curve; the same seed gives the same ones.
pub fn pairs(seed: u64, count: usize) -> Vec<Pair> {
    let mut random = StdRng::seed_from_u64(seed);
    CURVES.iter().flat_map(|curve| vec![*curve; count]).map(|curve| pair(curve, &mut random)).collect()
}

fn pair(curve: Curve, random: &mut StdRng) -> Pair {
    let len = curve.field_bytes();
    let (key, secret) = loop {
        let mut secret = vec![0u8; len];
        random.fill(&mut secret[..]);
        // Short secrets too: leading zeros are where encodings go wrong.
        let zeros = random.random_range(0..3) * 8;
        secret[len - zeros..].fill(0);
        if let Ok(key) = SigningKey::from_le_bytes(curve, &secret) {
            break (key, secret);
        }
    };
    let mut digest = vec![0u8; len];
    random.fill(&mut digest[..]);
    let added: [u8; 32] = random.random();
    let signature = key.sign(&digest, &added);
    let mut changed = |octets: &[u8]| {
        let mut octets = octets.to_vec();
        let at = random.random_range(0..octets.len());
        octets[at] ^= random.random_range(1..=255u8);
        octets
    };
    let (changed_digest, changed_signature) = (changed(&digest), changed(&signature));
    let public = key.verifying_key().to_le_bytes();
    Pair { curve, secret, public, digest, signature, changed_digest, changed_signature }
}
