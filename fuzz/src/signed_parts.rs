//! What of a message is signed, said by a reader of its own: the rule of "never valid after a change".
//!
//! Of a CMS, for every SignerInfo: the content type, the content, the octets of signedAttrs and the signature value; and of
//! the signer's certificate, toBeSigned and signature (compared beside this, in `targets/verdicts.rs`).
//!
//! Not signed, so free to change (RFC 5652): versions, digestAlgorithms, the form of the SID while it names the same
//! certificate, NULL or absent parameters, `rsaEncryption` in place of the RSA algorithm, the encoding of lengths, the outer
//! AlgorithmIdentifier's NULL of the certificate (its copy inside is signed; the NCA writes NULL in one of the two only),
//! certificates that are not the signer's, CRLs, unsignedAttrs, order and number of SignerInfos.
//!
//! Of an XML document: what canonical XML keeps of everything but the Signatures (so not comments, quotes, the order of
//! attributes), of each SignedInfo, and the octets of each SignatureValue; of several Signatures the last may be taken away.
//! Must never use the engine's readers.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use roxmltree::{Document, Node};

use super::tlv::{self, Tlv};

const XMLDSIG: &str = "http://www.w3.org/2000/09/xmldsig#";

/// What one SignerInfo binds.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SignedPart {
    content_type: Vec<u8>,
    content: Vec<u8>,
    attributes: Option<Vec<u8>>,
    pub signature: Vec<u8>,
}

/// The parts of a CMS in DER or BER; `given` is detached content. `None` = this reader does not understand it.
#[must_use]
pub fn of_cms(cms: &[u8], given: Option<&[u8]>) -> Option<Vec<SignedPart>> {
    let (info, rest) = tlv::first(cms)?;
    let body = info.children()?.get(1)?.children()?.first()?.children()?;
    let encapsulated = body.get(2)?.children()?;
    let content = match encapsulated.get(1) {
        Some(inside) => inside.children()?.first()?.octets()?,
        None => given?.to_vec(),
    };
    let content_type = encapsulated.first()?.content.to_vec();
    let part = |signer: &Tlv<'_>| {
        let fields = signer.children()?;
        let attributes = fields.get(3).filter(|field| field.tag == 0xa0).map(|field| field.content.to_vec());
        let signature = fields.get(if attributes.is_some() { 5 } else { 4 })?.octets()?;
        Some(SignedPart { content_type: content_type.clone(), content: content.clone(), attributes, signature })
    };
    if !rest.is_empty() {
        return None;
    }
    body.last()?.children()?.iter().map(part).collect()
}

/// What a signed document binds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedXml {
    document: Vec<u8>,
    /// Of each Signature: SignedInfo and the signature value.
    signatures: Vec<(Vec<u8>, Vec<u8>)>,
}

impl SignedXml {
    #[must_use]
    pub fn of(text: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text)).ok()?;
        let document = Document::parse(text.trim()).ok()?;
        let all: Vec<_> = document.root_element().children().filter(|node| is(*node, "Signature")).collect();
        let signatures = all.into_iter().map(|signature| {
            let child = |name| signature.children().find(|node| is(*node, name));
            let value: String = child("SignatureValue")?.text()?.split_ascii_whitespace().collect();
            let value = STANDARD_NO_PAD.decode(value.trim_end_matches('=')).ok()?;
            Some((events(child("SignedInfo")?), value))
        });
        Some(Self { signatures: signatures.collect::<Option<_>>()?, document: events(document.root()) })
    }

    /// The same document, and signatures that are the first of `minted`'s; at least one.
    #[must_use]
    pub fn is_begun_by(&self, minted: &Self) -> bool {
        !self.signatures.is_empty()
            && self.document == minted.document
            && minted.signatures.starts_with(&self.signatures)
    }
}

fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.has_tag_name((XMLDSIG, name))
}

enum Step<'a, 'i> {
    Open(Node<'a, 'i>),
    Close,
}

/// What canonical XML keeps of a subtree, without Signatures.
fn events(apex: Node<'_, '_>) -> Vec<u8> {
    let mut out = Vec::new();
    let mut text = String::new();
    let mut steps = vec![Step::Open(apex)];
    while let Some(step) = steps.pop() {
        let node = match step {
            Step::Close => {
                put(&mut out, &mut text, b'/', &[]);
                continue;
            }
            Step::Open(node) if is(node, "Signature") || node.is_comment() => continue,
            Step::Open(node) => node,
        };
        if node.is_text() {
            text.push_str(node.text().unwrap_or_default());
        } else if let Some(instruction) = node.pi() {
            put(&mut out, &mut text, b'?', &[instruction.target, instruction.value.unwrap_or_default()]);
        } else if node.is_element() {
            element(node, &mut out, &mut text);
            steps.push(Step::Close);
        }
        let children: Vec<_> = node.children().map(Step::Open).collect();
        steps.extend(children.into_iter().rev());
    }
    put(&mut out, &mut text, b'.', &[]);
    out
}

fn element(node: Node<'_, '_>, out: &mut Vec<u8>, text: &mut String) {
    put(out, text, b'<', &[node.tag_name().namespace().unwrap_or_default(), node.tag_name().name()]);
    let mut spaces: Vec<_> = node.namespaces().map(|space| [space.name().unwrap_or_default(), space.uri()]).collect();
    spaces.retain(|[prefix, uri]| *prefix != "xml" && !(prefix.is_empty() && uri.is_empty()));
    spaces.sort_unstable();
    spaces.iter().for_each(|pair| put(out, text, b'n', pair));
    let attribute = |a: roxmltree::Attribute<'_, '_>| {
        [a.namespace().unwrap_or_default().to_owned(), a.name().to_owned(), a.value().to_owned()]
    };
    let mut attributes: Vec<_> = node.attributes().map(attribute).collect();
    attributes.sort_unstable();
    attributes.iter().for_each(|[space, name, value]| put(out, text, b'a', &[space, name, value]));
}

/// One event, after the text that stood before it.
fn put(out: &mut Vec<u8>, text: &mut String, kind: u8, words: &[&str]) {
    let mut one = |kind: u8, words: &[&str]| {
        out.push(kind);
        for word in words {
            out.extend_from_slice(&word.len().to_be_bytes());
            out.extend_from_slice(word.as_bytes());
        }
    };
    if !text.is_empty() {
        one(b't', &[text]);
        text.clear();
    }
    one(kind, words);
}
