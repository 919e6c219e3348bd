//! Timestamps, OCSP, delta lists and chains through authorities that came with the message: the rules of the verdict
//! that the mini NCA alone cannot show. One test a rule (issue 3, part 3).

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use eds::{Code, Evidence, Outcome, Policy, TrustList, Verdict, verify};
use jiff::Timestamp;
use testkit::{Nca, PersonSpec, Validity, der};

#[path = "minted/mint.rs"]
mod mint;

use mint::{ALGORITHM, DAY, Holder, now};

const DATA: &str = "1.2.840.113549.1.7.1";
const TIME_STAMPING: &str = "1.3.6.1.5.5.7.3.8";
const OCSP_SIGNING: &str = "1.3.6.1.5.5.7.3.9";

fn trust() -> TrustList {
    let nca = mint::nca();
    let hierarchy = nca.hierarchy(ALGORITHM);
    let files = [hierarchy.root.certificate.der.as_slice(), hierarchy.issuing.certificate.der.as_slice()];
    TrustList::from_certificates(files.into_iter()).0
}

fn evidence(crls: &[Vec<u8>], ocsp: &[Vec<u8>]) -> Evidence {
    let mut evidence = Evidence::new();
    crls.iter().for_each(|crl| evidence.add_crl("crl", crl).unwrap());
    ocsp.iter().for_each(|response| evidence.add_ocsp("ocsp", response).unwrap());
    evidence
}

fn judge(cms: &[u8], evidence: &Evidence) -> Verdict {
    verify(cms, None, &trust(), evidence, &Policy::any(), now())
}

fn codes(verdict: &Verdict) -> Vec<Code> {
    verdict.all_findings().map(|finding| finding.code).collect()
}

#[track_caller]
fn expect(verdict: &Verdict, outcome: Outcome, code: Code) {
    assert_eq!(verdict.outcome, outcome, "{:?}", codes(verdict));
    assert!(codes(verdict).contains(&code), "{:?}", codes(verdict));
}

/// Span of a list that is fresh now.
fn fresh() -> (Timestamp, Timestamp) {
    (now() - DAY, now() + DAY)
}

fn tsa(nca: &Nca) -> Holder {
    mint::issue(&mint::issuing(nca), "TSA TEST", 21, &[mint::purposes(&[TIME_STAMPING])])
}

fn signed(signer: &Holder, tokens: impl Fn(&[u8]) -> Vec<Vec<u8>>) -> Vec<u8> {
    mint::signed_data(DATA, b"content", &[signer], signer, tokens)
}

fn expired(nca: &Nca) -> Holder {
    let mut spec = PersonSpec::individual("expired", ALGORITHM);
    spec.validity = Validity::Between(now() - DAY * 100, now() - DAY * 10);
    mint::holder(&nca.person(&spec))
}

#[test]
fn a_timestamp_proves_a_signature_older_than_the_end_of_its_certificate() {
    let nca = mint::nca();
    let (signer, tsa) = (expired(&nca), tsa(&nca));
    let lists = evidence(&[nca.crl(now() - DAY * 20, now() - DAY * 15)], &[]);
    let verdict = judge(&signed(&signer, |_| Vec::new()), &lists);
    assert!(codes(&verdict).contains(&Code::CertificateExpired));
    let at = now() - DAY * 17;
    let cms = signed(&signer, |signature| vec![mint::token(signature, at, &tsa)]);
    let verdict = judge(&cms, &lists);
    assert_eq!(verdict.outcome, Outcome::Valid, "{:?}", codes(&verdict));
    let timestamp = verdict.signers[0].timestamp.as_ref().unwrap();
    assert_eq!((timestamp.at, timestamp.policy.as_str()), (at, "1.2.398.3.3.2.6.4"));
}

#[test]
fn a_list_made_after_the_end_of_the_certificate_counts_with_a_warning() {
    let nca = mint::nca();
    let (signer, tsa) = (expired(&nca), tsa(&nca));
    let cms = signed(&signer, |signature| vec![mint::token(signature, now() - DAY * 17, &tsa)]);
    let verdict = judge(&cms, &evidence(&[nca.crl(fresh().0, fresh().1)], &[]));
    expect(&verdict, Outcome::Valid, Code::CrlAfterExpiry);
}

#[test]
fn revoked_after_a_valid_timestamp_is_valid_and_before_it_invalid() {
    for (days, outcome, code) in
        [(2, Outcome::Valid, Code::RevokedLater), (9, Outcome::Invalid, Code::CertificateRevoked)]
    {
        let mut nca = mint::nca();
        let person = mint::person(&nca);
        nca.revoke(&person, now() - DAY * days);
        let lists = evidence(&[nca.crl(fresh().0, fresh().1)], &[]);
        let tsa = tsa(&nca);
        let cms = signed(&mint::holder(&person), |signature| vec![mint::token(signature, now() - DAY * 5, &tsa)]);
        expect(&judge(&cms, &lists), outcome, code);
        expect(&judge(&signed(&mint::holder(&person), |_| vec![]), &lists), Outcome::Invalid, Code::CertificateRevoked);
    }
}

#[test]
fn a_bad_timestamp_is_ignored_with_a_warning() {
    let nca = mint::nca();
    let issuing = mint::issuing(&nca);
    let signer = mint::holder(&mint::person(&nca));
    let lists = evidence(&[nca.crl(fresh().0, fresh().1)], &[]);
    let at = now() - DAY * 5;
    let stranger = Nca::new([9; 32], now());
    let authorities = [tsa(&stranger), mint::issue(&issuing, "NO TSA", 22, &[mint::purposes(&[OCSP_SIGNING])])];
    for authority in authorities {
        let cms = signed(&signer, |signature| vec![mint::token(signature, at, &authority)]);
        let verdict = judge(&cms, &lists);
        expect(&verdict, Outcome::Valid, Code::TimestampIgnored);
        assert!(verdict.signers[0].timestamp.is_none());
    }
    let good = tsa(&nca);
    let foreign = signed(&signer, |_| vec![mint::token(b"another signature", at, &good)]);
    let future = signed(&signer, |signature| vec![mint::token(signature, now() + DAY, &good)]);
    let garbage = signed(&signer, |_| vec![der::sequence(&[der::null()])]);
    let tampered = signed(&signer, |signature| {
        let mut token = mint::token(signature, at, &good);
        let last = token.len() - 1;
        token[last] ^= 1;
        vec![token]
    });
    for cms in [foreign, future, garbage, tampered] {
        let verdict = judge(&cms, &lists);
        expect(&verdict, Outcome::Valid, Code::TimestampIgnored);
        assert!(verdict.signers[0].timestamp.is_none());
    }
}

#[test]
fn ocsp_counts_when_signed_by_the_authority_or_a_responder_it_authorised() {
    let nca = mint::nca();
    let issuing = mint::issuing(&nca);
    let signer = mint::holder(&mint::person(&nca));
    let responder = mint::issue(&issuing, "OCSP TEST", 31, &[mint::purposes(&[OCSP_SIGNING])]);
    let unauthorised = mint::issue(&issuing, "NO OCSP", 32, &[mint::purposes(&[TIME_STAMPING])]);
    let cms = signed(&signer, |_| Vec::new());
    let serial = &signer.certificate.serial;
    let answer = |status, by: &Holder| mint::ocsp(&issuing, serial, status, now() - DAY / 24, by);
    for by in [&issuing, &responder] {
        assert_eq!(judge(&cms, &evidence(&[], &[answer(mint::good(), by)])).outcome, Outcome::Valid);
        let revoked = answer(mint::revoked(now() - DAY), by);
        expect(&judge(&cms, &evidence(&[], &[revoked])), Outcome::Invalid, Code::CertificateRevoked);
    }
    for status in [mint::good(), mint::revoked(now() - DAY)] {
        let verdict = judge(&cms, &evidence(&[], &[answer(status, &unauthorised)]));
        expect(&verdict, Outcome::Indeterminate, Code::OcspNotAuthentic);
        assert!(verdict.waits_for_nca());
    }
}

#[test]
fn ocsp_about_another_certificate_or_of_another_day_proves_nothing() {
    let nca = mint::nca();
    let issuing = mint::issuing(&nca);
    let signer = mint::holder(&mint::person(&nca));
    let cms = signed(&signer, |_| Vec::new());
    let another = mint::ocsp(&issuing, &der::small_integer(5), mint::good(), now(), &issuing);
    expect(&judge(&cms, &evidence(&[], &[another])), Outcome::Indeterminate, Code::RevocationMissing);
    let serial = &signer.certificate.serial;
    for at in [now() - DAY * 3, now() + DAY] {
        let response = mint::ocsp(&issuing, serial, mint::good(), at, &issuing);
        expect(&judge(&cms, &evidence(&[], &[response])), Outcome::Indeterminate, Code::RevocationStale);
    }
    let unknown = mint::ocsp(&issuing, serial, der::element(0x82, &[]), now(), &issuing);
    expect(&judge(&cms, &evidence(&[], &[unknown])), Outcome::Indeterminate, Code::RevocationUnknownToResponder);
}

#[test]
fn an_authentic_revoked_beats_good() {
    let mut nca = mint::nca();
    let good = nca.crl(fresh().0, fresh().1);
    let person = mint::person(&nca);
    nca.revoke(&person, now() - DAY * 2);
    let bad = nca.crl(fresh().0, fresh().1);
    let cms = signed(&mint::holder(&person), |_| Vec::new());
    for lists in [[good.clone(), bad.clone()], [bad, good]] {
        expect(&judge(&cms, &evidence(&lists, &[])), Outcome::Invalid, Code::CertificateRevoked);
    }
}

#[test]
fn a_delta_adds_and_lifts_on_its_base_only() {
    let nca = mint::nca();
    let issuing = mint::issuing(&nca);
    let signer = mint::holder(&mint::person(&nca));
    let cms = signed(&signer, |_| Vec::new());
    let serial = signer.certificate.serial.as_slice();
    let day = now() - DAY * 2;
    let clean = mint::crl(&issuing, 10, None, fresh(), &[]);
    let held = mint::crl(&issuing, 10, None, fresh(), &[(serial, day, 6)]);
    let adds = mint::crl(&issuing, 11, Some(10), fresh(), &[(serial, day, 1)]);
    let lifts = mint::crl(&issuing, 11, Some(10), fresh(), &[(serial, day, 8)]);
    let of_later_base = mint::crl(&issuing, 12, Some(11), fresh(), &[(serial, day, 1)]);
    let outcome = |lists: &[&Vec<u8>]| {
        let lists: Vec<_> = lists.iter().map(|list| (*list).clone()).collect();
        judge(&cms, &evidence(&lists, &[])).outcome
    };
    assert_eq!(outcome(&[&clean]), Outcome::Valid);
    assert_eq!(outcome(&[&held]), Outcome::Invalid);
    assert_eq!(outcome(&[&clean, &adds]), Outcome::Invalid);
    assert_eq!(outcome(&[&held, &lifts]), Outcome::Valid);
    assert_eq!(outcome(&[&adds]), Outcome::Indeterminate);
    assert_eq!(outcome(&[&clean, &of_later_base]), Outcome::Valid);
}

#[test]
fn a_limited_list_proves_who_is_revoked_but_not_who_is_good() {
    let nca = mint::nca();
    let issuing = mint::issuing(&nca);
    let signer = mint::holder(&mint::person(&nca));
    let cms = signed(&signer, |_| Vec::new());
    let entry = [(signer.certificate.serial.as_slice(), now() - DAY * 2, 1)];
    let yes = |field: u8| der::element(0x80 | field, &[0xff]);
    let point = |address: &str| der::explicit(0, &der::explicit(0, &der::implicit(6, address.as_bytes())));
    for (limits, good) in [
        (yes(1), Outcome::Valid),
        (yes(2), Outcome::Indeterminate),
        (der::element(0x83, &[1, 0x40]), Outcome::Indeterminate),
        (yes(5), Outcome::Indeterminate),
        (point("http://nca.test/crl/nca_gost512.crl"), Outcome::Valid),
        (point("http://nca.test/crl/another.crl"), Outcome::Indeterminate),
    ] {
        let clean = mint::limited_crl(&issuing, 1, None, fresh(), &[], Some(limits.clone()));
        assert_eq!(judge(&cms, &evidence(&[clean], &[])).outcome, good, "{limits:02x?}");
        let bad = mint::limited_crl(&issuing, 1, None, fresh(), &entry, Some(limits.clone()));
        assert_eq!(judge(&cms, &evidence(&[bad], &[])).outcome, Outcome::Invalid, "{limits:02x?}");
    }
    let indirect = mint::limited_crl(&issuing, 1, None, fresh(), &entry, Some(yes(4)));
    expect(&judge(&cms, &evidence(&[indirect], &[])), Outcome::Indeterminate, Code::CrlNotUsable);
}

/// A message whose signer's certificate was issued by an authority that comes with it.
fn through(middle: &Holder) -> (Holder, Vec<u8>) {
    let signer = mint::issue(middle, "ТЕСТ", 41, &mint::signer());
    let cms = mint::signed_data(DATA, b"content", &[&signer, middle], &signer, |_| Vec::new());
    (signer, cms)
}

#[test]
fn an_authority_from_the_message_needs_revocation_data_of_its_own() {
    let nca = mint::nca();
    let issuing = mint::issuing(&nca);
    let middle = mint::issue(&issuing, "MIDDLE CA TEST", 40, &mint::authority(None));
    let (_, cms) = through(&middle);
    let own = mint::crl(&middle, 1, None, fresh(), &[]);
    let above = mint::crl(&issuing, 1, None, fresh(), &[]);
    assert_eq!(judge(&cms, &evidence(&[own.clone(), above], &[])).outcome, Outcome::Valid);
    expect(
        &judge(&cms, &evidence(std::slice::from_ref(&own), &[])),
        Outcome::Indeterminate,
        Code::IssuerRevocationMissing,
    );
    let revoked = mint::crl(&issuing, 1, None, fresh(), &[(&middle.certificate.serial, now() - DAY, 1)]);
    expect(&judge(&cms, &evidence(&[own, revoked], &[])), Outcome::Invalid, Code::IssuerRevoked);
}

#[test]
fn a_key_that_may_not_issue_certificates_is_refused() {
    let nca = mint::nca();
    let person = mint::issue(&mint::issuing(&nca), "NO CA TEST", 42, &mint::signer());
    let (_, cms) = through(&person);
    expect(&judge(&cms, &Evidence::new()), Outcome::Invalid, Code::IssuerNotCa);
}

#[test]
fn a_path_longer_than_allowed_is_refused() {
    let nca = mint::nca();
    let top = mint::issue(&mint::issuing(&nca), "TOP CA TEST", 43, &mint::authority(Some(0)));
    let middle = mint::issue(&top, "LOW CA TEST", 44, &mint::authority(None));
    let signer = mint::issue(&middle, "ТЕСТ", 45, &mint::signer());
    let cms = mint::signed_data(DATA, b"content", &[&signer, &middle, &top], &signer, |_| Vec::new());
    expect(&judge(&cms, &Evidence::new()), Outcome::Invalid, Code::PathTooLong);
}

#[test]
fn a_root_that_came_with_the_message_creates_no_trust() {
    let stranger = Nca::new([9; 32], now());
    let hierarchy = stranger.hierarchy(ALGORITHM);
    let of = |authority: &testkit::nca::authority::Authority| Holder {
        key: authority.key.clone(),
        certificate: authority.certificate.clone(),
        name: authority.name().to_vec(),
    };
    let (root, middle) = (of(&hierarchy.root), of(&hierarchy.issuing));
    let signer = mint::holder(&mint::person(&stranger));
    let cms = mint::signed_data(DATA, b"content", &[&signer, &middle, &root], &signer, |_| Vec::new());
    let lists = evidence(&[stranger.crl(fresh().0, fresh().1)], &[]);
    expect(&judge(&cms, &lists), Outcome::Indeterminate, Code::IssuerUnknown);
}

#[test]
fn an_unknown_critical_extension_is_refused_and_an_ordinary_one_tolerated() {
    let nca = mint::nca();
    let issuing = mint::issuing(&nca);
    let lists = evidence(&[mint::crl(&issuing, 1, None, fresh(), &[])], &[]);
    for (critical, outcome) in [(true, Outcome::Invalid), (false, Outcome::Valid)] {
        let mut extensions = mint::signer();
        extensions.push(mint::extension("1.2.398.9.9", critical, b""));
        let signer = mint::issue(&issuing, "ТЕСТ", 46, &extensions);
        assert_eq!(judge(&signed(&signer, |_| Vec::new()), &lists).outcome, outcome);
    }
}

#[test]
fn a_changed_certificate_is_wrong_mathematics() {
    let nca = mint::nca();
    let person = mint::person(&nca);
    let cms = person.sign_attached(b"content", now());
    let lists = evidence(&[nca.crl(fresh().0, fresh().1)], &[]);
    let iin = b"IIN850417400014";
    let at = cms.windows(iin.len()).position(|window| window == iin).unwrap();
    let mut changed = cms.clone();
    changed[at + 14] = b'5';
    let verdict = judge(&changed, &lists);
    assert_eq!(verdict.signers[0].iin.as_deref(), Some("850417400015"));
    expect(&verdict, Outcome::Invalid, Code::CertificateSignatureWrong);
}

#[test]
fn a_certificate_without_extended_key_usage_is_judged_without_a_role() {
    let nca = mint::nca();
    let issuing = mint::issuing(&nca);
    let lists = evidence(&[mint::crl(&issuing, 1, None, fresh(), &[])], &[]);
    let bare = mint::issue(&issuing, "ТЕСТ", 47, &[mint::extension("2.5.29.15", true, &der::bits(6, &[0xc0]))]);
    let verdict = judge(&signed(&bare, |_| Vec::new()), &lists);
    assert_eq!(verdict.outcome, Outcome::Valid, "{:?}", codes(&verdict));
    assert_eq!(verdict.signers[0].role, None);
}
