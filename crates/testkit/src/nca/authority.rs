//! A certificate authority of the mini NCA: its certificate, and the certificates it issues.
//!
//! Field order, extensions and their order are those of the NCA's 2022 test certificates.
//! Must never: issue without the words that say it is a test.

use jiff::{SignedDuration, Timestamp};
use sha1::{Digest, Sha1};

use super::{extensions, subject};
use crate::certificate::Certificate;
use crate::{Algorithm, Key, Person, PersonSpec, Validity, ber, der};

const YEAR: SignedDuration = SignedDuration::from_hours(24 * 365);

/// Key and certificate of an authority.
pub struct Authority {
    pub key: Key,
    pub certificate: Certificate,
    name: Vec<u8>,
}

/// What a certificate says, before it is signed.
struct Content<'a> {
    issuer: &'a [u8],
    validity: (Timestamp, Timestamp),
    subject: &'a [u8],
    key_info: &'a [u8],
    extensions: Vec<Vec<u8>>,
}

impl Authority {
    /// A self-signed root.
    pub fn root(key: Key, at: Timestamp) -> Self {
        let name = subject::authority("НЕГІЗГІ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ", key.algorithm());
        let info = key.public_key_info();
        let identifier = key_identifier(&info);
        let content = Content {
            issuer: &name,
            validity: (at - YEAR * 5, at + YEAR * 20),
            subject: &name,
            key_info: &info,
            extensions: extensions::authority(&identifier, &identifier),
        };
        let certificate = Certificate::read(&sign(&key, &content));
        Self { key, certificate, name }
    }

    /// An issuing authority under this root.
    pub fn issue_authority(&self, key: Key, at: Timestamp) -> Self {
        let name = subject::authority("ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ", key.algorithm());
        let info = key.public_key_info();
        let content = Content {
            issuer: &self.name,
            validity: (at - YEAR * 4, at + YEAR * 10),
            subject: &name,
            key_info: &info,
            extensions: extensions::authority(&key_identifier(&info), &self.certificate.subject_key_identifier),
        };
        let certificate = Certificate::read(&sign(&self.key, &content));
        Self { key, certificate, name }
    }

    /// A certificate for a person or a system.
    pub fn issue_person(&self, spec: &PersonSpec, key: Key, validity: (Timestamp, Timestamp)) -> Person {
        let info = key.public_key_info();
        let authority = &self.certificate.subject_key_identifier;
        let content = Content {
            issuer: &self.name,
            validity,
            subject: &subject::person(spec),
            key_info: &info,
            extensions: extensions::person(spec, &key_identifier(&info), authority),
        };
        let certificate = Certificate::read(&sign(&self.key, &content));
        let note = match spec.validity {
            Validity::Valid | Validity::Between(..) => "valid",
            Validity::Expired => "expired",
            Validity::NotYetValid => "not yet valid",
        };
        Person { id: spec.id.clone(), key, certificate, note: note.to_owned() }
    }

    pub fn name(&self) -> &[u8] {
        &self.name
    }

    pub fn algorithm(&self) -> Algorithm {
        self.key.algorithm()
    }
}

/// SHA-1 of the public key (RFC 5280 4.2.1.2).
fn key_identifier(info: &[u8]) -> Vec<u8> {
    let bits = ber::read(info).0.child(1);
    Sha1::digest(&bits.content[1..]).to_vec()
}

fn sign(key: &Key, content: &Content<'_>) -> Vec<u8> {
    let mut serial = key_identifier(content.key_info);
    // As the NCA does it: the key identifier with its top bit cleared.
    serial[0] &= 0x7f;
    let (from, to) = content.validity;
    let to_be_signed = der::sequence(&[
        der::explicit(0, &der::small_integer(2)),
        der::integer(&serial),
        key.algorithm().signature_identifier(),
        content.issuer.to_vec(),
        der::sequence(&[der::time(from), der::time(to)]),
        content.subject.to_vec(),
        content.key_info.to_vec(),
        der::explicit(3, &der::sequence(&content.extensions)),
    ]);
    let signature = key.sign(&to_be_signed);
    der::sequence(&[to_be_signed, key.algorithm().signature_identifier(), der::bit_string(&signature)])
}
