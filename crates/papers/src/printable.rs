//! What the fonts can print, and what is done with a character that they cannot.
//!
//! PDF/A forbids a page with a missing glyph, and a person abroad may well have an address in a script that the paper's
//! font lacks. Such a character is printed as its code point, `[U+6771]`, never dropped and never replaced by a guess;
//! the exact text stays in the data. Only characters that have no form at all are left out of the print.

use domain::paper::PressError;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use typst::text::Font;

/// Letters without which no paper of this desk can be set.
const KAZAKH_LETTERS: &str = "ӘәҒғҚқҢңӨөҰұҮүҺһІі";
/// Signs that the papers themselves use.
const PAPER_SIGNS: &str = "№«»—–…•·[]+";

/// The characters that can be printed.
pub(crate) struct Coverage {
    characters: BTreeSet<u32>,
}

impl Coverage {
    /// A character counts when every face of a family has it: a name is printed in regular and in bold.
    pub(crate) fn of(fonts: &[Font]) -> Coverage {
        let mut families: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
        for font in fonts {
            let face: BTreeSet<u32> = font.info().coverage.iter().filter(|code| may_be_printed(*code)).collect();
            let family = families.entry(font.info().family.as_str()).or_insert_with(|| face.clone());
            family.retain(|code| face.contains(code));
        }
        Coverage { characters: families.into_values().flatten().collect() }
    }

    /// True when the fonts have the character.
    pub(crate) fn has(&self, c: char) -> bool {
        self.characters.contains(&u32::from(c))
    }

    /// Refuses fonts that would leave holes in a name.
    pub(crate) fn check_alphabets(&self) -> Result<(), PressError> {
        let russian = ('А'..='я').chain(['Ё', 'ё']);
        let latin = ('A'..='Z').chain('a'..='z').chain('0'..='9');
        let needed = KAZAKH_LETTERS.chars().chain(russian).chain(latin).chain(PAPER_SIGNS.chars());
        let missing: String = needed.filter(|c| !self.has(*c)).collect();
        if missing.is_empty() { Ok(()) } else { Err(PressError(format!("the fonts lack {missing}"))) }
    }

    /// `text` as it can be printed, and whether a character had to be written as its code point.
    pub(crate) fn printable(&self, text: &str) -> (String, bool) {
        let mut print = String::with_capacity(text.len());
        let mut replaced = false;
        for c in text.chars() {
            if self.has(c) {
                print.push(c);
            } else if c.is_whitespace() {
                print.push(' ');
            } else if !is_formless(c) {
                replaced = true;
                print.push_str(&format!("[U+{:04X}]", u32::from(c)));
            }
        }
        (print, replaced)
    }

    /// Makes every text inside `value` printable; true when a character was written as its code point.
    pub(crate) fn make_printable(&self, value: &mut Value) -> bool {
        match value {
            Value::String(text) => {
                let (print, replaced) = self.printable(text);
                *text = print;
                replaced
            }
            Value::Array(values) => values.iter_mut().fold(false, |any, value| self.make_printable(value) | any),
            Value::Object(fields) => fields.values_mut().fold(false, |any, value| self.make_printable(value) | any),
            Value::Null | Value::Bool(_) | Value::Number(_) => false,
        }
    }
}

/// Control, private-use and formless characters have no place in the text layer of PDF/A.
fn may_be_printed(code: u32) -> bool {
    let private = matches!(code, 0xE000..=0xF8FF | 0xF_0000..);
    char::from_u32(code).is_some_and(|c| !c.is_control() && !is_formless(c) && !private)
}

/// Characters without a form: joiners, marks of direction, soft hyphen, variation selectors.
fn is_formless(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180E}' | '\u{200B}'..='\u{200F}')
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
        || matches!(c, '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}
