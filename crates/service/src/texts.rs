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
use fluent_syntax::ast::{Entry, Pattern};
use jiff::civil::Date;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use unic_langid::LanguageIdentifier;

/// The texts of all languages. Cheap to clone: the sentences of the release are shared.
#[derive(Clone)]
pub struct Texts {
    release: Arc<Three>,
    /// Sentences that stand in the place of the release's: few, and built once for an edition, never for a letter.
    over: Option<Arc<Three>>,
    missing: Arc<AtomicUsize>,
}

/// A bundle of each language, with the keys that all of them have.
struct Three {
    kk: Bundle,
    ru: Bundle,
    en: Bundle,
    keys: BTreeSet<String>,
}

impl Three {
    fn empty() -> Three {
        Three { kk: bundle(Lang::Kk), ru: bundle(Lang::Ru), en: bundle(Lang::En), keys: BTreeSet::new() }
    }

    fn of(&self, lang: Lang) -> &Bundle {
        match lang {
            Lang::Kk => &self.kk,
            Lang::Ru => &self.ru,
            Lang::En => &self.en,
        }
    }

    fn of_mut(&mut self, lang: Lang) -> &mut Bundle {
        match lang {
            Lang::Kk => &mut self.kk,
            Lang::Ru => &mut self.ru,
            Lang::En => &mut self.en,
        }
    }
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
        let mut all = Three::empty();
        for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".ftl")) {
            let lang =
                path.rsplit('/').nth(1).and_then(Lang::from_tag).ok_or_else(|| TextsError::Place(path.clone()))?;
            let keys = match lang {
                Lang::Kk => &mut kk_keys,
                Lang::Ru => &mut ru_keys,
                Lang::En => &mut en_keys,
            };
            add(path, bytes, all.of_mut(lang), keys)?;
        }
        all.keys = kk_keys.iter().chain(&ru_keys).chain(&en_keys).cloned().collect();
        for (lang, keys) in [(Lang::Kk, &kk_keys), (Lang::Ru, &ru_keys), (Lang::En, &en_keys)] {
            let keys: Vec<String> = all.keys.difference(keys).cloned().collect();
            if !keys.is_empty() {
                return Err(TextsError::Missing { lang, keys });
            }
        }
        Ok(Texts { release: Arc::new(all), over: None, missing: Arc::default() })
    }

    /// The same with the sentences of `files` (each with its language) in the place of the release's.
    ///
    /// # Errors
    /// [`TextsError`]: syntax, or a key twice in a language.
    pub fn over<'f>(&self, files: impl Iterator<Item = (Lang, &'f str, &'f [u8])>) -> Result<Texts, TextsError> {
        let mut over = Three::empty();
        let mut keys: [BTreeSet<String>; 3] = Default::default();
        for (lang, path, bytes) in files {
            let [kk, ru, en] = &mut keys;
            let own = match lang {
                Lang::Kk => kk,
                Lang::Ru => ru,
                Lang::En => en,
            };
            add(path, bytes, over.of_mut(lang), own)?;
        }
        Ok(Texts { over: Some(Arc::new(over)), ..self.clone() })
    }

    /// The sentences of the release alone.
    #[must_use]
    pub fn release(&self) -> Texts {
        Texts { over: None, ..self.clone() }
    }

    /// Keys of the release that begin so, in their order.
    pub fn keys<'t>(&'t self, prefix: &'t str) -> impl Iterator<Item = &'t str> {
        self.release.keys.range(prefix.to_owned()..).map(String::as_str).take_while(move |key| key.starts_with(prefix))
    }

    /// How a sentence is written, parsed; `None` for a key that does not exist.
    pub(crate) fn pattern(&self, lang: Lang, key: &str) -> Option<&Pattern<&str>> {
        self.message(lang, key)
    }

    /// A text without arguments.
    pub fn s(&self, lang: Lang, key: &str) -> String {
        self.f(lang, key, &[])
    }

    /// A text with arguments. A missing key or argument shows as `⟦…⟧` and is counted.
    pub fn f(&self, lang: Lang, key: &str, args: &[(&str, Value)]) -> String {
        let bundle = self.bundle(lang, key);
        let Some(pattern) = self.message(lang, key) else {
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
        self.release.of(lang).has_message(&written(key))
    }

    /// How often a key or an argument was missing so far; for tests.
    pub fn missing_count(&self) -> usize {
        self.missing.load(Ordering::Relaxed)
    }

    /// The bundle that holds this sentence: the changed ones first.
    fn bundle(&self, lang: Lang, key: &str) -> &Bundle {
        let over = self.over.as_ref().map(|over| over.of(lang)).filter(|over| over.has_message(&written(key)));
        over.unwrap_or_else(|| self.release.of(lang))
    }

    fn message(&self, lang: Lang, key: &str) -> Option<&Pattern<&str>> {
        self.bundle(lang, key).get_message(&written(key)).and_then(|message| message.value())
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
