//! The installation's own keys under the data folder: the institution's seal and the secret that everything else is derived
//! from. Made at the first start, readable by the owner only, never written anywhere else.

use crate::edge;
use jiff::Timestamp;
use office::keys::Keys;
use office::trust::Sealer;
use seal::{Institution, KEY_BYTES};
use std::io::Write;
use std::path::Path;
use store::Store;

const SEAL_NAME: &str = "Elshi";
/// A random number below the curve's order is found at once; this only bounds the search.
const TRIES_MAX: usize = 8;

/// The seal, opened.
pub struct InstitutionSeal(Institution);

impl Sealer for InstitutionSeal {
    fn seal(&self, content: &[u8], at: Timestamp, added: &[u8; 32]) -> Result<Vec<u8>, String> {
        self.0.seal(content, at, added).map_err(|error| error.to_string())
    }

    fn certificate(&self) -> &[u8] {
        self.0.certificate()
    }
}

/// Opens `keys/institution.key` and `.cer`, or makes them.
///
/// # Errors
/// A sentence naming the file.
pub fn open_seal(data: &Path, now: Timestamp) -> Result<InstitutionSeal, String> {
    let folder = key_folder(data)?;
    let (key_path, certificate_path) = (folder.join("institution.key"), folder.join("institution.cer"));
    if key_path.exists() {
        let secret = read_hex::<KEY_BYTES>(&key_path)?;
        let certificate =
            std::fs::read(&certificate_path).map_err(|error| format!("{}: {error}", certificate_path.display()))?;
        let opened = Institution::open(&secret, &certificate);
        return opened.map(InstitutionSeal).map_err(|error| format!("{}: {error}", key_path.display()));
    }
    for _ in 0..TRIES_MAX {
        let mut secret = [0_u8; KEY_BYTES];
        let (low, high) = secret.split_at_mut(KEY_BYTES / 2);
        low.copy_from_slice(&edge::random()?);
        high.copy_from_slice(&edge::random()?);
        let serial: [u8; 16] = edge::random()?.first_chunk().copied().unwrap_or_default();
        if let Ok(made) = Institution::create(SEAL_NAME, &secret, &serial, now) {
            // The certificate first: a crash in between leaves no key, and the next start makes both again.
            write_private(&certificate_path, made.certificate())?;
            write_private(&key_path, hex_of(&secret).as_bytes())?;
            return Ok(InstitutionSeal(made));
        }
    }
    Err("no usable random number for the institution's key".to_owned())
}

/// Opens `keys/office.key`, or makes it.
///
/// # Errors
/// A sentence naming the file.
pub async fn open_keys(data: &Path, store: &Store) -> Result<Keys, String> {
    let path = key_folder(data)?.join("office.key");
    if path.exists() {
        return read_hex::<32>(&path).map(Keys::new);
    }
    let people = store.read(|tx| Box::pin(async move { store::officer::list(tx).await })).await;
    if !people.map_err(|error| format!("database: {error}"))?.is_empty() {
        return Err(format!(
            "{}: missing, but the database has people whose secrets it opens. Restore keys/ from the backup",
            path.display()
        ));
    }
    let secret = edge::random()?;
    write_private(&path, hex_of(&secret).as_bytes())?;
    Ok(Keys::new(secret))
}

fn key_folder(data: &Path) -> Result<std::path::PathBuf, String> {
    let folder = data.join("keys");
    private_folder(&folder)?;
    Ok(folder)
}

/// Makes a folder that only its owner can open: it holds passports, letters and keys.
///
/// # Errors
/// A sentence naming the folder.
pub fn private_folder(folder: &Path) -> Result<(), String> {
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let owner_only = std::fs::Permissions::from_mode(0o700);
        std::fs::set_permissions(folder, owner_only).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    Ok(())
}

/// Whole or not at all: a new file beside it, synced, then renamed.
fn write_private(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let told = |error: std::io::Error| format!("{}: {error}", path.display());
    let part = path.with_extension("part");
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut file = options.open(&part).map_err(told)?;
    file.write_all(bytes).map_err(told)?;
    file.sync_all().map_err(told)?;
    std::fs::rename(&part, path).map_err(told)?;
    match path.parent() {
        Some(folder) => std::fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(told),
        None => Ok(()),
    }
}

fn read_hex<const N: usize>(path: &Path) -> Result<[u8; N], String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let text = text.trim();
    let mut bytes = [0_u8; N];
    if text.len() != N * 2 {
        return Err(format!("{}: not a key of {N} bytes", path.display()));
    }
    for (at, byte) in bytes.iter_mut().enumerate() {
        let pair = text.get(at * 2..at * 2 + 2).unwrap_or_default();
        *byte = u8::from_str_radix(pair, 16).map_err(|_| format!("{}: not hexadecimal", path.display()))?;
    }
    Ok(bytes)
}

fn hex_of(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
