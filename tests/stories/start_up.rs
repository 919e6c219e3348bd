//! The start: what is wrong is one sentence that names the place and says what to do; nothing starts half.

use std::path::Path;
use std::process::{Command, Output, Stdio};
use testkit::Nca;

const ELSHI: &str = env!("CARGO_BIN_EXE_elshi");

#[test]
fn a_bad_line_of_a_register_stops_the_start_with_file_line_and_reason() {
    let place = tempfile::tempdir().unwrap();
    let services = place.path().join("house");
    for room in ["services", "registers"] {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(room);
        copy_folder(&from, &services.join(room));
    }
    let missions = services.join("registers/missions.csv");
    let text = std::fs::read_to_string(&missions).unwrap();
    let line = text.lines().position(|line| line.starts_with("berlin,")).unwrap() + 1;
    std::fs::write(&missions, text.replace("Europe/Berlin", "Europe/Nowhere")).unwrap();
    let data = place.path().join("data");
    write_trust(&data.join("trust"));
    let words =
        ["serve", "--demo", "--listen", "127.0.0.1:0", "--data", text_of(&data), "--services", text_of(&services)];
    let said = refused(&elshi(&words));
    assert!(said.contains(&format!("registers/missions.csv:{line}: ")), "{said}");
    assert!(said.contains("Europe/Nowhere"), "{said}");

    // The administrator's check says the same.
    let said = refused(&elshi(&["registers", "check", "--services", text_of(&services)]));
    assert!(said.contains(&format!("registers/missions.csv:{line}: ")), "{said}");
}

#[test]
fn outside_the_demonstration_a_start_without_a_gateway_is_refused() {
    let place = tempfile::tempdir().unwrap();
    write_trust(&place.path().join("trust"));
    let said = refused(&elshi(&["serve", "--listen", "127.0.0.1:0", "--data", text_of(place.path())]));
    assert!(said.contains("--letters-folder") && said.contains("ELSHI_LETTERS_FOLDER"), "{said}");
    assert!(!place.path().join("elshi.db").exists(), "nothing was made");
}

#[test]
fn a_missing_trust_list_says_what_to_put_there() {
    let place = tempfile::tempdir().unwrap();
    let data = place.path().join("data");
    let said = refused(&elshi(&["serve", "--demo", "--listen", "127.0.0.1:0", "--data", text_of(&data)]));
    assert!(said.contains("trust.toml") && said.contains("environment") && said.contains("certificates"), "{said}");
}

#[test]
fn a_demonstration_meets_no_real_people() {
    let place = tempfile::tempdir().unwrap();
    let data = place.path().join("data");
    let nca = Nca::new([3; 32], "2026-11-01T00:00:00Z".parse().unwrap());
    nca.write_trust(&data.join("trust"), "production");
    let said = refused(&elshi(&["serve", "--demo", "--listen", "127.0.0.1:0", "--data", text_of(&data)]));
    assert!(said.contains("--demo") && said.contains("real keys"), "{said}");
    let letters = place.path().join("letters");
    let open = ["serve", "--listen", "127.0.0.1:0", "--data", text_of(&data), "--host", "http://consul.example.kz"];
    let said = refused(&elshi(&[&open[..], &["--letters-folder", text_of(&letters)]].concat()));
    assert!(said.contains("https://"), "{said}");
}

#[test]
fn the_clock_and_the_sentences_are_changed_in_a_demonstration_only() {
    let place = tempfile::tempdir().unwrap();
    for changed in [["--clock", "2026-11-23T09:00:00Z"], ["--texts", text_of(place.path())]] {
        let words = ["serve", "--listen", "127.0.0.1:0", "--data", text_of(place.path()), changed[0], changed[1]];
        let said = refused(&elshi(&words));
        assert!(said.contains("--demo"), "{changed:?}: {said}");
    }
}

#[test]
fn what_nobody_verified_is_listed() {
    let output = elshi(&["registers", "check"]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let berlin = said.lines().find(|line| line.starts_with("registers/missions.csv:") && line.contains("berlin"));
    assert!(berlin.is_some(), "{said}");
    assert!(said.lines().last().unwrap().contains("facts are not verified"), "{said}");
    let summary = elshi(&["registers", "check", "--summary"]);
    assert!(String::from_utf8(summary.stdout).unwrap().lines().count() < said.lines().count());
}

fn elshi(words: &[&str]) -> Output {
    let mut command = Command::new(ELSHI);
    for name in ["ELSHI_DATA", "ELSHI_DATABASE", "ELSHI_SERVICES", "ELSHI_TRUST", "ELSHI_LETTERS_FOLDER", "ELSHI_HOST"]
    {
        command.env_remove(name);
    }
    command.args(words).stdin(Stdio::null()).output().unwrap()
}

/// What it said when it refused.
fn refused(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success(), "it started: {said}");
    said
}

fn write_trust(folder: &Path) {
    Nca::new([3; 32], "2026-11-01T00:00:00Z".parse().unwrap()).write_trust(folder, "test");
}

fn text_of(path: &Path) -> &str {
    path.to_str().unwrap()
}

pub fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy_folder(&path, &target);
        } else {
            std::fs::write(target, std::fs::read(path).unwrap()).unwrap();
        }
    }
}
