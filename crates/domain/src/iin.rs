//! The individual identification number (Digital Code art. 45(2)).
//!
//! Layout and check digit as in PyPI kz-iin-validator 0.7.1: YYMMDD, a digit for century and sex, a serial of four digits, a check
//! digit. An error in digit 11 alone is not caught by the check (its weight is 11), so a valid check digit never proves identity.

use crate::request::Sex;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Length in digits.
pub const IIN_DIGITS: usize = 12;
/// The NCA's test persons (DECISIONS.md "Signatures"): accepted only under a trust list of test keys.
const TEST_PERSONS: [&str; 2] = ["123456789011", "123456789012"];
const FIRST_PASS: [u32; 11] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const SECOND_PASS: [u32; 11] = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

/// Twelve digits that passed the rules when they were first read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Iin(String);

/// Which numbers are accepted beside those the law issues.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct IinRules {
    /// True only where the trust list's environment is test.
    pub allow_test_persons: bool,
}

/// Why a text is not an IIN. `code` names the sentence on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IinError {
    /// Not 12 characters.
    #[error("an IIN has 12 digits")]
    Length,
    /// Something else than a digit.
    #[error("an IIN has only digits")]
    NotDigits,
    /// The last digit does not follow from the others.
    #[error("the check digit is wrong")]
    CheckDigit,
    /// Both passes give 10: such a number is not issued.
    #[error("such a number is not issued")]
    NotIssuable,
    /// The first six digits are not a date of birth.
    #[error("the first six digits are not a date")]
    BirthDate,
}

impl IinError {
    /// Stable code of the finding (`error-iin-…` in locales).
    pub fn code(self) -> &'static str {
        match self {
            IinError::Length | IinError::NotDigits => "format",
            IinError::CheckDigit | IinError::NotIssuable | IinError::BirthDate => "impossible",
        }
    }
}

impl Iin {
    /// Reads exactly 12 ASCII digits. Spaces are the caller's to remove.
    ///
    /// # Errors
    /// [`IinError`], the first rule that fails.
    pub fn parse(text: &str, rules: IinRules) -> Result<Iin, IinError> {
        if text.chars().count() != IIN_DIGITS {
            return Err(IinError::Length);
        }
        let digits: Vec<u32> = text.chars().filter(char::is_ascii_digit).filter_map(|c| c.to_digit(10)).collect();
        let [body @ .., check] = digits.as_slice() else { return Err(IinError::NotDigits) };
        if digits.len() != IIN_DIGITS {
            return Err(IinError::NotDigits);
        }
        if rules.allow_test_persons && TEST_PERSONS.contains(&text) {
            return Ok(Iin(text.to_owned()));
        }
        if check_digit(body).ok_or(IinError::NotIssuable)? != *check {
            return Err(IinError::CheckDigit);
        }
        let iin = Iin(text.to_owned());
        if iin.date_in_some_century().is_none() { Err(IinError::BirthDate) } else { Ok(iin) }
    }

    /// The twelve digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The date of birth that the number states; `None` where the seventh digit tells no century.
    pub fn birth_date(&self) -> Option<Date> {
        let century = match self.digit(6)? {
            1 | 2 => 1800,
            3 | 4 => 1900,
            5 | 6 => 2000,
            _ => return None,
        };
        self.date_in(century)
    }

    /// The sex that the number states; `None` where the seventh digit is not 1-6.
    pub fn sex(&self) -> Option<Sex> {
        match self.digit(6)? {
            1 | 3 | 5 => Some(Sex::Male),
            2 | 4 | 6 => Some(Sex::Female),
            _ => None,
        }
    }

    /// True when the seventh digit is not 1-6: accepted with a warning, no sex or century derived.
    pub fn has_unusual_century_digit(&self) -> bool {
        !matches!(self.digit(6), Some(1..=6))
    }

    /// For letters, lists and print: `••••••••0012`.
    pub fn masked(&self) -> String {
        let tail: String = self.0.chars().skip(IIN_DIGITS - 4).collect();
        format!("••••••••{tail}")
    }

    fn digit(&self, place: usize) -> Option<u32> {
        self.0.chars().nth(place).and_then(|c| c.to_digit(10))
    }

    fn date_in(&self, century: i16) -> Option<Date> {
        let part = |from: usize| self.0.get(from..from + 2).and_then(|two| two.parse::<i8>().ok());
        Date::new(century + i16::from(part(0)?), part(2)?, part(4)?).ok()
    }

    fn date_in_some_century(&self) -> Option<Date> {
        if self.has_unusual_century_digit() {
            return [1800, 1900, 2000].into_iter().find_map(|century| self.date_in(century));
        }
        self.birth_date()
    }
}

/// The check digit of the first eleven digits; `None` when both passes give 10.
fn check_digit(body: &[u32]) -> Option<u32> {
    let sum = |weights: &[u32; 11]| body.iter().zip(weights).map(|(digit, weight)| digit * weight).sum::<u32>() % 11;
    [sum(&FIRST_PASS), sum(&SECOND_PASS)].into_iter().find(|rest| *rest != 10)
}

impl TryFrom<String> for Iin {
    type Error = IinError;
    /// Stored data: only the shape is checked, the rules were applied when the number was first read.
    fn try_from(text: String) -> Result<Iin, IinError> {
        match (text.len(), text.bytes().all(|b| b.is_ascii_digit())) {
            (IIN_DIGITS, true) => Ok(Iin(text)),
            (IIN_DIGITS, false) => Err(IinError::NotDigits),
            _ => Err(IinError::Length),
        }
    }
}

impl From<Iin> for String {
    fn from(iin: Iin) -> String {
        iin.0
    }
}

impl std::fmt::Display for Iin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAW: IinRules = IinRules { allow_test_persons: false };
    const TEST: IinRules = IinRules { allow_test_persons: true };
    const VECTORS: &str = include_str!("../tests/data/iin_test_vectors.csv");

    #[test]
    fn every_vector_gives_what_it_says() {
        let mut seen = 0;
        for row in VECTORS.lines().skip(1).filter(|row| !row.trim().is_empty()) {
            let cells: Vec<&str> = row.split(',').collect();
            let (text, expect) = (cells[0], cells[1]);
            let result = Iin::parse(text, LAW);
            match expect {
                "valid" => {
                    let iin = result.unwrap_or_else(|e| panic!("{text}: {e}"));
                    assert_eq!(iin.sex(), Some(if cells[3] == "female" { Sex::Female } else { Sex::Male }), "{text}");
                    assert_eq!(iin.birth_date(), Some(cells[4].parse().unwrap()), "{text}");
                }
                "bad check digit" => assert_eq!(result, Err(IinError::CheckDigit), "{text}"),
                "11 digits" => assert_eq!(result, Err(IinError::Length), "{text}"),
                "not digits" => assert_eq!(result, Err(IinError::NotDigits), "{text}"),
                other if other.starts_with("not issuable") => assert_eq!(result, Err(IinError::NotIssuable), "{text}"),
                other if other.starts_with("bad ") => assert_eq!(result, Err(IinError::BirthDate), "{text}"),
                other if other.starts_with("accepted with a warning") => {
                    let iin = result.unwrap();
                    assert!(iin.has_unusual_century_digit());
                    assert_eq!((iin.sex(), iin.birth_date()), (None, None));
                }
                other => panic!("vector says {other}"),
            }
            seen += 1;
        }
        assert_eq!(seen, 21);
    }

    #[test]
    fn the_ncas_test_persons_pass_only_under_a_test_trust_list() {
        for person in TEST_PERSONS {
            assert!(Iin::parse(person, LAW).is_err(), "{person}");
            assert_eq!(Iin::parse(person, TEST).unwrap().as_str(), person);
        }
        assert_eq!(Iin::parse("123456789013", TEST), Iin::parse("123456789013", LAW));
    }

    #[test]
    fn digits_of_other_scripts_are_not_digits() {
        assert_eq!(Iin::parse("٩٩١٢٣١٢٠٠٠٠٧", LAW), Err(IinError::NotDigits));
    }

    #[test]
    fn masked_keeps_four_digits() {
        assert_eq!(Iin::parse("991231200007", LAW).unwrap().masked(), "••••••••0007");
    }
}
