//! What can go wrong in storage, and whose fault it is. The texts are for the log, never for a page.

use crate::blob::BlobKey;

/// A failure of storage.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The address of the database is not `sqlite:..` or `postgres://..`: the administrator's.
    #[error("the database address is not understood: {0}")]
    Address(String),
    /// The database refused or is away: the installation's.
    #[error("database: {0}")]
    Database(Box<dyn std::error::Error + Send + Sync>),
    /// Another transaction was in the way (deadlock, serialization, lock wait): nothing was written, the verb may be tried again.
    #[error("the database was busy: {0}")]
    Busy(String),
    /// A unique rule was broken: the thing is there already.
    #[error("there already: {0}")]
    Conflict(String),
    /// A row breaks the rules of the domain: damaged or written by another program.
    #[error("bad row in {table}: {what}")]
    BadRow {
        /// Table, or `row` when the column could not even be read.
        table: &'static str,
        /// What is wrong with it.
        what: String,
    },
    /// The schema could not be brought up to date.
    #[error("migration: {0}")]
    Migration(Box<dyn std::error::Error + Send + Sync>),
    /// The folder of blobs failed.
    #[error("blob: {0}")]
    Blob(Box<dyn std::error::Error + Send + Sync>),
    /// No such blob.
    #[error("blob {} is missing", .0.0)]
    BlobMissing(BlobKey),
    /// The bytes kept are not those that were stored.
    #[error("blob {} was changed on disk", .0.0)]
    BlobChanged(BlobKey),
    /// COMMIT failed. What was written is most likely not there; read before trying again.
    #[error("not committed: {0}")]
    NotCommitted(String),
    /// The work panicked; its writes were rolled back.
    #[error("the work inside the transaction panicked")]
    Panicked,
    /// The store is shutting down.
    #[error("the store is closed")]
    Closed,
}

/// How a write failed.
#[derive(Debug, thiserror::Error)]
pub enum WriteError<E> {
    /// The work said no (or met an error of storage): rolled back.
    #[error(transparent)]
    Refused(E),
    /// The transaction itself failed.
    #[error(transparent)]
    Store(StoreError),
}

impl<E: From<StoreError>> WriteError<E> {
    /// One error for callers that treat both the same.
    pub fn flatten(self) -> E {
        match self {
            WriteError::Refused(error) => error,
            WriteError::Store(error) => E::from(error),
        }
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> StoreError {
        match &error {
            sqlx::Error::ColumnDecode { index, source } => {
                return StoreError::BadRow { table: "row", what: format!("column {index}: {source}") };
            }
            sqlx::Error::PoolClosed => return StoreError::Closed,
            sqlx::Error::PoolTimedOut => return StoreError::Busy(error.to_string()),
            _ => {}
        }
        let Some(database) = error.as_database_error() else {
            return StoreError::Database(Box::new(error));
        };
        if database.is_unique_violation() {
            return StoreError::Conflict(database.message().to_owned());
        }
        // PostgreSQL: serialization_failure, deadlock_detected, lock_not_available. SQLite: SQLITE_BUSY, SQLITE_BUSY_SNAPSHOT, SQLITE_LOCKED.
        match database.code().as_deref() {
            Some("40001" | "40P01" | "55P03" | "5" | "517" | "6") => StoreError::Busy(database.message().to_owned()),
            _ => StoreError::Database(Box::new(error)),
        }
    }
}

impl From<sqlx::migrate::MigrateError> for StoreError {
    fn from(error: sqlx::migrate::MigrateError) -> StoreError {
        StoreError::Migration(Box::new(error))
    }
}
