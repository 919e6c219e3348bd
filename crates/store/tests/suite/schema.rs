//! The two databases have the same tables, columns and indexes.

use crate::database::Database;
use sqlx::{Connection, PgConnection, SqliteConnection};
use std::collections::BTreeSet;

/// Type of a column, as the words of the migration mean it.
fn class(kind: &str) -> &'static str {
    match kind.to_ascii_uppercase().as_str() {
        "BLOB" => "bytes",
        "BYTEA" => "bytes",
        "UUID" => "bytes",
        "INTEGER" | "BIGINT" | "BOOLEAN" => "int",
        "TEXT" => "text",
        // SQLite keeps instants as text.
        "TIMESTAMP WITH TIME ZONE" => "text",
        other => panic!("a type outside the migration's words: {other}"),
    }
}

type Columns = BTreeSet<(String, String, &'static str, bool)>;

async fn sqlite_columns(url: &str) -> Columns {
    let mut connection = SqliteConnection::connect(url).await.unwrap();
    let rows: Vec<(String, String, String, i64, i64)> = sqlx::query_as(
        "SELECT t.name, c.name, c.type, c.\"notnull\", c.pk FROM sqlite_master t JOIN pragma_table_info(t.name) c
         WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name NOT LIKE '_sqlx%'",
    )
    .fetch_all(&mut connection)
    .await
    .unwrap();
    rows.into_iter().map(|(table, column, kind, set, key)| (table, column, class(&kind), set + key > 0)).collect()
}

async fn postgres_columns(url: &str) -> Columns {
    let mut connection = PgConnection::connect(url).await.unwrap();
    let rows: Vec<(String, String, String, String)> = sqlx::query_as(
        "SELECT table_name::text, column_name::text, data_type::text, is_nullable::text FROM information_schema.columns
         WHERE table_schema = 'public' AND table_name NOT LIKE '\\_sqlx%'",
    )
    .fetch_all(&mut connection)
    .await
    .unwrap();
    rows.into_iter().map(|(table, column, kind, null)| (table, column, class(&kind), null == "NO")).collect()
}

#[tokio::test]
async fn the_two_schemas_agree() {
    let sqlite = Database::sqlite().await;
    let ours = sqlite_columns(&sqlite.url).await;
    assert!(ours.len() > 100, "only {} columns were read", ours.len());
    let Some(postgres) = Database::postgres(module_path!()).await else { return };
    let theirs = postgres_columns(&postgres.url).await;
    let differing: Vec<_> = ours.symmetric_difference(&theirs).collect();
    assert!(differing.is_empty(), "{differing:#?}");

    let named = "name NOT LIKE 'sqlite_%' AND name NOT LIKE '_sqlx%'";
    let indexes = sqlite.count(&format!("SELECT count(*) FROM sqlite_master WHERE type = 'index' AND {named}")).await;
    let same = postgres
        .count(
            "SELECT count(*) FROM pg_indexes WHERE schemaname = 'public' AND indexname NOT LIKE '%\\_pkey'
             AND indexname NOT LIKE '%\\_key' AND indexname NOT LIKE '\\_sqlx%'",
        )
        .await;
    assert_eq!(indexes, same, "named indexes");
    postgres.remove().await;
}

/// Before a file is taken out of the folder everything that can name one is asked: a new table with files has to be among them.
#[tokio::test]
async fn everything_that_names_a_file_is_asked_before_one_goes() {
    let sqlite = Database::sqlite().await;
    // `scan` speaks of a file, `waste` is the list itself; a letter encloses what `paper` names.
    let spoken = [("scan", "blob"), ("waste", "blob")];
    let columns = sqlite_columns(&sqlite.url).await;
    let names_one = |column: &str| ["blob", "file", "proof", "stamped"].contains(&column);
    let found: BTreeSet<(&str, &str)> = columns
        .iter()
        .filter(|(_, column, class, _)| names_one(column) && *class == "text")
        .map(|(table, column, ..)| (table.as_str(), column.as_str()))
        .filter(|own| !spoken.contains(own))
        .collect();
    assert_eq!(found, store::waste::NAMES.into_iter().collect());
}

#[tokio::test]
async fn opening_again_changes_nothing() {
    let db = Database::sqlite().await;
    let again = store::Store::open(&db.url, &db.folder).await.unwrap();
    again.close().await;
    let error = store::Store::open("mysql://root:secret@host/db", &db.folder).await.err().unwrap();
    assert!(!error.to_string().contains("secret"), "{error}");
}
