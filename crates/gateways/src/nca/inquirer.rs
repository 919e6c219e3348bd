//! Asks the responder about the signers whose verdict lacks revocation data, and remembers what it said.
//! Here so that the command line and a service ask alike. It must never count an answer itself: the answer becomes evidence, and
//! `eds` judges again.

use std::sync::Arc;

use eds::ocsp::{OcspResponse, refusal, request};
use eds::{Certificate, Evidence, Finding, TrustList, Verdict};
use jiff::{SignedDuration, Timestamp};

use super::{Nca, OcspCache, Question};

/// One OCSP responder with a memory.
pub struct Inquirer {
    nca: Arc<dyn Nca>,
    address: String,
    answers: OcspCache,
}

impl Inquirer {
    /// `answers_max`: answers remembered.
    #[must_use]
    pub fn new(nca: Arc<dyn Nca>, address: String, answers_max: usize) -> Self {
        Self { nca, address, answers: OcspCache::new(answers_max) }
    }

    /// Certificates of signers about whom the NCA could still say something, each with its listed issuer.
    #[must_use]
    pub fn lacking(verdict: &Verdict, trust: &TrustList) -> Vec<(Certificate, Certificate)> {
        let lacking = verdict.signers.iter().filter(|signer| signer.findings.iter().any(Finding::resolvable_by_nca));
        let certificates = lacking.filter_map(|signer| Certificate::from_der(&signer.certificate.as_ref()?.der).ok());
        certificates.filter_map(|certificate| issuer(&certificate, trust).map(|issuer| (certificate, issuer))).collect()
    }

    /// Adds an answer about `certificate` to `evidence`: a remembered one, else a fresh one asked for with `nonce` (random, used
    /// once). An answer that does not repeat the nonce or cannot be read becomes a warning of the next verdict.
    ///
    /// # Errors
    /// A sentence why there is no answer.
    pub async fn inquire(
        &self,
        (certificate, issuer): (&Certificate, &Certificate),
        nonce: &[u8; 32],
        age_max: SignedDuration,
        now: Timestamp,
        evidence: &mut Evidence,
    ) -> Result<(), String> {
        if let Some(remembered) = self.answers.get(certificate, issuer, now) {
            evidence.add_shared_ocsp(remembered);
            return Ok(());
        }
        let question = Question::Ocsp(request(certificate, issuer, Some(nonce)));
        let octets = self.nca.ask(&self.address, &question).await.got()?;
        if let Some(status) = refusal(&octets) {
            return Err(format!("the responder answered {status}"));
        }
        evidence
            .add_ocsp_asked(&self.address, &octets, nonce)
            .map_err(|why| format!("the answer was left aside ({why})"))?;
        if let Ok(response) = OcspResponse::from_der(&octets) {
            self.answers.keep(certificate, issuer, Arc::new(response), age_max, now);
        }
        Ok(())
    }
}

/// The listed certificate that issued this one.
fn issuer(certificate: &Certificate, trust: &TrustList) -> Option<Certificate> {
    let listed = trust.listed().iter().map(|listed| listed.certificate.as_ref());
    let mut named = listed.filter(|issuer| certificate.issuer().matches(issuer.subject()));
    named.find(|issuer| certificate.verify_issued_by(issuer).is_ok()).cloned()
}
