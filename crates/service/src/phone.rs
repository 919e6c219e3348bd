//! Telephone numbers in any form people type them (UX.md 2.5 A6), kept as typed and in E.164.

use domain::country::CountryCode;
use domain::request::Phone;

/// Longest telephone number as typed, in characters.
const PHONE_CHARS_MAX: usize = 40;

/// The text is no telephone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a telephone number")]
pub struct NotAPhone;

/// Reads a number; `region` is where a number without a country code belongs.
///
/// # Errors
/// [`NotAPhone`].
pub fn parse(typed: &str, region: Option<&CountryCode>) -> Result<Phone, NotAPhone> {
    let typed = domain::name::tidy(typed);
    if typed.chars().count() > PHONE_CHARS_MAX || typed.chars().any(char::is_alphabetic) {
        return Err(NotAPhone);
    }
    let region = region.and_then(|code| code.as_str().parse::<phonenumber::country::Id>().ok());
    let number = phonenumber::parse(region, &typed).ok().filter(phonenumber::is_valid).ok_or(NotAPhone)?;
    let e164 = number.format().mode(phonenumber::Mode::E164).to_string();
    Ok(Phone { e164, typed, takes_texts: true })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let germany = CountryCode::parse("DE").ok();
        assert_eq!(parse("030 / 123456", germany.as_ref()).unwrap().e164, "+4930123456");
        assert_eq!(parse(" +7 (701) 123-45-67", None).unwrap().e164, "+77011234567");
        for bad in [
            "",
            "030 123456",
            "hello",
            "+49",
            "+",
            "++49",
            "()()",
            "+49 30 1234567 x5",
            "00000000000",
            "٠٣٠",
            "+999 12345",
            &"1".repeat(100),
        ] {
            assert_eq!(parse(bad, None), Err(NotAPhone), "{bad}");
        }
    }
}
