//! Hostile bytes: whatever comes, there is a verdict, never a panic, and never "valid".
//! Inputs are changed signatures of testkit's mini NCA and shapes that broke other parsers.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::OnceLock;

use eds::{Code, Evidence, Outcome, Policy, TrustList, Verdict, verify};
use jiff::{SignedDuration, Timestamp};
use testkit::cms::{Options, sign};
use testkit::{Algorithm, Nca, Person, PersonSpec};

const DAY: SignedDuration = SignedDuration::from_hours(24);

fn now() -> Timestamp {
    "2026-11-22T14:00:00Z".parse().unwrap()
}

struct Setting {
    trust: TrustList,
    evidence: Evidence,
    person: Person,
}

fn setting() -> &'static Setting {
    static SETTING: OnceLock<Setting> = OnceLock::new();
    SETTING.get_or_init(|| {
        let nca = Nca::new([7; 32], now());
        let hierarchy = nca.hierarchy(Algorithm::Gost512);
        let files = [hierarchy.root.certificate.der.as_slice(), hierarchy.issuing.certificate.der.as_slice()];
        let (trust, _) = TrustList::from_certificates(files.into_iter());
        let mut evidence = Evidence::new();
        evidence.add_crl("crl", &nca.crl(now() - DAY, now() + DAY)).unwrap();
        Setting { trust, evidence, person: nca.person(&PersonSpec::individual("a", Algorithm::Gost512)) }
    })
}

fn judge(input: &[u8]) -> Verdict {
    let Setting { trust, evidence, .. } = setting();
    verify(input, None, trust, evidence, &Policy::any(), now())
}

fn codes(verdict: &Verdict) -> Vec<Code> {
    verdict.all_findings().map(|finding| finding.code).collect()
}

#[test]
fn truncation_at_every_byte_is_invalid() {
    let cms = setting().person.sign_attached(b"content", now());
    for length in 0..cms.len() {
        assert_eq!(judge(&cms[..length]).outcome, Outcome::Invalid, "{length}");
    }
}

#[test]
fn trailing_bytes_are_invalid() {
    let mut cms = setting().person.sign_attached(b"content", now());
    cms.extend(b"\n");
    assert_eq!(codes(&judge(&cms)), [Code::TrailingBytes]);
}

#[test]
fn every_other_value_of_every_signed_byte_is_not_valid() {
    let cms = setting().person.sign_attached(b"content", now());
    assert_eq!(judge(&cms).outcome, Outcome::Valid);
    // encapContentInfo to the end: everything but the version and the announced digests before it.
    let start = cms.windows(7).position(|window| window == b"content").unwrap() - 17;
    let mut state = 1u8;
    for at in start..cms.len() {
        for _ in 0..3 {
            state = state.wrapping_mul(5).wrapping_add(3);
            let mut changed = cms.clone();
            changed[at] ^= state.max(1);
            let verdict = judge(&changed);
            assert_ne!(verdict.outcome, Outcome::Valid, "byte {at}: {:02x} -> {:02x}", cms[at], changed[at]);
        }
    }
}

#[test]
fn empty_and_foreign_files_have_their_own_sentence() {
    assert_eq!(codes(&judge(b"")), [Code::InputEmpty]);
    assert_eq!(codes(&judge(b"  \n ")), [Code::InputEmpty]);
    assert_eq!(codes(&judge(b"%PDF-1.7 and more")), [Code::InputUnknown]);
    assert_eq!(codes(&judge(&setting().person.certificate.der)), [Code::NotSignedData]);
    assert_eq!(codes(&judge(b"-----BEGIN CMS-----\nMAA=")), [Code::Malformed]);
    assert_eq!(codes(&judge(b"<a/>")), [Code::NoSigners]);
}

#[test]
fn nesting_of_10_000_is_a_finding() {
    let mut open = vec![0x30, 0x80, 6, 9];
    open.extend([0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 2]);
    open.extend([0xa0, 0x80].repeat(10_000));
    assert_eq!(codes(&judge(&open)), [Code::LimitExceeded]);
    open.extend([0, 0].repeat(10_001));
    assert_eq!(codes(&judge(&open)), [Code::LimitExceeded]);
    let mut nested = vec![0x30, 0x00];
    for _ in 0..10_000 {
        nested = testkit::der::element(0x30, &nested);
    }
    assert_eq!(judge(&nested).outcome, Outcome::Invalid);
}

#[test]
fn a_length_of_2_to_the_63_is_a_finding() {
    for length in [[0x80, 0, 0, 0, 0, 0, 0, 0], [0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], [0xff; 8]] {
        let mut input = vec![0x30, 0x88];
        input.extend(length);
        input.extend([0x06, 0x09]);
        assert_eq!(codes(&judge(&input)), [Code::Malformed]);
    }
}

#[test]
fn a_thousand_signers_are_refused() {
    let one = &setting().person;
    let cms = sign(&vec![one; 1_000], b"content", &Options { embed_certificates: false, ..Options::attached(now()) });
    let verdict = judge(&cms);
    assert_eq!(verdict.outcome, Outcome::Invalid);
    assert_eq!(codes(&verdict), [Code::LimitExceeded]);
}

#[test]
fn megabytes_of_certificates_are_refused() {
    let junk = testkit::der::element(0x30, &vec![0; 20 * 1024 * 1024]);
    let signed = testkit::der::sequence(&[
        testkit::der::small_integer(1),
        testkit::der::set_of(&[]),
        testkit::der::sequence(&[testkit::der::oid("1.2.840.113549.1.7.1")]),
        testkit::der::explicit(0, &junk),
        testkit::der::set_of(&[]),
    ]);
    let cms = testkit::der::sequence(&[testkit::der::oid("1.2.840.113549.1.7.2"), testkit::der::explicit(0, &signed)]);
    assert_eq!(codes(&judge(&cms)), [Code::LimitExceeded]);
}

#[test]
fn random_changes_never_panic() {
    let cms = setting().person.sign_attached(b"content", now());
    let crl = Nca::new([7; 32], now()).crl(now() - DAY, now() + DAY);
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).unwrap()
    };
    for _ in 0..3_000 {
        let mut changed = cms.clone();
        for _ in 0..1 + next() % 4 {
            let at = next() % changed.len();
            match next() % 3 {
                0 => changed[at] = next().to_le_bytes()[0],
                1 => drop(changed.remove(at)),
                _ => changed.insert(at, next().to_le_bytes()[0]),
            }
        }
        let _ = judge(&changed);
        let mut list = crl.clone();
        let at = next() % list.len();
        list[at] = next().to_le_bytes()[0];
        let _ = Evidence::new().add_crl("crl", &list);
        let _ = Evidence::new().add_ocsp("ocsp", &list);
    }
}
