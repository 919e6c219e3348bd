//! A folder of everything the mini NCA mints, right and wrong, with the verdict each file deserves.
//!
//! For fuzzing (seeds) and for verifiers that are not ours: `expected.json` says what to ask and what to expect.
//! Must never: hold a verdict that was copied from a verifier; each is what the rules of issue 3 say.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use crate::nca::crl::List;
use crate::nca::generation::Generation;
use crate::{Algorithm, Nca, Person, PersonSpec, Validity, der};

mod documents;
mod evidence;
mod messages;
mod timestamps;

const DAY: SignedDuration = SignedDuration::from_hours(24);
/// The document that detached signatures are over.
pub const CONTENT: &[u8] = "Өтініш: a document of the test corpus\r\n".as_bytes();
/// Of the keystores under `p12/`.
pub const PASSWORD: &str = "Qwerty12";
const CONTENT_FILE: &str = "content.bin";

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    Valid,
    Invalid,
    Indeterminate,
}

/// One question: a file, what is given beside it, and the answer it deserves.
#[derive(Clone, Debug, Serialize)]
pub struct Case {
    pub file: String,
    /// The detached content.
    pub content: Option<&'static str>,
    pub crl: Vec<String>,
    pub ocsp: Vec<String>,
    /// Time of verification, RFC 3339.
    pub at: String,
    pub verdict: Verdict,
    pub reason: &'static str,
}

/// Files by name, and the cases over them.
pub struct Corpus {
    pub files: BTreeMap<String, Vec<u8>>,
    pub cases: Vec<Case>,
    nca: Nca,
}

impl Corpus {
    /// The same seed and time give the same octets.
    pub fn new(seed: [u8; 32], at: Timestamp) -> Self {
        let mut corpus = Self { files: BTreeMap::new(), cases: Vec::new(), nca: Nca::new(seed, at) };
        corpus.add(CONTENT_FILE, CONTENT.to_vec());
        corpus.add_authorities();
        messages::add(&mut corpus);
        timestamps::add(&mut corpus);
        documents::add(&mut corpus);
        evidence::add(&mut corpus);
        corpus
    }

    /// Certificates to trust: files under `trust/`.
    pub fn trusted(&self) -> impl Iterator<Item = &[u8]> {
        self.files.iter().filter(|(name, _)| name.starts_with("trust/")).map(|(_, file)| file.as_slice())
    }

    /// Writes all files and `expected.json` into `folder`.
    pub fn write(&self, folder: &Path) -> std::io::Result<()> {
        for (name, octets) in &self.files {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().unwrap_or(folder))?;
            fs::write(path, octets)?;
        }
        let mut text = serde_json::to_string_pretty(&self.cases)?;
        text.push('\n');
        fs::write(folder.join("expected.json"), text)
    }

    fn add(&mut self, name: impl Into<String>, octets: Vec<u8>) {
        let name = name.into();
        assert!(self.files.insert(name.clone(), octets).is_none(), "{name} stands twice");
    }

    fn at(&self) -> Timestamp {
        self.nca.at()
    }

    fn person(&self, id: &str, algorithm: Algorithm) -> Person {
        self.nca.person(&PersonSpec::individual(id, algorithm))
    }

    /// Whose certificate ended ten days ago.
    fn expired(&self, algorithm: Algorithm) -> Person {
        let validity = Validity::Between(self.at() - DAY * 375, self.at() - DAY * 10);
        self.nca.person(&PersonSpec { validity, ..PersonSpec::individual("expired", algorithm) })
    }

    /// A file and what it deserves with the clean lists of all authorities at hand.
    fn case(&mut self, file: &str, octets: Vec<u8>, verdict: Verdict, reason: &'static str) {
        self.add(file, octets);
        let crl: Vec<_> = self.files.keys().filter(|name| name.starts_with("crl/clean_")).cloned().collect();
        self.ask(file, crl, Vec::new(), verdict, reason);
    }

    /// The same file asked about with other lists and answers.
    fn ask(&mut self, file: &str, crl: Vec<String>, ocsp: Vec<String>, verdict: Verdict, reason: &'static str) {
        let content = file.contains("detached").then_some(CONTENT_FILE);
        let (file, at) = (file.to_owned(), self.at().to_string());
        self.cases.push(Case { file, content, crl, ocsp, at, verdict, reason });
    }

    fn add_authorities(&mut self) {
        for generation in Generation::ALL {
            for algorithm in Algorithm::ALL {
                let hierarchy = self.nca.generation(generation, algorithm);
                let name = format!("{generation:?}_{}", algorithm.name()).to_lowercase();
                let issuing = (&hierarchy.issuing).into();
                let list = List::new(issuing, self.at() - DAY, self.at() + DAY).sign();
                if generation != Generation::StateBodies {
                    self.add(format!("trust/root_{name}.cer"), hierarchy.root.certificate.der);
                }
                self.add(format!("trust/nca_{name}.cer"), hierarchy.issuing.certificate.der);
                self.add(format!("crl/clean_{name}.crl"), list);
            }
        }
    }
}

/// Octets with one bit of the first `part` changed.
fn with_changed(octets: &[u8], part: &[u8]) -> Vec<u8> {
    let mut changed = octets.to_vec();
    let at = octets.windows(part.len()).position(|window| window == part).expect("the part is there");
    changed[at] ^= 1;
    changed
}

/// INTEGER of an unrelated certificate.
fn another_serial() -> Vec<u8> {
    der::integer(&[7; 20])
}
