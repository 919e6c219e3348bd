//! The NCA's services: an OCSP responder and a time-stamping authority for each issuing authority.
//!
//! Their certificates are as old as the authority (four years) and last five more, so that a test may ask about any day near it.
//! Must never: answer; that is for `ocsp` and `tsa`.

use jiff::{SignedDuration, Timestamp};

use super::template::{Template, key_identifier};
use super::{Nca, extensions, subject};
use crate::holder::Holder;
use crate::key::derive;
use crate::ocsp::{Responder, Status};
use crate::tsa::Tsa;
use crate::{Algorithm, Key, oids};

const YEAR: SignedDuration = SignedDuration::from_hours(24 * 365);

impl Nca {
    /// A key and certificate under the issuing authority for whatever a test asks; the label makes the key and the name.
    pub fn holder(&self, algorithm: Algorithm, label: &str, extensions: &[Vec<u8>]) -> Holder {
        self.holder_valid(algorithm, label, extensions, (self.at() - YEAR, self.at() + YEAR))
    }

    /// The same with a validity of its own.
    pub fn holder_valid(
        &self,
        algorithm: Algorithm,
        label: &str,
        extensions: &[Vec<u8>],
        validity: (Timestamp, Timestamp),
    ) -> Holder {
        self.holder_under(&self.issuing(algorithm), label, extensions, validity)
    }

    /// The same under any issuer, with a key of that issuer's algorithm.
    pub fn holder_under(
        &self,
        issuer: &Holder,
        label: &str,
        extensions: &[Vec<u8>],
        validity: (Timestamp, Timestamp),
    ) -> Holder {
        let algorithm = issuer.algorithm();
        let key = Key::from_seed(algorithm, derive(&self.seed, &format!("holder {label} {}", algorithm.name())));
        let mut all = extensions.to_vec();
        all.push(extensions::subject_key_identifier(&key_identifier(&key.public_key_info())));
        all.push(extensions::authority_key_identifier(&issuer.certificate.subject_key_identifier));
        Template::new(subject::plain(&format!("{label} TESTKIT")), validity, all).issue(issuer, key)
    }

    /// The responder of an issuing authority: it knows what is on the lists now and calls everything else good.
    pub fn responder(&self, algorithm: Algorithm) -> Responder {
        let extensions = [
            extensions::purposes(&[oids::OCSP_SIGNING]),
            extensions::key_usage(extensions::SIGN_AND_COMMIT),
            extensions::ocsp_nocheck(algorithm),
        ];
        let years = (self.at() - YEAR * 4, self.at() + YEAR * 5);
        let signer = self.holder_valid(algorithm, "OCSP RESPONDER", &extensions, years);
        let mut responder = Responder::new(self.issuing(algorithm), signer);
        for entry in self.revoked().iter().filter(|entry| entry.algorithm == algorithm) {
            responder.set(&entry.serial, Status::Revoked { at: entry.at, reason: entry.reason });
        }
        responder
    }

    /// The time-stamping authority with a key of this algorithm.
    pub fn tsa(&self, algorithm: Algorithm) -> Tsa {
        let extensions =
            [extensions::purposes(&[oids::TIME_STAMPING]), extensions::key_usage(extensions::SIGN_AND_COMMIT)];
        let years = (self.at() - YEAR * 4, self.at() + YEAR * 5);
        Tsa::new(self.holder_valid(algorithm, "TIME STAMPING AUTHORITY", &extensions, years))
    }
}
