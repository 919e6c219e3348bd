//! Lists and answers: a changed one never counts, whatever it says.

use eds::crl::Crl;
use eds::ocsp::OcspResponse;
use eds::{Certificate, Evidence, Outcome, Policy, verify};
use testkit::nca::crl::HOLD;
use testkit::ocsp::Status;
use testkit::{Algorithm, Nca};

use crate::setting::{DAY, nca, now, person, trust};
use crate::tree::Node;

/// Every octet with another bit changed, and over the octets all bits; then every element.
fn changes(original: &[u8]) -> impl Iterator<Item = (String, Vec<u8>)> {
    let octet = |at: usize| {
        let mut changed = original.to_vec();
        changed[at] ^= 1 << (at % 8);
        (format!("octet {at}"), changed)
    };
    (0..original.len()).map(octet).chain(Node::read(original).changes())
}

fn issuer(nca: &Nca, algorithm: Algorithm) -> Option<Certificate> {
    Certificate::from_der(&nca.issuing(algorithm).certificate.der).ok()
}

#[test]
fn no_octet_and_no_element_of_a_list_can_change_and_be_authentic() {
    let mut nca = nca();
    for algorithm in Algorithm::ALL {
        nca.revoke_for(&person(&nca, algorithm), now() - DAY, Some(HOLD));
        let list = nca.crl_of(algorithm, now() - DAY, now() + DAY);
        let Some(issuer) = issuer(&nca, algorithm) else { panic!("a certificate") };
        let authentic = |der: &[u8]| Crl::from_der(der.to_vec()).is_ok_and(|list| list.is_signed_by(&issuer));
        assert!(authentic(&list));
        for (what, changed) in changes(&list) {
            if changed != list && authentic(&changed) {
                // The signed part, and so the meaning, is the same: only NULL beside the signature went or came.
                let signed = |der: &[u8]| testkit::ber::read(der).0.child(0).whole.to_vec();
                assert!(signed(&changed) == signed(&list), "{algorithm:?} {what}");
            }
        }
    }
}

#[test]
fn no_octet_and_no_element_of_an_answer_can_change_and_count() {
    let nca = nca();
    for algorithm in [Algorithm::Rsa, Algorithm::Gost2004] {
        let signer = person(&nca, algorithm);
        let cms = signer.sign_attached(b"content", now());
        let serial = &signer.certificate.serial;
        let hold = Status::Revoked { at: now() - DAY, reason: Some(HOLD) };
        for (status, outcome) in [(Status::Good, Outcome::Valid), (hold, Outcome::Invalid)] {
            let answer = nca.responder(algorithm).saying(serial, status).about(serial, now());
            let judge = |answer: &[u8]| {
                let mut evidence = Evidence::new();
                evidence.add_ocsp("ocsp", answer).ok();
                verify(&cms, None, trust(&nca), &evidence, &Policy::any(), now()).outcome
            };
            assert_eq!(judge(&answer), outcome);
            for (what, changed) in changes(&answer) {
                let counted = judge(&changed);
                assert!(counted == Outcome::Indeterminate || counted == outcome, "{algorithm:?} {status:?} {what}");
                // What is inside the OCTET STRING is signed; around it only what still says the same may count.
                let same = OcspResponse::from_der(&changed).is_ok_and(|read| read.produced_at() == now());
                assert!(counted == Outcome::Indeterminate || same, "{algorithm:?} {status:?} {what}");
            }
        }
    }
}

#[test]
fn no_element_inside_an_answer_can_go_come_or_move_and_count() {
    let nca = nca();
    let algorithm = Algorithm::Rsa;
    let Some(issuer) = issuer(&nca, algorithm) else { panic!("a certificate") };
    let signer = person(&nca, algorithm);
    let Ok(leaf) = Certificate::from_der(&signer.certificate.der) else { panic!("a certificate") };
    let answer = nca.responder(algorithm).about(&signer.certificate.serial, now());
    let outer = testkit::ber::read(&answer).0;
    let basic = outer.child(1).child(0).child(1).content.to_vec();
    let wrap = |basic: &[u8]| {
        let bytes = testkit::der::sequence(&[
            outer.child(1).child(0).child(0).whole.to_vec(),
            testkit::der::octet_string(basic),
        ]);
        testkit::der::sequence(&[testkit::der::enumerated(0), testkit::der::explicit(0, &bytes)])
    };
    assert_eq!(wrap(&basic), answer);
    let counts = |basic: &[u8]| {
        OcspResponse::from_der(&wrap(basic)).is_ok_and(|read| {
            read.signer(&issuer, std::iter::empty()).is_some() && read.answers_for(&leaf, &issuer).next().is_some()
        })
    };
    assert!(counts(&basic));
    let signed = |basic: &[u8]| testkit::ber::read(basic).0.child(0).whole.to_vec();
    for (what, changed) in Node::read(&basic).changes() {
        if counts(&changed) {
            assert!(signed(&changed) == signed(&basic), "{what}");
        }
    }
}
