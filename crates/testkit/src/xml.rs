//! Signed XML (XMLDSig) in the one form the NCA's software makes, and every way of getting it wrong.
//!
//! Documents are given in canonical form, so that no test leans on the canonicaliser it tests. Must never: verify.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::{Algorithm, Person};

pub const XMLDSIG: &str = "http://www.w3.org/2000/09/xmldsig#";
pub const C14N: &str = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
pub const C14N_WITH_COMMENTS: &str = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments";
pub const ENVELOPED: &str = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";

/// How to sign; [`Options::default`] is what the official provider does.
#[derive(Clone, Debug)]
pub struct Options {
    /// URI of the Reference: "" or "#" and the root's Id.
    pub uri: String,
    pub transforms: Vec<&'static str>,
    pub canonicalization: &'static str,
    /// SignatureMethod; `None`: that of the key.
    pub signature_method: Option<&'static str>,
    /// DigestMethod; `None`: that of the key.
    pub digest_method: Option<&'static str>,
    /// Prefix of the signature's elements; "" for a default namespace.
    pub prefix: &'static str,
    /// Namespace declarations of the canonical SignedInfo, in canonical order, where the root has some of its own:
    /// ` xmlns="urn:a" xmlns:ds=".."`; `None`: only the signature's.
    pub in_scope: Option<String>,
    /// References instead of one.
    pub references: usize,
    /// Lines of 76 characters with CR LF in base64, the CR written as a reference.
    pub carriage_returns: bool,
    pub embed_certificate: bool,
    /// Digests other octets than the document's.
    pub digested: Option<Vec<u8>>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            uri: String::new(),
            transforms: vec![ENVELOPED, C14N_WITH_COMMENTS],
            canonicalization: C14N,
            signature_method: None,
            digest_method: None,
            prefix: "ds",
            in_scope: None,
            references: 1,
            carriage_returns: false,
            embed_certificate: true,
            digested: None,
        }
    }
}

/// (SignatureMethod, DigestMethod) of a key.
pub fn methods(algorithm: Algorithm) -> (&'static str, &'static str) {
    match algorithm {
        Algorithm::Rsa => {
            ("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2001/04/xmlenc#sha256")
        }
        Algorithm::Gost2004 => (
            "http://www.w3.org/2001/04/xmldsig-more#gost34310-gost34311",
            "http://www.w3.org/2001/04/xmldsig-more#gost34311",
        ),
        Algorithm::Gost512 => (
            "urn:ietf:params:xml:ns:pkigovkz:xmlsec:algorithms:gostr34102015-gostr34112015-512",
            "urn:ietf:params:xml:ns:pkigovkz:xmlsec:algorithms:gostr34112015-512",
        ),
        Algorithm::Gost256 => (
            "urn:ietf:params:xml:ns:pkigovkz:xmlsec:algorithms:gostr34102015-gostr34112015-256",
            "urn:ietf:params:xml:ns:pkigovkz:xmlsec:algorithms:gostr34112015-256",
        ),
    }
}

/// The document, which is canonical and ends with its root's end tag, with a signature put before that tag.
/// Signed again it is co-signed: the second signature is over the first.
pub fn sign(document: &str, person: &Person, options: &Options) -> String {
    let end = document.rfind("</").expect("a document that ends with its root's end tag");
    format!("{}{}{}", &document[..end], signature(document.as_bytes(), person, options), &document[end..])
}

/// The Signature element over `canonical`.
pub fn signature(canonical: &[u8], person: &Person, options: &Options) -> String {
    let colon = if options.prefix.is_empty() { String::new() } else { format!("{}:", options.prefix) };
    let namespace = match options.prefix {
        "" => format!(" xmlns=\"{XMLDSIG}\""),
        prefix => format!(" xmlns:{prefix}=\"{XMLDSIG}\""),
    };
    let tag =
        |name: &str, attributes: &str, content: &str| format!("<{colon}{name}{attributes}>{content}</{colon}{name}>");
    let method = |name: &str, uri: &str| tag(name, &format!(" Algorithm=\"{uri}\""), "");
    let (signature_method, digest_method) = methods(person.algorithm());
    let digest = person.algorithm().digest(options.digested.as_deref().unwrap_or(canonical));
    let transforms: String = options.transforms.iter().map(|uri| method("Transform", uri)).collect();
    let reference = tag(
        "Reference",
        &format!(" URI=\"{}\"", options.uri),
        &[
            tag("Transforms", "", &transforms),
            method("DigestMethod", options.digest_method.unwrap_or(digest_method)),
            tag("DigestValue", "", &STANDARD.encode(digest)),
        ]
        .concat(),
    );
    let info = [
        method("CanonicalizationMethod", options.canonicalization),
        method("SignatureMethod", options.signature_method.unwrap_or(signature_method)),
        reference.repeat(options.references),
    ]
    .concat();
    // Canonical SignedInfo declares the namespaces it inherits.
    let in_scope = options.in_scope.as_ref().unwrap_or(&namespace);
    let value = person.key.sign(tag("SignedInfo", in_scope, &info).as_bytes());
    let base64 = |octets: &[u8]| armour(octets, options.carriage_returns);
    let mut parts = vec![tag("SignedInfo", "", &info), tag("SignatureValue", "", &base64(&value))];
    if options.embed_certificate {
        let certificate = tag("X509Certificate", "", &base64(&person.certificate.der));
        parts.push(tag("KeyInfo", "", &tag("X509Data", "", &certificate)));
    }
    tag("Signature", &namespace, &parts.concat())
}

fn armour(octets: &[u8], carriage_returns: bool) -> String {
    let text = STANDARD.encode(octets);
    if !carriage_returns {
        return text;
    }
    let lines: Vec<_> = text.as_bytes().chunks(76).map(|line| str::from_utf8(line).unwrap()).collect();
    lines.join("&#13;\n")
}
