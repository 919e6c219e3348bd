//! UTCTime and GeneralizedTime into instants (UTC). Here because certificates, CRLs, OCSP and CMS share them.
//! It must never read a clock or guess a zone: only times that end in Z are accepted (RFC 5280 4.1.2.5).

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::der::{Element, Error, GENERALIZED_TIME, UTC_TIME};

/// Two-digit years from 50 on are of the 20th century. RFC 5280 4.1.2.5.1.
const UTC_YEAR_PIVOT: i16 = 50;

/// Instant of a UTCTime or GeneralizedTime; fractions of a second are kept to the nanosecond.
pub fn timestamp(element: &Element<'_>) -> Result<Timestamp, Error> {
    let text = element.content.strip_suffix(b"Z").ok_or(Error::Value)?;
    let (year, rest) = match element.tag {
        UTC_TIME => {
            let (digits, rest) = text.split_at_checked(2).ok_or(Error::Value)?;
            let short = number(digits)?;
            (if short >= UTC_YEAR_PIVOT { 1900 + short } else { 2000 + short }, rest)
        }
        GENERALIZED_TIME => {
            let (digits, rest) = text.split_at_checked(4).ok_or(Error::Value)?;
            (number(digits)?, rest)
        }
        _ => return Err(Error::Tag),
    };
    let (fields, fraction) = rest.split_at_checked(10).ok_or(Error::Value)?;
    let field = |at: usize| -> Result<i8, Error> {
        let digits = fields.get(at..at + 2).ok_or(Error::Value)?;
        i8::try_from(number(digits)?).map_err(|_| Error::Value)
    };
    let nanoseconds = match fraction.split_first() {
        None => 0,
        Some((b'.', digits)) if element.tag == GENERALIZED_TIME => nanoseconds(digits)?,
        Some(_) => return Err(Error::Value),
    };
    let civil = DateTime::new(year, field(0)?, field(2)?, field(4)?, field(6)?, field(8)?, nanoseconds)
        .map_err(|_| Error::Value)?;
    match TimeZone::UTC.to_timestamp(civil) {
        Ok(instant) => Ok(instant),
        // "No well-defined expiration date" (RFC 5280 4.1.2.5) lies past what a `Timestamp` can hold.
        Err(_) if year == 9999 => Ok(Timestamp::MAX),
        Err(_) => Err(Error::Value),
    }
}

fn number(digits: &[u8]) -> Result<i16, Error> {
    digits.iter().try_fold(0i16, |sum, digit| match digit {
        b'0'..=b'9' => Ok(sum * 10 + i16::from(digit - b'0')),
        _ => Err(Error::Value),
    })
}

fn nanoseconds(digits: &[u8]) -> Result<i32, Error> {
    if digits.is_empty() || digits.len() > 9 {
        return Err(Error::Value);
    }
    let mut value = 0i32;
    for at in 0..9 {
        let digit = digits.get(at).copied().unwrap_or(b'0');
        if !digit.is_ascii_digit() {
            return Err(Error::Value);
        }
        value = value * 10 + i32::from(digit - b'0');
    }
    Ok(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::der::{Rules, single};

    fn read(tag: u8, text: &str) -> Result<Timestamp, Error> {
        let mut bytes = vec![tag, u8::try_from(text.len()).unwrap()];
        bytes.extend_from_slice(text.as_bytes());
        timestamp(&single(&bytes, Rules::Der).unwrap())
    }

    #[test]
    fn centuries_and_fractions() {
        assert_eq!(read(UTC_TIME, "491231235959Z").unwrap().to_string(), "2049-12-31T23:59:59Z");
        assert_eq!(read(UTC_TIME, "500101000000Z").unwrap().to_string(), "1950-01-01T00:00:00Z");
        assert_eq!(read(GENERALIZED_TIME, "20260508064513.25Z").unwrap().to_string(), "2026-05-08T06:45:13.25Z");
    }

    #[test]
    fn local_times_and_nonsense_are_refused() {
        for text in ["260508064513", "2605080645+0100", "260230000000Z", "26050806451xZ", "Z", "26050806451399Z"] {
            assert!(read(UTC_TIME, text).is_err(), "{text}");
        }
        assert!(read(GENERALIZED_TIME, "20260508064513.Z").is_err());
    }
}
