//! Keystores that were cut or changed anywhere: an answer, never a panic, never long.
//! Keys are changed as well, below the MAC, since a keystore may be made by anyone.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use signer::{Keystore, PrivateKey};
use testkit::{Algorithm, Nca, PersonSpec};

const PASSWORD: &str = "Qwerty12";

fn keystore(algorithm: Algorithm) -> Vec<u8> {
    let nca = Nca::new([7; 32], "2026-11-22T14:00:00Z".parse().unwrap());
    let person = nca.person(&PersonSpec::individual("one", algorithm));
    testkit::pkcs12::write(&[("one", &person)], PASSWORD)
}

#[test]
fn a_cut_keystore_never_opens() {
    let octets = keystore(Algorithm::Gost512);
    for length in 0..octets.len() {
        assert!(Keystore::open(&octets[..length], PASSWORD).is_err(), "{length}");
    }
}

#[test]
fn a_changed_octet_gives_the_same_key_or_none() {
    let octets = keystore(Algorithm::Gost512);
    let whole = Keystore::open(&octets, PASSWORD).unwrap();
    let public = whole.entries()[0].key.public_octets();
    for at in 0..octets.len() {
        let mut changed = octets.clone();
        changed[at] ^= 1 << (at % 8);
        // Only what is no part of the MAC's input can change unnoticed: the tags and lengths around it.
        if let Ok(keystore) = Keystore::open(&changed, PASSWORD) {
            assert_eq!(keystore.entries()[0].key.public_octets(), public, "{at}");
        }
    }
}

#[test]
fn a_changed_private_key_never_panics() {
    for algorithm in Algorithm::ALL {
        let nca = Nca::new([7; 32], "2026-11-22T14:00:00Z".parse().unwrap());
        let octets = nca.person(&PersonSpec::individual("one", algorithm)).key.to_pkcs8();
        assert!(PrivateKey::from_pkcs8(&octets).is_ok());
        // Checking an RSA key takes a while: every seventh octet of it.
        let step = if algorithm == Algorithm::Rsa { 7 } else { 1 };
        for at in (0..octets.len()).step_by(step) {
            let mut changed = octets.clone();
            changed[at] ^= 0x41;
            let key = PrivateKey::from_pkcs8(&changed);
            let _ = key.map(|key| (key.public_octets(), key.sign(&[7; 32], &[9; 32])));
            let _ = PrivateKey::from_pkcs8(&octets[..at]);
        }
    }
}

#[test]
fn lengths_of_two_to_the_63_and_deep_nesting_are_refused() {
    let long = [0x30, 0x88, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 2, 1, 3];
    assert!(Keystore::open(&long, PASSWORD).is_err());
    let deep = [&[0x30, 0x80, 2, 1, 3][..], &[0x30, 0x80].repeat(100_000)].concat();
    assert!(Keystore::open(&deep, PASSWORD).is_err());
}
