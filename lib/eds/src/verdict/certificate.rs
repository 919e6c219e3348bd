//! The verdict over one certificate, without a signature: chain, validity, revocation, policy.
//! Here because services ask about a certificate before anybody signs with it. It must never judge by other rules than
//! those of a signer's certificate.

use std::sync::Arc;

use jiff::Timestamp;

use super::of_setting;
use crate::chain::build;
use crate::crl::Revocation;
use crate::evidence::Evidence;
use crate::finding::{Finding, Outcome, note};
use crate::policy::Policy;
use crate::revocation::{Inquiry, Proves, Standing, Times};
use crate::standing::Materials;
use crate::subject::CertificateSummary;
use crate::trust::TrustList;
use crate::x509::Certificate;

/// The answer for one certificate.
#[derive(Clone, Debug)]
pub struct CertificateVerdict {
    pub outcome: Outcome,
    pub findings: Vec<Finding>,
    pub certificate: Arc<Certificate>,
    pub summary: CertificateSummary,
    /// What revocation lists alone say of it.
    pub lists: Known,
    /// What OCSP answers alone say of it.
    pub answers: Known,
}

/// What one kind of source says about a revocation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    Good,
    Revoked(Revocation),
    /// No source of this kind that counts.
    Nothing,
}

/// Judges a certificate at `at`. `pool` - certificates that may complete its chain; they create no trust.
#[must_use]
pub fn verify_certificate(
    certificate: &Arc<Certificate>,
    pool: &[Arc<Certificate>],
    trust: &TrustList,
    evidence: &Evidence,
    policy: &Policy,
    at: Timestamp,
) -> CertificateVerdict {
    let times = Times { control: at, now: at };
    let none = Evidence::new();
    let pool: Vec<Arc<Certificate>> = pool.iter().chain(&evidence.certificates).cloned().collect();
    let summary = CertificateSummary::of(certificate);
    let mut findings = of_setting(trust, evidence);
    let materials = Materials { trust, evidence: [evidence, &none], policy, pool };
    let judged = materials.judge(certificate, times).into_iter().chain(policy.findings(certificate, &summary));
    judged.for_each(|finding| note(&mut findings, finding));
    let issuer = build(certificate, &materials.pool, trust, at).links.get(1).map(|link| Arc::clone(&link.certificate));
    let ask = |source: Evidence| known(certificate, issuer.as_deref(), policy, times, &source);
    CertificateVerdict {
        outcome: Outcome::of(&findings),
        findings,
        summary,
        lists: ask(Evidence { crls: evidence.crls.clone(), ..Evidence::new() }),
        answers: ask(Evidence { ocsp: evidence.ocsp.clone(), ..Evidence::new() }),
        certificate: Arc::clone(certificate),
    }
}

fn known(
    certificate: &Certificate,
    issuer: Option<&Certificate>,
    policy: &Policy,
    times: Times,
    source: &Evidence,
) -> Known {
    let Some(issuer) = issuer else { return Known::Nothing };
    match Inquiry::new(certificate, issuer, policy, times, Proves::Signature).standing(&[source]).0 {
        Standing::Good => Known::Good,
        Standing::Revoked(revocation) => Known::Revoked(revocation),
        Standing::Unknown(_) => Known::Nothing,
    }
}
