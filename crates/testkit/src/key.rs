//! A secret key of any of the three algorithms: made from a seed, read from and written to PKCS#8.
//!
//! The GOST-2015 layout of NCA keystores (little-endian octets) is used for both curves when writing. Must never: be a key that opens anything real.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

use gost3410::{Curve, SigningKey};
use rand::SeedableRng;
use rand::rngs::StdRng;
use rsa::pkcs8::{DecodePrivateKey, EncodePrivateKey, EncodePublicKey};
use rsa::{Pkcs1v15Sign, RsaPrivateKey};
use sha2::{Digest, Sha256, Sha512};

use crate::{Algorithm, ber, der, digest, oids};

const RSA_BITS: usize = 2048;

/// A secret key; cheap to clone.
#[derive(Clone)]
pub struct Key(Arc<Secret>);

enum Secret {
    Rsa(RsaPrivateKey),
    Gost(Algorithm, SigningKey),
}

impl Key {
    /// The key of this seed: the same seed gives the same key. RSA keys are made once per process.
    pub fn from_seed(algorithm: Algorithm, seed: [u8; 32]) -> Self {
        match algorithm {
            Algorithm::Rsa => rsa_from_seed(seed),
            Algorithm::Gost2004 => Self::gost_from_seed(algorithm, Curve::CryptoProA, seed),
            Algorithm::Gost512 => Self::gost_from_seed(algorithm, Curve::Tc26Gost512A, seed),
            Algorithm::Gost256 => Self::gost_from_seed(algorithm, Curve::Tc26Gost256A, seed),
        }
    }

    fn gost_from_seed(algorithm: Algorithm, curve: Curve, seed: [u8; 32]) -> Self {
        let mut d = Sha512::digest(seed)[..curve.field_bytes()].to_vec();
        // Below q on each curve: q begins with ff or, at the least, with 40.
        *d.last_mut().unwrap() &= 0x3f;
        Self::gost(algorithm, SigningKey::from_le_bytes(curve, &d).unwrap())
    }

    pub fn gost(algorithm: Algorithm, key: SigningKey) -> Self {
        Self(Arc::new(Secret::Gost(algorithm, key)))
    }

    /// An RSA key of another length than the profile's; a verifier refuses it when it is shorter.
    pub fn rsa_of_bits(seed: [u8; 32], bits: usize) -> Self {
        Self::rsa(RsaPrivateKey::new(&mut StdRng::from_seed(seed), bits).unwrap())
    }

    pub fn rsa(key: RsaPrivateKey) -> Self {
        Self(Arc::new(Secret::Rsa(key)))
    }

    pub fn algorithm(&self) -> Algorithm {
        match &*self.0 {
            Secret::Rsa(_) => Algorithm::Rsa,
            Secret::Gost(algorithm, _) => *algorithm,
        }
    }

    /// Signs a message: hashes it, then signs the digest.
    pub fn sign(&self, message: &[u8]) -> Vec<u8> {
        self.sign_digest(&self.algorithm().digest(message))
    }

    /// Signs a digest of [`Algorithm::digest`].
    pub fn sign_digest(&self, digest: &[u8]) -> Vec<u8> {
        self.sign_prehashed(self.algorithm().digest_of_profile(), digest)
    }

    /// Signs octets that `algorithm` made; for RSA its name goes into the signature.
    pub fn sign_prehashed(&self, algorithm: digest::Digest, digest: &[u8]) -> Vec<u8> {
        match &*self.0 {
            Secret::Rsa(key) => {
                let info = der::sequence(&[algorithm.identifier(), der::octet_string(digest)]);
                key.sign(Pkcs1v15Sign::new_unprefixed(), &info).unwrap()
            }
            Secret::Gost(_, key) => key.sign(digest, &[0; 32]),
        }
    }

    /// SubjectPublicKeyInfo.
    pub fn public_key_info(&self) -> Vec<u8> {
        match &*self.0 {
            Secret::Rsa(key) => key.to_public_key().to_public_key_der().unwrap().into_vec(),
            Secret::Gost(algorithm, key) => {
                let point = der::octet_string(&key.verifying_key().to_le_bytes());
                der::sequence(&[algorithm.key_identifier(), der::bit_string(&point)])
            }
        }
    }

    /// PrivateKeyInfo (PKCS#8), DER.
    pub fn to_pkcs8(&self) -> Vec<u8> {
        match &*self.0 {
            Secret::Rsa(key) => key.to_pkcs8_der().unwrap().as_bytes().to_vec(),
            Secret::Gost(algorithm, key) => {
                let octets = der::octet_string(&der::octet_string(&key.to_le_bytes()));
                der::sequence(&[der::small_integer(0), algorithm.key_identifier(), octets])
            }
        }
    }

    /// Reads PrivateKeyInfo of an RSA key or of a GOST key as NCA keystores hold it.
    pub fn from_pkcs8(info: &[u8]) -> Self {
        let fields = ber::read(info).0.children();
        let (algorithm, curve) = match fields[1].child(0).oid().as_str() {
            oids::RSA_ENCRYPTION => return Self::rsa(RsaPrivateKey::from_pkcs8_der(info).unwrap()),
            oids::GOST2004_KEY => (Algorithm::Gost2004, Curve::CryptoProA),
            oids::GOST512_KEY => (Algorithm::Gost512, Curve::Tc26Gost512A),
            oids::GOST256_KEY => (Algorithm::Gost256, Curve::Tc26Gost256A),
            other => panic!("no key algorithm of the NCA: {other}"),
        };
        let octets = fields[2].octets();
        let inner = ber::read(&octets).0;
        let mut d = inner.octets();
        // GOST-2004 keystores hold d as an INTEGER (big-endian), GOST-2015 ones as little-endian octets.
        if inner.tag == 0x02 {
            d.reverse();
        }
        d.resize(curve.field_bytes(), 0);
        Self::gost(algorithm, SigningKey::from_le_bytes(curve, &d).unwrap())
    }
}

/// Making an RSA key takes part of a second: each seed pays once per process.
fn rsa_from_seed(seed: [u8; 32]) -> Key {
    static MADE: OnceLock<Mutex<HashMap<[u8; 32], Key>>> = OnceLock::new();
    let mut made = MADE.get_or_init(Mutex::default).lock().unwrap();
    made.entry(seed)
        .or_insert_with(|| Key::rsa(RsaPrivateKey::new(&mut StdRng::from_seed(seed), RSA_BITS).unwrap()))
        .clone()
}

/// The seed of a thing called `label` under `seed`.
pub fn derive(seed: &[u8; 32], label: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(seed);
    hash.update(label.as_bytes());
    hash.finalize().into()
}
