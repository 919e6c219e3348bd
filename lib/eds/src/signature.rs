//! The mathematics of one SignerInfo: attributes, digests, signature (RFC 5652 5.4-5.6).
//! Here, apart from trust and time, because documents and timestamp tokens share it.
//! It must never verify anything but the octets that came: signedAttrs are never re-encoded.

use std::cell::RefCell;

use jiff::Timestamp;

use crate::algorithm::{Algorithm, Refusal, SignatureAlgorithm};
use crate::cms::{Attributes, Only, SignerInfo};
use crate::der::{self, Element, Error};
use crate::digest::DigestAlgorithm;
use crate::finding::{Code, Finding};
use crate::oid;
use crate::time::timestamp;
use crate::x509::Certificate;

/// Octets that signed attributes may have when they are looked for in the place of content: no signer makes so many.
const DISGUISED_BYTES_MAX: usize = 1024 * 1024;

/// Content that was signed, hashed once per algorithm.
pub(crate) struct Content<'a> {
    segments: Vec<&'a [u8]>,
    digests: RefCell<Vec<(DigestAlgorithm, Vec<u8>)>>,
}

impl<'a> Content<'a> {
    pub(crate) fn new(segments: Vec<&'a [u8]>) -> Self {
        Self { segments, digests: RefCell::new(Vec::new()) }
    }

    pub(crate) fn digest(&self, algorithm: DigestAlgorithm) -> Vec<u8> {
        if let Some((_, digest)) = self.digests.borrow().iter().find(|(known, _)| *known == algorithm) {
            return digest.clone();
        }
        let digest = algorithm.digest(&self.segments);
        self.digests.borrow_mut().push((algorithm, digest.clone()));
        digest
    }

    pub(crate) fn equals(&self, other: &[u8]) -> bool {
        let mut rest = other;
        for segment in &self.segments {
            match rest.strip_prefix(*segment) {
                Some(after) => rest = after,
                None => return false,
            }
        }
        rest.is_empty()
    }

    pub(crate) fn len(&self) -> usize {
        self.segments.iter().map(|segment| segment.len()).sum()
    }

    fn is_disguised_attributes(&self) -> bool {
        let first = self.segments.iter().find_map(|segment| segment.first());
        first == Some(&der::SET)
            && self.len() <= DISGUISED_BYTES_MAX
            && Attributes::disguised_as_content(&self.segments.concat())
    }
}

/// What could be checked without a certificate, and what is left to check with one.
pub(crate) struct Prepared<'a> {
    pub findings: Vec<Finding>,
    pub algorithm: Option<Algorithm>,
    /// As the signer states it; proves nothing.
    pub signing_time: Option<Timestamp>,
    digest: Option<DigestAlgorithm>,
    /// The octets the signature is over; `None` = the content, which is missing.
    message: Option<Vec<&'a [u8]>>,
}

/// `header` of the signed attributes must outlive the result, so the caller keeps it.
pub(crate) fn prepare<'a>(
    signer: &'a SignerInfo<'a>,
    header: &'a [u8],
    content_type: &[u8],
    content: Option<&'a Content<'a>>,
) -> Prepared<'a> {
    let mut findings = Vec::new();
    let algorithm = algorithms(signer, &mut findings);
    let digest = algorithm.map(|(_, digest)| digest);
    let mut signing_time = None;
    let message = match &signer.signed_attributes {
        Some(attributes) => {
            content_type_findings(attributes, content_type, &mut findings);
            digest_findings(attributes, digest, content, &mut findings);
            signing_time = match attributes.only(&oid::SIGNING_TIME) {
                Only::Missing => None,
                Only::Doubled => Err(Error::Value).map_or_else(|_| unreadable_time(&mut findings), Some),
                Only::Value(value) => timestamp(&value).map_or_else(|_| unreadable_time(&mut findings), Some),
            };
            Some(vec![header, attributes.content()])
        }
        None => {
            let plain = oid::DATA.is(content_type);
            findings.push(Finding::new(match plain {
                true => Code::SignedAttributesMissing,
                false => Code::SignedAttributesRequired,
            }));
            if content.is_some_and(Content::is_disguised_attributes) {
                findings.push(Finding::new(Code::SignedAttributesAsContent));
            }
            content.map(|content| content.segments.clone())
        }
    };
    Prepared { findings, algorithm: algorithm.map(|(family, _)| family), signing_time, digest, message }
}

fn unreadable_time(findings: &mut Vec<Finding>) -> Option<Timestamp> {
    findings.push(Finding::new(Code::SigningTimeUnreadable));
    None
}

fn algorithms(signer: &SignerInfo<'_>, findings: &mut Vec<Finding>) -> Option<(Algorithm, DigestAlgorithm)> {
    let named = match DigestAlgorithm::from_oid(signer.digest.oid) {
        Some(digest) if !signer.digest.has_parameters => digest,
        _ => {
            findings.push(Finding::about(Code::AlgorithmUnknown, oid::dotted(signer.digest.oid)));
            return None;
        }
    };
    let parsed = SignatureAlgorithm::parse(&signer.algorithm);
    match parsed.and_then(|algorithm| Ok((algorithm.algorithm, algorithm.digest_with(Some(named))?))) {
        Ok(pair) => Some(pair),
        Err(refusal) => {
            findings.push(Finding { detail: Some(oid::dotted(signer.algorithm.oid)), ..refused(refusal) });
            None
        }
    }
}

fn content_type_findings(attributes: &Attributes<'_>, content_type: &[u8], findings: &mut Vec<Finding>) {
    match attributes.only(&oid::CONTENT_TYPE) {
        Only::Missing => findings.push(Finding::new(Code::ContentTypeMissing)),
        Only::Doubled => findings.push(Finding::new(Code::ContentTypeDoubled)),
        Only::Value(value) if value.tag == der::OBJECT_IDENTIFIER && value.content == content_type => {}
        Only::Value(_) => findings.push(Finding::new(Code::ContentTypeDiffers)),
    }
}

fn digest_findings(
    attributes: &Attributes<'_>,
    digest: Option<DigestAlgorithm>,
    content: Option<&Content<'_>>,
    findings: &mut Vec<Finding>,
) {
    let signed = match attributes.only(&oid::MESSAGE_DIGEST) {
        Only::Missing => return findings.push(Finding::new(Code::MessageDigestMissing)),
        Only::Doubled => return findings.push(Finding::new(Code::MessageDigestDoubled)),
        Only::Value(value) => value,
    };
    if let (Some(digest), Some(content)) = (digest, content)
        && (signed.tag != der::OCTET_STRING || content.digest(digest) != signed.content)
    {
        findings.push(Finding::new(Code::DigestMismatch));
    }
}

impl Prepared<'_> {
    /// Checks the signature with a certificate's key. `Ok(())` also where there is nothing to check it over; the
    /// missing content is a finding of its own.
    pub(crate) fn verify(&self, signer: &SignerInfo<'_>, certificate: &Certificate) -> Result<(), Finding> {
        let (Some(algorithm), Some(digest), Some(message)) = (self.algorithm, self.digest, &self.message) else {
            return Ok(());
        };
        let key = certificate.key().map_err(refused)?;
        if key.algorithm() != algorithm {
            return Err(Finding::new(Code::AlgorithmDiffers));
        }
        key.verify(digest, message, &signer.signature).map_err(refused)?;
        let names_another =
            signer.signed_attributes.as_ref().is_some_and(|attributes| !names_certificate(attributes, certificate));
        if names_another { Err(Finding::new(Code::SigningCertificateDiffers)) } else { Ok(()) }
    }
}

/// The finding for a refused algorithm, key or signature.
pub(crate) fn refused(refusal: Refusal) -> Finding {
    Finding::new(match refusal {
        Refusal::Wrong => Code::SignatureWrong,
        Refusal::Weak => Code::AlgorithmWeak,
        Refusal::Unknown => Code::AlgorithmUnknown,
        Refusal::Differs => Code::AlgorithmDiffers,
    })
}

/// signing-certificate and signing-certificate-v2 (RFC 5035), where present, name this certificate. NCALayer writes
/// neither, so their absence is no finding.
fn names_certificate(attributes: &Attributes<'_>, certificate: &Certificate) -> bool {
    [(oid::SIGNING_CERTIFICATE, DigestAlgorithm::Sha1), (oid::SIGNING_CERTIFICATE_V2, DigestAlgorithm::Sha256)]
        .iter()
        .all(|(attribute, default)| match attributes.only(attribute) {
            Only::Missing => true,
            Only::Doubled => false,
            Only::Value(value) => certificate_hash(&value, *default)
                .is_ok_and(|(digest, hash)| digest.digest(&[certificate.der()]) == hash),
        })
}

/// The first ESSCertID or ESSCertIDv2: which digest, which hash.
fn certificate_hash<'a>(value: &Element<'a>, default: DigestAlgorithm) -> Result<(DigestAlgorithm, &'a [u8]), Error> {
    let mut first = value.must_be(der::SEQUENCE)?.enter()?.must_be(der::SEQUENCE)?.enter()?.read()?.enter()?;
    let digest = match first.optional(der::SEQUENCE)? {
        None => default,
        Some(algorithm) => {
            let oid = algorithm.enter()?.must_be(der::OBJECT_IDENTIFIER)?.content;
            DigestAlgorithm::from_oid(oid).ok_or(Error::Value)?
        }
    };
    Ok((digest, first.must_be(der::OCTET_STRING)?.content))
}
