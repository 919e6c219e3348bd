//! Was a certificate revoked? Lists and answers weighed against one issuer and two instants.
//! Here because "no data", "stale data", "forged data" and "good" must never be mixed up (EDS.md 7).
//! It must never call a certificate good without one authentic, fresh, complete source.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use crate::crl::{Crl, REASON_HOLD, REASON_REMOVE, Revocation};
use crate::evidence::Evidence;
use crate::finding::{Code, Finding, note};
use crate::ocsp::Status;
use crate::policy::Policy;
use crate::x509::Certificate;

/// How far a responder's clock may run ahead.
pub const OCSP_SKEW_MAX_MINUTES: i64 = 5;

/// The instants a verification looks at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Times {
    /// When the signature is proven to have existed, else the time of verification.
    pub control: Timestamp,
    /// The time of verification.
    pub now: Timestamp,
}

/// What is known of one certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    Good,
    Revoked(Revocation),
    Unknown(Code),
}

/// What the certificate in question is looked at for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Proves {
    Signature,
    /// Its tokens may fall with it, whenever they were made.
    Time,
}

/// Collects sources. Sources that do not count leave a warning only.
pub(crate) struct Inquiry<'a> {
    certificate: &'a Certificate,
    issuer: &'a Certificate,
    policy: &'a Policy,
    times: Times,
    proves: Proves,
    good: bool,
    revoked: Option<Revocation>,
    stale: bool,
    unknown_to_responder: bool,
    notes: Vec<Finding>,
}

impl<'a> Inquiry<'a> {
    pub(crate) fn new(
        certificate: &'a Certificate,
        issuer: &'a Certificate,
        policy: &'a Policy,
        times: Times,
        proves: Proves,
    ) -> Self {
        Self {
            certificate,
            issuer,
            policy,
            times,
            proves,
            good: false,
            revoked: None,
            stale: false,
            unknown_to_responder: false,
            notes: Vec::new(),
        }
    }

    /// Weighs all evidence. An authentic "revoked" beats "good".
    pub(crate) fn standing(mut self, evidence: &[&Evidence]) -> (Standing, Vec<Finding>) {
        let crls: Vec<&Arc<Crl>> = evidence
            .iter()
            .flat_map(|source| &source.crls)
            .filter(|crl| crl.issuer().matches(self.certificate.issuer()))
            .collect();
        self.lists(&crls);
        for source in evidence {
            self.answers(source, evidence, &crls);
        }
        let standing = match self.revoked {
            Some(revocation) => Standing::Revoked(revocation),
            None if self.good => Standing::Good,
            None if self.unknown_to_responder => Standing::Unknown(Code::RevocationUnknownToResponder),
            None if self.stale => Standing::Unknown(Code::RevocationStale),
            None => Standing::Unknown(Code::RevocationMissing),
        };
        (standing, self.notes)
    }

    fn lists(&mut self, crls: &[&Arc<Crl>]) {
        let mut usable: Vec<&Arc<Crl>> = Vec::new();
        for crl in crls {
            if let Some(extension) = crl.unknown_critical() {
                note(&mut self.notes, Finding::about(Code::CrlNotUsable, extension));
            } else if crl.is_signed_by(self.issuer) {
                usable.push(crl);
            } else {
                note(&mut self.notes, Finding::new(Code::CrlNotAuthentic));
            }
        }
        let (deltas, bases): (Vec<_>, Vec<_>) = usable.into_iter().partition(|crl| crl.is_delta());
        for base in &bases {
            let applying: Vec<_> = deltas.iter().filter(|delta| delta.applies_to(base)).collect();
            let fresh = applying.iter().filter(|delta| self.list_is_fresh(delta));
            let newest = fresh.max_by_key(|delta| delta.this_update());
            self.list(base, newest.copied().copied());
            // What is final stays so: an older or stale delta proves it too, and makes nothing fresh.
            for delta in applying {
                if let Ok(Some(revocation)) = delta.find(self.certificate.serial())
                    && is_final(&revocation)
                {
                    self.listed(revocation, false);
                }
            }
        }
        if deltas.iter().any(|delta| !bases.iter().any(|base| delta.applies_to(base))) {
            note(&mut self.notes, Finding::new(Code::CrlDeltaWithoutBase));
        }
    }

    /// One complete list with its newest delta. A fresh delta does not make a stale base fresh.
    fn list(&mut self, base: &Crl, delta: Option<&Arc<Crl>>) {
        let serial = self.certificate.serial();
        let found = base.find(serial).and_then(|entry| match delta {
            None => Ok(entry),
            Some(delta) => Ok(match delta.find(serial)? {
                // Only a hold is lifted; what is final may be dropped from the lists because the certificate has expired (RFC 5280 5.3.1).
                Some(change) if change.reason == Some(REASON_REMOVE) => entry.filter(is_final),
                Some(change) => match entry.filter(is_final) {
                    Some(known) if !is_final(&change) || known.at <= change.at => Some(known),
                    _ => Some(change),
                },
                None => entry,
            }),
        });
        let fresh = self.list_is_fresh(base);
        match found {
            Err(error) => note(&mut self.notes, Finding::about(Code::CrlNotUsable, error)),
            Ok(Some(revocation)) => self.listed(revocation, fresh),
            Ok(None) if !fresh => {
                self.stale = true;
                note(&mut self.notes, Finding::about(Code::CrlStale, base.this_update()));
            }
            Ok(None) if !base.scope().covers(self.certificate) => {
                note(&mut self.notes, Finding::new(Code::CrlNotUsable));
            }
            Ok(None) => {
                self.good = true;
                // The NCA's lists drop certificates that have expired.
                if base.this_update() > self.certificate.not_after() {
                    note(&mut self.notes, Finding::about(Code::CrlAfterExpiry, base.this_update()));
                }
            }
        }
    }

    /// A revocation is final, so an authentic stale source proves it too; a hold may have been lifted since.
    fn listed(&mut self, revocation: Revocation, fresh: bool) {
        let undone = self.proves == Proves::Time && revocation.undoes_earlier_stamps();
        if revocation.at > self.times.control && !undone {
            self.good |= fresh;
            self.stale |= !fresh;
            note(&mut self.notes, Finding::about(Code::RevokedLater, revocation.at));
        } else if fresh || revocation.reason != Some(REASON_HOLD) {
            let earlier = self.revoked.is_none_or(|known| revocation.at < known.at);
            self.revoked = if earlier { Some(revocation) } else { self.revoked };
        } else {
            self.stale = true;
        }
    }

    fn answers(&mut self, source: &Evidence, evidence: &[&Evidence], crls: &[&Arc<Crl>]) {
        for response in &source.ocsp {
            let answers: Vec<_> = response.answers_for(self.certificate, self.issuer).collect();
            if answers.is_empty() {
                continue;
            }
            let at_hand = evidence.iter().flat_map(|source| &source.certificates).map(Arc::as_ref);
            let signer = response.signer(self.issuer, at_hand);
            if signer.is_none_or(|signer| self.is_listed(signer, crls)) {
                note(&mut self.notes, Finding::new(Code::OcspNotAuthentic));
                continue;
            }
            for answer in answers {
                let until =
                    answer.next_update.or_else(|| answer.this_update.checked_add(self.policy.ocsp_age_max).ok());
                let fresh = self.is_fresh(answer.this_update, until, SignedDuration::from_mins(OCSP_SKEW_MAX_MINUTES));
                match answer.status {
                    Status::Revoked(revocation) => self.listed(revocation, fresh),
                    _ if !fresh => {
                        self.stale = true;
                        note(&mut self.notes, Finding::about(Code::OcspStale, answer.this_update));
                    }
                    Status::Good => self.good = true,
                    Status::Unknown => self.unknown_to_responder = true,
                }
            }
        }
    }

    /// A responder whose certificate an authentic list names: its answers are left aside, whatever nocheck says.
    fn is_listed(&self, responder: &Certificate, crls: &[&Arc<Crl>]) -> bool {
        let names = |crl: &&&Arc<Crl>| {
            crl.unknown_critical().is_none()
                && !matches!(crl.find(responder.serial()), Ok(None))
                && crl.is_signed_by(self.issuer)
        };
        responder.der() != self.issuer.der() && crls.iter().any(|crl| names(&crl))
    }

    fn list_is_fresh(&self, crl: &Crl) -> bool {
        let young = self
            .policy
            .crl_age_max
            .is_none_or(|most| crl.this_update().checked_add(most).is_ok_and(|until| until >= self.times.control));
        young
            && crl
                .next_update()
                .is_some_and(|until| self.is_fresh(crl.this_update(), Some(until), SignedDuration::ZERO))
    }

    /// The source's own span must touch the span from the control time to the time of verification. Without a
    /// timestamp both are one instant, and this is "within thisUpdate..nextUpdate".
    fn is_fresh(&self, from: Timestamp, until: Option<Timestamp>, skew: SignedDuration) -> bool {
        let begun = self.times.now.checked_add(skew).is_ok_and(|latest| from <= latest);
        begun && until.is_some_and(|until| until >= self.times.control && until >= from)
    }
}

/// Neither a hold nor its end.
fn is_final(revocation: &Revocation) -> bool {
    !matches!(revocation.reason, Some(REASON_HOLD | REASON_REMOVE))
}
