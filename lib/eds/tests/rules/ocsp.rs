//! OCSP answers: about which certificate, by whom, of when; what they weigh beside lists.
//! The nonce is the affair of whoever asked: `crates/gateways/tests` compares it before an answer becomes evidence.

use eds::{Code, Outcome, Policy, Verdict, verify};
use jiff::SignedDuration;
use testkit::nca::extensions::{SIGN_AND_COMMIT, key_usage, purposes};
use testkit::ocsp::{Responder, Status, request};
use testkit::{Algorithm, Digest, Nca, Person, der, oids};

use crate::setting::{DAY, codes, evidence, expect, expect_valid, judge, nca, now, person, trust};

const CONTENT: &[u8] = b"content";
const G: Algorithm = Algorithm::Gost512;

struct Case {
    nca: Nca,
    signer: Person,
}

fn case() -> Case {
    let nca = nca();
    Case { signer: person(&nca, G), nca }
}

fn revoked() -> Status {
    Status::Revoked { at: now() - DAY, reason: Some(1) }
}

impl Case {
    fn serial(&self) -> &[u8] {
        &self.signer.certificate.serial
    }

    fn responder(&self) -> Responder {
        self.nca.responder(G)
    }

    fn judge(&self, answers: &[Vec<u8>]) -> Verdict {
        judge(&self.signer.sign_attached(CONTENT, now()), &self.nca, &evidence(&[], answers))
    }

    fn by(&self, responder: &Responder) -> Verdict {
        self.judge(&[responder.about(self.serial(), now())])
    }
}

#[test]
fn an_answer_counts_whatever_digest_names_the_certificate_and_however_the_responder_is_named() {
    let case = case();
    let issuer = &case.nca.issuing(G).certificate;
    for digest in Digest::ALL {
        for by_key in [false, true] {
            let asked = request(digest, issuer, &[case.serial()], Some(b"0123456789abcdef"));
            let responder = Responder { by_key, ..case.responder() };
            expect_valid(&case.judge(&[responder.respond(&asked, now())]));
            let bad = responder.saying(case.serial(), revoked());
            expect(&case.judge(&[bad.respond(&asked, now())]), Outcome::Invalid, Code::CertificateRevoked);
        }
    }
}

#[test]
fn the_responders_of_all_three_algorithms_count_with_an_empty_nocheck_or_a_proper_one() {
    let nca = nca();
    for algorithm in Algorithm::ALL {
        let signer = person(&nca, algorithm);
        let answer = nca.responder(algorithm).about(&signer.certificate.serial, now());
        expect_valid(&judge(&signer.sign_attached(CONTENT, now()), &nca, &evidence(&[], &[answer])));
    }
}

#[test]
fn an_answer_names_the_issuers_name_and_key_and_not_the_serial_alone() {
    let case = case();
    let stranger = Nca::new([9; 32], now());
    // The same serial under another authority, signed by the right responder.
    let other = Responder { issuer: stranger.issuing(G), ..case.responder() };
    expect(&case.by(&other), Outcome::Indeterminate, Code::RevocationMissing);
    let other = other.saying(case.serial(), revoked());
    expect(&case.by(&other), Outcome::Indeterminate, Code::RevocationMissing);
    let another = Responder { about: Some(der::integer(&[9; 20])), ..case.responder() };
    expect(&case.by(&another), Outcome::Indeterminate, Code::RevocationMissing);
}

#[test]
fn a_delegated_responder_must_come_with_its_certificate_and_the_authority_itself_need_not() {
    let case = case();
    let bare = Responder { embed_certificate: false, ..case.responder() };
    expect(&case.by(&bare), Outcome::Indeterminate, Code::OcspNotAuthentic);
    let itself = Responder { signer: case.nca.issuing(G), ..bare };
    expect_valid(&case.by(&itself));
}

#[test]
fn a_responder_whose_certificate_was_given_beside_the_file_counts() {
    let case = case();
    let bare = Responder { embed_certificate: false, ..case.responder() };
    let mut at_hand = evidence(&[], &[bare.about(case.serial(), now())]);
    at_hand.add_certificate("responder", &bare.signer.certificate.der).unwrap();
    expect_valid(&judge(&case.signer.sign_attached(CONTENT, now()), &case.nca, &at_hand));
}

#[test]
fn a_responder_whose_own_certificate_was_revoked_is_left_aside() {
    let mut case = case();
    let responder = case.responder();
    let good = responder.about(case.serial(), now());
    case.nca.revoke_holder(&responder.signer, now() - DAY * 2, None);
    // Stale: it says nothing of the signer, but it names the responder.
    let list = case.nca.crl_of(G, now() - DAY * 2, now() - DAY);
    let file = case.signer.sign_attached(CONTENT, now());
    expect(&judge(&file, &case.nca, &evidence(&[list], &[good])), Outcome::Indeterminate, Code::OcspNotAuthentic);
}

#[test]
fn only_this_authority_can_authorise_and_only_for_ocsp_signing() {
    let case = case();
    let ocsp = [purposes(&[oids::OCSP_SIGNING]), key_usage(SIGN_AND_COMMIT)];
    let years = (now() - DAY * 700, now() + DAY * 700);
    let root = (&case.nca.hierarchy(G).root).into();
    let child = case.nca.holder(G, "CHILD", &ocsp);
    let mut odd = ocsp.to_vec();
    odd.push(testkit::nca::extensions::critical("1.2.398.9.9", b""));
    for signer in [
        case.nca.holder(G, "NO PURPOSE", &[key_usage(SIGN_AND_COMMIT)]),
        case.nca.holder(G, "TSA", &[purposes(&[oids::TIME_STAMPING])]),
        case.nca.holder(G, "ODD", &odd),
        case.nca.holder(Algorithm::Rsa, "OF ANOTHER AUTHORITY", &ocsp),
        case.nca.holder_under(&root, "OF THE ROOT", &ocsp, years),
        case.nca.holder_under(&child, "OF A RESPONDER", &ocsp, years),
        Nca::new([9; 32], now()).responder(G).signer,
        root,
    ] {
        for status in [Status::Good, revoked()] {
            let responder = Responder { signer: signer.clone(), ..case.responder() };
            let verdict = case.by(&responder.saying(case.serial(), status));
            expect(&verdict, Outcome::Indeterminate, Code::OcspNotAuthentic);
        }
    }
}

#[test]
fn a_responder_outside_its_own_validity_does_not_count() {
    let case = case();
    let ocsp = [purposes(&[oids::OCSP_SIGNING])];
    for (from, until) in [(now() - DAY * 9, now() - DAY), (now() + DAY, now() + DAY * 9)] {
        let signer = case.nca.holder_valid(G, "LATE", &ocsp, (from, until));
        let verdict = case.by(&Responder { signer, ..case.responder() });
        expect(&verdict, Outcome::Indeterminate, Code::OcspNotAuthentic);
    }
}

#[test]
fn an_answer_is_fresh_until_its_next_update_or_for_as_long_as_the_policy_says() {
    let case = case();
    let hours = SignedDuration::from_hours;
    for (age, next, outcome) in [
        (0, None, Outcome::Valid),
        (24, None, Outcome::Valid),
        (25, None, Outcome::Indeterminate),
        (200, Some(hours(200)), Outcome::Valid),
        (2, Some(hours(1)), Outcome::Indeterminate),
        (-1, None, Outcome::Indeterminate),
        (1, Some(hours(-2)), Outcome::Indeterminate),
    ] {
        let responder = Responder { this_update: -hours(age), next_update: next, ..case.responder() };
        let verdict = case.by(&responder);
        assert_eq!(verdict.outcome, outcome, "{age} {next:?} {:?}", codes(&verdict));
        assert_eq!(codes(&verdict).contains(&Code::OcspStale), outcome != Outcome::Valid);
    }
    let cms = case.signer.sign_attached(CONTENT, now());
    let answer = Responder { this_update: -hours(2), ..case.responder() }.about(case.serial(), now());
    let policy = Policy { ocsp_age_max: hours(1), ..Policy::any() };
    let verdict = verify(&cms, None, trust(&case.nca), &evidence(&[], &[answer]), &policy, now());
    expect(&verdict, Outcome::Indeterminate, Code::RevocationStale);
}

#[test]
fn a_clock_that_runs_a_few_minutes_ahead_is_forgiven() {
    let case = case();
    for (minutes, outcome) in [(5, Outcome::Valid), (6, Outcome::Indeterminate)] {
        let ahead = Responder { this_update: SignedDuration::from_mins(minutes), ..case.responder() };
        assert_eq!(case.by(&ahead).outcome, outcome, "{minutes}");
    }
}

#[test]
fn revoked_beats_good_between_answers_and_lists_in_any_order() {
    let case = case();
    let cms = case.signer.sign_attached(CONTENT, now());
    let good = case.responder().about(case.serial(), now());
    let bad = case.responder().saying(case.serial(), revoked()).about(case.serial(), now() - DAY / 24);
    for answers in [[good.clone(), bad.clone()], [bad.clone(), good.clone()]] {
        expect(&case.judge(&answers), Outcome::Invalid, Code::CertificateRevoked);
    }
    let clean = case.nca.crl(now() - DAY, now() + DAY);
    let listed = case.nca.list(G, now() - DAY, now() + DAY).with(case.serial(), now() - DAY, Some(1)).sign();
    let both = evidence(&[clean], &[bad]);
    expect(&judge(&cms, &case.nca, &both), Outcome::Invalid, Code::CertificateRevoked);
    let both = evidence(&[listed], &[good]);
    expect(&judge(&cms, &case.nca, &both), Outcome::Invalid, Code::CertificateRevoked);
}

#[test]
fn an_unknown_answer_proves_nothing_and_takes_nothing_away() {
    let case = case();
    for status in [Status::Unknown, Status::NonIssued] {
        let answer = case.responder().saying(case.serial(), status).about(case.serial(), now());
        let verdict = case.judge(std::slice::from_ref(&answer));
        expect(&verdict, Outcome::Indeterminate, Code::RevocationUnknownToResponder);
        assert!(!verdict.waits_for_nca());
        let cms = case.signer.sign_attached(CONTENT, now());
        let listed = evidence(&[case.nca.crl(now() - DAY, now() + DAY)], &[answer]);
        expect_valid(&judge(&cms, &case.nca, &listed));
    }
}

#[test]
fn revoked_in_1970_is_non_issued_only_with_extended_revoke() {
    let case = case();
    let epoch = jiff::Timestamp::UNIX_EPOCH;
    let plain = Status::Revoked { at: epoch, reason: Some(6) };
    let verdict = case.by(&case.responder().saying(case.serial(), plain));
    expect(&verdict, Outcome::Invalid, Code::CertificateRevoked);
}

#[test]
fn an_answer_about_several_certificates_speaks_of_each() {
    let case = case();
    let issuer = &case.nca.issuing(G).certificate;
    let other = der::integer(&[7; 20]);
    let asked = request(Digest::Sha1, issuer, &[&other, case.serial()], None);
    let responder = case.responder().saying(&other, revoked());
    expect_valid(&case.judge(&[responder.respond(&asked, now())]));
    let responder = case.responder().saying(case.serial(), revoked());
    expect(&case.judge(&[responder.respond(&asked, now())]), Outcome::Invalid, Code::CertificateRevoked);
}

#[test]
fn an_old_answer_still_proves_a_revocation_but_not_a_hold() {
    let case = case();
    for (reason, outcome) in [(Some(1), Outcome::Invalid), (None, Outcome::Invalid), (Some(6), Outcome::Indeterminate)]
    {
        let status = Status::Revoked { at: now() - DAY * 20, reason };
        let answer = case.responder().saying(case.serial(), status).about(case.serial(), now() - DAY * 9);
        assert_eq!(case.judge(&[answer]).outcome, outcome, "{reason:?}");
    }
}
