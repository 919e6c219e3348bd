//! `elshi eds verify` with a network: what it asks, and that nothing but an authentic, fresh answer makes a verdict better.
//! Here because NCANode took a responder's silence, and an unsigned answer, for "not revoked" (#8, #9 and the holes of EDS.md 7).

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::process::{Command, Output};

use jiff::{SignedDuration, Timestamp};
use testkit::ocsp::{Nonce, Responder, Status};
use testkit::{Algorithm, Key, Nca, Person, PersonSpec};

#[expect(dead_code, reason = "the tests of gateways use the rest of this server")]
#[path = "../../gateways/tests/nca/server.rs"]
mod server;

use server::{Asked, Reply, Server};

/// What a server answers to a request.
type Rule = fn(&Asked) -> Reply;

const AT: &str = "2026-11-22T14:00:00Z";
const ALGORITHM: Algorithm = Algorithm::Gost512;
const DAY: SignedDuration = SignedDuration::from_hours(24);

fn at() -> Timestamp {
    AT.parse().unwrap()
}

struct Desk {
    folder: tempfile::TempDir,
    nca: Nca,
    person: Person,
}

impl Desk {
    fn new() -> Self {
        let nca = Nca::new([7; 32], at());
        let person = nca.person(&PersonSpec::individual("applicant", ALGORITHM));
        let desk = Self { folder: tempfile::tempdir().unwrap(), nca, person };
        std::fs::create_dir(desk.folder.path().join("trust")).unwrap();
        let hierarchy = desk.nca.hierarchy(ALGORITHM);
        desk.write("trust/root.cer", &hierarchy.root.certificate.der);
        desk.write("trust/nca.cer", &hierarchy.issuing.certificate.der);
        desk.write("a.cms", &desk.person.sign_attached(b"an application", at()));
        desk.write("b.cms", &desk.person.sign_attached(b"another application", at()));
        desk
    }

    fn write(&self, name: &str, octets: &[u8]) {
        std::fs::write(self.folder.path().join(name), octets).unwrap();
    }

    fn verify(&self, settings: &str, words: &[&str]) -> Output {
        self.write("trust/trust.toml", format!("environment = \"test\"\n{settings}").as_bytes());
        let mut command = Command::new(env!("CARGO_BIN_EXE_elshi"));
        command.args(["eds", "verify", "--trust", "trust", "--at", AT, "--json"]).args(words);
        command.current_dir(self.folder.path()).output().unwrap()
    }

    /// Exit code and findings with this responder.
    fn with_responder(&self, responder: Responder) -> (i32, String) {
        self.with(move |asked| Reply::Good(responder.respond(&asked.body, at())))
    }

    fn with(&self, rule: impl Fn(&Asked) -> Reply + Send + Sync + 'static) -> (i32, String) {
        let server = Server::start(rule);
        let output = self.verify(&format!("ocsp = \"{}/ocsp\"", server.address), &["a.cms"]);
        assert!(!server.asked().is_empty());
        (
            output.status.code().unwrap(),
            String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr),
        )
    }
}

#[test]
fn a_timestamp_is_asked_over_the_network() {
    let desk = Desk::new();
    let tsa = desk.nca.tsa(ALGORITHM);
    let server = Server::start(move |asked| match asked.path.as_str() {
        "/tsp" => Reply::Good(tsa.respond(&asked.body, at() - DAY)),
        _ => Reply::Status(404),
    });
    let stamp = |words: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_elshi"));
        command.args(["eds", "timestamp", "a.cms"]).args(words).current_dir(desk.folder.path()).output().unwrap()
    };
    let (good, bad) = (format!("{}/tsp", server.address), format!("{}/absent", server.address));
    let refused = stamp(&["--tsa", &bad, "--out", "no.cms", "--lang", "ru"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("Служба меток времени не дала ответа"));
    assert!(!desk.folder.path().join("no.cms").exists());
    for usage in [vec!["--tsa", &good], vec!["--tsa", &good, "--out", "x", "--request-out", "y"], vec!["--out", "x"]] {
        assert_eq!(stamp(&usage).status.code(), Some(64), "{usage:?}");
    }
    assert_eq!(stamp(&["--tsa", &good, "--out", "stamped.cms"]).status.code(), Some(0));
    let verdict: serde_json::Value =
        serde_json::from_slice(&desk.verify("", &["stamped.cms", "--offline"]).stdout).unwrap();
    assert_eq!(verdict["signers"][0]["timestamp"], "2026-11-21T14:00:00Z", "{verdict}");
}

#[test]
fn an_answer_of_the_responder_settles_the_verdict() {
    let desk = Desk::new();
    let responder = desk.nca.responder(ALGORITHM);
    assert_eq!(desk.with_responder(responder.clone()).0, 0);
    let revoked = Status::Revoked { at: at() - DAY, reason: None };
    let (code, said) = desk.with_responder(responder.saying(&desk.person.certificate.serial, revoked));
    assert_eq!(code, 1);
    assert!(said.contains("certificate_revoked"), "{said}");
}

#[test]
fn an_answer_that_is_not_authentic_fresh_and_asked_for_settles_nothing() {
    let desk = Desk::new();
    let good = desk.nca.responder(ALGORITHM);
    let (mut forged, mut stale, mut silent, mut other) = (good.clone(), good.clone(), good.clone(), good.clone());
    forged.broken = true;
    stale.this_update = -DAY * 3;
    silent.nonce = Nonce::Leave;
    other.nonce = Nonce::Change;
    let (mut late, mut elsewhere) = (good.clone(), good.clone());
    late.refusal = Some(3);
    elsewhere.about = Some(testkit::der::small_integer(5));
    let unknown = good.clone().saying(&desk.person.certificate.serial, Status::Unknown);
    for (responder, wanted) in [
        (forged, "ocsp_not_authentic"),
        (stale, "revocation_stale"),
        (silent, "ocsp_nonce_differs"),
        (other, "ocsp_nonce_differs"),
        (late, "tryLater"),
        (elsewhere, "revocation_missing"),
        (unknown, "revocation_unknown_to_responder"),
    ] {
        let (code, said) = desk.with_responder(responder);
        assert_eq!(code, 2, "{wanted}: {said}");
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
}

#[test]
fn a_server_that_misbehaves_is_told_of_and_settles_nothing() {
    let desk = Desk::new();
    let cut = |_: &Asked| Reply::Raw(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n\x30\x03".to_vec());
    let rules: [(Rule, &str); 6] = [
        (|_| Reply::Status(403), "403"),
        (|_| Reply::Status(404), "404"),
        (|_| Reply::Good(Vec::new()), "empty"),
        (|_| Reply::Good(b"<html>".to_vec()), "a page"),
        (|_| Reply::Silence, "no answer in time"),
        (cut, "broke off"),
    ];
    for (rule, wanted) in rules {
        let (code, said) = desk.with(rule);
        assert_eq!(code, 2, "{wanted}: {said}");
        assert!(said.contains(wanted) && said.contains("revocation_missing"), "{wanted}: {said}");
    }
    let (code, said) = desk.with(|_| Reply::Good(vec![0x30, 3, 2, 1, 5]));
    assert_eq!(code, 2);
    assert!(said.contains("evidence_unreadable"), "{said}");
}

#[test]
fn without_an_address_or_with_offline_nobody_is_asked() {
    let desk = Desk::new();
    let responder = desk.nca.responder(ALGORITHM);
    let server = Server::start(move |asked| Reply::Good(responder.respond(&asked.body, at())));
    let settings = format!("ocsp = \"{0}/ocsp\"\n[[crl]]\nurl = \"{0}/nca.crl\"", server.address);
    assert_eq!(desk.verify(&settings, &["a.cms", "--offline"]).status.code(), Some(2));
    assert_eq!(desk.verify("", &["a.cms"]).status.code(), Some(2));
    // What is settled is not asked about.
    std::fs::create_dir(desk.folder.path().join("trust/crl")).unwrap();
    desk.write("trust/crl/nca.crl", &desk.nca.crl_of(ALGORITHM, at() - DAY, at() + DAY));
    assert_eq!(desk.verify(&settings, &["a.cms"]).status.code(), Some(0));
    assert!(server.asked().is_empty());
}

#[test]
fn files_of_one_signer_ask_once() {
    let desk = Desk::new();
    let responder = desk.nca.responder(ALGORITHM);
    let server = Server::start(move |asked| Reply::Good(responder.respond(&asked.body, at())));
    let settings = format!("ocsp = \"{}/ocsp\"", server.address);
    assert_eq!(desk.verify(&settings, &["a.cms", "b.cms", "a.cms"]).status.code(), Some(0));
    assert_eq!(server.asked().len(), 1);
}

#[test]
fn a_list_is_asked_for_where_there_is_no_responder() {
    let desk = Desk::new();
    let list = |from, until| desk.nca.list(ALGORITHM, from, until);
    let mut forged = list(at() - DAY, at() + DAY);
    forged.signer = Some(Key::from_seed(ALGORITHM, [9; 32]));
    let revoking = list(at() - DAY, at() + DAY).with(&desk.person.certificate.serial, at() - DAY, None);
    for (octets, code, wanted) in [
        (list(at() - DAY, at() + DAY).sign(), 0, "valid"),
        (revoking.sign(), 1, "certificate_revoked"),
        (list(at() - DAY * 3, at() - DAY).sign(), 2, "revocation_stale"),
        (forged.sign(), 2, "crl_not_authentic"),
        (b"garbage".to_vec(), 2, "evidence_unreadable"),
    ] {
        let server = Server::start(move |_| Reply::Good(octets.clone()));
        let output = desk.verify(&format!("[[crl]]\nurl = \"{}/nca.crl\"", server.address), &["a.cms", "b.cms"]);
        let said = String::from_utf8_lossy(&output.stdout);
        assert_eq!(output.status.code(), Some(code), "{wanted}: {said}");
        assert!(said.contains(wanted), "{wanted}: {said}");
        assert_eq!(server.asked().len(), 1, "{wanted}");
    }
}
