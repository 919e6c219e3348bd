//! The words of the consent as data: `services/death-abroad/consent.toml`, a row a version. The last row is shown, every row before it stays,
//! for people agreed to it (docs/decisions/0059).
//!
//! Pure and total: any bytes give the texts or the first fault. Must never change or lose a version that was shown.

use crate::answers::Finding;
use crate::catalogue::{Files, LoadError, UnverifiedFact, note, toml};
use crate::letters::is_hidden;
use crate::texts::Value;
use domain::consent::{ConsentText, ConsentWords, Part};
use domain::lang::Lang;
use domain::provenance::Mark;
use serde::Deserialize;

/// The file.
pub const FILE: &str = "services/death-abroad/consent.toml";
/// Longest name of a version, characters.
pub const VERSION_CHARS_MAX: usize = 20;
/// Longest heading, characters.
pub const TITLE_CHARS_MAX: usize = 120;
/// Longest paragraph, characters.
pub const PARAGRAPH_CHARS_MAX: usize = 1_000;
/// Longest sentence beside the box, characters.
pub const AGREE_CHARS_MAX: usize = 300;
/// Longest source, characters.
pub const SOURCE_CHARS_MAX: usize = 300;

/// Every version of the words.
#[derive(Clone, Debug)]
pub struct Consents {
    /// Shown before, the oldest first.
    earlier: Vec<Row>,
    newest: Row,
}

/// A version with where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its words.
    pub text: ConsentText,
    /// Where they come from.
    pub source: String,
    /// How well that is known.
    pub verified: Mark,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    text: Vec<Read>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Read {
    version: String,
    source: String,
    verified: Mark,
    kk: ConsentWords,
    ru: ConsentWords,
    en: ConsentWords,
}

impl Consents {
    pub(crate) fn load(files: &Files, unverified: &mut Vec<UnverifiedFact>) -> Result<Consents, LoadError> {
        let File { text: read } = toml(files, FILE)?;
        let bad = |reason: String| LoadError { file: FILE.to_owned(), line: 0, reason };
        let mut rows: Vec<Row> = vec![];
        for read in read {
            let text = ConsentText { version: read.version, kk: read.kk, ru: read.ru, en: read.en };
            let row = Row { text, source: read.source, verified: read.verified };
            if let Some(fault) = check(&row, &rows).first() {
                return Err(bad(format!("[[text]] {:?}: {}", row.text.version, reason(fault))));
            }
            let what = format!("consent: {}", row.text.version);
            note(unverified, (FILE, 0), what, &row.source, row.verified);
            rows.push(row);
        }
        let newest = rows.pop().ok_or_else(|| bad("no [[text]]".to_owned()))?;
        Ok(Consents { earlier: rows, newest })
    }

    /// The text that is shown.
    pub fn newest(&self) -> &ConsentText {
        &self.newest.text
    }

    /// The text of a version, also of one that is not shown any more.
    pub fn version(&self, version: &str) -> Option<&ConsentText> {
        self.rows().map(|row| &row.text).find(|text| text.version == version)
    }

    /// Every version, the oldest first.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.earlier.iter().chain([&self.newest])
    }

    /// Does everything that stood in `before` stand here, word for word and in its order? Only where a text comes from may be said better.
    ///
    /// # Errors
    /// Why not, with the version.
    pub fn keeps(&self, before: &Consents) -> Result<(), String> {
        let mut rows = self.rows();
        for old in before.rows() {
            let version = &old.text.version;
            match rows.next() {
                Some(now) if now.text == old.text => {}
                _ if self.version(version).is_none() => {
                    return Err(format!("the text {version:?} is gone; people agreed to it: put a new text behind it"));
                }
                _ if self.version(version) != Some(&old.text) => {
                    return Err(format!("words of the text {version:?} are changed; a new text needs a new version"));
                }
                _ => {
                    return Err(format!("the text {version:?} has another place; a new text stands behind the others"));
                }
            }
        }
        Ok(())
    }
}

/// Everything wrong with a row that stands behind `earlier`; a finding names `version`, `source`, or a part and its language: `data-kk`.
pub fn check(row: &Row, earlier: &[Row]) -> Vec<Finding> {
    let mut found = vec![];
    let version = row.text.version.as_str();
    let is_name = |own: char| own.is_ascii_alphanumeric() || matches!(own, '-' | '.');
    if version.is_empty() {
        found.push(Finding::new("version", "empty"));
    } else if version.len() > VERSION_CHARS_MAX || !version.chars().all(is_name) {
        found.push(Finding::new("version", "unreadable").with("max", number(VERSION_CHARS_MAX)));
    } else if earlier.iter().any(|own| own.text.version == version) {
        found.push(Finding::new("version", "twice"));
    }
    found.extend(fault("source", &row.source, SOURCE_CHARS_MAX));
    for lang in Lang::ALL {
        for part in Part::ALL {
            let (name, text) = (field(part, lang), row.text.words(lang).get(part));
            let is_copy = |other: &Lang| row.text.words(*other).get(part).trim() == text.trim();
            match fault(&name, text, chars_max(part)) {
                Some(fault) => found.push(fault),
                None if Lang::ALL.iter().take_while(|other| **other != lang).any(is_copy) => {
                    found.push(Finding::new(&name, "copy"));
                }
                None => {}
            }
        }
    }
    found
}

/// The name of a part in a language: of a field of the form, and in a reason.
pub fn field(part: Part, lang: Lang) -> String {
    format!("{}-{}", part.as_str(), lang.tag())
}

/// Longest text of a part.
pub fn chars_max(part: Part) -> usize {
    match part {
        Part::Title => TITLE_CHARS_MAX,
        Part::Agree => AGREE_CHARS_MAX,
        _ => PARAGRAPH_CHARS_MAX,
    }
}

/// The file with a row behind the others; every other byte stays.
pub fn with(file: &[u8], row: &Row) -> Vec<u8> {
    let quoted = |text: &str| ::toml::Value::String(text.to_owned()).to_string();
    let mut out = String::from("\n[[text]]\n");
    let mut line = |key: &str, value: &str| out.push_str(&format!("{key} = {}\n", quoted(value)));
    line("version", &row.text.version);
    line("source", &row.source);
    line("verified", row.verified.as_str());
    for lang in Lang::ALL {
        out.push_str(&format!("\n[text.{}]\n", lang.tag()));
        for part in Part::ALL {
            out.push_str(&format!("{} = {}\n", part.as_str(), quoted(row.text.words(lang).get(part))));
        }
    }
    let end: &[u8] = if file.ends_with(b"\n") { b"" } else { b"\n" };
    [file, end, out.as_bytes()].concat()
}

/// What is wrong with one text: a line, plain and bounded.
fn fault(name: &str, text: &str, max: usize) -> Option<Finding> {
    if text.trim().is_empty() {
        return Some(Finding::new(name, "empty"));
    }
    if text.chars().any(|own| matches!(own, '<' | '>' | '{' | '}' | '⟦' | '⟧')) {
        return Some(Finding::new(name, "markup"));
    }
    if text.chars().any(is_hidden) {
        return Some(Finding::new(name, "hidden"));
    }
    (text.chars().count() > max).then(|| Finding::new(name, "too-long").with("max", number(max)))
}

fn number(own: usize) -> Value {
    Value::Number(i64::try_from(own).unwrap_or_default())
}

/// A fault in the words of the start's log and of the desk's page of files.
fn reason(fault: &Finding) -> String {
    let why = match fault.code {
        "empty" => "is empty",
        "markup" => "holds markup",
        "hidden" => "holds a line break or a character that cannot be seen",
        "too-long" => "is too long",
        "copy" => "is the same as in another language",
        "twice" => "stands there already; a new text needs a new version",
        _ => "cannot be read",
    };
    format!("{} {why}", fault.field)
}

#[cfg(test)]
mod tests;
