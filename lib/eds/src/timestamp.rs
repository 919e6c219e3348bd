//! RFC 3161 timestamp tokens: proof that a signature existed at an instant.
//! Here because a certificate that expired or was revoked since is no reason to refuse an older signature.
//! It must never take a time from a token that is not over this very signature, chained, and meant for timestamps.

use std::sync::Arc;

use jiff::Timestamp;

use crate::algorithm::AlgorithmIdentifier;
use crate::cms::{self, SignerIdentifier, SignerInfo};
use crate::der::{self, Error, Rules};
use crate::digest::DigestAlgorithm;
use crate::finding::{Code, Finding, Outcome};
use crate::oid;
use crate::revocation::Times;
use crate::signature::{Content, prepare};
use crate::standing::Materials;
use crate::time::timestamp;
use crate::x509::{Certificate, ExtensionReader};

mod reading;
mod request;

pub use reading::{Imprint, RequestInfo, TokenInfo};
pub use request::{Failure, RESPONSE_BYTES_MAX, ResponseRefused, request, token_in, token_of};

/// Octets of one TSTInfo; a longer one is left aside.
const TST_INFO_BYTES_MAX: usize = 64 * 1024;
/// Certificates read from one token; more are left aside.
const TOKEN_CERTIFICATES_MAX: usize = 16;

/// A token that holds.
#[derive(Clone, Debug)]
pub struct TimestampSummary {
    /// genTime, UTC.
    pub at: Timestamp,
    /// Subject of the authority's certificate.
    pub authority: String,
    /// Dotted OID of the TSA policy.
    pub policy: String,
    /// The TSA's number for the token, lower-case hexadecimal.
    pub serial: String,
    /// Dotted OID of the digest of the imprint.
    pub imprint_algorithm: String,
    /// The digest of the signature that the token is over.
    pub imprint: Vec<u8>,
}

/// The parts of TSTInfo a verification reads. RFC 3161 2.4.2.
struct TstInfo<'a> {
    policy: &'a [u8],
    imprint_algorithm: &'a [u8],
    imprint: &'a [u8],
    serial: &'a [u8],
    at: Timestamp,
    nonce: Option<&'a [u8]>,
}

/// Checks a token over `signature`. The error is the warning to show.
pub(crate) fn verify(
    token: &[u8],
    signature: &[u8],
    materials: &Materials<'_>,
    now: Timestamp,
) -> Result<TimestampSummary, Finding> {
    let ignored = |why: &str| Finding::about(Code::TimestampIgnored, why);
    let message = cms::parse(token).map_err(|_| ignored("unreadable"))?;
    let segments = message.content.clone().ok_or_else(|| ignored("unreadable"))?;
    if Content::new(segments.clone()).len() > TST_INFO_BYTES_MAX {
        return Err(ignored("size"));
    }
    let octets = segments.concat();
    let info = if oid::TST_INFO.is(message.content_type) { tst_info(&octets) } else { Err(Error::Value) };
    let info = info.map_err(|_| ignored("unreadable"))?;
    let digest = DigestAlgorithm::from_oid(info.imprint_algorithm).ok_or_else(|| ignored("imprint algorithm"))?;
    if digest.digest(&[signature]) != info.imprint {
        return Err(ignored("not over this signature"));
    }
    if info.at > now {
        return Err(ignored("after the time of verification"));
    }
    let [signer] = message.signers.as_slice() else { return Err(ignored("signers")) };
    let mut pool: Vec<Arc<Certificate>> = Vec::new();
    for certificate in message.certificates.iter().take(TOKEN_CERTIFICATES_MAX) {
        pool.extend(Certificate::from_der(certificate).map(Arc::new));
    }
    pool.extend(materials.pool.iter().cloned());
    pool.extend(materials.trust.listed().iter().map(|listed| Arc::clone(&listed.certificate)));
    let content = Content::new(vec![&octets]);
    let authority = token_signer(signer, &content, &pool).ok_or_else(|| ignored("signature"))?;
    if !authority.extensions().has_purpose(&oid::TIME_STAMPING) {
        return Err(ignored("extKeyUsage"));
    }
    let within = Materials { pool, evidence: materials.evidence, ..*materials };
    let times = Times { control: info.at, now };
    if let Some(finding) = within.refuses_authority(&authority, times) {
        return Err(ignored(finding.code.as_str()));
    }
    Ok(TimestampSummary {
        at: info.at,
        authority: authority.subject().to_string(),
        policy: oid::dotted(info.policy),
        serial: info.serial.iter().map(|octet| format!("{octet:02x}")).collect(),
        imprint_algorithm: oid::dotted(info.imprint_algorithm),
        imprint: info.imprint.to_vec(),
    })
}

/// The certificate whose key made the token's signature, if everything in the SignerInfo holds.
fn token_signer(signer: &SignerInfo<'_>, content: &Content<'_>, pool: &[Arc<Certificate>]) -> Option<Arc<Certificate>> {
    let header = signer.signed_attributes.as_ref()?.signed_header();
    let prepared = prepare(signer, &header, oid::TST_INFO.as_bytes(), Some(content));
    if Outcome::of(&prepared.findings) != Outcome::Valid {
        return None;
    }
    let named = pool.iter().filter(|certificate| is_named_by(&signer.sid, certificate));
    named.take(4).find(|certificate| prepared.verify(signer, certificate).is_ok()).cloned()
}

/// The certificate is the one a SignerIdentifier names.
pub(crate) fn is_named_by(sid: &SignerIdentifier<'_>, certificate: &Certificate) -> bool {
    match sid {
        SignerIdentifier::IssuerAndSerial { issuer, serial } => certificate.is_identified_by(issuer, serial),
        SignerIdentifier::SubjectKeyIdentifier(wanted) => certificate.key_identifier().as_ref() == *wanted,
    }
}

fn tst_info(octets: &[u8]) -> Result<TstInfo<'_>, Error> {
    let mut fields = der::single(octets, Rules::Der)?.must_be(der::SEQUENCE)?.enter()?;
    if fields.must_be(der::INTEGER)?.small()? != 1 {
        return Err(Error::Value);
    }
    let policy = fields.must_be(der::OBJECT_IDENTIFIER)?.content;
    let mut imprint = fields.must_be(der::SEQUENCE)?.enter()?;
    let imprint_algorithm = AlgorithmIdentifier::parse(&imprint.read()?)?.oid;
    let digest = imprint.must_be(der::OCTET_STRING)?.content;
    imprint.finish()?;
    let serial = fields.must_be(der::INTEGER)?.content;
    let at = timestamp(&fields.must_be(der::GENERALIZED_TIME)?)?;
    fields.optional(der::SEQUENCE)?;
    fields.optional(der::BOOLEAN)?;
    let nonce = fields.optional(der::INTEGER)?.map(|nonce| nonce.content);
    fields.optional(der::context_constructed(0))?;
    if let Some(extensions) = fields.next()? {
        let list = extensions.must_be(der::context_constructed(1))?;
        if ExtensionReader::read_list(&list)?.iter().any(|extension| extension.critical) {
            return Err(Error::Value);
        }
    }
    fields.finish()?;
    Ok(TstInfo { policy, imprint_algorithm, imprint: digest, serial, at, nonce })
}
