//! The operator's trust list: anchors (self-signed) and listed issuing authorities, links checked once.
//! Here because nothing that comes with a message may create trust. It must never take a certificate for an anchor
//! whose own signature does not hold.

use std::sync::Arc;

use crate::input::decode_bundle;
use crate::x509::Certificate;

/// Certificates an operator may list; more is refused as a problem.
pub const LISTED_MAX: usize = 1_000;

/// Authorities whose keys are prepared; the NCA has about twenty.
const PREPARED_MAX: usize = 64;

/// One listed certificate.
#[derive(Clone, Debug)]
pub struct Listed {
    pub certificate: Arc<Certificate>,
    /// Self-signed, signature checked.
    pub anchor: bool,
    /// Positions of listed certificates whose name and key verified this one; empty for an anchor.
    pub issuers: Vec<usize>,
}

/// What could not be taken into the list, and why. The operator's to mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Which of the given files, counted from 0.
    pub file: usize,
    pub reason: String,
}

/// Anchors and listed issuing authorities. Built once, shared.
#[derive(Clone, Debug, Default)]
pub struct TrustList {
    listed: Vec<Listed>,
}

impl TrustList {
    /// Takes files of DER, PEM (one or several) or base64, any order, doubles tolerated.
    pub fn from_certificates<'a>(files: impl Iterator<Item = &'a [u8]>) -> (Self, Vec<Problem>) {
        let mut list = Self::default();
        let mut problems = Vec::new();
        for (file, octets) in files.enumerate() {
            let mut problem = |reason: String| problems.push(Problem { file, reason });
            let blocks = match decode_bundle(octets) {
                Ok(blocks) => blocks,
                Err(error) => {
                    problem(format!("not a certificate: {error:?}"));
                    continue;
                }
            };
            for block in blocks {
                match Certificate::from_der(&block) {
                    Ok(_) if list.listed.len() >= LISTED_MAX => problem(format!("more than {LISTED_MAX} certificates")),
                    Ok(certificate) => list.add(certificate),
                    Err(error) => problem(format!("not a certificate: {error}")),
                }
            }
        }
        list.link();
        (list, problems)
    }

    fn add(&mut self, certificate: Certificate) {
        if self.is_listed(&certificate) {
            return;
        }
        let anchor = certificate.is_self_issued() && certificate.verify_issued_by(&certificate).is_ok();
        self.listed.push(Listed { certificate: Arc::new(certificate), anchor, issuers: Vec::new() });
    }

    /// Checks the links between listed certificates once, so that a verification does not.
    fn link(&mut self) {
        let links: Vec<Vec<usize>> = self.listed.iter().map(|child| self.issuers_of(child)).collect();
        for (listed, issuers) in self.listed.iter_mut().zip(links) {
            listed.issuers = issuers;
        }
    }

    fn issuers_of(&self, child: &Listed) -> Vec<usize> {
        if child.anchor {
            return Vec::new();
        }
        let child = &child.certificate;
        let issued = |(_, issuer): &(usize, &Listed)| {
            let issuer = &issuer.certificate;
            child.issuer().matches(issuer.subject())
                && child.der() != issuer.der()
                && child.verify_issued_by(issuer).is_ok()
        };
        self.listed.iter().enumerate().filter(issued).map(|(position, _)| position).collect()
    }

    /// Prepares the keys of its authorities for many verifications, up to a quarter of a MiB and a few milliseconds each.
    /// For whoever keeps the list; a few files are verified sooner without.
    #[must_use]
    pub fn prepared(mut self) -> Self {
        let authorities = self.listed.iter_mut().filter(|listed| listed.certificate.extensions().ca);
        for listed in authorities.take(PREPARED_MAX) {
            Arc::make_mut(&mut listed.certificate).precompute();
        }
        self
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    #[must_use]
    pub fn listed(&self) -> &[Listed] {
        &self.listed
    }

    /// Byte-identical certificate is in the list.
    #[must_use]
    pub fn is_listed(&self, certificate: &Certificate) -> bool {
        self.listed.iter().any(|listed| listed.certificate.der() == certificate.der())
    }

    /// Byte-identical certificate is an anchor of the list.
    #[must_use]
    pub fn is_anchor(&self, certificate: &Certificate) -> bool {
        self.listed.iter().any(|listed| listed.anchor && listed.certificate.der() == certificate.der())
    }
}
