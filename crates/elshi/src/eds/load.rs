//! Reading what the command line names: signed files, the trust folder, evidence.
//! Here so that every file has one size limit and one sentence when it cannot be read.
//! It must never follow anything but the paths it was given.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use eds::{Evidence, TrustList};
use gateways::nca::CRL_BYTES_MAX;

use super::args::VerifyArgs;
use crate::trust::shelf;

/// Octets of one file; more is refused as unreadable.
pub const FILE_BYTES_MAX: u64 = 512 * 1024 * 1024;
/// Octets of one file in a trust folder.
const CERTIFICATE_FILE_BYTES_MAX: u64 = 1024 * 1024;

/// A file that cannot be read, and why.
#[derive(Debug)]
pub struct Unreadable {
    pub path: PathBuf,
    pub reason: String,
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.reason)
    }
}

/// Octets of a file, or of standard input for "-".
pub fn file(path: &Path) -> Result<Vec<u8>, Unreadable> {
    if path.as_os_str() == "-" {
        return limited(path, std::io::stdin().lock(), FILE_BYTES_MAX);
    }
    let opened = File::open(path).map_err(|error| unreadable(path, &error))?;
    limited(path, opened, FILE_BYTES_MAX)
}

fn limited(path: &Path, reader: impl Read, max: u64) -> Result<Vec<u8>, Unreadable> {
    let mut octets = Vec::new();
    let read = reader.take(max + 1).read_to_end(&mut octets).map_err(|error| unreadable(path, &error))?;
    if u64::try_from(read).is_ok_and(|read| read <= max) {
        Ok(octets)
    } else {
        Err(Unreadable { path: path.to_owned(), reason: format!("larger than {max} bytes") })
    }
}

fn unreadable(path: &Path, error: &std::io::Error) -> Unreadable {
    Unreadable { path: path.to_owned(), reason: error.to_string() }
}

/// The trust list of a folder. Files that are no certificates, or too large to be one, are named on stderr and left aside.
pub fn trust(folder: Option<&Path>) -> Result<TrustList, Unreadable> {
    let Some(folder) = folder else { return Ok(TrustList::default()) };
    let (mut paths, mut files) = (Vec::new(), Vec::new());
    for path in shelf::paths(folder).map_err(|_| unreadable_folder(folder))? {
        let opened = File::open(&path).map_err(|error| unreadable(&path, &error))?;
        match limited(&path, opened, CERTIFICATE_FILE_BYTES_MAX) {
            Ok(octets) => files.push(octets),
            Err(too_large) => {
                eprintln!("elshi: {too_large}");
                continue;
            }
        }
        paths.push(path);
    }
    let (list, problems) = TrustList::from_certificates(files.iter().map(Vec::as_slice));
    for problem in problems {
        let path = paths.get(problem.file).map_or_else(|| folder.display(), |path| path.display());
        eprintln!("elshi: {path}: {}", problem.reason);
    }
    Ok(list)
}

/// The reason why a folder cannot be read, as the system gives it.
fn unreadable_folder(folder: &Path) -> Unreadable {
    let reason = std::fs::read_dir(folder).map_or_else(|error| error.to_string(), |_| "cannot be read".to_owned());
    Unreadable { path: folder.to_owned(), reason }
}

/// Lists of the trust folder. One that cannot be read is a warning of the verdict, never a reason to stop.
fn folder_lists(folder: &Path, evidence: &mut Evidence) {
    for path in shelf::paths(&folder.join("crl")).unwrap_or_default() {
        let octets = File::open(&path).map_err(|error| unreadable(&path, &error));
        let octets = octets.and_then(|opened| limited(&path, opened, CRL_BYTES_MAX as u64));
        // What cannot be opened is warned of like what cannot be understood.
        let _ = evidence.add_crl_file(&shelf::name(&path), octets.unwrap_or_default());
    }
}

/// Certificates, lists and responses. Content that cannot be understood becomes a warning of the verdict.
pub fn evidence(args: &VerifyArgs) -> Result<Evidence, Unreadable> {
    let mut evidence = Evidence::new();
    if let Some(folder) = &args.trust {
        folder_lists(folder, &mut evidence);
    }
    let label = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    for path in &args.certificates {
        // What cannot be read is kept in the evidence and shown with every verdict.
        let _ = evidence.add_certificate(&label(path), &file(path)?);
    }
    for path in &args.crls {
        let _ = evidence.add_crl(&label(path), &file(path)?);
    }
    for path in &args.ocsp {
        let _ = evidence.add_ocsp(&label(path), &file(path)?);
    }
    Ok(evidence)
}
