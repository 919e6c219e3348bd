//! Messages put together part by part, and every generation of authorities, as OpenSSL sees them (RSA).
//!
//! Must never: depend on this computer's clock.

use std::fs;
use std::path::Path;
use std::process::Command;

use jiff::{SignedDuration, Timestamp};
use testkit::cms::{Attribute, Encoding, Message, Signer, SignerName};
use testkit::nca::crl::List;
use testkit::nca::generation::Generation;
use testkit::scheme::Scheme;
use testkit::{Algorithm, Digest, Nca, PersonSpec, ber, oids};

const CONTENT: &[u8] = b"content of some length, so that it has segments";
const RSA: Algorithm = Algorithm::Rsa;

fn at() -> Timestamp {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

fn openssl(folder: &Path, arguments: &[&str]) -> (bool, String) {
    let output = Command::new("openssl").current_dir(folder).args(arguments).output().expect("openssl is installed");
    (output.status.success(), String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned())
}

/// Verifies a CMS with its content inside; `more` are further arguments.
fn verify(nca: &Nca, cms: &[u8], more: &[&str]) -> (bool, String) {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let hierarchy = nca.hierarchy(RSA);
    let mut authorities = String::new();
    for der in [&hierarchy.root.certificate.der, &hierarchy.issuing.certificate.der] {
        fs::write(folder.join("one.cer"), der).unwrap();
        authorities += &openssl(folder, &["x509", "-inform", "DER", "-in", "one.cer"]).1;
    }
    fs::write(folder.join("authorities.pem"), authorities).unwrap();
    fs::write(folder.join("signed.cms"), cms).unwrap();
    let moment = at().as_second().to_string();
    let arguments = ["cms", "-verify", "-binary", "-inform", "DER", "-in", "signed.cms", "-CAfile", "authorities.pem"];
    let (good, text) = openssl(folder, &[&arguments[..], &["-attime", &moment, "-out", "out"], more].concat());
    (good && fs::read(folder.join("out")).unwrap() == CONTENT, text)
}

fn signer(nca: &Nca, id: &str) -> Signer<'static> {
    Signer::new(&nca.person(&PersonSpec::individual(id, RSA)), at())
}

#[test]
fn openssl_accepts_every_encoding_name_and_digest() {
    let nca = Nca::new([7; 32], at());
    let encodings = [Encoding::Der, Encoding::IndefiniteOuter, Encoding::Indefinite { segment: 5 }];
    for encoding in encodings {
        for name in [SignerName::IssuerAndSerial, SignerName::KeyIdentifier] {
            for digest in [Digest::Sha256, Digest::Sha512] {
                let one = Signer { name, scheme: Scheme::rsa(digest), ..signer(&nca, "one") };
                let cms = Message { encoding, ..Message::new(CONTENT, vec![one, signer(&nca, "two")]) }.encode();
                let (good, text) = verify(&nca, &cms, &[]);
                assert!(good, "{encoding:?} {name:?} {digest:?}: {text}");
            }
        }
    }
}

#[test]
fn openssl_reads_signing_certificates_lists_and_tokens_inside() {
    let nca = Nca::new([7; 32], at());
    for digest in [Digest::Sha1, Digest::Sha256, Digest::Sha512] {
        let one = signer(&nca, "one").and(Attribute::SigningCertificate(digest));
        let tsa = nca.tsa(RSA);
        let stamped = one.stamped(move |signature| vec![tsa.token(Digest::Sha256, signature, at())]);
        let list = List::new(nca.issuing(RSA), at(), at() + SignedDuration::from_hours(1)).sign();
        let cms = Message { crls: vec![list], ..Message::new(CONTENT, vec![stamped]) }.encode();
        let (good, text) = verify(&nca, &cms, &["-cades", "-crl_check"]);
        assert!(good, "{digest:?}: {text}");
    }
    // It names another certificate: OpenSSL says so only where it is asked.
    let other = nca.responder(RSA).signer.certificate;
    let whole = testkit::cms::signing_certificate(Digest::Sha256, &other);
    let value = ber::read(&whole).0.child(1).child(0).whole.to_vec();
    let foreign = Attribute::Other(oids::SIGNING_CERTIFICATE_V2, vec![value]);
    let cms = Message::new(CONTENT, vec![signer(&nca, "one").and(foreign)]).encode();
    assert!(!verify(&nca, &cms, &["-cades"]).0);
}

#[test]
fn openssl_refuses_what_is_meant_to_be_wrong() {
    let nca = Nca::new([7; 32], at());
    let wrong = [
        Signer { broken: true, ..signer(&nca, "one") },
        Signer { message_digest: Some(vec![0; 32]), ..signer(&nca, "one") },
        Signer { embed: false, ..signer(&nca, "one") },
        Signer { scheme: Scheme::rsa(Digest::Sha1).named(oids::SHA256_WITH_RSA), ..signer(&nca, "one") },
    ];
    for (number, one) in wrong.into_iter().enumerate() {
        let (good, text) = verify(&nca, &Message::new(CONTENT, vec![one]).encode(), &[]);
        // OpenSSL believes the digest that is named beside the signature, whatever the signature's own name says.
        assert_eq!(good, number == 3, "{number}: {text}");
    }
}

#[test]
fn openssl_chains_every_generation() {
    let nca = Nca::new([7; 32], at());
    for generation in Generation::ALL {
        let hierarchy = nca.generation(generation, RSA);
        let person = nca.person_of(generation, &PersonSpec::individual("applicant", RSA));
        let folder = tempfile::tempdir().unwrap();
        let names = ["root", "nca", "person"];
        let all = [&hierarchy.root.certificate.der, &hierarchy.issuing.certificate.der, &person.certificate.der];
        for (name, der) in names.iter().zip(all) {
            fs::write(folder.path().join("der"), der).unwrap();
            let (_, pem) = openssl(folder.path(), &["x509", "-inform", "DER", "-in", "der"]);
            fs::write(folder.path().join(name), pem).unwrap();
        }
        let moment = at().as_second().to_string();
        let arguments = ["verify", "-attime", &moment, "-CAfile", "root", "-untrusted", "nca", "person"];
        let (good, text) = openssl(folder.path(), &arguments);
        // The NCA of 2018 is named in another order by what it issued: OpenSSL compares names as they stand.
        assert_eq!(good, generation != Generation::Y2018, "{generation:?}: {text}");
        if generation == Generation::Y2018 {
            assert!(text.contains("unable to get local issuer certificate"), "{text}");
            assert_eq!(hierarchy.issuing.certificate.subject_key_identifier.len(), 4);
            assert_ne!(person.certificate.issuer, hierarchy.issuing.name());
        }
    }
}

#[test]
fn a_list_of_a_million_is_written_in_seconds() {
    let nca = Nca::new([7; 32], at());
    let list = List::new(nca.issuing(RSA), at(), at() + SignedDuration::from_hours(1));
    let list = list.with_strangers(1_000_000, at());
    let entry = testkit::nca::crl::entry(&testkit::der::integer(&[0x5a; 20]), at(), None);
    assert_eq!(list.entries.len(), 1_000_000 * entry.len());
    let number = |entry: &[u8]| u32::from_be_bytes(entry[5..9].try_into().unwrap());
    let mut serials: Vec<_> = list.entries.chunks(entry.len()).map(number).collect();
    serials.sort_unstable();
    serials.dedup();
    assert_eq!(serials.len(), 1_000_000, "all serials differ");
    assert!(list.sign().len() > list.entries.len());
}
