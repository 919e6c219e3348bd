//! `elshi trust ..` as an administrator types it, against a small server that behaves well and badly.
//! Here because exit codes are a contract with monitors, and a root without a pin must never get in.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;
use std::process::{Command, Output};
use std::sync::{Arc, Mutex};

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use sha2::{Digest, Sha256};
use testkit::nca::authority::Authority;
use testkit::{Algorithm, Nca, PersonSpec};

#[expect(dead_code, reason = "the tests of gateways use the rest of this server")]
#[path = "../../gateways/tests/nca/server.rs"]
mod server;

use server::{Reply, Server};

const DAY: SignedDuration = SignedDuration::from_hours(24);
const ALGORITHM: Algorithm = Algorithm::Gost512;

/// The commands read the real clock, so the mini NCA lives now.
#[expect(clippy::disallowed_methods, reason = "the command under test reads the clock")]
fn now() -> Timestamp {
    Timestamp::now()
}

fn trust(folder: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_elshi"));
    command.arg("trust").args(words).arg("--trust").arg(folder.join("trust")).current_dir(folder);
    command.output().unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

fn sha256(octets: &[u8]) -> String {
    Sha256::digest(octets).iter().map(|octet| format!("{octet:02x}")).collect()
}

/// What the server gives at each path; changed while it runs.
type Given = Arc<Mutex<Vec<(&'static str, Vec<u8>)>>>;

struct Desk {
    folder: tempfile::TempDir,
    nca: Nca,
    given: Given,
    server: Server,
}

impl Desk {
    fn new() -> Self {
        let given = Given::default();
        let shelf = Arc::clone(&given);
        let server = Server::start(move |asked| {
            let shelf = shelf.lock().unwrap();
            let found = shelf.iter().rev().find(|(path, _)| *path == asked.path);
            found.map_or(Reply::Status(404), |(_, octets)| Reply::Good(octets.clone()))
        });
        let desk = Self { folder: tempfile::tempdir().unwrap(), nca: Nca::new([7; 32], now()), given, server };
        std::fs::create_dir(desk.folder.path().join("trust")).unwrap();
        desk.give("/root.cer", &desk.authorities().0.certificate.der);
        desk.give("/nca.cer", &desk.authorities().1.certificate.der);
        desk.give("/nca.crl", &desk.crl(now() - DAY, now() + DAY));
        desk
    }

    fn authorities(&self) -> (&Authority, &Authority) {
        let hierarchy = self.nca.hierarchy(ALGORITHM);
        (&hierarchy.root, &hierarchy.issuing)
    }

    fn crl(&self, from: Timestamp, until: Timestamp) -> Vec<u8> {
        self.nca.crl_of(ALGORITHM, from, until)
    }

    fn give(&self, path: &'static str, octets: &[u8]) {
        self.given.lock().unwrap().push((path, octets.to_vec()));
    }

    fn run(&self, words: &[&str]) -> Output {
        trust(self.folder.path(), words)
    }

    fn write(&self, name: &str, octets: &[u8]) {
        std::fs::write(self.folder.path().join(name), octets).unwrap();
    }

    fn settings(&self, more: &str) {
        let row = |name: &str, octets: &[u8]| {
            format!(
                "[[certificate]]\nname = \"{name}\"\nurl = \"{}/{name}.cer\"\nsha256 = \"{}\"\n",
                self.server.address,
                sha256(octets)
            )
        };
        let (root, issuing) = self.authorities();
        let rows = row("root", &root.certificate.der) + &row("nca", &issuing.certificate.der);
        let crl = format!("[[crl]]\nurl = \"{}/nca.crl\"\n", self.server.address);
        self.write("trust/trust.toml", format!("environment = \"test\"\n{more}\n{rows}{crl}").as_bytes());
    }

    fn list(&self) -> Value {
        let output = self.run(&["list", "--json"]);
        assert_eq!(code(&output), 0, "{}", said(&output));
        serde_json::from_slice(&output.stdout).unwrap()
    }
}

#[test]
fn fetch_brings_what_is_pinned_and_one_dead_address_stops_nothing() {
    let desk = Desk::new();
    desk.settings("");
    let output = desk.run(&["fetch"]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    let list = desk.list();
    assert_eq!(list["certificates"].as_array().unwrap().len(), 2);
    assert_eq!(list["certificates"][0]["standing"], "issuing");
    assert_eq!(list["certificates"][1]["standing"], "anchor");
    assert_eq!(list["certificates"][1]["sha256"], sha256(&desk.authorities().0.certificate.der));
    assert_eq!(list["crls"][0]["state"], "fresh");
    let output = desk.run(&["check"]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    assert_eq!(code(&desk.run(&["fetch"])), 0, "again: up to date");
    // The list goes dead, then bad; the good one stays and is named fresh.
    for bad in [&b""[..], b"<html>", &desk.crl(now() - DAY * 2, now() + DAY)] {
        desk.give("/nca.crl", bad);
        let output = desk.run(&["fetch"]);
        assert_eq!(code(&output), 2, "{}", said(&output));
        assert!(said(&output).contains("FAILED"));
        assert_eq!(desk.list()["crls"][0]["state"], "fresh");
    }
}

#[test]
fn another_certificate_at_the_address_is_not_taken() {
    let desk = Desk::new();
    desk.settings("");
    let foreign = Nca::new([8; 32], now());
    desk.give("/root.cer", &foreign.hierarchy(ALGORITHM).root.certificate.der);
    let output = desk.run(&["fetch"]);
    assert_eq!(code(&output), 2, "{}", said(&output));
    assert!(said(&output).contains("pinned"), "{}", said(&output));
    assert_eq!(desk.list()["certificates"].as_array().unwrap().len(), 1);
    desk.given.lock().unwrap().clear();
    std::fs::remove_file(desk.folder.path().join("trust/nca.cer")).unwrap();
    let output = desk.run(&["fetch"]);
    assert_eq!(code(&output), 1, "{}", said(&output));
    assert!(said(&output).contains("404"), "{}", said(&output));
}

#[test]
fn fetch_wants_an_address_and_keeps_environments_apart() {
    let desk = Desk::new();
    assert_eq!(code(&desk.run(&["fetch"])), 66, "no trust.toml");
    desk.write("trust/trust.toml", b"environment = \"test\"\n");
    assert_eq!(code(&desk.run(&["fetch"])), 64, "no address");
    assert_eq!(code(&desk.run(&["fetch", "--register", "production"])), 64);
    assert_eq!(code(&desk.run(&["fetch", "--register", "moon"])), 64);
    desk.write("trust/trust.toml", b"environment = \"test\"\noscp = \"http://x/\"\n");
    let output = desk.run(&["fetch"]);
    assert_eq!(code(&output), 66);
    assert!(said(&output).contains("oscp"), "{}", said(&output));
}

#[test]
fn a_root_gets_in_only_by_its_fingerprint() {
    let desk = Desk::new();
    desk.write("trust/trust.toml", b"environment = \"test\"\n");
    let (root, issuing) = desk.authorities();
    let person = desk.nca.person(&PersonSpec::individual("applicant", ALGORITHM));
    desk.write("root.cer", &root.certificate.der);
    desk.write("nca.cer", &issuing.certificate.der);
    desk.write("person.cer", &person.certificate.der);
    desk.write("garbage.cer", b"garbage");
    let (right, wrong) = (sha256(&root.certificate.der), sha256(b"another"));
    for (words, why) in [
        (&["add", "root.cer"][..], "--sha256"),
        (&["add", "root.cer", "--sha256", &wrong], "not the one given"),
        (&["add", "nca.cer"], "issuer first"),
        (&["add", "person.cer", "--sha256", &sha256(&person.certificate.der)], "not the certificate of an authority"),
        (&["add", "garbage.cer"], "no certificate"),
    ] {
        let output = desk.run(words);
        assert_eq!(code(&output), 1, "{words:?}: {}", said(&output));
        assert!(said(&output).contains(why), "{words:?}: {}", said(&output));
        assert_eq!(desk.list()["certificates"], Value::Array(vec![]), "{words:?}");
    }
    assert_eq!(code(&desk.run(&["add", "absent.cer"])), 66);
    assert_eq!(code(&desk.run(&["add", "root.cer", "--sha256", "12"])), 64);
    let colons =
        right.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).unwrap()).collect::<Vec<_>>().join(":");
    let output = desk.run(&["add", "root.cer", "--sha256", &colons.to_uppercase()]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    assert!(said(&output).contains(&right));
    assert_eq!(code(&desk.run(&["add", "nca.cer"])), 0);
    assert_eq!(code(&desk.run(&["add", "nca.cer"])), 0, "is there already");
    assert_eq!(desk.list()["certificates"].as_array().unwrap().len(), 2);
}

#[test]
fn check_says_plainly_what_is_wrong() {
    let desk = Desk::new();
    assert_eq!(code(&desk.run(&["check"])), 66);
    desk.write("trust/trust.toml", b"environment = \"test\"\n");
    let output = desk.run(&["check"]);
    assert_eq!(code(&output), 1);
    assert!(said(&output).contains("trust list is empty"), "{}", said(&output));
    assert!(said(&desk.run(&["list"])).contains("EMPTY"));
    desk.write("trust/nca.cer", &desk.authorities().1.certificate.der);
    let output = desk.run(&["check"]);
    assert_eq!(code(&output), 1);
    assert!(said(&output).contains("issuer is missing"), "{}", said(&output));
    desk.write("trust/root.cer", &desk.authorities().0.certificate.der);
    let output = desk.run(&["check"]);
    assert_eq!(code(&output), 2);
    assert!(said(&output).contains("no revocation list"), "{}", said(&output));
    std::fs::create_dir(desk.folder.path().join("trust/crl")).unwrap();
    desk.write("trust/crl/nca.crl", &desk.crl(now() - DAY * 2, now() - DAY));
    desk.write("trust/crl/empty.crl", b"");
    let foreign = Nca::new([8; 32], now());
    desk.write("trust/crl/foreign.crl", &foreign.crl_of(ALGORITHM, now() - DAY, now() + DAY));
    let output = desk.run(&["check"]);
    assert_eq!(code(&output), 2);
    for wanted in ["nca.crl: the list is stale", "empty.crl: empty", "foreign.crl: no authority"] {
        assert!(said(&output).contains(wanted), "{wanted}: {}", said(&output));
    }
}

#[test]
fn check_online_asks_every_address() {
    let desk = Desk::new();
    let address = &desk.server.address;
    desk.settings(&format!("ocsp = \"{address}/ocsp\"\ntsp = \"{address}/tsp\""));
    assert_eq!(code(&desk.run(&["fetch"])), 0);
    let output = desk.run(&["check", "--online"]);
    assert_eq!(code(&output), 2, "{}", said(&output));
    for wanted in ["answers    http", "/ocsp: the server answered 404", "/tsp: the server answered 404"] {
        assert!(said(&output).contains(wanted), "{wanted}: {}", said(&output));
    }
    desk.give("/ocsp", &testkit::ocsp::failure(6));
    desk.give("/tsp", &testkit::tsa::rejection(2, "not today"));
    let told = said(&desk.run(&["check", "--online"]));
    assert!(told.contains(&format!("answers    {address}/ocsp")), "{told}");
    assert!(told.contains("refused to give a timestamp") && told.contains("not today"), "{told}");
}

#[test]
fn help_teaches_and_wrong_usage_is_64() {
    let desk = Desk::new();
    for words in [&["--help"][..], &["fetch", "--help"]] {
        let output = Command::new(env!("CARGO_BIN_EXE_elshi")).arg("trust").args(words).output().unwrap();
        assert_eq!(code(&output), 0);
        assert!(said(&output).contains("Examples:") && said(&output).contains("Exit codes:"));
    }
    assert_eq!(code(&desk.run(&["forget"])), 64);
    std::fs::remove_dir_all(desk.folder.path().join("trust")).unwrap();
    assert_eq!(code(&desk.run(&["list"])), 66);
}
