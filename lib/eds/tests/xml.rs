//! Signed XML of testkit's mini NCA: co-signing, wrapping, weak algorithms, hostile documents (EDS.md 3.2).
//! Documents are written in canonical form by hand, so that the test does not lean on the canonicaliser it tests.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use eds::{Code, Evidence, Outcome, Policy, TrustList, Verdict, verify};
use jiff::{SignedDuration, Timestamp};
use testkit::xml::{Options, XMLDSIG, sign};
use testkit::{Algorithm, Nca, Person, PersonSpec};

const DAY: SignedDuration = SignedDuration::from_hours(24);
fn now() -> Timestamp {
    "2026-11-22T14:00:00Z".parse().unwrap()
}

fn person(id: &str, algorithm: Algorithm) -> Person {
    Nca::new([7; 32], now()).person(&PersonSpec::individual(id, algorithm))
}

/// Adds a signature before the end tag of the root.
fn co_sign(document: &str, person: &Person) -> String {
    sign(document, person, &Options::default())
}

fn judge(document: &str) -> Verdict {
    let nca = Nca::new([7; 32], now());
    let mut evidence = Evidence::new();
    let mut files = Vec::new();
    for algorithm in Algorithm::ALL {
        let hierarchy = nca.hierarchy(algorithm);
        files.push(hierarchy.root.certificate.der.clone());
        files.push(hierarchy.issuing.certificate.der.clone());
        evidence.add_crl("crl", &nca.crl_of(algorithm, now() - DAY, now() + DAY)).unwrap();
    }
    let (trust, _) = TrustList::from_certificates(files.iter().map(Vec::as_slice));
    verify(document.as_bytes(), None, &trust, &evidence, &Policy::any(), now())
}

fn codes(verdict: &Verdict) -> Vec<Code> {
    verdict.all_findings().map(|finding| finding.code).collect()
}

#[test]
fn sequential_co_signatures_of_all_algorithms_are_valid_and_all_shown() {
    let mut document = "<a x=\"1\">text</a>".to_owned();
    for algorithm in Algorithm::ALL {
        document = co_sign(&document, &person("one", algorithm));
    }
    let verdict = judge(&document);
    assert_eq!(verdict.outcome, Outcome::Valid, "{:?}", codes(&verdict));
    let shown: Vec<_> = verdict.signers.iter().map(|signer| signer.algorithm.unwrap().as_str()).collect();
    assert_eq!(shown, Algorithm::ALL.map(Algorithm::name));
    let verdict = judge(&document.replace("text", "test"));
    assert!(verdict.signers.iter().all(|signer| signer.outcome == Outcome::Invalid));
}

#[test]
fn a_later_signature_is_over_the_earlier_one() {
    let one = co_sign("<a>text</a>", &person("one", Algorithm::Gost512));
    let both = co_sign(&one, &person("two", Algorithm::Gost512));
    let start = one.find("<ds:Signature ").unwrap();
    let end = one.find("</a>").unwrap();
    let second_only = both.replacen(&one[start..end], "", 1);
    let verdict = judge(&second_only);
    assert_eq!(verdict.outcome, Outcome::Invalid);
    assert!(codes(&verdict).contains(&Code::DigestMismatch));
    assert_eq!(judge(&one).outcome, Outcome::Valid);
}

#[test]
fn text_added_after_a_signature_is_noticed() {
    let signed = co_sign("<a>text</a>", &person("one", Algorithm::Gost512));
    for changed in
        [signed.replace("</a>", "more</a>"), signed.replace("<a>", "<a><b/>"), signed.replace("<a>", "<a z=\"1\">")]
    {
        assert!(codes(&judge(&changed)).contains(&Code::DigestMismatch));
    }
}

#[test]
fn a_signature_elsewhere_than_under_the_root_is_refused() {
    let signed = co_sign("<a>text</a>", &person("one", Algorithm::Gost512));
    let wrapped = format!("<b>{signed}</b>");
    assert_eq!(codes(&judge(&wrapped)), [Code::XmlForm]);
}

#[test]
fn a_reference_to_the_root_covers_the_root_and_not_what_stands_before_it() {
    let by_id = |document: &str| co_sign(document, &person("one", Algorithm::Gost512));
    let signed = by_id("<a Id=\"r\">text</a>").replace("URI=\"\"", "URI=\"#r\"");
    // The signature is over SignedInfo as it was, so only the digest can be looked at.
    assert!(!codes(&judge(&signed)).contains(&Code::DigestMismatch));
    assert!(!codes(&judge(&format!("<?p i?>{signed}"))).contains(&Code::DigestMismatch));
    let whole = by_id("<a Id=\"r\">text</a>");
    assert!(codes(&judge(&format!("<?p i?>{whole}"))).contains(&Code::DigestMismatch));
    assert_eq!(codes(&judge(&signed.replace("#r", "#s"))), [Code::XmlForm]);
}

#[test]
fn another_declared_encoding_is_refused() {
    let signed = co_sign("<a>text</a>", &person("one", Algorithm::Gost512));
    assert_eq!(judge(&format!("<?xml version=\"1.0\" encoding='utf-8'?>{signed}")).outcome, Outcome::Valid);
    for encoding in ["encoding=\"windows-1251\"", "encoding = \"UTF-7\"", "encoding"] {
        assert_eq!(codes(&judge(&format!("<?xml version=\"1.0\" {encoding}?>{signed}"))), [Code::Malformed]);
    }
}

#[test]
fn sha1_and_unknown_methods_are_invalid() {
    let signed = co_sign("<a>text</a>", &person("one", Algorithm::Rsa));
    let weak = signed.replace("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", &format!("{XMLDSIG}rsa-sha1"));
    assert!(codes(&judge(&weak)).contains(&Code::AlgorithmWeak));
    let digest = |uri: &str| judge(&signed.replace("http://www.w3.org/2001/04/xmlenc#sha256", uri));
    for (uri, code) in [(&*format!("{XMLDSIG}sha1"), Code::AlgorithmWeak), ("urn:unknown", Code::AlgorithmUnknown)] {
        let verdict = digest(uri);
        assert_eq!(verdict.outcome, Outcome::Invalid);
        assert!(codes(&verdict).contains(&code));
    }
}

#[test]
fn no_byte_of_a_signed_document_can_change_and_stay_valid() {
    let signed = co_sign("<a x=\"1\">text</a>", &person("one", Algorithm::Gost512));
    assert_eq!(judge(&signed).outcome, Outcome::Valid);
    // Every seventh octet, letters and digits only: the others may be changed into equal XML.
    for at in (0..signed.len()).step_by(7).filter(|at| signed.as_bytes()[*at].is_ascii_alphanumeric()) {
        let mut changed = signed.clone().into_bytes();
        changed[at] = if changed[at] == b'Q' { b'R' } else { b'Q' };
        let changed = String::from_utf8(changed).unwrap();
        assert_ne!(judge(&changed).outcome, Outcome::Valid, "{at}: {}", &changed[at.saturating_sub(20)..=at]);
    }
}

#[test]
fn hostile_documents_get_a_finding() {
    let bomb = "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>";
    assert_eq!(codes(&judge(bomb)), [Code::Malformed]);
    let deep = format!("{}{}", "<a>".repeat(10_000), "</a>".repeat(10_000));
    assert_eq!(codes(&judge(&deep)), [Code::NoSigners]);
    let spaces: String = (0..1_000).map(|at| format!(" xmlns:n{at}=\"urn:{at}\"")).collect();
    assert_eq!(codes(&judge(&format!("<a{spaces}/>"))), [Code::LimitExceeded]);
    let attributes: String = (0..100_000).map(|at| format!(" a{at}=\"\"")).collect();
    assert_eq!(codes(&judge(&format!("<a{attributes}/>"))), [Code::LimitExceeded]);
    let signed = co_sign("<a>text</a>", &person("one", Algorithm::Gost512));
    for length in 1..signed.len() {
        assert_eq!(judge(&signed[..length]).outcome, Outcome::Invalid);
        if length > 200 {
            break;
        }
    }
}
