//! testkit's signatures as OpenSSL sees them: RSA with its CMS and X.509, GOST with its gost engine.
//!
//! OpenSSL knows the Russian profile of the same mathematics: object identifiers are mapped to 1.2.643, the signature
//! is reversed (`s || r`, big-endian). The engine knows GOST 34.311-95 only with its own S-box, so digests are given.
//! Must never: pass in silence where the engine is missing.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use jiff::Timestamp;
use testkit::certificate::Certificate;
use testkit::cms::{self, Options};
use testkit::{Algorithm, Key, Nca, PersonSpec, ber, der};

const CONFIGURATION: &str = "openssl_conf = start\n[start]\nengines = engines\n[engines]\ngost = gost\n[gost]\n\
                             engine_id = gost\ndefault_algorithms = ALL\n";

fn at() -> Timestamp {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

fn nca() -> Nca {
    Nca::new([7; 32], at())
}

/// Runs openssl in `folder`, with the gost engine configured.
fn openssl(folder: &Path, arguments: &[&str]) -> Output {
    let configuration = folder.join("openssl.cnf");
    fs::write(&configuration, CONFIGURATION).unwrap();
    let mut command = Command::new("openssl");
    command.current_dir(folder).env("OPENSSL_CONF", configuration).args(arguments);
    command.output().expect("openssl is installed")
}

fn engine_is_there(folder: &Path) -> bool {
    let found = openssl(folder, &["engine", "gost"]).status.success();
    if !found {
        eprintln!("SKIPPED: OpenSSL has no gost engine (Debian: libengine-gost-openssl)");
    }
    found
}

/// SubjectPublicKeyInfo of the Russian profile (RFC 4491, RFC 9215) for the same point.
fn russian_key_info(key: &Key) -> Vec<u8> {
    let (identifier, parameters) = match key.algorithm() {
        Algorithm::Gost2004 => ("1.2.643.2.2.19", ["1.2.643.2.2.35.1", "1.2.643.2.2.30.1"]),
        Algorithm::Gost512 => ("1.2.643.7.1.1.1.2", ["1.2.643.7.1.2.1.2.1", "1.2.643.7.1.1.2.3"]),
        Algorithm::Gost256 => ("1.2.643.7.1.1.1.1", ["1.2.643.7.1.2.1.1.1", "1.2.643.7.1.1.2.2"]),
        Algorithm::Rsa => panic!("RSA needs no mapping"),
    };
    let parameters = der::sequence(&parameters.map(der::oid));
    let info = key.public_key_info();
    let point = ber::read(&info).0.child(1).whole.to_vec();
    der::sequence(&[der::sequence(&[der::oid(identifier), parameters]), point])
}

/// Does the gost engine accept this signature of this digest?
fn engine_accepts(folder: &Path, key: &Key, digest: &[u8], signature: &[u8]) -> bool {
    let reversed: Vec<u8> = signature.iter().rev().copied().collect();
    fs::write(folder.join("key.der"), russian_key_info(key)).unwrap();
    fs::write(folder.join("digest"), digest).unwrap();
    fs::write(folder.join("signature"), reversed).unwrap();
    let arguments = ["pkeyutl", "-engine", "gost", "-verify", "-pubin", "-keyform", "DER", "-inkey", "key.der", "-in"];
    let output = openssl(folder, &[&arguments[..], &["digest", "-sigfile", "signature"]].concat());
    let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(text.contains("Signature Verif"), "the engine gave no verdict: {text}");
    output.status.success()
}

#[test]
fn the_gost_engine_accepts_signatures_of_both_gost_keys() {
    let folder = tempfile::tempdir().unwrap();
    if !engine_is_there(folder.path()) {
        return;
    }
    for algorithm in [Algorithm::Gost512, Algorithm::Gost2004, Algorithm::Gost256] {
        let key = Key::from_seed(algorithm, [3; 32]);
        for message in [&b""[..], b"one", b"another message"] {
            let digest = algorithm.digest(message);
            let signature = key.sign_digest(&digest);
            assert!(engine_accepts(folder.path(), &key, &digest, &signature), "{algorithm:?}");
            let mut changed = signature.clone();
            changed[9] ^= 4;
            assert!(!engine_accepts(folder.path(), &key, &digest, &changed), "{algorithm:?}");
            assert!(!engine_accepts(folder.path(), &key, &algorithm.digest(b"other"), &signature), "{algorithm:?}");
        }
    }
}

#[test]
fn the_gost_engine_accepts_certificates_crls_and_cms_of_the_mini_nca() {
    let folder = tempfile::tempdir().unwrap();
    if !engine_is_there(folder.path()) {
        return;
    }
    let nca = nca();
    for algorithm in [Algorithm::Gost512, Algorithm::Gost2004, Algorithm::Gost256] {
        let hierarchy = nca.hierarchy(algorithm);
        let person = nca.person(&PersonSpec::individual("someone", algorithm));
        let crl = nca.crl_of(algorithm, at(), at());
        for signed in [&hierarchy.issuing.certificate.der, &hierarchy.root.certificate.der] {
            assert!(signed_object_is_accepted(folder.path(), &hierarchy.root.key, signed));
        }
        for signed in [&person.certificate.der, &crl] {
            assert!(signed_object_is_accepted(folder.path(), &hierarchy.issuing.key, signed));
        }
        assert!(!signed_object_is_accepted(folder.path(), &hierarchy.root.key, &crl));
        let cms = person.sign_detached(b"content", at());
        let info = ber::read(&cms).0.child(1).child(0).children().last().unwrap().child(0);
        let attributes = der::element(der::SET, info.child(3).content);
        assert!(engine_accepts(folder.path(), &person.key, &algorithm.digest(&attributes), info.child(5).content));
    }
}

/// SIGNED{...}: certificate and CRL have the same three fields.
fn signed_object_is_accepted(folder: &Path, key: &Key, signed: &[u8]) -> bool {
    let fields = ber::read(signed).0.children();
    engine_accepts(folder, key, &key.algorithm().digest(fields[0].whole), &fields[2].content[1..])
}

#[test]
fn openssl_accepts_the_rsa_chain_crl_and_cms() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let mut nca = nca();
    let person = nca.person(&PersonSpec::individual("someone", Algorithm::Rsa));
    let revoked = nca.person(&PersonSpec::individual("revoked", Algorithm::Rsa));
    nca.revoke_for(&revoked, at(), Some(1));
    nca.write_trust(folder, "test");
    fs::write(folder.join("signed.cms"), person.sign_detached(b"content", at())).unwrap();
    let indefinite = Options { indefinite: true, ..Options::attached(at()) };
    fs::write(folder.join("attached.cms"), cms::sign(&[&person], b"content", &indefinite)).unwrap();
    fs::write(folder.join("revoked.cms"), revoked.sign_attached(b"content", at())).unwrap();
    fs::write(folder.join("content"), b"content").unwrap();
    fs::write(folder.join("changed"), b"Content").unwrap();
    let mut authorities = String::new();
    for name in ["root_rsa", "nca_rsa"] {
        let output = openssl(folder, &["x509", "-inform", "DER", "-in", &format!("{name}.cer")]);
        authorities += &String::from_utf8(output.stdout).unwrap();
    }
    let output = openssl(folder, &["crl", "-inform", "DER", "-in", "crl/nca_rsa.crl"]);
    authorities += &String::from_utf8(output.stdout).unwrap();
    fs::write(folder.join("authorities.pem"), authorities).unwrap();
    let moment = at().as_second().to_string();
    let verify = |arguments: &[&str]| {
        let common = ["cms", "-verify", "-binary", "-inform", "DER", "-CAfile", "authorities.pem"];
        let more = ["-crl_check", "-attime", &moment, "-out", "out", "-in"];
        openssl(folder, &[&common[..], &more, arguments].concat())
    };
    for good in [&["signed.cms", "-content", "content"][..], &["attached.cms"]] {
        let output = verify(good);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(fs::read(folder.join("out")).unwrap(), b"content");
    }
    assert!(!verify(&["signed.cms", "-content", "changed"]).status.success());
    let output = verify(&["revoked.cms"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("certificate revoked"));
}

#[test]
fn openssl_reads_the_pem_of_ncalayer() {
    let folder = tempfile::tempdir().unwrap();
    let person = nca().person(&PersonSpec::individual("someone", Algorithm::Gost512));
    fs::write(folder.path().join("signed.pem"), cms::pem(&person.sign_attached(b"content", at()))).unwrap();
    let output = openssl(folder.path(), &["cms", "-cmsout", "-print", "-inform", "PEM", "-in", "signed.pem"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8_lossy(&output.stdout).contains("1.2.398.3.10.1.1.2.3.2"));
}

#[test]
fn the_same_seed_gives_the_same_octets() {
    let spec = PersonSpec::individual("someone", Algorithm::Gost512);
    let (one, two) = (nca().person(&spec), nca().person(&spec));
    assert_eq!(one.certificate.der, two.certificate.der);
    assert_eq!(one.sign_attached(b"x", at()), two.sign_attached(b"x", at()));
    assert_ne!(Nca::new([8; 32], at()).person(&spec).certificate.der, one.certificate.der);
    assert_eq!(Certificate::read(&one.certificate.der).iin(), Some("850417400014"));
}
