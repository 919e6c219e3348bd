//! The three languages of the service and texts that exist in all of them.

use serde::{Deserialize, Serialize};

/// A language a person reads the service in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Kazakh, the state language.
    Kk,
    /// Russian.
    Ru,
    /// English.
    En,
}

impl Lang {
    /// All languages, state language first.
    pub const ALL: [Lang; 3] = [Lang::Kk, Lang::Ru, Lang::En];

    /// BCP 47 tag: `kk`, `ru`, `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Kk => "kk",
            Lang::Ru => "ru",
            Lang::En => "en",
        }
    }

    /// The language of a BCP 47 tag, if it is one of ours.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.tag() == tag)
    }
}

/// The language of a certificate: Kazakh or Russian (Family Code 178(3)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CertificateLang {
    /// Kazakh.
    Kk,
    /// Russian.
    Ru,
}

impl From<CertificateLang> for Lang {
    fn from(lang: CertificateLang) -> Lang {
        match lang {
            CertificateLang::Kk => Lang::Kk,
            CertificateLang::Ru => Lang::Ru,
        }
    }
}

/// One name or sentence in the three languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trilingual {
    /// Kazakh text.
    pub kk: String,
    /// Russian text.
    pub ru: String,
    /// English text.
    pub en: String,
}

impl Trilingual {
    /// The text in `lang`.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Kk => &self.kk,
            Lang::Ru => &self.ru,
            Lang::En => &self.en,
        }
    }
}
