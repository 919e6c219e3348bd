//! The institution's self-signed certificate (RFC 5280) with a key in the NCA's form: OCTET STRING of x||y, each little-endian.

use crate::writer::{self, sequence};
use gost3410::SigningKey;
use jiff::{Timestamp, ToSpan};
use streebog::{Digest, Streebog512};

/// Key GOST R 34.10-2015, 512 bits.
const KEY: &[u64] = &[1, 2, 398, 3, 10, 1, 1, 2, 2];
/// Its parameter set A (tc26-gost-3410-12-512-paramSetA).
const CURVE: &[u64] = &[1, 2, 398, 3, 10, 1, 1, 2, 2, 1];
/// Digest Streebog-512.
pub const DIGEST: &[u64] = &[1, 2, 398, 3, 10, 1, 3, 3];
/// Signature with Streebog-512.
pub const SIGNATURE: &[u64] = &[1, 2, 398, 3, 10, 1, 1, 2, 3, 2];
const COMMON_NAME: &[u64] = &[2, 5, 4, 3];
const BASIC_CONSTRAINTS: &[u64] = &[2, 5, 29, 19];
const KEY_USAGE: &[u64] = &[2, 5, 29, 15];
const SUBJECT_KEY_IDENTIFIER: &[u64] = &[2, 5, 29, 14];
const YEARS_VALID: i64 = 10;

/// Certificate of `key` for `name`, valid from `now`.
pub fn self_signed(name: &str, key: &SigningKey, serial: &[u8; 16], now: Timestamp) -> Vec<u8> {
    let subject = subject(name);
    let point = key.verifying_key().to_le_bytes();
    let key_parameters = sequence(&[writer::oid(CURVE), writer::oid(DIGEST)]);
    let key_algorithm = sequence(&[writer::oid(KEY), key_parameters]);
    let public_key = sequence(&[key_algorithm, writer::bit_string(0, &writer::octet_string(&point))]);
    let tbs = sequence(&[
        writer::explicit(0, &writer::integer(&[2])),
        serial_number(serial),
        writer::algorithm(SIGNATURE),
        subject.clone(),
        sequence(&[writer::time(now), writer::time(years_later(now))]),
        subject,
        public_key,
        writer::explicit(3, &extensions(&point)),
    ]);
    let added: [u8; 32] = std::array::from_fn(|at| serial.get(at % 16).copied().unwrap_or(0));
    let signature = key.sign(&Streebog512::digest(&tbs), &added);
    sequence(&[tbs, writer::algorithm(SIGNATURE), writer::bit_string(0, &signature)])
}

/// The serial number of a certificate of this library.
pub fn serial_number(serial: &[u8; 16]) -> Vec<u8> {
    let mut positive = *serial;
    positive[0] = (positive[0] & 0x3f) | 0x40;
    writer::integer(&positive)
}

fn subject(name: &str) -> Vec<u8> {
    let pair = sequence(&[writer::oid(COMMON_NAME), writer::utf8(name)]);
    sequence(&[writer::set_of(vec![pair])])
}

fn extensions(point: &[u8]) -> Vec<u8> {
    let identifier = Streebog512::digest(point);
    let identifier = identifier.get(..20).unwrap_or_default();
    let one = |arcs: &[u64], critical: bool, value: Vec<u8>| {
        let mut parts = vec![writer::oid(arcs)];
        if critical {
            parts.push(writer::boolean_true());
        }
        parts.push(writer::octet_string(&value));
        sequence(&parts)
    };
    sequence(&[
        one(BASIC_CONSTRAINTS, true, sequence(&[writer::boolean_true()])),
        // digitalSignature, nonRepudiation, keyCertSign (it signs itself)
        one(KEY_USAGE, true, writer::bit_string(2, &[0xc4])),
        one(SUBJECT_KEY_IDENTIFIER, false, writer::octet_string(identifier)),
    ])
}

fn years_later(now: Timestamp) -> Timestamp {
    let utc = now.to_zoned(jiff::tz::TimeZone::UTC);
    utc.checked_add(YEARS_VALID.years()).map_or(now, |later| later.timestamp())
}
