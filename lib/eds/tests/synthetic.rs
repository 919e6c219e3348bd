//! The verdict rules on signatures of testkit's mini NCA: no foreign file is needed.
//! Each test names the rule it shows. testkit signs and never verifies; OpenSSL checks it in its own tests.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::OnceLock;

use eds::{Code, Evidence, Family, Lang, Outcome, Policy, Role, TrustList, Verdict, verify};
use jiff::{SignedDuration, Timestamp};
use testkit::cms::{MessageDigest, Options, SignerName, pem, sign};
use testkit::{Algorithm, Nca, Person, PersonSpec, Purpose, Role as Kind, Validity};

const DAY: SignedDuration = SignedDuration::from_hours(24);
const CONTENT: &[u8] = b"an application for the state registration of a death abroad";

fn now() -> Timestamp {
    "2026-11-22T14:00:00Z".parse().unwrap()
}

fn nca() -> &'static Nca {
    static NCA: OnceLock<Nca> = OnceLock::new();
    NCA.get_or_init(|| Nca::new([7; 32], now()))
}

fn trust_in(nca: &Nca) -> TrustList {
    let hierarchies = Algorithm::ALL.map(|algorithm| nca.hierarchy(algorithm));
    let files = hierarchies.iter().flat_map(|one| [&one.root.certificate.der, &one.issuing.certificate.der]);
    let (list, problems) = TrustList::from_certificates(files.map(Vec::as_slice));
    assert!(problems.is_empty());
    list
}

fn trust() -> &'static TrustList {
    static TRUST: OnceLock<TrustList> = OnceLock::new();
    TRUST.get_or_init(|| trust_in(nca()))
}

/// Fresh lists of all three authorities.
fn lists(nca: &Nca) -> Evidence {
    let mut evidence = Evidence::new();
    for algorithm in Algorithm::ALL {
        evidence.add_crl("crl", &nca.crl_of(algorithm, now() - DAY, now() + DAY)).unwrap();
    }
    evidence
}

fn individual(algorithm: Algorithm) -> Person {
    nca().person(&PersonSpec::individual("applicant", algorithm))
}

fn person(change: impl Fn(&mut PersonSpec)) -> Person {
    let mut spec = PersonSpec::individual("somebody", Algorithm::Gost512);
    change(&mut spec);
    nca().person(&spec)
}

fn judge(cms: &[u8], content: Option<&[u8]>, policy: &Policy) -> Verdict {
    verify(cms, content, trust(), &lists(nca()), policy, now())
}

fn codes(verdict: &Verdict) -> Vec<Code> {
    verdict.all_findings().map(|finding| finding.code).collect()
}

#[track_caller]
fn expect(verdict: &Verdict, outcome: Outcome, code: Code) {
    assert_eq!(verdict.outcome, outcome, "{:?}", codes(verdict));
    assert!(codes(verdict).contains(&code), "{:?}", codes(verdict));
}

fn with(change: impl Fn(&mut Options)) -> Vec<u8> {
    let mut options = Options::attached(now());
    change(&mut options);
    sign(&[&individual(Algorithm::Gost512)], CONTENT, &options)
}

#[test]
fn all_algorithms_attached_and_detached_are_valid() {
    for algorithm in Algorithm::ALL {
        let person = individual(algorithm);
        let detached = judge(&person.sign_detached(CONTENT, now()), Some(CONTENT), &Policy::applicant());
        let attached = judge(&person.sign_attached(CONTENT, now()), None, &Policy::applicant());
        for verdict in [detached, attached] {
            assert_eq!(verdict.outcome, Outcome::Valid, "{:?}", codes(&verdict));
            let signer = &verdict.signers[0];
            assert_eq!(signer.iin.as_deref(), Some("850417400014"));
            assert_eq!(signer.name.as_deref(), Some("СЫНАҚОВА ӘЙГЕРІМ ҮЛГІҚЫЗЫ"));
            assert_eq!(signer.role, Some(Role::Individual));
            assert_eq!(signer.algorithm.unwrap().as_str(), algorithm.name());
            assert_eq!(signer.signing_time, Some(now()));
            let certificate = signer.certificate.as_ref().unwrap();
            assert_eq!(certificate.surname.as_deref(), Some("СЫНАҚОВА"));
            assert_eq!(certificate.given.as_deref(), Some("ӘЙГЕРІМ"));
            assert_eq!(certificate.patronymic.as_deref(), Some("ҮЛГІҚЫЗЫ"));
        }
    }
}

#[test]
fn pem_base64_ber_and_key_identifier_are_understood() {
    let plain = with(|_| {});
    let armoured = pem(&plain);
    let bare: String = armoured.lines().filter(|line| !line.starts_with('-')).collect();
    let forms = [
        armoured.into_bytes(),
        bare.into_bytes(),
        with(|options| options.indefinite = true),
        with(|options| options.signer_name = SignerName::KeyIdentifier),
    ];
    for form in forms {
        let verdict = judge(&form, None, &Policy::any());
        assert_eq!(verdict.outcome, Outcome::Valid, "{:?}", codes(&verdict));
    }
}

#[test]
fn changed_content_is_invalid() {
    let cms = individual(Algorithm::Gost512).sign_detached(CONTENT, now());
    expect(&judge(&cms, Some(b"another paper"), &Policy::any()), Outcome::Invalid, Code::DigestMismatch);
}

#[test]
fn missing_content_is_indeterminate_and_another_one_than_inside_is_invalid() {
    let cms = individual(Algorithm::Gost512).sign_detached(CONTENT, now());
    expect(&judge(&cms, None, &Policy::any()), Outcome::Indeterminate, Code::ContentMissing);
    expect(&judge(&with(|_| {}), Some(b"another"), &Policy::any()), Outcome::Invalid, Code::ContentDiffers);
    assert_eq!(judge(&with(|_| {}), Some(CONTENT), &Policy::any()).outcome, Outcome::Valid);
}

#[test]
fn message_digest_must_stand_once_and_fit() {
    for (digest, code) in [
        (MessageDigest::Wrong, Code::DigestMismatch),
        (MessageDigest::Missing, Code::MessageDigestMissing),
        (MessageDigest::Doubled, Code::MessageDigestDoubled),
    ] {
        let verdict = judge(&with(|options| options.message_digest = digest), None, &Policy::any());
        expect(&verdict, Outcome::Invalid, code);
    }
}

#[test]
fn a_broken_signature_is_invalid() {
    let verdict = judge(&with(|options| options.break_signature = true), None, &Policy::any());
    expect(&verdict, Outcome::Invalid, Code::SignatureWrong);
}

#[test]
fn no_signer_is_invalid() {
    let cms = sign(&[], CONTENT, &Options::attached(now()));
    expect(&judge(&cms, None, &Policy::any()), Outcome::Invalid, Code::NoSigners);
}

#[test]
fn without_certificates_it_is_indeterminate_until_one_is_given() {
    let cms = with(|options| options.embed_certificates = false);
    expect(&judge(&cms, None, &Policy::any()), Outcome::Indeterminate, Code::SignerCertificateMissing);
    let mut evidence = lists(nca());
    evidence.add_certificate("cert", &individual(Algorithm::Gost512).certificate.der).unwrap();
    let verdict = verify(&cms, None, trust(), &evidence, &Policy::any(), now());
    assert_eq!(verdict.outcome, Outcome::Valid, "{:?}", codes(&verdict));
}

#[test]
fn a_signature_without_attributes_is_warned_of() {
    let verdict = judge(&with(|options| options.signed_attributes = false), None, &Policy::any());
    expect(&verdict, Outcome::Valid, Code::SignedAttributesMissing);
}

#[test]
fn attributes_passed_off_as_content_are_invalid() {
    // The signature over the attributes of one message is offered as a signature over a "document" of those octets.
    let person = individual(Algorithm::Gost512);
    let digest = person.algorithm().digest(CONTENT);
    let attribute =
        |oid, value: Vec<u8>| testkit::der::sequence(&[testkit::der::oid(oid), testkit::der::set_of(&[value])]);
    let attributes = testkit::der::set_of(&[
        attribute("1.2.840.113549.1.9.3", testkit::der::oid("1.2.840.113549.1.7.1")),
        attribute("1.2.840.113549.1.9.4", testkit::der::octet_string(&digest)),
    ]);
    let options = Options { signed_attributes: false, ..Options::attached(now()) };
    let verdict = judge(&sign(&[&person], &attributes, &options), None, &Policy::any());
    expect(&verdict, Outcome::Invalid, Code::SignedAttributesAsContent);
}

#[test]
fn one_bad_signer_makes_the_whole_invalid() {
    let (good, bad) = (individual(Algorithm::Rsa), individual(Algorithm::Gost512));
    let both = sign(&[&good, &bad], CONTENT, &Options::attached(now()));
    let verdict = judge(&both, None, &Policy::any());
    assert_eq!(verdict.outcome, Outcome::Valid, "{:?}", codes(&verdict));
    assert_eq!(verdict.signers.len(), 2);
    let mut nca = Nca::new([7; 32], now());
    nca.revoke(&bad, now() - DAY * 2);
    let verdict = verify(&both, None, trust(), &lists(&nca), &Policy::any(), now());
    expect(&verdict, Outcome::Invalid, Code::CertificateRevoked);
    assert!(verdict.signers.iter().any(|signer| signer.outcome == Outcome::Valid));
}

#[test]
fn an_expired_certificate_is_indeterminate_and_a_future_one_invalid() {
    let expired = person(|spec| spec.validity = Validity::Expired).sign_attached(CONTENT, now());
    let verdict = judge(&expired, None, &Policy::any());
    expect(&verdict, Outcome::Indeterminate, Code::CertificateExpired);
    assert!(!verdict.waits_for_nca());
    let future = person(|spec| spec.validity = Validity::NotYetValid).sign_attached(CONTENT, now());
    expect(&judge(&future, None, &Policy::any()), Outcome::Invalid, Code::CertificateNotYetValid);
}

#[test]
fn a_key_for_authentication_signs_nothing_but_logs_in() {
    for algorithm in [Algorithm::Rsa, Algorithm::Gost2004] {
        let person = person(|spec| {
            spec.algorithm = algorithm;
            spec.purpose = Purpose::Authenticate;
        });
        let cms = person.sign_attached(CONTENT, now());
        expect(&judge(&cms, None, &Policy::any()), Outcome::Invalid, Code::NonRepudiationMissing);
        expect(&judge(&cms, None, &Policy::applicant()), Outcome::Invalid, Code::PurposeNotAdmitted);
        assert_eq!(judge(&cms, None, &Policy::login()).outcome, Outcome::Valid);
    }
}

#[test]
fn roles_are_reported_and_admitted_by_policy() {
    let head = person(|spec| {
        spec.role = Kind::FirstHead { bin: "123456789021".into(), organization: "ЖШС ҮЛГІ".into() };
    });
    let cms = head.sign_attached(CONTENT, now());
    let verdict = judge(&cms, None, &Policy::any());
    assert_eq!(verdict.outcome, Outcome::Valid);
    assert_eq!(verdict.signers[0].role, Some(Role::Head));
    assert_eq!(verdict.signers[0].bin.as_deref(), Some("123456789021"));
    assert_eq!(judge(&cms, None, &Policy::officer()).outcome, Outcome::Valid);
    let verdict = judge(&cms, None, &Policy::applicant());
    expect(&verdict, Outcome::Invalid, Code::RoleNotAdmitted);
    assert!(
        verdict
            .all_findings()
            .all(|finding| { finding.code != Code::RoleNotAdmitted || finding.family() == Family::Policy })
    );
    let system = person(|spec| {
        spec.role = Kind::InformationSystem {
            bin: "123456789021".into(),
            organization: "ЖШС ҮЛГІ".into(),
            system: "1.2.398.6.10.1.1".into(),
        };
    });
    let verdict = judge(&system.sign_attached(CONTENT, now()), None, &Policy::any());
    assert_eq!(verdict.outcome, Outcome::Valid, "{:?}", codes(&verdict));
    assert_eq!(verdict.signers[0].iin, None);
}

#[test]
fn a_revoked_certificate_is_invalid_whatever_the_reason() {
    for reason in [None, Some(1), Some(6)] {
        let mut nca = Nca::new([7; 32], now());
        let person = individual(Algorithm::Gost512);
        nca.revoke_for(&person, now() - DAY * 3, reason);
        let cms = person.sign_attached(CONTENT, now());
        let verdict = verify(&cms, None, trust(), &lists(&nca), &Policy::any(), now());
        expect(&verdict, Outcome::Invalid, Code::CertificateRevoked);
        let text = verdict.signers[0].findings[0].sentence(Lang::En);
        assert_eq!(text, "The certificate was revoked. (2026-11-19T14:00:00Z)");
    }
}

#[test]
fn an_authority_of_the_same_name_that_is_not_listed_is_unknown() {
    let other = Nca::new([9; 32], now());
    let cms = other.person(&PersonSpec::individual("stranger", Algorithm::Gost512)).sign_attached(CONTENT, now());
    let verdict = judge(&cms, None, &Policy::any());
    expect(&verdict, Outcome::Indeterminate, Code::IssuerUnknown);
    assert!(!verdict.waits_for_nca());
}

#[test]
fn an_issuing_authority_without_its_root_is_no_chain() {
    let issuing = &nca().hierarchy(Algorithm::Gost512).issuing.certificate.der;
    let (alone, _) = TrustList::from_certificates([issuing.as_slice()].into_iter());
    let verdict = verify(&with(|_| {}), None, &alone, &lists(nca()), &Policy::any(), now());
    expect(&verdict, Outcome::Indeterminate, Code::IssuerUnknown);
}

#[test]
fn no_list_a_stale_list_and_a_future_list_prove_nothing() {
    let cms = with(|_| {});
    let none = verify(&cms, None, trust(), &Evidence::new(), &Policy::any(), now());
    expect(&none, Outcome::Indeterminate, Code::RevocationMissing);
    assert!(none.waits_for_nca());
    for (from, until) in [(now() - DAY * 9, now() - DAY), (now() + DAY, now() + DAY * 9)] {
        let mut evidence = Evidence::new();
        evidence.add_crl("crl", &nca().crl(from, until)).unwrap();
        let verdict = verify(&cms, None, trust(), &evidence, &Policy::any(), now());
        expect(&verdict, Outcome::Indeterminate, Code::RevocationStale);
        assert!(verdict.waits_for_nca());
    }
}

#[test]
fn a_forged_or_unsigned_list_neither_helps_nor_harms() {
    let cms = with(|_| {});
    let mut forger = Nca::new([9; 32], now());
    forger.revoke(&individual(Algorithm::Gost512), now() - DAY);
    let forged = forger.crl(now() - DAY, now() + DAY);
    let mut unsigned = nca().crl(now() - DAY, now() + DAY);
    let last = unsigned.len() - 128;
    unsigned[last..].fill(0);
    for crl in [forged, unsigned] {
        let mut evidence = Evidence::new();
        evidence.add_crl("crl", &crl).unwrap();
        let verdict = verify(&cms, None, trust(), &evidence, &Policy::any(), now());
        expect(&verdict, Outcome::Indeterminate, Code::CrlNotAuthentic);
        evidence.add_crl("crl", &nca().crl(now() - DAY, now() + DAY)).unwrap();
        assert_eq!(verify(&cms, None, trust(), &evidence, &Policy::any(), now()).outcome, Outcome::Valid);
    }
}

#[test]
fn an_empty_or_truncated_list_is_named_and_left_aside() {
    let crl = nca().crl(now() - DAY, now() + DAY);
    for file in [&crl[..0], &crl[..crl.len() / 2], b"<html>404</html>".as_slice()] {
        let mut evidence = Evidence::new();
        assert!(evidence.add_crl("nca.crl", file).is_err());
        let verdict = verify(&with(|_| {}), None, trust(), &evidence, &Policy::any(), now());
        expect(&verdict, Outcome::Indeterminate, Code::EvidenceUnreadable);
        assert!(verdict.waits_for_nca());
    }
}

#[test]
fn a_stale_list_still_proves_a_revocation_but_not_a_hold() {
    for (reason, outcome) in [(Some(1), Outcome::Invalid), (Some(6), Outcome::Indeterminate)] {
        let mut nca = Nca::new([7; 32], now());
        let person = individual(Algorithm::Gost512);
        nca.revoke_for(&person, now() - DAY * 20, reason);
        let mut evidence = Evidence::new();
        evidence.add_crl("crl", &nca.crl(now() - DAY * 9, now() - DAY)).unwrap();
        let cms = person.sign_attached(CONTENT, now());
        assert_eq!(verify(&cms, None, trust(), &evidence, &Policy::any(), now()).outcome, outcome);
    }
}
