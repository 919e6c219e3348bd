//! The pace of whole verdicts over an attached GOST-2015-512 CMS as NCALayer makes it: parsing, digests, the signer's signature, the
//! signature of its certificate, chain, revocation list, policy. Verdicts a second.
//!
//! Here for `cargo xtask bench eds`. Trust list and CRL are parsed once, the list is prepared, and the CRL's signature is checked once,
//! as by whoever keeps them.
//! It must never count a verdict that is not "valid", nor keep anything of one verdict for the next but that.

use eds::{Evidence, Outcome, Policy, TrustList, verify};
use jiff::{SignedDuration, Timestamp};
use pace::Pace;
use std::hint::black_box;
use testkit::{Algorithm, Nca, PersonSpec};

#[path = "pace/pace.rs"]
mod pace;

/// What is signed, bytes.
const CONTENT: [u8; 1024] = [0x5A; 1024];
const DAY: SignedDuration = SignedDuration::from_hours(24);

fn main() -> Result<(), String> {
    let at: Timestamp = "2026-11-22T14:00:00Z".parse().map_err(|error| format!("{error}"))?;
    let nca = Nca::new([7; 32], at);
    let cms = nca.person(&PersonSpec::individual("bench", Algorithm::Gost512)).sign_attached(&CONTENT, at);
    let hierarchy = nca.hierarchy(Algorithm::Gost512);
    let files = [hierarchy.root.certificate.der.as_slice(), hierarchy.issuing.certificate.der.as_slice()];
    let (trust, problems) = TrustList::from_certificates(files.into_iter());
    if !problems.is_empty() {
        return Err(format!("the trust list has problems: {problems:?}"));
    }
    let trust = trust.prepared();
    let mut evidence = Evidence::new();
    evidence.add_crl("nca.crl", &nca.crl(at - DAY, at + DAY)).map_err(|error| error.to_string())?;
    let policy = Policy::applicant();
    if verify(&cms, None, &trust, &Evidence::new(), &policy, at).outcome == Outcome::Valid {
        return Err("without a revocation list it is valid too".to_owned());
    }
    Pace { units_of_a_call: 1.0, calls_between_looks: 1 }.serve(|| {
        let verdict = verify(black_box(&cms), None, &trust, &evidence, &policy, at);
        let codes = || verdict.all_findings().map(|finding| finding.code).collect::<Vec<_>>();
        if verdict.outcome == Outcome::Valid { Ok(()) } else { Err(format!("not valid: {:?}", codes())) }
    })
}
