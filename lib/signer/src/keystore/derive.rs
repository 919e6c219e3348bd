//! Keys out of passwords: appendix B of RFC 7292, PBKDF2 of RFC 8018 5.2, and the MAC of a keystore.
//! Here apart because it is where a hostile keystore could cost time: every round is paid from a budget.
//! It must never compare a MAC in variable time.

use eds::oid::{self, Oid, oid};
use hmac::{EagerHash, Hmac, KeyInit, Mac};
use sha1::{Digest, Sha1};
use sha2::Sha256;
use zeroize::{Zeroize, Zeroizing};

use super::{KeystoreError, ROUNDS_MAX, ROUNDS_TOTAL_MAX};

const HMAC_SHA1: Oid = oid(&[1, 2, 840, 113549, 2, 7]);
const HMAC_SHA256: Oid = oid(&[1, 2, 840, 113549, 2, 9]);

/// Octets of a block of SHA-1 and SHA-256.
const BLOCK_BYTES: usize = 64;
/// Octets of a salt; more is refused, since it is hashed in every block.
const SALT_BYTES_MAX: usize = 1024;

/// A password in the two forms that keystores hash.
pub struct Password {
    /// UTF-16, big-endian, with a closing zero (RFC 7292 B.1).
    wide: Zeroizing<Vec<u8>>,
    plain: Zeroizing<Vec<u8>>,
}

impl Password {
    pub fn new(password: &str) -> Self {
        let wide = password.encode_utf16().chain([0]).flat_map(u16::to_be_bytes).collect();
        Self { wide: Zeroizing::new(wide), plain: Zeroizing::new(password.as_bytes().to_vec()) }
    }
}

/// Rounds that one keystore may still cost.
pub struct Budget(u32);

impl Default for Budget {
    fn default() -> Self {
        Self(ROUNDS_TOTAL_MAX)
    }
}

impl Budget {
    /// A count of rounds as a file states it.
    pub fn rounds(&self, stated: u64) -> Result<u32, KeystoreError> {
        let rounds = u32::try_from(stated).ok().filter(|rounds| *rounds <= ROUNDS_MAX);
        rounds.ok_or(KeystoreError::Limit("rounds"))
    }

    fn pay(&mut self, rounds: u32, blocks: usize) -> Result<(), KeystoreError> {
        let cost = u32::try_from(blocks).ok().and_then(|blocks| rounds.checked_mul(blocks));
        self.0 = cost.and_then(|cost| self.0.checked_sub(cost)).ok_or(KeystoreError::Limit("rounds"))?;
        Ok(())
    }
}

/// What derived octets are for (RFC 7292 B.3).
#[derive(Clone, Copy)]
pub enum Purpose {
    Key = 1,
    Iv = 2,
    Mac = 3,
}

#[derive(Clone, Copy)]
pub enum Hash {
    Sha1,
    Sha256,
}

impl Hash {
    pub fn from_oid(content: &[u8]) -> Result<Self, KeystoreError> {
        Self::named([(oid::SHA1, Self::Sha1), (oid::SHA256, Self::Sha256)], content)
    }

    pub fn from_hmac_oid(content: &[u8]) -> Result<Self, KeystoreError> {
        Self::named([(HMAC_SHA1, Self::Sha1), (HMAC_SHA256, Self::Sha256)], content)
    }

    fn named(known: [(Oid, Self); 2], content: &[u8]) -> Result<Self, KeystoreError> {
        let found = known.into_iter().find_map(|(oid, hash)| oid.is(content).then_some(hash));
        found.ok_or_else(|| KeystoreError::UnknownAlgorithm(oid::dotted(content)))
    }

    fn bytes(self) -> usize {
        match self {
            Self::Sha1 => 20,
            Self::Sha256 => 32,
        }
    }

    /// RFC 7292 B.2.
    pub fn derive(
        self,
        password: &Password,
        salt: &[u8],
        rounds: u32,
        purpose: Purpose,
        length: usize,
        budget: &mut Budget,
    ) -> Result<Zeroizing<Vec<u8>>, KeystoreError> {
        self.admit(salt, rounds, length, budget)?;
        Ok(match self {
            Self::Sha1 => derive::<Sha1>(&password.wide, salt, rounds, purpose, length),
            Self::Sha256 => derive::<Sha256>(&password.wide, salt, rounds, purpose, length),
        })
    }

    pub fn pbkdf2(
        self,
        password: &Password,
        salt: &[u8],
        rounds: u32,
        length: usize,
        budget: &mut Budget,
    ) -> Result<Zeroizing<Vec<u8>>, KeystoreError> {
        // A round of HMAC is two of its hash.
        self.admit(salt, rounds, 2 * length, budget)?;
        Ok(match self {
            Self::Sha1 => pbkdf2::<Sha1>(&password.plain, salt, rounds, length),
            Self::Sha256 => pbkdf2::<Sha256>(&password.plain, salt, rounds, length),
        })
    }

    /// Checks the MAC of a keystore (RFC 7292 4).
    pub fn check(
        self,
        password: &Password,
        salt: &[u8],
        rounds: u32,
        content: &[u8],
        expected: &[u8],
        budget: &mut Budget,
    ) -> Result<(), KeystoreError> {
        let key = self.derive(password, salt, rounds, Purpose::Mac, self.bytes(), budget)?;
        let agrees = match self {
            Self::Sha1 => agrees::<Sha1>(&key, content, expected),
            Self::Sha256 => agrees::<Sha256>(&key, content, expected),
        };
        if agrees { Ok(()) } else { Err(KeystoreError::WrongPassword) }
    }

    fn admit(self, salt: &[u8], rounds: u32, length: usize, budget: &mut Budget) -> Result<(), KeystoreError> {
        if salt.len() > SALT_BYTES_MAX || rounds == 0 {
            return Err(KeystoreError::Damaged("salt"));
        }
        budget.pay(rounds, length.div_ceil(self.bytes()))
    }
}

fn agrees<D: EagerHash>(key: &[u8], content: &[u8], expected: &[u8]) -> bool
where
    Hmac<D>: KeyInit + Mac,
{
    let Ok(mut mac) = <Hmac<D> as KeyInit>::new_from_slice(key) else { return false };
    mac.update(content);
    mac.verify_slice(expected).is_ok()
}

fn derive<D: Digest>(password: &[u8], salt: &[u8], rounds: u32, purpose: Purpose, length: usize) -> Zeroizing<Vec<u8>> {
    let filled = |octets: &[u8]| -> Vec<u8> {
        octets.iter().copied().cycle().take(octets.len().div_ceil(BLOCK_BYTES) * BLOCK_BYTES).collect()
    };
    let mut input = Zeroizing::new([filled(salt), filled(password)].concat());
    let mut out = Zeroizing::new(Vec::new());
    while out.len() < length {
        let mut digest = D::new().chain_update([purpose as u8; BLOCK_BYTES]).chain_update(&*input).finalize();
        for _ in 1..rounds {
            digest = D::digest(&digest);
        }
        out.extend_from_slice(&digest);
        let addend: Vec<u8> = digest.iter().copied().cycle().take(BLOCK_BYTES).collect();
        for block in input.chunks_mut(BLOCK_BYTES) {
            let mut carry = 1;
            for (octet, more) in block.iter_mut().zip(&addend).rev() {
                carry += u16::from(*octet) + u16::from(*more);
                *octet = carry.to_le_bytes()[0];
                carry >>= 8;
            }
        }
        Zeroizing::new(addend).zeroize();
    }
    out.truncate(length);
    out
}

fn pbkdf2<D: EagerHash>(password: &[u8], salt: &[u8], rounds: u32, length: usize) -> Zeroizing<Vec<u8>>
where
    Hmac<D>: KeyInit + Mac + Clone,
{
    let mut out = Zeroizing::new(Vec::new());
    let Ok(keyed) = <Hmac<D> as KeyInit>::new_from_slice(password) else { return out };
    for number in 1_u32.. {
        if out.len() >= length {
            break;
        }
        let mut round = keyed.clone().chain_update(salt).chain_update(number.to_be_bytes()).finalize().into_bytes();
        let mut sum = round.clone();
        for _ in 1..rounds {
            round = keyed.clone().chain_update(&round).finalize().into_bytes();
            sum.iter_mut().zip(&round).for_each(|(sum, octet)| *sum ^= octet);
        }
        out.extend_from_slice(&sum);
    }
    out.truncate(length);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(octets: &[u8]) -> String {
        octets.iter().map(|octet| format!("{octet:02x}")).collect()
    }

    #[test]
    fn pbkdf2_gives_the_vectors_of_rfc_6070() {
        let mut budget = Budget::default();
        let mut key = |password: &str, salt: &[u8], rounds: u32, length: usize| {
            hex(&Hash::Sha1.pbkdf2(&Password::new(password), salt, rounds, length, &mut budget).unwrap())
        };
        assert_eq!(key("password", b"salt", 1, 20), "0c60c80f961f0e71f3a9b524af6012062fe037a6");
        assert_eq!(key("password", b"salt", 4096, 20), "4b007901b765489abead49d926f721d065a429c1");
        assert_eq!(
            key("passwordPASSWORDpassword", b"saltSALTsaltSALTsaltSALTsaltSALTsalt", 4096, 25),
            "3d2eec4fe41c849b80c8d83662c0e44a8b291a964cf2f07038"
        );
    }

    #[test]
    fn rounds_are_paid_for_and_end() {
        let mut budget = Budget::default();
        assert!(budget.rounds(u64::from(ROUNDS_MAX)).is_ok());
        assert_eq!(budget.rounds(u64::from(ROUNDS_MAX) + 1), Err(KeystoreError::Limit("rounds")));
        assert_eq!(budget.rounds(u64::MAX), Err(KeystoreError::Limit("rounds")));
        for _ in 0..8 {
            assert_eq!(budget.pay(ROUNDS_MAX, 1), Ok(()));
        }
        assert_eq!(budget.pay(1, 1), Err(KeystoreError::Limit("rounds")));
    }
}
