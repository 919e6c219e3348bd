//! Latin letters inside a Cyrillic word and the reverse: a slip of the keyboard that makes a name unfindable.
//!
//! Advice only (UX.md 2.5 B2): the page asks "We changed one letter - is this right?". A name is never changed silently.

/// Latin letters and the Cyrillic letters that look the same.
const PAIRS: [(char, char); 29] = [
    ('A', 'А'),
    ('a', 'а'),
    ('B', 'В'),
    ('C', 'С'),
    ('c', 'с'),
    ('E', 'Е'),
    ('e', 'е'),
    ('H', 'Н'),
    ('h', 'һ'),
    ('I', 'І'),
    ('i', 'і'),
    ('K', 'К'),
    ('M', 'М'),
    ('O', 'О'),
    ('o', 'о'),
    ('P', 'Р'),
    ('p', 'р'),
    ('T', 'Т'),
    ('X', 'Х'),
    ('x', 'х'),
    ('Y', 'Ү'),
    ('y', 'у'),
    ('S', 'Ѕ'),
    ('s', 'ѕ'),
    ('J', 'Ј'),
    ('j', 'ј'),
    ('Ə', 'Ә'),
    ('ə', 'ә'),
    ('Ɵ', 'Ө'),
];

/// A word that mixes the two scripts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mixed {
    /// The word as typed.
    pub word: String,
    /// The word with the fewer letters put into the other script; `None` when one of them looks like no letter there.
    pub meant: Option<String>,
}

/// The first word of `text` that has both Latin and Cyrillic letters.
pub fn mixed_script(text: &str) -> Option<Mixed> {
    text.split([' ', '-']).find_map(|word| {
        let cyrillic = word.chars().filter(|c| is_cyrillic(*c)).count();
        let latin = word.chars().filter(|c| is_latin(*c)).count();
        if cyrillic == 0 || latin == 0 {
            return None;
        }
        let meant = word.chars().map(|c| swap(c, cyrillic >= latin)).collect();
        Some(Mixed { word: word.to_owned(), meant })
    })
}

fn swap(c: char, to_cyrillic: bool) -> Option<char> {
    if to_cyrillic && is_latin(c) {
        return PAIRS.iter().find(|(latin, _)| *latin == c).map(|(_, cyrillic)| *cyrillic);
    }
    if !to_cyrillic && is_cyrillic(c) {
        return PAIRS.iter().find(|(_, cyrillic)| *cyrillic == c).map(|(latin, _)| *latin);
    }
    Some(c)
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{0400}'..='\u{052F}')
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || (matches!(c, '\u{00C0}'..='\u{024F}' | '\u{0250}'..='\u{02AF}') && c.is_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_latin_i_in_a_kazakh_name_is_found_and_mended() {
        let mixed = mixed_script("Әбдiғали").unwrap();
        assert_eq!(mixed.meant.as_deref(), Some("Әбдіғали"));
        assert_eq!(mixed_script("Smіth").unwrap().meant.as_deref(), Some("Smith"));
    }

    #[test]
    fn a_letter_without_a_twin_gives_no_guess() {
        assert_eq!(mixed_script("Иваноw").unwrap().meant, None);
    }

    #[test]
    fn two_scripts_in_two_words_are_no_slip() {
        assert_eq!(mixed_script("Анна Smith"), None);
        assert_eq!(mixed_script("Мюллер-Smith"), None);
        assert_eq!(mixed_script("Әлібек"), None);
    }
}
