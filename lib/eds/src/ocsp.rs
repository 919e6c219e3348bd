//! OCSP responses (RFC 6960): reading, whom they speak of, who signed them.
//! Here because an answer about one certificate is fresher than a list. It must never count as authentic by itself,
//! and never reads the NCA's "non-issued" answer (revoked in 1970, on hold) as a revocation.

use std::ops::Range;

use jiff::Timestamp;

use crate::algorithm::{AlgorithmIdentifier, Refusal, signed_shell};
use crate::crl::{REASON_HOLD, Revocation};
use crate::der::{self, Element, Error, Rules};
use crate::digest::DigestAlgorithm;
use crate::oid;
use crate::time::timestamp;
use crate::x509::{Certificate, ExtensionReader};

mod request;

pub use request::{NONCE_BYTES_MAX, NONCE_BYTES_MIN, refusal, request};

/// Answers in one response; more is refused.
pub const ANSWERS_MAX: usize = 256;
/// Certificates in one response; more is refused.
pub const CERTIFICATES_MAX: usize = 16;
/// Octets of one response; more is refused.
pub const RESPONSE_BYTES_MAX: usize = 1024 * 1024;

/// What a responder says of a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Good,
    Revoked(Revocation),
    /// "unknown", or "non-issued" in the form of RFC 6960 4.4.8.
    Unknown,
}

/// One SingleResponse.
#[derive(Clone, Debug)]
pub struct Answer {
    digest: Option<DigestAlgorithm>,
    name_hash: Vec<u8>,
    key_hash: Vec<u8>,
    serial: Vec<u8>,
    pub status: Status,
    pub this_update: Timestamp,
    pub next_update: Option<Timestamp>,
}

/// A successful basic response that could be read. Reading proves nothing.
#[derive(Debug)]
pub struct OcspResponse {
    basic: Vec<u8>,
    tbs: Range<usize>,
    algorithm: Range<usize>,
    signature: Vec<u8>,
    produced_at: Timestamp,
    answers: Vec<Answer>,
    certificates: Vec<Certificate>,
    nonce: Option<Vec<u8>>,
}

impl OcspResponse {
    /// Reads an OCSPResponse that fills `der`; anything but "successful" with a basic response is an error.
    pub fn from_der(der: &[u8]) -> Result<Self, Error> {
        if der.len() > RESPONSE_BYTES_MAX {
            return Err(Error::Limit);
        }
        let mut outer = der::single(der, Rules::Der)?.must_be(der::SEQUENCE)?.enter()?;
        if outer.must_be(der::ENUMERATED)?.small()? != 0 {
            return Err(Error::Value);
        }
        let mut wrapper = outer.must_be(der::context_constructed(0))?.enter()?;
        outer.finish()?;
        let mut bytes = wrapper.must_be(der::SEQUENCE)?.enter()?;
        wrapper.finish()?;
        if !oid::OCSP_BASIC.is(bytes.must_be(der::OBJECT_IDENTIFIER)?.content) {
            return Err(Error::Value);
        }
        let basic = bytes.must_be(der::OCTET_STRING)?.content;
        bytes.finish()?;
        Self::from_basic(basic)
    }

    fn from_basic(basic: &[u8]) -> Result<Self, Error> {
        let mut shell = der::single(basic, Rules::Der)?.must_be(der::SEQUENCE)?.enter()?;
        let (tbs, algorithm, signature) = signed_shell(&mut shell)?;
        let mut certificates = Vec::new();
        if let Some(wrapper) = shell.optional(der::context_constructed(0))? {
            let mut inner = wrapper.enter()?;
            for item in inner.must_be(der::SEQUENCE)?.enter()?.rest(CERTIFICATES_MAX)? {
                // An unreadable certificate can not authorise anything; the others may.
                certificates.extend(Certificate::from_der(item.raw));
            }
            inner.finish()?;
        }
        shell.finish()?;
        let mut fields = tbs.enter()?;
        fields.optional(der::context_constructed(0))?;
        let responder = fields.read()?.tag;
        if responder != der::context_constructed(1) && responder != der::context_constructed(2) {
            return Err(Error::Tag);
        }
        let produced_at = timestamp(&fields.read()?)?;
        let singles = fields.must_be(der::SEQUENCE)?.enter()?.rest(ANSWERS_MAX)?;
        let mut extended_revoke = false;
        let mut nonce = None;
        if let Some(wrapper) = fields.optional(der::context_constructed(1))? {
            for extension in ExtensionReader::read(&wrapper)? {
                extended_revoke |= oid::OCSP_EXTENDED_REVOKE.is(extension.oid);
                if oid::OCSP_NONCE.is(extension.oid) {
                    nonce = Some(nonce_of(extension.body).to_vec());
                }
            }
        }
        fields.finish()?;
        let answers = singles.iter().map(|single| answer(single, extended_revoke)).collect::<Result<_, _>>()?;
        let start = tbs.range().end;
        Ok(Self {
            basic: basic.to_vec(),
            tbs: tbs.range(),
            algorithm: start..start + algorithm.raw.len(),
            signature: signature.to_vec(),
            produced_at,
            answers,
            certificates,
            nonce,
        })
    }

    #[must_use]
    pub fn produced_at(&self) -> Timestamp {
        self.produced_at
    }

    /// All answers, whoever they are about.
    #[must_use]
    pub fn answers(&self) -> &[Answer] {
        &self.answers
    }

    /// The nonce it echoes. RFC 6960 4.4.1.
    #[must_use]
    pub fn nonce(&self) -> Option<&[u8]> {
        self.nonce.as_deref()
    }

    /// Answers whose certID is that of `certificate` under `issuer`: name hash, key hash and serial number.
    pub fn answers_for<'a>(
        &'a self,
        certificate: &'a Certificate,
        issuer: &'a Certificate,
    ) -> impl Iterator<Item = &'a Answer> {
        self.answers.iter().filter(move |answer| answer.is_about(certificate, issuer))
    }

    /// Who signed: `issuer`, or a responder that `issuer` certified for OCSP signing, whose certificate is in the response
    /// or among the first of `at_hand`. `None` = neither. RFC 6960 4.2.2.2.
    #[must_use]
    pub fn signer<'a>(
        &'a self,
        issuer: &'a Certificate,
        at_hand: impl Iterator<Item = &'a Certificate>,
    ) -> Option<&'a Certificate> {
        let authorised = |certificate: &&Certificate| {
            certificate.extensions().has_purpose(&oid::OCSP_SIGNING)
                && certificate.extensions().unknown_critical.is_none()
                && certificate.issuer().matches(issuer.subject())
                && (certificate.not_before()..=certificate.not_after()).contains(&self.produced_at)
                && certificate.verify_issued_by(issuer).is_ok()
        };
        if self.verify(issuer).is_ok() {
            return Some(issuer);
        }
        self.certificates
            .iter()
            .chain(at_hand.filter(|certificate| certificate.extensions().has_purpose(&oid::OCSP_SIGNING)))
            .take(CERTIFICATES_MAX)
            .filter(authorised)
            .find(|responder| self.verify(responder).is_ok())
    }

    fn verify(&self, signer: &Certificate) -> Result<(), Refusal> {
        let octets = self.basic.get(self.algorithm.clone()).unwrap_or_default();
        let element = der::single(octets, Rules::Der).map_err(|_| Refusal::Unknown)?;
        let algorithm = AlgorithmIdentifier::parse(&element).map_err(|_| Refusal::Unknown)?;
        let message = self.basic.get(self.tbs.clone()).unwrap_or_default();
        signer.key()?.verify_signed(&algorithm, message, &self.signature)
    }
}

impl Answer {
    /// Content octets of the serial number it is about.
    #[must_use]
    pub fn serial(&self) -> &[u8] {
        &self.serial
    }

    fn is_about(&self, certificate: &Certificate, issuer: &Certificate) -> bool {
        let Some(digest) = self.digest else { return false };
        // The order of a CA's name differs between its own certificate and those it issued: both are hashed.
        let name = [issuer.subject().raw(), certificate.issuer().raw()];
        der::without_leading_zeros(&self.serial) == der::without_leading_zeros(certificate.serial())
            && name.iter().any(|name| digest.digest(&[name]) == self.name_hash)
            && digest.digest(&[issuer.key_octets()]) == self.key_hash
    }
}

/// RFC 8954 wraps the nonce in an OCTET STRING; older responders echo it bare.
fn nonce_of(body: &[u8]) -> &[u8] {
    let wrapped = der::single(body, Rules::Der).and_then(|element| element.must_be(der::OCTET_STRING));
    wrapped.map_or(body, |element| element.content)
}

fn answer(single: &Element<'_>, extended_revoke: bool) -> Result<Answer, Error> {
    let mut fields = single.must_be(der::SEQUENCE)?.enter()?;
    let mut id = fields.must_be(der::SEQUENCE)?.enter()?;
    let digest = DigestAlgorithm::from_oid(AlgorithmIdentifier::parse(&id.read()?)?.oid);
    let name_hash = id.must_be(der::OCTET_STRING)?.content.to_vec();
    let key_hash = id.must_be(der::OCTET_STRING)?.content.to_vec();
    let serial = id.must_be(der::INTEGER)?.content.to_vec();
    id.finish()?;
    let status = status(&fields.read()?, extended_revoke)?;
    let this_update = timestamp(&fields.must_be(der::GENERALIZED_TIME)?)?;
    let next_update = match fields.optional(der::context_constructed(0))? {
        Some(wrapper) => Some(timestamp(&wrapper.enter()?.read()?)?),
        None => None,
    };
    if let Some(wrapper) = fields.optional(der::context_constructed(1))?
        && ExtensionReader::read(&wrapper)?.iter().any(|extension| extension.critical)
    {
        return Err(Error::Value);
    }
    fields.finish()?;
    Ok(Answer { digest, name_hash, key_hash, serial, status, this_update, next_update })
}

fn status(element: &Element<'_>, extended_revoke: bool) -> Result<Status, Error> {
    if element.tag == der::context(0) {
        return Ok(Status::Good);
    }
    if element.tag == der::context(2) {
        return Ok(Status::Unknown);
    }
    let mut fields = element.must_be(der::context_constructed(1))?.enter()?;
    let at = timestamp(&fields.must_be(der::GENERALIZED_TIME)?)?;
    let reason = match fields.optional(der::context_constructed(0))? {
        Some(wrapper) => Some(wrapper.enter()?.must_be(der::ENUMERATED)?.small()?),
        None => None,
    };
    fields.finish()?;
    // RFC 6960 2.2 and 4.4.8: how a responder says that the certificate was never issued.
    if extended_revoke && at == Timestamp::UNIX_EPOCH && reason == Some(REASON_HOLD) {
        return Ok(Status::Unknown);
    }
    Ok(Status::Revoked(Revocation { at, reason }))
}
