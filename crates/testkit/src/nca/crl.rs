//! Certificate revocation lists, version 2, with number and authority key identifier (RFC 5280 section 5).
//!
//! Must never: carry a delta indicator; the mini NCA publishes base lists only.

use jiff::Timestamp;

use super::authority::Authority;
use super::extensions::{authority_key_identifier, extension};
use crate::{Algorithm, der, oids};

/// A certificate that is on the lists of its authority.
pub struct Revoked {
    pub algorithm: Algorithm,
    /// INTEGER, as encoded.
    pub serial: Vec<u8>,
    pub at: Timestamp,
    /// CRLReason (RFC 5280 5.3.1).
    pub reason: Option<u8>,
}

/// A signed list of one authority; its number is `this_update` in seconds.
pub fn make(authority: &Authority, revoked: &[&Revoked], this_update: Timestamp, next_update: Timestamp) -> Vec<u8> {
    let algorithm = authority.algorithm();
    let number = u64::try_from(this_update.as_second()).unwrap();
    let mut fields = vec![
        der::small_integer(1),
        algorithm.signature_identifier(),
        authority.name().to_vec(),
        der::time(this_update),
        der::time(next_update),
    ];
    if !revoked.is_empty() {
        fields.push(der::sequence(&revoked.iter().map(|revoked| entry(revoked)).collect::<Vec<_>>()));
    }
    let extensions = der::sequence(&[
        authority_key_identifier(&authority.certificate.subject_key_identifier),
        extension(oids::CRL_NUMBER, &der::small_integer(number)),
    ]);
    fields.push(der::explicit(0, &extensions));
    let to_be_signed = der::sequence(&fields);
    let signature = authority.key.sign(&to_be_signed);
    der::sequence(&[to_be_signed, algorithm.signature_identifier(), der::bit_string(&signature)])
}

fn entry(revoked: &Revoked) -> Vec<u8> {
    let mut fields = vec![revoked.serial.clone(), der::time(revoked.at)];
    if let Some(reason) = revoked.reason {
        fields.push(der::sequence(&[extension(oids::CRL_REASON, &der::enumerated(reason))]));
    }
    der::sequence(&fields)
}
