//! The words of letters as an administrator changes them: a file a letter and language (`letters/submitted.kk.ftl`), in Fluent, made from
//! the release's own sentences and laid over them.
//!
//! Must never let a letter lose a fact it has to tell, or carry what only a page may: every way in goes through [`check`].

mod check;
mod preview;
mod sample;
mod sms;

pub(crate) use check::is_hidden;
pub use check::{BODY_CHARS_MAX, Flaw, SUBJECT_CHARS_MAX, check, check_words, known, wanted};
pub use preview::{Preview, preview, sampled};
pub use sample::{CODE, NAME, REFERENCE, values};
pub use sms::{Segments, segments};

use crate::catalogue::Files;
use crate::texts::Texts;
use domain::lang::Lang;
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use std::collections::BTreeMap;

/// Where these files lie.
pub const FOLDER: &str = "letters/";
/// What begins the key of every sentence of a letter.
const KEY: &str = "letter-";

/// A part of a letter, as its key ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Subject of the mail, headline of the notice.
    Subject,
    /// Text of the mail and of the notice.
    Body,
    /// Text to the new address (a changed contact).
    BodyNew,
    /// Text to the old address.
    BodyOld,
    /// Text message.
    Sms,
}

impl Part {
    /// All, in the order in which they are read.
    pub const ALL: [Part; 5] = [Part::Subject, Part::Body, Part::BodyNew, Part::BodyOld, Part::Sms];

    /// End of the key, and of the names of fields.
    pub fn as_str(self) -> &'static str {
        match self {
            Part::Subject => "subject",
            Part::Body => "body",
            Part::BodyNew => "body-new",
            Part::BodyOld => "body-old",
            Part::Sms => "sms",
        }
    }
}

/// A letter: its name and the parts it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// As keys and files call it: `declined-registration`.
    pub name: String,
    /// Its parts.
    pub parts: Vec<Part>,
}

impl Letter {
    /// The key of a part.
    pub fn key(&self, part: Part) -> String {
        format!("{KEY}{}-{}", self.name, part.as_str())
    }

    /// The file of its words in a language.
    pub fn path(&self, lang: Lang) -> String {
        format!("{FOLDER}{}.{}.ftl", self.name, lang.tag())
    }
}

/// Every letter of the release, by name.
pub fn letters(texts: &Texts) -> Vec<Letter> {
    let mut found: BTreeMap<&str, Vec<Part>> = BTreeMap::new();
    for key in texts.keys(KEY) {
        let rest = key.strip_prefix(KEY).unwrap_or_default();
        let named = |part: &Part| Some((rest.strip_suffix(part.as_str())?.strip_suffix('-')?, *part));
        if let Some((name, part)) = Part::ALL.iter().find_map(named) {
            found.entry(name).or_default().push(part);
        }
    }
    let letter = |(name, mut parts): (&str, Vec<Part>)| {
        parts.sort_unstable();
        Letter { name: name.to_owned(), parts }
    };
    found.into_iter().map(letter).collect()
}

/// A letter by its name.
pub fn letter(texts: &Texts, name: &str) -> Option<Letter> {
    letters(texts).into_iter().find(|own| own.name == name)
}

/// The letter's name and the language that the path of a file of letters stands for.
pub fn place(path: &str) -> Option<(&str, Lang)> {
    let (name, tag) = path.strip_prefix(FOLDER)?.strip_suffix(".ftl")?.rsplit_once('.')?;
    let is_plain = !name.is_empty() && name.bytes().all(|own| own.is_ascii_lowercase() || own == b'-');
    is_plain.then_some(())?;
    Some((name, Lang::from_tag(tag)?))
}

/// The words of the release as files.
pub fn files(texts: &Texts) -> Files {
    let release = texts.release();
    let mut files = Files::new();
    for own in letters(&release) {
        for lang in Lang::ALL {
            files.insert(own.path(lang), file(&own, &words(&release, &own, lang)).into_bytes());
        }
    }
    files
}

/// The parts of a letter as they are typed.
pub type Words = BTreeMap<Part, String>;

/// The words in force.
pub fn words(texts: &Texts, own: &Letter, lang: Lang) -> Words {
    let typed = |part: &Part| {
        let pattern = texts.pattern(lang, &own.key(*part))?;
        Some((*part, typed(pattern).unwrap_or_default()))
    };
    own.parts.iter().filter_map(typed).collect()
}

/// A file of these words.
pub fn file(own: &Letter, words: &Words) -> String {
    let part = |part: &Part| {
        let text = words.get(part).map(String::as_str).unwrap_or_default();
        let lines = tidied(text)
            .lines()
            .map(|line| if line.is_empty() { "\n".to_owned() } else { format!("    {line}\n") })
            .collect::<String>();
        format!("{} =\n{lines}", own.key(*part))
    };
    own.parts.iter().map(part).collect::<Vec<_>>().join("\n")
}

/// Words without the blanks around lines and around the whole, which no letter shows.
pub fn tidied(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    lines.join("\n").trim().to_owned()
}

/// The texts with every changed letter of `files` that passes [`check`], and the paths of those that do not: a release may have made a
/// change unfit, and its own words are then the better ones.
pub fn laid_over(texts: &Texts, files: &Files) -> (Texts, Vec<String>) {
    let release = texts.release();
    let mut unfit = vec![];
    let mut fit = vec![];
    for own in letters(&release) {
        let paths = Lang::ALL.map(|lang| (lang, own.path(lang)));
        if !paths.iter().any(|(_, path)| files.contains_key(path)) {
            continue;
        }
        if !check(&release, &own, files).is_empty() {
            unfit.extend(paths.into_iter().map(|(_, path)| path));
            continue;
        }
        for (lang, path) in paths {
            let Some(bytes) = files.get(&path) else { continue };
            // What is the release's own word for word needs no place over it.
            if file(&own, &words(&release, &own, lang)).as_bytes() != bytes.as_slice() {
                fit.push((lang, path));
            }
        }
    }
    let over = fit.iter().filter_map(|(lang, path)| Some((*lang, path.as_str(), files.get(path)?.as_slice())));
    match release.over(over) {
        Ok(texts) => (texts, unfit),
        // Cannot be: each was parsed by the check.
        Err(_) => (release, fit.into_iter().map(|(_, path)| path).chain(unfit).collect()),
    }
}

/// A pattern as it is typed; `None` where it holds more than words and `{ $names }`.
fn typed(pattern: &Pattern<&str>) -> Option<String> {
    let element = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => Some((*value).to_owned()),
        PatternElement::Placeable { expression: Expression::Inline(InlineExpression::VariableReference { id }) } => {
            Some(format!("{{ ${} }}", id.name))
        }
        PatternElement::Placeable { .. } => None,
    };
    pattern.elements.iter().map(element).collect()
}

/// The names in a pattern.
fn names(pattern: &Pattern<&str>) -> Vec<String> {
    let name = |element: &PatternElement<&str>| match element {
        PatternElement::Placeable { expression: Expression::Inline(InlineExpression::VariableReference { id }) } => {
            Some(id.name.to_owned())
        }
        _ => None,
    };
    pattern.elements.iter().filter_map(name).collect()
}

#[cfg(test)]
mod tests;
