//! Signed and unsigned attributes of CMS (RFC 5652 11, RFC 5035).
//!
//! Must never: decide how often one stands; a test may want two, or none.

use jiff::Timestamp;

use crate::certificate::Certificate;
use crate::digest::Digest;
use crate::{der, oids};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attribute {
    /// Names the content type of the message.
    ContentType,
    /// Digest of the content of the message.
    MessageDigest,
    SigningTime(Timestamp),
    /// signing-certificate for SHA-1, else signing-certificate-v2, of the signer's certificate.
    SigningCertificate(Digest),
    /// Any type with any values, as encoded.
    Other(&'static str, Vec<Vec<u8>>),
}

impl Attribute {
    /// Octets of an attribute that needs neither message nor signer.
    pub(super) fn encode(&self) -> Vec<u8> {
        match self {
            Self::SigningTime(at) => Self::Other(oids::SIGNING_TIME, vec![der::time(*at)]).encode(),
            Self::Other(identifier, values) => der::sequence(&[der::oid(identifier), der::set_of(values)]),
            needs_more => panic!("{needs_more:?} is made of message or signer"),
        }
    }
}

/// SigningCertificate or SigningCertificateV2 that names `certificate`.
pub fn signing_certificate(digest: Digest, certificate: &Certificate) -> Vec<u8> {
    let hash = der::octet_string(&digest.of(&certificate.der));
    let (identifier, parts) = match digest {
        Digest::Sha1 => (oids::SIGNING_CERTIFICATE, vec![hash]),
        // SHA-256 is the default and left out (X.690 11.5).
        Digest::Sha256 => (oids::SIGNING_CERTIFICATE_V2, vec![hash]),
        other => (oids::SIGNING_CERTIFICATE_V2, vec![der::sequence(&[der::oid(other.oid())]), hash]),
    };
    let value = der::sequence(&[der::sequence(&[der::sequence(&parts)])]);
    Attribute::Other(identifier, vec![value]).encode()
}
