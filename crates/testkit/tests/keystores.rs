//! The keystore reader on the NCA's own test keystores: each key belongs to the certificate beside it.
//!
//! Must never: pass in silence where the folder of real artefacts is there and a file is not.

use std::fs;
use std::path::PathBuf;

use testkit::certificate::Certificate;
use testkit::{Algorithm, Key, Person, ber};

/// The folder of real artefacts, or `None` with a loud line.
fn real() -> Option<PathBuf> {
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/eds/real");
    let folder = std::env::var_os("ELSHI_REAL_ARTEFACTS").map_or_else(|| PathBuf::from(default), PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("SKIPPED: no real artefacts at {} (set ELSHI_REAL_ARTEFACTS)", folder.display());
    None
}

/// The public key of a certificate, as encoded.
fn public_key_info(certificate: &[u8]) -> Vec<u8> {
    ber::read(certificate).0.child(0).child(6).whole.to_vec()
}

#[test]
fn every_real_keystore_opens_and_its_key_fits_its_certificate() {
    let Some(real) = real() else { return };
    let mut seen = Vec::new();
    for entry in fs::read_dir(real.join("p12")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let person = Person::from_pkcs12(&name, &fs::read(&path).unwrap(), "Qwerty12");
        assert_eq!(person.certificate.der, fs::read(real.join(format!("certs/{name}.cer"))).unwrap(), "{name}");
        assert_eq!(person.key.public_key_info(), public_key_info(&person.certificate.der), "{name}");
        let again = Key::from_pkcs8(&person.key.to_pkcs8());
        assert_eq!(again.public_key_info(), person.key.public_key_info(), "{name}");
        seen.push(person.algorithm());
    }
    for algorithm in Algorithm::ALL {
        assert!(seen.contains(&algorithm), "no keystore with {algorithm:?} among {}", seen.len());
    }
}

#[test]
fn the_person_of_the_keystore_is_read_from_the_certificate() {
    let Some(real) = real() else { return };
    let keystore = fs::read(real.join("p12/go_individual_valid__individual_valid.p12")).unwrap();
    let person = Person::from_pkcs12("test", &keystore, "Qwerty12");
    assert_eq!(person.iin(), Some("123456789011"));
    assert_eq!(person.certificate.common_name(), "ТЕСТОВ ТЕСТ");
    assert_eq!(person.certificate.bin(), None);
    assert_eq!(person.certificate.extended_key_usages, ["1.3.6.1.5.5.7.3.4", "1.2.398.3.3.4.1.1"]);
    let head = Certificate::read(&fs::read(real.join("certs/go_legal_valid__head.cer")).unwrap());
    assert_eq!(head.bin(), Some("123456789021"));
}

#[test]
#[should_panic(expected = "wrong password")]
fn a_wrong_password_is_said() {
    let Some(real) = real() else { panic!("wrong password: not tried, no real artefacts") };
    let keystore = fs::read(real.join("p12/go_individual_valid__individual_valid.p12")).unwrap();
    Person::from_pkcs12("test", &keystore, "Qwerty13");
}
