//! Whoever holds a key and a certificate for it: a person, an authority, a responder, a time-stamping authority.
//!
//! Here so that every kind of signed object is made by the same hands. Must never: verify.

use crate::certificate::Certificate;
use crate::nca::authority::Authority;
use crate::{Algorithm, Key, Person};

/// A key and the certificate of its public half; cheap to clone.
#[derive(Clone)]
pub struct Holder {
    pub key: Key,
    pub certificate: Certificate,
}

impl Holder {
    pub fn algorithm(&self) -> Algorithm {
        self.key.algorithm()
    }

    /// Subject name, as encoded.
    pub fn name(&self) -> &[u8] {
        &self.certificate.subject_name
    }
}

impl From<&Person> for Holder {
    fn from(person: &Person) -> Self {
        Self { key: person.key.clone(), certificate: person.certificate.clone() }
    }
}

impl From<&Authority> for Holder {
    fn from(authority: &Authority) -> Self {
        Self { key: authority.key.clone(), certificate: authority.certificate.clone() }
    }
}
