//! Signed documents, written in canonical form by hand. Must never use the canonicaliser under test.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use testkit::{Algorithm, Person};

const XMLDSIG: &str = "http://www.w3.org/2000/09/xmldsig#";
const C14N: &str = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";

fn methods(algorithm: Algorithm) -> (&'static str, &'static str) {
    match algorithm.name() {
        "rsa" => ("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2001/04/xmlenc#sha256"),
        "gost2004" => (
            "http://www.w3.org/2001/04/xmldsig-more#gost34310-gost34311",
            "http://www.w3.org/2001/04/xmldsig-more#gost34311",
        ),
        _ => (
            "urn:ietf:params:xml:ns:pkigovkz:xmlsec:algorithms:gostr34102015-gostr34112015-512",
            "urn:ietf:params:xml:ns:pkigovkz:xmlsec:algorithms:gostr34112015-512",
        ),
    }
}

/// A document signed by one after another.
pub fn co_signed(people: &[&Person]) -> String {
    let mut document = "<a x=\"1\">text<b xmlns=\"urn:b\">more &amp; &#xD;</b></a>".to_owned();
    for person in people {
        document = document.replace("</a>", &format!("{}</a>", signature(&document, person)));
    }
    document
}

fn signature(document: &str, person: &Person) -> String {
    let (signature_method, digest_method) = methods(person.algorithm());
    let digest = STANDARD.encode(person.algorithm().digest(document.as_bytes()));
    let info = format!(
        "<ds:SignedInfo><ds:CanonicalizationMethod Algorithm=\"{C14N}\"></ds:CanonicalizationMethod>\
         <ds:SignatureMethod Algorithm=\"{signature_method}\"></ds:SignatureMethod><ds:Reference URI=\"\"><ds:Transforms>\
         <ds:Transform Algorithm=\"{XMLDSIG}enveloped-signature\"></ds:Transform>\
         <ds:Transform Algorithm=\"{C14N}#WithComments\"></ds:Transform></ds:Transforms>\
         <ds:DigestMethod Algorithm=\"{digest_method}\"></ds:DigestMethod><ds:DigestValue>{digest}</ds:DigestValue>\
         </ds:Reference></ds:SignedInfo>"
    );
    let canonical = info.replacen("<ds:SignedInfo>", &format!("<ds:SignedInfo xmlns:ds=\"{XMLDSIG}\">"), 1);
    let value = STANDARD.encode(person.key.sign(canonical.as_bytes()));
    let certificate = STANDARD.encode(&person.certificate.der);
    format!(
        "<ds:Signature xmlns:ds=\"{XMLDSIG}\">{info}<ds:SignatureValue>{value}</ds:SignatureValue><ds:KeyInfo>\
         <ds:X509Data><ds:X509Certificate>{certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>"
    )
}
