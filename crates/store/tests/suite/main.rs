//! The whole suite of the store, each test on SQLite and on PostgreSQL.
//!
//! PostgreSQL is used when `ELSHI_TEST_PG` names a server on which databases may be made; each test makes its own.

// `cfg(test)` tells clippy that these are tests throughout, their builders too.
#[cfg(test)]
mod accounts;
#[cfg(test)]
mod applications;
#[cfg(test)]
mod appointments;
#[cfg(test)]
mod blanks;
#[cfg(test)]
mod blobs;
#[cfg(test)]
mod certificates;
#[cfg(test)]
mod database;
mod decisions;
#[cfg(test)]
mod drafts;
#[cfg(test)]
mod enquiries;
#[cfg(test)]
mod forgery;
#[cfg(test)]
mod group_commit;
#[cfg(test)]
mod journal;
#[cfg(test)]
mod kept_filters;
#[cfg(test)]
mod limits;
#[cfg(test)]
mod mobile_signings;
#[cfg(test)]
mod numbers;
#[cfg(test)]
mod officers;
#[cfg(test)]
mod one_time_passwords;
#[cfg(test)]
mod outbox;
#[cfg(test)]
mod outgoing;
#[cfg(test)]
mod readings;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod scans;
#[cfg(test)]
mod schema;
#[cfg(test)]
mod search;
#[cfg(test)]
mod sessions;
#[cfg(test)]
mod statistics;
#[cfg(test)]
mod supplements;
#[cfg(test)]
mod tampering;
#[cfg(test)]
mod uploads;
#[cfg(test)]
mod viewer;
#[cfg(test)]
mod warnings;
