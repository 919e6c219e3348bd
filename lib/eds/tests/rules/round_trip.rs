//! What this library asks, the mini NCA's services answer, and the answers count: nothing in between.

use eds::digest::DigestAlgorithm;
use eds::timestamp::{ResponseRefused, token_of};
use eds::{Certificate, Code, Evidence, Outcome, Policy, verify};
use testkit::cms::{Message, Signer};
use testkit::nca::generation::Generation;
use testkit::ocsp::{Nonce, Responder, Status};
use testkit::tsa::{self, Tsa};
use testkit::{Algorithm, Nca, Person, PersonSpec, Validity};

use crate::setting::{DAY, expect, expect_valid, judge, list, lists, nca, now};

const CONTENT: &[u8] = b"content";
const NONCE: &[u8] = b"0123456789abcdef";

/// Asks the responder of a generation's authority about a person, and judges with its answer alone.
fn asked(nca: &Nca, generation: Generation, signer: &Person, change: impl Fn(&mut Responder)) -> eds::Verdict {
    let hierarchy = nca.generation(generation, signer.algorithm());
    let mut responder = Responder::new((&hierarchy.issuing).into(), (&hierarchy.issuing).into());
    change(&mut responder);
    let mut evidence = Evidence::new();
    let read = |der: &[u8]| Certificate::from_der(der).ok();
    if let (Some(leaf), Some(issuer)) = (read(&signer.certificate.der), read(&hierarchy.issuing.certificate.der)) {
        let answer = responder.respond(&eds::ocsp::request(&leaf, &issuer, Some(NONCE)), now());
        evidence.add_ocsp_asked("ocsp", &answer, NONCE).ok();
    }
    let trust = list([hierarchy.root.certificate.der.clone(), hierarchy.issuing.certificate.der.clone()]);
    verify(&signer.sign_attached(CONTENT, now()), None, &trust, &evidence, &Policy::any(), now())
}

#[test]
fn an_ocsp_request_is_answered_and_the_answer_counts_in_every_generation() {
    let nca = nca();
    for generation in Generation::ALL {
        for algorithm in Algorithm::ALL {
            let signer = nca.person_of(generation, &PersonSpec::individual("applicant", algorithm));
            let serial = signer.certificate.serial.clone();
            expect_valid(&asked(&nca, generation, &signer, |_| {}));
            let revoked = Status::Revoked { at: now() - DAY, reason: Some(1) };
            let verdict = asked(&nca, generation, &signer, |responder| responder.set(&serial, revoked));
            expect(&verdict, Outcome::Invalid, Code::CertificateRevoked);
        }
    }
}

#[test]
fn an_answer_without_our_nonce_is_left_aside() {
    let nca = nca();
    let signer = nca.person(&PersonSpec::individual("applicant", Algorithm::Gost512));
    for nonce in [Nonce::Leave, Nonce::Change] {
        let verdict = asked(&nca, Generation::Y2022, &signer, |responder| responder.nonce = nonce);
        expect(&verdict, Outcome::Indeterminate, Code::OcspNonceDiffers);
    }
}

#[test]
fn a_timestamp_request_is_answered_and_the_token_proves_the_time() {
    let nca = nca();
    let at = now() - DAY * 30;
    let validity = Validity::Between(now() - DAY * 375, now() - DAY * 10);
    for algorithm in Algorithm::ALL {
        let signer = nca.person(&PersonSpec { validity, ..PersonSpec::individual("expired", algorithm) });
        let tsa = nca.tsa(algorithm);
        for digest in [DigestAlgorithm::Sha256, DigestAlgorithm::Gost34311, DigestAlgorithm::Streebog512] {
            let stamped = Signer::new(&signer, at).stamped(|signature| {
                let imprint = digest.digest(&[signature]);
                let response = tsa.respond(&eds::timestamp::request(digest, &imprint, NONCE, None), at);
                token_of(&response, &imprint, Some(NONCE)).into_iter().map(|token| token.to_vec()).collect()
            });
            let verdict = judge(&Message::new(CONTENT, vec![stamped]).encode(), &nca, &lists(&nca));
            expect_valid(&verdict);
            assert_eq!(verdict.signers[0].timestamp.as_ref().map(|stamp| stamp.at), Some(at));
        }
    }
}

#[test]
fn a_tsa_that_refuses_or_answers_something_else_is_told_apart() {
    let own = nca().tsa(Algorithm::Gost512);
    let imprint = DigestAlgorithm::Sha256.digest(&[b"signature"]);
    let request = eds::timestamp::request(DigestAlgorithm::Sha256, &imprint, NONCE, None);
    let refused = |tsa: &Tsa| token_of(&tsa.respond(&request, now()), &imprint, Some(NONCE)).err();
    assert_eq!(refused(&own), None);
    for nonce in [Nonce::Leave, Nonce::Change] {
        assert_eq!(refused(&Tsa { nonce, ..own.clone() }), Some(ResponseRefused::NonceDiffers));
    }
    assert_eq!(refused(&Tsa { other_imprint: true, ..own.clone() }), Some(ResponseRefused::ImprintDiffers));
    let busy = Tsa { refusal: Some(tsa::SYSTEM_FAILURE), ..own };
    assert!(matches!(refused(&busy), Some(ResponseRefused::Failed { status: 2, .. })));
}
