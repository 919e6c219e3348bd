//! A PostgreSQL database of a story's own, made and dropped by `psql`, where the gate names a server.

use super::skips::{left_out, told};
use std::process::Command;

/// Where a server is on which databases may be made: `postgres://USER@HOST:PORT/postgres`.
const SERVER_VARIABLE: &str = "ELSHI_TEST_PG";

/// A database; dropped at the end.
pub struct Database {
    server: String,
    name: String,
    /// For `--database`.
    pub url: String,
}

impl Database {
    /// An empty database, or nothing, said loudly.
    pub fn fresh(story: &str) -> Option<Database> {
        let Some(server) = told(SERVER_VARIABLE) else {
            left_out(&format!("{story} on PostgreSQL: {SERVER_VARIABLE} names no server"));
            return None;
        };
        let name = format!("elshi_{}_{story}", std::process::id());
        let (base, _) = server.rsplit_once('/').unwrap();
        let url = format!("{base}/{name}");
        psql(&server, &format!("CREATE DATABASE {name}"));
        Some(Database { server, name, url })
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        psql(&self.server, &format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name));
    }
}

fn psql(server: &str, sql: &str) {
    let output = Command::new("psql").args(["--no-psqlrc", "--quiet", "-c", sql, server]).output();
    let output = output.unwrap_or_else(|error| panic!("psql (Debian: postgresql-client): {error}"));
    assert!(output.status.success() || std::thread::panicking(), "{}", String::from_utf8_lossy(&output.stderr));
}
