//! Certificate revocation lists, base and delta, version 2 (RFC 5280 section 5), right and wrong.
//!
//! A million entries are written into one buffer. Must never: read a list.

use jiff::Timestamp;

use super::extensions::{authority_key_identifier, critical, extension};
use crate::holder::Holder;
use crate::scheme::Scheme;
use crate::{Algorithm, Key, der, oids};

/// CRLReason certificateHold (RFC 5280 5.3.1).
pub const HOLD: u8 = 6;
/// CRLReason removeFromCRL, in delta lists.
pub const REMOVE_FROM_CRL: u8 = 8;

/// A certificate that is on the lists of its authority.
#[derive(Clone, Debug)]
pub struct Revoked {
    pub algorithm: Algorithm,
    /// INTEGER, as encoded.
    pub serial: Vec<u8>,
    pub at: Timestamp,
    /// CRLReason (RFC 5280 5.3.1).
    pub reason: Option<u8>,
}

/// A list before it is signed.
#[derive(Clone)]
pub struct List {
    pub issuer: Holder,
    pub this_update: Timestamp,
    pub next_update: Option<Timestamp>,
    pub number: u64,
    /// BaseCRLNumber: the list is a delta.
    pub base: Option<u64>,
    /// Body of issuingDistributionPoint: the fields of its SEQUENCE.
    pub distribution_point: Option<Vec<u8>>,
    /// Further extensions of the list.
    pub extensions: Vec<Vec<u8>>,
    /// Entries, each as encoded; [`entry`] makes one.
    pub entries: Vec<u8>,
    /// Another key than the issuer's signs.
    pub signer: Option<Key>,
    pub scheme: Option<Scheme>,
}

impl List {
    /// An empty base list; its number is `this_update` in seconds.
    pub fn new(issuer: Holder, this_update: Timestamp, next_update: Timestamp) -> Self {
        Self {
            issuer,
            this_update,
            next_update: Some(next_update),
            number: u64::try_from(this_update.as_second()).unwrap(),
            base: None,
            distribution_point: None,
            extensions: Vec::new(),
            entries: Vec::new(),
            signer: None,
            scheme: None,
        }
    }

    /// Adds a certificate by its serial (INTEGER, as encoded).
    #[must_use]
    pub fn with(mut self, serial: &[u8], at: Timestamp, reason: Option<u8>) -> Self {
        self.entries.extend(entry(serial, at, reason));
        self
    }

    /// Adds `count` made-up serials of 20 octets, in no order, as a list of the NCA has them.
    #[must_use]
    pub fn with_strangers(mut self, count: u32, at: Timestamp) -> Self {
        let pattern = entry(&der::integer(&[0x5a; 20]), at, None);
        // SEQUENCE header, INTEGER header, serial.
        let serial = 4..24;
        self.entries.reserve(pattern.len() * count as usize);
        for number in 0..count {
            let start = self.entries.len();
            self.entries.extend_from_slice(&pattern);
            let octets = &mut self.entries[start..][serial.clone()];
            // A multiplication by an odd number permutes the numbers: all serials differ.
            octets[1..5].copy_from_slice(&number.wrapping_mul(0x9e37_79b1).to_be_bytes());
        }
        self
    }

    pub fn sign(&self) -> Vec<u8> {
        let key = self.signer.as_ref().unwrap_or(&self.issuer.key);
        let scheme = self.scheme.clone().unwrap_or_else(|| Scheme::of(key.algorithm()));
        let mut fields = vec![
            der::small_integer(1),
            scheme.identifier.clone(),
            self.issuer.name().to_vec(),
            der::time(self.this_update),
        ];
        fields.extend(self.next_update.map(der::time));
        if !self.entries.is_empty() {
            fields.push(der::element(der::SEQUENCE, &self.entries));
        }
        let mut extensions = vec![
            authority_key_identifier(&self.issuer.certificate.subject_key_identifier),
            extension(oids::CRL_NUMBER, &der::small_integer(self.number)),
        ];
        extensions.extend(self.base.map(|base| critical(oids::DELTA_CRL_INDICATOR, &der::small_integer(base))));
        let point = self.distribution_point.as_ref();
        extensions.extend(
            point.map(|fields| critical(oids::ISSUING_DISTRIBUTION_POINT, &der::element(der::SEQUENCE, fields))),
        );
        extensions.extend_from_slice(&self.extensions);
        fields.push(der::explicit(0, &der::sequence(&extensions)));
        scheme.signed(key, der::sequence(&fields))
    }
}

/// One entry of revokedCertificates.
pub fn entry(serial: &[u8], at: Timestamp, reason: Option<u8>) -> Vec<u8> {
    let mut fields = vec![serial.to_vec(), der::time(at)];
    if let Some(reason) = reason {
        fields.push(der::sequence(&[extension(oids::CRL_REASON, &der::enumerated(reason))]));
    }
    der::sequence(&fields)
}

/// Fields of issuingDistributionPoint (RFC 5280 5.2.5), to be put one after another.
pub mod scope {
    use crate::der;

    /// distributionPoint with one address.
    pub fn point(address: &str) -> Vec<u8> {
        der::explicit(0, &der::explicit(0, &der::implicit(6, address.as_bytes())))
    }

    pub fn only_users() -> Vec<u8> {
        der::implicit(1, &[0xff])
    }

    pub fn only_authorities() -> Vec<u8> {
        der::implicit(2, &[0xff])
    }

    /// onlySomeReasons: keyCompromise.
    pub fn only_some_reasons() -> Vec<u8> {
        der::implicit(3, &[6, 0x40])
    }

    pub fn indirect() -> Vec<u8> {
        der::implicit(4, &[0xff])
    }

    pub fn only_attribute_certificates() -> Vec<u8> {
        der::implicit(5, &[0xff])
    }
}
