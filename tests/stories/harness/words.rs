//! The sentences of `locales/`, so that a story can say "the page says this, in this language" without copying the sentence.

use domain::lang::Lang;
use service::{Texts, Value};
use std::collections::BTreeMap;
use std::path::Path;

/// Names of the arguments of sentences that say what is wrong.
const ARGUMENTS: [&str; 17] = [
    "at",
    "character",
    "date",
    "example",
    "label",
    "limit",
    "max",
    "megabytes",
    "min",
    "most",
    "name",
    "other",
    "time",
    "today",
    "tries",
    "used",
    "wait",
];

/// The texts in one language.
pub struct Words {
    texts: Texts,
    lang: Lang,
}

impl Words {
    /// In the language of an address: `kk`, `ru`, `en`.
    pub fn of(tag: &str) -> Words {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
        let mut files = BTreeMap::new();
        for lang in Lang::ALL {
            for entry in std::fs::read_dir(root.join(lang.tag())).unwrap() {
                let path = entry.unwrap().path();
                let name = format!("{}/{}", lang.tag(), path.file_name().unwrap().to_string_lossy());
                files.insert(name, std::fs::read(&path).unwrap());
            }
        }
        Words { texts: Texts::load(&files).unwrap(), lang: Lang::from_tag(tag).unwrap() }
    }

    /// A sentence.
    pub fn s(&self, key: &str) -> String {
        self.f(key, &[])
    }

    /// A sentence with arguments.
    pub fn f(&self, key: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<(&str, Value)> = args.iter().map(|(name, value)| (*name, Value::from(*value))).collect();
        let said = self.texts.f(self.lang, key, &args);
        assert!(!said.contains('⟦'), "no sentence: {said}");
        tidy(&said)
    }

    /// A sentence with a number.
    pub fn n(&self, key: &str, name: &str, number: i64) -> String {
        tidy(&self.texts.f(self.lang, key, &[(name, Value::Number(number))]))
    }

    /// True when `said` is the sentence of this key, whatever its arguments are.
    pub fn is(&self, key: &str, said: &str) -> bool {
        const MARK: &str = "\u{1}";
        let sentence = self.f(key, &ARGUMENTS.map(|name| (name, MARK)));
        let said = tidy(said);
        let mut pieces = sentence.split(MARK);
        let Some(mut rest) = said.strip_prefix(pieces.next().unwrap_or_default().trim_end()) else { return false };
        for piece in pieces {
            let piece = piece.trim();
            if piece.is_empty() {
                return true;
            }
            let Some(at) = rest.find(piece) else { return false };
            rest = &rest[at + piece.len()..];
        }
        rest.is_empty()
    }

    /// The longest piece of a sentence without its arguments: enough to know it on a page.
    pub fn piece(&self, key: &str, args: &[&str]) -> String {
        const MARK: &str = "\u{1}";
        let args: Vec<(&str, &str)> = args.iter().map(|name| (*name, MARK)).collect();
        let said = self.f(key, &args);
        let longest = said.split(MARK).map(str::trim).max_by_key(|piece| piece.chars().count());
        longest.unwrap_or_default().to_owned()
    }
}

/// One space where there were several: as a reader sees it.
pub fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
