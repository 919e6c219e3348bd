//! The verdict over a signed XML document: the same rules as for CMS, other mathematics.
//! Here apart so that neither format's reading leaks into the other. It must never verify a Signature with a key that
//! is not in a certificate.

use std::sync::Arc;

use super::{SignerVerdict, Verdict, of_setting};
use crate::evidence::Evidence;
use crate::finding::{Code, Finding, Outcome, note};
use crate::policy::Policy;
use crate::revocation::Times;
use crate::signature::refused;
use crate::standing::Materials;
use crate::trust::TrustList;
use crate::x509::Certificate;
use crate::xml::{Refused, XmlSignature, parse};

pub(super) fn judge(
    document: &[u8],
    given: Option<&[u8]>,
    trust: &TrustList,
    evidence: &Evidence,
    policy: &Policy,
    times: Times,
) -> Verdict {
    let signatures = match parse(document) {
        Ok(signatures) => signatures,
        Err(Refused::Malformed) => return Verdict::refused(Finding::about(Code::Malformed, "XML")),
        Err(Refused::Limit) => return Verdict::refused(Finding::about(Code::LimitExceeded, "XML")),
        Err(Refused::Form(what)) => return Verdict::refused(Finding::about(Code::XmlForm, what)),
    };
    let mut findings = of_setting(trust, evidence);
    if given.is_some_and(|given| given.trim_ascii() != document) {
        findings.push(Finding::new(Code::ContentDiffers));
    }
    if signatures.is_empty() {
        findings.push(Finding::new(Code::NoSigners));
    }
    let none = Evidence::new();
    let mut signers = Vec::new();
    for signature in &signatures {
        let mut own = Vec::new();
        for octets in &signature.certificates {
            match Certificate::from_der(octets) {
                Ok(certificate) => own.push(Arc::new(certificate)),
                Err(_) => note(&mut findings, Finding::about(Code::EmbeddedUnreadable, "certificate")),
            }
        }
        // The first certificate is the signer's where none fits; those given beside the file only complete chains.
        let pool = own.iter().chain(&evidence.certificates).cloned().collect();
        let materials = Materials { trust, evidence: [evidence, &none], policy, pool };
        signers.push(judge_signature(signature, &own, &materials, times));
    }
    let outcome = signers.iter().fold(Outcome::of(&findings), |sum, signer| sum.and(signer.outcome));
    Verdict { outcome, findings, signers, content_sha256: None, attached: true }
}

fn judge_signature(
    signature: &XmlSignature,
    own: &[Arc<Certificate>],
    materials: &Materials<'_>,
    times: Times,
) -> SignerVerdict {
    let mut findings = Vec::new();
    findings.extend(signature.algorithm.err().map(refused));
    match &signature.digests {
        Err(refusal) => note(&mut findings, refused(*refusal)),
        Ok((signed, computed)) if signed != computed => findings.push(Finding::new(Code::DigestMismatch)),
        Ok(_) => {}
    }
    let family = signature.algorithm.ok().map(|(family, _)| family);
    let candidates = if own.is_empty() { &materials.pool } else { own };
    let fits = candidates.iter().find(|certificate| verify(signature, certificate).is_ok());
    let certificate = fits.or(own.first()).map(|certificate| (Arc::clone(certificate), verify(signature, certificate)));
    SignerVerdict::begin(findings, family, &signature.value).finish(certificate, materials, times)
}

fn verify(signature: &XmlSignature, certificate: &Certificate) -> Result<(), Finding> {
    // An algorithm that is refused has its finding already.
    let Ok((algorithm, digest)) = signature.algorithm else { return Ok(()) };
    let key = certificate.key().map_err(refused)?;
    if key.algorithm() != algorithm {
        return Err(Finding::new(Code::AlgorithmDiffers));
    }
    key.verify(digest, &[&signature.signed_info], &signature.value).map_err(refused)
}
