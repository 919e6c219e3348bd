//! A small DER writer (X.690): each function gives the octets of one element. It only writes what this library composes.

use jiff::Timestamp;
use jiff::tz::TimeZone;

pub const SEQUENCE: u8 = 0x30;
pub const SET: u8 = 0x31;

/// Tag, definite length, content.
pub fn element(tag: u8, content: &[u8]) -> Vec<u8> {
    let mut out = vec![tag];
    match u8::try_from(content.len()) {
        Ok(short) if short < 0x80 => out.push(short),
        _ => {
            let octets = content.len().to_be_bytes();
            let lead = octets.iter().take_while(|octet| **octet == 0).count();
            let count = u8::try_from(octets.len() - lead).unwrap_or(0);
            out.push(0x80 | count);
            out.extend(octets.iter().skip(lead));
        }
    }
    out.extend_from_slice(content);
    out
}

pub fn sequence(parts: &[Vec<u8>]) -> Vec<u8> {
    element(SEQUENCE, &parts.concat())
}

/// SET OF, sorted by octets (X.690 11.6).
pub fn sorted(mut parts: Vec<Vec<u8>>) -> Vec<u8> {
    parts.sort();
    parts.concat()
}

pub fn set_of(parts: Vec<Vec<u8>>) -> Vec<u8> {
    element(SET, &sorted(parts))
}

/// `[number]` constructed.
pub fn explicit(number: u8, content: &[u8]) -> Vec<u8> {
    element(0xa0 | number, content)
}

/// A non-negative INTEGER from big-endian octets.
pub fn integer(octets: &[u8]) -> Vec<u8> {
    let mut content: Vec<u8> = octets.iter().copied().skip_while(|octet| *octet == 0).collect();
    if content.first().is_none_or(|first| *first >= 0x80) {
        content.insert(0, 0);
    }
    element(0x02, &content)
}

pub fn boolean_true() -> Vec<u8> {
    element(0x01, &[0xff])
}

pub fn octet_string(content: &[u8]) -> Vec<u8> {
    element(0x04, content)
}

/// BIT STRING with so many unused bits in its last octet.
pub fn bit_string(unused: u8, content: &[u8]) -> Vec<u8> {
    element(0x03, &[&[unused], content].concat())
}

pub fn utf8(text: &str) -> Vec<u8> {
    element(0x0c, text.as_bytes())
}

/// OBJECT IDENTIFIER from its arcs; the first two are joined (X.690 8.19.4).
pub fn oid(arcs: &[u64]) -> Vec<u8> {
    let mut content = vec![];
    if let [first, second, rest @ ..] = arcs {
        content.extend(base128(first * 40 + second));
        for arc in rest {
            content.extend(base128(*arc));
        }
    }
    element(0x06, &content)
}

/// AlgorithmIdentifier with NULL parameters, as the NCA writes all of them.
pub fn algorithm(arcs: &[u64]) -> Vec<u8> {
    sequence(&[oid(arcs), element(0x05, &[])])
}

/// Time of X.509 and CMS (RFC 5280 4.1.2.5): UTCTime until 2049, then GeneralizedTime; whole seconds.
pub fn time(at: Timestamp) -> Vec<u8> {
    let utc = at.to_zoned(TimeZone::UTC);
    match (1950..2050).contains(&utc.year()) {
        true => element(0x17, utc.strftime("%y%m%d%H%M%SZ").to_string().as_bytes()),
        false => element(0x18, utc.strftime("%Y%m%d%H%M%SZ").to_string().as_bytes()),
    }
}

fn base128(value: u64) -> Vec<u8> {
    let mut out = vec![];
    let mut rest = value;
    loop {
        let low = u8::try_from(rest & 0x7f).unwrap_or(0);
        out.push(if out.is_empty() { low } else { low | 0x80 });
        rest >>= 7;
        if rest == 0 {
            break;
        }
    }
    out.reverse();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_and_identifiers_are_der() {
        assert_eq!(element(4, &[7; 3]), [4, 3, 7, 7, 7]);
        assert_eq!(element(4, &[0; 200])[..3], [4, 0x81, 200]);
        assert_eq!(element(4, &[0; 300])[..4], [4, 0x82, 1, 44]);
        assert_eq!(oid(&[1, 2, 840, 113_549]), [6, 6, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d]);
        assert_eq!(integer(&[0, 0x80]), [2, 2, 0, 0x80]);
        assert_eq!(integer(&[0, 0]), [2, 1, 0]);
    }
}
