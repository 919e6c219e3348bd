//! OpenSSL's command and what a test says where a peer is missing. Beside its users. Must never pass in silence.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// Says what is left out and why, where the gate reads it.
pub fn left_out(what: &str) {
    eprintln!("LEFT OUT: {what}");
    if let Some(path) = std::env::var_os("ELSHI_SKIPS") {
        let mut file = std::fs::OpenOptions::new().append(true).create(true).open(path).unwrap();
        writeln!(file, "{what}").unwrap();
    }
}

/// Runs openssl in `folder`.
pub fn output(folder: &Path, arguments: &[&str]) -> Output {
    Command::new("openssl").current_dir(folder).args(arguments).stdin(Stdio::null()).output().expect("openssl")
}

/// Runs it, and it must end well.
#[track_caller]
pub fn run(folder: &Path, arguments: &[&str]) -> Vec<u8> {
    let done = output(folder, arguments);
    assert!(done.status.success(), "openssl {}: {}", arguments.join(" "), String::from_utf8_lossy(&done.stderr));
    done.stdout
}

/// Gives lines to a program that answers each with a line.
#[track_caller]
pub fn answers(command: &mut Command, lines: &[String]) -> Vec<String> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let text = lines.join("\n") + "\n";
    let writer = std::thread::spawn(move || stdin.write_all(text.as_bytes()));
    let done = child.wait_with_output().unwrap();
    let _ = writer.join();
    let said = String::from_utf8_lossy(&done.stdout);
    let all: Vec<_> = said.lines().map(str::to_owned).collect();
    assert_eq!(all.len(), lines.len(), "{} answers: {}", all.len(), String::from_utf8_lossy(&done.stderr));
    all
}
