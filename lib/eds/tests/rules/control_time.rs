//! Control time: what a timestamp proves, and what proves nothing.

use eds::{Code, Evidence, Outcome, Policy, Verdict, verify, verify_existing};
use jiff::{SignedDuration, Timestamp};
use testkit::cms::{Attribute, Encoding, Message, Signer, signing_certificate};
use testkit::nca::extensions::{SIGN_AND_COMMIT, key_usage, purposes};
use testkit::scheme::Scheme;
use testkit::tsa::Tsa;
use testkit::{Algorithm, Digest, Holder, Nca, Person, PersonSpec, Validity, der, oids};

use crate::setting::{DAY, codes, evidence, expect, expect_valid, judge, lists, nca, now, trust};

const CONTENT: &[u8] = b"content";
const G: Algorithm = Algorithm::Gost512;

/// A certificate that ended ten days ago: only a timestamp saves its signatures.
fn expired(nca: &Nca) -> Person {
    let validity = Validity::Between(now() - DAY * 375, now() - DAY * 10);
    nca.person(&PersonSpec { validity, ..PersonSpec::individual("expired", G) })
}

fn at() -> Timestamp {
    now() - DAY * 30
}

fn stamped(signer: &Person, tokens: impl Fn(&[u8]) -> Vec<Vec<u8>>) -> Vec<u8> {
    Message::new(CONTENT, vec![Signer::new(signer, at()).stamped(tokens)]).encode()
}

fn by(nca: &Nca, tsa: &Tsa) -> Verdict {
    let cms = stamped(&expired(nca), |signature| vec![tsa.token(Digest::Streebog512, signature, at())]);
    judge(&cms, nca, &lists(nca))
}

#[track_caller]
fn expect_ignored(verdict: &Verdict, why: &str) {
    expect(verdict, Outcome::Indeterminate, Code::CertificateExpired);
    let finding = verdict.all_findings().find(|finding| finding.code == Code::TimestampIgnored);
    assert_eq!(finding.and_then(|finding| finding.detail.as_deref()), Some(why));
    assert!(verdict.signers[0].timestamp.is_none());
}

/// A TSA with a certificate of these extensions and validity.
fn odd_tsa(nca: &Nca, extensions: &[Vec<u8>], validity: (Timestamp, Timestamp)) -> Tsa {
    Tsa::new(nca.holder_valid(G, "ODD TSA", extensions, validity))
}

fn years() -> (Timestamp, Timestamp) {
    (now() - DAY * 700, now() + DAY * 700)
}

#[test]
fn a_timestamp_counts_whatever_its_imprint_and_the_key_of_its_authority() {
    let nca = nca();
    let signer = expired(&nca);
    for algorithm in Algorithm::ALL {
        let tsa = nca.tsa(algorithm);
        for digest in [Digest::Sha1, Digest::Sha256, Digest::Gost34311, Digest::Streebog256, Digest::Streebog512] {
            let cms = stamped(&signer, |signature| vec![tsa.token(digest, signature, at())]);
            let verdict = judge(&cms, &nca, &lists(&nca));
            expect_valid(&verdict);
            assert_eq!(verdict.signers[0].timestamp.as_ref().map(|stamp| stamp.at), Some(at()), "{digest:?}");
        }
    }
}

#[test]
fn a_timestamp_of_an_unknown_imprint_or_over_another_octet_string_is_ignored() {
    let nca = nca();
    let tsa = nca.tsa(G);
    expect_ignored(&by(&nca, &Tsa { other_imprint: true, ..tsa.clone() }), "not over this signature");
    // Over the content instead of the signature value.
    let cms = stamped(&expired(&nca), |_| vec![tsa.token(Digest::Streebog512, CONTENT, at())]);
    expect_ignored(&judge(&cms, &nca, &lists(&nca)), "not over this signature");
}

#[test]
fn a_timestamp_of_now_counts_and_one_a_second_later_does_not() {
    let nca = nca();
    let signer = nca.person(&PersonSpec::individual("applicant", G));
    let tsa = nca.tsa(G);
    for (skew, counts) in [(0, true), (1, false)] {
        let genuine = now() + SignedDuration::from_secs(skew);
        let cms = stamped(&signer, |signature| vec![tsa.token(Digest::Sha256, signature, genuine)]);
        let verdict = judge(&cms, &nca, &lists(&nca));
        expect_valid(&verdict);
        assert_eq!(verdict.signers[0].timestamp.is_some(), counts);
        assert_eq!(codes(&verdict).contains(&Code::TimestampIgnored), !counts);
    }
}

#[test]
fn an_authority_without_the_purpose_time_stamping_is_ignored() {
    let nca = nca();
    for extensions in [vec![], vec![purposes(&[oids::EMAIL_PROTECTION])], vec![purposes(&[oids::OCSP_SIGNING])]] {
        expect_ignored(&by(&nca, &odd_tsa(&nca, &extensions, years())), "extKeyUsage");
    }
    expect_valid(&by(&nca, &odd_tsa(&nca, &[purposes(&[oids::TIME_STAMPING])], years())));
}

#[test]
fn an_authority_outside_its_validity_at_the_time_it_states_is_ignored() {
    let nca = nca();
    let extensions = [purposes(&[oids::TIME_STAMPING]), key_usage(SIGN_AND_COMMIT)];
    let of = |from: i32, until: i32| by(&nca, &odd_tsa(&nca, &extensions, (now() - DAY * from, now() - DAY * until)));
    expect_ignored(&of(300, 31), "certificate_expired");
    expect_ignored(&of(29, -100), "certificate_not_yet_valid");
    // It has expired since: what it said then holds.
    expect_valid(&of(300, 20));
}

#[test]
fn an_authority_revoked_before_the_time_it_states_is_ignored_and_one_replaced_later_counts() {
    // RFC 3161 4: where the key was compromised, or nobody says why it was revoked, its earlier tokens fall too.
    let earlier = [(40, Some(1), false), (40, Some(4), false), (40, None, false)];
    let later =
        [(20, Some(4), true), (20, Some(5), true), (20, Some(0), true), (20, Some(1), false), (20, None, false)];
    for (days, reason, counts) in earlier.into_iter().chain(later) {
        let mut nca = nca();
        let tsa = nca.tsa(G);
        nca.revoke_holder(&tsa.signer, now() - DAY * days, reason);
        let verdict = by(&nca, &tsa);
        assert_eq!(verdict.signers[0].timestamp.is_some(), counts, "{days} {reason:?} {:?}", codes(&verdict));
    }
}

#[test]
fn an_authority_of_a_root_that_is_not_listed_is_ignored_even_if_its_chain_came_along() {
    let nca = nca();
    let stranger = Nca::new([9; 32], now());
    let tsa = stranger.tsa(G);
    let cms = Message {
        certificates: vec![
            stranger.hierarchy(G).root.certificate.der.clone(),
            stranger.hierarchy(G).issuing.certificate.der.clone(),
        ],
        ..Message::new(
            CONTENT,
            vec![
                Signer::new(&expired(&nca), at()).stamped(|signature| vec![tsa.token(Digest::Sha256, signature, at())]),
            ],
        )
    };
    expect_ignored(&judge(&cms.encode(), &nca, &lists(&nca)), "issuer_unknown");
}

#[test]
fn a_token_whose_signature_or_form_does_not_hold_is_ignored() {
    let nca = nca();
    let tsa = nca.tsa(G);
    expect_ignored(&by(&nca, &Tsa { broken: true, ..tsa.clone() }), "signature");
    // Its signer is not named by any certificate at hand.
    expect_ignored(&by(&nca, &Tsa { embed_certificate: false, ..tsa.clone() }), "signature");
    let signer = expired(&nca);
    let empty = [der::sequence(&[]), der::null(), Vec::from(*b"\x30\x80"), der::octet_string(b"token")];
    for token in empty {
        let cms = stamped(&signer, |_| vec![token.clone()]);
        let verdict = judge(&cms, &nca, &lists(&nca));
        assert_ne!(verdict.outcome, Outcome::Valid);
    }
}

/// A token of any making over `signature`.
fn token(signature: &[u8], signers: impl Fn(Signer<'static>) -> Vec<Signer<'static>>, tsa: &Holder) -> Vec<u8> {
    let content = der::sequence(&[
        der::small_integer(1),
        der::oid(oids::TSA_POLICY_RSA),
        der::sequence(&[Digest::Sha256.identifier(), der::octet_string(&Digest::Sha256.of(signature))]),
        der::small_integer(77),
        der::generalized_time(at()),
    ]);
    let message = Message::new(&content, signers(Signer::new(tsa.clone(), at())));
    Message { content_type: oids::TST_INFO, ..message }.encode()
}

#[test]
fn a_token_needs_one_strong_signer_with_whole_attributes() {
    let nca = nca();
    let signer = expired(&nca);
    let tsa = nca.tsa(Algorithm::Rsa).signer;
    type Make = fn(Signer<'static>) -> Vec<Signer<'static>>;
    let cases: [(&str, Make, bool); 6] = [
        ("as it should be", |one| vec![one], true),
        ("nobody", |_| vec![], false),
        ("SHA-1", |one| vec![Signer { scheme: Scheme::rsa(Digest::Sha1), ..one }], false),
        ("no attributes", |one| vec![Signer { attributes: None, ..one }], false),
        ("no digest", |one| vec![Signer { attributes: Some(vec![Attribute::ContentType]), ..one }], false),
        ("two digests", |one| vec![one.and(Attribute::MessageDigest)], false),
    ];
    for (what, make, counts) in cases {
        let cms = stamped(&signer, |signature| vec![token(signature, make, &tsa)]);
        let verdict = judge(&cms, &nca, &lists(&nca));
        assert_eq!(verdict.outcome == Outcome::Valid, counts, "{what}: {:?}", codes(&verdict));
        assert_eq!(codes(&verdict).contains(&Code::TimestampIgnored), !counts, "{what}");
    }
}

#[test]
fn a_token_that_names_another_certificate_of_its_authority_is_ignored() {
    let nca = nca();
    let (tsa, other) = (nca.tsa(G).signer, nca.responder(G).signer);
    for (named, counts) in [(&tsa, true), (&other, false)] {
        for digest in [Digest::Sha1, Digest::Sha256, Digest::Sha512] {
            // The attribute as written: its type and its value apart.
            let whole = signing_certificate(digest, &named.certificate);
            let value = testkit::ber::read(&whole).0.child(1).child(0).whole.to_vec();
            let kind = if digest == Digest::Sha1 { oids::SIGNING_CERTIFICATE } else { oids::SIGNING_CERTIFICATE_V2 };
            let make = |one: Signer<'static>| vec![one.and(Attribute::Other(kind, vec![value.clone()]))];
            let cms = stamped(&expired(&nca), |signature| vec![token(signature, make, &tsa)]);
            let verdict = judge(&cms, &nca, &lists(&nca));
            assert_eq!(verdict.outcome == Outcome::Valid, counts, "{digest:?} {:?}", codes(&verdict));
        }
    }
}

#[test]
fn a_token_in_indefinite_lengths_counts() {
    let nca = nca();
    let encoding = Encoding::Indefinite { segment: 7 };
    expect_valid(&by(&nca, &Tsa { encoding, ..nca.tsa(G) }));
}

#[test]
fn a_token_without_its_certificate_counts_where_the_certificate_is_at_hand() {
    let nca = nca();
    let tsa = Tsa { embed_certificate: false, ..nca.tsa(G) };
    let cms = stamped(&expired(&nca), |signature| vec![tsa.token(Digest::Sha256, signature, at())]);
    let mut evidence = lists(&nca);
    evidence.add_certificate("tsa.cer", &tsa.signer.certificate.der).unwrap();
    expect_valid(&judge(&cms, &nca, &evidence));
}

#[test]
fn of_several_tokens_the_earliest_that_holds_is_the_control_time() {
    let nca = nca();
    let signer = expired(&nca);
    let tsa = nca.tsa(G);
    let stamp = |signature: &[u8], days: i32| tsa.token(Digest::Sha256, signature, now() - DAY * days);
    let cms = stamped(&signer, |signature| {
        vec![stamp(signature, 20), stamp(b"another", 200), stamp(signature, 40), stamp(signature, 5)]
    });
    let verdict = judge(&cms, &nca, &lists(&nca));
    expect(&verdict, Outcome::Valid, Code::TimestampIgnored);
    assert_eq!(verdict.signers[0].timestamp.as_ref().map(|stamp| stamp.at), Some(now() - DAY * 40));
}

#[test]
fn a_signing_time_inside_the_validity_proves_nothing() {
    let nca = nca();
    let cms = Message::new(CONTENT, vec![Signer::new(&expired(&nca), at())]).encode();
    let verdict = judge(&cms, &nca, &lists(&nca));
    expect(&verdict, Outcome::Indeterminate, Code::CertificateExpired);
    assert_eq!(verdict.signers[0].signing_time, Some(at()), "it is shown all the same");
}

#[test]
fn a_signature_proven_older_than_its_certificate_is_invalid() {
    let nca = nca();
    let tsa = nca.tsa(G);
    let signer = nca.person(&PersonSpec::individual("applicant", G));
    let cms = stamped(&signer, |signature| vec![tsa.token(Digest::Sha256, signature, now() - DAY * 31)]);
    expect(&judge(&cms, &nca, &lists(&nca)), Outcome::Invalid, Code::CertificateNotYetValid);
}

#[test]
fn the_last_second_of_a_certificate_is_inside_it() {
    let nca = nca();
    let second = SignedDuration::from_secs(1);
    for (from, until, outcome) in [
        (now() - DAY, now(), Outcome::Valid),
        (now() - DAY, now() - second, Outcome::Indeterminate),
        (now(), now() + DAY, Outcome::Valid),
        (now() + second, now() + DAY, Outcome::Invalid),
    ] {
        let spec = PersonSpec { validity: Validity::Between(from, until), ..PersonSpec::individual("edge", G) };
        let cms = nca.person(&spec).sign_attached(CONTENT, now());
        assert_eq!(judge(&cms, &nca, &lists(&nca)).outcome, outcome, "{from} {until}");
    }
}

#[test]
fn a_witness_of_the_caller_stands_for_a_timestamp_but_never_moves_one_back() {
    let mut nca = nca();
    let signer = expired(&nca);
    nca.revoke_for(&signer, now() - DAY * 15, Some(4));
    let lists = lists(&nca);
    let existing =
        |cms: &[u8], at: Timestamp| verify_existing(cms, None, trust(&nca), &lists, &Policy::any(), at, now());
    let cms = Message::new(CONTENT, vec![Signer::new(&signer, at())]).encode();
    expect(&existing(&cms, now() - DAY * 20), Outcome::Valid, Code::RevokedLater);
    expect(&existing(&cms, now() - DAY * 12), Outcome::Invalid, Code::CertificateRevoked);
    expect(&existing(&cms, now() + DAY), Outcome::Invalid, Code::CertificateRevoked);
    let tsa = nca.tsa(G);
    let cms = stamped(&signer, |signature| vec![tsa.token(Digest::Sha256, signature, at())]);
    expect(&existing(&cms, now() - DAY * 12), Outcome::Valid, Code::RevokedLater);
}

#[test]
fn revoked_after_a_valid_timestamp_is_valid_and_before_it_invalid() {
    for (days, outcome, code) in
        [(29, Outcome::Valid, Code::RevokedLater), (31, Outcome::Invalid, Code::CertificateRevoked)]
    {
        let mut nca = nca();
        let signer = expired(&nca);
        let tsa = nca.tsa(G);
        nca.revoke(&signer, now() - DAY * days);
        let cms = stamped(&signer, |signature| vec![tsa.token(Digest::Sha256, signature, at())]);
        expect(&judge(&cms, &nca, &lists(&nca)), outcome, code);
        let bare = Message::new(CONTENT, vec![Signer::new(&signer, at())]).encode();
        expect(&judge(&bare, &nca, &lists(&nca)), Outcome::Invalid, Code::CertificateRevoked);
    }
}

#[test]
fn a_list_made_after_the_end_of_the_certificate_counts_with_a_warning() {
    let nca = nca();
    let tsa = nca.tsa(G);
    let cms = stamped(&expired(&nca), |signature| vec![tsa.token(Digest::Sha256, signature, at())]);
    expect(&judge(&cms, &nca, &lists(&nca)), Outcome::Valid, Code::CrlAfterExpiry);
    let of_that_time = evidence(&[nca.crl(at() - DAY, at() + DAY)], &[]);
    let verdict = judge(&cms, &nca, &of_that_time);
    expect_valid(&verdict);
    assert!(!codes(&verdict).contains(&Code::CrlAfterExpiry));
}

#[test]
fn a_timestamp_does_not_replace_revocation_data_and_an_old_answer_does_not_outlive_it() {
    let nca = nca();
    let tsa = nca.tsa(G);
    let signer = expired(&nca);
    let cms = stamped(&signer, |signature| vec![tsa.token(Digest::Sha256, signature, at())]);
    let none = verify(&cms, None, trust(&nca), &Evidence::new(), &Policy::any(), now());
    expect(&none, Outcome::Indeterminate, Code::RevocationMissing);
    let before = nca.crl(at() - DAY * 9, at() - DAY);
    expect(&judge(&cms, &nca, &evidence(&[before], &[])), Outcome::Indeterminate, Code::RevocationStale);
}
