//! Signed XML is judged by `eds`: valid as it is, by one signer or several, and not after a change.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use eds::{Evidence, Outcome, Policy, TrustList};
use signer::{Keystore, SignError, Signing, xml};
use testkit::{Algorithm, Nca, PersonSpec};

const AT: &str = "2026-11-22T14:00:00Z";

fn signing() -> Signing {
    Signing { at: AT.parse().unwrap(), added: [3; 32] }
}

fn keystore(nca: &Nca, algorithm: Algorithm) -> Keystore {
    let person = nca.person(&PersonSpec::individual("one", algorithm));
    Keystore::open(&testkit::pkcs12::write(&[("one", &person)], "1"), "1").unwrap()
}

fn outcome(nca: &Nca, document: &str) -> (Outcome, usize) {
    let at = AT.parse().unwrap();
    let hour = jiff::SignedDuration::from_hours(1);
    let mut evidence = Evidence::new();
    let mut trusted = Vec::new();
    for algorithm in [Algorithm::Rsa, Algorithm::Gost2004, Algorithm::Gost512] {
        let hierarchy = nca.hierarchy(algorithm);
        trusted.extend([hierarchy.root.certificate.der.clone(), hierarchy.issuing.certificate.der.clone()]);
        assert!(evidence.add_crl("crl", &nca.crl_of(algorithm, at - hour, at + hour)).is_ok());
    }
    let (trust, _) = TrustList::from_certificates(trusted.iter().map(Vec::as_slice));
    let verdict = eds::verify(document.as_bytes(), None, &trust, &evidence, &Policy::any(), at);
    (verdict.outcome, verdict.signers.len())
}

#[test]
fn documents_of_every_shape_are_signed_and_co_signed() {
    let nca = Nca::new([7; 32], AT.parse().unwrap());
    let keystores =
        [Algorithm::Gost512, Algorithm::Rsa, Algorithm::Gost2004].map(|algorithm| keystore(&nca, algorithm));
    for document in [
        "<a/>",
        "<a b='1' />",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- first -->\n<a>text <!-- c --> &lt;</a >\n<!-- last -->\n",
        "<x:a xmlns:x=\"urn:x\" xmlns=\"urn:y\" xml:lang=\"kk\"><b z=\"/>\">Ә</b></x:a>",
    ] {
        let mut text = document.to_owned();
        for (count, keystore) in keystores.iter().enumerate() {
            let signer = keystore.entry(None).unwrap().signer().unwrap();
            text = xml::sign(&text, &signer, &signing()).unwrap();
            assert_eq!(outcome(&nca, &text), (Outcome::Valid, count + 1), "{text}");
        }
        let changed = text.replacen("<ds:Signature ", "changed<ds:Signature ", 1);
        assert_eq!(outcome(&nca, &changed).0, Outcome::Invalid);
    }
}

#[test]
fn what_could_not_be_read_back_is_not_signed() {
    let nca = Nca::new([7; 32], AT.parse().unwrap());
    let keystore = keystore(&nca, Algorithm::Gost512);
    let signer = keystore.entry(None).unwrap().signer().unwrap();
    let wrapped = "<a><b><Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"/></b></a>";
    for document in ["", "text", "<a>", "<!DOCTYPE a [<!ENTITY e \"x\">]><a>&e;</a>", wrapped] {
        assert!(matches!(xml::sign(document, &signer, &signing()), Err(SignError::Xml(_))), "{document}");
    }
}
