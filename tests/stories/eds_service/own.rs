//! `/api/eds/v1`: the same verdict as the command line, and problems that name what is wrong.

use super::program::{Program, base64};
use crate::harness::Server;
use serde_json::json;
use testkit::cms;

const VERIFY: &str = "/api/eds/v1/verify";

#[test]
fn every_address_for_programs_stands_in_the_document_and_no_other() {
    let server = Server::start();
    let mut documented = Program::of(&server).document().addresses();
    let methods = |route: &'static web::routes::Route| route.methods.iter().map(move |method| (route.path, *method));
    // Reports of a gateway for text messages and the phone app's errands are no part of the verification service.
    let others = |path: &str| path.starts_with("/deliveries/") || path.starts_with("/mobile/");
    let served = web::api::ROUTES.iter().filter(|route| !others(route.path)).flat_map(methods);
    let mut served: Vec<_> = served.map(|(path, method)| (path.to_owned(), method.to_lowercase())).collect();
    documented.sort();
    served.sort();
    assert_eq!(documented, served);
}

#[test]
fn good_tampered_and_detached() {
    let server = Server::start();
    let (program, now, signer) = (Program::of(&server), server.now(), server.signer("applicant1"));
    let attached = signer.sign_attached(b"a document", now);
    for signature in [base64(&attached), cms::pem(&attached)] {
        let good = program.post(VERIFY, &json!({"signature": signature})).must_be(200);
        assert_eq!(good.text("/verdict"), "valid", "{}", good.json);
        assert_eq!(good.text("/environment"), "test");
        assert_eq!(good.text("/signers/0/iin"), "850417400014");
        assert_eq!(good.text("/signers/0/name"), "СЫНАҚОВА ӘЙГЕРІМ ҮЛГІҚЫЗЫ");
        assert_eq!(good.text("/signers/0/algorithm"), "gost512");
    }
    let mut tampered = attached.clone();
    let at = tampered.windows(10).position(|octets| octets == b"a document").unwrap();
    tampered[at] ^= 1;
    let told = program.post(VERIFY, &json!({"signature": base64(&tampered)})).must_be(200);
    assert_eq!((told.text("/verdict"), told.codes().contains(&"digest_mismatch".to_owned())), ("invalid", true));

    let detached = signer.sign_detached(b"a document", now);
    let without = program.post(VERIFY, &json!({"signature": base64(&detached)})).must_be(200);
    assert_eq!(without.text("/verdict"), "indeterminate");
    assert!(without.codes().contains(&"content_missing".to_owned()));
    let ask =
        |content: &[u8]| json!({"signature": base64(&detached), "content": base64(content), "policy": "applicant"});
    assert_eq!(program.post(VERIFY, &ask(b"a document")).must_be(200).text("/verdict"), "valid");
    assert_eq!(program.post(VERIFY, &ask(b"another one")).must_be(200).text("/verdict"), "invalid");
    let files = vec![("signature", detached.clone()), ("content", b"a document".to_vec()), ("lang", b"kk".to_vec())];
    assert_eq!(program.post_form(VERIFY, files).must_be(200).text("/verdict"), "valid");
}

#[test]
fn the_policy_the_time_and_the_language_are_those_asked_for() {
    let server = Server::start();
    let (program, now) = (Program::of(&server), server.now());
    let of_head = base64(&server.signer("head").sign_attached(b"x", now));
    let ask = |policy: &str| program.post(VERIFY, &json!({"signature": of_head, "policy": policy})).must_be(200);
    assert_eq!(ask("officer").text("/verdict"), "valid");
    let refused = ask("applicant");
    assert_eq!(refused.text("/verdict"), "invalid");
    assert!(refused.codes().contains(&"role_not_admitted".to_owned()));
    let later = program.post(VERIFY, &json!({"signature": of_head, "at": "2040-01-01T00:00:00Z"})).must_be(200);
    assert_ne!(later.text("/verdict"), "valid");
    let said = |lang: &str| {
        let answer = program.post(VERIFY, &json!({"signature": "", "lang": lang})).must_be(200);
        answer.text("/findings/0/text").to_owned()
    };
    assert_ne!(said("kk"), said("ru"));
    assert_ne!(said("ru"), said("en"));
    let by_header = program.request(VERIFY).header("accept-language", "ru").json(&json!({"signature": ""}));
    assert_eq!(program.ask(VERIFY, by_header).text("/findings/0/text"), said("ru"));
}

#[test]
fn a_document_is_taken_out_and_certificates_are_looked_at() {
    let server = Server::start();
    let (program, now, signer) = (Program::of(&server), server.now(), server.signer("applicant1"));
    let out =
        |signature: &[u8]| program.post("/api/eds/v1/extract", &json!({"signature": base64(signature)})).must_be(200);
    let taken = out(&signer.sign_attached(b"a document", now));
    assert_eq!((taken.text("/content"), taken.at("/bytes")), (base64(b"a document").as_str(), &json!(10)));
    assert_eq!(out(&signer.sign_detached(b"a document", now)).codes(), ["content_missing"]);
    assert_eq!(out(b"no signature").codes(), ["input_unknown"]);

    let certificates: Vec<String> = ["applicant1", "revoked", "auth-only"]
        .iter()
        .map(|id| base64(&server.signer(id).certificate.der))
        .chain(["AAAA".to_owned()])
        .collect();
    let told = program.post("/api/eds/v1/certificates", &json!({"certificates": certificates})).must_be(200);
    let verdicts: Vec<&str> = (0..4).map(|n| told.text(&format!("/certificates/{n}/verdict"))).collect();
    assert_eq!(verdicts, ["valid", "invalid", "valid", "invalid"]);
    assert_eq!(told.at("/certificates/2/key_usage"), &json!(["digitalSignature", "keyEncipherment"]));
    assert_eq!(told.at("/certificates/0/roles"), &json!(["individual"]));
}

#[test]
fn what_is_no_request_is_told_as_a_problem() {
    let server = Server::start();
    let program = Program::of(&server);
    let problem = |body: serde_json::Value| program.post(VERIFY, &body).must_be(400).text("/reason").to_owned();
    assert_eq!(problem(json!({})), "signature");
    assert_eq!(problem(json!({"signature": "x", "policy": "none"})), "policy");
    assert_eq!(problem(json!({"signature": "x", "at": "yesterday"})), "at");
    assert_eq!(problem(json!({"signature": "x", "lang": "de"})), "lang");
    assert_eq!(problem(json!({"signature": "x", "content": "%%"})), "content");
    assert_eq!(problem(json!({"signature": "x", "certificates": ["x"]})), "certificates");
    assert!(
        problem(json!({"signature": "x", "contents": "x"})).contains("contents"),
        "a field is not left aside in silence"
    );
    let bytes = |kind: &str, body: &'static [u8]| {
        program.ask(VERIFY, program.request(VERIFY).header("content-type", kind).body(body))
    };
    let _ = bytes("application/json", b"{").must_be(400);
    let _ = bytes("multipart/form-data", b"x").must_be(400);
    let _ = bytes("text/plain", b"x").must_be(415);
    let unknown = program.request("/api/eds/v2/verify").json(&json!({})).send().unwrap();
    assert_eq!(
        (unknown.status().as_u16(), unknown.headers()["content-type"].to_str().unwrap()),
        (404, "application/problem+json")
    );
    let get = reqwest::blocking::get(format!("{}{VERIFY}", server.base())).unwrap();
    assert_eq!((get.status().as_u16(), get.headers().contains_key("allow")), (405, true));
}
