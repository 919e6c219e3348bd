//! The trust list as a folder: `trust.toml` (`environment = "production" | "test"`), certificates in DER or PEM under any name,
//! revocation lists in `crl/`. Replaced whole when the files change; a list whose file did not change is not parsed again; an
//! unreadable new state keeps the last good one. It must never fetch: the refresh job writes files, this reads them.

use crate::trust::settings::Settings;
use eds::{Evidence, TrustList};
use gateways::nca::CRL_BYTES_MAX;
use office::trust::{TrustSnapshot, TrustSource};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::SystemTime;

/// A trust list folder that is watched.
pub struct TrustFolder {
    folder: PathBuf,
    now: RwLock<(Stamp, Arc<TrustSnapshot>)>,
    /// What each file of `crl/` held when it was read.
    lists: Mutex<Lists>,
}

/// Size and time of a file: what tells a new state from the old.
type FileStamp = (u64, Option<SystemTime>);
type Stamp = Vec<(PathBuf, FileStamp)>;
type Lists = BTreeMap<PathBuf, (FileStamp, Evidence)>;

impl TrustFolder {
    /// Reads the folder.
    ///
    /// # Errors
    /// A sentence naming the file and what to do.
    pub fn open(folder: &Path) -> Result<TrustFolder, String> {
        // First the file whose absence is told with what to do: a folder that is not there has none either.
        Settings::read(folder)?;
        let stamp = stamp(folder)?;
        let mut lists = Lists::new();
        let snapshot = Arc::new(read(folder, &mut lists)?);
        Ok(TrustFolder { folder: folder.to_owned(), now: RwLock::new((stamp, snapshot)), lists: Mutex::new(lists) })
    }

    /// Where it is.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Reads the folder again if its files changed; true when there is a new state.
    ///
    /// # Errors
    /// A sentence for the log; the last good state stays.
    pub fn refresh(&self) -> Result<bool, String> {
        let fresh = stamp(&self.folder)?;
        if self.now.read().unwrap_or_else(PoisonError::into_inner).0 == fresh {
            return Ok(false);
        }
        let snapshot = read(&self.folder, &mut self.lists.lock().unwrap_or_else(PoisonError::into_inner))?;
        *self.now.write().unwrap_or_else(PoisonError::into_inner) = (fresh, Arc::new(snapshot));
        Ok(true)
    }
}

impl TrustSource for TrustFolder {
    fn snapshot(&self) -> Arc<TrustSnapshot> {
        self.now.read().unwrap_or_else(PoisonError::into_inner).1.clone()
    }
}

fn read(folder: &Path, lists: &mut Lists) -> Result<TrustSnapshot, String> {
    let environment = Settings::read(folder)?.environment();
    let certificates = certificates(folder)?;
    let (list, problems) = TrustList::from_certificates(certificates.iter().map(Vec::as_slice));
    for problem in problems {
        tracing::warn!(?problem, "a certificate of the trust list cannot be used");
    }
    if list.is_empty() {
        return Err(format!("{}: no certificate that can be trusted", folder.display()));
    }
    let list = list.prepared();
    let mut evidence = Evidence::new();
    let crl_folder = folder.join("crl");
    let paths = if crl_folder.is_dir() { files(&crl_folder, &["crl", "pem", "der"])? } else { vec![] };
    lists.retain(|path, _| paths.contains(path));
    for path in paths {
        evidence.absorb(&list_of(path, lists)?);
    }
    Ok(TrustSnapshot { list, evidence, environment })
}

/// What a file of `crl/` holds: as it was read before, where it did not change.
fn list_of(path: PathBuf, lists: &mut Lists) -> Result<Evidence, String> {
    let stamp = file_stamp(&path);
    if let Some((known, evidence)) = lists.get(&path)
        && *known == stamp
    {
        return Ok(evidence.clone());
    }
    let name = path.to_string_lossy().into_owned();
    let mut evidence = Evidence::new();
    let octets = match stamp.0 > CRL_BYTES_MAX as u64 {
        // An empty file is warned of like every other that cannot be read.
        true => vec![],
        false => std::fs::read(&path).map_err(|error| format!("{name}: {error}"))?,
    };
    if let Err(why) = evidence.add_crl_file(&name, octets) {
        tracing::warn!(file = name, %why, bytes = stamp.0, "a revocation list cannot be read");
    }
    lists.insert(path, (stamp, evidence.clone()));
    Ok(evidence)
}

fn certificates(folder: &Path) -> Result<Vec<Vec<u8>>, String> {
    let paths = files(folder, &["cer", "crt", "pem", "der"])?;
    paths.iter().map(|path| std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))).collect()
}

/// Files with one of these endings, in order.
fn files(folder: &Path, endings: &[&str]) -> Result<Vec<PathBuf>, String> {
    let told = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut paths = vec![];
    for entry in std::fs::read_dir(folder).map_err(told)? {
        let path = entry.map_err(told)?.path();
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
        if path.is_file() && endings.contains(&ending.as_str()) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn stamp(folder: &Path) -> Result<Stamp, String> {
    let mut paths = files(folder, &["toml", "cer", "crt", "pem", "der"])?;
    let crl = folder.join("crl");
    if crl.is_dir() {
        paths.extend(files(&crl, &["crl", "pem", "der"])?);
    }
    Ok(paths.into_iter().map(|path| (path.clone(), file_stamp(&path))).collect())
}

fn file_stamp(path: &Path) -> FileStamp {
    std::fs::metadata(path).map_or((0, None), |meta| (meta.len(), meta.modified().ok()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::{SignedDuration, Timestamp};
    use testkit::{Algorithm, Nca};

    #[test]
    fn only_a_list_that_changed_is_parsed_again() {
        let at: Timestamp = "2026-11-22T14:00:00Z".parse().unwrap();
        let day = SignedDuration::from_hours(24);
        let nca = Nca::new([7; 32], at);
        let folder = tempfile::tempdir().unwrap();
        let crl = |name: &str| folder.path().join("crl").join(name);
        std::fs::create_dir(folder.path().join("crl")).unwrap();
        std::fs::write(folder.path().join("trust.toml"), "environment = \"test\"").unwrap();
        std::fs::write(folder.path().join("root.cer"), &nca.hierarchy(Algorithm::Gost512).root.certificate.der)
            .unwrap();
        std::fs::write(crl("a.crl"), nca.crl_of(Algorithm::Gost512, at, at + day)).unwrap();
        std::fs::write(crl("b.crl"), nca.crl_of(Algorithm::Gost2004, at, at + day)).unwrap();
        let trust = TrustFolder::open(folder.path()).unwrap();
        let before = trust.snapshot();
        assert!(!trust.refresh().unwrap());
        // A draft of a download is no change.
        std::fs::write(crl(".b.crl.part"), b"half").unwrap();
        assert!(!trust.refresh().unwrap());
        std::fs::write(crl("b.crl"), b"a longer or shorter list").unwrap();
        std::fs::write(crl("c.crl"), nca.crl_of(Algorithm::Gost2004, at, at + day)).unwrap();
        assert!(trust.refresh().unwrap());
        let after = trust.snapshot();
        assert_eq!((before.evidence.crls().len(), after.evidence.crls().len()), (2, 2));
        assert!(Arc::ptr_eq(&before.evidence.crls()[0], &after.evidence.crls()[0]));
        assert!(!Arc::ptr_eq(&before.evidence.crls()[1], &after.evidence.crls()[1]));
        std::fs::write(folder.path().join("trust.toml"), "environment = \"other\"").unwrap();
        assert!(trust.refresh().is_err());
        assert!(Arc::ptr_eq(&after, &trust.snapshot()), "the last good state stays");
    }
}
