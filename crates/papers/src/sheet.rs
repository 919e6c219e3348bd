//! The shape that every template prints: texts in one language or two, rows, sections, and what all papers carry.
//!
//! A template gets finished sentences and knows nothing of the domain. Nothing here decides what the law wants on a
//! paper; that is in `application`, `certificate` and `refusal`.

use crate::dates;
use crate::words::Words;
use domain::country::CountryCode;
use domain::date::PartialDate;
use domain::lang::{Lang, Trilingual};
use domain::paper::PrintedNames;
use jiff::civil::Date;
use serde::Serialize;

/// A text in the paper's language and, where that is English, also in the certificate's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Text {
    pub main: String,
    pub beside: Option<String>,
}

impl Text {
    /// Words of a person, the same in every language.
    pub(crate) fn said(text: impl Into<String>) -> Text {
        Text { main: text.into(), beside: None }
    }

    /// One text for each line of what a person wrote.
    pub(crate) fn lines(text: &str) -> Vec<Text> {
        text.lines().map(str::trim).filter(|line| !line.is_empty()).map(Text::said).collect()
    }
}

/// A label and its value; the value may have several lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Row {
    pub label: Text,
    pub value: Vec<Text>,
}

/// Rows under a heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Section {
    pub heading: Text,
    pub rows: Vec<Row>,
}

/// What every paper carries around its body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Frame {
    pub lang: &'static str,
    pub beside_lang: Option<&'static str>,
    pub font: String,
    /// Title in the properties of the PDF.
    pub title: String,
    pub author: String,
    pub year: i16,
    pub month: i8,
    pub day: i8,
    /// Left of the foot of every page.
    pub foot: String,
    /// Printed on every page when the keys are test keys.
    pub banner: Option<Text>,
    /// Printed at the end when a character had to be written as its code point.
    pub unprintable: Text,
}

/// The language or languages of one paper.
#[derive(Clone, Copy)]
pub(crate) struct Tongue<'a> {
    pub words: &'a dyn Words,
    pub names: &'a PrintedNames,
    pub main: Lang,
    pub beside: Option<Lang>,
}

impl Tongue<'_> {
    /// A sentence made in each language of the paper; printed once where both are the same.
    pub(crate) fn each(&self, of: impl Fn(Lang) -> String) -> Text {
        let main = of(self.main);
        let beside = self.beside.map(of).filter(|beside| *beside != main);
        Text { main, beside }
    }

    pub(crate) fn word(&self, key: &str) -> Text {
        self.each(|lang| self.words.word(lang, key, &[]))
    }

    pub(crate) fn trilingual(&self, text: &Trilingual) -> Text {
        self.each(|lang| text.get(lang).to_owned())
    }

    pub(crate) fn mission(&self) -> Text {
        self.trilingual(&self.names.mission)
    }

    pub(crate) fn row(&self, key: &str, value: Text) -> Row {
        Row { label: self.word(key), value: vec![value] }
    }

    /// What the person wrote, or "not provided" when it is empty.
    pub(crate) fn said(&self, key: &str, text: &str) -> Row {
        let mut value = Text::lines(text);
        if value.is_empty() {
            value.push(self.word("paper-not-provided"));
        }
        Row { label: self.word(key), value }
    }

    pub(crate) fn date(&self, date: Date) -> Text {
        self.each(|lang| dates::whole(self.words, lang, date))
    }

    pub(crate) fn partial(&self, date: PartialDate) -> Text {
        self.each(|lang| dates::partial(self.words, lang, date))
    }

    pub(crate) fn country(&self, code: CountryCode, lang: Lang) -> String {
        let name = self.names.countries.get(code.as_str());
        name.map_or_else(|| code.to_string(), |name| name.get(lang).to_owned())
    }

    /// Country, then the place in the person's words.
    pub(crate) fn place(&self, country: Option<CountryCode>, place: &str) -> Vec<Text> {
        let mut lines: Vec<Text> = country.map(|code| self.each(|lang| self.country(code, lang))).into_iter().collect();
        lines.extend(Text::lines(place));
        if lines.is_empty() {
            lines.push(self.word("paper-not-known"));
        }
        lines
    }

    /// `title` and `foot` are finished texts; `date` is the paper's own and becomes the date of the PDF.
    pub(crate) fn frame(&self, title: String, foot: String, date: Date, font: &str, unprintable_key: &str) -> Frame {
        Frame {
            lang: self.main.tag(),
            beside_lang: self.beside.map(Lang::tag),
            font: font.to_owned(),
            title,
            author: self.names.mission.get(self.main).to_owned(),
            year: date.year(),
            month: date.month(),
            day: date.day(),
            foot,
            banner: self.names.test.then(|| self.word("paper-test-banner")),
            unprintable: self.word(unprintable_key),
        }
    }
}
