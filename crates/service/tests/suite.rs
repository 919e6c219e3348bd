//! The service against the project's own data: what a person types becomes a request or findings, in three languages.
#![cfg(test)]

#[path = "suite/answers.rs"]
mod answers;
#[path = "suite/bad_files.rs"]
mod bad_files;
#[path = "suite/checks.rs"]
mod checks;
#[path = "suite/data.rs"]
mod data;
#[path = "suite/fixture.rs"]
mod fixture;
#[path = "suite/words.rs"]
mod words;
