//! Every sentence a person reads, from `locales/<lang>/*.ftl` (Fluent).
//!
//! The three languages must hold the same keys, and a key stands in one file only: anything else is an error at load. A key that is
//! asked for and missing shows as `⟦key⟧` and is counted, so that a test of pages can fail. Keys are written with hyphens; a key made
//! from a stable name of the data (`option-court_decision`, `option-kk+ru`) is found by the same letters with hyphens.

mod field;
mod moments;

use crate::catalogue::Files;
use domain::date::PartialDate;
use domain::lang::Lang;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Entry;
use jiff::civil::Date;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use unic_langid::LanguageIdentifier;

/// The texts of all languages.
pub struct Texts {
    kk: Bundle,
    ru: Bundle,
    en: Bundle,
    missing: AtomicUsize,
}

type Bundle = FluentBundle<FluentResource>;

/// An argument of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Words, put in as they are.
    Text(String),
    /// A number, also chooses the plural.
    Number(i64),
    /// A date, written out in the language.
    Date(Date),
    /// A date of which parts may be unknown.
    PartialDate(PartialDate),
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(text)
    }
}

/// The texts cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextsError {
    /// A file is not Fluent.
    #[error("{file}:{line}: {reason}")]
    Syntax {
        /// Relative path.
        file: String,
        /// Line, counted from 1.
        line: usize,
        /// What the parser says.
        reason: String,
    },
    /// A file lies where no language is.
    #[error("{0}: expected locales/kk, locales/ru or locales/en")]
    Place(String),
    /// A key stands twice in one language.
    #[error("{file}: {key} stands already in this language")]
    Twice {
        /// Relative path of the second.
        file: String,
        /// The key.
        key: String,
    },
    /// Keys that a language lacks while another has them.
    #[error("{}: missing {}", .lang.tag(), .keys.join(", "))]
    Missing {
        /// The language.
        lang: Lang,
        /// The keys.
        keys: Vec<String>,
    },
}

impl Texts {
    /// Reads every `locales/<lang>/*.ftl` of `files`.
    ///
    /// # Errors
    /// [`TextsError`]: syntax, a key twice in a language, or languages that differ in their keys.
    pub fn load(files: &Files) -> Result<Texts, TextsError> {
        let [mut kk_keys, mut ru_keys, mut en_keys]: [BTreeSet<String>; 3] = Default::default();
        let (mut kk, mut ru, mut en) = (bundle(Lang::Kk), bundle(Lang::Ru), bundle(Lang::En));
        for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".ftl")) {
            let lang =
                path.rsplit('/').nth(1).and_then(Lang::from_tag).ok_or_else(|| TextsError::Place(path.clone()))?;
            let (bundle, keys) = match lang {
                Lang::Kk => (&mut kk, &mut kk_keys),
                Lang::Ru => (&mut ru, &mut ru_keys),
                Lang::En => (&mut en, &mut en_keys),
            };
            add(path, bytes, bundle, keys)?;
        }
        let all: BTreeSet<String> = kk_keys.iter().chain(&ru_keys).chain(&en_keys).cloned().collect();
        for (lang, keys) in [(Lang::Kk, &kk_keys), (Lang::Ru, &ru_keys), (Lang::En, &en_keys)] {
            let keys: Vec<String> = all.difference(keys).cloned().collect();
            if !keys.is_empty() {
                return Err(TextsError::Missing { lang, keys });
            }
        }
        Ok(Texts { kk, ru, en, missing: AtomicUsize::new(0) })
    }

    /// A text without arguments.
    pub fn s(&self, lang: Lang, key: &str) -> String {
        self.f(lang, key, &[])
    }

    /// A text with arguments. A missing key or argument shows as `⟦…⟧` and is counted.
    pub fn f(&self, lang: Lang, key: &str, args: &[(&str, Value)]) -> String {
        let bundle = self.bundle(lang);
        let Some(pattern) = bundle.get_message(&written(key)).and_then(|message| message.value()) else {
            self.missing.fetch_add(1, Ordering::Relaxed);
            return format!("⟦{key}⟧");
        };
        let mut given = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            given.set((*name).to_owned(), self.argument(lang, value));
        }
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&given), &mut errors);
        if errors.is_empty() {
            return one_stop(text.into_owned(), &given);
        }
        self.missing.fetch_add(1, Ordering::Relaxed);
        format!("⟦{key}: {text}⟧")
    }

    /// Does the key exist?
    pub fn has(&self, lang: Lang, key: &str) -> bool {
        self.bundle(lang).has_message(&written(key))
    }

    /// How often a key or an argument was missing so far; for tests.
    pub fn missing_count(&self) -> usize {
        self.missing.load(Ordering::Relaxed)
    }

    fn bundle(&self, lang: Lang) -> &Bundle {
        match lang {
            Lang::Kk => &self.kk,
            Lang::Ru => &self.ru,
            Lang::En => &self.en,
        }
    }

    fn argument(&self, lang: Lang, value: &Value) -> FluentValue<'static> {
        match value {
            Value::Text(text) => FluentValue::from(text.clone()),
            Value::Number(number) => FluentValue::from(*number),
            Value::Date(date) => FluentValue::from(self.date(lang, *date)),
            Value::PartialDate(date) => FluentValue::from(self.partial_date(lang, *date)),
        }
    }
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Texts")
    }
}

/// A value that ends with a stop of its own (`23 ноября 2026 г.`, `Сейітова А. Б.`) ends the sentence with it: no second one follows.
fn one_stop(text: String, given: &FluentArgs<'_>) -> String {
    given.iter().fold(text, |text, (_, value)| match value {
        FluentValue::String(value) if value.ends_with('.') => text.replace(&format!("{value}."), value),
        _ => text,
    })
}

/// A key as the files write it.
fn written(key: &str) -> Cow<'_, str> {
    if key.contains(['_', '+']) { Cow::Owned(key.replace(['_', '+'], "-")) } else { Cow::Borrowed(key) }
}

fn bundle(lang: Lang) -> Bundle {
    let tag: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    bundle.set_use_isolating(false);
    bundle
}

fn add(path: &str, bytes: &[u8], bundle: &mut Bundle, keys: &mut BTreeSet<String>) -> Result<(), TextsError> {
    let syntax = |line: usize, reason: String| TextsError::Syntax { file: path.to_owned(), line, reason };
    let source = std::str::from_utf8(bytes).map_err(|_| syntax(0, "not UTF-8".to_owned()))?.to_owned();
    let lines = source.clone();
    let resource = FluentResource::try_new(source).map_err(|(_, errors)| {
        let first = errors.first();
        let before = first.and_then(|error| lines.get(..error.pos.start)).unwrap_or_default();
        let reason = first.map(|error| error.kind.to_string()).unwrap_or_default();
        syntax(before.matches('\n').count() + 1, reason)
    })?;
    for entry in resource.entries() {
        let Entry::Message(message) = entry else { continue };
        if message.id.name.contains('_') {
            return Err(syntax(0, format!("{}: keys are written with hyphens", message.id.name)));
        }
        if !keys.insert(message.id.name.to_owned()) {
            return Err(TextsError::Twice { file: path.to_owned(), key: message.id.name.to_owned() });
        }
    }
    bundle.add_resource(resource).map_err(|_| syntax(0, "a key stands twice".to_owned()))
}
