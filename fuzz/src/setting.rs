//! What the targets verify with: the minted trust list, revocation data, and a record of everything that was ever signed.
//! Here so that "valid" can be held against the record. Must never sign: who finds a "valid" outside the record found a forgery.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use eds::{Certificate, Evidence, Outcome, Policy, TrustList, decode_input, input::Decoded, verify};
use jiff::Timestamp;

use super::signed_parts::{self, SignedPart, SignedXml};
use super::tlv;

/// Named octets: the corpora of all targets (`cms/NAME`) and what is in the setting (`setting/KIND.NAME`).
pub type Seeds = Vec<(String, Vec<u8>)>;

/// A file whose verdict is valid.
pub struct Signed {
    pub name: String,
    pub file: Vec<u8>,
    /// Detached content.
    pub content: Option<Vec<u8>>,
}

/// Built once.
pub struct Setting {
    pub now: Timestamp,
    pub trust: TrustList,
    pub evidence: Evidence,
    pub issuers: Vec<Arc<Certificate>>,
    pub signed: Vec<Signed>,
    /// Curve number and public key.
    pub gost_keys: Vec<(u8, Vec<u8>)>,
    pub seeds: Seeds,
    pub parts: HashSet<SignedPart>,
    pub documents: Vec<SignedXml>,
    /// What is signed of the certificates of valid signers, and its signature.
    pub certificates: HashSet<Vec<u8>>,
    /// toBeSigned of certificates, lists and responses.
    pub bodies: HashSet<Vec<u8>>,
    pub tokens: HashSet<SignedPart>,
}

impl Setting {
    /// From the folder that `cargo xtask fuzz` minted (`ELSHI_FUZZ_SEEDS`).
    ///
    /// # Panics
    /// Where the folder is missing: a fuzzer without seeds finds nothing.
    pub fn of_folder() -> &'static Self {
        static SETTING: OnceLock<Setting> = OnceLock::new();
        SETTING.get_or_init(|| {
            let default = concat!(env!("CARGO_MANIFEST_DIR"), "/../target/fuzz/seeds");
            let folder = std::env::var_os("ELSHI_FUZZ_SEEDS").map_or_else(|| PathBuf::from(default), PathBuf::from);
            let read = |path: PathBuf| {
                std::fs::read_dir(&path).unwrap_or_else(|why| panic!("{} (cargo xtask fuzz): {why}", path.display()))
            };
            let mut seeds = Seeds::new();
            for group in read(folder).flatten() {
                for file in read(group.path()).flatten() {
                    let name = format!("{}/{}", group.file_name().display(), file.file_name().display());
                    seeds.push((name, std::fs::read(file.path()).unwrap()));
                }
            }
            Self::of(seeds)
        })
    }

    /// # Panics
    /// Where a seed that must be valid is not.
    #[must_use]
    pub fn of(mut seeds: Seeds) -> Self {
        seeds.sort();
        let named = |kind: &str| {
            let prefix = format!("setting/{kind}.");
            seeds
                .iter()
                .filter_map(move |(name, octets)| Some((name.strip_prefix(&prefix)?.to_owned(), octets.clone())))
        };
        let files: Vec<_> = named("trust").map(|(_, octets)| octets).collect();
        let (trust, problems) = TrustList::from_certificates(files.iter().map(Vec::as_slice));
        assert!(problems.is_empty() && !trust.is_empty(), "{problems:?}");
        let mut evidence = Evidence::new();
        named("crl").for_each(|(name, octets)| evidence.add_crl(&name, &octets).unwrap());
        let content = |name: &str| named("content").find(|(other, _)| other == name).map(|(_, octets)| octets);
        let signed = named("signed").map(|(name, file)| Signed { content: content(&name), name, file }).collect();
        let mut setting = Self {
            now: "2026-11-22T14:00:00Z".parse().unwrap(),
            issuers: trust.listed().iter().map(|listed| Arc::clone(&listed.certificate)).collect(),
            gost_keys: named("key").map(|(_, octets)| (octets[0], octets[1..].to_vec())).collect(),
            trust,
            evidence,
            signed,
            parts: HashSet::new(),
            documents: Vec::new(),
            certificates: HashSet::new(),
            bodies: HashSet::new(),
            tokens: HashSet::new(),
            seeds,
        };
        setting.record();
        setting
    }

    /// Writes down what was signed.
    fn record(&mut self) {
        for Signed { name, file, content } in &self.signed {
            let verdict = verify(file, content.as_deref(), &self.trust, &self.evidence, &Policy::any(), self.now);
            assert_eq!(
                verdict.outcome,
                Outcome::Valid,
                "seed {name}: {:?}",
                verdict.all_findings().collect::<Vec<_>>()
            );
            for signer in verdict.signers {
                self.certificates.extend(certificate_parts(&signer.certificate.unwrap().der));
            }
            match decode_input(file).unwrap() {
                Decoded::Binary(cms) => self.parts.extend(signed_parts::of_cms(&cms, content.as_deref()).unwrap()),
                Decoded::Xml(text) => self.documents.push(SignedXml::of(text).unwrap()),
            }
        }
        for (name, octets) in &self.seeds {
            match name.split('/').next() {
                Some("certificate" | "crl") => self.bodies.extend(body(octets)),
                Some("ocsp") => self.bodies.extend(ocsp_body(octets)),
                Some("timestamp") => self.tokens.extend(signed_parts::of_cms(octets, None).unwrap()),
                Some("xml") if name.starts_with("xml/signed") => {
                    self.documents.extend(SignedXml::of(octets.get(1..).unwrap_or_default()));
                }
                _ => {}
            }
        }
    }

    /// Octets of the longest signed file with its content.
    #[must_use]
    pub fn signed_len_max(&self) -> usize {
        let len = |signed: &Signed| signed.file.len() + signed.content.as_ref().map_or(0, Vec::len);
        self.signed.iter().map(len).max().unwrap_or(0)
    }

    /// The seeds of one target.
    pub fn corpus<'a>(&'a self, target: &str) -> impl Iterator<Item = &'a [u8]> {
        let prefix = format!("{target}/");
        self.seeds.iter().filter(move |(name, _)| name.starts_with(&prefix)).map(|(_, octets)| octets.as_slice())
    }
}

/// toBeSigned of a certificate or list.
#[must_use]
pub fn body(signed: &[u8]) -> Option<Vec<u8>> {
    Some(tlv::first(signed)?.0.children()?.first()?.whole.to_vec())
}

/// toBeSigned of a certificate and its signature. The AlgorithmIdentifier between them is not signed; its copy inside is.
#[must_use]
pub fn certificate_parts(der: &[u8]) -> Option<Vec<u8>> {
    let fields = tlv::first(der)?.0.children()?;
    Some([fields.first()?.whole, fields.get(2)?.content].concat())
}

/// tbsResponseData of an OCSP response.
#[must_use]
pub fn ocsp_body(response: &[u8]) -> Option<Vec<u8>> {
    let bytes = tlv::first(response)?.0.children()?.get(1)?.children()?.first()?.children()?;
    body(bytes.get(1)?.content)
}
