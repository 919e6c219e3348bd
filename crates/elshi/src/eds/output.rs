//! Where results go: standard output, or a file that is not there yet.
//! Here so that no tool overwrites a file by accident or sends control characters to a terminal.
//! It must never replace a file without `--force`, or leave half of one behind.

use std::fs::{File, OpenOptions};
use std::io::{IsTerminal, Write};
use std::path::Path;

use super::args::LangName;
use super::sentence::{BINARY_ON_TERMINAL, FILE_EXISTS};

/// Writes the segments one after another. The error is a sentence.
pub fn write(path: &Path, segments: &[&[u8]], force: bool, lang: LangName) -> Result<(), String> {
    if is_standard(path) {
        let out = std::io::stdout();
        if out.is_terminal() && !segments.iter().copied().all(is_plain) {
            return Err(BINARY_ON_TERMINAL.of(lang).to_owned());
        }
        return all(&mut out.lock(), segments).map_err(|error| format!("standard output: {error}"));
    }
    let named = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => format!("{}: {}", path.display(), FILE_EXISTS.of(lang)),
        _ => format!("{}: {error}", path.display()),
    };
    let mut file = if force { File::create(path) } else { OpenOptions::new().write(true).create_new(true).open(path) }
        .map_err(named)?;
    all(&mut file, segments).map_err(|error| {
        // The first error is the one to tell; what was begun is of no use to anyone.
        let _ = std::fs::remove_file(path);
        named(error)
    })
}

fn all(out: &mut impl Write, segments: &[&[u8]]) -> std::io::Result<()> {
    for segment in segments {
        out.write_all(segment)?;
    }
    out.flush()
}

fn is_plain(segment: &[u8]) -> bool {
    segment.iter().all(|octet| octet.is_ascii_graphic() || matches!(octet, b' ' | b'\n'))
}

/// `-`.
pub fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Lines for a terminal. It may be closed by the reader (`| head`); that is no error.
pub fn print(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{text}").and_then(|()| out.flush());
}

/// A line on standard error.
pub fn say(text: &str) {
    eprintln!("elshi: {}", clean(text));
}

/// Without control characters and without marks that turn the direction of writing.
pub fn clean(text: &str) -> String {
    let turns = |letter| matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(|letter| !letter.is_control() && !turns(*letter)).collect()
}
