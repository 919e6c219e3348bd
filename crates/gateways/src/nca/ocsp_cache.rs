//! OCSP answers that were authentic and are still fresh, by issuer and serial number.
//! Here so that many files of one signer ask once, and a short outage of the responder changes no verdict (NCANode #9). It must
//! never keep what it did not verify, longer than the answer or the policy allows, or more than its bound.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use eds::Certificate;
use eds::digest::DigestAlgorithm;
use eds::ocsp::{OcspResponse, Status};
use jiff::{SignedDuration, Timestamp};

/// SHA-256 of the issuer's certificate, serial number without leading zeros.
type Key = (Vec<u8>, Vec<u8>);

struct Kept {
    response: Arc<OcspResponse>,
    from: Timestamp,
    until: Timestamp,
}

/// A bounded cache. Shared by reference.
pub struct OcspCache {
    kept: Mutex<BTreeMap<Key, Kept>>,
    answers_max: usize,
}

impl OcspCache {
    #[must_use]
    pub fn new(answers_max: usize) -> Self {
        Self { kept: Mutex::new(BTreeMap::new()), answers_max }
    }

    /// A fresh answer about this certificate.
    #[must_use]
    pub fn get(&self, certificate: &Certificate, issuer: &Certificate, now: Timestamp) -> Option<Arc<OcspResponse>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let found = kept.get(&key(certificate, issuer))?;
        (found.from <= now && now <= found.until).then(|| Arc::clone(&found.response))
    }

    /// Keeps an answer that is signed for `issuer` and says good or revoked; true where it was kept. "Unknown" is asked again.
    pub fn keep(
        &self,
        certificate: &Certificate,
        issuer: &Certificate,
        response: Arc<OcspResponse>,
        age_max: SignedDuration,
        now: Timestamp,
    ) -> bool {
        let answer = response.answers_for(certificate, issuer).max_by_key(|answer| answer.this_update);
        let Some(answer) = answer.filter(|answer| answer.status != Status::Unknown) else { return false };
        let from = answer.this_update;
        let Ok(oldest) = from.checked_add(age_max) else { return false };
        let until = answer.next_update.map_or(oldest, |next| next.min(oldest));
        if until < now || response.signer(issuer, std::iter::empty()).is_none() {
            return false;
        }
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.insert(key(certificate, issuer), Kept { response, from: from.min(now), until });
        if kept.len() > self.answers_max {
            kept.retain(|_, one| one.until >= now);
        }
        while kept.len() > self.answers_max {
            let Some(first) = kept.iter().min_by_key(|(_, one)| one.until).map(|(key, _)| key.clone()) else { break };
            kept.remove(&first);
        }
        true
    }

    /// Answers that are kept.
    #[must_use]
    pub fn len(&self) -> usize {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

fn key(certificate: &Certificate, issuer: &Certificate) -> Key {
    let serial = eds::der::without_leading_zeros(certificate.serial()).to_vec();
    (DigestAlgorithm::Sha256.digest(&[issuer.der()]), serial)
}
