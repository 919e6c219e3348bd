//! The store: opening the database and the folder, and the two ways in, `write` and `read`.
//!
//! SQLite: WAL, `synchronous=FULL` on every connection, one writer with group commit, readers that cannot write.
//! PostgreSQL: every write is its own transaction. Work inside a transaction never waits for the network, never renders.

use crate::blob::{BlobKey, Blobs, sync_folder};
use crate::error::{StoreError, WriteError};
use crate::migration::{Dialect, migrator};
use crate::transaction::{Tx, exec};
use crate::waste;
use crate::writer::{Writer, run_caught};
use futures_util::future::BoxFuture;
use sqlx::postgres::PgPoolOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection, PgPool, SqlitePool};
use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

/// Connections that read SQLite at the same time.
const SQLITE_READERS_MAX: u32 = 8;
/// Connections to PostgreSQL of one process.
const POSTGRES_CONNECTIONS_MAX: u32 = 16;
/// How long SQLite waits for another process that writes.
const BUSY_SECONDS: u64 = 10;

/// Database and blobs. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    engine: Engine,
    blobs: Blobs,
}

#[derive(Clone)]
enum Engine {
    Sqlite { readers: SqlitePool, writing: SqlitePool, writer: Writer },
    Postgres(PgPool),
}

impl Store {
    /// Opens `url` (`sqlite:PATH` or `postgres://..`) and the folder of blobs, and brings the schema up to date.
    ///
    /// # Errors
    /// [`StoreError::Address`] for another kind of address; [`StoreError::Database`], [`StoreError::Migration`],
    /// [`StoreError::Blob`] when the place cannot be used.
    pub async fn open(url: &str, folder: &Path) -> Result<Store, StoreError> {
        let engine = if url.starts_with("sqlite:") {
            open_sqlite(url).await?
        } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            let pool = PgPoolOptions::new().max_connections(POSTGRES_CONNECTIONS_MAX).connect(url).await?;
            migrator(Dialect::Postgres).run(&pool).await?;
            Engine::Postgres(pool)
        } else {
            // The address may carry a password: only its scheme is repeated.
            let scheme = url.split(':').next().unwrap_or_default();
            return Err(StoreError::Address(format!("{scheme}: (expected sqlite: or postgres:)")));
        };
        Ok(Store { engine, blobs: Blobs::open(folder)? })
    }

    /// Runs `work` in one transaction. `Ok` means committed and durable. On SQLite the work is queued and shares a COMMIT with
    /// others; it is run even when the caller goes away. It must be short: no network, no rendering, no other `write` inside.
    ///
    /// # Errors
    /// [`WriteError::Refused`] with the error of `work` (rolled back), [`WriteError::Store`] when the transaction failed.
    pub async fn write<T, E, F>(&self, work: F) -> Result<T, WriteError<E>>
    where
        F: for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: Send + 'static,
    {
        match &self.engine {
            Engine::Sqlite { writer, .. } => writer.run(work).await,
            Engine::Postgres(pool) => {
                let begun = pool.begin().await.map_err(|error| WriteError::Store(error.into()))?;
                let mut tx = Tx::postgres(begun, true);
                let outcome = run_caught(work, &mut tx).await;
                let ended = if outcome.is_ok() { commit_alive(tx).await } else { tx.rollback().await };
                match (outcome, ended) {
                    (Ok(_), Err(error)) => Err(WriteError::Store(StoreError::NotCommitted(error.to_string()))),
                    (outcome, _) => outcome,
                }
            }
        }
    }

    /// Runs `work` on one unchanging view of the data. It cannot write.
    ///
    /// # Errors
    /// The error of `work`, or one made from a [`StoreError`] when no transaction could be had.
    pub async fn read<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, Result<T, E>> + Send,
        E: From<StoreError>,
    {
        let begun = match &self.engine {
            Engine::Sqlite { readers, .. } => readers.begin().await.map(|begun| Tx::sqlite(begun, false)),
            Engine::Postgres(pool) => pool
                .begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                .await
                .map(|begun| Tx::postgres(begun, false)),
        };
        let mut tx = begun.map_err(StoreError::from)?;
        let outcome = work(&mut tx).await;
        if let Err(error) = tx.rollback().await {
            tracing::warn!(%error, "a read transaction did not end cleanly");
        }
        outcome
    }

    /// Keeps `bytes` in the folder, and takes them from the list of what may go out of it (`waste`): durable when this returns.
    ///
    /// # Errors
    /// [`StoreError`] of the database or the disk.
    pub async fn keep(&self, bytes: Vec<u8>) -> Result<BlobKey, StoreError> {
        let key = BlobKey::of(&bytes);
        let asked = key.clone();
        if self.read(move |tx| Box::pin(async move { waste::lies(tx, &asked).await })).await? {
            let forgotten = self.write(move |tx| Box::pin(async move { waste::forget(tx, &key).await })).await;
            forgotten.map_err(WriteError::flatten)?;
        }
        self.blobs.put(bytes).await
    }

    /// The files.
    pub fn blobs(&self) -> &Blobs {
        &self.blobs
    }

    /// Work that waits for the writer now: a measure of load. Always 0 on PostgreSQL, where the server queues.
    pub fn queued(&self) -> usize {
        match &self.engine {
            Engine::Sqlite { writer, .. } => writer.queued(),
            Engine::Postgres(_) => 0,
        }
    }

    /// Closes every connection. What was queued before is finished first.
    pub async fn close(&self) {
        match &self.engine {
            Engine::Sqlite { readers, writing, writer } => {
                let _ = writer.run::<(), StoreError, _>(|_| Box::pin(async { Ok(()) })).await;
                writing.close().await;
                readers.close().await;
            }
            Engine::Postgres(pool) => pool.close().await,
        }
    }
}

/// Commits on PostgreSQL. After a failed statement COMMIT rolls back and reports no error; a statement before it does. So work
/// that swallowed an error is never told that its writes stand.
async fn commit_alive(mut tx: Tx) -> Result<(), sqlx::Error> {
    exec!(tx, sqlx::query("SELECT 1"))?;
    tx.commit().await
}

/// A pool that closes a connection whose transaction SQLite ended by itself (disk full, I/O error): sqlx still counts that one
/// as open and would never begin another on it.
pub(crate) fn sqlite_pool(connections_max: u32) -> SqlitePoolOptions {
    SqlitePoolOptions::new().max_connections(connections_max).after_release(|connection, _| {
        Box::pin(async move {
            // The ping waits for a rollback that is still queued.
            connection.ping().await?;
            Ok(!connection.is_in_transaction())
        })
    })
}

async fn open_sqlite(url: &str) -> Result<Engine, StoreError> {
    let options = SqliteConnectOptions::from_str(url)
        .map_err(|error| StoreError::Address(error.to_string()))?
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(BUSY_SECONDS));
    let writing = sqlite_pool(1).connect_with(options.clone()).await?;
    migrator(Dialect::Sqlite).run(&writing).await?;
    if let Some(parent) = options.get_filename().parent() {
        sync_folder(parent).map_err(|error| StoreError::Database(Box::new(error)))?;
    }
    let reading = options.pragma("query_only", "ON");
    let readers = sqlite_pool(SQLITE_READERS_MAX).connect_with(reading).await?;
    Ok(Engine::Sqlite { readers, writer: Writer::start(writing.clone()), writing })
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn pragma(pool: &SqlitePool, sql: &'static str) -> Vec<String> {
        // Every connection that the pool may open, at once, so that none is asked twice.
        let mut open = Vec::new();
        for _ in 0..pool.options().get_max_connections() {
            open.push(pool.acquire().await.unwrap());
        }
        let mut values = Vec::new();
        for connection in &mut open {
            let row = sqlx::query(sql).fetch_one(&mut **connection).await.unwrap();
            let number: Result<i64, _> = sqlx::Row::try_get(&row, 0);
            values.push(number.map(|n| n.to_string()).unwrap_or_else(|_| sqlx::Row::get(&row, 0)));
        }
        values
    }

    /// `synchronous=FULL` is 2: with less, a write that was answered can be lost with the power.
    #[tokio::test]
    async fn every_connection_is_durable_and_checks_foreign_keys() {
        let place = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", place.path().join("elshi.db").display());
        let store = Store::open(&url, &place.path().join("blobs")).await.unwrap();
        let Engine::Sqlite { readers, writing, .. } = &store.engine else { panic!("not SQLite") };
        for (pool, connections, query_only) in [(writing, 1, "0"), (readers, 8, "1")] {
            let expected = |value: &str| vec![value.to_owned(); connections];
            assert_eq!(pragma(pool, "PRAGMA synchronous").await, expected("2"));
            assert_eq!(pragma(pool, "PRAGMA journal_mode").await, expected("wal"));
            assert_eq!(pragma(pool, "PRAGMA foreign_keys").await, expected("1"));
            assert_eq!(pragma(pool, "PRAGMA busy_timeout").await, expected("10000"));
            assert_eq!(pragma(pool, "PRAGMA query_only").await, expected(query_only));
        }
    }
}
