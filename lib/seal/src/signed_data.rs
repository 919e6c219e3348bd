//! SignedData with the content inside (RFC 5652 5.1), in the NCA's shape: DER, NULL parameters, issuer and serial.

use crate::certificate::{DIGEST, SIGNATURE};
use crate::writer::{self, sequence};
use gost3410::SigningKey;
use jiff::Timestamp;
use streebog::{Digest, Streebog512};

const SIGNED_DATA: &[u64] = &[1, 2, 840, 113_549, 1, 7, 2];
const DATA: &[u64] = &[1, 2, 840, 113_549, 1, 7, 1];
const CONTENT_TYPE: &[u64] = &[1, 2, 840, 113_549, 1, 9, 3];
const MESSAGE_DIGEST: &[u64] = &[1, 2, 840, 113_549, 1, 9, 4];
const SIGNING_TIME: &[u64] = &[1, 2, 840, 113_549, 1, 9, 5];

/// ContentInfo with SignedData of one signer.
pub fn attached(key: &SigningKey, certificate: &[u8], content: &[u8], at: Timestamp, added: &[u8; 32]) -> Vec<u8> {
    let (serial, issuer) = serial_and_issuer(certificate);
    let attributes = writer::sorted(vec![
        attribute(CONTENT_TYPE, writer::oid(DATA)),
        attribute(SIGNING_TIME, writer::time(at)),
        attribute(MESSAGE_DIGEST, writer::octet_string(&Streebog512::digest(content))),
    ]);
    let digest = Streebog512::digest(writer::element(writer::SET, &attributes));
    let signer = sequence(&[
        writer::integer(&[1]),
        sequence(&[issuer, serial]),
        writer::algorithm(DIGEST),
        writer::explicit(0, &attributes),
        writer::algorithm(SIGNATURE),
        writer::octet_string(&key.sign(&digest, added)),
    ]);
    let signed_data = sequence(&[
        writer::integer(&[1]),
        writer::set_of(vec![writer::algorithm(DIGEST)]),
        sequence(&[writer::oid(DATA), writer::explicit(0, &writer::octet_string(content))]),
        writer::explicit(0, certificate),
        writer::set_of(vec![signer]),
    ]);
    sequence(&[writer::oid(SIGNED_DATA), writer::explicit(0, &signed_data)])
}

fn attribute(kind: &[u64], value: Vec<u8>) -> Vec<u8> {
    sequence(&[writer::oid(kind), writer::set_of(vec![value])])
}

/// Serial number and issuer of a certificate of this library: the second and fourth element of its TBSCertificate.
fn serial_and_issuer(certificate: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let tbs = split(split(certificate).1).1;
    let elements = elements(tbs);
    let at = |index: usize| elements.get(index).map(|element| element.to_vec()).unwrap_or_default();
    (at(1), at(3))
}

fn elements(mut rest: &[u8]) -> Vec<&[u8]> {
    let mut found = vec![];
    while !rest.is_empty() {
        let (header, content, _) = parts(rest);
        let (element, tail) = rest.split_at((header + content).clamp(1, rest.len()));
        found.push(element);
        rest = tail;
    }
    found
}

/// The first element's octets and its content.
fn split(octets: &[u8]) -> (&[u8], &[u8]) {
    let (header, content, _) = parts(octets);
    let end = (header + content).min(octets.len());
    (octets.get(..end).unwrap_or_default(), octets.get(header..end).unwrap_or_default())
}

/// Header length, content length, tag of the first element; zero lengths when there is none.
fn parts(octets: &[u8]) -> (usize, usize, u8) {
    match octets {
        [tag, short, ..] if *short < 0x80 => (2, usize::from(*short), *tag),
        [tag, 0x81, one, ..] => (3, usize::from(*one), *tag),
        [tag, 0x82, high, low, ..] => (4, usize::from(*high) << 8 | usize::from(*low), *tag),
        _ => (0, 0, 0),
    }
}
