//! What this library asks of an OCSP responder and a TSA, and what it takes for an answer to that question.
//! Here because a played-back "good" and an unexplained "no timestamp" are NCANode's complaints #8 and #15.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::{Path, PathBuf};

use eds::digest::DigestAlgorithm;
use eds::evidence::Unreadable;
use eds::ocsp::OcspResponse;
use eds::timestamp::{Failure, ResponseRefused, token_of};
use eds::{Certificate, Code, Evidence, Lang, Outcome, Policy, TrustList, ocsp, timestamp, verify};
use jiff::{SignedDuration, Timestamp};
use testkit::cms::{Message, Signer};
use testkit::nca::extensions::extension;
use testkit::ocsp::CertId;
use testkit::tsa::{Request, Tsa};
use testkit::{Algorithm, Digest, Nca, Person, PersonSpec, certificate, der};

const ALGORITHM: Algorithm = Algorithm::Gost512;
const NONCE: [u8; 32] = [0xc5; 32];
const OCSP_NONCE: &str = "1.3.6.1.5.5.7.48.1.2";

fn now() -> Timestamp {
    "2026-11-22T14:00:00Z".parse().unwrap()
}

fn nca() -> Nca {
    Nca::new([7; 32], now())
}

fn person(nca: &Nca) -> Person {
    nca.person(&PersonSpec::individual("applicant", ALGORITHM))
}

fn read_certificate(minted: &certificate::Certificate) -> Certificate {
    Certificate::from_der(&minted.der).unwrap()
}

fn tsa() -> Tsa {
    nca().tsa(ALGORITHM)
}

/// A token over "signature"; the nonce is an INTEGER in DER.
fn stamped(nonce: Option<Vec<u8>>) -> Vec<u8> {
    let imprint = der::sequence(&[ALGORITHM.digest_identifier(), der::octet_string(&ALGORITHM.digest(b"signature"))]);
    tsa().stamp(&Request { imprint, nonce, certificate: true }, now())
}

/// TimeStampResp of these parts.
fn reply(status: &[Vec<u8>], token: Option<Vec<u8>>) -> Vec<u8> {
    let mut parts = vec![der::sequence(status)];
    parts.extend(token);
    der::sequence(&parts)
}

#[test]
fn an_ocsp_request_is_the_one_of_rfc_6960() {
    let nca = nca();
    let (issuing, person) = (nca.issuing(ALGORITHM), person(&nca));
    let (certificate, issuer) = (read_certificate(&person.certificate), read_certificate(&issuing.certificate));
    let sha256 = |octets: &[u8]| DigestAlgorithm::Sha256.digest(&[octets]);
    let id = der::sequence(&[
        der::algorithm("2.16.840.1.101.3.4.2.1"),
        der::octet_string(&sha256(certificate.issuer().raw())),
        der::octet_string(&sha256(issuer.key_octets())),
        person.certificate.serial.clone(),
    ]);
    let list = der::sequence(&[der::sequence(&[id])]);
    assert_eq!(
        ocsp::request(&certificate, &issuer, None),
        der::sequence(&[der::sequence(std::slice::from_ref(&list))])
    );
    let nonce = extension(OCSP_NONCE, &der::octet_string(&NONCE));
    let wanted = der::sequence(&[der::sequence(&[list, der::explicit(2, &der::sequence(&[nonce]))])]);
    assert_eq!(ocsp::request(&certificate, &issuer, Some(&NONCE)), wanted);
    // RFC 8954 2.1: 1 to 32 octets.
    for nonce in [&[][..], &[1; 33]] {
        assert_eq!(ocsp::request(&certificate, &issuer, Some(nonce)), ocsp::request(&certificate, &issuer, None));
    }
}

#[test]
fn an_answer_counts_only_with_the_nonce_that_was_sent() {
    let nca = nca();
    let (issuing, signer) = (nca.issuing(ALGORITHM), person(&nca));
    let cms = signer.sign_attached(b"content", now());
    let authorities = [nca.hierarchy(ALGORITHM).root.certificate.der.clone(), issuing.certificate.der.clone()];
    let trust = TrustList::from_certificates(authorities.iter().map(Vec::as_slice)).0;
    let answer = |nonce: Option<&[u8]>| {
        let id = CertId::new(Digest::Sha256, &issuing.certificate, &signer.certificate.serial);
        let asked = testkit::ocsp::Request { ids: vec![id], nonce: nonce.map(<[u8]>::to_vec) };
        nca.responder(ALGORITHM).answer(&asked, now() - SignedDuration::from_hours(1))
    };
    let judge = |evidence: &Evidence| verify(&cms, None, &trust, evidence, &Policy::any(), now());
    // As RFC 8954 writes it, and bare as older responders echo it.
    for body in [der::octet_string(&NONCE), NONCE.to_vec()] {
        let response = answer(Some(&body));
        assert_eq!(OcspResponse::from_der(&response).unwrap().nonce(), Some(&NONCE[..]));
        let mut evidence = Evidence::new();
        evidence.add_ocsp_asked("ocsp", &response, &NONCE).unwrap();
        assert_eq!(judge(&evidence).outcome, Outcome::Valid);
    }
    for played_back in [answer(None), answer(Some(&der::octet_string(&[1; 32])))] {
        let mut evidence = Evidence::new();
        let refused = evidence.add_ocsp_asked("http://ocsp.example/", &played_back, &NONCE);
        assert_eq!(refused, Err(Unreadable::NonceDiffers));
        let verdict = judge(&evidence);
        assert_eq!(verdict.outcome, Outcome::Indeterminate);
        let codes: Vec<_> = verdict.all_findings().map(|finding| finding.code).collect();
        assert!(codes.contains(&Code::OcspNonceDiffers) && codes.contains(&Code::RevocationMissing), "{codes:?}");
    }
    // Nothing was sent, so nothing can be echoed.
    assert!(Evidence::new().add_ocsp_asked("ocsp", &answer(None), &[]).is_err());
}

#[test]
fn a_responder_that_gives_no_answer_is_named() {
    for (status, name) in [(1, "malformedRequest"), (2, "internalError"), (3, "tryLater"), (6, "unauthorized")] {
        let response = der::sequence(&[der::enumerated(status)]);
        assert_eq!(ocsp::refusal(&response), Some(name));
        assert!(Evidence::new().add_ocsp("ocsp", &response).is_err());
    }
    assert_eq!(ocsp::refusal(b"<html>"), None);
}

#[test]
fn a_timestamp_request_is_the_one_of_rfc_3161() {
    let imprint = [7; 64];
    let policy = eds::oid::DATA.as_bytes();
    let wanted = der::sequence(&[
        der::small_integer(1),
        der::sequence(&[ALGORITHM.digest_identifier(), der::octet_string(&imprint)]),
        der::oid("1.2.840.113549.1.7.1"),
        der::integer(&[0x80, 1]),
        der::boolean_true(),
    ]);
    assert_eq!(timestamp::request(DigestAlgorithm::Streebog512, &imprint, &[0, 0x80, 1], Some(policy)), wanted);
}

#[test]
fn a_token_is_taken_only_for_this_imprint_and_nonce() {
    let imprint = ALGORITHM.digest(b"signature");
    let token = stamped(Some(der::integer(&[0x81, 2])));
    let granted = |status| reply(&[der::small_integer(status)], Some(token.clone()));
    for response in [granted(0), granted(1)] {
        assert_eq!(token_of(&response, &imprint, Some(&[0, 0x81, 2])).unwrap(), token);
        assert_eq!(token_of(&response, &imprint, None).unwrap(), token);
        assert_eq!(token_of(&response, &imprint, Some(&[0x81, 3])), Err(ResponseRefused::NonceDiffers));
        let other = ALGORITHM.digest(b"another");
        assert_eq!(token_of(&response, &other, Some(&[0x81, 2])), Err(ResponseRefused::ImprintDiffers));
    }
    let silent = reply(&[der::small_integer(0)], Some(stamped(None)));
    assert_eq!(token_of(&silent, &imprint, Some(&[0x81, 2])), Err(ResponseRefused::NonceDiffers));
    let none = reply(&[der::small_integer(0)], None);
    assert_eq!(token_of(&none, &imprint, None), Err(ResponseRefused::TokenMissing));
    let foreign = Message::new(b"content", vec![Signer::new(tsa().signer, now())]).encode();
    for wrong in [foreign, der::null(), der::sequence(&[])] {
        let response = reply(&[der::small_integer(0)], Some(wrong));
        assert_eq!(token_of(&response, &imprint, None), Err(ResponseRefused::TokenUnreadable));
    }
}

#[test]
fn a_refusing_tsa_is_explained_with_its_own_words() {
    for (bits, failure) in [
        (der::bits(7, &[0x80]), Failure::BadAlgorithm),
        (der::bits(5, &[0x20]), Failure::BadRequest),
        (der::bits(2, &[0x04]), Failure::BadDataFormat),
        (der::bits(1, &[0, 2]), Failure::TimeNotAvailable),
        (der::bits(0, &[0, 1]), Failure::UnacceptedPolicy),
        (der::bits(6, &[0, 0, 0, 0x40]), Failure::SystemFailure),
    ] {
        let status = [der::small_integer(2), der::sequence(&[der::utf8("no\u{1b}\u{7} today")]), bits];
        let refused = token_of(&reply(&status, None), &[], None).unwrap_err();
        let text = Some("no today".to_owned());
        assert_eq!(refused, ResponseRefused::Failed { status: 2, failure: Some(failure), text });
        let sentences = [Lang::Kk, Lang::Ru, Lang::En].map(|lang| refused.sentence(lang));
        assert!(sentences.iter().all(|sentence| sentence.contains(failure.as_str()) && sentence.contains("no today")));
    }
    // A token beside a refusal is no token.
    let token = stamped(None);
    let refused = token_of(&reply(&[der::small_integer(3)], Some(token)), &ALGORITHM.digest(b"signature"), None);
    assert!(matches!(refused, Err(ResponseRefused::Failed { status: 3, failure: None, text: None })));
    for page in [&b""[..], b"<html>403 Forbidden</html>", &[0x30, 0x80], &[0x30, 0x88, 0xff, 0xff]] {
        assert!(matches!(token_of(page, &[], None), Err(ResponseRefused::Unreadable(_))));
    }
}

#[test]
fn changed_responses_never_panic() {
    let token = stamped(Some(der::integer(&[5])));
    let response = reply(&[der::small_integer(0)], Some(token));
    let imprint = ALGORITHM.digest(b"signature");
    for at in 0..response.len() {
        let _ = token_of(&response[..at], &imprint, Some(&[5]));
        for octet in [0, 0x7f, 0x80, 0xff] {
            let mut changed = response.clone();
            changed[at] = octet;
            let _ = token_of(&changed, &imprint, Some(&[5]));
            let _ = ocsp::refusal(&changed);
        }
    }
}

#[test]
fn the_real_responses_of_the_nca_are_understood() {
    #[expect(clippy::disallowed_methods, reason = "the tests' own switch")]
    let named = std::env::var("ELSHI_REAL_ARTEFACTS").ok().map(PathBuf::from);
    let real =
        named.unwrap_or_else(|| Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/eds/real")).into());
    if !real.is_dir() {
        eprintln!("SKIPPED: no real artefacts at {} (set ELSHI_REAL_ARTEFACTS)", real.display());
        return;
    }
    let read = |name: &str| std::fs::read(real.join(name)).unwrap();
    let response = read("tsp/tsp_response.bin");
    // Read off the response with openssl asn1parse: a SHA-1 imprint and a six-octet nonce.
    let imprint = [
        0x14, 0x65, 0xda, 0xd1, 0x26, 0xd3, 0x2b, 0xf7, 0xaa, 0x5d, 0x3b, 0x95, 0xa5, 0xc7, 0xc3, 0x31, 0xcd, 0xff,
        0x34, 0xdf,
    ];
    let nonce = [0x01, 0x83, 0x50, 0xc0, 0x22, 0xd7];
    assert_eq!(token_of(&response, &imprint, Some(&nonce)).unwrap(), read("tsp/tsp_token.bin"));
    assert_eq!(token_of(&response, &imprint, Some(&nonce[1..])), Err(ResponseRefused::NonceDiffers));
    for name in ["ocsp_response_individual_2015.bin", "ocsp_response_individual_sign_2004.bin"] {
        let octets = read(&format!("ocsp/{name}"));
        let response = OcspResponse::from_der(&octets).unwrap();
        let nonce = response.nonce().unwrap();
        assert!((ocsp::NONCE_BYTES_MIN..=ocsp::NONCE_BYTES_MAX).contains(&nonce.len()), "{}", nonce.len());
        assert!(Evidence::new().add_ocsp_asked(name, &octets, nonce).is_ok());
        assert_eq!(Evidence::new().add_ocsp_asked(name, &octets, &NONCE), Err(Unreadable::NonceDiffers));
    }
}
