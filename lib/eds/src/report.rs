//! A verdict as data for programs: the one JSON shape of the command line and of the HTTP service.
//! Here so that both say the same under the same names. It must never say more than the verdict, nor judge.

use serde::Serialize;

use crate::algorithm::Algorithm;
use crate::finding::{Finding, Lang};
use crate::subject::Role;
use crate::verdict::{SignerVerdict, Verdict};

/// `{"verdict","findings":[..],"signers":[..]}`.
#[derive(Clone, Debug, Serialize)]
pub struct VerdictReport {
    /// `valid`, `invalid`, `indeterminate`.
    pub verdict: &'static str,
    /// About the file; those about a signature are with its signer.
    pub findings: Vec<FindingReport>,
    pub signers: Vec<SignerReport>,
}

/// `{"code","text"}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FindingReport {
    /// Stable.
    pub code: &'static str,
    /// A sentence in the language that was asked for.
    pub text: String,
}

/// One signature. Times are RFC 3339, UTC; what is unknown is null.
#[derive(Clone, Debug, Serialize)]
pub struct SignerReport {
    pub verdict: &'static str,
    pub iin: Option<String>,
    pub bin: Option<String>,
    pub name: Option<String>,
    pub role: Option<&'static str>,
    pub algorithm: Option<&'static str>,
    /// As the signer states it; proves nothing.
    pub signing_time: Option<String>,
    /// As a timestamp proves it.
    pub timestamp: Option<String>,
    pub findings: Vec<FindingReport>,
}

impl VerdictReport {
    #[must_use]
    pub fn of(verdict: &Verdict, lang: Lang) -> Self {
        Self {
            verdict: verdict.outcome.as_str(),
            findings: findings(&verdict.findings, lang),
            signers: verdict.signers.iter().map(|signer| SignerReport::of(signer, lang)).collect(),
        }
    }
}

impl SignerReport {
    fn of(signer: &SignerVerdict, lang: Lang) -> Self {
        Self {
            verdict: signer.outcome.as_str(),
            iin: signer.iin.clone(),
            bin: signer.bin.clone(),
            name: signer.name.clone(),
            role: signer.role.map(Role::as_str),
            algorithm: signer.algorithm.map(Algorithm::as_str),
            signing_time: signer.signing_time.map(|time| time.to_string()),
            timestamp: signer.timestamp.as_ref().map(|timestamp| timestamp.at.to_string()),
            findings: findings(&signer.findings, lang),
        }
    }
}

impl FindingReport {
    #[must_use]
    pub fn of(finding: &Finding, lang: Lang) -> Self {
        Self { code: finding.code.as_str(), text: finding.sentence(lang) }
    }
}

fn findings(findings: &[Finding], lang: Lang) -> Vec<FindingReport> {
    findings.iter().map(|finding| FindingReport::of(finding, lang)).collect()
}
