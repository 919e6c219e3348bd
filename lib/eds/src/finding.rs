//! Findings: what a verification noticed, with a stable code, its weight, the rule behind it and a sentence.
//! Here so that the command line, the portal, the desk and the HTTP face say the same thing in three languages.
//! It must never carry personal data in a code, nor change a code once it was published.

mod code;

pub use code::Code;

/// Language of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lang {
    Kk,
    Ru,
    En,
}

/// Outcome in the sense of ETSI EN 319 102-1 5.1.3: TOTAL-PASSED, TOTAL-FAILED, INDETERMINATE.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    Valid,
    Invalid,
    Indeterminate,
}

impl Outcome {
    /// `valid`, `invalid`, `indeterminate`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Invalid => "invalid",
            Self::Indeterminate => "indeterminate",
        }
    }

    /// One error makes invalid, else one unproven thing makes indeterminate.
    #[must_use]
    pub fn of<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Self {
        findings.into_iter().fold(Self::Valid, |sum, finding| sum.and(finding.severity().outcome()))
    }

    /// The worse of two: invalid, then indeterminate.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Invalid, _) | (_, Self::Invalid) => Self::Invalid,
            (Self::Indeterminate, _) | (_, Self::Indeterminate) => Self::Indeterminate,
            _ => Self::Valid,
        }
    }
}

/// What a finding does to the outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Severity {
    /// Broken, refused or proven bad: invalid.
    Error,
    /// Missing or not provable: indeterminate.
    Unproven,
    /// Worth knowing: nothing.
    Warning,
}

impl Severity {
    fn outcome(self) -> Outcome {
        match self {
            Self::Error => Outcome::Invalid,
            Self::Unproven => Outcome::Indeterminate,
            Self::Warning => Outcome::Valid,
        }
    }
}

/// Where a finding comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Family {
    /// Format, signature, certificate, time, revocation: the same for every service.
    Mathematics,
    /// What one service admits.
    Policy,
}

/// One thing noticed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub code: Code,
    /// What it is about: a date, an OID, the name of an authority, a place in the file. Never a person.
    pub detail: Option<String>,
}

impl Finding {
    #[must_use]
    pub fn new(code: Code) -> Self {
        Self { code, detail: None }
    }

    #[must_use]
    pub fn about(code: Code, detail: impl std::fmt::Display) -> Self {
        Self { code, detail: Some(detail.to_string()) }
    }

    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.entry().severity
    }

    #[must_use]
    pub fn family(&self) -> Family {
        if matches!(
            self.code,
            Code::RoleNotAdmitted
                | Code::PurposeNotAdmitted
                | Code::CertificatePolicyNotAdmitted
                | Code::AlgorithmNotAdmitted
                | Code::IinMissing
        ) {
            Family::Policy
        } else {
            Family::Mathematics
        }
    }

    /// A later answer of the NCA can change this: revocation data is missing or stale (DECISIONS.md, Signatures).
    #[must_use]
    pub fn resolvable_by_nca(&self) -> bool {
        matches!(self.code, Code::RevocationMissing | Code::RevocationStale | Code::IssuerRevocationMissing)
    }

    /// One or two sentences, the detail in brackets.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        let entry = self.code.entry();
        let text = match lang {
            Lang::Kk => entry.kk,
            Lang::Ru => entry.ru,
            Lang::En => entry.en,
        };
        match &self.detail {
            Some(detail) => format!("{text} ({detail})"),
            None => text.to_owned(),
        }
    }
}

/// Adds a finding unless the same one is already there.
pub(crate) fn note(findings: &mut Vec<Finding>, finding: Finding) {
    if !findings.contains(&finding) {
        findings.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_unique_and_speaks_three_languages() {
        let mut seen = std::collections::BTreeSet::new();
        for code in Code::ALL {
            assert!(seen.insert(code.as_str()), "{}", code.as_str());
            let finding = Finding::new(*code);
            let (kk, ru, en) = (finding.sentence(Lang::Kk), finding.sentence(Lang::Ru), finding.sentence(Lang::En));
            assert!(kk != ru && ru != en && kk != en, "{}", code.as_str());
            assert!(!code.rule().is_empty());
            assert!(en.is_ascii(), "{en}");
            assert!(kk.chars().any(|letter| "әғқңөұүһіӘҒҚҢӨҰҮҺІ".contains(letter)), "{kk}");
        }
    }
}
