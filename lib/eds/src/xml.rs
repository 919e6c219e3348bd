//! XMLDSig in the one form the NCA's software makes: enveloped, whole document, inclusive C14N (EDS.md 3.2).
//! Here because state bodies exchange signed XML. It must never follow a reference to a part of a document, expand an
//! entity, or accept a Signature that is not a child of the root.

use roxmltree::{Document, Node, ParsingOptions};

use crate::algorithm::{Algorithm, Refusal};
use crate::cms::SIGNERS_MAX;
use crate::digest::DigestAlgorithm;
use crate::input::base64_text;

mod canonical;
mod limits;
mod sign;

pub use limits::{ATTRIBUTES_MAX, DOCUMENT_ATTRIBUTES_MAX, NAMESPACES_MAX};
pub use sign::{ToSign, last_signed_info, to_sign};

/// Octets of a document; more is refused.
pub const DOCUMENT_BYTES_MAX: usize = 32 * 1024 * 1024;
/// Nodes of a document; more is refused.
pub const NODES_MAX: u32 = 500_000;
/// Octets that all signatures of a document may be over together, since each is digested apart; more is refused.
pub const DIGESTED_BYTES_MAX: usize = 256 * 1024 * 1024;
/// Certificates in one KeyInfo; more is refused.
pub const CERTIFICATES_MAX: usize = 8;

const XMLDSIG: &str = "http://www.w3.org/2000/09/xmldsig#";
const C14N: &str = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
const C14N_WITH_COMMENTS: &str = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments";
const ENVELOPED: &str = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";

/// Why a document is refused whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Not well-formed XML in UTF-8, or with a DOCTYPE.
    Malformed,
    Limit,
    /// A Signature outside the accepted form; what is wrong with it.
    Form(&'static str),
}

/// One signature taken apart, its canonical octets made.
pub(crate) struct XmlSignature {
    pub algorithm: Result<(Algorithm, DigestAlgorithm), Refusal>,
    /// Canonical SignedInfo: what the signature value is over.
    pub signed_info: Vec<u8>,
    pub value: Vec<u8>,
    /// The document's digest as signed, and as computed; or why its method is refused.
    pub digests: Result<(Vec<u8>, Vec<u8>), Refusal>,
    /// DER, unread.
    pub certificates: Vec<Vec<u8>>,
}

/// All signatures in document order; none is a document without a Signature.
pub(crate) fn parse(input: &[u8]) -> Result<Vec<XmlSignature>, Refused> {
    if input.len() > DOCUMENT_BYTES_MAX {
        return Err(Refused::Limit);
    }
    let text = std::str::from_utf8(input).map_err(|_| Refused::Malformed)?;
    if !declares_utf8(text) {
        return Err(Refused::Malformed);
    }
    if !limits::are_kept(text) {
        return Err(Refused::Limit);
    }
    let document = document(text)?;
    let root = document.root_element();
    let signatures: Vec<Node<'_, '_>> = root.children().filter(|node| is(node, "Signature")).collect();
    if signatures.len() > SIGNERS_MAX || signatures.len().saturating_mul(input.len()) > DIGESTED_BYTES_MAX {
        return Err(Refused::Limit);
    }
    if document.descendants().filter(|node| is(node, "Signature")).count() != signatures.len() {
        return Err(Refused::Form("Signature not a child of the root"));
    }
    // Sequential co-signing: signature N is over the document that holds signatures 1..N-1.
    let take = |at: usize| signature(root, *signatures.get(at)?, signatures.get(at..).unwrap_or_default());
    (0..signatures.len()).map(|at| take(at).ok_or(Refused::Form("Signature"))).collect()
}

fn document(text: &str) -> Result<Document<'_>, Refused> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: NODES_MAX, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => Refused::Limit,
        _ => Refused::Malformed,
    })
}

/// No declaration, or one that names no other encoding: else another reader would see another text under the signature.
fn declares_utf8(text: &str) -> bool {
    let declaration =
        text.strip_prefix("<?xml").and_then(|rest| rest.split_once("?>")).map(|(declaration, _)| declaration);
    let encoding = declaration.and_then(|declaration| declaration.split_once("encoding")).map(|(_, value)| value);
    encoding.is_none_or(|value| {
        let mut quoted = value.split(['"', '\'']);
        quoted.next().is_some_and(|before| before.trim() == "=")
            && quoted.next().is_some_and(|name| name.eq_ignore_ascii_case("utf-8"))
    })
}

fn is(node: &Node<'_, '_>, name: &str) -> bool {
    node.has_tag_name((XMLDSIG, name))
}

/// Exactly one child of this name.
fn only<'a, 'i>(parent: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    let mut found = parent.children().filter(|node| is(node, name));
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

fn algorithm<'a>(parent: Node<'a, '_>, name: &str) -> Option<&'a str> {
    only(parent, name)?.attribute("Algorithm")
}

/// Text of an element that holds nothing but text.
fn octets(node: Node<'_, '_>) -> Option<Vec<u8>> {
    let mut text = String::new();
    for child in node.children() {
        text.push_str(child.is_text().then(|| child.text())??);
    }
    base64_text(text.as_bytes())
}

/// `None` = outside the accepted form. `later` is this signature and those after it, which it is not over.
fn signature(root: Node<'_, '_>, element: Node<'_, '_>, later: &[Node<'_, '_>]) -> Option<XmlSignature> {
    let info = only(element, "SignedInfo")?;
    if algorithm(info, "CanonicalizationMethod")? != C14N {
        return None;
    }
    let reference = only(info, "Reference")?;
    let id = ["Id", "ID", "id"].iter().find_map(|name| root.attribute(*name));
    let target = reference.attribute("URI")?;
    let of_root = target.strip_prefix('#').is_some_and(|wanted| Some(wanted) == id);
    let transforms: Vec<_> = only(reference, "Transforms")?.children().filter(Node::is_element).collect();
    let [first, second] = transforms.as_slice() else { return None };
    let accepted = is(first, "Transform")
        && is(second, "Transform")
        && first.attribute("Algorithm") == Some(ENVELOPED)
        && matches!(second.attribute("Algorithm"), Some(C14N | C14N_WITH_COMMENTS))
        && !first.has_children()
        && !second.has_children();
    if !(target.is_empty() || of_root) || !accepted {
        return None;
    }
    let signed = octets(only(reference, "DigestValue")?)?;
    let digests = digest_method(algorithm(reference, "DigestMethod")?)
        .map(|digest| (signed, digest.digest(&[&canonical::document(root, later, of_root)])));
    let mut certificates = Vec::new();
    if let Some(key_info) = only(element, "KeyInfo") {
        for certificate in key_info.descendants().filter(|node| is(node, "X509Certificate")) {
            if certificates.len() >= CERTIFICATES_MAX {
                return None;
            }
            certificates.push(octets(certificate)?);
        }
    }
    Some(XmlSignature {
        algorithm: signature_method(algorithm(info, "SignatureMethod")?),
        signed_info: canonical::subtree(info),
        value: octets(only(element, "SignatureValue")?)?,
        digests,
        certificates,
    })
}

fn digest_method(uri: &str) -> Result<DigestAlgorithm, Refusal> {
    match uri {
        "http://www.w3.org/2001/04/xmlenc#sha256" => Ok(DigestAlgorithm::Sha256),
        "http://www.w3.org/2001/04/xmldsig-more#sha384" => Ok(DigestAlgorithm::Sha384),
        "http://www.w3.org/2001/04/xmlenc#sha512" => Ok(DigestAlgorithm::Sha512),
        "http://www.w3.org/2001/04/xmldsig-more#gost34311" => Ok(DigestAlgorithm::Gost34311),
        "urn:ietf:params:xml:ns:pkigovkz:xmlsec:algorithms:gostr34112015-512" => Ok(DigestAlgorithm::Streebog512),
        "urn:ietf:params:xml:ns:pkigovkz:xmlsec:algorithms:gostr34112015-256" => Ok(DigestAlgorithm::Streebog256),
        "http://www.w3.org/2000/09/xmldsig#sha1" | "http://www.w3.org/2001/04/xmldsig-more#md5" => Err(Refusal::Weak),
        _ => Err(Refusal::Unknown),
    }
}

fn signature_method(uri: &str) -> Result<(Algorithm, DigestAlgorithm), Refusal> {
    match uri {
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256" => Ok((Algorithm::Rsa, DigestAlgorithm::Sha256)),
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384" => Ok((Algorithm::Rsa, DigestAlgorithm::Sha384)),
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512" => Ok((Algorithm::Rsa, DigestAlgorithm::Sha512)),
        "http://www.w3.org/2001/04/xmldsig-more#gost34310-gost34311" => {
            Ok((Algorithm::Gost2004, DigestAlgorithm::Gost34311))
        }
        "urn:ietf:params:xml:ns:pkigovkz:xmlsec:algorithms:gostr34102015-gostr34112015-512" => {
            Ok((Algorithm::Gost512, DigestAlgorithm::Streebog512))
        }
        "urn:ietf:params:xml:ns:pkigovkz:xmlsec:algorithms:gostr34102015-gostr34112015-256" => {
            Ok((Algorithm::Gost256, DigestAlgorithm::Streebog256))
        }
        "http://www.w3.org/2000/09/xmldsig#rsa-sha1" | "http://www.w3.org/2001/04/xmldsig-more#rsa-md5" => {
            Err(Refusal::Weak)
        }
        _ => Err(Refusal::Unknown),
    }
}
