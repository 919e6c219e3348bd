//! Revocation lists: whose, how fresh, how complete; and what a listed authority is asked.

use eds::{Code, Evidence, Outcome, Policy, Verdict, verify};
use jiff::{SignedDuration, Timestamp};
use testkit::cms::{Message, Signer};
use testkit::nca::crl::{HOLD, List, REMOVE_FROM_CRL, entry, scope};
use testkit::nca::extensions::{SIGN_AND_COMMIT, basic_constraints, critical, extension, key_usage, purposes};
use testkit::{Algorithm, Holder, Nca, Person, der, oids};

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

impl Case {
    fn serial(&self) -> &[u8] {
        &self.signer.certificate.serial
    }

    fn list(&self) -> List {
        self.nca.list(G, now() - DAY, now() + DAY)
    }

    fn judge(&self, crls: &[Vec<u8>]) -> Verdict {
        judge(&self.signer.sign_attached(CONTENT, now()), &self.nca, &evidence(crls, &[]))
    }
}

#[test]
fn a_list_counts_from_its_first_to_its_last_second() {
    let case = case();
    let second = SignedDuration::from_secs(1);
    for (from, until, outcome) in [
        (now(), now() + DAY, Outcome::Valid),
        (now() - DAY, now(), Outcome::Valid),
        (now() + second, now() + DAY, Outcome::Indeterminate),
        (now() - DAY, now() - second, Outcome::Indeterminate),
        (now() + DAY, now() - DAY, Outcome::Indeterminate),
    ] {
        assert_eq!(case.judge(&[case.nca.crl(from, until)]).outcome, outcome, "{from} {until}");
    }
}

#[test]
fn a_list_without_next_update_never_says_that_anybody_is_good() {
    let case = case();
    let endless = List { next_update: None, ..case.list() };
    expect(&case.judge(&[endless.sign()]), Outcome::Indeterminate, Code::RevocationStale);
    let revoked = endless.with(case.serial(), now() - DAY, Some(1));
    expect(&case.judge(&[revoked.sign()]), Outcome::Invalid, Code::CertificateRevoked);
}

#[test]
fn a_list_of_the_right_name_by_another_key_is_not_authentic() {
    let case = case();
    let stranger = Nca::new([9; 32], now());
    let child = case.nca.holder(G, "CHILD", &[key_usage(SIGN_AND_COMMIT)]);
    let root = (&case.nca.hierarchy(G).root).into();
    for signer in [stranger.issuing(G), child, root] {
        let list = List { signer: Some(signer.key), ..case.list() };
        expect(&case.judge(&[list.sign()]), Outcome::Indeterminate, Code::CrlNotAuthentic);
        let list = list.with(case.serial(), now() - DAY, Some(1));
        expect(&case.judge(&[list.sign()]), Outcome::Indeterminate, Code::CrlNotAuthentic);
    }
}

#[test]
fn a_list_of_another_authority_is_not_looked_at() {
    let case = case();
    let others = [Algorithm::Rsa, Algorithm::Gost2004].map(|algorithm| {
        let list = case.nca.list(algorithm, now() - DAY, now() + DAY);
        list.with(case.serial(), now() - DAY, Some(1)).sign()
    });
    let verdict = case.judge(&others);
    expect(&verdict, Outcome::Indeterminate, Code::RevocationMissing);
    assert!(!codes(&verdict).contains(&Code::CrlNotAuthentic));
}

#[test]
fn an_authority_without_the_right_to_sign_lists_signs_none() {
    let nca = nca();
    let years = (now() - DAY * 700, now() + DAY * 700);
    // keyCertSign without cRLSign.
    let middle = nca.holder_valid(G, "MIDDLE", &[basic_constraints(None), key_usage((2, 0x04))], years);
    let signer = nca.holder_under(&middle, "SIGNER", &[key_usage(SIGN_AND_COMMIT)], years);
    let message = Message {
        certificates: vec![middle.certificate.der.clone()],
        ..Message::new(CONTENT, vec![Signer::new(signer, now())])
    };
    let own = List::new(middle, now() - DAY, now() + DAY).sign();
    let known = evidence(&[own, nca.crl(now() - DAY, now() + DAY)], &[]);
    expect(&judge(&message.encode(), &nca, &known), Outcome::Indeterminate, Code::CrlNotAuthentic);
}

#[test]
fn critical_extensions_that_are_not_known_make_a_list_unusable() {
    let case = case();
    let odd = |critical_one: bool| {
        let odd = if critical_one { critical("1.2.398.9.9", b"") } else { extension("1.2.398.9.9", b"") };
        List { extensions: vec![odd], ..case.list() }
    };
    expect(&case.judge(&[odd(true).sign()]), Outcome::Indeterminate, Code::CrlNotUsable);
    expect_valid(&case.judge(&[odd(false).sign()]));
    // The same inside the entry, which may then be somebody else's.
    let of_another = der::sequence(&[
        case.serial().to_vec(),
        der::time(now() - DAY),
        der::sequence(&[critical(oids::CERTIFICATE_ISSUER, &der::sequence(&[]))]),
    ]);
    let list = List { entries: of_another, ..case.list() };
    expect(&case.judge(&[list.sign()]), Outcome::Indeterminate, Code::CrlNotUsable);
}

#[test]
fn an_indirect_list_proves_nothing_either_way() {
    let case = case();
    let indirect = List { distribution_point: Some(scope::indirect()), ..case.list() };
    expect(&case.judge(&[indirect.sign()]), Outcome::Indeterminate, Code::CrlNotUsable);
    let indirect = indirect.with(case.serial(), now() - DAY, Some(1));
    expect(&case.judge(&[indirect.sign()]), Outcome::Indeterminate, Code::CrlNotUsable);
}

#[test]
fn a_limited_list_proves_who_is_revoked_but_not_who_is_good() {
    let case = case();
    for (field, outcome) in [
        (scope::only_users(), Outcome::Valid),
        (scope::only_authorities(), Outcome::Indeterminate),
        (scope::only_some_reasons(), Outcome::Indeterminate),
        (scope::only_attribute_certificates(), Outcome::Indeterminate),
        (scope::point("http://nca.test/crl/nca_gost512.crl"), Outcome::Valid),
        (scope::point("http://nca.test/crl/another.crl"), Outcome::Indeterminate),
    ] {
        let limited = List { distribution_point: Some(field.clone()), ..case.list() };
        assert_eq!(case.judge(&[limited.sign()]).outcome, outcome, "{field:02x?}");
        let revoked = limited.with(case.serial(), now() - DAY, Some(1));
        assert_eq!(case.judge(&[revoked.sign()]).outcome, Outcome::Invalid, "{field:02x?}");
    }
}

#[test]
fn of_two_lists_the_one_that_says_revoked_counts() {
    let case = case();
    let (good, bad) = (case.list().sign(), case.list().with(case.serial(), now() - DAY, None).sign());
    for lists in [[good.clone(), bad.clone()], [bad, good]] {
        expect(&case.judge(&lists), Outcome::Invalid, Code::CertificateRevoked);
    }
}

#[test]
fn a_delta_adds_and_lifts_on_its_base_only() {
    let case = case();
    let day = now() - DAY * 2;
    let list = |number, base, reason: Option<u8>| {
        let list = List { number, base, ..case.list() };
        match reason {
            Some(reason) => list.with(case.serial(), day, Some(reason)).sign(),
            None => list.sign(),
        }
    };
    let (clean, held) = (list(10, None, None), list(10, None, Some(HOLD)));
    let (adds, lifts) = (list(11, Some(10), Some(1)), list(11, Some(10), Some(REMOVE_FROM_CRL)));
    let of_a_later_base = list(12, Some(11), Some(1));
    expect_valid(&case.judge(std::slice::from_ref(&clean)));
    expect_valid(&case.judge(&[held.clone(), lifts.clone()]));
    // What is final is never lifted, nor turned into a hold.
    let (final_entry, holds) = (list(10, None, Some(1)), list(11, Some(10), Some(HOLD)));
    for change in [lifts, holds] {
        expect(&case.judge(&[final_entry.clone(), change]), Outcome::Invalid, Code::CertificateRevoked);
    }
    expect(&case.judge(&[held]), Outcome::Invalid, Code::CertificateRevoked);
    expect(&case.judge(&[clean.clone(), adds.clone()]), Outcome::Invalid, Code::CertificateRevoked);
    expect(&case.judge(&[adds]), Outcome::Indeterminate, Code::CrlDeltaWithoutBase);
    expect(&case.judge(&[clean, of_a_later_base]), Outcome::Valid, Code::CrlDeltaWithoutBase);
}

#[test]
fn the_newest_delta_decides_and_a_stale_one_is_not_asked() {
    let case = case();
    let base = List { number: 10, ..case.list() };
    let delta = |hours: i64, until: Timestamp, reason: u8| {
        let from = now() - SignedDuration::from_hours(hours);
        let list = List { number: 11, base: Some(10), this_update: from, next_update: Some(until), ..case.list() };
        list.with(case.serial(), now() - DAY * 2, Some(reason)).sign()
    };
    let held = base.clone().with(case.serial(), now() - DAY * 2, Some(HOLD)).sign();
    let soon = now() + DAY;
    let (held_again, lifted) = (delta(2, soon, HOLD), delta(1, soon, REMOVE_FROM_CRL));
    expect_valid(&case.judge(&[held.clone(), held_again, lifted.clone()]));
    let held_later = delta(0, soon, HOLD);
    expect(&case.judge(&[held.clone(), lifted, held_later]), Outcome::Invalid, Code::CertificateRevoked);
    let stale = delta(9, now() - SignedDuration::from_hours(1), REMOVE_FROM_CRL);
    expect(&case.judge(&[held, stale]), Outcome::Invalid, Code::CertificateRevoked);
    // A final entry of a stale delta stays true, also beside a newer delta that does not name it.
    let (clean, revoked) = (base.clone().sign(), delta(9, now() - SignedDuration::from_hours(1), 1));
    expect(&case.judge(&[clean.clone(), revoked.clone()]), Outcome::Invalid, Code::CertificateRevoked);
    let silent = List { number: 12, base: Some(10), ..case.list() }.sign();
    expect(&case.judge(&[clean, revoked, silent]), Outcome::Invalid, Code::CertificateRevoked);
    // A fresh delta does not make a stale base fresh.
    let old = List { this_update: now() - DAY * 9, next_update: Some(now() - DAY), number: 10, ..case.list() };
    let empty = List { number: 11, base: Some(10), ..case.list() };
    expect(&case.judge(&[old.sign(), empty.sign()]), Outcome::Indeterminate, Code::RevocationStale);
}

#[test]
fn a_list_older_than_the_policy_admits_is_stale() {
    let case = case();
    let cms = case.signer.sign_attached(CONTENT, now());
    let half_a_year = case.nca.crl(now() - DAY * 90, now() + DAY * 90);
    let policy = Policy { crl_age_max: Some(DAY * 30), ..Policy::any() };
    let known = evidence(&[half_a_year], &[]);
    expect_valid(&verify(&cms, None, trust(&case.nca), &known, &Policy::any(), now()));
    let strict = verify(&cms, None, trust(&case.nca), &known, &policy, now());
    expect(&strict, Outcome::Indeterminate, Code::RevocationStale);
}

#[test]
fn an_entry_is_found_among_many_and_a_serial_with_leading_zeros_is_the_same() {
    let case = case();
    let crowd = case.list().with_strangers(50_000, now() - DAY * 9);
    expect_valid(&case.judge(&[crowd.sign()]));
    let mut octets = vec![0, 0, 0];
    octets.extend(&case.serial()[2..]);
    let padded = [entry(&der::element(0x02, &octets), now() - DAY, Some(4)), crowd.entries.clone()].concat();
    let list = List { entries: padded, ..crowd };
    expect(&case.judge(&[list.sign()]), Outcome::Invalid, Code::CertificateRevoked);
}

#[test]
fn an_entry_that_cannot_be_read_is_not_taken_for_absent() {
    let case = case();
    let nonsense = der::sequence(&[case.serial().to_vec(), der::utf8("yesterday")]);
    let list = List { entries: nonsense, ..case.list() };
    let verdict = case.judge(&[list.sign()]);
    assert_eq!(verdict.outcome, Outcome::Indeterminate, "{:?}", codes(&verdict));
}

/// A listed issuing authority: nothing is known of it, it is good, or it is revoked.
#[test]
fn a_listed_authority_is_warned_of_until_its_list_is_at_hand_and_invalid_when_revoked() {
    let case = case();
    let own = case.nca.crl(now() - DAY, now() + DAY);
    let root: Holder = (&case.nca.hierarchy(G).root).into();
    let above = List::new(root, now() - DAY, now() + DAY);
    expect(&case.judge(std::slice::from_ref(&own)), Outcome::Valid, Code::ListedIssuerNotChecked);
    let verdict = case.judge(&[own.clone(), above.sign()]);
    expect_valid(&verdict);
    assert_eq!(codes(&verdict), []);
    let issuing = &case.nca.hierarchy(G).issuing.certificate.serial;
    let revoked = above.with(issuing, now() - DAY, Some(2)).sign();
    expect(&case.judge(&[own, revoked]), Outcome::Invalid, Code::IssuerRevoked);
}

#[test]
fn an_authority_from_the_message_is_proven_by_an_answer_too() {
    let nca = nca();
    let years = (now() - DAY * 700, now() + DAY * 700);
    let extensions = [basic_constraints(None), key_usage((1, 0x06))];
    let middle = nca.holder_valid(G, "MIDDLE", &extensions, years);
    let signer =
        nca.holder_under(&middle, "SIGNER", &[key_usage(SIGN_AND_COMMIT), purposes(&[oids::EMAIL_PROTECTION])], years);
    let message = Message {
        certificates: vec![middle.certificate.der.clone()],
        ..Message::new(CONTENT, vec![Signer::new(signer, now())])
    };
    let cms = message.encode();
    let own = List::new(middle.clone(), now() - DAY, now() + DAY).sign();
    let known = |ocsp: &[Vec<u8>]| -> Evidence { evidence(std::slice::from_ref(&own), ocsp) };
    expect(&judge(&cms, &nca, &known(&[])), Outcome::Indeterminate, Code::IssuerRevocationMissing);
    let serial = &middle.certificate.serial;
    expect_valid(&judge(&cms, &nca, &known(&[nca.responder(G).about(serial, now())])));
    let revoked = testkit::ocsp::Status::Revoked { at: now() - DAY, reason: None };
    let revoked = nca.responder(G).saying(serial, revoked).about(serial, now());
    expect(&judge(&cms, &nca, &known(&[revoked])), Outcome::Invalid, Code::IssuerRevoked);
}
