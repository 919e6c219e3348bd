//! The whole suite of the store, each test on SQLite and on PostgreSQL.
//!
//! PostgreSQL is used when `ELSHI_TEST_PG` names a server on which databases may be made; each test makes its own.

mod accounts;
mod applications;
mod blobs;
mod certificates;
mod database;
mod drafts;
mod group_commit;
mod journal;
mod limits;
mod numbers;
mod officers;
mod one_time_passwords;
mod outbox;
mod samples;
mod schema;
mod sessions;
mod tampering;
