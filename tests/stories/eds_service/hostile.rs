//! Input that broke other services: through our own address and through NCANode's. A verdict each time, never a fault.

use super::program::{Program, base64};
use crate::harness::Server;
use serde_json::json;
use testkit::cms::{self, Options};

/// Requests at the same time.
const AT_ONCE: usize = 64;

/// DER of `tag` around `content`.
fn der(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = content.len().to_be_bytes();
    let zeros = length.iter().take_while(|octet| **octet == 0).count();
    let mut out = vec![tag];
    match u8::try_from(content.len()) {
        Ok(short) if short < 0x80 => out.push(short),
        _ => {
            out.push(0x80 | u8::try_from(length.len() - zeros).unwrap());
            out.extend(&length[zeros..]);
        }
    }
    out.extend(content);
    out
}

fn cases(server: &Server) -> Vec<(&'static str, Vec<u8>)> {
    let (now, signer) = (server.now(), server.signer("applicant1"));
    let deep =
        (0..10_000).fold(vec![], |inner: Vec<u8>, _| if inner.len() < 60_000 { der(0x30, &inner) } else { inner });
    let mut huge = vec![0x30, 0x88, 0x7f];
    huge.extend([0xff; 7]);
    let doubled = Options { message_digest: cms::MessageDigest::Doubled, ..Options::attached(now) };
    let bare = Options { embed_certificates: false, ..Options::attached(now) };
    vec![
        ("empty", vec![]),
        ("garbage", b"this is no signature at all".to_vec()),
        ("nested", [[0x30, 0x80].repeat(10_000), deep].concat()),
        ("2^63", huge),
        ("1,000 signers", cms::sign(&vec![signer; 1000], b"x", &Options::attached(now))),
        ("no signers", cms::sign(&[], b"x", &Options::attached(now))),
        ("no certificates", cms::sign(&[signer], b"x", &bare)),
        ("two messageDigest", cms::sign(&[signer], b"x", &doubled)),
        ("entities", br#"<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>"#.to_vec()),
        ("unsigned XML", b"<a/>".to_vec()),
        ("expired", server.signer("expired").sign_attached(b"x", now)),
        ("revoked", server.signer("revoked").sign_attached(b"x", now)),
    ]
}

#[test]
fn every_case_gets_a_finding_and_none_is_valid() {
    let server = Server::start();
    let program = Program::of(&server);
    for (name, signature) in cases(&server) {
        let own = program.post("/api/eds/v1/verify", &json!({"signature": base64(&signature)})).must_be(200);
        assert_ne!(own.text("/verdict"), "valid", "{name}");
        assert!(!own.codes().is_empty(), "{name}: {}", own.json);
        let file = program.post_form("/api/eds/v1/verify", vec![("signature", signature.clone())]).must_be(200);
        assert_eq!(own.text("/verdict"), file.text("/verdict"), "{name}");
        let _ = program.post("/api/eds/v1/extract", &json!({"signature": base64(&signature)})).must_be(200);

        let asked = json!({"cms": base64(&signature), "revocationCheck": ["CRL", "OCSP"]});
        let face = program.post("/cms/verify", &asked);
        if signature.is_empty() {
            let _ = face.must_be(400);
            continue;
        }
        let face = face.must_be(200);
        assert_eq!(face.at("/valid"), &json!(false), "{name}");
        assert!(face.text("/message").len() > 10, "{name}: {}", face.json);
        let xml = json!({"xml": String::from_utf8_lossy(&signature)});
        assert_eq!(program.post("/xml/verify", &xml).must_be(200).at("/valid"), &json!(false), "{name}");
    }
    let _ = program.post("/cms/verify", &json!({"cms": null})).must_be(400);
}

#[test]
fn sixty_four_at_once_get_the_same_answer() {
    let server = Server::start();
    let program = Program::of(&server);
    let body = json!({"signature": base64(&server.signer("applicant1").sign_attached(b"x", server.now()))});
    std::thread::scope(|scope| {
        let ask = || program.post("/api/eds/v1/verify", &body).must_be(200).text("/verdict").to_owned();
        let asked: Vec<_> = (0..AT_ONCE).map(|_| scope.spawn(ask)).collect();
        assert!(asked.into_iter().all(|one| one.join().unwrap() == "valid"));
    });
}
