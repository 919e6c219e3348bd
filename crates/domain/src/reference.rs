//! The reference of an application, read out by telephone and printed: `DR-26-7K4FQ2-X`.
//!
//! Two digits of the year, six random letters of Crockford's base 32 (no I, L, O, U) and a check letter over year and letters
//! (Luhn mod 32), which catches every single wrong letter and every swap of neighbours but one pair. It says nothing about a person and gives no access.

use serde::{Deserialize, Serialize};

/// Crockford's alphabet, in order of value.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Random letters in a reference.
const LETTERS: usize = 6;
const PREFIX: &str = "DR";

/// A reference in its printed form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Reference(String);

/// Why a text is not a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReferenceError {
    /// Not of the form `DR-26-XXXXXX-C`.
    #[error("not a reference like DR-26-7K4FQ2-X")]
    Shape,
    /// The check letter does not follow from the rest: a slip of reading or typing.
    #[error("the check letter is wrong")]
    CheckLetter,
}

impl Reference {
    /// Makes a reference for `year` from the first six bytes of `random`. Uniqueness is the store's to enforce.
    pub fn make(year: i16, random: &[u8; 32]) -> Reference {
        let mut body = format!("{:02}", year.rem_euclid(100));
        body.extend(random.iter().take(LETTERS).map(|byte| letter(byte % 32)));
        Reference::printed(&body)
    }

    /// Reads what a person typed or said: lower case, spaces and missing hyphens are forgiven, O is 0, I and L are 1.
    ///
    /// # Errors
    /// [`ReferenceError`].
    pub fn parse(text: &str) -> Result<Reference, ReferenceError> {
        if text.len() > 64 {
            return Err(ReferenceError::Shape);
        }
        let compact: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '‐' | '‑' | '–'))
            .collect::<String>()
            .to_uppercase();
        let rest = compact.strip_prefix(PREFIX).ok_or(ReferenceError::Shape)?;
        let rest: String = rest.chars().map(forgiven).collect();
        let letters = rest.chars().all(|c| value(c).is_some());
        let year = rest.chars().take(2).all(|c| c.is_ascii_digit());
        if !letters || !year || rest.chars().count() != 2 + LETTERS + 1 {
            return Err(ReferenceError::Shape);
        }
        let body: String = rest.chars().take(2 + LETTERS).collect();
        let check = rest.chars().next_back();
        if check != Some(check_letter(&body)) {
            return Err(ReferenceError::CheckLetter);
        }
        Ok(Reference::printed(&body))
    }

    /// The printed form.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn printed(body: &str) -> Reference {
        let (year, letters) = body.split_at_checked(2).unwrap_or((body, ""));
        Reference(format!("{PREFIX}-{year}-{letters}-{}", check_letter(body)))
    }
}

fn letter(value: u8) -> char {
    ALPHABET.get(usize::from(value)).copied().map_or('0', char::from)
}

fn value(letter: char) -> Option<usize> {
    ALPHABET.iter().position(|known| char::from(*known) == letter)
}

fn forgiven(c: char) -> char {
    match c {
        'O' | 'О' => '0',
        'I' | 'L' | 'І' => '1',
        other => other,
    }
}

/// Luhn mod N with N = 32: from the right every second value is doubled and its two base-32 digits are added.
fn check_letter(body: &str) -> char {
    let sum: usize = body
        .chars()
        .rev()
        .filter_map(value)
        .enumerate()
        .map(|(place, value)| if place % 2 == 0 { value * 2 / 32 + value * 2 % 32 } else { value })
        .sum();
    u8::try_from((32 - sum % 32) % 32).map_or('0', letter)
}

impl std::fmt::Display for Reference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Reference {
    type Error = ReferenceError;
    fn try_from(text: String) -> Result<Reference, ReferenceError> {
        Reference::parse(&text)
    }
}

impl From<Reference> for String {
    fn from(reference: Reference) -> String {
        reference.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Reference {
        Reference::make(
            2026,
            &[7, 19, 4, 15, 22, 2, 99, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        )
    }

    #[test]
    fn it_is_printed_as_the_decisions_say() {
        let text = sample().to_string();
        assert!(text.starts_with("DR-26-7K4FP2-"), "{text}");
        assert_eq!(text.len(), "DR-26-7K4FP2-X".len());
        // By hand: values from the right 2,22,15,4,19,7,6,2; doubled at places 0,2,4,6: 4, 30, 38 -> 1+6, 12; the rest 22+4+7+2; sum 88; 96-88 = 8.
        assert!(text.ends_with("-8"), "{text}");
    }

    #[test]
    fn slips_of_case_space_and_look_alikes_are_forgiven() {
        let text = sample().to_string();
        assert_eq!(Reference::parse(&text.to_lowercase().replace('-', " ")), Ok(sample()));
        assert_eq!(Reference::parse(&text.replace('-', "")), Ok(sample()));
        let zeros = Reference::make(
            2001,
            &[0, 1, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        );
        let misread = zeros.to_string().replacen("0101", "OlOi", 1);
        assert_ne!(misread, zeros.to_string());
        assert_eq!(Reference::parse(&misread), Ok(zeros));
    }

    #[test]
    fn every_single_wrong_letter_is_caught() {
        let text = sample().to_string();
        let places: Vec<usize> = (3..5).chain(6..12).chain(13..14).collect();
        for place in places {
            for wrong in ALPHABET.iter().map(|b| char::from(*b)).filter(|c| Some(*c) != text.chars().nth(place)) {
                let mut letters: Vec<char> = text.chars().collect();
                letters[place] = wrong;
                let changed: String = letters.into_iter().collect();
                assert!(Reference::parse(&changed).is_err(), "{changed}");
            }
        }
    }

    #[test]
    fn garbage_is_not_a_reference() {
        for bad in [
            "",
            "DR",
            "DR-26",
            "XX-26-7K4FP2-8",
            "DR-26-7K4FU2-8",
            "DR-2A-7K4FP2-8",
            "DR-26-7K4FP22-8",
            "Ё",
            "DR-२६-7K4FP2-8",
        ] {
            assert_eq!(Reference::parse(bad), Err(ReferenceError::Shape), "{bad}");
        }
        assert_eq!(Reference::parse(&"A".repeat(10_000)), Err(ReferenceError::Shape));
    }
}
