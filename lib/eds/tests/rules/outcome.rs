//! The overall outcome, and policy: roles are reported, and admitted by a policy only.

use eds::{Code, Evidence, Family, Outcome, Policy, Role, verify};
use testkit::cms::{Message, Signer};
use testkit::{Algorithm, Nca, PersonSpec, Purpose, Role as Kind, Validity};

use crate::setting::{codes, expect, expect_valid, judge, list, lists, nca, now, person, trust};

const CONTENT: &[u8] = b"content";
const G: Algorithm = Algorithm::Gost512;

/// A signer whose own outcome is this.
fn signer(nca: &Nca, outcome: Outcome, id: &str) -> Signer<'static> {
    let validity = match outcome {
        Outcome::Valid => Validity::Valid,
        Outcome::Invalid => Validity::NotYetValid,
        Outcome::Indeterminate => Validity::Expired,
    };
    Signer::new(&nca.person(&PersonSpec { validity, ..PersonSpec::individual(id, G) }), now())
}

#[test]
fn one_invalid_makes_the_whole_invalid_else_one_indeterminate_makes_it_indeterminate() {
    use Outcome::{Indeterminate, Invalid, Valid};
    let nca = nca();
    for (signers, whole) in [
        (vec![Valid], Valid),
        (vec![Valid, Valid], Valid),
        (vec![Valid, Indeterminate], Indeterminate),
        (vec![Indeterminate, Valid], Indeterminate),
        (vec![Valid, Invalid], Invalid),
        (vec![Invalid, Indeterminate], Invalid),
        (vec![Indeterminate, Valid, Invalid], Invalid),
        (vec![], Invalid),
    ] {
        let made = signers.iter().enumerate().map(|(at, outcome)| signer(&nca, *outcome, &at.to_string()));
        let verdict = judge(&Message::new(CONTENT, made.collect()).encode(), &nca, &lists(&nca));
        assert_eq!(verdict.outcome, whole, "{signers:?} {:?}", codes(&verdict));
        let own: Vec<_> =
            signers.iter().map(|wanted| verdict.signers.iter().filter(|one| one.outcome == *wanted).count()).collect();
        let expected: Vec<_> =
            signers.iter().map(|wanted| signers.iter().filter(|one| *one == wanted).count()).collect();
        assert_eq!(own, expected, "each signer keeps an outcome of its own");
    }
}

#[test]
fn a_finding_of_the_file_weighs_on_the_whole_and_not_on_the_signer() {
    let nca = nca();
    let cms = person(&nca, G).sign_attached(CONTENT, now());
    let verdict = verify(&cms, Some(b"another"), trust(&nca), &lists(&nca), &Policy::any(), now());
    expect(&verdict, Outcome::Invalid, Code::ContentDiffers);
    assert_eq!(verdict.signers[0].outcome, Outcome::Valid);
}

#[test]
fn only_missing_or_stale_revocation_data_waits_for_the_nca() {
    let nca = nca();
    let cms = person(&nca, G).sign_attached(CONTENT, now());
    assert!(judge(&cms, &nca, &Evidence::new()).waits_for_nca());
    let expired = Message::new(CONTENT, vec![signer(&nca, Outcome::Indeterminate, "old")]).encode();
    assert!(!judge(&expired, &nca, &Evidence::new()).waits_for_nca(), "no answer makes it younger");
    let future = Message::new(CONTENT, vec![signer(&nca, Outcome::Invalid, "new")]).encode();
    assert!(!judge(&future, &nca, &Evidence::new()).waits_for_nca());
}

fn legal(kind: impl Fn(String, String) -> Kind) -> Kind {
    kind("120340000014".to_owned(), "ТОО «СЫНАҚ»".to_owned())
}

/// Every kind of holder, what it is reported as, and which policies admit it: applicant, login, officer.
fn kinds() -> Vec<(Kind, Option<Role>, [bool; 3])> {
    let officer = [false, false, true];
    let nobody = [false; 3];
    vec![
        (Kind::Individual, Some(Role::Individual), [true, true, false]),
        (legal(|bin, organization| Kind::FirstHead { bin, organization }), Some(Role::Head), officer),
        (legal(|bin, organization| Kind::RightToSign { bin, organization }), Some(Role::SigningRight), officer),
        (
            legal(|bin, organization| Kind::FinancialRightToSign { bin, organization }),
            Some(Role::FinancialSigningRight),
            officer,
        ),
        (legal(|bin, organization| Kind::HumanResources { bin, organization }), Some(Role::HumanResources), officer),
        (legal(|bin, organization| Kind::Employee { bin, organization }), Some(Role::Employee), officer),
        (legal(|bin, organization| Kind::CivilServant { bin, organization }), Some(Role::CivilServant), officer),
        (legal(|bin, organization| Kind::WithoutPurposes { bin, organization }), None, nobody),
        (
            legal(|bin, organization| Kind::TreasuryClient { bin, organization, code: "ROLE01".to_owned() }),
            Some(Role::TreasuryClient),
            nobody,
        ),
        (
            legal(|bin, organization| Kind::InformationSystem {
                bin,
                organization,
                system: "1.2.398.6.10.1.1".to_owned(),
            }),
            Some(Role::InformationSystem),
            nobody,
        ),
        (Kind::NcaStaff, Some(Role::NcaStaff), nobody),
    ]
}

#[test]
fn every_role_is_reported_and_admitted_by_policy_only() {
    let nca = nca();
    for (role, reported, admitted) in kinds() {
        let is_system = matches!(role, Kind::InformationSystem { .. });
        let is_legal = role.organization().is_some();
        let signer = nca.person(&PersonSpec { role: role.clone(), ..PersonSpec::individual("holder", G) });
        let cms = signer.sign_attached(CONTENT, now());
        let under = |policy: &Policy| verify(&cms, None, trust(&nca), &lists(&nca), policy, now());
        let verdict = under(&Policy::any());
        assert_eq!(verdict.outcome, Outcome::Valid, "{role:?} {:?}", codes(&verdict));
        assert_eq!(verdict.signers[0].role, reported, "{role:?}");
        assert_eq!(verdict.signers[0].iin.is_none(), is_system, "{role:?}");
        assert_eq!(verdict.signers[0].bin.is_some(), is_legal, "{role:?}");
        for (policy, yes) in [Policy::applicant(), Policy::login(), Policy::officer()].iter().zip(admitted) {
            let verdict = under(policy);
            assert_eq!(verdict.outcome == Outcome::Valid, yes, "{role:?} {:?}", codes(&verdict));
            let weighs = |finding: &&eds::Finding| finding.severity() == eds::Severity::Error;
            assert!(verdict.all_findings().filter(weighs).all(|finding| finding.family() == Family::Policy));
        }
    }
}

#[test]
fn a_policy_may_leave_out_algorithms_and_never_makes_a_signature_better() {
    let nca = nca();
    let policy = Policy { algorithms: vec![eds::Algorithm::Gost512], ..Policy::any() };
    for algorithm in Algorithm::ALL {
        let cms = person(&nca, algorithm).sign_attached(CONTENT, now());
        let verdict = verify(&cms, None, trust(&nca), &lists(&nca), &policy, now());
        assert_eq!(codes(&verdict).contains(&Code::AlgorithmNotAdmitted), algorithm != G, "{algorithm:?}");
    }
    let future = nca.person(&PersonSpec { validity: Validity::NotYetValid, ..PersonSpec::individual("new", G) });
    for policy in [Policy::any(), Policy::applicant(), Policy::login(), Policy::officer()] {
        let cms = future.sign_attached(CONTENT, now());
        let verdict = verify(&cms, None, trust(&nca), &lists(&nca), &policy, now());
        expect(&verdict, Outcome::Invalid, Code::CertificateNotYetValid);
    }
}

#[test]
fn a_key_for_authentication_does_not_sign_whoever_holds_it() {
    let nca = nca();
    for algorithm in [Algorithm::Rsa, Algorithm::Gost2004] {
        for (role, ..) in kinds().into_iter().filter(|(role, ..)| !matches!(role, Kind::InformationSystem { .. })) {
            let spec = PersonSpec { role, purpose: Purpose::Authenticate, ..PersonSpec::individual("auth", algorithm) };
            let cms = nca.person(&spec).sign_attached(CONTENT, now());
            for policy in [Policy::any(), Policy::applicant(), Policy::officer()] {
                let verdict = verify(&cms, None, trust(&nca), &lists(&nca), &policy, now());
                expect(&verdict, Outcome::Invalid, Code::NonRepudiationMissing);
            }
        }
    }
}

#[test]
fn the_iin_of_a_foreigner_is_reported_as_it_stands() {
    let nca = nca();
    // A seventh digit of 0: a foreigner without a century.
    for iin in ["850417000014", "850417700014", "000000000000"] {
        let spec = PersonSpec { iin: iin.to_owned(), patronymic: None, ..PersonSpec::individual("foreigner", G) };
        let verdict = judge(&nca.person(&spec).sign_attached(CONTENT, now()), &nca, &lists(&nca));
        assert_eq!(verdict.signers[0].iin.as_deref(), Some(iin));
        assert_eq!(verdict.signers[0].name.as_deref(), Some("СЫНАҚОВА ӘЙГЕРІМ"));
    }
    for iin in ["85041740001", "8504174000144", "85041740001A"] {
        let spec = PersonSpec { iin: iin.to_owned(), ..PersonSpec::individual("odd", G) };
        let cms = nca.person(&spec).sign_attached(CONTENT, now());
        let verdict = verify(&cms, None, trust(&nca), &lists(&nca), &Policy::applicant(), now());
        expect(&verdict, Outcome::Invalid, Code::IinMissing);
    }
}

#[test]
fn a_prepared_trust_list_judges_as_the_plain_one() {
    let nca = nca();
    for algorithm in Algorithm::ALL {
        let hierarchy = nca.hierarchy(algorithm);
        let plain = list([hierarchy.root.certificate.der.clone(), hierarchy.issuing.certificate.der.clone()]);
        let file = person(&nca, algorithm).sign_attached(CONTENT, now());
        let mut forged = file.clone();
        let certificate = &person(&nca, algorithm).certificate.der;
        let at = forged.windows(certificate.len()).position(|window| window == certificate.as_slice()).unwrap();
        // The last octet of the certificate's signature.
        forged[at + certificate.len() - 1] ^= 1;
        for trust in [plain.clone(), plain.prepared()] {
            let judged = |file: &[u8]| verify(file, None, &trust, &lists(&nca), &Policy::any(), now());
            expect_valid(&judged(&file));
            expect(&judged(&forged), Outcome::Invalid, Code::CertificateSignatureWrong);
        }
    }
}
