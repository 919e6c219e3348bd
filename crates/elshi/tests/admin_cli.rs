//! `elshi admin`: add, reset and close a person of the desk, as an administrator types it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use jiff::Timestamp;
use testkit::{Algorithm, Nca};

const PASSWORD: &[u8] = b"a long password\n";

/// Runs `elshi admin ...` with the folder's data; `typed` goes to standard input.
fn admin(folder: &Path, words: &[&str], typed: &[u8]) -> Output {
    let mut run = Command::new(env!("CARGO_BIN_EXE_elshi"))
        .arg("admin")
        .args(words)
        .args(["--login", "a.seitova", "--letters-folder"])
        .arg(folder.join("letters"))
        .arg("--data")
        .arg(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that reads nothing may be gone already.
    let _ = run.stdin.take().unwrap().write_all(typed);
    run.wait_with_output().unwrap()
}

fn said(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn refused(output: &Output, why: &str) {
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && told.contains(why), "{told}");
}

fn secret(said: &str) -> &str {
    said.split("secret ").nth(1).unwrap().trim()
}

#[test]
fn a_person_is_added_reset_and_closed() {
    let folder = tempfile::tempdir().unwrap();
    let at: Timestamp = "2026-11-22T09:00:00Z".parse().unwrap();
    let nca = Nca::new([7; 32], at);
    let hierarchy = nca.hierarchy(Algorithm::Gost512);
    std::fs::create_dir_all(folder.path().join("trust/crl")).unwrap();
    let write = |name: &str, octets: &[u8]| std::fs::write(folder.path().join("trust").join(name), octets).unwrap();
    write("root.cer", &hierarchy.root.certificate.der);
    write("nca.cer", &hierarchy.issuing.certificate.der);
    write("trust.toml", b"environment = \"test\"\n");

    refused(&admin(folder.path(), &["reset-staff"], PASSWORD), "nobody has this login");
    refused(&admin(folder.path(), &["close-staff"], b""), "nobody has this login");

    let new = ["add-staff", "--role", "officer", "--mission", "berlin", "--name", "С. А."];
    let posts = ["--post-kk", "консул", "--post-ru", "консул", "--post-en", "consul"];
    let added = said(&admin(folder.path(), &[new.as_slice(), posts.as_slice()].concat(), PASSWORD));

    refused(&admin(folder.path(), &["reset-staff"], b"short\n"), "password needs at least");
    let reset = said(&admin(folder.path(), &["reset-staff"], PASSWORD));
    assert_ne!(secret(&reset), secret(&added), "a new secret");
    assert!(said(&admin(folder.path(), &["close-staff"], b"")).contains("closed"));
}
