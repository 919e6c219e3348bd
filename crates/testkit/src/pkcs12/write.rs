//! Writer of keystores in the form of the NCA's (PKCS#12): BER of indefinite length outside, 3DES around each key, RC2-40
//! around the certificates, a SHA-1 MAC.
//!
//! So that tools have keystores to open without a foreign file. Must never: guard anything; the ciphers are broken.

use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockModeEncrypt, InnerIvInit, KeyIvInit};
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;

use super::{FOR_IV, FOR_KEY, FOR_MAC, bmp_string, derive};
use crate::{Person, der, oids};

/// Rounds of the NCA's keystores.
const ROUNDS: u64 = 1024;
/// Octets of a segment of the outer string.
const SEGMENT_BYTES: usize = 1000;

/// A keystore with the keys and certificates of these people, each under an alias.
pub fn write(people: &[(&str, &Person)], password: &str) -> Vec<u8> {
    let wide = bmp_string(password);
    let keys: Vec<_> = people.iter().map(|(alias, person)| key_bag(alias, person, &wide)).collect();
    let certificates: Vec<_> = people.iter().map(|(alias, person)| certificate_bag(alias, person)).collect();
    let certificates = encrypt(oids::PBE_SHA1_RC2_40, &der::sequence(&certificates), &wide);
    let content = der::sequence(&[data(&der::sequence(&keys)), encrypted_data(certificates)]);
    let salt = [3; 20];
    let mut mac = Hmac::<Sha1>::new_from_slice(&derive(&wide, &salt, ROUNDS, FOR_MAC, 20)).unwrap();
    mac.update(&content);
    let digest = der::sequence(&[der::algorithm(oids::SHA1), der::octet_string(&mac.finalize().into_bytes())]);
    let mac = der::sequence(&[digest, der::octet_string(&salt), der::small_integer(ROUNDS)]);
    let segments: Vec<u8> = content.chunks(SEGMENT_BYTES).flat_map(der::octet_string).collect();
    let content = indefinite(0xa0, &indefinite(0x24, &segments));
    let safe = indefinite(der::SEQUENCE, &[der::oid(oids::DATA), content].concat());
    indefinite(der::SEQUENCE, &[der::small_integer(3), safe, mac].concat())
}

fn indefinite(tag: u8, content: &[u8]) -> Vec<u8> {
    [&[tag, 0x80], content, &[0, 0]].concat()
}

fn data(content: &[u8]) -> Vec<u8> {
    der::sequence(&[der::oid(oids::DATA), der::explicit(0, &der::octet_string(content))])
}

fn encrypted_data((algorithm, octets): (Vec<u8>, Vec<u8>)) -> Vec<u8> {
    let content = der::sequence(&[der::oid(oids::DATA), algorithm, der::implicit(0, &octets)]);
    let data = der::sequence(&[der::small_integer(0), content]);
    der::sequence(&[der::oid(oids::ENCRYPTED_DATA), der::explicit(0, &data)])
}

fn key_bag(alias: &str, person: &Person, password: &[u8]) -> Vec<u8> {
    let (algorithm, octets) = encrypt(oids::PBE_SHA1_3DES, &person.key.to_pkcs8(), password);
    bag(oids::SHROUDED_KEY_BAG, &der::sequence(&[algorithm, der::octet_string(&octets)]), alias, person)
}

fn certificate_bag(alias: &str, person: &Person) -> Vec<u8> {
    let octets = der::explicit(0, &der::octet_string(&person.certificate.der));
    bag(oids::CERTIFICATE_BAG, &der::sequence(&[der::oid(oids::X509_CERTIFICATE), octets]), alias, person)
}

/// SafeBag with friendlyName and localKeyId.
fn bag(kind: &str, value: &[u8], alias: &str, person: &Person) -> Vec<u8> {
    let attribute = |kind, value| der::sequence(&[der::oid(kind), der::set_of(&[value])]);
    let name: Vec<u8> = alias.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let attributes = der::set_of(&[
        attribute(oids::FRIENDLY_NAME, der::element(0x1e, &name)),
        attribute(oids::LOCAL_KEY_ID, der::octet_string(&person.certificate.subject_key_identifier)),
    ]);
    der::sequence(&[der::oid(kind), der::explicit(0, value), attributes])
}

/// AlgorithmIdentifier and octets.
fn encrypt(kind: &str, plain: &[u8], password: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let salt = [if kind == oids::PBE_SHA1_3DES { 1 } else { 2 }; 8];
    let iv = derive(password, &salt, ROUNDS, FOR_IV, 8);
    let octets = if kind == oids::PBE_SHA1_3DES {
        let key = derive(password, &salt, ROUNDS, FOR_KEY, 24);
        cbc::Encryptor::<des::TdesEde3>::new_from_slices(&key, &iv).unwrap().encrypt_padded_vec::<Pkcs7>(plain)
    } else {
        let key = derive(password, &salt, ROUNDS, FOR_KEY, 5);
        let cipher = rc2::Rc2::new_with_eff_key_len(&key, 40);
        cbc::Encryptor::<rc2::Rc2>::inner_iv_slice_init(cipher, &iv).unwrap().encrypt_padded_vec::<Pkcs7>(plain)
    };
    let parameters = der::sequence(&[der::octet_string(&salt), der::small_integer(ROUNDS)]);
    (der::sequence(&[der::oid(kind), parameters]), octets)
}
