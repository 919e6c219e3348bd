//! The face of NCANode 3: what its clients read, field by field (EDS.md 10), and the requests they send.

use super::program::{Program, base64};
use crate::harness::{Server, Setup};
use serde_json::{Value, json};
use testkit::cms::{Message, Signer};
use testkit::{Algorithm, Digest};

#[test]
fn a_cms_with_a_timestamp_in_every_field() {
    let server = Server::start();
    let (program, now, signer) = (Program::of(&server), server.now(), server.signer("applicant1"));
    let tsa = server.nca.tsa(Algorithm::Gost512);
    let stamped = Signer::new(signer, now).stamped(|signature| vec![tsa.token(Digest::Streebog512, signature, now)]);
    let cms = Message::new(b"a document", vec![stamped]).encode();
    let asked = json!({"cms": base64(&cms), "revocationCheck": ["OCSP", "CRL"], "checkOcsp": null});
    let told = program.post("/cms/verify", &asked).must_be(200);
    assert_eq!(
        (told.at("/status"), told.text("/message"), told.at("/valid")),
        (&json!(200), "OK", &json!(true)),
        "{}",
        told.json
    );
    let certificate = told.at("/signers/0/certificates/0");
    let of = |field: &str| certificate.pointer(field).unwrap_or(&Value::Null);
    let shown = [
        ("/valid", json!(true)),
        ("/keyUsage", json!("SIGN")),
        ("/signAlg", json!("ECGOST3410-2015-512")),
        ("/keyUser", json!(["INDIVIDUAL"])),
        ("/subject/commonName", json!("СЫНАҚОВА ӘЙГЕРІМ")),
        ("/subject/surName", json!("СЫНАҚОВА")),
        ("/subject/lastName", json!("ҮЛГІҚЫЗЫ")),
        ("/subject/iin", json!("850417400014")),
        ("/subject/gender", json!("FEMALE")),
        ("/subject/country", json!("KZ")),
        ("/subject/bin", Value::Null),
        ("/revocations", json!([{"revoked": false, "by": "CRL", "revocationTime": null, "reason": null}])),
    ];
    for (field, value) in shown {
        assert_eq!(of(field), &value, "{field}");
    }
    let dn = of("/subject/dn").as_str().unwrap();
    assert!(dn.contains("SERIALNUMBER=IIN850417400014, SURNAME=СЫНАҚОВА, CN=СЫНАҚОВА ӘЙГЕРІМ"), "{dn}");
    assert!(of("/notAfter").as_str().unwrap().ends_with(".000+00:00"));
    assert!(!of("/serialNumber").as_str().unwrap().starts_with('0'));
    let tsp = told.at("/signers/0/tsp");
    assert_eq!((&tsp["tspHashAlgorithm"], tsp["hash"].as_str().unwrap().len()), (&json!("GOST3411-2015-512"), 128));
    assert!(tsp["genTime"].as_str().unwrap().ends_with("+00:00"));
}

#[test]
fn a_detached_cms_needs_its_document_and_revocations_are_told() {
    let server = Server::start();
    let (program, now) = (Program::of(&server), server.now());
    let detached = base64(&server.signer("head").sign_detached(b"x", now));
    let told = program.post("/cms/verify", &json!({"cms": detached, "data": base64(b"x")})).must_be(200);
    assert_eq!((told.at("/valid"), told.at("/signers/0/certificates/0/revocations")), (&json!(true), &json!([])));
    assert_eq!(told.at("/signers/0/certificates/0/keyUser"), &json!(["CEO", "ORGANIZATION"]));
    assert_eq!(told.text("/signers/0/certificates/0/subject/bin"), "120340000014");
    let without = program.post("/cms/verify", &json!({"cms": detached})).must_be(200);
    assert_eq!(without.at("/valid"), &json!(false));
    assert_ne!(without.text("/message"), "OK");

    let revoked = base64(&server.signer("revoked").sign_attached(b"x", now));
    let told = program.post("/cms/verify", &json!({"cms": revoked, "revocationCheck": ["CRL"]})).must_be(200);
    let entry = told.at("/signers/0/certificates/0/revocations/0");
    assert_eq!((&entry["revoked"], &entry["reason"]), (&json!(true), &json!("KEY_COMPROMISE")));
    assert!(entry["revocationTime"].as_str().unwrap().ends_with(".000+00:00"));
}

#[test]
fn what_cannot_be_proven_is_not_valid_and_says_why() {
    let server = Server::start_with(Setup { with_crls: false, ..Setup::default() });
    let (program, now) = (Program::of(&server), server.now());
    let cms = base64(&server.signer("applicant1").sign_attached(b"x", now));
    let told = program.post("/cms/verify", &json!({"cms": cms, "revocationCheck": ["CRL", "OCSP"]})).must_be(200);
    assert_eq!(told.at("/valid"), &json!(false));
    assert_eq!(told.at("/signers/0/certificates/0/revocations"), &json!([]), "nothing known is never \"not revoked\"");
    assert!(told.text("/message").contains("revoked"), "{}", told.json);
    let russian = program.request("/cms/verify").header("accept-language", "ru").json(&json!({"cms": cms}));
    assert!(program.ask("/cms/verify", russian).text("/message").contains("отозван"));
}

#[test]
fn certificates_and_extraction() {
    let server = Server::start();
    let (program, now) = (Program::of(&server), server.now());
    let certificate = |id: &str| base64(&server.signer(id).certificate.der);
    let told = program
        .post("/x509/info", &json!({"certs": [certificate("auth-only")], "revocationCheck": ["CRL"]}))
        .must_be(200);
    assert_eq!((told.at("/valid"), told.text("/signers/0/keyUsage")), (&json!(true), "AUTH"));
    assert_eq!(told.text("/signers/0/signAlg"), "SHA256WithRSAEncryption");
    let several = json!({"certs": [certificate("applicant1"), certificate("expired")]});
    let told = program.post("/x509/info", &several).must_be(200);
    assert_eq!(
        (told.at("/valid"), told.at("/signers/0/valid"), told.at("/signers/1/valid")),
        (&json!(false), &json!(true), &json!(false))
    );
    let _ = program.post("/x509/info", &json!({"certs": ["AAAA"]})).must_be(400);

    let signer = server.signer("applicant1");
    let out =
        program.post("/cms/extract", &json!({"cms": base64(&signer.sign_attached(b"a document", now))})).must_be(200);
    assert_eq!((out.text("/message"), out.text("/data")), ("OK", base64(b"a document").as_str()));
    let none = program.post("/cms/extract", &json!({"cms": base64(&signer.sign_detached(b"x", now))})).must_be(400);
    assert!(none.text("/message").len() > 10);
}

/// A key for logging in: NCANode takes it and shows AUTH, so that its clients can decide.
#[test]
fn a_key_for_logging_in_is_valid_here_and_shown_as_such() {
    let server = Server::start();
    let program = Program::of(&server);
    let cms = base64(&server.signer("auth-only").sign_attached(b"challenge", server.now()));
    let told = program.post("/cms/verify", &json!({"cms": cms})).must_be(200);
    assert_eq!((told.at("/valid"), told.text("/signers/0/certificates/0/keyUsage")), (&json!(true), "AUTH"));
}

#[test]
fn keystores_that_come_along_sign_under_test_keys() {
    let server = Server::start();
    let program = Program::of(&server);
    let keystore = testkit::pkcs12::write(&[("own", server.signer("applicant1"))], "Qwerty12");
    let key = |password: &str| json!({"key": base64(&keystore), "password": password, "keyAlias": null});
    let told =
        program.post("/pkcs12/info", &json!({"keys": [key("Qwerty12")], "revocationCheck": ["CRL"]})).must_be(200);
    assert_eq!((told.at("/valid"), told.text("/signers/0/subject/iin")), (&json!(true), "850417400014"));
    let told = program.post("/pkcs12/aliases", &json!({"keys": [key("Qwerty12")]})).must_be(200);
    assert_eq!(told.at("/aliases"), &json!([["own"]]));

    let ask = |password: &str, with_tsp: bool, detached: bool| {
        let signers = [key(password)];
        json!({"data": base64(b"a document"), "signers": signers, "withTsp": with_tsp, "tsaPolicy": "TSA_GOST_POLICY", "detached": detached})
    };
    for detached in [false, true] {
        let signed = program.post("/cms/sign", &ask("Qwerty12", false, detached)).must_be(200);
        let asked = json!({"cms": signed.text("/cms"), "data": base64(b"a document")});
        assert_eq!(program.post("/cms/verify", &asked).must_be(200).at("/valid"), &json!(true), "detached: {detached}");
    }
    assert!(program.post("/cms/sign", &ask("wrong", false, false)).must_be(400).text("/message").contains("password"));
    let stamped = program.post("/cms/sign", &ask("Qwerty12", true, false)).must_be(400);
    assert!(stamped.text("/message").contains("withTsp"), "no signature without the timestamp that was asked for");
}

#[test]
fn what_is_not_served_says_so() {
    let server = Server::start();
    let program = Program::of(&server);
    for path in ["/wsse/verify", "/xml/sign", "/tsp/create"] {
        let answer = program.request(path).json(&json!({})).send().unwrap();
        assert_eq!(answer.status().as_u16(), 404, "{path}");
        let told: Value = answer.json().unwrap();
        assert_eq!(told["status"], 404);
        assert!(told["message"].as_str().unwrap().len() > 10, "{told}");
    }
}
