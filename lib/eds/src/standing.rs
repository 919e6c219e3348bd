//! A certificate judged whole: chain, validity, revocation of it and of the authorities above it.
//! Here because signers and time-stamping authorities are judged by the same chain and the same sources.
//! It must never ask less of an authority that came with the message than of the signer.

use std::sync::Arc;

use crate::chain::{Chain, build, common_name};
use crate::evidence::Evidence;
use crate::finding::{Code, Finding, note};
use crate::policy::Policy;
use crate::revocation::{Inquiry, Proves, Standing, Times};
use crate::trust::TrustList;
use crate::x509::Certificate;

/// What one verification has at hand.
pub(crate) struct Materials<'a> {
    pub trust: &'a TrustList,
    /// Given by the caller, then found in the message.
    pub evidence: [&'a Evidence; 2],
    pub policy: &'a Policy,
    /// Certificates of the message and of the evidence.
    pub pool: Vec<Arc<Certificate>>,
}

impl Materials<'_> {
    /// Everything there is to say about a signer's certificate at these times, policy apart.
    pub(crate) fn judge(&self, leaf: &Arc<Certificate>, times: Times) -> Vec<Finding> {
        let chain = build(leaf, &self.pool, self.trust, times.control);
        let mut findings = chain.findings.clone();
        for finding in self.revocations(&chain, times, Proves::Signature) {
            note(&mut findings, finding);
        }
        findings
    }

    /// Chained, in force, and not known to be revoked: what a time-stamping authority needs.
    /// The first reason why not.
    pub(crate) fn refuses_authority(&self, leaf: &Arc<Certificate>, times: Times) -> Option<Finding> {
        let chain = build(leaf, &self.pool, self.trust, times.control);
        if let Some(finding) = chain.findings.first() {
            return Some(finding.clone());
        }
        let bad = [Code::CertificateRevoked, Code::IssuerRevoked];
        self.revocations(&chain, times, Proves::Time).into_iter().find(|finding| bad.contains(&finding.code))
    }

    fn revocations(&self, chain: &Chain, times: Times, proves: Proves) -> Vec<Finding> {
        let mut findings = Vec::new();
        if !chain.complete {
            return findings;
        }
        if let [only] = chain.links.as_slice() {
            // The operator listed the signer's own self-signed certificate: nobody can revoke it but the operator.
            findings.push(Finding::about(Code::ListedIssuerNotChecked, common_name(&only.certificate)));
        }
        for (position, pair) in chain.links.windows(2).enumerate() {
            let [link, issuer] = pair else { continue };
            let inquiry = Inquiry::new(&link.certificate, &issuer.certificate, self.policy, times, proves);
            let (standing, notes) = inquiry.standing(&self.evidence);
            notes.into_iter().for_each(|finding| note(&mut findings, finding));
            let name = || common_name(&link.certificate);
            let finding = match (standing, position, link.listed) {
                (Standing::Good, ..) => continue,
                (Standing::Revoked(revocation), 0, _) => Finding::about(Code::CertificateRevoked, revocation.at),
                (Standing::Revoked(_), ..) => Finding::about(Code::IssuerRevoked, name()),
                (Standing::Unknown(code), 0, _) => Finding::new(code),
                (Standing::Unknown(_), _, Some(_)) => Finding::about(Code::ListedIssuerNotChecked, name()),
                (Standing::Unknown(_), _, None) => Finding::about(Code::IssuerRevocationMissing, name()),
            };
            note(&mut findings, finding);
        }
        findings
    }
}
