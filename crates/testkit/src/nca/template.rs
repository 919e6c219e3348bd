//! What a certificate says before it is signed: any certificate, right or wrong.
//!
//! Here so that people, authorities, responders and certificates that no authority would issue are made in one way.
//! Must never: check anything; a wrong certificate is what many tests ask for.

use jiff::Timestamp;
use sha1::{Digest, Sha1};

use crate::certificate::Certificate;
use crate::holder::Holder;
use crate::scheme::Scheme;
use crate::{Key, ber, der};

#[derive(Clone, Debug)]
pub struct Template {
    /// Name, as encoded.
    pub subject: Vec<u8>,
    pub validity: (Timestamp, Timestamp),
    /// `None`: no extensions at all, and version 1.
    pub extensions: Option<Vec<Vec<u8>>>,
    /// `None`: made from the key, as the NCA does it.
    pub serial: Option<Vec<u8>>,
    /// The name written as issuer; `None`: the issuer's subject, octet by octet.
    pub issuer: Option<Vec<u8>>,
    /// `None`: the one of the issuer's key.
    pub scheme: Option<Scheme>,
}

impl Template {
    pub fn new(subject: Vec<u8>, validity: (Timestamp, Timestamp), extensions: Vec<Vec<u8>>) -> Self {
        Self { subject, validity, extensions: Some(extensions), serial: None, issuer: None, scheme: None }
    }

    /// Signs itself: issuer and subject are one.
    pub fn self_signed(&self, key: Key) -> Holder {
        let der = self.sign(&key, &self.subject, &key.public_key_info());
        Holder { certificate: Certificate::read(&der), key }
    }

    /// A certificate for `key` under `issuer`.
    pub fn issue(&self, issuer: &Holder, key: Key) -> Holder {
        let der = self.sign(&issuer.key, issuer.name(), &key.public_key_info());
        Holder { certificate: Certificate::read(&der), key }
    }

    fn sign(&self, signer: &Key, issuer: &[u8], key_info: &[u8]) -> Vec<u8> {
        let scheme = self.scheme.clone().unwrap_or_else(|| Scheme::of(signer.algorithm()));
        let serial = self.serial.clone().unwrap_or_else(|| {
            // As the NCA does it: the key identifier with its top bit cleared.
            let mut serial = key_identifier(key_info);
            serial[0] &= 0x7f;
            serial
        });
        let (from, to) = self.validity;
        let mut fields = vec![
            der::integer(&serial),
            scheme.identifier.clone(),
            self.issuer.as_deref().unwrap_or(issuer).to_vec(),
            der::sequence(&[der::time(from), der::time(to)]),
            self.subject.clone(),
            key_info.to_vec(),
        ];
        if let Some(extensions) = &self.extensions {
            fields.insert(0, der::explicit(0, &der::small_integer(2)));
            fields.push(der::explicit(3, &der::sequence(extensions)));
        }
        scheme.signed(signer, der::sequence(&fields))
    }
}

/// SHA-1 of the public key (RFC 5280 4.2.1.2).
pub fn key_identifier(info: &[u8]) -> Vec<u8> {
    let bits = ber::read(info).0.child(1);
    Sha1::digest(&bits.content[1..]).to_vec()
}
