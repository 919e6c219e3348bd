//! What one service admits, as data: roles, purposes, algorithms, age of revocation data.
//! Here so that findings of policy stay apart from findings of mathematics. It must never make a signature better:
//! a policy only adds findings.

use jiff::SignedDuration;

use crate::algorithm::Algorithm;
use crate::finding::{Code, Finding};
use crate::oid::{self, Oid};
use crate::subject::{CertificateSummary, Role};
use crate::x509::Certificate;

/// How old an OCSP answer without nextUpdate may be. The NCA sends none (EDS.md 3.3).
pub const OCSP_AGE_MAX_HOURS: i64 = 24;

/// What is accepted.
#[derive(Clone, Debug)]
pub struct Policy {
    /// Empty = any role, or none.
    pub roles: Vec<Role>,
    /// One of these must stand in extKeyUsage; empty = any.
    pub purposes: Vec<Oid>,
    /// keyUsage, where present, must have nonRepudiation.
    pub non_repudiation: bool,
    /// The certificate must name an IIN.
    pub iin: bool,
    pub algorithms: Vec<Algorithm>,
    /// Age of a CRL at the time of verification; `None` = as long as its nextUpdate says.
    pub crl_age_max: Option<SignedDuration>,
    pub ocsp_age_max: SignedDuration,
}

impl Policy {
    /// Any role; the key must be one for signing.
    #[must_use]
    pub fn any() -> Self {
        Self {
            roles: Vec::new(),
            purposes: Vec::new(),
            non_repudiation: true,
            iin: false,
            algorithms: vec![Algorithm::Rsa, Algorithm::Gost2004, Algorithm::Gost256, Algorithm::Gost512],
            crl_age_max: None,
            ocsp_age_max: SignedDuration::from_hours(OCSP_AGE_MAX_HOURS),
        }
    }

    /// A natural person signs: emailProtection, nonRepudiation, role individual, IIN. EDS.md 4, DECISIONS "Signatures".
    #[must_use]
    pub fn applicant() -> Self {
        Self { roles: vec![Role::Individual], purposes: vec![oid::EMAIL_PROTECTION], iin: true, ..Self::any() }
    }

    /// A natural person logs in: clientAuth or emailProtection (GOST-2015-512 keys carry no clientAuth).
    #[must_use]
    pub fn login() -> Self {
        Self { purposes: vec![oid::CLIENT_AUTH, oid::EMAIL_PROTECTION], non_repudiation: false, ..Self::applicant() }
    }

    /// An official decides: a role in a legal entity, or a civil servant of УЦГО. EDS.md 4.
    #[must_use]
    pub fn officer() -> Self {
        Self {
            roles: vec![
                Role::Head,
                Role::SigningRight,
                Role::FinancialSigningRight,
                Role::HumanResources,
                Role::Employee,
                Role::CivilServant,
            ],
            iin: true,
            ..Self::any()
        }
    }

    /// `any`, `applicant`, `login`, `officer`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "any" => Some(Self::any()),
            "applicant" => Some(Self::applicant()),
            "login" => Some(Self::login()),
            "officer" => Some(Self::officer()),
            _ => None,
        }
    }

    /// What this policy and the rule "nonRepudiation where one signs" have against a certificate.
    pub(crate) fn findings(&self, certificate: &Certificate, summary: &CertificateSummary) -> Vec<Finding> {
        let mut findings = Vec::new();
        match certificate.extensions().key_usage {
            None => findings.push(Finding::new(Code::KeyUsageMissing)),
            Some(usage) if self.non_repudiation && !usage.non_repudiation() => {
                findings.push(Finding::new(Code::NonRepudiationMissing));
            }
            Some(usage) if !usage.non_repudiation() && !usage.digital_signature() => {
                findings.push(Finding::new(Code::NonRepudiationMissing));
            }
            Some(_) => {}
        }
        if !self.roles.is_empty() && !summary.roles.iter().any(|role| self.roles.contains(role)) {
            let role = summary.role().map_or("-", Role::as_str);
            findings.push(Finding::about(Code::RoleNotAdmitted, role));
        }
        let has_purpose = |purpose: &Oid| certificate.extensions().has_purpose(purpose);
        if !self.purposes.is_empty() && !self.purposes.iter().any(has_purpose) {
            findings.push(Finding::new(Code::PurposeNotAdmitted));
        }
        if self.iin && summary.iin.is_none() {
            findings.push(Finding::new(Code::IinMissing));
        }
        if let Some(algorithm) = summary.algorithm
            && !self.algorithms.contains(&algorithm)
        {
            findings.push(Finding::about(Code::AlgorithmNotAdmitted, algorithm.as_str()));
        }
        findings
    }
}
