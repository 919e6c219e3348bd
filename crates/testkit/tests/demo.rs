//! `elshi-demo` on the command line: the folder it writes, the people in it, the signatures they make.
//!
//! Must never: depend on this computer's clock.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use testkit::Person;

const AT: &str = "2026-11-22T12:00:00Z";

fn demo(arguments: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_elshi-demo")).args(arguments).current_dir(folder).output().unwrap()
}

#[test]
fn the_folder_holds_a_trust_list_and_people_who_can_sign() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let output = demo(&["nca", "--out", "demo", "--at", AT, "--seed", "5"], folder);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    for file in ["root.cer", "nca.cer", "nca_rsa.cer", "root_gost2004.cer", "crl/nca.crl", "crl/nca_rsa.crl"] {
        assert!(folder.join("demo/trust").join(file).is_file(), "{file}");
    }
    assert_eq!(fs::read_to_string(folder.join("demo/trust/trust.toml")).unwrap(), "environment = \"test\"\n");
    let people = Person::load_all(&folder.join("demo"));
    let notes: Vec<_> = people.iter().map(|person| (person.id.as_str(), person.note.as_str())).collect();
    assert!(notes.contains(&("applicant1", "valid")) && notes.contains(&("applicant2", "valid")), "{notes:?}");
    assert!(notes.contains(&("expired", "expired")) && notes.contains(&("revoked", "revoked")), "{notes:?}");
    let crl = fs::read(folder.join("demo/trust/crl/nca.crl")).unwrap();
    let revoked = people.iter().find(|person| person.id == "revoked").unwrap();
    let serial = &revoked.certificate.serial;
    assert!(crl.windows(serial.len()).any(|octets| octets == serial), "the revoked key is on the list");
    let head = people.iter().find(|person| person.id == "head").unwrap();
    assert!(head.certificate.bin().is_some());

    fs::write(folder.join("file"), "content").unwrap();
    for (id, out) in [("applicant1", "a.cms"), ("applicant1-rsa", "b.cms")] {
        let output = demo(&["sign", "--people", "demo", "--person", id, "--at", AT, "file", "--out", out], folder);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let person = people.iter().find(|person| person.id == id).unwrap();
        assert_eq!(fs::read(folder.join(out)).unwrap(), person.sign_detached(b"content", AT.parse().unwrap()));
    }
    let output = demo(
        &["sign", "--people", "demo", "--person", "applicant2", "--at", AT, "file", "--out", "c.pem", "--attached"],
        folder,
    );
    assert!(output.status.success());
    assert!(fs::read_to_string(folder.join("c.pem")).unwrap().starts_with("-----BEGIN CMS-----\n"));
}

#[test]
fn the_same_seed_and_time_write_the_same_files() {
    let folder = tempfile::tempdir().unwrap();
    for out in ["one", "two"] {
        assert!(demo(&["nca", "--out", out, "--at", AT], folder.path()).status.success());
    }
    for file in ["people.json", "trust/nca_rsa.cer", "trust/crl/nca.crl", "keys/applicant1.p8", "keys/auth-only.cer"] {
        let [one, two] = ["one", "two"].map(|out| fs::read(folder.path().join(out).join(file)).unwrap());
        assert_eq!(one, two, "{file}");
    }
}

#[test]
fn mistakes_are_said_without_a_panic() {
    let folder = tempfile::tempdir().unwrap();
    assert!(demo(&["nca", "--out", "demo", "--at", AT], folder.path()).status.success());
    let nobody = ["ncalayer", "--people", "demo", "--listen", "127.0.0.1:0", "--person", "nobody"];
    let missing = ["sign", "--people", "demo", "--person", "applicant1", "no-such-file", "--out", "x"];
    let no_signer = ["sign", "--people", "demo", "--person", "nobody", "people.json", "--out", "x"];
    let no_folder = ["ncalayer", "--people", "nowhere"];
    for arguments in [&nobody[..], &missing, &no_signer, &no_folder] {
        let output = demo(arguments, folder.path());
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && text.starts_with("elshi-demo: "), "{text}");
    }
}

#[test]
fn the_corpus_is_the_same_for_the_same_time_and_names_a_verdict_for_each_case() {
    let folder = tempfile::tempdir().unwrap();
    for out in ["one", "two"] {
        let output = demo(&["corpus", out, "--at", AT], folder.path());
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let read = |name: &str| fs::read(folder.path().join(name)).unwrap();
    let expected = read("one/expected.json");
    assert_eq!(expected, read("two/expected.json"));
    let cases: Vec<serde_json::Value> = serde_json::from_slice(&expected).unwrap();
    for case in &cases {
        let files = [&case["crl"], &case["ocsp"]].into_iter().flat_map(|list| list.as_array().unwrap());
        for file in files.chain([&case["file"]]) {
            let file = file.as_str().unwrap();
            assert_eq!(read(&format!("one/{file}")), read(&format!("two/{file}")), "{file}");
        }
        assert!(["valid", "invalid", "indeterminate"].contains(&case["verdict"].as_str().unwrap()));
        assert!(!case["reason"].as_str().unwrap().is_empty());
    }
    let output = demo(&["corpus", "one/expected.json", "--at", AT], folder.path());
    assert!(!output.status.success(), "a file is no folder");
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("elshi-demo: "));
}
