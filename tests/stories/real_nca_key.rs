//! The signed story with a key that the NCA of Kazakhstan itself issued for tests, under its own test authorities and its own
//! revocation list. The clock stands at the list's time, so that the story does not rot.

use crate::harness::request::reference;
use crate::harness::skips::{left_out, real_artefacts};
use crate::harness::{Answers, Officer, Server, Setup, Words};
use std::path::Path;
use testkit::Person as Signer;

/// Password of the NCA's published test keystores.
const KEYSTORE_PASSWORD: &str = "Qwerty12";
/// Sunday, within the life of the list.
const CLOCK: &str = "2026-11-22T09:00:00Z";

#[test]
fn real_nca_key() {
    let Some(real) = real_artefacts() else {
        left_out("the signed story with the NCA's real test key: its folder is not here (ELSHI_REAL_ARTEFACTS)");
        return;
    };
    let mut server = Server::prepare(Setup { clock: CLOCK.parse().unwrap(), ..Setup::default() });
    real_trust(&real, &server.trust());
    server.run();
    let keystore = std::fs::read(real.join("p12/go_individual_valid__individual_valid.p12")).unwrap();
    let key = Signer::from_pkcs12("individual", &keystore, KEYSTORE_PASSWORD);
    let surname = key.certificate.common_name().split(' ').next().unwrap().to_owned();

    // The NCA's test person signs in; every page says that this is a test.
    let person = server.person("kk");
    let entered = person.signs_in_with(&key, server.now()).ok();
    entered.must_say(&Words::of("kk").s("frame-test"));

    // Signs the request and sends it on a Sunday: it counts as registered on Monday.
    let draft = person.begins("DE", "berlin");
    person.completes(&draft, &Answers::of_a_daughter().with("deceased-surname", &surname));
    let sent = person.signs(&draft, &key, server.now()).ok();
    let reference = reference(&sent);

    // The officer reads that the signature is valid and whose it is.
    let consul = Officer::signs_in(&server, "officer.berlin");
    let case = consul.opens(&reference);
    case.page().must_say(key.certificate.common_name());
    case.does("registration");

    // The proof verifies on the command line with the NCA's certificates and list.
    let (proof, file) = (case.paper("proof").ok().bytes, case.paper("application").ok().bytes);
    let folder = server.desk_drawer();
    std::fs::write(folder.join("proof.cms"), proof).unwrap();
    std::fs::write(folder.join("request.pdf"), file).unwrap();
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let at = server.now().to_string();
    let output = server.elshi(&[
        "eds",
        "verify",
        &path("proof.cms"),
        "--content",
        &path("request.pdf"),
        "--trust",
        &path("trust"),
        "--crl",
        &path("trust/crl/nca.crl"),
        "--at",
        &at,
        "--policy",
        "applicant",
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
    server.journal_is_whole(&[]);
}

/// The NCA's test authorities and the list of the authority that issued the key.
fn real_trust(real: &Path, trust: &Path) {
    std::fs::remove_dir_all(trust).unwrap();
    std::fs::create_dir_all(trust.join("crl")).unwrap();
    for entry in std::fs::read_dir(real.join("ca")).unwrap() {
        let path = entry.unwrap().path();
        copy(&path, &trust.join(path.file_name().unwrap()));
    }
    copy(&real.join("crl/go_nca_gost2022_test.crl"), &trust.join("crl/nca.crl"));
    std::fs::write(trust.join("trust.toml"), "environment = \"test\"\n").unwrap();
}

/// The bytes only: the artefacts are read-only.
fn copy(from: &Path, to: &Path) {
    std::fs::write(to, std::fs::read(from).unwrap()).unwrap();
}
