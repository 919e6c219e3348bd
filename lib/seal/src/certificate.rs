//! The institution's self-signed certificate (RFC 5280) with a key in the NCA's form: OCTET STRING of x||y, each little-endian.

use eds::oid::{self, Oid};
use gost3410::SigningKey;
use jiff::{Timestamp, ToSpan};
use signer::writer::{self, sequence};
use streebog::{Digest, Streebog512};

const SIGNATURE: &Oid = &oid::GOST_2015_512_SIGNATURE;
const YEARS_VALID: i64 = 10;

/// Certificate of `key` for `name`, valid from `now`.
pub fn self_signed(name: &str, key: &SigningKey, serial: &[u8; 16], now: Timestamp) -> Vec<u8> {
    let subject = subject(name);
    let point = key.verifying_key().to_le_bytes();
    let key_parameters = sequence(&[writer::oid(&oid::GOST_2015_512_CURVE), writer::oid(&oid::STREEBOG_512)]);
    let key_algorithm = sequence(&[writer::oid(&oid::GOST_2015_512_KEY), key_parameters]);
    let public_key = sequence(&[key_algorithm, writer::bit_string(0, &writer::octet_string(&point))]);
    let tbs = sequence(&[
        writer::explicit(0, &writer::unsigned(&[2])),
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
fn serial_number(serial: &[u8; 16]) -> Vec<u8> {
    let mut positive = *serial;
    positive[0] = (positive[0] & 0x3f) | 0x40;
    writer::unsigned(&positive)
}

fn subject(name: &str) -> Vec<u8> {
    let pair = sequence(&[writer::oid(&oid::COMMON_NAME), writer::utf8(name)]);
    sequence(&[writer::set_of(vec![pair])])
}

fn extensions(point: &[u8]) -> Vec<u8> {
    let identifier = Streebog512::digest(point);
    let identifier = identifier.get(..20).unwrap_or_default();
    let one = |kind: &Oid, critical: bool, value: Vec<u8>| {
        let mut parts = vec![writer::oid(kind)];
        if critical {
            parts.push(writer::boolean_true());
        }
        parts.push(writer::octet_string(&value));
        sequence(&parts)
    };
    sequence(&[
        one(&oid::BASIC_CONSTRAINTS, true, sequence(&[writer::boolean_true()])),
        // digitalSignature, nonRepudiation, keyCertSign (it signs itself)
        one(&oid::KEY_USAGE, true, writer::bit_string(2, &[0xc4])),
        one(&oid::SUBJECT_KEY_IDENTIFIER, false, writer::octet_string(identifier)),
    ])
}

fn years_later(now: Timestamp) -> Timestamp {
    let utc = now.to_zoned(jiff::tz::TimeZone::UTC);
    utc.checked_add(YEARS_VALID.years()).map_or(now, |later| later.timestamp())
}
