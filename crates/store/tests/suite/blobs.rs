//! Blobs: named by their bytes, checked when read, and no name leads out of the folder.

use crate::database::Database;
use store::{BlobKey, StoreError};

#[tokio::test]
async fn the_same_bytes_are_one_blob() {
    let db = Database::sqlite().await;
    let blobs = db.store.blobs();
    let key = blobs.put(b"abc".to_vec()).await.unwrap();
    assert_eq!(key.0, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "FIPS 180-4, SHA-256 of abc");
    assert_eq!(blobs.put(b"abc".to_vec()).await.unwrap(), key);
    assert_eq!(blobs.get(&key).await.unwrap(), b"abc");
    let empty = blobs.put(Vec::new()).await.unwrap();
    assert!(blobs.get(&empty).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_changed_file_and_a_missing_one_are_told_apart() {
    let db = Database::sqlite().await;
    let blobs = db.store.blobs();
    let key = blobs.put(b"abc".to_vec()).await.unwrap();
    std::fs::write(db.folder.join(&key.0[..2]).join(&key.0), b"abd").unwrap();
    assert!(matches!(blobs.get(&key).await, Err(StoreError::BlobChanged(_))));
    assert!(matches!(blobs.get(&BlobKey::of(b"never")).await, Err(StoreError::BlobMissing(_))));
    blobs.put(b"abc".to_vec()).await.unwrap();
    assert_eq!(blobs.get(&key).await.unwrap(), b"abc", "storing again mends it");
}

#[tokio::test]
async fn a_name_that_is_no_hash_finds_nothing() {
    let db = Database::sqlite().await;
    std::fs::write(db.folder.join("secret"), b"x").unwrap();
    for name in ["", "secret", "../elshi.db", "ab/../../elshi.db", &"A".repeat(64), &"é".repeat(32)] {
        let outcome = db.store.blobs().get(&BlobKey(name.to_owned())).await;
        assert!(matches!(outcome, Err(StoreError::BlobMissing(_))), "{name}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_at_once_are_all_there() {
    let db = Database::sqlite().await;
    let puts = (0..64_u8).map(|n| {
        let blobs = db.store.blobs().clone();
        // Each blob is stored by two at the same time.
        tokio::spawn(async move { blobs.put(vec![n / 2; 100_000]).await.unwrap() })
    });
    for (n, done) in (0_u8..).zip(puts.collect::<Vec<_>>()) {
        let key = done.await.unwrap();
        assert_eq!(db.store.blobs().get(&key).await.unwrap(), vec![n / 2; 100_000]);
    }
}
