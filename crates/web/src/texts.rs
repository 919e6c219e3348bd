//! Texts of one page in its language, in the short forms that templates use.

use axum::http::{HeaderMap, header};
use domain::lang::{Lang, Trilingual};
use jiff::civil::Date;
use office::Office;
use service::Texts;
use std::sync::Arc;

/// The texts of a page. `s`, `f`, `f2`, `f3` and `n` are the only names under which templates ask for a sentence.
#[derive(Clone)]
pub struct T {
    source: Source,
    /// The page's language.
    pub lang: Lang,
}

/// Where the sentences live: in the office of a running server, or alone in a test.
#[derive(Clone)]
enum Source {
    Office(Office),
    Alone(Arc<Texts>),
}

impl T {
    /// Texts of a running server.
    pub fn new(office: &Office, lang: Lang) -> T {
        T { source: Source::Office(office.clone()), lang }
    }

    /// Texts without an office.
    pub fn alone(texts: Arc<Texts>, lang: Lang) -> T {
        T { source: Source::Alone(texts), lang }
    }

    /// The sentences themselves.
    pub fn texts(&self) -> &Texts {
        match &self.source {
            Source::Office(office) => office.texts(),
            Source::Alone(texts) => texts,
        }
    }

    /// A sentence without arguments.
    pub fn s(&self, key: &str) -> String {
        self.texts().s(self.lang, key)
    }

    /// A sentence with one argument.
    pub fn f(&self, key: &str, name: &str, value: impl std::fmt::Display) -> String {
        self.all(key, &[(name, value.to_string())])
    }

    /// A sentence with two arguments.
    pub fn f2(
        &self,
        key: &str,
        name: &str,
        value: impl std::fmt::Display,
        name2: &str,
        value2: impl std::fmt::Display,
    ) -> String {
        self.all(key, &[(name, value.to_string()), (name2, value2.to_string())])
    }

    /// A sentence with a number, in the plural form of the language.
    pub fn n(&self, key: &str, name: &str, value: impl std::fmt::Display) -> String {
        self.texts().f(self.lang, key, &[(name, number(value))])
    }

    /// A sentence with two numbers.
    pub fn n2(
        &self,
        key: &str,
        name: &str,
        value: impl std::fmt::Display,
        name2: &str,
        value2: impl std::fmt::Display,
    ) -> String {
        self.texts().f(self.lang, key, &[(name, number(value)), (name2, number(value2))])
    }

    /// A sentence with any texts as arguments.
    pub fn all(&self, key: &str, args: &[(&str, String)]) -> String {
        let args: Vec<(&str, service::Value)> =
            args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
        self.texts().f(self.lang, key, &args)
    }

    /// The sentence of the first key that exists.
    pub fn first(&self, keys: &[&str], args: &[(&str, String)]) -> String {
        let key = keys.iter().find(|key| self.texts().has(self.lang, key)).or(keys.last()).copied().unwrap_or_default();
        self.all(key, args)
    }

    /// The sentence of `key` if it exists: for hints, which not every field has.
    pub fn maybe(&self, key: &str) -> Option<String> {
        self.texts().has(self.lang, key).then(|| self.s(key))
    }

    /// A text of the registers in this language.
    pub fn of<'a>(&self, text: &'a Trilingual) -> &'a str {
        text.get(self.lang)
    }

    /// `24 November 2026`.
    pub fn date(&self, date: Date) -> String {
        self.texts().date(self.lang, date)
    }
}

fn number(value: impl std::fmt::Display) -> service::Value {
    service::Value::Number(value.to_string().parse().unwrap_or(i64::MAX))
}

/// The best of our languages by `Accept-Language` (RFC 9110, 12.5.4); `None` where it names none of them.
pub fn preferred(headers: &HeaderMap) -> Option<Lang> {
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut best: Option<(f32, Lang)> = None;
    for range in accepted.split(',').take(20) {
        let mut parts = range.split(';');
        let tag = parts.next().unwrap_or_default().trim();
        let weight = parts.find_map(|part| part.trim().strip_prefix("q=")).map_or(1.0, |q| q.parse().unwrap_or(0.0));
        let primary = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        if let Some(lang) = Lang::from_tag(&primary)
            && weight > best.map_or(0.0, |(known, _)| known)
        {
            best = Some((weight, lang));
        }
    }
    best.map(|(_, lang)| lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_of_our_languages_wins() {
        let preferred =
            |accepted: &str| preferred(&HeaderMap::from_iter([(header::ACCEPT_LANGUAGE, accepted.parse().unwrap())]));
        assert_eq!(preferred("de-DE,de;q=0.9,ru;q=0.7,en;q=0.8"), Some(Lang::En));
        assert_eq!(preferred("ru-RU,ru;q=0.9"), Some(Lang::Ru));
        assert_eq!(preferred("KK"), Some(Lang::Kk));
        for none in ["de, fr;q=0.5", "en;q=0", ""] {
            assert_eq!(preferred(none), None, "{none}");
        }
    }
}
