//! The number of a request that is printed to be signed by hand: `PF-26-7K4FQ2-X`. Made and read as a [`Reference`] is.
//!
//! It finds the printed file at the desk; it is no reference of an application, which begins only when the paper is accepted.

use crate::reference::{Reference, ReferenceError};

const PREFIX: &str = "PF";
/// The prefix of a reference, which shares the letters and the check letter.
const REFERENCE_PREFIX: &str = "DR";

/// A number in its printed form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormNumber(String);

impl FormNumber {
    /// Makes a number for `year` from the first six bytes of `random`. Uniqueness is the store's to enforce.
    pub fn make(year: i16, random: &[u8; 32]) -> FormNumber {
        FormNumber::of(&Reference::make(year, random))
    }

    /// Reads what a person typed, as forgiving as [`Reference::parse`].
    ///
    /// # Errors
    /// [`ReferenceError`].
    pub fn parse(text: &str) -> Result<FormNumber, ReferenceError> {
        let trimmed = text.trim_start();
        let rest = trimmed.get(PREFIX.len()..).ok_or(ReferenceError::Shape)?;
        match trimmed.get(..PREFIX.len()) {
            Some(prefix) if prefix.eq_ignore_ascii_case(PREFIX) => {
                Ok(FormNumber::of(&Reference::parse(&format!("{REFERENCE_PREFIX}{rest}"))?))
            }
            _ => Err(ReferenceError::Shape),
        }
    }

    fn of(reference: &Reference) -> FormNumber {
        FormNumber(reference.as_str().replacen(REFERENCE_PREFIX, PREFIX, 1))
    }

    /// The printed form.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_printed_is_read_back_however_it_is_typed() {
        let number = FormNumber::make(2026, &[7; 32]);
        assert!(number.as_str().starts_with("PF-26-"), "{number:?}");
        let typed = number.as_str().to_lowercase().replace('-', " ");
        assert_eq!(FormNumber::parse(&format!("  {typed} ")), Ok(number.clone()));
        assert_eq!(FormNumber::parse(&number.as_str().replacen("PF", "DR", 1)), Err(ReferenceError::Shape));
        for wrong in ["", "P", "PF", "қазақ", "PF-26-000000-0-0"] {
            assert!(FormNumber::parse(wrong).is_err(), "{wrong}");
        }
    }
}
