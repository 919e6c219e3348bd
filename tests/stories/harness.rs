//! What every story needs: a running server of the real binary, people with browsers, officers with codes, files, the clock.
//!
//! The harness knows addresses and forms only as a browser does: it reads them from the pages. It must never reach around HTTP into
//! the office or the database; what a story cannot see as a person, an officer or an administrator, it may not assert.

pub mod case;
pub mod clock;
pub mod direct;
pub mod files;
pub mod form;
pub mod kannel;
pub mod mail;
pub mod officer;
pub mod page;
pub mod person;
pub mod postgres;
pub mod request;
pub mod rows;
pub mod server;
pub mod skips;
pub mod words;

pub use case::Sent;
pub use clock::eventually;
pub use officer::Officer;
pub use page::Page;
pub use person::{Chosen, Person};
pub use request::{Answers, Draft};
pub use server::{Server, Setup};
pub use words::Words;
