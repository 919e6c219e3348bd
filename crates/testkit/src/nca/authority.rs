//! A certificate authority of the mini NCA: its certificate, and the certificates it issues.
//!
//! Field order, extensions and their order are those of the NCA's 2022 test certificates.
//! Must never: issue without the words that say it is a test.

use jiff::{SignedDuration, Timestamp};

use super::template::{Template, key_identifier};
use super::{extensions, subject};
use crate::certificate::Certificate;
use crate::holder::Holder;
use crate::{Algorithm, Key, Person, PersonSpec, Validity};

const YEAR: SignedDuration = SignedDuration::from_hours(24 * 365);

/// Key and certificate of an authority.
#[derive(Clone)]
pub struct Authority {
    pub key: Key,
    pub certificate: Certificate,
    /// The name written into what it issues, where that is not its subject octet by octet.
    pub issues_as: Option<Vec<u8>>,
}

impl Authority {
    /// A self-signed root.
    pub fn root(key: Key, at: Timestamp) -> Self {
        let identifier = key_identifier(&key.public_key_info());
        let template = Template::new(
            subject::authority("НЕГІЗГІ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ", key.algorithm()),
            (at - YEAR * 5, at + YEAR * 20),
            extensions::authority(&identifier, &identifier),
        );
        template.self_signed(key).into()
    }

    /// An issuing authority under this root.
    pub fn issue_authority(&self, key: Key, at: Timestamp) -> Self {
        let identifier = key_identifier(&key.public_key_info());
        let template = Template::new(
            subject::authority("ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ", key.algorithm()),
            (at - YEAR * 4, at + YEAR * 10),
            extensions::authority(&identifier, &self.certificate.subject_key_identifier),
        );
        template.issue(&self.into(), key).into()
    }

    /// A certificate for a person or a system.
    pub fn issue_person(&self, spec: &PersonSpec, key: Key, validity: (Timestamp, Timestamp)) -> Person {
        let identifier = key_identifier(&key.public_key_info());
        let authority = &self.certificate.subject_key_identifier;
        let extensions = extensions::person(spec, &identifier, authority);
        let template =
            Template { issuer: self.issues_as.clone(), ..Template::new(subject::person(spec), validity, extensions) };
        let Holder { key, certificate } = template.issue(&self.into(), key);
        let note = match spec.validity {
            Validity::Valid | Validity::Between(..) => "valid",
            Validity::Expired => "expired",
            Validity::NotYetValid => "not yet valid",
        };
        Person { id: spec.id.clone(), key, certificate, note: note.to_owned() }
    }

    pub fn name(&self) -> &[u8] {
        &self.certificate.subject_name
    }

    pub fn algorithm(&self) -> Algorithm {
        self.key.algorithm()
    }
}

impl From<Holder> for Authority {
    fn from(holder: Holder) -> Self {
        Self { key: holder.key, certificate: holder.certificate, issues_as: None }
    }
}
