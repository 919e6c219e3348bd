//! A person's name as papers state it: surname, given name, patronymic if any, and the Latin spelling of the passport.
//!
//! Letters of any script; nothing is transliterated, re-cased or re-ordered (UX.md 2.5 B2). The Latin spelling is kept as the
//! passport shows it and never computed.

pub mod lookalike;
pub mod spelling;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Longest part of a name, in characters after normalisation.
pub const NAME_CHARS_MAX: usize = 128;

/// A name. Made by [`PersonName::parse`] from what a person typed, or by hand from a certificate.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PersonName {
    /// Surname; empty for a person with one name.
    pub surname: String,
    /// Given name; empty only where there is a surname.
    pub given: String,
    /// Patronymic, where there is one.
    pub patronymic: Option<String>,
    /// Latin spelling as in the passport.
    pub latin: Option<LatinName>,
}

/// Latin spelling of surname and given name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct LatinName {
    /// Surname; may be empty.
    pub surname: String,
    /// Given name; may be empty.
    pub given: String,
}

/// Which part of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NamePart {
    /// Surname.
    Surname,
    /// Given name.
    Given,
    /// Patronymic.
    Patronymic,
    /// Surname in Latin letters.
    LatinSurname,
    /// Given name in Latin letters.
    LatinGiven,
}

impl NamePart {
    /// End of the form field's name: `surname`, `given`, `patronymic`, `latin-surname`, `latin-given`.
    pub fn as_str(self) -> &'static str {
        match self {
            NamePart::Surname => "surname",
            NamePart::Given => "given",
            NamePart::Patronymic => "patronymic",
            NamePart::LatinSurname => "latin-surname",
            NamePart::LatinGiven => "latin-given",
        }
    }
}

/// What is wrong with one part of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}: {kind}", .part.as_str())]
pub struct NameError {
    /// Which part.
    pub part: NamePart,
    /// What.
    pub kind: NameErrorKind,
}

/// What can be wrong with a part of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameErrorKind {
    /// Neither surname nor given name.
    #[error("surname and given name are both missing")]
    Missing,
    /// More than [`NAME_CHARS_MAX`] characters.
    #[error("longer than {NAME_CHARS_MAX} characters")]
    TooLong,
    /// A character that no name has.
    #[error("contains {0:?}")]
    Character(char),
}

impl NameErrorKind {
    /// Stable code of the finding.
    pub fn code(self) -> &'static str {
        match self {
            NameErrorKind::Missing => "empty",
            NameErrorKind::TooLong => "too-long",
            NameErrorKind::Character(_) => "character",
        }
    }
}

/// The parts as typed; empty where not given.
#[derive(Clone, Copy, Debug, Default)]
pub struct TypedName<'a> {
    /// Surname.
    pub surname: &'a str,
    /// Given name.
    pub given: &'a str,
    /// Patronymic.
    pub patronymic: &'a str,
    /// Latin surname.
    pub latin_surname: &'a str,
    /// Latin given name.
    pub latin_given: &'a str,
}

impl PersonName {
    /// Reads a name: tidies every part and reports everything that is wrong at once.
    ///
    /// # Errors
    /// Every [`NameError`], in the order of the parts.
    pub fn parse(typed: TypedName<'_>) -> Result<PersonName, Vec<NameError>> {
        let mut errors = Vec::new();
        let mut part = |part, text| match tidy_part(text) {
            Ok(text) => text,
            Err(kind) => {
                errors.push(NameError { part, kind });
                String::new()
            }
        };
        let surname = part(NamePart::Surname, typed.surname);
        let given = part(NamePart::Given, typed.given);
        let patronymic = part(NamePart::Patronymic, typed.patronymic);
        let latin_surname = part(NamePart::LatinSurname, typed.latin_surname);
        let latin_given = part(NamePart::LatinGiven, typed.latin_given);
        if errors.is_empty() && surname.is_empty() && given.is_empty() {
            errors.push(NameError { part: NamePart::Given, kind: NameErrorKind::Missing });
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        let latin = (!latin_surname.is_empty() || !latin_given.is_empty())
            .then_some(LatinName { surname: latin_surname, given: latin_given });
        Ok(PersonName { surname, given, patronymic: (!patronymic.is_empty()).then_some(patronymic), latin })
    }

    /// "SURNAME Given Patronymic": the order of the state's own texts; only the surname is capitalised, for print.
    pub fn official(&self) -> String {
        let parts = [self.surname.to_uppercase(), self.given.clone(), self.patronymic.clone().unwrap_or_default()];
        joined(&parts)
    }

    /// "Surname Given Patronymic" exactly as given, nothing capitalised.
    pub fn as_given(&self) -> String {
        let parts = [self.surname.clone(), self.given.clone(), self.patronymic.clone().unwrap_or_default()];
        joined(&parts)
    }

    /// "Given Surname", for letters in English (UX.md 2.1).
    pub fn western(&self) -> String {
        joined(&[self.given.clone(), self.surname.clone()])
    }
}

fn joined(parts: &[String]) -> String {
    parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ")
}

/// Removes invisible characters and stray spaces, composes (NFC) and checks every character.
fn tidy_part(typed: &str) -> Result<String, NameErrorKind> {
    // The bound on what is looked at at all: composed text is never longer than four times its characters typed.
    if typed.chars().count() > NAME_CHARS_MAX * 4 {
        return Err(NameErrorKind::TooLong);
    }
    let text = tidy(typed);
    if text.chars().count() > NAME_CHARS_MAX {
        return Err(NameErrorKind::TooLong);
    }
    match text.chars().find(|c| !is_name_character(*c)) {
        Some(other) => Err(NameErrorKind::Character(other)),
        None => Ok(text),
    }
}

/// What every typed line goes through: invisible characters removed (before composing, or they would keep a letter from its mark),
/// NFC, spaces single and none at the ends. Applied twice it changes nothing.
pub fn tidy(typed: &str) -> String {
    let visible: String = typed
        .chars()
        .filter(|c| !is_invisible(*c))
        .nfc()
        .map(|c| match c {
            '\u{2010}' | '\u{2011}' => '-',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect();
    visible.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn is_name_character(c: char) -> bool {
    c.is_alphabetic() || is_combining_mark(c) || matches!(c, ' ' | '-' | '\'' | '’' | 'ʼ' | 'ʻ' | '.')
}

fn is_invisible(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(c, '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}')
        || matches!(c, '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
        || matches!(c, '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(surname: &str, given: &str, patronymic: &str) -> Result<PersonName, Vec<NameError>> {
        PersonName::parse(TypedName { surname, given, patronymic, ..TypedName::default() })
    }

    #[test]
    fn every_kazakh_letter_is_kept_as_given() {
        let letters = "ӘәҒғҚқҢңӨөҰұҮүҺһІі";
        let name = parse(letters, "Ұлжан", "Әбдіғалиқызы").unwrap();
        assert_eq!(name.surname, letters);
        assert_eq!(parse("Өтегенов", "Әлім", "Қайратұлы").unwrap().official(), "ӨТЕГЕНОВ Әлім Қайратұлы");
    }

    #[test]
    fn other_scripts_apostrophes_and_one_name_are_names() {
        for (surname, given) in
            [("O'Neil-Smith", "Ana María"), ("", "Sukarno"), ("山田", "太郎"), ("شاه", "رضا"), ("Jr.", "")]
        {
            assert!(parse(surname, given, "").is_ok(), "{surname} {given}");
        }
    }

    #[test]
    fn stray_spaces_and_invisible_characters_go_and_letters_compose() {
        let name = parse("  Ива\u{200B}нов\u{00A0} ", "И\u{0438}\u{0306}", "").unwrap();
        assert_eq!((name.surname.as_str(), name.given.as_str()), ("Иванов", "Ий"));
        assert_eq!(name.patronymic, None);
    }

    #[test]
    fn all_errors_are_reported_at_once() {
        let errors = parse("Иванов1", &"А".repeat(129), "a@b").unwrap_err();
        assert_eq!(
            errors,
            vec![
                NameError { part: NamePart::Surname, kind: NameErrorKind::Character('1') },
                NameError { part: NamePart::Given, kind: NameErrorKind::TooLong },
                NameError { part: NamePart::Patronymic, kind: NameErrorKind::Character('@') },
            ]
        );
        assert_eq!(parse(" ", "\u{200B}", "Х").unwrap_err().first().unwrap().kind, NameErrorKind::Missing);
        assert!(parse("", &"А".repeat(128), "").is_ok());
    }

    #[test]
    fn an_enormous_text_is_refused_without_being_composed() {
        assert_eq!(
            parse(&"\u{0301}".repeat(1_000_000), "x", "").unwrap_err().first().unwrap().kind,
            NameErrorKind::TooLong
        );
    }
}
