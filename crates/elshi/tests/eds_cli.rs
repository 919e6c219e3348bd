//! The contract of `elshi eds verify`: exit codes, JSON, languages, what counts as wrong usage.
//! Runs the built binary on files of testkit's mini NCA, and on the real artefacts where their folder is present.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use jiff::Timestamp;
use serde_json::Value;
use testkit::{Algorithm, Nca, Person, PersonSpec, Purpose};

const AT: &str = "2026-11-22T14:00:00Z";
const DOCUMENT: &[u8] = b"an application";

/// A folder with a trust list, signatures and the document.
struct Desk {
    folder: tempfile::TempDir,
    person: Person,
}

fn desk() -> Desk {
    let at: Timestamp = AT.parse().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut nca = Nca::new([7; 32], at);
    let person = nca.person(&PersonSpec::individual("applicant", Algorithm::Gost512));
    let revoked = nca.person(&PersonSpec::individual("revoked", Algorithm::Gost512));
    let mut spec = PersonSpec::individual("login", Algorithm::Gost2004);
    spec.purpose = Purpose::Authenticate;
    let login = nca.person(&spec);
    nca.revoke(&revoked, "2026-11-01T00:00:00Z".parse().unwrap());
    let write = |name: &str, octets: &[u8]| std::fs::write(folder.path().join(name), octets).unwrap();
    std::fs::create_dir_all(folder.path().join("trust/crl")).unwrap();
    // The same certificates without lists.
    std::fs::create_dir(folder.path().join("bare")).unwrap();
    // Not `Nca::write_trust`: it would make RSA keys for every test.
    let (from, until) = ("2026-11-01T00:00:00Z".parse().unwrap(), "2027-02-01T00:00:00Z".parse().unwrap());
    for algorithm in [Algorithm::Gost512, Algorithm::Gost2004] {
        let (hierarchy, name) = (nca.hierarchy(algorithm), algorithm.name());
        for trust in ["trust", "bare"] {
            write(&format!("{trust}/root_{name}.cer"), &hierarchy.root.certificate.der);
            write(&format!("{trust}/nca_{name}"), &hierarchy.issuing.certificate.der);
        }
        write(&format!("trust/crl/{name}.crl"), &nca.crl_of(algorithm, from, until));
    }
    write("trust/trust.toml", b"environment = \"test\"\n");
    write("good.cms", &person.sign_attached(DOCUMENT, at));
    write("detached.cms", &person.sign_detached(DOCUMENT, at));
    write("revoked.cms", &revoked.sign_attached(DOCUMENT, at));
    write("login.cms", &login.sign_attached(DOCUMENT, at));
    write("document.bin", DOCUMENT);
    write("other.bin", b"another application");
    write("garbage.cms", b"%PDF-1.7");
    write("empty.crl", b"");
    Desk { folder, person }
}

impl Desk {
    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_elshi"));
        command.args(["eds", "verify"]).args(arguments).current_dir(self.folder.path());
        command
    }

    /// With the trust list, its CRL and the time.
    fn verify(&self, arguments: &[&str]) -> Output {
        let common = ["--trust", "trust", "--crl", "trust/crl/gost512.crl", "--at", AT];
        self.run(&[arguments, &common].concat())
    }
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn json(output: &Output) -> Vec<Value> {
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_valid_signature_exits_0_with_its_signer() {
    let output = desk().verify(&["good.cms", "--json"]);
    assert_eq!(code(&output), 0);
    let lines = json(&output);
    assert_eq!(lines.len(), 1);
    let (file, signer) = (&lines[0], &lines[0]["signers"][0]);
    assert_eq!(file["file"], "good.cms");
    assert_eq!(file["verdict"], "valid");
    assert_eq!(file["findings"], serde_json::json!([]));
    assert_eq!(signer["verdict"], "valid");
    assert_eq!(signer["iin"], "850417400014");
    assert_eq!(signer["bin"], Value::Null);
    assert_eq!(signer["name"], "СЫНАҚОВА ӘЙГЕРІМ ҮЛГІҚЫЗЫ");
    assert_eq!(signer["role"], "individual");
    assert_eq!(signer["algorithm"], "gost512");
    assert_eq!(signer["signing_time"], AT);
    assert_eq!(signer["timestamp"], Value::Null);
}

#[test]
fn invalid_exits_1_and_indeterminate_2() {
    let desk = desk();
    let revoked = desk.verify(&["revoked.cms", "--json"]);
    assert_eq!(code(&revoked), 1);
    assert_eq!(json(&revoked)[0]["signers"][0]["findings"][0]["code"], "certificate_revoked");
    assert_eq!(code(&desk.verify(&["garbage.cms"])), 1);
    assert_eq!(code(&desk.run(&["good.cms", "--trust", "bare", "--at", AT])), 2);
    assert_eq!(code(&desk.run(&["good.cms", "--at", AT])), 2);
}

#[test]
fn a_file_too_large_for_a_certificate_is_left_aside() {
    let desk = desk();
    std::fs::write(desk.folder.path().join("bare/holiday.jpg"), vec![0; 2 * 1024 * 1024]).unwrap();
    let output = desk.run(&["good.cms", "--trust", "bare", "--crl", "trust/crl/gost512.crl", "--at", AT]);
    assert_eq!(code(&output), 0);
    assert!(String::from_utf8_lossy(&output.stderr).contains("holiday.jpg: larger than"));
}

#[test]
fn lists_in_the_trust_folder_count_and_bad_ones_only_warn() {
    let desk = desk();
    assert_eq!(code(&desk.run(&["good.cms", "--trust", "trust", "--at", AT])), 0);
    assert_eq!(code(&desk.run(&["revoked.cms", "--trust", "trust", "--at", AT])), 1);
    // Past nextUpdate the list proves nobody good.
    assert_eq!(code(&desk.run(&["good.cms", "--trust", "trust", "--at", "2027-03-01T00:00:00Z"])), 2);
    std::fs::copy(desk.folder.path().join("empty.crl"), desk.folder.path().join("trust/crl/z.crl")).unwrap();
    let output = desk.run(&["good.cms", "--trust", "trust", "--at", AT, "--json"]);
    assert_eq!(code(&output), 0);
    assert_eq!(json(&output)[0]["findings"][0]["code"], "evidence_unreadable");
}

#[test]
fn several_files_sum_up() {
    let desk = desk();
    assert_eq!(code(&desk.verify(&["good.cms", "good.cms"])), 0);
    assert_eq!(code(&desk.verify(&["good.cms", "detached.cms"])), 2);
    assert_eq!(code(&desk.verify(&["detached.cms", "revoked.cms", "good.cms"])), 1);
    let output = desk.verify(&["absent.cms", "good.cms", "revoked.cms", "--json"]);
    assert_eq!(code(&output), 66);
    let verdicts: Vec<_> = json(&output).iter().map(|line| line["verdict"].clone()).collect();
    assert_eq!(verdicts, [Value::Null, "valid".into(), "invalid".into()]);
}

#[test]
fn the_document_may_stand_beside() {
    let desk = desk();
    assert_eq!(code(&desk.verify(&["detached.cms", "--content", "document.bin"])), 0);
    assert_eq!(code(&desk.verify(&["detached.cms", "--content", "other.bin"])), 1);
    assert_eq!(code(&desk.verify(&["detached.cms"])), 2);
    assert_eq!(code(&desk.verify(&["detached.cms", "--content", "absent.bin"])), 66);
}

#[test]
fn wrong_usage_exits_64() {
    let desk = desk();
    for arguments in [
        &[][..],
        &["good.cms", "good.cms", "--content", "document.bin"],
        &["good.cms", "--at", "yesterday"],
        &["good.cms", "--policy", "nobody"],
        &["good.cms", "--lang", "de"],
        &["good.cms", "--unheard-of"],
        &["good.cms", "--trust"],
        &["-", "-"],
        &["-", "--content", "-"],
    ] {
        let output = desk.run(arguments);
        assert_eq!(code(&output), 64, "{arguments:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{arguments:?}");
    }
}

#[test]
fn what_cannot_be_read_exits_66() {
    let desk = desk();
    for arguments in [["--trust", "absent"], ["--crl", "absent"], ["--ocsp", "absent"], ["--cert", "absent"]] {
        assert_eq!(code(&desk.run(&[&["good.cms"][..], &arguments].concat())), 66, "{arguments:?}");
    }
    assert_eq!(code(&desk.verify(&["trust"])), 66);
}

#[test]
fn an_unreadable_list_is_a_warning_not_a_verdict() {
    let desk = desk();
    let output = desk.verify(&["good.cms", "--crl", "empty.crl", "--json"]);
    assert_eq!(code(&output), 0);
    assert_eq!(json(&output)[0]["findings"][0]["code"], "evidence_unreadable");
    let output = desk.run(&["good.cms", "--trust", "bare", "--crl", "empty.crl", "--at", AT]);
    assert_eq!(code(&output), 2);
}

#[test]
fn standard_input_is_a_file() {
    let desk = desk();
    let cms = desk.person.sign_attached(DOCUMENT, AT.parse().unwrap());
    let common = ["-", "--trust", "trust", "--crl", "trust/crl/gost512.crl", "--at", AT, "--offline", "--json"];
    let mut child = desk.command(&common).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(testkit::cms::pem(&cms).as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(code(&output), 0);
    assert_eq!(json(&output)[0]["file"], "-");
}

#[test]
fn policies_judge_the_same_file_differently() {
    let desk = desk();
    let verify =
        |policy: &str| code(&desk.verify(&["login.cms", "--crl", "trust/crl/gost2004.crl", "--policy", policy]));
    assert_eq!(verify("login"), 0);
    for policy in ["any", "applicant", "officer"] {
        assert_eq!(verify(policy), 1, "{policy}");
    }
    assert_eq!(code(&desk.verify(&["good.cms", "--policy", "applicant"])), 0);
    assert_eq!(code(&desk.verify(&["good.cms", "--policy", "officer"])), 1);
}

#[test]
fn people_read_it_in_three_languages() {
    let desk = desk();
    for (lang, verdict, finding) in [
        ("en", "INVALID", "The certificate was revoked."),
        ("ru", "ПОДПИСЬ НЕДЕЙСТВИТЕЛЬНА", "Сертификат отозван."),
        ("kk", "ҚОЛТАҢБА ЖАРАМСЫЗ", "Сертификат кері қайтарып алынған."),
    ] {
        let output = desk.verify(&["revoked.cms", "--lang", lang]);
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.contains(verdict) && text.contains(finding), "{text}");
    }
}

#[test]
fn help_teaches_and_exits_0() {
    let output = desk().run(&["--help"]);
    assert_eq!(code(&output), 0);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("Examples:") && text.contains("Exit codes:"));
}

#[test]
fn the_real_files_of_the_nca_get_their_verdicts() {
    #[expect(clippy::disallowed_methods, reason = "the tests' own switch")]
    let named = std::env::var("ELSHI_REAL_ARTEFACTS").ok().map(PathBuf::from);
    let real =
        named.unwrap_or_else(|| Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/eds/real")).into());
    if !real.is_dir() {
        eprintln!("SKIPPED: no real artefacts at {} (set ELSHI_REAL_ARTEFACTS)", real.display());
        return;
    }
    let now = "2026-11-22T14:00:00Z";
    let sdk = "2024-02-01T00:00:00Z";
    for (file, crl, at) in [
        ("gost512_attached.cms", "crl/go_nca_gost2022_test.crl", now),
        ("rsa2048_attached.cms", "crl/nca_rsa_test.crl", sdk),
        ("gost2004_attached.cms", "crl/nca_gost_test.crl", sdk),
        ("rsa2048_detached.cms", "crl/nca_rsa_test.crl", sdk),
    ] {
        let path = format!("reference_signed/{file}");
        let verify = |more: &[&str]| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_elshi"));
            command.args(["eds", "verify", &path, "--trust", "ca", "--at", at]).args(more).current_dir(&real);
            if file.contains("detached") {
                command.args(["--content", "reference_signed/data.bin"]);
            }
            code(&command.output().unwrap())
        };
        assert_eq!(verify(&["--crl", crl]), 0, "{file}");
        assert_eq!(verify(&[]), 2, "{file}");
    }
}
