//! The trust list as a folder: `trust.toml` (`environment = "production" | "test"`), certificates in DER or PEM under any name,
//! revocation lists in `crl/`. Read whole; replaced whole when the files change; an unreadable new state keeps the last good one.

use eds::{Evidence, TrustList};
use office::trust::{Environment, TrustSnapshot, TrustSource};
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::SystemTime;

/// A trust list folder that is watched.
pub struct TrustFolder {
    folder: PathBuf,
    now: RwLock<(Stamp, Arc<TrustSnapshot>)>,
}

/// Names, sizes and times of the files: what tells a new state from the old.
type Stamp = Vec<(PathBuf, u64, Option<SystemTime>)>;

#[derive(serde::Deserialize)]
struct TrustToml {
    environment: String,
}

impl TrustFolder {
    /// Reads the folder.
    ///
    /// # Errors
    /// A sentence naming the file and what to do.
    pub fn open(folder: &Path) -> Result<TrustFolder, String> {
        // First the file whose absence is told with what to do: a folder that is not there has none either.
        environment(folder)?;
        let stamp = stamp(folder)?;
        let snapshot = read(folder)?;
        Ok(TrustFolder { folder: folder.to_owned(), now: RwLock::new((stamp, Arc::new(snapshot))) })
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
        let snapshot = Arc::new(read(&self.folder)?);
        *self.now.write().unwrap_or_else(PoisonError::into_inner) = (fresh, snapshot);
        Ok(true)
    }
}

impl TrustSource for TrustFolder {
    fn snapshot(&self) -> Arc<TrustSnapshot> {
        self.now.read().unwrap_or_else(PoisonError::into_inner).1.clone()
    }
}

fn environment(folder: &Path) -> Result<Environment, String> {
    let toml_path = folder.join("trust.toml");
    let text = std::fs::read_to_string(&toml_path).map_err(|error| {
        format!("{}: {error}. A trust list is a folder with trust.toml (environment = \"production\" or \"test\") and the certificates of the NCA", toml_path.display())
    })?;
    let settings: TrustToml = toml::from_str(&text).map_err(|error| format!("{}: {error}", toml_path.display()))?;
    match settings.environment.as_str() {
        "production" => Ok(Environment::Production),
        "test" => Ok(Environment::Test),
        other => Err(format!("{}: environment is {other:?}, not \"production\" or \"test\"", toml_path.display())),
    }
}

fn read(folder: &Path) -> Result<TrustSnapshot, String> {
    let environment = environment(folder)?;
    let certificates: Vec<Vec<u8>> =
        contents(folder, &["cer", "crt", "pem", "der"])?.into_iter().map(|own| own.1).collect();
    let (list, problems) = TrustList::from_certificates(certificates.iter().map(Vec::as_slice));
    for problem in problems {
        tracing::warn!(?problem, "a certificate of the trust list cannot be used");
    }
    if list.is_empty() {
        return Err(format!("{}: no certificate that can be trusted", folder.display()));
    }
    let mut evidence = Evidence::new();
    let crl_folder = folder.join("crl");
    if crl_folder.is_dir() {
        for (name, bytes) in contents(&crl_folder, &["crl", "pem", "der"])? {
            if evidence.add_crl(&name, &bytes).is_err() {
                tracing::warn!(file = name, "a revocation list cannot be read");
            }
        }
    }
    Ok(TrustSnapshot { list, evidence, environment })
}

fn contents(folder: &Path, endings: &[&str]) -> Result<Vec<(String, Vec<u8>)>, String> {
    let mut found = vec![];
    for path in files(folder)? {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
        if endings.contains(&ending.as_str()) {
            let bytes = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            found.push((path.to_string_lossy().into_owned(), bytes));
        }
    }
    Ok(found)
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let told = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut paths = vec![];
    for entry in std::fs::read_dir(folder).map_err(told)? {
        let path = entry.map_err(told)?.path();
        if path.is_file() {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn stamp(folder: &Path) -> Result<Stamp, String> {
    let mut paths = files(folder)?;
    let crl = folder.join("crl");
    if crl.is_dir() {
        paths.extend(files(&crl)?);
    }
    Ok(paths
        .into_iter()
        .map(|path| {
            let meta = std::fs::metadata(&path).ok();
            let (size, time) = meta.map_or((0, None), |meta| (meta.len(), meta.modified().ok()));
            (path, size, time)
        })
        .collect())
}
