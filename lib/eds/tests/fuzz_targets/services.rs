//! A TSA and an OCSP responder of the mini NCA, and what they sign; GOST-2015-512.
//! Beside their only user. Must never verify.

use jiff::Timestamp;
use testkit::certificate::Certificate;
use testkit::{Algorithm, Key, Nca, Person, der};

use super::DAY;

const ALGORITHM: Algorithm = Algorithm::Gost512;

/// A service: its key and certificate.
pub struct Holder {
    pub key: Key,
    pub certificate: Certificate,
}

fn extension(oid: &str, body: &[u8]) -> Vec<u8> {
    der::sequence(&[der::oid(oid), der::boolean_true(), der::octet_string(body)])
}

/// A certificate for one purpose, a year around now.
pub fn issue(nca: &Nca, common_name: &str, number: u8, purpose: &str) -> Holder {
    let issuing = &nca.hierarchy(ALGORITHM).issuing;
    let key = super::key(number);
    let subject = der::sequence(&[der::set_of(&[der::sequence(&[der::oid("2.5.4.3"), der::utf8(common_name)])])]);
    let to_be_signed = der::sequence(&[
        der::explicit(0, &der::small_integer(2)),
        der::integer(&[0x11, number]),
        ALGORITHM.signature_identifier(),
        issuing.name().to_vec(),
        der::sequence(&[der::time(nca.at() - DAY * 180), der::time(nca.at() + DAY * 180)]),
        subject,
        key.public_key_info(),
        der::explicit(3, &der::sequence(&[extension("2.5.29.37", &der::sequence(&[der::oid(purpose)]))])),
    ]);
    let signed = signed(to_be_signed, &issuing.key, Vec::new());
    Holder { key, certificate: Certificate::read(&signed) }
}

fn signed(to_be_signed: Vec<u8>, key: &Key, after: Vec<u8>) -> Vec<u8> {
    let signature = der::bit_string(&key.sign(&to_be_signed));
    der::sequence(&[to_be_signed, ALGORITHM.signature_identifier(), signature, after])
}

/// An attached CMS with a timestamp that `token` makes of its signature.
pub fn stamped(person: &Person, content: &[u8], mut token: impl FnMut(&[u8]) -> Vec<u8>) -> Vec<u8> {
    signed_data("1.2.840.113549.1.7.1", content, &person.certificate, &person.key, |signature| Some(token(signature)))
}

fn signed_data(
    content_type: &str,
    content: &[u8],
    certificate: &Certificate,
    key: &Key,
    token: impl FnOnce(&[u8]) -> Option<Vec<u8>>,
) -> Vec<u8> {
    let attribute = |oid: &str, value| der::sequence(&[der::oid(oid), der::set_of(&[value])]);
    let attributes = der::sorted(&[
        attribute("1.2.840.113549.1.9.3", der::oid(content_type)),
        attribute("1.2.840.113549.1.9.4", der::octet_string(&ALGORITHM.digest(content))),
    ]);
    let signature = key.sign(&der::element(der::SET, &attributes));
    let mut info = vec![
        der::small_integer(1),
        der::sequence(&[certificate.issuer.clone(), certificate.serial.clone()]),
        ALGORITHM.digest_identifier(),
        der::explicit(0, &attributes),
        ALGORITHM.signature_identifier(),
        der::octet_string(&signature),
    ];
    if let Some(token) = token(&signature) {
        info.push(der::explicit(1, &attribute("1.2.840.113549.1.9.16.2.14", token)));
    }
    let body = der::sequence(&[
        der::small_integer(3),
        der::set_of(&[ALGORITHM.digest_identifier()]),
        der::sequence(&[der::oid(content_type), der::explicit(0, &der::octet_string(content))]),
        der::explicit(0, &certificate.der),
        der::set_of(&[der::sequence(&info)]),
    ]);
    der::sequence(&[der::oid("1.2.840.113549.1.7.2"), der::explicit(0, &body)])
}

/// A token over `signature`.
pub fn token(signature: &[u8], at: Timestamp, tsa: &Holder) -> Vec<u8> {
    let info = der::sequence(&[
        der::small_integer(1),
        der::oid("1.2.398.3.3.2.6.4"),
        der::sequence(&[ALGORITHM.digest_identifier(), der::octet_string(&ALGORITHM.digest(signature))]),
        der::small_integer(77),
        generalized(at),
    ]);
    signed_data("1.2.840.113549.1.9.16.1.4", &info, &tsa.certificate, &tsa.key, |_| None)
}

fn generalized(at: Timestamp) -> Vec<u8> {
    der::element(0x18, at.strftime("%Y%m%d%H%M%SZ").to_string().as_bytes())
}

pub fn good() -> Vec<u8> {
    der::element(0x80, &[])
}

pub fn revoked(at: Timestamp) -> Vec<u8> {
    der::element(0xa1, &generalized(at))
}

/// A response about the issuing authority's own number, signed by a responder it authorised.
pub fn ocsp(nca: &Nca, status: Vec<u8>, at: Timestamp, responder: &Holder) -> Vec<u8> {
    let issuing = &nca.hierarchy(ALGORITHM).issuing;
    let info = issuing.key.public_key_info();
    let key = testkit::ber::read(&info).0.child(1).content;
    let id = der::sequence(&[
        ALGORITHM.digest_identifier(),
        der::octet_string(&ALGORITHM.digest(issuing.name())),
        der::octet_string(&ALGORITHM.digest(&key[1..])),
        issuing.certificate.serial.clone(),
    ]);
    let to_be_signed = der::sequence(&[
        der::explicit(1, issuing.name()),
        generalized(at),
        der::sequence(&[der::sequence(&[id, status, generalized(at)])]),
    ]);
    let certificates = der::explicit(0, &der::sequence(std::slice::from_ref(&responder.certificate.der)));
    let basic = signed(to_be_signed, &responder.key, certificates);
    let bytes = der::sequence(&[der::oid("1.3.6.1.5.5.7.48.1.1"), der::octet_string(&basic)]);
    der::sequence(&[der::enumerated(0), der::explicit(0, &bytes)])
}
