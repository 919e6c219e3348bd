//! A trust folder as the commands see it: each certificate with its file, each revocation list with its state.
//! Here so that `list`, `add`, `fetch` and `check` say the same of a folder. It must never lend trust: `eds` does that.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eds::crl::Crl;
use eds::digest::DigestAlgorithm;
use eds::{Certificate, Evidence, TrustList};
use gateways::nca::{CERTIFICATE_BYTES_MAX, CRL_BYTES_MAX};
use jiff::Timestamp;

/// Certificates in one file of the folder.
const FILE_BYTES_MAX: u64 = 16 * CERTIFICATE_BYTES_MAX as u64;

/// What lies in a trust folder.
pub struct Shelf {
    pub list: TrustList,
    pub certificates: Vec<Shelved>,
    pub lists: Vec<ShelvedList>,
    /// Files that could not be understood, and why.
    pub problems: Vec<String>,
}

/// A certificate and where it lies.
pub struct Shelved {
    pub file: String,
    pub sha256: String,
    pub certificate: Arc<Certificate>,
    pub standing: Standing,
}

/// What a certificate is for the trust list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// A self-signed root.
    Anchor,
    /// An authority whose issuer is in the folder.
    Issuing,
    /// An authority whose issuer is missing.
    Incomplete,
}

/// A file of revocation lists.
pub struct ShelvedList {
    pub file: String,
    /// Who signed it, of the folder's authorities; `None` = nobody did.
    pub by: Option<Arc<Certificate>>,
    pub crl: Arc<Crl>,
}

/// State of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListState {
    Fresh,
    Stale,
    NotAuthentic,
}

impl ShelvedList {
    pub fn state(&self, now: Timestamp) -> ListState {
        match (&self.by, self.crl.next_update()) {
            (None, _) => ListState::NotAuthentic,
            (Some(_), Some(until)) if until >= now => ListState::Fresh,
            _ => ListState::Stale,
        }
    }
}

impl ListState {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Fresh => "fresh",
            Self::Stale => "stale",
            Self::NotAuthentic => "not authentic",
        }
    }
}

impl Standing {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Anchor => "anchor",
            Self::Issuing => "issuing",
            Self::Incomplete => "incomplete",
        }
    }
}

impl Shelf {
    /// Reads a folder; what cannot be understood is told and left aside.
    ///
    /// # Errors
    /// A sentence when the folder itself cannot be read.
    pub fn read(folder: &Path) -> Result<Self, String> {
        let mut problems = Vec::new();
        let mut files = Vec::new();
        for path in paths(folder)? {
            match octets(&path, FILE_BYTES_MAX) {
                Ok(octets) => files.push((name(&path), octets)),
                Err(why) => problems.push(why),
            }
        }
        let (list, unread) = TrustList::from_certificates(files.iter().map(|(_, octets)| octets.as_slice()));
        let named = |file: usize| files.get(file).map_or("", |(name, _)| name);
        problems.extend(unread.iter().map(|problem| format!("{}: {}", named(problem.file), problem.reason)));
        let certificates = list.listed().iter().map(|listed| {
            let holds = |(_, octets): &&(String, Vec<u8>)| holds(octets, &listed.certificate);
            Shelved {
                file: files.iter().find(holds).map(|(name, _)| name.clone()).unwrap_or_default(),
                sha256: fingerprint(&listed.certificate),
                certificate: Arc::clone(&listed.certificate),
                standing: match (listed.anchor, listed.issuers.is_empty()) {
                    (true, _) => Standing::Anchor,
                    (false, false) => Standing::Issuing,
                    (false, true) => Standing::Incomplete,
                },
            }
        });
        let certificates = certificates.collect();
        let lists = lists(&folder.join("crl"), &list, &mut problems)?;
        Ok(Self { list, certificates, lists, problems })
    }
}

fn lists(folder: &Path, list: &TrustList, problems: &mut Vec<String>) -> Result<Vec<ShelvedList>, String> {
    let mut found = Vec::new();
    if !folder.is_dir() {
        return Ok(found);
    }
    for path in paths(folder)? {
        let mut evidence = Evidence::new();
        let file = format!("crl/{}", name(&path));
        let read = octets(&path, CRL_BYTES_MAX as u64)
            .and_then(|octets| evidence.add_crl_file(&file, octets).map_err(|error| format!("{file}: {error}")));
        if let Err(why) = read {
            problems.push(why);
        }
        for crl in evidence.crls() {
            let named = |listed: &&eds::trust::Listed| crl.issuer().matches(listed.certificate.subject());
            let mut authorities = list.listed().iter().filter(named).map(|listed| &listed.certificate);
            let by = authorities.find(|authority| crl.is_signed_by(authority)).cloned();
            found.push(ShelvedList { file: file.clone(), by, crl: Arc::clone(crl) });
        }
    }
    Ok(found)
}

/// Files of a folder in order: no `trust.toml`, no draft of a download.
pub fn paths(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let told = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(told)? {
        let path = entry.map_err(told)?.path();
        let hidden = name(&path).starts_with('.');
        if path.is_file() && !hidden && path.extension().is_none_or(|ending| ending != "toml") {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn octets(path: &Path, max: u64) -> Result<Vec<u8>, String> {
    let told = |error: std::io::Error| format!("{}: {error}", path.display());
    if std::fs::metadata(path).map_err(told)?.len() > max {
        return Err(format!("{}: larger than {max} bytes", path.display()));
    }
    std::fs::read(path).map_err(told)
}

fn holds(octets: &[u8], certificate: &Certificate) -> bool {
    eds::input::decode_bundle(octets).is_ok_and(|blocks| blocks.iter().any(|block| block == certificate.der()))
}

pub fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// SHA-256 of the certificate, hexadecimal.
pub fn fingerprint(certificate: &Certificate) -> String {
    hex::encode(DigestAlgorithm::Sha256.digest(&[certificate.der()]))
}

/// CN of a certificate's subject, else the whole name.
pub fn title(certificate: &Certificate) -> String {
    let subject = certificate.subject();
    let title = subject.first(&eds::oid::COMMON_NAME).map_or_else(|| subject.to_string(), str::to_owned);
    title.chars().filter(|letter| !letter.is_control()).collect()
}
