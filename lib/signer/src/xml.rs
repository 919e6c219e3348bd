//! XMLDSig in the one form the NCA's software makes (EDS.md 3.2): enveloped, whole document, inclusive C14N, the certificate
//! inside. A document that is signed already is co-signed: the new signature is over the earlier ones.
//! It must never write a form that `eds` would not read back.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use eds::algorithm::Algorithm;
use eds::xml::{Refused, last_signed_info, to_sign};

use crate::signature::{SignError, Signer, Signing};

const XMLDSIG: &str = "http://www.w3.org/2000/09/xmldsig#";
const C14N: &str = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
const C14N_WITH_COMMENTS: &str = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments";
const ENVELOPED: &str = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
/// Characters of a line of base64.
const LINE_CHARS: usize = 76;
/// Base64 of anything, where the signature's value will stand.
const BLANK: &str = "AA==";

/// Signs a document: the Signature becomes the last child of its root. The form has no place for the time.
///
/// # Errors
/// [`SignError::Xml`] for what is not XML, has a DOCTYPE, or is signed in another form; [`SignError::Key`].
pub fn sign(document: &str, signer: &Signer<'_>, signing: &Signing) -> Result<String, SignError> {
    let key = signer.key();
    let whole = to_sign(document).map_err(refused)?;
    let digest = key.digest().digest(&[&whole.canonical]);
    let element = |value: &str| signature(signer, &digest, value);
    let blank = inserted(document, whole.root.clone(), &element(BLANK))?;
    let info = last_signed_info(&blank).map_err(refused)?;
    let value = key.sign(&key.digest().digest(&[&info]), &signing.added).ok_or(SignError::Key)?;
    inserted(document, whole.root, &element(&lines(&value)))
}

fn refused(refused: Refused) -> SignError {
    SignError::Xml(match refused {
        Refused::Malformed => "not well-formed, not in UTF-8, or with a DOCTYPE",
        Refused::Limit => "too large",
        Refused::Form(place) => place,
    })
}

/// The text with the element put before the root's end tag, which a root without content gets.
fn inserted(text: &str, root: std::ops::Range<usize>, element: &str) -> Result<String, SignError> {
    let broken = SignError::Xml("root");
    let (Some(before), Some(own), Some(after)) = (text.get(..root.start), text.get(root.clone()), text.get(root.end..))
    else {
        return Err(broken);
    };
    if let Some(open) = own.strip_suffix("/>") {
        let name = open.trim_start_matches('<').split(|letter: char| letter.is_whitespace()).next();
        let name = name.ok_or(broken)?;
        return Ok(format!("{before}{open}>{element}</{name}>{after}"));
    }
    let (content, end) = own.rfind("</").and_then(|at| own.split_at_checked(at)).ok_or(broken)?;
    Ok(format!("{before}{content}{element}{end}{after}"))
}

fn signature(signer: &Signer<'_>, digest: &[u8], value: &str) -> String {
    let (signature_method, digest_method) = methods(signer.key().algorithm());
    let digest = STANDARD.encode(digest);
    let certificate = lines(signer.certificate().der());
    format!(
        "<ds:Signature xmlns:ds=\"{XMLDSIG}\"><ds:SignedInfo><ds:CanonicalizationMethod Algorithm=\"{C14N}\"/>\
         <ds:SignatureMethod Algorithm=\"{signature_method}\"/><ds:Reference URI=\"\"><ds:Transforms>\
         <ds:Transform Algorithm=\"{ENVELOPED}\"/><ds:Transform Algorithm=\"{C14N_WITH_COMMENTS}\"/></ds:Transforms>\
         <ds:DigestMethod Algorithm=\"{digest_method}\"/><ds:DigestValue>{digest}</ds:DigestValue></ds:Reference>\
         </ds:SignedInfo><ds:SignatureValue>{value}</ds:SignatureValue><ds:KeyInfo><ds:X509Data><ds:X509Certificate>\
         {certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>"
    )
}

/// SignatureMethod and DigestMethod of a key.
fn methods(algorithm: Algorithm) -> (&'static str, &'static str) {
    match algorithm {
        Algorithm::Rsa => {
            ("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2001/04/xmlenc#sha256")
        }
        Algorithm::Gost2004 => (
            "http://www.w3.org/2001/04/xmldsig-more#gost34310-gost34311",
            "http://www.w3.org/2001/04/xmldsig-more#gost34311",
        ),
        Algorithm::Gost256 => (
            "urn:ietf:params:xml:ns:pkigovkz:xmlsec:algorithms:gostr34102015-gostr34112015-256",
            "urn:ietf:params:xml:ns:pkigovkz:xmlsec:algorithms:gostr34112015-256",
        ),
        Algorithm::Gost512 => (
            "urn:ietf:params:xml:ns:pkigovkz:xmlsec:algorithms:gostr34102015-gostr34112015-512",
            "urn:ietf:params:xml:ns:pkigovkz:xmlsec:algorithms:gostr34112015-512",
        ),
    }
}

fn lines(octets: &[u8]) -> String {
    let text = STANDARD.encode(octets);
    let mut out = String::with_capacity(text.len() + text.len() / LINE_CHARS + 1);
    for (at, letter) in text.chars().enumerate() {
        if at > 0 && at % LINE_CHARS == 0 {
            out.push('\n');
        }
        out.push(letter);
    }
    out
}
