//! The DER that signatures and certificates of this house are written in (X.690), beside the three rules of `eds::der::write`.
//! Here so that `seal` and the CMS builder write the same octets. It must never write what others signed.

use eds::algorithm::AlgorithmIdentifier;
use eds::der;
use eds::oid::Oid;
use jiff::Timestamp;
use jiff::tz::TimeZone;

pub use eds::der::write::{element, sequence, unsigned};

const UTC_YEARS: std::ops::Range<i16> = 1950..2050;

/// Tag and definite, shortest length of a value whose content is written apart.
#[must_use]
pub fn header(tag: u8, content: usize) -> Vec<u8> {
    let octets = content.to_be_bytes();
    let octets = der::without_leading_zeros(&octets);
    match (u8::try_from(content), u8::try_from(octets.len())) {
        (Ok(short), _) if short < 0x80 => vec![tag, short],
        (_, count) => [&[tag, 0x80 | count.unwrap_or(8)], octets].concat(),
    }
}

/// The parts of a SET OF, sorted by octets (X.690 11.6).
#[must_use]
pub fn sorted(mut parts: Vec<Vec<u8>>) -> Vec<u8> {
    parts.sort();
    parts.concat()
}

#[must_use]
pub fn set_of(parts: Vec<Vec<u8>>) -> Vec<u8> {
    element(der::SET, &sorted(parts))
}

/// `[number]` constructed.
#[must_use]
pub fn explicit(number: u8, content: &[u8]) -> Vec<u8> {
    element(der::context_constructed(number), content)
}

#[must_use]
pub fn boolean_true() -> Vec<u8> {
    element(der::BOOLEAN, &[0xff])
}

#[must_use]
pub fn octet_string(content: &[u8]) -> Vec<u8> {
    element(der::OCTET_STRING, content)
}

/// BIT STRING with so many unused bits in its last octet.
#[must_use]
pub fn bit_string(unused: u8, content: &[u8]) -> Vec<u8> {
    element(der::BIT_STRING, &[&[unused], content].concat())
}

#[must_use]
pub fn utf8(text: &str) -> Vec<u8> {
    element(der::UTF8_STRING, text.as_bytes())
}

#[must_use]
pub fn oid(oid: &Oid) -> Vec<u8> {
    element(der::OBJECT_IDENTIFIER, oid.as_bytes())
}

/// AlgorithmIdentifier with NULL parameters, as the NCA writes all of them.
#[must_use]
pub fn algorithm(oid: &Oid) -> Vec<u8> {
    AlgorithmIdentifier::of(oid)
}

/// Time of X.509 and CMS (RFC 5280 4.1.2.5): UTCTime until 2049, then GeneralizedTime; whole seconds.
#[must_use]
pub fn time(at: Timestamp) -> Vec<u8> {
    let utc = at.to_zoned(TimeZone::UTC);
    match UTC_YEARS.contains(&utc.year()) {
        true => element(der::UTC_TIME, utc.strftime("%y%m%d%H%M%SZ").to_string().as_bytes()),
        false => element(der::GENERALIZED_TIME, utc.strftime("%Y%m%d%H%M%SZ").to_string().as_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_is_the_beginning_of_the_element() {
        for length in [0, 1, 127, 128, 255, 256, 70_000] {
            let whole = element(der::OCTET_STRING, &vec![7; length]);
            assert_eq!(header(der::OCTET_STRING, length), whole[..whole.len() - length], "{length}");
        }
    }

    #[test]
    fn years_from_2050_on_are_written_in_full() {
        assert_eq!(time("2049-12-31T23:59:59Z".parse().unwrap())[..4], [der::UTC_TIME, 13, b'4', b'9']);
        assert_eq!(time("2050-01-01T00:00:00Z".parse().unwrap())[..4], [der::GENERALIZED_TIME, 15, b'2', b'0']);
    }
}
