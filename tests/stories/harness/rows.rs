//! The rows of a story's own SQLite file, read beside the running server, to show that a request wrote nothing.
//!
//! The one place of the stories that looks past HTTP: that something did *not* happen is shown by no page. It reads, and knows no table but
//! those that it leaves out.

use super::server::Server;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, ConnectOptions};
use std::collections::BTreeMap;
use tokio::runtime::Runtime;

/// Written by every request (when a session was last used, how often an address asked), or by the worker (seals over entries of the journal).
const LEFT_OUT: [&str; 5] = ["session", "rate_limit", "journal_position", "journal_queue", "journal_seal"];

/// Every row of every other table, by table.
pub type Standing = BTreeMap<String, Vec<String>>;

/// A look at the file.
pub struct Rows {
    runtime: Runtime,
    connection: SqliteConnection,
    /// One query for all tables: name, row.
    all: String,
}

impl Rows {
    /// Of this server.
    pub fn of(server: &Server) -> Rows {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let file = SqliteConnectOptions::new().filename(server.data().join("elshi.db")).read_only(true);
        let mut connection = runtime.block_on(file.connect()).unwrap();
        let columns = "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c \
                       WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY t.name, c.cid";
        let columns: Vec<(String, String)> =
            runtime.block_on(sqlx::query_as(columns).fetch_all(&mut connection)).unwrap();
        let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (table, column) in columns.into_iter().filter(|(table, _)| !LEFT_OUT.contains(&table.as_str())) {
            tables.entry(table).or_default().push(format!("quote(\"{column}\")"));
        }
        assert!(tables.contains_key("journal_entry") && tables.len() > 40, "{:?}", tables.keys());
        let table = |(name, columns): (&String, &Vec<String>)| {
            format!("SELECT '{name}', {} FROM \"{name}\"", columns.join(" || ',' || "))
        };
        let all = tables.iter().map(table).collect::<Vec<_>>().join(" UNION ALL ") + " ORDER BY 1, 2";
        Rows { runtime, connection, all }
    }

    /// Changes with every commit of the server.
    pub fn version(&mut self) -> i64 {
        self.runtime.block_on(sqlx::query_scalar("PRAGMA data_version").fetch_one(&mut self.connection)).unwrap()
    }

    /// What stands now.
    pub fn standing(&mut self) -> Standing {
        let all = sqlx::query_as(AssertSqlSafe(self.all.clone())).fetch_all(&mut self.connection);
        let rows: Vec<(String, String)> = self.runtime.block_on(all).unwrap();
        let mut standing = Standing::new();
        for (table, row) in rows {
            standing.entry(table).or_default().push(row);
        }
        standing
    }
}

/// The tables whose rows differ.
pub fn changed(before: &Standing, after: &Standing) -> Vec<String> {
    let names = before.keys().chain(after.keys());
    let mut names: Vec<String> = names.filter(|name| before.get(*name) != after.get(*name)).cloned().collect();
    names.sort();
    names.dedup();
    names
}
