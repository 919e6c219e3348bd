//! Chains: names and signatures of every link; key identifiers are hints; nothing in a message creates trust.

use eds::{Code, Outcome, Policy, Verdict, verify};
use testkit::cms::{Message, Signer};
use testkit::nca::crl::List;
use testkit::nca::extensions::{
    self, CERTIFICATES_AND_CRLS, SIGN_AND_COMMIT, basic_constraints, critical, extension, key_usage, purposes,
};
use testkit::nca::generation::Generation;
use testkit::nca::subject;
use testkit::nca::template::Template;
use testkit::{Algorithm, Holder, Key, Nca, PersonSpec, der, oids};

use crate::setting::{DAY, codes, evidence, expect, expect_valid, judge, list, lists, nca, now, person};

const CONTENT: &[u8] = b"content";
const G: Algorithm = Algorithm::Gost512;

fn years() -> (jiff::Timestamp, jiff::Timestamp) {
    (now() - DAY * 700, now() + DAY * 700)
}

/// keyUsage and purposes of a signer.
fn signing() -> Vec<Vec<u8>> {
    vec![key_usage(SIGN_AND_COMMIT), purposes(&[oids::EMAIL_PROTECTION, oids::INDIVIDUAL])]
}

fn authority(path_len: Option<u64>) -> Vec<Vec<u8>> {
    vec![basic_constraints(path_len), key_usage(CERTIFICATES_AND_CRLS)]
}

fn message(signer: &Holder, above: &[&Holder]) -> Vec<u8> {
    let certificates = above.iter().map(|holder| holder.certificate.der.clone()).collect();
    Message { certificates, ..Message::new(CONTENT, vec![Signer::new(signer.clone(), now())]) }.encode()
}

fn empty_list(issuer: &Holder) -> Vec<u8> {
    List::new(issuer.clone(), now() - DAY, now() + DAY).sign()
}

/// The verdict over a signer under `middle`, which came with the message and has a clean list, as has the NCA.
fn through(nca: &Nca, middle: &Holder) -> Verdict {
    let signer = nca.holder_under(middle, "SIGNER", &signing(), (now() - DAY, now() + DAY));
    let known = evidence(&[empty_list(middle), nca.crl(now() - DAY, now() + DAY)], &[]);
    judge(&message(&signer, &[middle]), nca, &known)
}

#[test]
fn every_generation_of_authorities_is_chained() {
    let nca = nca();
    for generation in Generation::ALL {
        for algorithm in Algorithm::ALL {
            let hierarchy = nca.generation(generation, algorithm);
            let signer = nca.person_of(generation, &PersonSpec::individual("applicant", algorithm));
            let trust = list([hierarchy.root.certificate.der.clone(), hierarchy.issuing.certificate.der.clone()]);
            let crl = empty_list(&(&hierarchy.issuing).into());
            let cms = signer.sign_attached(CONTENT, now());
            let verdict = verify(&cms, None, &trust, &evidence(&[crl], &[]), &Policy::applicant(), now());
            expect_valid(&verdict);
            let issuer = (&hierarchy.issuing).into();
            let answer = testkit::ocsp::Responder::new(issuer, (&hierarchy.issuing).into());
            let answer = answer.about(&signer.certificate.serial, now());
            expect_valid(&verify(&cms, None, &trust, &evidence(&[], &[answer]), &Policy::applicant(), now()));
        }
    }
}

#[test]
fn the_order_of_attributes_and_the_string_type_of_a_name_do_not_count_but_its_text_does() {
    let nca = nca();
    let key = Key::from_seed(G, [3; 32]);
    let name = |parts: [(&str, Vec<u8>); 2]| {
        der::sequence(&parts.map(|(identifier, value)| subject::attribute(identifier, value)))
    };
    let subject = name([(oids::COMMON_NAME, der::utf8("MIDDLE CA")), (oids::COUNTRY, der::printable("KZ"))]);
    let middle = Template::new(subject, years(), authority(None)).issue(&nca.issuing(G), key);
    for (issuer, outcome) in [
        (name([(oids::COUNTRY, der::utf8("KZ")), (oids::COMMON_NAME, der::printable("MIDDLE CA"))]), Outcome::Valid),
        (name([(oids::COUNTRY, der::utf8("KZ")), (oids::COMMON_NAME, der::utf8("Middle CA"))]), Outcome::Indeterminate),
        (name([(oids::COUNTRY, der::utf8("KG")), (oids::COMMON_NAME, der::utf8("MIDDLE CA"))]), Outcome::Indeterminate),
    ] {
        let template = Template::new(subject::plain("SIGNER"), years(), signing());
        let signer = Template { issuer: Some(issuer), ..template }.issue(&middle, Key::from_seed(G, [4; 32]));
        let known = evidence(&[empty_list(&middle), nca.crl(now() - DAY, now() + DAY)], &[]);
        let verdict = judge(&message(&signer, &[&middle]), &nca, &known);
        assert_eq!(verdict.outcome, outcome, "{:?}", codes(&verdict));
    }
}

#[test]
fn key_identifiers_are_only_hints() {
    let nca = nca();
    for identifier in [vec![1; 20], vec![0x5b, 0x6a, 0x74, 0x11], vec![]] {
        let mut extensions = signing();
        extensions.push(extensions::authority_key_identifier(&identifier));
        extensions.push(extension(oids::SUBJECT_KEY_IDENTIFIER, b"unreadable"));
        let template = Template::new(subject::plain("SIGNER"), years(), extensions);
        let signer = template.issue(&nca.issuing(G), Key::from_seed(G, [5; 32]));
        expect_valid(&judge(&message(&signer, &[]), &nca, &lists(&nca)));
    }
}

#[test]
fn of_two_authorities_of_one_name_the_one_whose_key_signed_is_taken() {
    let nca = nca();
    let other = Nca::new([9; 32], now());
    let all = [&nca, &other].map(|one| one.hierarchy(G));
    for order in [[0, 1], [1, 0]] {
        let trust = list(
            order
                .iter()
                .flat_map(|at| [all[*at].root.certificate.der.clone(), all[*at].issuing.certificate.der.clone()]),
        );
        for one in [&nca, &other] {
            let cms = person(one, G).sign_attached(CONTENT, now());
            let both = evidence(&[&nca, &other].map(|one| one.crl(now() - DAY, now() + DAY)), &[]);
            expect_valid(&verify(&cms, None, &trust, &both, &Policy::any(), now()));
        }
    }
}

#[test]
fn a_self_signed_signer_is_not_trusted_unless_listed() {
    let nca = nca();
    let template = Template::new(subject::plain("MYSELF"), years(), signing());
    let myself = template.self_signed(Key::from_seed(G, [6; 32]));
    let cms = message(&myself, &[&myself]);
    expect(&judge(&cms, &nca, &lists(&nca)), Outcome::Indeterminate, Code::IssuerUnknown);
    let mut known = lists(&nca);
    known.add_certificate("mine.cer", &myself.certificate.der).unwrap();
    expect(&judge(&cms, &nca, &known), Outcome::Indeterminate, Code::IssuerUnknown);
    let trust = list([myself.certificate.der.clone()]);
    let verdict = verify(&cms, None, &trust, &lists(&nca), &Policy::any(), now());
    expect(&verdict, Outcome::Valid, Code::ListedIssuerNotChecked);
}

#[test]
fn a_root_that_came_with_the_message_creates_no_trust() {
    let stranger = Nca::new([9; 32], now());
    let hierarchy = stranger.hierarchy(G);
    let signer = (&person(&stranger, G)).into();
    let cms = message(&signer, &[&(&hierarchy.issuing).into(), &(&hierarchy.root).into()]);
    let nca = nca();
    expect(&judge(&cms, &nca, &lists(&stranger)), Outcome::Indeterminate, Code::IssuerUnknown);
}

#[test]
fn a_changed_certificate_is_wrong_mathematics() {
    let nca = nca();
    let mut signer = person(&nca, G);
    let iin = b"IIN850417400014";
    let at = signer.certificate.der.windows(iin.len()).position(|window| window == iin);
    signer.certificate.der[at.unwrap_or(0) + 14] = b'5';
    let cms = message(&(&signer).into(), &[]);
    expect(&judge(&cms, &nca, &lists(&nca)), Outcome::Invalid, Code::CertificateSignatureWrong);
}

#[test]
fn a_listed_certificate_that_only_claims_to_be_self_signed_is_no_anchor() {
    let nca = nca();
    let root = &nca.hierarchy(G).root;
    // The root's name over another key, signed by that key's owner: listed, but the real root's children do not fit.
    let template = Template::new(root.name().to_vec(), years(), authority(None));
    let forger = template.self_signed(Key::from_seed(G, [7; 32]));
    let forged = Template { issuer: Some(root.name().to_vec()), ..template }.issue(&forger, Key::from_seed(G, [8; 32]));
    let trust = list([forged.certificate.der.clone(), nca.hierarchy(G).issuing.certificate.der.clone()]);
    assert!(!trust.listed().iter().any(|listed| listed.anchor));
    let cms = person(&nca, G).sign_attached(CONTENT, now());
    let verdict = verify(&cms, None, &trust, &lists(&nca), &Policy::any(), now());
    assert_eq!(verdict.outcome, Outcome::Indeterminate, "{:?}", codes(&verdict));
}

#[test]
fn an_issuer_that_may_not_issue_is_refused() {
    let nca = nca();
    for extensions in [
        vec![],
        vec![key_usage(CERTIFICATES_AND_CRLS)],
        vec![critical(oids::BASIC_CONSTRAINTS, &der::sequence(&[])), key_usage(CERTIFICATES_AND_CRLS)],
        vec![basic_constraints(None), key_usage(SIGN_AND_COMMIT)],
        signing(),
    ] {
        let middle = nca.holder_valid(G, "MIDDLE", &extensions, years());
        expect(&through(&nca, &middle), Outcome::Invalid, Code::IssuerNotCa);
    }
    expect_valid(&through(&nca, &nca.holder_valid(G, "MIDDLE", &authority(None), years())));
}

#[test]
fn a_path_may_be_as_long_as_allowed_and_no_longer() {
    let nca = nca();
    for (most, outcome) in [(0, Outcome::Invalid), (1, Outcome::Valid), (7, Outcome::Valid)] {
        let top = nca.holder_valid(G, "TOP", &authority(Some(most)), years());
        let low = nca.holder_under(&top, "LOW", &authority(Some(0)), years());
        let signer = nca.holder_under(&low, "SIGNER", &signing(), years());
        let known = evidence(&[empty_list(&low), empty_list(&top), nca.crl(now() - DAY, now() + DAY)], &[]);
        let verdict = judge(&message(&signer, &[&low, &top]), &nca, &known);
        assert_eq!(verdict.outcome, outcome, "{most} {:?}", codes(&verdict));
        assert_eq!(codes(&verdict).contains(&Code::PathTooLong), outcome == Outcome::Invalid);
    }
}

#[test]
fn a_chain_without_end_ends() {
    let nca = nca();
    // Each of two authorities certified the other; neither is listed.
    let [one, other] = [[21; 32], [22; 32]].map(|seed| Key::from_seed(G, seed));
    let template = |name| Template::new(subject::plain(name), years(), authority(None));
    let first = template("ONE").self_signed(one.clone());
    let second = template("OTHER").issue(&first, other);
    let crossed = template("ONE").issue(&second, one);
    let signer = nca.holder_under(&first, "SIGNER", &signing(), years());
    let verdict = judge(&message(&signer, &[&crossed, &second]), &nca, &lists(&nca));
    expect(&verdict, Outcome::Indeterminate, Code::IssuerUnknown);
    // A chain of twelve, complete but longer than is followed.
    let mut all = vec![nca.issuing(G)];
    for number in 0..12 {
        all.push(nca.holder_under(&all[number], &format!("CA {number}"), &authority(None), years()));
    }
    let signer = nca.holder_under(&all[12], "SIGNER", &signing(), years());
    let verdict = judge(&message(&signer, &all.iter().collect::<Vec<_>>()), &nca, &lists(&nca));
    assert_eq!(verdict.outcome, Outcome::Indeterminate, "{:?}", codes(&verdict));
}

#[test]
fn the_shell_model_asks_every_certificate_at_one_instant() {
    let nca = nca();
    let middle = |from: i32, until: i32| {
        let validity = (now() - DAY * from, now() + DAY * until);
        through(&nca, &nca.holder_valid(G, "MIDDLE", &authority(None), validity))
    };
    expect(&middle(700, -1), Outcome::Indeterminate, Code::IssuerExpired);
    expect(&middle(-1, 700), Outcome::Invalid, Code::IssuerNotYetValid);
    // The authority's certificate is younger than the signer's, and both are in force now.
    let young = nca.holder_valid(G, "MIDDLE", &authority(None), (now() - SECOND, now() + DAY));
    expect_valid(&through(&nca, &young));
}

const SECOND: jiff::SignedDuration = jiff::SignedDuration::from_secs(1);

#[test]
fn an_unknown_critical_extension_is_refused_on_every_link() {
    let nca = nca();
    for (critical_one, outcome) in [(true, Outcome::Invalid), (false, Outcome::Valid)] {
        let odd = if critical_one { critical("1.2.398.9.9", b"") } else { extension("1.2.398.9.9", b"") };
        let with_odd = |mut extensions: Vec<Vec<u8>>| {
            extensions.push(odd.clone());
            extensions
        };
        let middle = through(&nca, &nca.holder_valid(G, "MIDDLE", &with_odd(authority(None)), years()));
        let leaf = message(&nca.holder(G, "SIGNER", &with_odd(signing())), &[]);
        for verdict in [middle, judge(&leaf, &nca, &lists(&nca))] {
            assert_eq!(verdict.outcome, outcome, "{:?}", codes(&verdict));
            assert_eq!(codes(&verdict).contains(&Code::UnknownCriticalExtension), critical_one);
        }
    }
}

#[test]
fn empty_extension_bodies_are_tolerated_and_doubled_extensions_are_not() {
    let nca = nca();
    let mut extensions = signing();
    extensions.push(extension(oids::OCSP_NOCHECK, b""));
    extensions.push(extension(oids::KEY_STORE_KIND, b""));
    let signer = nca.holder(G, "SIGNER", &extensions);
    expect_valid(&judge(&message(&signer, &[]), &nca, &lists(&nca)));
    extensions.push(extension(oids::OCSP_NOCHECK, b""));
    let doubled = nca.holder(G, "SIGNER", &extensions);
    expect(&judge(&message(&doubled, &[]), &nca, &lists(&nca)), Outcome::Indeterminate, Code::EmbeddedUnreadable);
}

#[test]
fn a_certificate_of_version_1_says_nothing_of_its_use() {
    let nca = nca();
    let template = Template { extensions: None, ..Template::new(subject::plain("OLD"), years(), vec![]) };
    let signer = template.issue(&nca.issuing(G), Key::from_seed(G, [31; 32]));
    expect(&judge(&message(&signer, &[]), &nca, &lists(&nca)), Outcome::Valid, Code::KeyUsageMissing);
}
