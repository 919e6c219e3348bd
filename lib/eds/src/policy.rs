//! What one service admits, as data: roles, purposes, key usage, algorithms, age of revocation data.
//! Here so that findings of policy stay apart from findings of mathematics. It must never make a signature better:
//! a policy only adds findings.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use jiff::SignedDuration;
use serde::Deserialize;

use crate::algorithm::Algorithm;
use crate::finding::{Code, Finding};
use crate::oid::Oid;
use crate::subject::{CertificateSummary, Role};
use crate::x509::{Certificate, KeyUsage};

/// The policies of this house.
const NAMED: &str = include_str!("policy/named.toml");
/// Hours a policy may name: a hundred years.
const HOURS_MAX: u32 = 24 * 366 * 100;

/// What is accepted. An empty list accepts everything, but for algorithms.
#[derive(Clone, Debug)]
pub struct Policy {
    /// Empty = any role, or none.
    pub roles: Vec<Role>,
    /// One of these must stand in extKeyUsage; empty = any.
    pub purposes: Vec<Oid>,
    /// One of these must stand in certificatePolicies; empty = any.
    pub certificate_policies: Vec<Oid>,
    pub key_usage: Usage,
    /// The certificate must name an IIN.
    pub iin: bool,
    pub algorithms: Vec<Algorithm>,
    /// Age of a CRL at the time of verification; `None` = as long as its nextUpdate says.
    pub crl_age_max: Option<SignedDuration>,
    /// Age of an OCSP answer without nextUpdate. The NCA sends none (EDS.md 3.3).
    pub ocsp_age_max: SignedDuration,
}

/// What a key must be for, where its certificate says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Usage {
    /// nonRepudiation.
    #[serde(rename = "sign")]
    Sign,
    /// nonRepudiation or digitalSignature.
    #[serde(rename = "sign or log in")]
    SignOrLogIn,
}

/// A policy as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    roles: Vec<String>,
    purposes: Vec<String>,
    certificate_policies: Vec<String>,
    key_usage: Usage,
    iin: bool,
    algorithms: Vec<String>,
    crl_age_max_hours: Option<u32>,
    ocsp_age_max_hours: u32,
}

impl Policy {
    /// Policies by name out of TOML (the form of `policy/named.toml`).
    ///
    /// # Errors
    /// A sentence that says what is wrong, and where.
    pub fn from_toml(text: &str) -> Result<BTreeMap<String, Self>, String> {
        let written: BTreeMap<String, Written> = toml::from_str(text).map_err(|error| error.to_string())?;
        let read = |(name, written): (String, Written)| match written.read() {
            Ok(policy) => Ok((name, policy)),
            Err(wrong) => Err(format!("policy {name}: {wrong}")),
        };
        written.into_iter().map(read).collect()
    }

    /// Any role; the key must be one for signing.
    #[must_use]
    pub fn any() -> Self {
        Self::named("any").unwrap_or_else(Self::nothing)
    }

    /// A natural person signs: emailProtection, nonRepudiation, role individual, IIN.
    #[must_use]
    pub fn applicant() -> Self {
        Self::named("applicant").unwrap_or_else(Self::nothing)
    }

    /// A natural person logs in: clientAuth or emailProtection.
    #[must_use]
    pub fn login() -> Self {
        Self::named("login").unwrap_or_else(Self::nothing)
    }

    /// An official decides: a role in a legal entity, or a civil servant of УЦГО.
    #[must_use]
    pub fn officer() -> Self {
        Self::named("officer").unwrap_or_else(Self::nothing)
    }

    /// `any`, `applicant`, `login`, `officer`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        static READ: OnceLock<BTreeMap<String, Policy>> = OnceLock::new();
        READ.get_or_init(|| Self::from_toml(NAMED).unwrap_or_default()).get(name).cloned()
    }

    /// Admits no algorithm: what is left where the own policies could not be read, which a test excludes.
    fn nothing() -> Self {
        Self {
            roles: Vec::new(),
            purposes: Vec::new(),
            certificate_policies: Vec::new(),
            key_usage: Usage::Sign,
            iin: true,
            algorithms: Vec::new(),
            crl_age_max: None,
            ocsp_age_max: SignedDuration::ZERO,
        }
    }

    /// What this policy and the rule "nonRepudiation where one signs" have against a certificate.
    pub(crate) fn findings(&self, certificate: &Certificate, summary: &CertificateSummary) -> Vec<Finding> {
        let extensions = certificate.extensions();
        let mut findings = Vec::new();
        match extensions.key_usage {
            None => findings.push(Finding::new(Code::KeyUsageMissing)),
            Some(usage) if !self.key_usage.admits(usage) => findings.push(Finding::new(Code::NonRepudiationMissing)),
            Some(_) => {}
        }
        if !self.roles.is_empty() && !summary.roles.iter().any(|role| self.roles.contains(role)) {
            let role = summary.role().map_or("-", Role::as_str);
            findings.push(Finding::about(Code::RoleNotAdmitted, role));
        }
        if !self.purposes.is_empty() && !self.purposes.iter().any(|purpose| extensions.has_purpose(purpose)) {
            findings.push(Finding::new(Code::PurposeNotAdmitted));
        }
        let wanted = &self.certificate_policies;
        if !wanted.is_empty() && !wanted.iter().any(|policy| extensions.has_policy(policy)) {
            findings.push(Finding::new(Code::CertificatePolicyNotAdmitted));
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

impl Usage {
    fn admits(self, usage: KeyUsage) -> bool {
        usage.non_repudiation() || (self == Self::SignOrLogIn && usage.digital_signature())
    }
}

impl Written {
    fn read(&self) -> Result<Policy, String> {
        Ok(Policy {
            roles: each(&self.roles, "role", Role::named)?,
            purposes: each(&self.purposes, "object identifier", Oid::dotted)?,
            certificate_policies: each(&self.certificate_policies, "object identifier", Oid::dotted)?,
            key_usage: self.key_usage,
            iin: self.iin,
            algorithms: each(&self.algorithms, "algorithm", Algorithm::named)?,
            crl_age_max: self.crl_age_max_hours.map(hours).transpose()?,
            ocsp_age_max: hours(self.ocsp_age_max_hours)?,
        })
    }
}

fn each<T>(names: &[String], kind: &str, read: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, String> {
    names.iter().map(|name| read(name).ok_or_else(|| format!("{name:?} is no {kind} known here"))).collect()
}

fn hours(count: u32) -> Result<SignedDuration, String> {
    if count > HOURS_MAX {
        return Err(format!("{count} hours are more than {HOURS_MAX}"));
    }
    Ok(SignedDuration::from_hours(i64::from(count)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policies_of_this_house_are_read() {
        let named = Policy::from_toml(NAMED).unwrap();
        assert_eq!(named.keys().collect::<Vec<_>>(), ["any", "applicant", "login", "officer"]);
        assert!(named.values().all(|policy| policy.algorithms.len() == 4));
        assert_eq!(Policy::applicant().roles, [Role::Individual]);
    }

    #[test]
    fn a_policy_with_a_fault_is_refused_with_its_place() {
        for (from, to, said) in [
            ("\"individual\"", "\"nobody\"", "\"nobody\" is no role"),
            ("1.3.6.1.5.5.7.3.4", "1.3.x", "\"1.3.x\" is no object identifier"),
            ("\"rsa\"", "\"dsa\"", "\"dsa\" is no algorithm"),
            ("iin = true", "iin = true\nage = 3", "unknown field `age`"),
            ("= 24", "= 4000000000", "4000000000 hours"),
        ] {
            let error = Policy::from_toml(&NAMED.replace(from, to)).unwrap_err();
            assert!(error.contains(said), "{error}");
        }
    }
}
