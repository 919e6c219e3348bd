//! Decryption of keystores: the two PBE of PKCS#12 that the NCA uses (RFC 7292 C), and PBES2 (RFC 8018 6.2).
//! Here apart so that the broken ciphers have one door. It must never encrypt.

use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockCipherDecrypt, BlockModeDecrypt, InnerIvInit, KeyInit, KeyIvInit};
use eds::der::{self, Element, Error, Reader};
use eds::oid::{self, Oid, oid};
use zeroize::Zeroizing;

use super::KeystoreError;
use super::derive::{Budget, Hash, Password, Purpose};

const PBE_SHA1_3DES: Oid = oid(&[1, 2, 840, 113549, 1, 12, 1, 3]);
const PBE_SHA1_RC2_40: Oid = oid(&[1, 2, 840, 113549, 1, 12, 1, 6]);
const PBES2: Oid = oid(&[1, 2, 840, 113549, 1, 5, 13]);
const PBKDF2: Oid = oid(&[1, 2, 840, 113549, 1, 5, 12]);
const DES_EDE3_CBC: Oid = oid(&[1, 2, 840, 113549, 3, 7]);
const AES_128_CBC: Oid = oid(&[2, 16, 840, 1, 101, 3, 4, 1, 2]);
const AES_192_CBC: Oid = oid(&[2, 16, 840, 1, 101, 3, 4, 1, 22]);
const AES_256_CBC: Oid = oid(&[2, 16, 840, 1, 101, 3, 4, 1, 42]);

const RC2_KEY_BITS: usize = 40;

#[derive(Clone, Copy)]
enum Cipher {
    Rc2,
    TripleDes,
    Aes128,
    Aes192,
    Aes256,
}

impl Cipher {
    fn key_bytes(self) -> usize {
        match self {
            Self::Rc2 => RC2_KEY_BITS / 8,
            Self::Aes128 => 16,
            Self::TripleDes | Self::Aes192 => 24,
            Self::Aes256 => 32,
        }
    }

    /// Decrypts in place. `None` = the length or the padding is wrong.
    fn decrypt(self, key: &[u8], iv: &[u8], mut octets: Zeroizing<Vec<u8>>) -> Option<Zeroizing<Vec<u8>>> {
        let length = match self {
            Self::Rc2 => {
                let cipher = rc2::Rc2::new_with_eff_key_len(key, RC2_KEY_BITS);
                in_place(cbc::Decryptor::<rc2::Rc2>::inner_iv_slice_init(cipher, iv).ok()?, &mut octets)
            }
            Self::TripleDes => cbc_of::<des::TdesEde3>(key, iv, &mut octets),
            Self::Aes128 => cbc_of::<aes::Aes128>(key, iv, &mut octets),
            Self::Aes192 => cbc_of::<aes::Aes192>(key, iv, &mut octets),
            Self::Aes256 => cbc_of::<aes::Aes256>(key, iv, &mut octets),
        }?;
        octets.truncate(length);
        Some(octets)
    }
}

fn cbc_of<C: BlockCipherDecrypt + KeyInit>(key: &[u8], iv: &[u8], octets: &mut [u8]) -> Option<usize> {
    in_place(cbc::Decryptor::<C>::new_from_slices(key, iv).ok()?, octets)
}

fn in_place<C: BlockModeDecrypt>(cipher: C, octets: &mut [u8]) -> Option<usize> {
    cipher.decrypt_padded::<Pkcs7>(octets).ok().map(<[u8]>::len)
}

/// Decrypts what an AlgorithmIdentifier of password-based encryption says.
pub fn decrypt(
    algorithm: &Element<'_>,
    octets: &[u8],
    password: &Password,
    budget: &mut Budget,
) -> Result<Zeroizing<Vec<u8>>, KeystoreError> {
    let damaged = |_| KeystoreError::Damaged("encryption parameters");
    let mut fields = algorithm.enter().map_err(damaged)?;
    let kind = fields.must_be(der::OBJECT_IDENTIFIER).map_err(damaged)?.content;
    let cipher = match kind {
        kind if PBE_SHA1_3DES.is(kind) => Cipher::TripleDes,
        kind if PBE_SHA1_RC2_40.is(kind) => Cipher::Rc2,
        kind if PBES2.is(kind) => return pbes2(&mut fields, octets, password, budget),
        kind => return Err(KeystoreError::UnknownAlgorithm(oid::dotted(kind))),
    };
    let (salt, rounds) = salt_and_rounds(&mut fields).map_err(damaged)?;
    let rounds = budget.rounds(rounds)?;
    let key = Hash::Sha1.derive(password, &salt, rounds, Purpose::Key, cipher.key_bytes(), budget)?;
    let iv = Hash::Sha1.derive(password, &salt, rounds, Purpose::Iv, 8, budget)?;
    let plain = cipher.decrypt(&key, &iv, Zeroizing::new(octets.to_vec()));
    plain.ok_or(KeystoreError::Damaged("encrypted content"))
}

fn salt_and_rounds(fields: &mut Reader<'_>) -> Result<(Vec<u8>, u64), Error> {
    let mut parameters = fields.must_be(der::SEQUENCE)?.enter()?;
    let salt = super::octets(&mut parameters)?;
    Ok((salt, parameters.must_be(der::INTEGER)?.small()?))
}

struct Pbes2<'a> {
    derivation: &'a [u8],
    salt: Vec<u8>,
    rounds: u64,
    /// Content of the PRF's OID; absent = HMAC with SHA-1.
    prf: Option<&'a [u8]>,
    cipher: &'a [u8],
    iv: Vec<u8>,
}

impl<'a> Pbes2<'a> {
    fn read(fields: &mut Reader<'a>) -> Result<Self, Error> {
        let mut parameters = fields.must_be(der::SEQUENCE)?.enter()?;
        let mut function = parameters.must_be(der::SEQUENCE)?.enter()?;
        let derivation = function.must_be(der::OBJECT_IDENTIFIER)?.content;
        let mut inner = function.must_be(der::SEQUENCE)?.enter()?;
        let salt = super::octets(&mut inner)?;
        let rounds = inner.must_be(der::INTEGER)?.small()?;
        inner.optional(der::INTEGER)?;
        let prf = inner.optional(der::SEQUENCE)?;
        let prf = prf.map(|prf| Ok(prf.enter()?.must_be(der::OBJECT_IDENTIFIER)?.content)).transpose()?;
        let mut scheme = parameters.must_be(der::SEQUENCE)?.enter()?;
        let cipher = scheme.must_be(der::OBJECT_IDENTIFIER)?.content;
        let iv = super::octets(&mut scheme)?;
        Ok(Self { derivation, salt, rounds, prf, cipher, iv })
    }
}

fn pbes2(
    fields: &mut Reader<'_>,
    octets: &[u8],
    password: &Password,
    budget: &mut Budget,
) -> Result<Zeroizing<Vec<u8>>, KeystoreError> {
    let unknown = |kind: &[u8]| KeystoreError::UnknownAlgorithm(oid::dotted(kind));
    let scheme = Pbes2::read(fields).map_err(|_| KeystoreError::Damaged("encryption parameters"))?;
    if !PBKDF2.is(scheme.derivation) {
        return Err(unknown(scheme.derivation));
    }
    let hash = scheme.prf.map_or(Ok(Hash::Sha1), Hash::from_hmac_oid)?;
    let ciphers = [
        (DES_EDE3_CBC, Cipher::TripleDes),
        (AES_128_CBC, Cipher::Aes128),
        (AES_192_CBC, Cipher::Aes192),
        (AES_256_CBC, Cipher::Aes256),
    ];
    let cipher = ciphers.into_iter().find_map(|(oid, cipher)| oid.is(scheme.cipher).then_some(cipher));
    let cipher = cipher.ok_or_else(|| unknown(scheme.cipher))?;
    let rounds = budget.rounds(scheme.rounds)?;
    let key = hash.pbkdf2(password, &scheme.salt, rounds, cipher.key_bytes(), budget)?;
    let plain = cipher.decrypt(&key, &scheme.iv, Zeroizing::new(octets.to_vec()));
    plain.ok_or(KeystoreError::Damaged("encrypted content"))
}
