//! A fresh database for one test, and a way past the store to its raw SQL (to tamper, to look).

use sqlx::{AssertSqlSafe, Connection, PgConnection, SqliteConnection};
use std::path::PathBuf;
use store::{Store, StoreError};

/// Where a server is on which databases may be made and dropped.
const SERVER_VARIABLE: &str = "ELSHI_TEST_PG";

/// One test's database.
pub struct Database {
    pub store: Store,
    pub url: String,
    pub folder: PathBuf,
    server: Option<(String, String)>,
    _place: tempfile::TempDir,
}

impl Database {
    pub async fn sqlite() -> Database {
        let place = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", place.path().join("elshi.db").display());
        let folder = place.path().join("blobs");
        let store = Store::open(&url, &folder).await.unwrap();
        Database { store, url, folder, server: None, _place: place }
    }

    /// `None`, said loudly, when no server is named.
    pub async fn postgres(test: &str) -> Option<Database> {
        #[expect(clippy::disallowed_methods, reason = "a test is an edge: it is told where its server is")]
        let Ok(server) = std::env::var(SERVER_VARIABLE) else {
            eprintln!(
                "SKIPPED on PostgreSQL: {test}. Set {SERVER_VARIABLE}=postgres://USER@HOST:PORT/postgres to run it."
            );
            return None;
        };
        let name: String = test.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
        // PostgreSQL cuts names at 63 bytes: the end of the test's path is what tells it apart.
        let tail: String = name.chars().rev().take(38).collect::<Vec<_>>().into_iter().rev().collect();
        let name = format!("elshi_{}_{tail}", std::process::id()).to_ascii_lowercase();
        let (base, _) = server.rsplit_once('/').expect("a server address ends in /DATABASE");
        let url = format!("{base}/{name}");
        run_postgres(&server, &format!("CREATE DATABASE {name}")).await;
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("blobs");
        let store = Store::open(&url, &folder).await.unwrap();
        Some(Database { store, url, folder, server: Some((server, name)), _place: place })
    }

    pub fn is_postgres(&self) -> bool {
        self.server.is_some()
    }

    /// Runs SQL past the store. On SQLite foreign keys are not looked at, as a tamperer would have it.
    pub async fn raw(&self, sql: &str) {
        if self.is_postgres() {
            run_postgres(&self.url, sql).await;
        } else {
            let mut connection = SqliteConnection::connect(&self.url).await.unwrap();
            let sql = format!("PRAGMA foreign_keys = OFF; {sql}");
            sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut connection).await.unwrap();
            connection.close().await.unwrap();
        }
    }

    /// Runs SQL past the store that must be refused; the refusal's words.
    pub async fn raw_refused(&self, sql: &str) -> String {
        let sql = AssertSqlSafe(sql.to_owned());
        if self.is_postgres() {
            let mut connection = PgConnection::connect(&self.url).await.unwrap();
            sqlx::raw_sql(sql).execute(&mut connection).await.unwrap_err().to_string()
        } else {
            let mut connection = SqliteConnection::connect(&self.url).await.unwrap();
            sqlx::raw_sql(sql).execute(&mut connection).await.unwrap_err().to_string()
        }
    }

    /// A number out of raw SQL, on a connection of its own.
    pub async fn count(&self, sql: &str) -> i64 {
        let sql = AssertSqlSafe(sql.to_owned());
        if self.is_postgres() {
            let mut connection = PgConnection::connect(&self.url).await.unwrap();
            sqlx::query_scalar(sql).fetch_one(&mut connection).await.unwrap()
        } else {
            let mut connection = SqliteConnection::connect(&self.url).await.unwrap();
            sqlx::query_scalar(sql).fetch_one(&mut connection).await.unwrap()
        }
    }

    pub async fn remove(self) {
        self.store.close().await;
        if let Some((server, name)) = &self.server {
            run_postgres(server, &format!("DROP DATABASE {name} WITH (FORCE)")).await;
        }
    }
}

async fn run_postgres(url: &str, sql: &str) {
    let mut connection = PgConnection::connect(url).await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

/// Writes, and expects it to stand.
macro_rules! commit {
    ($database:expr, |$tx:ident| $body:expr) => {
        $database.store.write(move |$tx| Box::pin(async move { Ok::<_, ::store::StoreError>($body) })).await.unwrap()
    };
}

/// Reads, and expects an answer.
macro_rules! view {
    ($database:expr, |$tx:ident| $body:expr) => {
        $database.store.read(move |$tx| Box::pin(async move { Ok::<_, ::store::StoreError>($body) })).await.unwrap()
    };
}

/// One test on both databases: `on_both!(name, |db| { .. })`.
macro_rules! on_both {
    ($name:ident, |$database:ident| $body:block) => {
        mod $name {
            use super::*;
            async fn run($database: &$crate::database::Database) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
            async fn sqlite() {
                let database = $crate::database::Database::sqlite().await;
                run(&database).await;
                database.remove().await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
            async fn postgres() {
                if let Some(database) = $crate::database::Database::postgres(module_path!()).await {
                    run(&database).await;
                    database.remove().await;
                }
            }
        }
    };
}

pub(crate) use {commit, on_both, view};

/// The error of a write that must fail in storage.
pub fn refused<T: std::fmt::Debug>(outcome: Result<T, store::WriteError<StoreError>>) -> StoreError {
    outcome.unwrap_err().flatten()
}
