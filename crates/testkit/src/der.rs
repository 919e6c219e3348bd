//! A small DER writer (X.690): each function returns the octets of one element.
//!
//! Must never: read, or be used on anything but what testkit itself composes.

use jiff::Timestamp;
use jiff::tz::TimeZone;

pub const SEQUENCE: u8 = 0x30;
pub const SET: u8 = 0x31;

/// Tag, definite length, content.
pub fn element(tag: u8, content: &[u8]) -> Vec<u8> {
    let mut out = vec![tag];
    match content.len() {
        short @ 0..0x80 => out.push(short as u8),
        long => {
            let octets = long.to_be_bytes();
            let from = octets.iter().position(|octet| *octet != 0).unwrap();
            out.push(0x80 | (octets.len() - from) as u8);
            out.extend_from_slice(&octets[from..]);
        }
    }
    out.extend_from_slice(content);
    out
}

pub fn sequence(parts: &[Vec<u8>]) -> Vec<u8> {
    element(SEQUENCE, &parts.concat())
}

/// SET OF: DER sorts the elements by their octets (X.690 11.6).
pub fn set_of(parts: &[Vec<u8>]) -> Vec<u8> {
    element(SET, &sorted(parts))
}

pub fn sorted(parts: &[Vec<u8>]) -> Vec<u8> {
    let mut parts = parts.to_vec();
    parts.sort();
    parts.concat()
}

/// `[number]` constructed.
pub fn explicit(number: u8, content: &[u8]) -> Vec<u8> {
    element(0xa0 | number, content)
}

/// `[number]` primitive.
pub fn implicit(number: u8, content: &[u8]) -> Vec<u8> {
    element(0x80 | number, content)
}

/// A non-negative INTEGER from big-endian octets.
pub fn integer(octets: &[u8]) -> Vec<u8> {
    let from = octets.iter().position(|octet| *octet != 0).unwrap_or(octets.len());
    let mut content = Vec::new();
    if octets.get(from).is_none_or(|first| *first >= 0x80) {
        content.push(0);
    }
    content.extend_from_slice(&octets[from..]);
    element(0x02, &content)
}

pub fn small_integer(value: u64) -> Vec<u8> {
    integer(&value.to_be_bytes())
}

pub fn enumerated(value: u8) -> Vec<u8> {
    element(0x0a, &[value])
}

pub fn boolean_true() -> Vec<u8> {
    element(0x01, &[0xff])
}

pub fn null() -> Vec<u8> {
    element(0x05, &[])
}

pub fn octet_string(content: &[u8]) -> Vec<u8> {
    element(0x04, content)
}

/// BIT STRING of whole octets.
pub fn bit_string(content: &[u8]) -> Vec<u8> {
    bits(0, content)
}

/// BIT STRING whose last octet has `unused` unused bits.
pub fn bits(unused: u8, content: &[u8]) -> Vec<u8> {
    element(0x03, &[&[unused], content].concat())
}

pub fn utf8(text: &str) -> Vec<u8> {
    element(0x0c, text.as_bytes())
}

pub fn printable(text: &str) -> Vec<u8> {
    element(0x13, text.as_bytes())
}

/// OBJECT IDENTIFIER from its dotted form.
pub fn oid(dotted: &str) -> Vec<u8> {
    let arcs: Vec<u64> = dotted.split('.').map(|arc| arc.parse().unwrap()).collect();
    let mut content = base128(arcs[0] * 40 + arcs[1]);
    for arc in &arcs[2..] {
        content.extend(base128(*arc));
    }
    element(0x06, &content)
}

fn base128(mut value: u64) -> Vec<u8> {
    let mut out = vec![(value & 0x7f) as u8];
    while value >= 0x80 {
        value >>= 7;
        out.push(0x80 | (value & 0x7f) as u8);
    }
    out.reverse();
    out
}

/// Time of X.509 and CMS (RFC 5280 4.1.2.5): UTCTime until 2049, then GeneralizedTime; whole seconds.
pub fn time(at: Timestamp) -> Vec<u8> {
    let utc = at.to_zoned(TimeZone::UTC);
    if (1950..2050).contains(&utc.year()) {
        element(0x17, utc.strftime("%y%m%d%H%M%SZ").to_string().as_bytes())
    } else {
        element(0x18, utc.strftime("%Y%m%d%H%M%SZ").to_string().as_bytes())
    }
}

/// GeneralizedTime, which OCSP and timestamps use for any year.
pub fn generalized_time(at: Timestamp) -> Vec<u8> {
    element(0x18, at.strftime("%Y%m%d%H%M%SZ").to_string().as_bytes())
}

/// AlgorithmIdentifier with NULL parameters, as the NCA writes all of them.
pub fn algorithm(identifier: &str) -> Vec<u8> {
    sequence(&[oid(identifier), null()])
}
