//! Reader of NCA RK keystores (PKCS#12, RFC 7292): BER of indefinite length, 3DES key bag, RC2-40 certificate bag,
//! SHA-1 MAC. Those ciphers are broken; they stand here only because the keystores use them.
//!
//! It panics on anything it does not know. Must never: read a keystore a stranger sent.

use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockModeDecrypt, KeyIvInit};
use hmac::{Hmac, KeyInit, Mac};
use sha1::{Digest, Sha1};

use crate::ber::{self, Element};
use crate::{Key, oids};

mod write;

pub use write::write;

/// Purposes of derived octets (RFC 7292 B.3).
const FOR_KEY: u8 = 1;
const FOR_IV: u8 = 2;
const FOR_MAC: u8 = 3;
/// Octets of a block of SHA-1.
const BLOCK_BYTES: usize = 64;

/// What one keystore holds.
pub struct Keystore {
    pub key: Key,
    pub certificate: Vec<u8>,
}

/// Opens a keystore; panics with a sentence where the password is wrong.
pub fn open(keystore: &[u8], password: &str) -> Keystore {
    let password = bmp_string(password);
    let fields = ber::read(keystore).0.children();
    let content = fields[1].child(1).child(0).octets();
    check_mac(&fields[2], &content, &password);
    let mut key = None;
    let mut certificate = None;
    for info in ber::read(&content).0.children() {
        for bag in bags(&info, &password) {
            let bag = ber::read(&bag).0;
            let value = bag.child(1).child(0);
            match bag.child(0).oid().as_str() {
                oids::SHROUDED_KEY_BAG => {
                    let encrypted = value.child(1).octets();
                    key = Some(Key::from_pkcs8(&decrypt(&value.child(0), &encrypted, &password)));
                }
                oids::CERTIFICATE_BAG => certificate = Some(value.child(1).child(0).octets()),
                other => panic!("a bag of kind {other}"),
            }
        }
    }
    Keystore { key: key.expect("a key in the keystore"), certificate: certificate.expect("a certificate") }
}

/// The bags of one ContentInfo, plain or encrypted.
fn bags(info: &Element<'_>, password: &[u8]) -> Vec<Vec<u8>> {
    let content = match info.child(0).oid().as_str() {
        oids::DATA => info.child(1).child(0).octets(),
        oids::ENCRYPTED_DATA => {
            let encrypted = info.child(1).child(0).child(1);
            let octets = encrypted.child(2).octets();
            decrypt(&encrypted.child(1), &octets, password)
        }
        other => panic!("content of kind {other}"),
    };
    ber::read(&content).0.children().iter().map(|bag| bag.whole.to_vec()).collect()
}

fn check_mac(mac_data: &Element<'_>, content: &[u8], password: &[u8]) {
    let expected = mac_data.child(0).child(1).octets();
    let salt = mac_data.child(1).octets();
    let rounds = mac_data.child(2).number();
    let key = derive(password, &salt, rounds, FOR_MAC, 20);
    let mut mac = Hmac::<Sha1>::new_from_slice(&key).unwrap();
    mac.update(content);
    assert_eq!(mac.finalize().into_bytes()[..], expected, "the MAC does not agree: wrong password or damaged keystore");
}

fn decrypt(algorithm: &Element<'_>, octets: &[u8], password: &[u8]) -> Vec<u8> {
    let salt = algorithm.child(1).child(0).octets();
    let rounds = algorithm.child(1).child(1).number();
    let iv = derive(password, &salt, rounds, FOR_IV, 8);
    let mut buffer = octets.to_vec();
    match algorithm.child(0).oid().as_str() {
        oids::PBE_SHA1_3DES => {
            let key = derive(password, &salt, rounds, FOR_KEY, 24);
            let cipher = cbc::Decryptor::<des::TdesEde3>::new_from_slices(&key, &iv).unwrap();
            cipher.decrypt_padded::<Pkcs7>(&mut buffer).unwrap().to_vec()
        }
        oids::PBE_SHA1_RC2_40 => {
            let key = derive(password, &salt, rounds, FOR_KEY, 5);
            let cipher = rc2::Rc2::new_with_eff_key_len(&key, 40);
            let cipher =
                <cbc::Decryptor<rc2::Rc2> as cbc::cipher::InnerIvInit>::inner_iv_slice_init(cipher, &iv).unwrap();
            cipher.decrypt_padded::<Pkcs7>(&mut buffer).unwrap().to_vec()
        }
        other => panic!("encryption {other}"),
    }
}

/// A password as PKCS#12 hashes it: UTF-16 big-endian with a closing zero.
fn bmp_string(password: &str) -> Vec<u8> {
    password.encode_utf16().chain([0]).flat_map(u16::to_be_bytes).collect()
}

/// RFC 7292 appendix B.2 with SHA-1.
fn derive(password: &[u8], salt: &[u8], rounds: u64, purpose: u8, length: usize) -> Vec<u8> {
    let filled = |octets: &[u8]| -> Vec<u8> {
        octets.iter().copied().cycle().take(octets.len().div_ceil(BLOCK_BYTES) * BLOCK_BYTES).collect()
    };
    let mut input = [filled(salt), filled(password)].concat();
    let mut out = Vec::new();
    while out.len() < length {
        let mut digest = Sha1::digest([&[purpose; BLOCK_BYTES], &input[..]].concat());
        for _ in 1..rounds {
            digest = Sha1::digest(digest);
        }
        out.extend_from_slice(&digest);
        let addend: Vec<u8> = digest.iter().copied().cycle().take(BLOCK_BYTES).collect();
        for block in input.chunks_mut(BLOCK_BYTES) {
            let mut carry = 1;
            for (octet, more) in block.iter_mut().zip(&addend).rev() {
                carry += u16::from(*octet) + u16::from(*more);
                *octet = carry as u8;
                carry >>= 8;
            }
        }
    }
    out.truncate(length);
    out
}
