//! Building the chain from a certificate to an anchor of the trust list, and judging its links (RFC 5280 6.1).
//! Here because names are compared loosely, key identifiers are hints, and several generations of one authority share a
//! name. It must never end a chain in a certificate that the operator did not list.

use std::sync::Arc;

use jiff::Timestamp;

use crate::algorithm::Refusal;
use crate::finding::{Code, Finding, note};
use crate::oid;
use crate::signature::refused;
use crate::trust::TrustList;
use crate::x509::Certificate;

/// Certificates in a chain, leaf and anchor included.
pub const CHAIN_MAX: usize = 8;
/// Signatures checked while one chain is looked for; a message full of look-alikes costs no more than this.
pub const CHAIN_CHECKS_MAX: usize = 32;

/// One certificate of a chain.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    pub certificate: Arc<Certificate>,
    /// Position in the trust list; `None` = it came with the message or beside it.
    pub listed: Option<usize>,
    pub anchor: bool,
}

/// Leaf first. `complete` = the last link is an anchor.
#[derive(Clone, Debug)]
pub(crate) struct Chain {
    pub links: Vec<Link>,
    pub complete: bool,
    pub findings: Vec<Finding>,
}

struct Search<'a> {
    trust: &'a TrustList,
    pool: &'a [Arc<Certificate>],
    checks_left: usize,
    failures: Vec<Finding>,
    found: Vec<Vec<Link>>,
}

/// Looks for a chain and judges it at `time` (shell model: every certificate valid at that one instant).
pub(crate) fn build(leaf: &Arc<Certificate>, pool: &[Arc<Certificate>], trust: &TrustList, time: Timestamp) -> Chain {
    let listed = trust.listed().iter().position(|listed| listed.certificate.der() == leaf.der());
    let anchor = listed.is_some_and(|at| trust.listed().get(at).is_some_and(|listed| listed.anchor));
    let mut search = Search { trust, pool, checks_left: CHAIN_CHECKS_MAX, failures: Vec::new(), found: Vec::new() };
    let first = Link { certificate: Arc::clone(leaf), listed, anchor };
    search.extend(&mut vec![first.clone()]);
    let judged = search.found.iter().map(|links| (links, judge(links, time)));
    // The first chain without a finding, else the first one.
    match judged.min_by_key(|(_, findings)| findings.len().min(1)) {
        Some((links, findings)) => Chain { links: links.clone(), complete: true, findings },
        None => {
            let links = vec![first];
            let mut findings = judge(&links, time);
            note(&mut findings, failure(leaf, search.failures));
            Chain { links, complete: false, findings }
        }
    }
}

/// Why there is no chain: what may only be missing weighs more than what failed on another branch.
fn failure(leaf: &Certificate, failures: Vec<Finding>) -> Finding {
    let missing = failures.iter().position(|finding| finding.code == Code::IssuerUnknown).unwrap_or(0);
    failures.into_iter().nth(missing).unwrap_or_else(|| Finding::about(Code::IssuerUnknown, leaf.issuer()))
}

impl Search<'_> {
    fn extend(&mut self, path: &mut Vec<Link>) {
        let Some(last) = path.last().cloned() else { return };
        if last.anchor {
            self.found.push(path.clone());
            return;
        }
        let candidates = self.candidates(&last);
        let mut known = false;
        for (candidate, checked) in candidates {
            if path.iter().any(|link| link.certificate.der() == candidate.certificate.der()) {
                continue;
            }
            if path.len() >= CHAIN_MAX || (!checked && self.checks_left == 0) {
                break;
            }
            if !checked {
                self.checks_left -= 1;
                if let Err(refusal) = last.certificate.verify_issued_by(&candidate.certificate) {
                    known |= self.signature_failed(&last.certificate, &candidate.certificate, refusal);
                    continue;
                }
            }
            known = true;
            if let Some(finding) = may_issue(&candidate, path) {
                self.failures.push(finding);
                continue;
            }
            path.push(candidate);
            self.extend(path);
            path.pop();
        }
        if !known {
            self.failures.push(Finding::about(Code::IssuerUnknown, last.certificate.issuer()));
        }
    }

    /// Certificates that may have issued `last`, listed ones first; `true` = the signature was checked before.
    fn candidates(&self, last: &Link) -> Vec<(Link, bool)> {
        let of_list = |position: usize| {
            let listed = self.trust.listed().get(position)?;
            let certificate = Arc::clone(&listed.certificate);
            Some(Link { certificate, listed: Some(position), anchor: listed.anchor })
        };
        let own = last.listed.and_then(|position| self.trust.listed().get(position));
        let checked = own.map(|listed| listed.issuers.as_slice()).unwrap_or_default();
        let mut all: Vec<(Link, bool)> =
            checked.iter().filter_map(|at| of_list(*at)).map(|link| (link, true)).collect();
        let issuer = last.certificate.issuer();
        if last.listed.is_none() {
            let named = (0..self.trust.listed().len()).filter_map(of_list);
            all.extend(named.filter(|link| link.certificate.subject().matches(issuer)).map(|link| (link, false)));
        }
        let named = self.pool.iter().filter(|certificate| certificate.subject().matches(issuer));
        let of_pool =
            |certificate: &Arc<Certificate>| Link { certificate: Arc::clone(certificate), listed: None, anchor: false };
        all.extend(named.map(|certificate| (of_pool(certificate), false)));
        all
    }

    /// A failed signature is proof of a forgery only where nothing hints at another key of the same name.
    /// Returns whether the issuer counts as known.
    fn signature_failed(&mut self, child: &Certificate, issuer: &Certificate, refusal: Refusal) -> bool {
        if refusal == Refusal::Weak || refusal == Refusal::Unknown {
            self.failures.push(refused(refusal));
            return true;
        }
        let wanted = &child.extensions().authority_key_identifier;
        let offered = &issuer.extensions().subject_key_identifier;
        let other_key = matches!((wanted, offered), (Some(wanted), Some(offered)) if wanted != offered);
        if other_key || child.der() == issuer.der() {
            return false;
        }
        self.failures.push(Finding::about(Code::CertificateSignatureWrong, common_name(child)));
        true
    }
}

/// cA, keyCertSign and pathLenConstraint of an issuer above `path`. RFC 5280 6.1.4 (k)-(n).
fn may_issue(issuer: &Link, path: &[Link]) -> Option<Finding> {
    let extensions = issuer.certificate.extensions();
    let may_sign = extensions.key_usage.is_none_or(|usage| usage.key_cert_sign());
    if !extensions.ca || !may_sign {
        return Some(Finding::about(Code::IssuerNotCa, common_name(&issuer.certificate)));
    }
    let below = path.iter().skip(1).filter(|link| !link.certificate.is_self_issued()).count();
    let too_long = extensions.path_len.is_some_and(|most| u64::try_from(below).unwrap_or(u64::MAX) > most);
    too_long.then(|| Finding::about(Code::PathTooLong, common_name(&issuer.certificate)))
}

/// Validity and critical extensions of every link.
fn judge(links: &[Link], time: Timestamp) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (position, Link { certificate, .. }) in links.iter().enumerate() {
        let leaf = position == 0;
        if let Some(extension) = &certificate.extensions().unknown_critical {
            note(&mut findings, Finding::about(Code::UnknownCriticalExtension, extension));
        }
        if time < certificate.not_before() {
            note(
                &mut findings,
                match leaf {
                    true => Finding::about(Code::CertificateNotYetValid, certificate.not_before()),
                    false => Finding::about(Code::IssuerNotYetValid, common_name(certificate)),
                },
            );
        }
        if time > certificate.not_after() {
            note(
                &mut findings,
                match leaf {
                    true => Finding::about(Code::CertificateExpired, certificate.not_after()),
                    false => Finding::about(Code::IssuerExpired, common_name(certificate)),
                },
            );
        }
    }
    findings
}

/// CN of an authority. Never used for a leaf that may be a person, whose serial number is named instead.
pub(crate) fn common_name(certificate: &Certificate) -> String {
    let name = certificate.subject().first(&oid::COMMON_NAME);
    match name {
        Some(name) if certificate.extensions().ca => name.to_owned(),
        _ => certificate.serial_text(),
    }
}
