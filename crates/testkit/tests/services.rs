//! The mini NCA's responder and time-stamping authority as OpenSSL's clients see them: RSA, over files.
//!
//! Must never: depend on this computer's clock.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use jiff::{SignedDuration, Timestamp};
use testkit::nca::crl::{HOLD, scope};
use testkit::ocsp::{self, Nonce, Status};
use testkit::{Algorithm, Digest, Nca, PersonSpec, der, tsa};

fn at() -> Timestamp {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

fn openssl(folder: &Path, arguments: &[&str]) -> (bool, String) {
    let Output { status, stdout, stderr } =
        Command::new("openssl").current_dir(folder).args(arguments).output().expect("openssl is installed");
    (status.success(), String::from_utf8_lossy(&stdout).into_owned() + &String::from_utf8_lossy(&stderr))
}

/// A folder with the RSA authorities as PEM.
fn folder(nca: &Nca) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let hierarchy = nca.hierarchy(Algorithm::Rsa);
    for (name, der) in [("root", &hierarchy.root.certificate.der), ("nca", &hierarchy.issuing.certificate.der)] {
        write_pem(folder.path(), name, der);
    }
    let both = ["root", "nca"].map(|name| fs::read_to_string(folder.path().join(format!("{name}.pem"))).unwrap());
    fs::write(folder.path().join("both.pem"), both.concat()).unwrap();
    folder
}

fn write_pem(folder: &Path, name: &str, der: &[u8]) {
    fs::write(folder.join(format!("{name}.cer")), der).unwrap();
    let (source, target) = (format!("{name}.cer"), format!("{name}.pem"));
    assert!(openssl(folder, &["x509", "-inform", "DER", "-in", &source, "-out", &target]).0);
}

#[test]
fn openssl_asks_the_responder_and_believes_it() {
    let mut nca = Nca::new([7; 32], at());
    let folder = folder(&nca);
    let folder = folder.path();
    let [good, bad] = ["good", "bad"].map(|id| nca.person(&PersonSpec::individual(id, Algorithm::Rsa)));
    nca.revoke_for(&bad, at() - SignedDuration::from_hours(24), Some(1));
    let moment = at().as_second().to_string();
    for (digest, by_key) in [("-sha1", false), ("-sha256", true)] {
        for (person, says) in [(&good, "person.pem: good"), (&bad, "person.pem: revoked")] {
            write_pem(folder, "person", &person.certificate.der);
            let asked = ["ocsp", digest, "-issuer", "nca.pem", "-cert", "person.pem"];
            let (made, text) = openssl(folder, &[&asked[..], &["-reqout", "request"]].concat());
            assert!(made, "{text}");
            let mut responder = nca.responder(Algorithm::Rsa);
            responder.by_key = by_key;
            responder.next_update = Some(SignedDuration::from_hours(1));
            let request = fs::read(folder.join("request")).unwrap();
            let verify = |response: Vec<u8>| -> String {
                fs::write(folder.join("response"), response).unwrap();
                let more = ["-no_nonce", "-respin", "response", "-CAfile", "both.pem", "-attime", &moment];
                let (_, status) = openssl(folder, &[&asked[..], &more, &["-validity_period", "1000000000"]].concat());
                // The nonce is compared where the request is given as it was; the status is not shown then.
                let files = ["ocsp", "-reqin", "request", "-issuer", "nca.pem"];
                status + &openssl(folder, &[&files[..], &more[1..]].concat()).1
            };
            let text = verify(responder.respond(&request, at()));
            assert_eq!(text.matches("Response verify OK").count(), 2, "{text}");
            assert!(text.contains(says), "{text}");
            responder.nonce = Nonce::Change;
            let text = verify(responder.respond(&request, at()));
            assert!(text.contains("Nonce Verify error"), "{text}");
            responder.nonce = Nonce::Echo;
            responder.broken = true;
            let text = verify(responder.respond(&request, at()));
            assert!(text.contains("Response Verify Failure"), "{text}");
        }
    }
}

#[test]
fn the_responder_says_what_it_was_told_to_say() {
    let nca = Nca::new([7; 32], at());
    let person = nca.person(&PersonSpec::individual("somebody", Algorithm::Gost512));
    let serial = person.certificate.serial.as_slice();
    let issuer = nca.issuing(Algorithm::Gost512);
    let request = ocsp::request(Digest::Sha1, &issuer.certificate, &[serial], Some(b"nonce"));
    let mut responder = nca.responder(Algorithm::Gost512).saying(serial, Status::NonIssued);
    let response = responder.respond(&request, at());
    let has = |response: &[u8], part: &[u8]| response.windows(part.len()).any(|octets| octets == part);
    assert!(has(&response, b"19700101000000Z") && has(&response, &der::enumerated(HOLD)) && has(&response, b"nonce"));
    assert!(has(&response, &der::oid("1.3.6.1.5.5.7.48.1.9")));
    assert_eq!(response, responder.respond(&request, at()), "the same octets for the same moment");
    responder.nonce = Nonce::Leave;
    assert!(!has(&responder.respond(&request, at()), b"nonce"));
    // Another authority's certificate, octets that are no request, and a responder that is tired.
    let stranger = ocsp::request(Digest::Sha1, &nca.issuing(Algorithm::Rsa).certificate, &[serial], None);
    assert!(has(&responder.respond(&stranger, at()), &der::implicit(2, &[])));
    assert_eq!(responder.respond(b"GET /", at()), ocsp::failure(ocsp::MALFORMED_REQUEST));
    for length in 0..request.len() {
        assert_eq!(responder.respond(&request[..length], at()), ocsp::failure(ocsp::MALFORMED_REQUEST));
    }
    responder.refusal = Some(ocsp::TRY_LATER);
    assert_eq!(responder.respond(&request, at()), [0x30, 3, 0x0a, 1, 3]);
}

#[test]
fn openssl_asks_for_a_timestamp_and_believes_it() {
    let nca = Nca::new([7; 32], at());
    let folder = folder(&nca);
    let folder = folder.path();
    fs::write(folder.join("data"), b"a signature").unwrap();
    let mut authority = nca.tsa(Algorithm::Rsa);
    let moment = at().as_second().to_string();
    for digest in ["-sha1", "-sha256", "-sha512"] {
        let (made, text) = openssl(folder, &["ts", "-query", "-data", "data", digest, "-cert", "-out", "request"]);
        assert!(made, "{text}");
        let request = fs::read(folder.join("request")).unwrap();
        let verify = |response: Vec<u8>| {
            fs::write(folder.join("response"), response).unwrap();
            let arguments = ["ts", "-verify", "-queryfile", "request", "-in", "response", "-CAfile", "both.pem"];
            openssl(folder, &[&arguments[..], &["-attime", &moment]].concat())
        };
        authority.nonce = Nonce::Echo;
        let (good, text) = verify(authority.respond(&request, at()));
        assert!(good && text.contains("Verification: OK"), "{text}");
        authority.nonce = Nonce::Change;
        let (good, text) = verify(authority.respond(&request, at()));
        assert!(!good && text.contains("nonce"), "{text}");
        let (good, text) = verify(tsa::rejection(tsa::SYSTEM_FAILURE, "the clock stands"));
        assert!(!good && text.contains("the clock stands") && text.contains("systemFailure"), "{text}");
    }
}

#[test]
fn requests_that_do_not_add_up_are_rejected() {
    let authority = Nca::new([7; 32], at()).tsa(Algorithm::Gost512);
    let request = tsa::request(Digest::Gost34311, b"a signature", Some(&[0x91, 2]), true);
    assert!(authority.respond(&request, at()).len() > 1_000);
    for length in 0..request.len() {
        let answer = authority.respond(&request[..length], at());
        assert_eq!(answer, tsa::rejection(tsa::BAD_DATA_FORMAT, "no TimeStampReq"), "{length}");
    }
}

#[test]
fn openssl_reads_lists_of_every_kind() {
    let nca = Nca::new([7; 32], at());
    let folder = folder(&nca);
    let folder = folder.path();
    let week = SignedDuration::from_hours(24 * 7);
    let mut list = nca.list(Algorithm::Rsa, at(), at() + week).with(&[2, 1, 9], at(), Some(1));
    list.base = Some(5);
    list.distribution_point = Some([scope::point("http://nca.test/x.crl"), scope::only_users()].concat());
    fs::write(folder.join("crl"), list.with_strangers(3, at()).sign()).unwrap();
    let arguments = ["crl", "-inform", "DER", "-in", "crl", "-noout", "-text", "-CAfile", "both.pem"];
    let (read, text) = openssl(folder, &arguments);
    assert!(read && text.contains("verify OK"), "{text}");
    for part in ["Delta CRL Indicator", "Issuing Distribution Point", "http://nca.test/x.crl", "Key Compromise"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert_eq!(text.matches("Serial Number:").count(), 4, "{text}");
}
