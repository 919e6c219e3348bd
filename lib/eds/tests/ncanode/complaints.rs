//! Complaints about signatures, certificates and their forms.

use eds::{Certificate, CertificateSummary, Code, Lang, Outcome, Policy, Role, TrustList, VerdictReport, verify};
use testkit::cms::{Message, Options, Signer, pem, sign};
use testkit::nca::generation::Generation;
use testkit::{Algorithm, Digest, Nca, Person, PersonSpec, Role as Kind, Validity, xml};

use crate::setting::{DAY, codes, evidence, expect, expect_valid, judge, list, lists, nca, now, person, trust};

const CONTENT: &[u8] = b"a contract";

/// A person whose certificate ended ten days ago.
fn expired(nca: &Nca, algorithm: Algorithm) -> Person {
    let validity = Validity::Between(now() - DAY * 375, now() - DAY * 10);
    nca.person(&PersonSpec { validity, ..PersonSpec::individual("expired", algorithm) })
}

/// #103: a CMS with an expired certificate was answered 500. Other half (HTTP): `cms/verify` of the face.
#[test]
fn complaint_01_a_cms_with_an_expired_certificate_gets_a_verdict() {
    let nca = nca();
    let verdict = judge(&expired(&nca, Algorithm::Gost512).sign_attached(CONTENT, now()), &nca, &lists(&nca));
    expect(&verdict, Outcome::Indeterminate, Code::CertificateExpired);
    let report = VerdictReport::of(&verdict, Lang::Ru);
    let expiry = report.signers[0].findings.iter().find(|finding| finding.code == "certificate_expired").unwrap();
    assert!(expiry.text.contains("Срок сертификата истёк"), "{}", expiry.text);
}

/// #73, #55: the time of the timestamp was ignored, and a signature of last year was called expired.
#[test]
fn complaint_02_a_year_old_signature_with_a_timestamp_is_valid() {
    for algorithm in Algorithm::ALL {
        let nca = nca();
        let signed_at = now() - DAY * 365;
        let validity = Validity::Between(now() - DAY * 380, now() - DAY * 15);
        let signer = nca.person(&PersonSpec { validity, ..PersonSpec::individual("old", algorithm) });
        let tsa = nca.tsa(algorithm);
        let stamped = Signer::new(&signer, signed_at)
            .stamped(|signature| vec![tsa.token(Digest::Gost34311, signature, signed_at)]);
        let cms = Message::new(CONTENT, vec![stamped]).encode();
        let verdict = judge(&cms, &nca, &lists(&nca));
        expect_valid(&verdict);
        assert_eq!(verdict.signers[0].timestamp.as_ref().unwrap().at, signed_at);
        let bare = Message::new(CONTENT, vec![Signer::new(&signer, signed_at)]).encode();
        expect(&judge(&bare, &nca, &lists(&nca)), Outcome::Indeterminate, Code::CertificateExpired);
    }
}

/// #162, #163: a detached CMS was answered 500 "null". Other half (HTTP): `cms/verify` of the face.
#[test]
fn complaint_03_a_detached_cms_is_verified_with_its_document_and_says_so_without() {
    let nca = nca();
    let cms = person(&nca, Algorithm::Gost512).sign_detached(CONTENT, now());
    let with = |content| verify(&cms, content, trust(&nca), &lists(&nca), &Policy::any(), now());
    expect_valid(&with(Some(CONTENT)));
    expect(&with(None), Outcome::Indeterminate, Code::ContentMissing);
    expect(&with(Some(b"")), Outcome::Invalid, Code::DigestMismatch);
}

/// #159: adding a second signature ended in a ClassCastException; the result of the addition was not readable.
#[test]
fn complaint_04_a_second_signature_of_another_algorithm_is_read_and_judged() {
    let nca = nca();
    let people = Algorithm::ALL.map(|algorithm| person(&nca, algorithm));
    for (first, second) in [(0, 1), (1, 2), (2, 0), (0, 0)] {
        let cms = sign(&[&people[first], &people[second]], CONTENT, &Options::attached(now()));
        let verdict = judge(&cms, &nca, &lists(&nca));
        expect_valid(&verdict);
        assert_eq!(verdict.signers.len(), 2);
    }
}

/// #40, #65: only the last of several signers was shown; sequential XML signatures failed.
#[test]
fn complaint_05_every_signer_is_shown_in_cms_and_in_xml() {
    let nca = nca();
    let people = Algorithm::ALL.map(|algorithm| {
        nca.person(&PersonSpec { surname: algorithm.name().to_uppercase(), ..PersonSpec::individual("one", algorithm) })
    });
    let cms = sign(&people.iter().collect::<Vec<_>>(), CONTENT, &Options::attached(now()));
    let mut document = "<contract><price>1</price></contract>".to_owned();
    for person in &people {
        document = xml::sign(&document, person, &xml::Options::default());
    }
    for file in [cms, document.into_bytes()] {
        let verdict = judge(&file, &nca, &lists(&nca));
        expect_valid(&verdict);
        let mut names: Vec<_> = verdict.signers.iter().map(|signer| signer.name.clone().unwrap()).collect();
        names.sort();
        assert_eq!(names, ["GOST2004 ӘЙГЕРІМ ҮЛГІҚЫЗЫ", "GOST512 ӘЙГЕРІМ ҮЛГІҚЫЗЫ", "RSA ӘЙГЕРІМ ҮЛГІҚЫЗЫ"]);
    }
}

/// #161: a certificate without extKeyUsage (state bodies, banks) ended in a NullPointerException.
#[test]
fn complaint_06_a_certificate_without_extended_key_usage_is_judged() {
    let nca = nca();
    let (bin, organization) = ("120340000014".to_owned(), "МЕМЛЕКЕТТІК ОРГАН".to_owned());
    let hierarchy = nca.generation(Generation::StateBodies, Algorithm::Gost2004);
    let trust = list([hierarchy.root.certificate.der.clone(), hierarchy.issuing.certificate.der.clone()]);
    let crl = testkit::nca::crl::List::new((&hierarchy.issuing).into(), now() - DAY, now() + DAY).sign();
    for (role, expected) in [
        (Kind::WithoutPurposes { bin: bin.clone(), organization: organization.clone() }, None),
        (Kind::CivilServant { bin, organization }, Some(Role::CivilServant)),
    ] {
        let spec = PersonSpec { role, ..PersonSpec::individual("official", Algorithm::Gost2004) };
        let official = nca.person_of(Generation::StateBodies, &spec);
        let cms = official.sign_attached(CONTENT, now());
        let verdict = verify(&cms, None, &trust, &evidence(std::slice::from_ref(&crl), &[]), &Policy::any(), now());
        expect_valid(&verdict);
        assert_eq!(verdict.signers[0].role, expected);
        assert_eq!(verdict.signers[0].bin.as_deref(), Some("120340000014"));
        let officer = verify(&cms, None, &trust, &evidence(std::slice::from_ref(&crl), &[]), &Policy::officer(), now());
        assert_eq!(officer.outcome == Outcome::Valid, expected.is_some(), "a role is the policy's matter");
    }
}

/// #184, #158: an unknown issuer was a NullPointerException inside "reason", with revoked=false.
#[test]
fn complaint_07_an_unknown_issuer_is_said_and_nothing_is_called_good() {
    let stranger = Nca::new([9; 32], now());
    let cms = person(&stranger, Algorithm::Rsa).sign_attached(CONTENT, now());
    let nca = nca();
    let verdict = judge(&cms, &nca, &lists(&stranger));
    expect(&verdict, Outcome::Indeterminate, Code::IssuerUnknown);
    assert!(!codes(&verdict).contains(&Code::CertificateRevoked));
    assert!(!verdict.waits_for_nca(), "asking again does not help: the operator has to list the authority");
    let text = verdict.signers[0].findings[0].sentence(Lang::En);
    assert!(text.contains("not on the trust list") && text.contains("TESTKIT"), "{text}");
}

/// #41: an empty store of authorities said "Cannot find certificate issuer". Other half (the state of the store on a
/// page): `elshi trust check` and the face.
#[test]
fn complaint_13_an_empty_trust_list_is_named_as_the_reason() {
    let nca = nca();
    let cms = person(&nca, Algorithm::Gost512).sign_attached(CONTENT, now());
    let verdict = verify(&cms, None, &TrustList::default(), &lists(&nca), &Policy::any(), now());
    expect(&verdict, Outcome::Indeterminate, Code::TrustListEmpty);
    assert_eq!(verdict.findings[0].severity(), eds::Severity::Warning);
}

/// #192, #123: GOST-2015 was an unknown algorithm and a 500. Other half (HTTP): `x509/info` of the face.
#[test]
fn complaint_14_gost_2015_keys_sign_and_log_in() {
    let nca = nca();
    let signer = person(&nca, Algorithm::Gost512);
    let cms = signer.sign_attached(CONTENT, now());
    for policy in [Policy::applicant(), Policy::login()] {
        expect_valid(&verify(&cms, None, trust(&nca), &lists(&nca), &policy, now()));
    }
    let summary = CertificateSummary::of(&Certificate::from_der(&signer.certificate.der).unwrap());
    assert_eq!(summary.algorithm.map(eds::Algorithm::as_str), Some("gost512"));
    assert_eq!(summary.iin.as_deref(), Some("850417400014"));
    // An algorithm that really is unknown has a finding of its own.
    let odd = Signer {
        scheme: testkit::scheme::Scheme::of(Algorithm::Gost512).named("1.2.398.3.10.1.1.9"),
        ..Signer::new(&signer, now())
    };
    expect(
        &judge(&Message::new(CONTENT, vec![odd]).encode(), &nca, &lists(&nca)),
        Outcome::Invalid,
        Code::AlgorithmUnknown,
    );
}

/// #200, #220, #157: a timestamp that failed or was missing, without a word. Other half (the TSA's refusal and the
/// retries): `crates/gateways/tests`.
#[test]
fn complaint_15_a_missing_timestamp_is_no_fault_and_a_bad_one_is_explained() {
    let nca = nca();
    let signer = person(&nca, Algorithm::Gost512);
    let verdict = judge(&signer.sign_attached(CONTENT, now()), &nca, &lists(&nca));
    expect_valid(&verdict);
    assert!(verdict.signers[0].timestamp.is_none() && !codes(&verdict).contains(&Code::TimestampIgnored));
    let tsa = nca.tsa(Algorithm::Gost512);
    let foreign = Signer::new(&signer, now()).stamped(|_| vec![tsa.token(Digest::Sha1, b"another", now())]);
    let verdict = judge(&Message::new(CONTENT, vec![foreign]).encode(), &nca, &lists(&nca));
    expect(&verdict, Outcome::Valid, Code::TimestampIgnored);
    let finding = verdict.all_findings().find(|finding| finding.code == Code::TimestampIgnored).unwrap();
    assert_eq!(finding.detail.as_deref(), Some("not over this signature"));
}

/// #138, #89, #201: XML that could not be read and empty signers were answered with a 500 or with success.
#[test]
fn complaint_more_unreadable_xml_and_no_signers_are_invalid_with_a_reason() {
    let nca = nca();
    let person = person(&nca, Algorithm::Gost512);
    for (file, code) in [
        ("<contract>".to_owned(), Code::Malformed),
        ("<contract/>".to_owned(), Code::NoSigners),
        (pem(&sign(&[], CONTENT, &Options::attached(now()))), Code::NoSigners),
        (pem(&person.certificate.der), Code::NotSignedData),
    ] {
        expect(&judge(file.as_bytes(), &nca, &lists(&nca)), Outcome::Invalid, code);
    }
}
