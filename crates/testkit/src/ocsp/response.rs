//! BasicOCSPResponse (RFC 6960 4.2), composed and signed.
//!
//! Must never: be right where the responder was told to be wrong.

use jiff::Timestamp;
use sha1::{Digest as _, Sha1};

use super::{CertId, Nonce, Request, Responder, Status};
use crate::nca::crl::HOLD;
use crate::nca::extensions::extension;
use crate::scheme::Scheme;
use crate::{der, oids};

impl Responder {
    /// Answers what was asked, well formed or not.
    pub fn answer(&self, request: &Request, at: Timestamp) -> Vec<u8> {
        let statuses: Vec<Status> = request.ids.iter().map(|id| self.status(id)).collect();
        let singles: Vec<_> =
            request.ids.iter().zip(&statuses).map(|(id, status)| self.single(id, *status, at)).collect();
        let responder = match self.by_key {
            true => der::explicit(2, &der::octet_string(&Sha1::digest(&self.signer.certificate.key_octets))),
            false => der::explicit(1, self.signer.name()),
        };
        let mut fields = vec![responder, der::generalized_time(at + self.this_update), der::sequence(&singles)];
        let mut extensions = Vec::new();
        let nonce = request.nonce.as_deref().and_then(|nonce| self.nonce(nonce));
        extensions.extend(nonce.map(|nonce| extension(oids::OCSP_NONCE, &nonce)));
        if statuses.contains(&Status::NonIssued) {
            extensions.push(extension(oids::OCSP_EXTENDED_REVOKE, &der::null()));
        }
        if !extensions.is_empty() {
            fields.push(der::explicit(1, &der::sequence(&extensions)));
        }
        let basic = self.sign(der::sequence(&fields));
        let bytes = der::sequence(&[der::oid(oids::OCSP_BASIC), der::octet_string(&basic)]);
        der::sequence(&[der::enumerated(0), der::explicit(0, &bytes)])
    }

    fn sign(&self, to_be_signed: Vec<u8>) -> Vec<u8> {
        let scheme = Scheme::of(self.signer.algorithm());
        let mut signature = scheme.sign(&self.signer.key, &to_be_signed);
        if self.broken {
            signature[7] ^= 1;
        }
        let mut parts = vec![to_be_signed, scheme.identifier, der::bit_string(&signature)];
        if self.embed_certificate {
            let certificate = std::slice::from_ref(&self.signer.certificate.der);
            parts.push(der::explicit(0, &der::sequence(certificate)));
        }
        der::sequence(&parts)
    }

    fn nonce(&self, asked: &[u8]) -> Option<Vec<u8>> {
        match self.nonce {
            Nonce::Echo => Some(asked.to_vec()),
            Nonce::Leave => None,
            Nonce::Change => {
                let mut other = asked.to_vec();
                *other.last_mut()? ^= 1;
                Some(other)
            }
        }
    }

    fn single(&self, id: &CertId, status: Status, at: Timestamp) -> Vec<u8> {
        let mut id = id.clone();
        if let Some(serial) = &self.about {
            id.serial.clone_from(serial);
        }
        let this_update = at + self.this_update;
        let mut fields = vec![id.encode(), certificate_status(status), der::generalized_time(this_update)];
        let next = self.next_update.map(|after| der::explicit(0, &der::generalized_time(this_update + after)));
        fields.extend(next);
        der::sequence(&fields)
    }
}

fn certificate_status(status: Status) -> Vec<u8> {
    let (at, reason) = match status {
        Status::Good => return der::implicit(0, &[]),
        Status::Unknown => return der::implicit(2, &[]),
        Status::Revoked { at, reason } => (at, reason),
        Status::NonIssued => (Timestamp::UNIX_EPOCH, Some(HOLD)),
    };
    let mut fields = der::generalized_time(at);
    fields.extend(reason.map(|reason| der::explicit(0, &der::enumerated(reason))).unwrap_or_default());
    der::explicit(1, &fields)
}
