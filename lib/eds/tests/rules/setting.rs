//! The setting of the tests of rules: one day, one mini NCA, its trust list, fresh lists, and how a verdict is read.
//! Must never: decide what is right; that is each test's.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::OnceLock;

use eds::{Code, Evidence, Outcome, Policy, TrustList, Verdict, verify};
use jiff::{SignedDuration, Timestamp};
use testkit::{Algorithm, Nca, Person, PersonSpec};

pub const DAY: SignedDuration = SignedDuration::from_hours(24);

pub fn now() -> Timestamp {
    "2026-11-22T14:00:00Z".parse().unwrap()
}

pub fn nca() -> Nca {
    Nca::new([7; 32], now())
}

pub fn person(nca: &Nca, algorithm: Algorithm) -> Person {
    nca.person(&PersonSpec::individual("applicant", algorithm))
}

/// Root and issuing authority of every algorithm; the links of the list are checked once for all tests.
pub fn trust(nca: &Nca) -> &'static TrustList {
    static TRUST: OnceLock<TrustList> = OnceLock::new();
    let hierarchies = Algorithm::ALL.map(|algorithm| nca.hierarchy(algorithm));
    let certificates = hierarchies.iter().flat_map(|one| [&one.root.certificate.der, &one.issuing.certificate.der]);
    let trust = TRUST.get_or_init(|| list(certificates.clone().cloned()));
    let known: Vec<_> = trust.listed().iter().map(|listed| listed.certificate.der()).collect();
    assert!(known.into_iter().eq(certificates), "one mini NCA for all tests");
    trust
}

/// A trust list of these certificates.
pub fn list(certificates: impl IntoIterator<Item = Vec<u8>>) -> TrustList {
    let files: Vec<_> = certificates.into_iter().collect();
    let (list, problems) = TrustList::from_certificates(files.iter().map(Vec::as_slice));
    assert!(problems.is_empty(), "{problems:?}");
    list
}

pub fn evidence(crls: &[Vec<u8>], ocsp: &[Vec<u8>]) -> Evidence {
    let mut evidence = Evidence::new();
    crls.iter().for_each(|crl| evidence.add_crl("crl", crl).unwrap());
    ocsp.iter().for_each(|response| evidence.add_ocsp("ocsp", response).unwrap());
    evidence
}

/// Fresh lists of all three issuing authorities.
pub fn lists(nca: &Nca) -> Evidence {
    evidence(&Algorithm::ALL.map(|algorithm| nca.crl_of(algorithm, now() - DAY, now() + DAY)), &[])
}

/// The verdict now, under the mini NCA's trust list, whatever role signed.
pub fn judge(file: &[u8], nca: &Nca, evidence: &Evidence) -> Verdict {
    verify(file, None, trust(nca), evidence, &Policy::any(), now())
}

pub fn codes(verdict: &Verdict) -> Vec<Code> {
    verdict.all_findings().map(|finding| finding.code).collect()
}

/// The outcome, and a finding among others.
#[track_caller]
pub fn expect(verdict: &Verdict, outcome: Outcome, code: Code) {
    assert_eq!(verdict.outcome, outcome, "{:?}", codes(verdict));
    assert!(codes(verdict).contains(&code), "{code:?} is not among {:?}", codes(verdict));
}

/// Valid; at most warnings.
#[track_caller]
pub fn expect_valid(verdict: &Verdict) {
    assert_eq!(verdict.outcome, Outcome::Valid, "{:?}", codes(verdict));
}
