//! What is signed here is judged by `eds`: valid as it is, not valid after any change, and in NCALayer's very octets.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use eds::{Evidence, Outcome, Policy, TrustList};
use jiff::Timestamp;
use signer::cms::{Options, pem, sign};
use signer::{Keystore, SignError, Signer, Signing};
use testkit::{Algorithm, Nca, Person, PersonSpec};

const DOCUMENT: &[u8] = b"an application";

fn at() -> Timestamp {
    "2026-11-22T14:00:00Z".parse().unwrap()
}

fn options(detached: bool) -> Options {
    Options { detached, signing: Signing { at: at(), added: [0; 32] } }
}

fn person(nca: &Nca, id: &str, algorithm: Algorithm) -> (Person, Keystore) {
    let person = nca.person(&PersonSpec::individual(id, algorithm));
    let keystore = Keystore::open(&testkit::pkcs12::write(&[(id, &person)], "1"), "1").unwrap();
    (person, keystore)
}

fn verdict(nca: &Nca, cms: &[u8], content: Option<&[u8]>) -> eds::Verdict {
    let mut evidence = Evidence::new();
    let mut trusted = Vec::new();
    for algorithm in Algorithm::ALL {
        let hierarchy = nca.hierarchy(algorithm);
        trusted.extend([hierarchy.root.certificate.der.clone(), hierarchy.issuing.certificate.der.clone()]);
        let crl = nca.crl_of(
            algorithm,
            at() - jiff::SignedDuration::from_hours(1),
            at() + jiff::SignedDuration::from_hours(1),
        );
        assert!(evidence.add_crl("crl", &crl).is_ok());
    }
    let (trust, problems) = TrustList::from_certificates(trusted.iter().map(Vec::as_slice));
    assert!(problems.is_empty());
    eds::verify(cms, content, &trust, &evidence, &Policy::any(), at())
}

#[test]
fn all_three_algorithms_sign_attached_and_detached_in_ncalayers_octets() {
    let nca = Nca::new([7; 32], at());
    for algorithm in Algorithm::ALL {
        let (person, keystore) = person(&nca, "one", algorithm);
        let signer = keystore.entry(None).unwrap().signer().unwrap();
        let attached = sign(DOCUMENT, &[signer], &options(false)).unwrap();
        assert_eq!(attached, person.sign_attached(DOCUMENT, at()), "{algorithm:?}");
        assert_eq!(verdict(&nca, &attached, None).outcome, Outcome::Valid, "{algorithm:?}");
        let detached = sign(DOCUMENT, &[signer], &options(true)).unwrap();
        assert_eq!(detached, person.sign_detached(DOCUMENT, at()), "{algorithm:?}");
        assert_eq!(verdict(&nca, &detached, Some(DOCUMENT)).outcome, Outcome::Valid, "{algorithm:?}");
        assert_eq!(verdict(&nca, &detached, Some(b"another")).outcome, Outcome::Invalid, "{algorithm:?}");
    }
}

#[test]
fn several_people_sign_at_once_and_each_is_told() {
    let nca = Nca::new([7; 32], at());
    let all = Algorithm::ALL.map(|algorithm| person(&nca, "one", algorithm).1);
    let signers = all.each_ref().map(|keystore| keystore.entry(None).unwrap().signer().unwrap());
    let cms = sign(DOCUMENT, &signers, &options(false)).unwrap();
    let verdict = verdict(&nca, pem(&cms).as_bytes(), None);
    assert_eq!(verdict.outcome, Outcome::Valid, "{:?}", verdict.findings);
    assert_eq!(verdict.signers.len(), 3);
}

#[test]
fn long_contents_keep_their_lengths() {
    let nca = Nca::new([7; 32], at());
    let (_, keystore) = person(&nca, "one", Algorithm::Gost512);
    let signer = keystore.entry(None).unwrap().signer().unwrap();
    for length in [0, 1, 127, 128, 70_000] {
        let content = vec![5; length];
        let cms = sign(&content, &[signer], &options(false)).unwrap();
        assert_eq!(verdict(&nca, &cms, Some(&content)).outcome, Outcome::Valid, "{length}");
    }
}

#[test]
fn a_key_signs_under_its_own_certificate_only() {
    let nca = Nca::new([7; 32], at());
    let (one, two) = (person(&nca, "one", Algorithm::Gost512).1, person(&nca, "two", Algorithm::Gost512).1);
    let foreign = two.entries()[0].certificate.as_ref().unwrap();
    assert_eq!(Signer::new(&one.entries()[0].key, foreign).err(), Some(SignError::KeyDiffers));
    assert_eq!(sign(DOCUMENT, &[], &options(false)).err(), Some(SignError::NoSigner));
}

#[test]
fn the_armour_is_ncalayers() {
    for length in [0, 1, 47, 48, 49, 1000] {
        let octets = vec![7; length];
        assert_eq!(pem(&octets), testkit::cms::pem(&octets), "{length}");
    }
}
