//! Complaints about revocation data: what the library makes of an answer that is late, broken or missing.

use std::sync::Arc;

use eds::crl::Crl;
use eds::{Code, Evidence, Outcome, Policy, verify};
use testkit::Algorithm;
use testkit::ocsp::{self, Status};

use crate::setting::{DAY, evidence, expect, expect_valid, judge, lists, nca, now, person, trust};

const CONTENT: &[u8] = b"a contract";

/// #144: an OCSP answer that could not be parsed was reported as revoked=false.
#[test]
fn complaint_08_an_unreadable_ocsp_answer_is_never_good() {
    let nca = nca();
    let signer = person(&nca, Algorithm::Gost512);
    let cms = signer.sign_attached(CONTENT, now());
    let whole = nca.responder(Algorithm::Gost512).about(&signer.certificate.serial, now());
    let half = whole[..whole.len() / 2].to_vec();
    let refusal = ocsp::failure(ocsp::TRY_LATER);
    for answer in [half, refusal, b"<html>502 Bad Gateway</html>".to_vec(), Vec::new()] {
        let mut evidence = Evidence::new();
        assert!(evidence.add_ocsp("ocsp", &answer).is_err());
        let verdict = judge(&cms, &nca, &evidence);
        expect(&verdict, Outcome::Indeterminate, Code::RevocationMissing);
        expect(&verdict, Outcome::Indeterminate, Code::EvidenceUnreadable);
        evidence.add_ocsp("ocsp", &whole).unwrap();
        expect_valid(&judge(&cms, &nca, &evidence));
    }
}

/// #198: a failing DNS made valid false at random. Three outcomes, not two; the other half (retries and the cache that
/// keep it from happening): `crates/gateways/tests`.
#[test]
fn complaint_09_no_answer_is_indeterminate_and_waits_for_the_nca() {
    let nca = nca();
    let signer = person(&nca, Algorithm::Rsa);
    let cms = signer.sign_attached(CONTENT, now());
    let verdict = judge(&cms, &nca, &Evidence::new());
    expect(&verdict, Outcome::Indeterminate, Code::RevocationMissing);
    assert!(verdict.waits_for_nca(), "a later answer settles it");
    let answer = nca.responder(Algorithm::Rsa).about(&signer.certificate.serial, now());
    expect_valid(&judge(&cms, &nca, &evidence(&[], &[answer])));
}

/// #202: the CRL was parsed for every request until memory ran out. Other half (the cache): `crates/gateways/tests`.
#[test]
fn complaint_10_a_list_is_parsed_once_and_shared() {
    let mut nca = nca();
    let signer = person(&nca, Algorithm::Gost512);
    let cms = signer.sign_attached(CONTENT, now());
    nca.revoke(&signer, now() - DAY);
    let list = nca.list(Algorithm::Gost512, now() - DAY, now() + DAY).with_strangers(20_000, now() - DAY);
    let shared = Arc::new(Crl::from_der(list.sign()).unwrap());
    assert_eq!(shared.len(), 20_001);
    let trust = trust(&nca);
    for _ in 0..50 {
        let mut evidence = Evidence::new();
        evidence.add_shared_crl(Arc::clone(&shared));
        let verdict = verify(&cms, None, trust, &evidence, &Policy::any(), now());
        expect(&verdict, Outcome::Invalid, Code::CertificateRevoked);
    }
    assert_eq!(Arc::strong_count(&shared), 1, "nobody kept a copy");
}

/// #52, PR #104, #187: an empty or truncated CRL in the cache made every call a 500. Other half (atomic replacement):
/// `crates/gateways/tests`.
#[test]
fn complaint_11_an_empty_or_truncated_list_is_left_aside_and_the_others_count() {
    let nca = nca();
    let cms = person(&nca, Algorithm::Gost512).sign_attached(CONTENT, now());
    let whole = nca.crl(now() - DAY, now() + DAY);
    for broken in [&whole[..0], &whole[..1], &whole[..whole.len() - 1]] {
        let mut evidence = lists(&nca);
        assert!(evidence.add_crl("/var/cache/nca.crl", broken).is_err());
        let verdict = judge(&cms, &nca, &evidence);
        expect(&verdict, Outcome::Valid, Code::EvidenceUnreadable);
        let detail = verdict.findings[0].detail.clone().unwrap();
        assert!(detail.starts_with("nca.crl: "), "the operator's folders are nobody's business: {detail}");
    }
}

/// #54, #95, PR #218: addresses of lists were fixed in the code and dead. What stands at an address is judged by its
/// signature, not by where it came from; the other half (configured addresses): `crates/gateways/tests`.
#[test]
fn complaint_12_a_page_at_a_dead_address_is_no_list_and_a_list_from_elsewhere_is_one() {
    let nca = nca();
    let signer = person(&nca, Algorithm::Gost512);
    let cms = signer.sign_attached(CONTENT, now());
    let mut dead = Evidence::new();
    assert!(dead.add_crl("http://crl.pki.gov.kz/nca_gost.crl", b"<html>404 Not Found</html>").is_err());
    let verdict = judge(&cms, &nca, &dead);
    expect(&verdict, Outcome::Indeterminate, Code::EvidenceUnreadable);
    assert!(verdict.waits_for_nca());
    let mut elsewhere = Evidence::new();
    elsewhere.add_crl("from a mirror", &nca.crl(now() - DAY, now() + DAY)).unwrap();
    expect_valid(&judge(&cms, &nca, &elsewhere));
}

/// #198 again: the NCA's responder says "non-issued" as revoked in 1970; that is "I do not know it".
#[test]
fn complaint_09_a_non_issued_answer_is_unknown_and_not_revoked_in_1970() {
    let nca = nca();
    let signer = person(&nca, Algorithm::Gost512);
    let serial = &signer.certificate.serial;
    let cms = signer.sign_attached(CONTENT, now());
    let answer = nca.responder(Algorithm::Gost512).saying(serial, Status::NonIssued).about(serial, now());
    let verdict = judge(&cms, &nca, &evidence(&[], &[answer]));
    expect(&verdict, Outcome::Indeterminate, Code::RevocationUnknownToResponder);
}
