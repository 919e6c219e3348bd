//! Weak is invalid: digests, keys and signature algorithms of messages, certificates and lists.

use eds::{Code, Outcome, Policy, verify};
use testkit::cms::{Message, Signer};
use testkit::nca::crl::List;
use testkit::nca::extensions::{SIGN_AND_COMMIT, key_usage};
use testkit::nca::subject;
use testkit::nca::template::Template;
use testkit::scheme::Scheme;
use testkit::{Algorithm, Digest, Holder, Key, Nca, der, oids};

use crate::setting::{DAY, codes, evidence, expect, expect_valid, judge, list, lists, nca, now, person};

const CONTENT: &[u8] = b"content";

fn by_scheme(nca: &Nca, algorithm: Algorithm, scheme: Scheme) -> eds::Verdict {
    let signer = Signer { scheme, ..Signer::new(&person(nca, algorithm), now()) };
    judge(&Message::new(CONTENT, vec![signer]).encode(), nca, &lists(nca))
}

#[test]
fn sha1_in_the_signature_or_as_its_digest_is_weak() {
    let nca = nca();
    expect(&by_scheme(&nca, Algorithm::Rsa, Scheme::rsa(Digest::Sha1)), Outcome::Invalid, Code::AlgorithmWeak);
    let through_digest = Scheme::rsa(Digest::Sha1).named(oids::RSA_ENCRYPTION);
    expect(&by_scheme(&nca, Algorithm::Rsa, through_digest), Outcome::Invalid, Code::AlgorithmWeak);
}

#[test]
fn md5_is_weak() {
    let nca = nca();
    let scheme = Scheme::rsa(Digest::Sha256).named(oids::MD5_WITH_RSA);
    expect(&by_scheme(&nca, Algorithm::Rsa, scheme), Outcome::Invalid, Code::AlgorithmWeak);
    let md5 = der::algorithm("1.2.840.113549.2.5");
    let signer = Signer { digest_identifier: Some(md5), ..Signer::new(&person(&nca, Algorithm::Rsa), now()) };
    let verdict = judge(&Message::new(CONTENT, vec![signer]).encode(), &nca, &lists(&nca));
    expect(&verdict, Outcome::Invalid, Code::AlgorithmUnknown);
}

#[test]
fn the_stronger_kin_of_sha256_and_the_names_other_software_writes_are_accepted() {
    let nca = nca();
    for digest in [Digest::Sha256, Digest::Sha384, Digest::Sha512] {
        expect_valid(&by_scheme(&nca, Algorithm::Rsa, Scheme::rsa(digest)));
        expect_valid(&by_scheme(&nca, Algorithm::Rsa, Scheme::rsa(digest).named(oids::RSA_ENCRYPTION)));
    }
    for (algorithm, key) in [(Algorithm::Gost2004, oids::GOST2004_KEY), (Algorithm::Gost512, oids::GOST512_KEY)] {
        expect_valid(&by_scheme(&nca, algorithm, Scheme::of(algorithm).named(key)));
    }
}

/// GOST R 34.10-2015 with 256 bits stands in the tables only: the curve with a cofactor behind the same interface.
#[test]
fn the_curve_nobody_has_met_is_ready() {
    let nca = nca();
    let algorithm = Algorithm::Gost256;
    let hierarchy = nca.hierarchy(algorithm);
    let trust = list([hierarchy.root.certificate.der.clone(), hierarchy.issuing.certificate.der.clone()]);
    let signer = person(&nca, algorithm);
    let stamped = Signer::new(&signer, now() - DAY)
        .stamped(|signature| vec![nca.tsa(algorithm).token(Digest::Streebog256, signature, now() - DAY)]);
    let cms = Message::new(CONTENT, vec![stamped]).encode();
    let document = testkit::xml::sign("<a></a>", &signer, &testkit::xml::Options::default());
    let list = nca.crl_of(algorithm, now() - DAY, now() + DAY);
    let answer = nca.responder(algorithm).about(&signer.certificate.serial, now());
    for known in [evidence(&[list], &[]), evidence(&[], &[answer])] {
        for file in [cms.as_slice(), document.as_bytes()] {
            let verdict = verify(file, None, &trust, &known, &Policy::any(), now());
            expect_valid(&verdict);
            assert_eq!(verdict.signers[0].algorithm, Some(eds::Algorithm::Gost256));
        }
    }
    let broken = Signer { broken: true, ..Signer::new(&signer, now()) };
    let broken = Message::new(CONTENT, vec![broken]).encode();
    let verdict = verify(&broken, None, &trust, &lists(&nca), &Policy::any(), now());
    expect(&verdict, Outcome::Invalid, Code::SignatureWrong);
}

#[test]
fn a_digest_that_does_not_belong_to_the_signature_is_refused() {
    let nca = nca();
    for (algorithm, digest) in [
        (Algorithm::Gost512, Digest::Gost34311),
        (Algorithm::Gost512, Digest::Streebog256),
        (Algorithm::Gost2004, Digest::Streebog256),
        (Algorithm::Gost2004, Digest::Sha256),
        (Algorithm::Rsa, Digest::Sha512),
    ] {
        // The signature names its own algorithm, the digest is another one.
        let scheme = Scheme { digest, ..Scheme::of(algorithm) };
        expect(&by_scheme(&nca, algorithm, scheme), Outcome::Invalid, Code::AlgorithmDiffers);
    }
}

#[test]
fn the_algorithm_of_another_key_is_refused() {
    let nca = nca();
    let scheme = Scheme { identifier: Algorithm::Gost512.signature_identifier(), digest: Digest::Streebog512 };
    expect(&by_scheme(&nca, Algorithm::Gost2004, scheme), Outcome::Invalid, Code::AlgorithmDiffers);
}

#[test]
fn parameters_other_than_null_make_an_algorithm_unknown() {
    let nca = nca();
    let identifier = der::sequence(&[der::oid(oids::GOST512_SIGNATURE), der::small_integer(1)]);
    let scheme = Scheme { identifier, ..Scheme::of(Algorithm::Gost512) };
    expect(&by_scheme(&nca, Algorithm::Gost512, scheme), Outcome::Invalid, Code::AlgorithmUnknown);
    let absent =
        Scheme { identifier: der::sequence(&[der::oid(oids::GOST512_SIGNATURE)]), ..Scheme::of(Algorithm::Gost512) };
    expect_valid(&by_scheme(&nca, Algorithm::Gost512, absent));
}

/// A person of the RSA authority with this key and scheme of the certificate's signature.
fn odd(nca: &Nca, key: Key, scheme: Option<Scheme>) -> Holder {
    let extensions = vec![key_usage(SIGN_AND_COMMIT)];
    let template = Template::new(subject::plain("ODD TESTKIT"), (now() - DAY, now() + DAY), extensions);
    Template { scheme, ..template }.issue(&nca.issuing(Algorithm::Rsa), key)
}

#[test]
fn an_rsa_key_under_2048_bits_is_weak() {
    let nca = nca();
    for (bits, outcome) in [(1024, Outcome::Invalid), (2047, Outcome::Invalid), (2048, Outcome::Valid)] {
        let signer = odd(&nca, Key::rsa_of_bits([bits as u8; 32], bits), None);
        let verdict = judge(&Message::new(CONTENT, vec![Signer::new(signer, now())]).encode(), &nca, &lists(&nca));
        assert_eq!(verdict.outcome, outcome, "{bits} {:?}", codes(&verdict));
        assert_eq!(codes(&verdict).contains(&Code::AlgorithmWeak), outcome == Outcome::Invalid);
    }
}

#[test]
fn a_certificate_signed_over_sha1_is_weak() {
    let nca = nca();
    let signer = odd(&nca, person(&nca, Algorithm::Rsa).key, Some(Scheme::rsa(Digest::Sha1)));
    let verdict = judge(&Message::new(CONTENT, vec![Signer::new(signer, now())]).encode(), &nca, &lists(&nca));
    expect(&verdict, Outcome::Invalid, Code::AlgorithmWeak);
}

#[test]
fn a_list_signed_over_sha1_proves_nothing_and_makes_nothing_invalid() {
    let nca = nca();
    let cms = person(&nca, Algorithm::Rsa).sign_attached(CONTENT, now());
    let list = nca.list(Algorithm::Rsa, now() - DAY, now() + DAY);
    let weak = List { scheme: Some(Scheme::rsa(Digest::Sha1)), ..list.clone() };
    expect(&judge(&cms, &nca, &evidence(&[weak.sign()], &[])), Outcome::Indeterminate, Code::CrlNotAuthentic);
    let strong = List { scheme: Some(Scheme::rsa(Digest::Sha512)), ..list };
    expect_valid(&judge(&cms, &nca, &evidence(&[strong.sign()], &[])));
}
