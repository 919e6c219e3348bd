//! A country by its ISO 3166-1 alpha-2 code. Only the shape is checked here; whether the code is in use is a question to the
//! register of country names (`service`). No name is ever derived from a code here.

use serde::{Deserialize, Serialize};

/// Two letters A-Z (ISO 3166-1 alpha-2), for example `DE`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CountryCode([u8; 2]);

/// The text is not two letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a country code is two letters (ISO 3166-1 alpha-2)")]
pub struct NotACountryCode;

impl CountryCode {
    /// Kazakhstan.
    pub const KZ: CountryCode = CountryCode(*b"KZ");

    /// Reads two ASCII letters of either case.
    ///
    /// # Errors
    /// [`NotACountryCode`] for any other text.
    pub fn parse(text: &str) -> Result<CountryCode, NotACountryCode> {
        match text.as_bytes() {
            [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                Ok(CountryCode([a.to_ascii_uppercase(), b.to_ascii_uppercase()]))
            }
            _ => Err(NotACountryCode),
        }
    }

    /// The code in capitals.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl std::fmt::Display for CountryCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl TryFrom<String> for CountryCode {
    type Error = NotACountryCode;
    fn try_from(text: String) -> Result<CountryCode, NotACountryCode> {
        CountryCode::parse(&text)
    }
}

impl From<CountryCode> for String {
    fn from(code: CountryCode) -> String {
        code.as_str().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_letters_and_nothing_else() {
        assert_eq!(CountryCode::parse("de").unwrap().as_str(), "DE");
        for bad in ["", "D", "DEU", "D1", "Д", "ДЕ", " DE"] {
            assert_eq!(CountryCode::parse(bad), Err(NotACountryCode), "{bad}");
        }
    }

    #[test]
    fn a_bad_code_in_stored_data_is_an_error() {
        assert_eq!(serde_json::from_str::<CountryCode>("\"KZ\"").unwrap(), CountryCode::KZ);
        assert!(serde_json::from_str::<CountryCode>("\"K\"").is_err());
    }
}
