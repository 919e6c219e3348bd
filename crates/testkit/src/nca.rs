//! A mini NCA of the certificate profile of the NCA RK: a root and an issuing authority per algorithm, people, CRLs.
//!
//! Deterministic: the same seed and time give the same octets. Made at the first use: an RSA key costs part of a second.
//! Must never: be mistaken for the NCA; every name it writes says that it is a test.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::sync::{Mutex, OnceLock};

use jiff::{SignedDuration, Timestamp};

use crate::holder::Holder;
use crate::key::derive;
use crate::{Algorithm, Key, Person, PersonSpec, Validity};

pub mod authority;
pub mod crl;
pub mod demo;
pub mod extensions;
pub mod generation;
mod service;
pub mod subject;
pub mod template;

use authority::Authority;
use crl::{List, Revoked};

const DAY: SignedDuration = SignedDuration::from_hours(24);
/// Life of a base CRL of the test NCA, in days.
const CRL_DAYS: i32 = 180;
const PERSON_DAYS: i32 = 365;

/// One hierarchy: root and issuing authority.
#[derive(Clone)]
pub struct Hierarchy {
    pub root: Authority,
    pub issuing: Authority,
}

/// The mini NCA.
pub struct Nca {
    seed: [u8; 32],
    at: Timestamp,
    hierarchies: [OnceLock<Hierarchy>; 4],
    revoked: Vec<Revoked>,
}

impl Nca {
    /// An NCA as it stands at `at`; validities are counted from there.
    pub fn new(seed: [u8; 32], at: Timestamp) -> Self {
        Self { seed, at, hierarchies: Default::default(), revoked: Vec::new() }
    }

    pub fn at(&self) -> Timestamp {
        self.at
    }

    /// Root and issuing authority of an algorithm.
    pub fn hierarchy(&self, algorithm: Algorithm) -> &Hierarchy {
        self.hierarchies[algorithm as usize].get_or_init(|| made_once(self.seed, self.at, algorithm))
    }

    /// Issues a certificate with a key of its own.
    pub fn person(&self, spec: &PersonSpec) -> Person {
        let key = Key::from_seed(
            spec.algorithm,
            derive(&self.seed, &format!("person {} {}", spec.id, spec.algorithm.name())),
        );
        self.hierarchy(spec.algorithm).issuing.issue_person(spec, key, self.validity(spec.validity))
    }

    /// The same person with a certificate for a key that exists already.
    pub fn person_with_key(&self, spec: &PersonSpec, key: Key) -> Person {
        self.hierarchy(spec.algorithm).issuing.issue_person(spec, key, self.validity(spec.validity))
    }

    fn validity(&self, validity: Validity) -> (Timestamp, Timestamp) {
        let from = match validity {
            Validity::Between(from, to) => return (from, to),
            Validity::Valid => self.at - DAY * 30,
            Validity::Expired => self.at - DAY * (PERSON_DAYS + 30),
            Validity::NotYetValid => self.at + DAY * 30,
        };
        (from, from + DAY * PERSON_DAYS)
    }

    /// Puts a certificate on the next CRLs, without a reason code.
    pub fn revoke(&mut self, person: &Person, at: Timestamp) {
        self.revoke_for(person, at, None);
    }

    /// Puts a certificate on the next CRLs; `reason` is a CRLReason (RFC 5280 5.3.1).
    pub fn revoke_for(&mut self, person: &Person, at: Timestamp, reason: Option<u8>) {
        self.revoke_holder(&person.into(), at, reason);
    }

    /// The same for a responder, a time-stamping authority or whoever holds a key.
    pub fn revoke_holder(&mut self, holder: &Holder, at: Timestamp, reason: Option<u8>) {
        let serial = holder.certificate.serial.clone();
        self.revoked.push(Revoked { algorithm: holder.algorithm(), serial, at, reason });
    }

    /// The base CRL of the GOST-2015 authority.
    pub fn crl(&self, this_update: Timestamp, next_update: Timestamp) -> Vec<u8> {
        self.crl_of(Algorithm::Gost512, this_update, next_update)
    }

    /// The base CRL of one authority; its number is `this_update` in seconds.
    pub fn crl_of(&self, algorithm: Algorithm, this_update: Timestamp, next_update: Timestamp) -> Vec<u8> {
        self.list(algorithm, this_update, next_update).sign()
    }

    /// The same before it is signed, to be changed.
    pub fn list(&self, algorithm: Algorithm, this_update: Timestamp, next_update: Timestamp) -> List {
        let list = List::new(self.issuing(algorithm), this_update, next_update);
        let revoked = self.revoked.iter().filter(|entry| entry.algorithm == algorithm);
        revoked.fold(list, |list, entry| list.with(&entry.serial, entry.at, entry.reason))
    }

    /// Certificates on the lists.
    pub fn revoked(&self) -> &[Revoked] {
        &self.revoked
    }

    /// The issuing authority of an algorithm, as one who signs.
    pub fn issuing(&self, algorithm: Algorithm) -> Holder {
        (&self.hierarchy(algorithm).issuing).into()
    }

    /// A trust folder: certificates, CRLs valid for half a year from `at`, and `trust.toml` with the environment.
    ///
    /// GOST-2015 files are `root.cer`, `nca.cer`, `crl/nca.crl`; the others bear their algorithm: `root_rsa.cer`.
    pub fn write_trust(&self, folder: &Path, environment: &str) {
        fs::create_dir_all(folder.join("crl")).unwrap();
        for algorithm in Algorithm::ALL {
            let suffix = match algorithm {
                Algorithm::Gost512 => String::new(),
                other => format!("_{}", other.name()),
            };
            let hierarchy = self.hierarchy(algorithm);
            fs::write(folder.join(format!("root{suffix}.cer")), &hierarchy.root.certificate.der).unwrap();
            fs::write(folder.join(format!("nca{suffix}.cer")), &hierarchy.issuing.certificate.der).unwrap();
            let crl = self.crl_of(algorithm, self.at, self.at + DAY * CRL_DAYS);
            fs::write(folder.join(format!("crl/nca{suffix}.crl")), crl).unwrap();
        }
        fs::write(folder.join("trust.toml"), format!("environment = \"{environment}\"\n")).unwrap();
    }
}

/// Many tests make the same NCA: each of its hierarchies is made once per process.
fn made_once(seed: [u8; 32], at: Timestamp, algorithm: Algorithm) -> Hierarchy {
    type Made = HashMap<([u8; 32], Timestamp, Algorithm), Hierarchy>;
    static MADE: OnceLock<Mutex<Made>> = OnceLock::new();
    let make = || {
        let key = |label: &str| Key::from_seed(algorithm, derive(&seed, &format!("{label} {}", algorithm.name())));
        let root = Authority::root(key("root"), at);
        let issuing = root.issue_authority(key("issuing"), at);
        Hierarchy { root, issuing }
    };
    let mut made = MADE.get_or_init(Mutex::default).lock().unwrap();
    made.entry((seed, at, algorithm)).or_insert_with(make).clone()
}
