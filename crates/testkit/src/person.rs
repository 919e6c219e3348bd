//! A person of the mini NCA: who it is, what its certificate is for, and its key; kept in a folder and read again.
//!
//! Must never: bear a real person's name or IIN.

use std::fs;
use std::path::Path;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::certificate::Certificate;
use crate::cms::{self, Options};
use crate::{Algorithm, Key, oids, pkcs12};

/// The list of people inside their folder.
pub const PEOPLE_FILE: &str = "people.json";

/// What a certificate says of the person's role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    Individual,
    FirstHead {
        bin: String,
        organization: String,
    },
    RightToSign {
        bin: String,
        organization: String,
    },
    FinancialRightToSign {
        bin: String,
        organization: String,
    },
    HumanResources {
        bin: String,
        organization: String,
    },
    Employee {
        bin: String,
        organization: String,
    },
    /// No person: the subject is the system, `system` its object identifier.
    InformationSystem {
        bin: String,
        organization: String,
        system: String,
    },
    /// Client of the treasury; `code` is "ROLE01" and its like.
    TreasuryClient {
        bin: String,
        organization: String,
        code: String,
    },
    /// Of the certification authority of state bodies, with its own purpose.
    CivilServant {
        bin: String,
        organization: String,
    },
    /// Of an authority that writes no extKeyUsage at all (state bodies, banks).
    WithoutPurposes {
        bin: String,
        organization: String,
    },
    /// A person on the NCA's own staff.
    NcaStaff,
}

impl Role {
    /// BIN and name of the legal entity.
    pub fn organization(&self) -> Option<(&str, &str)> {
        match self {
            Self::Individual | Self::NcaStaff => None,
            Self::FirstHead { bin, organization }
            | Self::RightToSign { bin, organization }
            | Self::FinancialRightToSign { bin, organization }
            | Self::HumanResources { bin, organization }
            | Self::Employee { bin, organization }
            | Self::InformationSystem { bin, organization, .. }
            | Self::TreasuryClient { bin, organization, .. }
            | Self::CivilServant { bin, organization }
            | Self::WithoutPurposes { bin, organization } => Some((bin, organization)),
        }
    }
}

/// What the key is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Sign,
    /// clientAuth only; the NCA issues such keys for RSA and GOST-2004.
    Authenticate,
}

/// Where the certificate's year lies, seen from the NCA's `at`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Validity {
    /// From a month ago.
    Valid,
    /// Ended a month ago.
    Expired,
    /// Begins in a month.
    NotYetValid,
    Between(Timestamp, Timestamp),
}

/// What to issue.
#[derive(Clone, Debug)]
pub struct PersonSpec {
    /// Names the files; one key per id.
    pub id: String,
    pub algorithm: Algorithm,
    pub role: Role,
    pub purpose: Purpose,
    pub validity: Validity,
    pub iin: String,
    pub surname: String,
    pub given: String,
    pub patronymic: Option<String>,
}

impl PersonSpec {
    /// An individual with a valid signing key; change the fields that matter to the test.
    pub fn individual(id: &str, algorithm: Algorithm) -> Self {
        Self {
            id: id.to_owned(),
            algorithm,
            role: Role::Individual,
            purpose: Purpose::Sign,
            validity: Validity::Valid,
            iin: "850417400014".to_owned(),
            surname: "СЫНАҚОВА".to_owned(),
            given: "ӘЙГЕРІМ".to_owned(),
            patronymic: Some("ҮЛГІҚЫЗЫ".to_owned()),
        }
    }
}

/// A certificate and its key.
#[derive(Clone)]
pub struct Person {
    pub id: String,
    pub key: Key,
    pub certificate: Certificate,
    /// "valid", "expired", "not yet valid", "revoked": for people who choose a key, not for programs.
    pub note: String,
}

/// A line of `people.json`.
#[derive(Serialize, Deserialize)]
struct Entry {
    id: String,
    iin: Option<String>,
    bin: Option<String>,
    name: String,
    patronymic: Option<String>,
    organization: Option<String>,
    algorithm: Algorithm,
    extended_key_usages: Vec<String>,
    note: String,
    /// File names inside the folder.
    certificate: String,
    key: String,
}

impl Person {
    pub fn from_pkcs12(id: &str, keystore: &[u8], password: &str) -> Self {
        let opened = pkcs12::open(keystore, password);
        let certificate = Certificate::read(&opened.certificate);
        Self { id: id.to_owned(), key: opened.key, certificate, note: "keystore".to_owned() }
    }

    pub fn algorithm(&self) -> Algorithm {
        self.key.algorithm()
    }

    pub fn iin(&self) -> Option<&str> {
        self.certificate.iin()
    }

    /// Detached CMS over `content`, DER, exactly as NCALayer makes it.
    pub fn sign_detached(&self, content: &[u8], at: Timestamp) -> Vec<u8> {
        cms::sign(&[self], content, &Options::detached(at))
    }

    /// CMS with `content` inside, DER.
    pub fn sign_attached(&self, content: &[u8], at: Timestamp) -> Vec<u8> {
        cms::sign(&[self], content, &Options::attached(at))
    }

    /// Writes `people.json` and the files it names into `folder`.
    pub fn save_all(folder: &Path, people: &[Self]) {
        fs::create_dir_all(folder.join("keys")).unwrap();
        let entries: Vec<Entry> = people.iter().map(|person| person.save(folder)).collect();
        let mut text = serde_json::to_string_pretty(&entries).unwrap();
        text.push('\n');
        fs::write(folder.join(PEOPLE_FILE), text).unwrap();
    }

    /// Everyone in `folder`.
    pub fn load_all(folder: &Path) -> Vec<Self> {
        let path = folder.join(PEOPLE_FILE);
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let entries: Vec<Entry> = serde_json::from_str(&text).unwrap();
        entries.into_iter().map(|entry| Self::load_entry(folder, entry)).collect()
    }

    /// The person called `id` in `folder`.
    pub fn load(folder: &Path, id: &str) -> Self {
        let people = Self::load_all(folder);
        let known: Vec<String> = people.iter().map(|person| person.id.clone()).collect();
        people
            .into_iter()
            .find(|person| person.id == id)
            .unwrap_or_else(|| panic!("nobody is called {id} here; known: {}", known.join(", ")))
    }

    fn save(&self, folder: &Path) -> Entry {
        let (certificate, key) = (format!("keys/{}.cer", self.id), format!("keys/{}.p8", self.id));
        fs::write(folder.join(&certificate), &self.certificate.der).unwrap();
        fs::write(folder.join(&key), self.key.to_pkcs8()).unwrap();
        let attribute = |identifier| self.certificate.subject(identifier).map(str::to_owned);
        Entry {
            id: self.id.clone(),
            iin: self.certificate.iin().map(str::to_owned),
            bin: self.certificate.bin().map(str::to_owned),
            name: self.certificate.common_name().to_owned(),
            patronymic: attribute(oids::GIVEN_NAME),
            organization: attribute(oids::ORGANIZATION),
            algorithm: self.algorithm(),
            extended_key_usages: self.certificate.extended_key_usages.clone(),
            note: self.note.clone(),
            certificate,
            key,
        }
    }

    fn load_entry(folder: &Path, entry: Entry) -> Self {
        let certificate = Certificate::read(&fs::read(folder.join(&entry.certificate)).unwrap());
        let key = Key::from_pkcs8(&fs::read(folder.join(&entry.key)).unwrap());
        Self { id: entry.id, key, certificate, note: entry.note }
    }
}
