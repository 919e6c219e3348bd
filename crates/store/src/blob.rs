//! Files, content-addressed in a folder: uploads, the file that is signed, proofs, papers.
//!
//! A blob is on the disk, its folders included, before `put` returns, so that a transaction may name it. The bytes are
//! compared with their name each time they are read. Only what nothing names any more is taken out (`waste`).

use crate::error::StoreError;
use object_store::local::LocalFileSystem;
use object_store::path::Path as ObjectPath;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload};
use sha2::{Digest, Sha256};
use std::path::Path;
use std::sync::Arc;

/// Length of a key: SHA-256 in hex.
const KEY_CHARACTERS: usize = 64;

/// The name of a blob: lower-case hex SHA-256 of its bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct BlobKey(pub String);

impl BlobKey {
    /// The key that `bytes` will have.
    pub fn of(bytes: &[u8]) -> BlobKey {
        BlobKey(hex::encode(Sha256::digest(bytes)))
    }

    pub(crate) fn is_well_formed(&self) -> bool {
        self.0.len() == KEY_CHARACTERS && self.0.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
    }

    fn path(&self) -> Result<ObjectPath, StoreError> {
        match (self.is_well_formed(), self.0.get(..2)) {
            (true, Some(shard)) => Ok(ObjectPath::from_iter([shard, self.0.as_str()])),
            _ => Err(StoreError::BlobMissing(self.clone())),
        }
    }
}

/// The folder.
#[derive(Clone)]
pub struct Blobs {
    store: Arc<dyn ObjectStore>,
}

impl Blobs {
    /// Opens the folder, making it when it is not there.
    ///
    /// # Errors
    /// [`StoreError::Blob`] when the folder cannot be made or opened.
    pub fn open(folder: &Path) -> Result<Blobs, StoreError> {
        make_folders(folder).map_err(|error| StoreError::Blob(Box::new(error)))?;
        let store = LocalFileSystem::new_with_prefix(folder).map_err(|error| StoreError::Blob(Box::new(error)))?;
        Ok(Blobs { store: Arc::new(store.with_fsync(true)) })
    }

    /// Keeps `bytes`. They are durable when this returns. The same bytes twice are one blob; they are written again,
    /// because a file left by a crash may have its name and not yet its bytes.
    ///
    /// # Errors
    /// [`StoreError::Blob`] when the disk fails or is full.
    pub async fn put(&self, bytes: Vec<u8>) -> Result<BlobKey, StoreError> {
        let key = BlobKey::of(&bytes);
        let payload = PutPayload::from(bytes);
        self.store.put(&key.path()?, payload).await.map_err(|error| StoreError::Blob(Box::new(error)))?;
        Ok(key)
    }

    /// Takes a blob out of the folder; one that is not there is out already. Only after [`crate::waste::take`], in its transaction.
    ///
    /// # Errors
    /// [`StoreError::Blob`].
    pub async fn remove(&self, key: &BlobKey) -> Result<(), StoreError> {
        match self.store.delete(&key.path()?).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(StoreError::Blob(Box::new(error))),
        }
    }

    /// The bytes of `key`.
    ///
    /// # Errors
    /// [`StoreError::BlobMissing`], [`StoreError::BlobChanged`] when the bytes do not have this name, [`StoreError::Blob`].
    pub async fn get(&self, key: &BlobKey) -> Result<Vec<u8>, StoreError> {
        let found = match self.store.get(&key.path()?).await {
            Ok(found) => found,
            Err(object_store::Error::NotFound { .. }) => return Err(StoreError::BlobMissing(key.clone())),
            Err(error) => return Err(StoreError::Blob(Box::new(error))),
        };
        let bytes = found.bytes().await.map_err(|error| StoreError::Blob(Box::new(error)))?;
        if BlobKey::of(&bytes) == *key { Ok(bytes.into()) } else { Err(StoreError::BlobChanged(key.clone())) }
    }
}

/// Makes the folder and one below it for each first byte of a hash, all on the disk before the first blob: of two blobs stored
/// at once the second could otherwise be answered before the first has made their common folder durable.
fn make_folders(folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    for shard in u8::MIN..=u8::MAX {
        match std::fs::create_dir(folder.join(hex::encode([shard]))) {
            Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => return Err(error),
            _ => {}
        }
    }
    sync_folder(folder)?;
    folder.parent().map_or(Ok(()), sync_folder)
}

/// Writes the names in `folder` to the disk.
pub(crate) fn sync_folder(folder: &Path) -> std::io::Result<()> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    std::fs::File::open(folder)?.sync_all()
}
