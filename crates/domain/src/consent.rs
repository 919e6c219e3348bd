//! The words of a consent to use personal data (Law on personal data and their protection, art. 8): what a person reads before the box, and
//! the sentence beside it. They are data (`service::consent`); a request names their version, and that is signed with it.
//!
//! Must not judge words, and never change those of a version.

use crate::lang::Lang;
use serde::Deserialize;

/// A part of the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The heading.
    Title,
    /// Which data.
    Data,
    /// Who uses them.
    Who,
    /// What for.
    Purpose,
    /// On which legal ground.
    Ground,
    /// How long they are kept.
    Storage,
    /// How it is withdrawn, and what follows.
    Withdrawal,
    /// The sentence beside the box.
    Agree,
}

impl Part {
    /// All of them, in the order in which they are read.
    pub const ALL: [Part; 8] =
        [Part::Title, Part::Data, Part::Who, Part::Purpose, Part::Ground, Part::Storage, Part::Withdrawal, Part::Agree];
    /// What is read between the heading and the box.
    pub const STATEMENT: [Part; 6] =
        [Part::Data, Part::Who, Part::Purpose, Part::Ground, Part::Storage, Part::Withdrawal];

    /// Its name in the file and in locale keys.
    pub fn as_str(self) -> &'static str {
        match self {
            Part::Title => "title",
            Part::Data => "data",
            Part::Who => "who",
            Part::Purpose => "purpose",
            Part::Ground => "ground",
            Part::Storage => "storage",
            Part::Withdrawal => "withdrawal",
            Part::Agree => "agree",
        }
    }
}

/// The words in one language.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsentWords {
    /// The heading.
    pub title: String,
    /// Which data.
    pub data: String,
    /// Who uses them.
    pub who: String,
    /// What for.
    pub purpose: String,
    /// On which legal ground.
    pub ground: String,
    /// How long they are kept.
    pub storage: String,
    /// How it is withdrawn, and what follows.
    pub withdrawal: String,
    /// The sentence beside the box.
    pub agree: String,
}

impl ConsentWords {
    /// The words of each part as `of` gives them.
    pub fn each(of: impl Fn(Part) -> String) -> ConsentWords {
        ConsentWords {
            title: of(Part::Title),
            data: of(Part::Data),
            who: of(Part::Who),
            purpose: of(Part::Purpose),
            ground: of(Part::Ground),
            storage: of(Part::Storage),
            withdrawal: of(Part::Withdrawal),
            agree: of(Part::Agree),
        }
    }

    /// A part.
    pub fn get(&self, part: Part) -> &str {
        match part {
            Part::Title => &self.title,
            Part::Data => &self.data,
            Part::Who => &self.who,
            Part::Purpose => &self.purpose,
            Part::Ground => &self.ground,
            Part::Storage => &self.storage,
            Part::Withdrawal => &self.withdrawal,
            Part::Agree => &self.agree,
        }
    }

    /// What is read before the box, a paragraph a part.
    pub fn statement(&self) -> [&str; 6] {
        Part::STATEMENT.map(|part| self.get(part))
    }
}

/// A version of the words, whole in the three languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsentText {
    /// Its name, signed with a request.
    pub version: String,
    /// Kazakh.
    pub kk: ConsentWords,
    /// Russian.
    pub ru: ConsentWords,
    /// English.
    pub en: ConsentWords,
}

impl ConsentText {
    /// The words in a language.
    pub fn words(&self, lang: Lang) -> &ConsentWords {
        match lang {
            Lang::Kk => &self.kk,
            Lang::Ru => &self.ru,
            Lang::En => &self.en,
        }
    }
}
