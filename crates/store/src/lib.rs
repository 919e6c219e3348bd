//! The only crate that says SQL: accounts, drafts, applications, the journal, the outbox and the blobs.
//!
//! One SQL text serves SQLite and PostgreSQL. Writes go through [`Store::write`], reads through [`Store::read`]; what can be
//! read and written are the free functions of the modules below, each taking the transaction first. Row types stay private:
//! a row that cannot be read is [`StoreError::BadRow`]. Nothing here decides an act, reads a clock or renders a page.

mod blob;
mod db;
mod error;
mod migration;
mod row;
mod transaction;
mod ts;
mod writer;

pub mod account;
pub mod annulment;
pub mod application;
pub mod appointment;
pub mod attachment;
pub mod blank;
pub mod certificate;
pub mod check_override;
pub mod closure;
pub mod comparison;
pub mod complaint;
pub mod conflict;
pub mod decision;
pub mod device;
pub mod draft;
pub mod draft_term;
pub mod enquiry;
pub mod hearing;
pub mod journal;
pub mod kept;
pub mod kept_filter;
pub mod leave;
pub mod likeness;
pub mod limit;
pub mod mobile_signing;
pub mod motion;
pub mod note;
pub mod numbers;
pub mod officer;
pub mod otp;
pub mod outbox;
pub mod outgoing;
pub mod paper;
pub mod paper_form;
pub mod phone_change;
pub mod prepared;
pub mod proof_time;
pub mod queue;
pub mod reading;
pub mod register;
pub mod sample;
pub mod scan;
pub mod session;
pub mod spelling;
pub mod statistics;
pub mod supplement;
pub mod upload;
pub mod warning;
pub mod waste;

pub use blob::{BlobKey, Blobs};
pub use db::Store;
pub use error::{StoreError, WriteError};
pub use futures_util::future::BoxFuture;
pub use transaction::Tx;
