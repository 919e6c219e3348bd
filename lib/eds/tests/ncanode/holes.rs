//! The holes found by reading NCANode's code: each input was accepted there.

use eds::{Code, Outcome};
use testkit::cms::{Message, Options, Signer, sign};
use testkit::nca::crl::List;
use testkit::ocsp::{Responder, Status};
use testkit::{Algorithm, Digest, Nca, PersonSpec, Validity, oids};

use crate::setting::{DAY, evidence, expect, expect_valid, judge, lists, nca, now, person};

const CONTENT: &[u8] = b"a contract";

/// CmsService.verify starts with valid=true and never lowers it without signers or matching certificates.
#[test]
fn hole_1_no_signers_or_no_certificates_are_not_valid() {
    let nca = nca();
    let (signer, other) =
        (person(&nca, Algorithm::Gost512), nca.person(&PersonSpec::individual("other", Algorithm::Gost512)));
    let none = sign(&[], CONTENT, &Options::attached(now()));
    expect(&judge(&none, &nca, &lists(&nca)), Outcome::Invalid, Code::NoSigners);
    let with_certificate =
        Message { certificates: vec![signer.certificate.der.clone()], ..Message::new(CONTENT, vec![]) };
    expect(&judge(&with_certificate.encode(), &nca, &lists(&nca)), Outcome::Invalid, Code::NoSigners);
    let bare = || Signer { embed: false, ..Signer::new(&signer, now()) };
    for certificates in [vec![], vec![other.certificate.der.clone()]] {
        let cms = Message { certificates, ..Message::new(CONTENT, vec![bare()]) }.encode();
        expect(&judge(&cms, &nca, &lists(&nca)), Outcome::Indeterminate, Code::SignerCertificateMissing);
    }
}

/// The imprint of the timestamp was not compared with the signature and the TSA's chain was not checked.
#[test]
fn hole_2_a_timestamp_over_another_signature_or_of_a_stranger_proves_nothing() {
    let nca = nca();
    let validity = Validity::Between(now() - DAY * 375, now() - DAY * 10);
    let signer = nca.person(&PersonSpec { validity, ..PersonSpec::individual("expired", Algorithm::Gost512) });
    let at = now() - DAY * 30;
    let (own, stranger) = (nca.tsa(Algorithm::Gost512), Nca::new([9; 32], now()).tsa(Algorithm::Gost512));
    let foreign = Signer::new(&signer, at).stamped(|_| vec![own.token(Digest::Streebog512, b"another signature", at)]);
    let untrusted = Signer::new(&signer, at).stamped(|value| vec![stranger.token(Digest::Streebog512, value, at)]);
    for signer in [foreign, untrusted] {
        let verdict = judge(&Message::new(CONTENT, vec![signer]).encode(), &nca, &lists(&nca));
        expect(&verdict, Outcome::Indeterminate, Code::TimestampIgnored);
        expect(&verdict, Outcome::Indeterminate, Code::CertificateExpired);
        assert!(verdict.signers[0].timestamp.is_none());
    }
    let good = Signer::new(&signer, at).stamped(|value| vec![own.token(Digest::Streebog512, value, at)]);
    expect_valid(&judge(&Message::new(CONTENT, vec![good]).encode(), &nca, &lists(&nca)));
}

/// OcspService verified neither the signature of the response nor its certID.
#[test]
fn hole_3_a_forged_ocsp_answer_or_one_about_another_certificate_does_not_count() {
    let nca = nca();
    let signer = person(&nca, Algorithm::Gost512);
    let serial = &signer.certificate.serial;
    let cms = signer.sign_attached(CONTENT, now());
    let honest = nca.responder(Algorithm::Gost512);
    let forger = Nca::new([9; 32], now()).holder(Algorithm::Gost512, "FORGER", &[]);
    let wrong_purpose = nca.tsa(Algorithm::Gost512).signer;
    let mut answers = Vec::new();
    for status in [Status::Good, Status::Revoked { at: now() - DAY, reason: Some(1) }] {
        let saying = honest.clone().saying(serial, status);
        for forged in [
            Responder { broken: true, ..saying.clone() },
            Responder { signer: forger.clone(), ..saying.clone() },
            Responder { signer: wrong_purpose.clone(), ..saying },
        ] {
            answers.push((forged.about(serial, now()), Code::OcspNotAuthentic));
        }
    }
    let another = Responder { about: Some(testkit::der::small_integer(5)), ..honest.clone() };
    answers.push((another.about(serial, now()), Code::RevocationMissing));
    for (answer, code) in answers {
        expect(&judge(&cms, &nca, &evidence(&[], &[answer])), Outcome::Indeterminate, code);
    }
    expect_valid(&judge(&cms, &nca, &evidence(&[], &[honest.about(serial, now())])));
    assert_eq!(wrong_purpose.certificate.extended_key_usages, [oids::TIME_STAMPING]);
}

/// CrlService checked neither the signature of the list nor nextUpdate.
#[test]
fn hole_4_an_unsigned_or_stale_list_does_not_count() {
    let nca = nca();
    let cms = person(&nca, Algorithm::Gost512).sign_attached(CONTENT, now());
    let fresh = nca.list(Algorithm::Gost512, now() - DAY, now() + DAY);
    let forger = Nca::new([9; 32], now()).issuing(Algorithm::Gost512);
    let forged = List { signer: Some(forger.key), ..fresh.clone() };
    let stale = nca.list(Algorithm::Gost512, now() - DAY * 9, now() - DAY);
    let endless = List { next_update: None, ..fresh.clone() };
    for (list, code) in [(forged, Code::CrlNotAuthentic), (stale, Code::CrlStale), (endless, Code::CrlStale)] {
        expect(&judge(&cms, &nca, &evidence(&[list.sign()], &[])), Outcome::Indeterminate, code);
    }
    expect_valid(&judge(&cms, &nca, &evidence(&[fresh.sign()], &[])));
}
