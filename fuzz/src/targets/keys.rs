//! Targets over GOST keys and signatures, and over keystores. Must never sign with a key that opens anything.

use gost3410::{Curve, SigningKey, VerifyingKey};
use signer::Keystore;

use super::super::setting::Setting;
use super::super::tlv;

/// Of the minted keystores.
pub const PASSWORD: &str = "fuzz";

pub fn curve(number: u8) -> Curve {
    match number % 3 {
        0 => Curve::CryptoProA,
        1 => Curve::Tc26Gost256A,
        _ => Curve::Tc26Gost512A,
    }
}

/// A public key comes back as it was read; a secret one signs what its public key accepts, and that alone.
pub fn gost_key(_: &Setting, data: &[u8]) {
    let Some((number, octets)) = data.split_first() else { return };
    let curve = curve(*number);
    if let Ok(key) = VerifyingKey::from_le_bytes(curve, octets) {
        assert_eq!(key.to_le_bytes(), octets);
        assert!(key.verify(&[7; 32], &vec![0; 2 * curve.field_bytes()]).is_err());
        assert!(key.verify(&[7; 32], &vec![0xff; 2 * curve.field_bytes()]).is_err());
    }
    if let Ok(key) = SigningKey::from_le_bytes(curve, octets) {
        let public = key.verifying_key();
        let digest = octets.first_chunk::<32>().copied().unwrap_or_default();
        let mut signature = key.sign(&digest, &digest);
        assert!(public.verify(&digest, &signature).is_ok());
        signature[usize::from(*number) % curve.field_bytes()] ^= 1 << (number % 8);
        assert!(public.verify(&digest, &signature).is_err());
        assert!(VerifyingKey::from_le_bytes(curve, &public.to_le_bytes()).is_ok());
    }
}

/// Which key, how long a digest, the digest and the signature: good only as minted.
pub fn gost_signature(setting: &Setting, data: &[u8]) {
    let Some((selector, rest)) = data.split_first() else { return };
    let Some((number, xy)) = setting.gost_keys.get(usize::from(selector & 0x7f) % setting.gost_keys.len()) else {
        return;
    };
    let digest_len = if selector & 0x80 == 0 { 32 } else { 64 };
    let Some((digest, signature)) = rest.split_at_checked(digest_len) else { return };
    let key = VerifyingKey::from_le_bytes(curve(*number), xy).unwrap();
    if key.verify(digest, signature).is_ok() {
        // A digest is a number: zeros at its little-endian end do not count.
        let number = |digest: &[u8]| digest.iter().rposition(|octet| *octet != 0).map(|end| digest[..=end].to_vec());
        let minted = setting.corpus("gost_signature").any(|seed| {
            let (digest_of_seed, signature_of_seed) = seed[1..].split_at(if seed[0] & 0x80 == 0 { 32 } else { 64 });
            signature_of_seed == signature && number(digest_of_seed) == number(digest)
        });
        assert!(minted, "a signature nobody made");
    }
}

/// A keystore opens only with what its MAC was made over; behind the MAC stands what a keystore's maker wrote.
pub fn pkcs12(setting: &Setting, data: &[u8]) {
    let _ = Keystore::is_one(data);
    assert!(Keystore::open(data, "another password").is_err(), "opened without its password");
    if let Ok(keystore) = Keystore::open(data, PASSWORD) {
        assert!(Keystore::is_one(data));
        let minted = authenticated(data)
            .is_some_and(|safe| setting.corpus("pkcs12").any(|seed| authenticated(seed).as_ref() == Some(&safe)));
        assert!(minted, "a MAC nobody made");
        for entry in keystore.entries() {
            let _ = std::hint::black_box(entry.signer().is_ok());
        }
    }
}

/// The octets of AuthenticatedSafe.
fn authenticated(pfx: &[u8]) -> Option<Vec<u8>> {
    tlv::first(pfx)?.0.children()?.get(1)?.children()?.get(1)?.children()?.first()?.octets()
}
