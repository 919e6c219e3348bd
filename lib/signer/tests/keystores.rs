//! Keystores open, each key finds its certificate, and a wrong password is told apart from damage and from the unknown.
//! Minted keystores always; the NCA's own and OpenSSL's where they are at hand, with a loud line where they are not.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::{Path, PathBuf};
use std::process::Command;

use eds::algorithm::Algorithm as Family;
use signer::{Keystore, KeystoreError};
use testkit::{Algorithm, Nca, Person, PersonSpec};

const PASSWORD: &str = "Qwerty12";

fn person(id: &str, algorithm: Algorithm) -> Person {
    Nca::new([7; 32], "2026-11-22T14:00:00Z".parse().unwrap()).person(&PersonSpec::individual(id, algorithm))
}

/// The folder of real artefacts, or `None` with a loud line.
fn real() -> Option<PathBuf> {
    #[expect(clippy::disallowed_methods, reason = "the tests' own switch")]
    let named = std::env::var("ELSHI_REAL_ARTEFACTS").ok().map(PathBuf::from);
    let real =
        named.unwrap_or_else(|| Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/eds/real")).into());
    if real.is_dir() {
        return Some(real);
    }
    eprintln!("SKIPPED: no real artefacts at {} (set ELSHI_REAL_ARTEFACTS)", real.display());
    None
}

#[test]
fn every_real_keystore_opens_and_its_key_has_its_certificate() {
    let Some(real) = real() else { return };
    let mut families = Vec::new();
    for file in std::fs::read_dir(real.join("p12")).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let octets = std::fs::read(&path).unwrap();
        let keystore = Keystore::open(&octets, PASSWORD).unwrap_or_else(|error| panic!("{name}: {error}"));
        let entry = keystore.entry(None).unwrap_or_else(|| panic!("{name}: {} keys", keystore.entries().len()));
        let certificate = std::fs::read(real.join(format!("certs/{name}.cer"))).unwrap();
        assert_eq!(entry.certificate.as_ref().unwrap().der(), certificate, "{name}");
        assert!(entry.signer().is_ok(), "{name}");
        families.push(entry.key.algorithm());
        assert_eq!(Keystore::open(&octets, "qwerty12").err(), Some(KeystoreError::WrongPassword), "{name}");
    }
    for family in [Family::Rsa, Family::Gost2004, Family::Gost512] {
        assert!(families.contains(&family), "no keystore with {family:?} among {}", families.len());
    }
}

#[test]
fn several_keys_keep_their_aliases_and_certificates() {
    let people = [person("one", Algorithm::Gost512), person("two", Algorithm::Gost2004), person("r", Algorithm::Rsa)];
    let octets =
        testkit::pkcs12::write(&[("қол қою", &people[0]), ("two", &people[1]), ("three", &people[2])], "құпия сөз");
    let keystore = Keystore::open(&octets, "құпия сөз").unwrap();
    assert_eq!(keystore.entries().len(), 3);
    assert!(keystore.entry(None).is_none(), "which of three keys nobody can guess");
    for (alias, person) in ["қол қою", "two", "three"].into_iter().zip(&people) {
        let entry = keystore.entry(Some(alias)).unwrap();
        assert_eq!(entry.certificate.as_ref().unwrap().der(), person.certificate.der, "{alias}");
    }
    assert!(keystore.entry(Some("four")).is_none());
}

#[test]
fn what_is_wrong_is_told_apart() {
    let person = person("one", Algorithm::Gost512);
    let octets = testkit::pkcs12::write(&[("one", &person)], PASSWORD);
    let error = |octets: &[u8], password: &str| Keystore::open(octets, password).err();
    assert_eq!(error(&octets, PASSWORD), None);
    assert_eq!(error(&octets, ""), Some(KeystoreError::WrongPassword));
    assert_eq!(error(&person.certificate.der, PASSWORD), Some(KeystoreError::NotKeystore));
    assert_eq!(error(b"", PASSWORD), Some(KeystoreError::NotKeystore));
    assert_eq!(error(&octets[..octets.len() - 40], PASSWORD), Some(KeystoreError::NotKeystore));
    assert_eq!(error(&testkit::pkcs12::write(&[], PASSWORD), PASSWORD), Some(KeystoreError::NoKey));
    assert_eq!(error(&vec![0x30; 2 * 1024 * 1024], PASSWORD), Some(KeystoreError::Limit("size")));
    assert_eq!(error(b"", &"x".repeat(1025)), Some(KeystoreError::Limit("password")));
    // The digest of the MAC is another one: SHA-1 is 1.3.14.3.2.26, here made 1.3.14.3.2.27.
    let sha1 = [6, 5, 43, 14, 3, 2, 26];
    let at = octets.windows(sha1.len()).rposition(|window| window == sha1).unwrap();
    let mut other = octets.clone();
    other[at + 6] = 27;
    assert_eq!(error(&other, PASSWORD), Some(KeystoreError::UnknownAlgorithm("1.3.14.3.2.27".to_owned())));
}

#[test]
fn rounds_beyond_the_limit_are_refused_at_once() {
    let person = person("one", Algorithm::Gost512);
    let mut octets = testkit::pkcs12::write(&[("one", &person)], PASSWORD);
    // The MAC's count of rounds stands last: INTEGER 1024, then the end of the outer value.
    let at = octets.len() - 6;
    assert_eq!(octets[at..], [2, 2, 4, 0, 0, 0]);
    octets.splice(at..at + 4, [2, 4, 0x7f, 0xff, 0xff, 0xff]);
    // The MacData above has become longer by two octets.
    let mac = octets.windows(2).rposition(|window| window == [0x30, 0x3d]).unwrap();
    octets[mac + 1] += 2;
    assert_eq!(Keystore::open(&octets, PASSWORD).err(), Some(KeystoreError::Limit("rounds")));
}

#[test]
fn no_secret_is_printed() {
    let person = person("one", Algorithm::Gost512);
    let keystore = Keystore::open(&testkit::pkcs12::write(&[("one", &person)], PASSWORD), PASSWORD).unwrap();
    assert_eq!(format!("{:?}", keystore.entries()[0].key), "PrivateKey(gost512)");
}

/// OpenSSL 3 repackages with PBES2, AES-256 and a SHA-256 MAC; `-legacy` keeps the old ciphers.
#[test]
fn keystores_of_openssl_open() {
    let folder = std::env::temp_dir().join(format!("elshi-keystore-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let openssl = |arguments: &str| {
        let output = Command::new("openssl").args(arguments.split(' ')).current_dir(&folder).output();
        output.is_ok_and(|output| output.status.success())
    };
    let made = openssl("req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 30 -subj /CN=keystore");
    if !made {
        eprintln!("SKIPPED: no openssl on this machine");
        return;
    }
    let mut opened = 0;
    for kind in [
        "-name modern",
        "-certpbe AES-128-CBC -keypbe AES-192-CBC -macalg sha1",
        "-certpbe PBE-SHA1-3DES -keypbe PBE-SHA1-3DES -macalg sha1",
        "-keypbe NONE -certpbe NONE",
    ] {
        let export = format!("pkcs12 -export -in cert.pem -inkey key.pem -out k.p12 -passout pass:{PASSWORD} {kind}");
        assert!(openssl(&export), "{export}");
        let octets = std::fs::read(folder.join("k.p12")).unwrap();
        let keystore = Keystore::open(&octets, PASSWORD).unwrap_or_else(|error| panic!("{kind}: {error}"));
        assert!(keystore.entry(None).unwrap().signer().is_ok(), "{kind}");
        assert_eq!(Keystore::open(&octets, "other").err(), Some(KeystoreError::WrongPassword), "{kind}");
        opened += 1;
    }
    assert_eq!(opened, 4);
    std::fs::remove_dir_all(&folder).unwrap();
}
