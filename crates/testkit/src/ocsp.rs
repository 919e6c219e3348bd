//! An OCSP responder (RFC 6960): request octets in, response octets out, right and in every wrong way.
//!
//! No network, so that any HTTP server of a test can stand before it. Must never: check a response.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};

use crate::der;
use crate::holder::Holder;

mod request;
mod response;

pub use request::{CertId, Request, request};

/// OCSPResponseStatus (RFC 6960 4.2.1).
pub const MALFORMED_REQUEST: u8 = 1;
pub const INTERNAL_ERROR: u8 = 2;
pub const TRY_LATER: u8 = 3;
pub const UNAUTHORIZED: u8 = 6;

/// What the responder says of a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Good,
    Revoked {
        at: Timestamp,
        /// CRLReason (RFC 5280 5.3.1).
        reason: Option<u8>,
    },
    Unknown,
    /// Revoked on 1970-01-01, certificateHold, with extended-revoke (RFC 6960 4.4.8): the NCA's "I never issued it".
    NonIssued,
}

/// What becomes of the nonce of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nonce {
    Echo,
    Leave,
    Change,
}

/// The responder of one authority. Its public fields are the ways of going wrong.
#[derive(Clone)]
pub struct Responder {
    pub issuer: Holder,
    /// Who signs: the authority itself, one it authorised, or anybody.
    pub signer: Holder,
    /// By serial (INTEGER, as encoded).
    pub statuses: HashMap<Vec<u8>, Status>,
    /// Of certificates that were not set.
    pub others: Status,
    /// ResponderID byKey instead of byName.
    pub by_key: bool,
    pub nonce: Nonce,
    /// Added to the time of answering: negative is a stale answer, positive one from the future.
    pub this_update: SignedDuration,
    /// After thisUpdate; `None`: absent, as the NCA does it.
    pub next_update: Option<SignedDuration>,
    /// Answers about this serial (INTEGER, as encoded) whatever was asked.
    pub about: Option<Vec<u8>>,
    pub embed_certificate: bool,
    /// Flips a bit of the signature.
    pub broken: bool,
    /// Answers nothing but this OCSPResponseStatus.
    pub refusal: Option<u8>,
}

impl Responder {
    /// A well-behaved one that calls every certificate of `issuer` good.
    pub fn new(issuer: Holder, signer: Holder) -> Self {
        Self {
            issuer,
            signer,
            statuses: HashMap::new(),
            others: Status::Good,
            by_key: false,
            nonce: Nonce::Echo,
            this_update: SignedDuration::ZERO,
            next_update: None,
            about: None,
            embed_certificate: true,
            broken: false,
            refusal: None,
        }
    }

    /// What to say of the certificate with this serial (INTEGER, as encoded).
    pub fn set(&mut self, serial: &[u8], status: Status) {
        self.statuses.insert(serial.to_vec(), status);
    }

    /// The same, to be chained.
    #[must_use]
    pub fn saying(mut self, serial: &[u8], status: Status) -> Self {
        self.set(serial, status);
        self
    }

    /// Answers an OCSPRequest at a moment.
    pub fn respond(&self, request: &[u8], at: Timestamp) -> Vec<u8> {
        if let Some(status) = self.refusal {
            return failure(status);
        }
        match Request::parse(request) {
            Some(request) => self.answer(&request, at),
            None => failure(MALFORMED_REQUEST),
        }
    }

    /// Answers about one certificate without a request.
    pub fn about(&self, serial: &[u8], at: Timestamp) -> Vec<u8> {
        let id = CertId::new(crate::Digest::Sha256, &self.issuer.certificate, serial);
        self.answer(&Request { ids: vec![id], nonce: None }, at)
    }

    fn status(&self, id: &CertId) -> Status {
        if id.is_under(&self.issuer.certificate) {
            self.statuses.get(&id.serial).copied().unwrap_or(self.others)
        } else {
            Status::Unknown
        }
    }
}

/// OCSPResponse without an answer.
pub fn failure(status: u8) -> Vec<u8> {
    der::sequence(&[der::enumerated(status)])
}
