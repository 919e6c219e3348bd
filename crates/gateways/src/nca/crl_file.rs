//! Revocation lists kept as files: which download may take the place of which, and how it is put there.
//! Here so that an empty, cut, foreign or older download never replaces a good list (NCANode #52, #104, #187, #54, #95), and a
//! reader sees the old file or the new one, never a part. It must never keep a list that no listed authority signed.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use eds::TrustList;
use eds::crl::Crl;
use eds::der::SEQUENCE;
use eds::input::decode_bundle;
use jiff::{SignedDuration, Timestamp};

use super::{CRL_BYTES_MAX, Nca, Question};

/// How far the NCA's clock may run ahead.
const SKEW_MAX_MINUTES: i64 = 5;

/// A list that may be kept.
#[derive(Debug)]
pub struct Fetched {
    pub this_update: Timestamp,
    pub next_update: Timestamp,
    pub entries: usize,
    /// Its time is over already: it proves who is revoked, not who is good.
    pub stale: bool,
    /// The same list as is kept.
    pub unchanged: bool,
}

/// Why a download does not replace what is kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CrlRefused {
    #[error("{0}")]
    NotGot(String),
    #[error("it cannot be read as a revocation list ({0})")]
    Unreadable(String),
    #[error("no authority of the trust list signed it (issuer: {0})")]
    Foreign(String),
    #[error("it says that it was made in the future ({0})")]
    FromTheFuture(Timestamp),
    #[error("it does not say until when it holds")]
    NoEnd,
    #[error("it is older ({made}) than the one that is kept ({kept})")]
    Older { made: Timestamp, kept: Timestamp },
    #[error("it is of another authority, or a delta in the place of a base")]
    OtherKind,
    #[error("it could not be written: {0}")]
    NotWritten(String),
}

/// Judges a download against the trust list and the octets that are kept.
pub fn check(download: &[u8], kept: Option<Vec<u8>>, list: &TrustList, now: Timestamp) -> Result<Fetched, CrlRefused> {
    let unchanged = kept.as_deref() == Some(download);
    // A kept file that is itself broken or foreign protects nothing. It is let go before the download is read: both may be large.
    let kept = kept.filter(|_| !unchanged).and_then(|kept| authentic(kept, list).ok());
    let kept = kept.map(|kept| (kept.this_update(), kept.is_delta(), kept.issuer().clone()));
    let crl = authentic(download.to_vec(), list)?;
    let skew = SignedDuration::from_mins(SKEW_MAX_MINUTES);
    if now.checked_add(skew).is_ok_and(|latest| crl.this_update() > latest) {
        return Err(CrlRefused::FromTheFuture(crl.this_update()));
    }
    let next_update = crl.next_update().ok_or(CrlRefused::NoEnd)?;
    if let Some((made, delta, issuer)) = kept {
        if delta != crl.is_delta() || !issuer.matches(crl.issuer()) {
            return Err(CrlRefused::OtherKind);
        }
        if crl.this_update() < made {
            return Err(CrlRefused::Older { made: crl.this_update(), kept: made });
        }
    }
    let (this_update, entries, stale) = (crl.this_update(), crl.len(), next_update < now);
    Ok(Fetched { this_update, next_update, entries, stale, unchanged })
}

fn authentic(octets: Vec<u8>, list: &TrustList) -> Result<Crl, CrlRefused> {
    let unreadable = |why: String| CrlRefused::Unreadable(why);
    let block = if octets.first() == Some(&SEQUENCE) {
        octets
    } else {
        let blocks = decode_bundle(&octets).map_err(|error| unreadable(format!("{error:?}").to_lowercase()))?;
        let [block] = <[Vec<u8>; 1]>::try_from(blocks).map_err(|_| unreadable("several in one file".to_owned()))?;
        block
    };
    let crl = Crl::from_der(block).map_err(|error| unreadable(error.to_string()))?;
    let mut named = list.listed().iter().filter(|listed| crl.issuer().matches(listed.certificate.subject()));
    if named.any(|listed| crl.is_signed_by(&listed.certificate)) {
        Ok(crl)
    } else {
        Err(CrlRefused::Foreign(crl.issuer().to_string()))
    }
}

/// Asks for the list at `address` and puts it at `path` if it may stand there.
pub async fn fetch_crl(
    nca: &dyn Nca,
    address: &str,
    path: &Path,
    list: &TrustList,
    now: Timestamp,
) -> Result<Fetched, CrlRefused> {
    let download = nca.ask(address, &Question::Crl).await.got().map_err(CrlRefused::NotGot)?;
    let (path, list) = (path.to_owned(), list.clone());
    // Reading, hashing and writing 64 MiB is no work for a thread that serves people.
    let worked = tokio::task::spawn_blocking(move || {
        let kept = std::fs::read(&path).ok().filter(|kept| kept.len() <= CRL_BYTES_MAX);
        let fetched = check(&download, kept, &list, now)?;
        if !fetched.unchanged {
            replace(&path, &download).map_err(|error| CrlRefused::NotWritten(error.to_string()))?;
        }
        Ok(fetched)
    });
    worked.await.map_err(|error| CrlRefused::NotWritten(error.to_string()))?
}

/// Writes a file whole: beside its place, onto the disk, then renamed over it.
pub fn replace(path: &Path, octets: &[u8]) -> std::io::Result<()> {
    let folder = path.parent().ok_or(std::io::ErrorKind::InvalidInput)?;
    let name = path.file_name().ok_or(std::io::ErrorKind::InvalidInput)?;
    std::fs::create_dir_all(folder)?;
    let draft = folder.join(format!(".{}.part", name.to_string_lossy()));
    let mut file = File::create(&draft)?;
    file.write_all(octets)?;
    file.sync_all()?;
    drop(file);
    std::fs::rename(&draft, path)?;
    File::open(folder)?.sync_all()
}

/// The file of an address: its host and last part, ASCII letters, digits, dots and dashes.
#[must_use]
pub fn file_name(address: &str, ending: &str) -> String {
    let bare = address.split_once("://").map_or(address, |(_, rest)| rest);
    let bare = bare.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    let plain = |letter: char| if letter.is_ascii_alphanumeric() || ".-_".contains(letter) { letter } else { '-' };
    let name: String = bare.chars().map(plain).collect();
    let name = name.trim_start_matches('.');
    if name.ends_with(ending) { name.to_owned() } else { format!("{name}{ending}") }
}
