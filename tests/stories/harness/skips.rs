//! What a test leaves out is said loudly and written where the gate reads it (`ELSHI_SKIPS`).

use std::io::Write;
use std::path::PathBuf;

/// A variable of the environment.
#[expect(clippy::disallowed_methods, reason = "a test is an edge: it is told where its machine's things are")]
pub fn told(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// Says what is left out and why.
pub fn left_out(what: &str) {
    eprintln!("LEFT OUT: {what}");
    if let Some(path) = told("ELSHI_SKIPS") {
        let mut file = std::fs::OpenOptions::new().append(true).create(true).open(path).unwrap();
        writeln!(file, "{what}").unwrap();
    }
}

/// The folder of the NCA's real test artefacts, if it is at hand.
pub fn real_artefacts() -> Option<PathBuf> {
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/eds/real");
    let folder = PathBuf::from(told("ELSHI_REAL_ARTEFACTS").unwrap_or_else(|| default.to_owned()));
    folder.is_dir().then_some(folder)
}
