//! OCSP requests (RFC 6960 4.1) and what a responder answers instead of a response (4.2.1).
//! Here beside the reading, so that what is asked and what is compared is one certID. It must never send anything.

use crate::algorithm::AlgorithmIdentifier;
use crate::der::write::{element, sequence};
use crate::der::{self, Rules};
use crate::digest::DigestAlgorithm;
use crate::oid;
use crate::x509::Certificate;

/// Octets a nonce has at least and at most. RFC 8954 2.1.
pub const NONCE_BYTES_MIN: usize = 1;
/// See [`NONCE_BYTES_MIN`].
pub const NONCE_BYTES_MAX: usize = 32;

/// Asks about one certificate: certID with SHA-256, no signature. A nonce outside RFC 8954's length is not sent, so that
/// [`crate::Evidence::add_ocsp_asked`] with it accepts nothing.
#[must_use]
pub fn request(certificate: &Certificate, issuer: &Certificate, nonce: Option<&[u8]>) -> Vec<u8> {
    let digest = DigestAlgorithm::Sha256;
    let id = sequence(&[
        AlgorithmIdentifier::of(&digest.oid()),
        // RFC 6960 4.1.1: over the issuer field of the certificate that is asked about.
        element(der::OCTET_STRING, &digest.digest(&[certificate.issuer().raw()])),
        element(der::OCTET_STRING, &digest.digest(&[issuer.key_octets()])),
        element(der::INTEGER, certificate.serial()),
    ]);
    let mut to_be_signed = vec![sequence(&[sequence(&[id])])];
    if let Some(nonce) = nonce.filter(|nonce| (NONCE_BYTES_MIN..=NONCE_BYTES_MAX).contains(&nonce.len())) {
        let body = element(der::OCTET_STRING, &element(der::OCTET_STRING, nonce));
        let extension = sequence(&[element(der::OBJECT_IDENTIFIER, oid::OCSP_NONCE.as_bytes()), body]);
        to_be_signed.push(element(der::context_constructed(2), &sequence(&[extension])));
    }
    sequence(&[sequence(&to_be_signed)])
}

/// Why a responder gave no answer: the name of its responseStatus. `None`: it answered, or this is no OCSPResponse.
#[must_use]
pub fn refusal(response: &[u8]) -> Option<&'static str> {
    let mut fields = der::single(response, Rules::Der).ok()?.must_be(der::SEQUENCE).ok()?.enter().ok()?;
    match fields.must_be(der::ENUMERATED).ok()?.small().ok()? {
        1 => Some("malformedRequest"),
        2 => Some("internalError"),
        3 => Some("tryLater"),
        5 => Some("sigRequired"),
        6 => Some("unauthorized"),
        _ => None,
    }
}
