//! The documents that are enclosed: what each is, what is said about it, and (one file per rule) what the law asks of it.
//!
//! A closed list, because the service accepts nothing else. The rules run for every enclosed foreign document by its own date of issue.

pub mod basis;
pub mod kinship;
pub mod legalization;
pub mod power_of_attorney;
pub mod translation;
pub mod treaty;

use serde::{Deserialize, Serialize};

/// What an enclosed document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// A document of the established form on death, of a medical organisation (Family Code 268).
    Medical,
    /// A court decision in force (Family Code 268).
    CourtDecision,
    /// A death certificate of the country of stay: not accepted (service page), named so that it can be refused in words.
    LocalDeathCertificate,
    /// A document that confirms close relationship.
    Kinship,
    /// A notarised power of attorney.
    PowerOfAttorney,
    /// The identity document of the person who died (surrendered at registration, Family Code 270(4)).
    DeceasedIdentity,
    /// The applicant's passport page, for an account whose IIN is declared.
    ApplicantPassport,
    /// A translation into Kazakh or Russian.
    Translation,
    /// An apostille or legalization on a page of its own.
    Apostille,
}

impl DocumentKind {
    /// Every kind.
    pub const ALL: [DocumentKind; 9] = [
        DocumentKind::Medical,
        DocumentKind::CourtDecision,
        DocumentKind::LocalDeathCertificate,
        DocumentKind::Kinship,
        DocumentKind::PowerOfAttorney,
        DocumentKind::DeceasedIdentity,
        DocumentKind::ApplicantPassport,
        DocumentKind::Translation,
        DocumentKind::Apostille,
    ];

    /// Stable name in data, addresses and locales (`document-…`).
    pub fn as_str(self) -> &'static str {
        match self {
            DocumentKind::Medical => "medical",
            DocumentKind::CourtDecision => "court_decision",
            DocumentKind::LocalDeathCertificate => "local_death_certificate",
            DocumentKind::Kinship => "kinship",
            DocumentKind::PowerOfAttorney => "power_of_attorney",
            DocumentKind::DeceasedIdentity => "deceased_identity",
            DocumentKind::ApplicantPassport => "applicant_passport",
            DocumentKind::Translation => "translation",
            DocumentKind::Apostille => "apostille",
        }
    }

    /// The kind of a stable name.
    pub fn from_name(name: &str) -> Option<DocumentKind> {
        DocumentKind::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    /// True for the documents that the rules of legalization and translation are about: those a foreign body or an authorised
    /// person issued or certified (service page step 6). Identity papers, translations and apostilles themselves are not.
    pub fn is_subject_to_legalization(self) -> bool {
        match self {
            DocumentKind::Medical
            | DocumentKind::CourtDecision
            | DocumentKind::LocalDeathCertificate
            | DocumentKind::Kinship
            | DocumentKind::PowerOfAttorney => true,
            DocumentKind::DeceasedIdentity
            | DocumentKind::ApplicantPassport
            | DocumentKind::Translation
            | DocumentKind::Apostille => false,
        }
    }
}

/// Language of a document's text: `kk`, `ru`, `kk+ru`, another BCP 47 language tag in lower case, or `other`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DocumentLanguage(String);

/// The text is not a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a language tag")]
pub struct NotALanguage;

impl DocumentLanguage {
    /// Reads a tag of two to eight letters, or `kk+ru`.
    ///
    /// # Errors
    /// [`NotALanguage`].
    pub fn parse(text: &str) -> Result<DocumentLanguage, NotALanguage> {
        let letters = (2..=8).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase());
        if letters || text == "kk+ru" { Ok(DocumentLanguage(text.to_owned())) } else { Err(NotALanguage) }
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for DocumentLanguage {
    type Error = NotALanguage;
    fn try_from(text: String) -> Result<DocumentLanguage, NotALanguage> {
        DocumentLanguage::parse(&text)
    }
}

impl From<DocumentLanguage> for String {
    fn from(language: DocumentLanguage) -> String {
        language.0
    }
}

/// What the applicant says is on or with a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certified {
    /// Apostille or legalization.
    pub by: Certification,
    /// A translation into Kazakh or Russian is enclosed.
    pub translation_enclosed: bool,
}

/// Apostille or legalization, as the applicant says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certification {
    /// None.
    Nothing,
    /// An apostille, enclosed as a page of its own.
    Apostille,
    /// A legalization, enclosed as a page of its own.
    Legalization,
    /// An apostille or legalization on the same page as the document.
    OnSamePage,
}

impl Certification {
    /// Every answer.
    pub const ALL: [Certification; 4] =
        [Certification::Nothing, Certification::Apostille, Certification::Legalization, Certification::OnSamePage];

    /// Stable name in forms and locales (`certified-…`).
    pub fn as_str(self) -> &'static str {
        match self {
            Certification::Nothing => "nothing",
            Certification::Apostille => "apostille",
            Certification::Legalization => "legalization",
            Certification::OnSamePage => "on_same_page",
        }
    }

    /// The answer of a stable name.
    pub fn from_name(name: &str) -> Option<Certification> {
        Certification::ALL.into_iter().find(|answer| answer.as_str() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stable_names_are_those_of_stored_data() {
        for kind in DocumentKind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
            assert_eq!(DocumentKind::from_name(kind.as_str()), Some(kind));
        }
        for answer in Certification::ALL {
            assert_eq!(serde_json::to_value(answer).unwrap(), answer.as_str());
        }
    }

    #[test]
    fn a_language_is_a_tag_or_the_pair_of_state_and_official_language() {
        for good in ["kk", "ru", "kk+ru", "de", "other", "zxx"] {
            assert_eq!(DocumentLanguage::parse(good).unwrap().as_str(), good);
        }
        for bad in ["", "d", "DE", "de+en", "қаз", "toolongtag"] {
            assert!(DocumentLanguage::parse(bad).is_err(), "{bad}");
        }
    }
}
