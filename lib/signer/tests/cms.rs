//! What is signed here is judged by `eds`: valid as it is, not valid after any change, and in NCALayer's very octets.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use eds::{Evidence, Outcome, Policy, TrustList};
use jiff::Timestamp;
use signer::cms::{Options, add, pem, sign, with_token};
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

#[test]
fn another_signature_is_added_and_the_first_stays_octet_for_octet() {
    let nca = Nca::new([7; 32], at());
    let (first, _) = person(&nca, "first", Algorithm::Rsa);
    let (_, second) = person(&nca, "second", Algorithm::Gost512);
    let signer = second.entry(None).unwrap().signer().unwrap();
    let signing = options(false).signing;
    let mut ber = testkit::cms::Options::attached(at());
    ber.indefinite = true;
    let attached = first.sign_attached(DOCUMENT, at());
    for existing in [attached.clone(), testkit::cms::sign(&[&first], DOCUMENT, &ber)] {
        let info = existing.windows(2).rposition(|two| two == [0x30, 0x82]).unwrap();
        let both = add(&existing, None, signer, &signing).unwrap();
        assert_eq!(verdict(&nca, &both, None).outcome, Outcome::Valid);
        assert_eq!(verdict(&nca, &both, None).signers.len(), 2);
        let kept = &existing[info..existing.len() - 8];
        assert!(both.windows(kept.len()).any(|window| window == kept), "the first SignerInfo is kept");
    }
    let detached = first.sign_detached(DOCUMENT, at());
    let both = add(&detached, Some(DOCUMENT), signer, &signing).unwrap();
    assert_eq!(verdict(&nca, &both, Some(DOCUMENT)).outcome, Outcome::Valid);
    let error = |existing: &[u8], content| add(existing, content, signer, &signing).err();
    assert_eq!(error(&detached, None), Some(SignError::ContentMissing));
    assert_eq!(error(&attached, Some(b"other")), Some(SignError::ContentDiffers));
    assert_eq!(error(DOCUMENT, None), Some(SignError::Unreadable("message")));
}

#[test]
fn a_token_is_attached_to_the_signature_it_is_over() {
    let nca = Nca::new([7; 32], at());
    let (first, _) = person(&nca, "first", Algorithm::Gost2004);
    let (second, _) = person(&nca, "second", Algorithm::Gost512);
    let cms = testkit::cms::sign(&[&first, &second], DOCUMENT, &testkit::cms::Options::attached(at()));
    let tsa = nca.tsa(Algorithm::Gost512);
    let mut stamped = cms.clone();
    for number in 0..2 {
        let signature = eds::cms::parse(&cms).unwrap().signers[number].signature.to_vec();
        let token = tsa.token(testkit::Digest::Streebog512, &signature, at());
        // The order of signers may change with what is added: the token is tried where it fits.
        stamped = (0..2).find_map(|at| with_token(&stamped, at, &token).ok()).unwrap();
        assert_eq!(with_token(&cms, 1 - number, &token).err(), Some(SignError::TokenDiffers));
        assert_eq!(with_token(&cms, 2, &token).err(), Some(SignError::Signers));
    }
    let verdict = verdict(&nca, &stamped, None);
    assert_eq!(verdict.outcome, Outcome::Valid, "{:?}", verdict.findings);
    assert!(verdict.signers.iter().all(|signer| signer.timestamp.as_ref().is_some_and(|token| token.at == at())));
}
