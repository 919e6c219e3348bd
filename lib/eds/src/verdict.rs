//! The verdict over a file: `verify`, and what it answers.
//! Here as the one door of this library: every rule of issue "signature engine" part 3 meets here.
//! It must never say valid without at least one signer, a chain to the trust list and proof that nothing was revoked.

use std::borrow::Cow;
use std::sync::Arc;

use jiff::Timestamp;

use crate::algorithm::Algorithm;
use crate::cms::{self, Refused, SignedData, SignerInfo};
use crate::crl::Crl;
use crate::der::Error;
use crate::digest::DigestAlgorithm;
use crate::evidence::Evidence;
use crate::finding::{Code, Finding, Outcome, Severity, note};
use crate::input::{Decoded, InputError, decode_input};
use crate::ocsp::OcspResponse;
use crate::oid;
use crate::policy::Policy;
use crate::revocation::Times;
use crate::signature::{Content, Prepared, prepare};
use crate::standing::Materials;
use crate::subject::{CertificateSummary, Role};
use crate::timestamp::{self, TimestampSummary, is_named_by};
use crate::trust::TrustList;
use crate::x509::Certificate;

mod certificate;
mod extract;
mod xml;

pub use certificate::{CertificateVerdict, Known, verify_certificate};
pub use extract::extract;

/// Certificates tried for one signer that share its name and number.
const CANDIDATES_MAX: usize = 4;
/// Timestamp tokens looked at for one signer.
const TOKENS_MAX: usize = 16;

/// The answer for one file.
#[derive(Clone, Debug)]
pub struct Verdict {
    pub outcome: Outcome,
    /// About the file; those about a signature are with its signer.
    pub findings: Vec<Finding>,
    pub signers: Vec<SignerVerdict>,
    /// SHA-256 of the signed content, where there is any.
    pub content_sha256: Option<[u8; 32]>,
    /// Content lies inside the file.
    pub attached: bool,
}

/// The answer for one signature.
#[derive(Clone, Debug)]
pub struct SignerVerdict {
    pub outcome: Outcome,
    pub findings: Vec<Finding>,
    pub certificate: Option<CertificateSummary>,
    pub iin: Option<String>,
    pub bin: Option<String>,
    /// "SURNAME GIVEN PATRONYMIC", or the name of a system.
    pub name: Option<String>,
    pub role: Option<Role>,
    pub algorithm: Option<Algorithm>,
    /// What the signer states; proves nothing.
    pub signing_time: Option<Timestamp>,
    /// The earliest timestamp that holds.
    pub timestamp: Option<TimestampSummary>,
    /// Octets of the signature, over which a timestamp is asked.
    pub signature: Vec<u8>,
}

impl Verdict {
    /// All findings, of the file and of the signers.
    pub fn all_findings(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().chain(self.signers.iter().flat_map(|signer| &signer.findings))
    }

    /// Indeterminate, and only for want of revocation data: ask the NCA again later.
    #[must_use]
    pub fn waits_for_nca(&self) -> bool {
        self.outcome == Outcome::Indeterminate
            && self
                .all_findings()
                .filter(|finding| finding.severity() != Severity::Warning)
                .all(Finding::resolvable_by_nca)
    }

    fn refused(finding: Finding) -> Self {
        let outcome = Outcome::of([&finding]);
        Self { outcome, findings: vec![finding], signers: Vec::new(), content_sha256: None, attached: false }
    }
}

/// Verifies a CMS or XMLDSig signature. Total: any octets get a verdict.
///
/// `content` - the document, where it is not inside the file. `at` - time of verification, UTC.
#[must_use]
pub fn verify(
    input: &[u8],
    content: Option<&[u8]>,
    trust: &TrustList,
    evidence: &Evidence,
    policy: &Policy,
    at: Timestamp,
) -> Verdict {
    verify_at(input, content, trust, evidence, policy, Times { control: at, now: at })
}

/// The same for a signature that the caller knows to have existed at `existed_at`, by a witness of its own (a journal entry of the
/// day it was received): the control time is that instant, or an earlier one that a timestamp proves. Certificates are judged at
/// the control time, and revocation data published since counts. `now` - time of verification, UTC.
#[must_use]
pub fn verify_existing(
    input: &[u8],
    content: Option<&[u8]>,
    trust: &TrustList,
    evidence: &Evidence,
    policy: &Policy,
    existed_at: Timestamp,
    now: Timestamp,
) -> Verdict {
    verify_at(input, content, trust, evidence, policy, Times { control: existed_at.min(now), now })
}

fn verify_at(
    input: &[u8],
    content: Option<&[u8]>,
    trust: &TrustList,
    evidence: &Evidence,
    policy: &Policy,
    times: Times,
) -> Verdict {
    let binary: Cow<'_, [u8]> = match decode_input(input) {
        Ok(Decoded::Binary(binary)) => binary,
        Ok(Decoded::Xml(document)) => return xml::judge(document, content, trust, evidence, policy, times),
        Err(InputError::Empty) => return Verdict::refused(Finding::new(Code::InputEmpty)),
        Err(InputError::Unknown) => return Verdict::refused(Finding::new(Code::InputUnknown)),
        Err(InputError::Armour) => return Verdict::refused(Finding::about(Code::Malformed, "PEM")),
    };
    match cms::parse(&binary) {
        Ok(message) => judge(&message, content, trust, evidence, policy, times),
        Err(refused) => Verdict::refused(unreadable(refused)),
    }
}

fn unreadable(refused: Refused) -> Finding {
    match refused {
        Refused::NotSignedData => Finding::new(Code::NotSignedData),
        Refused::Malformed(_, Error::Trailing) => Finding::new(Code::TrailingBytes),
        Refused::Malformed(place, Error::Depth | Error::Limit) => Finding::about(Code::LimitExceeded, place),
        Refused::Malformed(place, _) => Finding::about(Code::Malformed, place),
    }
}

fn judge(
    message: &SignedData<'_>,
    given: Option<&[u8]>,
    trust: &TrustList,
    evidence: &Evidence,
    policy: &Policy,
    times: Times,
) -> Verdict {
    let mut findings = of_setting(trust, evidence);
    let embedded = embedded(message, &mut findings);
    let content = content(message, given, &mut findings);
    let pool = embedded.certificates.iter().chain(&evidence.certificates).cloned().collect();
    let materials = Materials { trust, evidence: [evidence, &embedded], policy, pool };
    let signers: Vec<SignerVerdict> = message
        .signers
        .iter()
        .map(|signer| judge_signer(message, signer, content.as_ref(), &materials, times))
        .collect();
    if signers.is_empty() {
        findings.push(Finding::new(Code::NoSigners));
    }
    let outcome = signers.iter().fold(Outcome::of(&findings), |sum, signer| sum.and(signer.outcome));
    let content_sha256 = content.and_then(|content| <[u8; 32]>::try_from(content.digest(DigestAlgorithm::Sha256)).ok());
    Verdict { outcome, findings, signers, content_sha256, attached: message.content.is_some() }
}

/// What is wrong with trust list and evidence, whatever the file.
fn of_setting(trust: &TrustList, evidence: &Evidence) -> Vec<Finding> {
    let mut findings = Vec::new();
    if trust.is_empty() {
        findings.push(Finding::new(Code::TrustListEmpty));
    }
    for finding in &evidence.left_aside {
        note(&mut findings, finding.clone());
    }
    findings
}

/// Certificates, lists and responses that came inside the message.
fn embedded(message: &SignedData<'_>, findings: &mut Vec<Finding>) -> Evidence {
    let mut evidence = Evidence::new();
    let mut aside = |what: &str| note(findings, Finding::about(Code::EmbeddedUnreadable, what));
    for octets in &message.certificates {
        match Certificate::from_der(octets) {
            Ok(certificate) => evidence.certificates.push(Arc::new(certificate)),
            Err(_) => aside("certificate"),
        }
    }
    for octets in &message.crls {
        match Crl::from_der(octets.to_vec()) {
            Ok(crl) => evidence.crls.push(Arc::new(crl)),
            Err(_) => aside("CRL"),
        }
    }
    for octets in &message.ocsp {
        match OcspResponse::from_der(octets) {
            Ok(response) => evidence.ocsp.push(Arc::new(response)),
            Err(_) => aside("OCSP"),
        }
    }
    evidence
}

fn content<'a>(message: &SignedData<'a>, given: Option<&'a [u8]>, findings: &mut Vec<Finding>) -> Option<Content<'a>> {
    match (&message.content, given) {
        (Some(segments), given) => {
            let content = Content::new(segments.clone());
            if given.is_some_and(|given| !content.equals(given)) {
                findings.push(Finding::new(Code::ContentDiffers));
            }
            Some(content)
        }
        (None, Some(given)) => Some(Content::new(vec![given])),
        (None, None) => {
            findings.push(Finding::new(Code::ContentMissing));
            None
        }
    }
}

fn judge_signer(
    message: &SignedData<'_>,
    signer: &SignerInfo<'_>,
    content: Option<&Content<'_>>,
    materials: &Materials<'_>,
    times: Times,
) -> SignerVerdict {
    let header = signer.signed_attributes.as_ref().map(cms::Attributes::signed_header).unwrap_or_default();
    let prepared = prepare(signer, &header, message.content_type, content);
    let mut verdict = SignerVerdict::begin(prepared.findings.clone(), prepared.algorithm, &signer.signature);
    verdict.signing_time = prepared.signing_time;
    let certificate = signer_certificate(signer, &prepared, materials);
    if certificate.is_some() {
        verdict.timestamp = earliest_timestamp(signer, materials, times.now, &mut verdict.findings);
    }
    verdict.finish(certificate, materials, times)
}

impl SignerVerdict {
    fn begin(findings: Vec<Finding>, algorithm: Option<Algorithm>, signature: &[u8]) -> Self {
        Self {
            outcome: Outcome::Invalid,
            findings,
            certificate: None,
            iin: None,
            bin: None,
            name: None,
            role: None,
            algorithm,
            signing_time: None,
            timestamp: None,
            signature: signature.to_vec(),
        }
    }

    /// Judges the certificate at the control time and by the policy, and sums up.
    fn finish(
        mut self,
        certificate: Option<(Arc<Certificate>, Result<(), Finding>)>,
        materials: &Materials<'_>,
        times: Times,
    ) -> Self {
        match certificate {
            None => self.findings.push(Finding::new(Code::SignerCertificateMissing)),
            Some((certificate, checked)) => {
                self.findings.extend(checked.err());
                let control =
                    self.timestamp.as_ref().map_or(times.control, |timestamp| timestamp.at.min(times.control));
                let summary = CertificateSummary::of(&certificate);
                for finding in materials.judge(&certificate, Times { control, now: times.now }) {
                    note(&mut self.findings, finding);
                }
                for finding in materials.policy.findings(&certificate, &summary) {
                    note(&mut self.findings, finding);
                }
                self.iin.clone_from(&summary.iin);
                self.bin.clone_from(&summary.bin);
                self.name = summary.full_name();
                self.role = summary.role();
                self.certificate = Some(summary);
            }
        }
        self.outcome = Outcome::of(&self.findings);
        self
    }
}

/// The signer's certificate: of those it may name, the first whose key fits, else the first with what is wrong.
fn signer_certificate(
    signer: &SignerInfo<'_>,
    prepared: &Prepared<'_>,
    materials: &Materials<'_>,
) -> Option<(Arc<Certificate>, Result<(), Finding>)> {
    let listed = materials.trust.listed().iter().map(|listed| &listed.certificate);
    let named = materials.pool.iter().chain(listed).filter(|certificate| is_named_by(&signer.sid, certificate));
    let mut first = None;
    for certificate in named.take(CANDIDATES_MAX) {
        let checked = prepared.verify(signer, certificate);
        if checked.is_ok() {
            return Some((Arc::clone(certificate), checked));
        }
        first.get_or_insert_with(|| (Arc::clone(certificate), checked));
    }
    first
}

fn earliest_timestamp(
    signer: &SignerInfo<'_>,
    materials: &Materials<'_>,
    now: Timestamp,
    findings: &mut Vec<Finding>,
) -> Option<TimestampSummary> {
    let attributes = signer.unsigned_attributes.as_ref()?;
    let mut earliest: Option<TimestampSummary> = None;
    for token in attributes.values(&oid::TIMESTAMP_TOKEN).take(TOKENS_MAX) {
        match timestamp::verify(token.raw, &signer.signature, materials, now) {
            Ok(found) if earliest.as_ref().is_none_or(|known| found.at < known.at) => earliest = Some(found),
            Ok(_) => {}
            Err(finding) => note(findings, finding),
        }
    }
    earliest
}
