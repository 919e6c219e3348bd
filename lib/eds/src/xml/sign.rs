//! What a signer of a document needs of this canonicaliser.
//! Here so that a document is signed over the very octets it will be verified over. It must never hold a key, nor let a document
//! be signed that would not be read back.

use std::ops::Range;

use super::{Refused, canonical, document, parse};

/// A document that may get one more signature.
#[derive(Debug)]
pub struct ToSign {
    /// The canonical document with the signatures it has: what the next one is over.
    pub canonical: Vec<u8>,
    /// Where the root element lies in the text.
    pub root: Range<usize>,
}

/// The document as it is signed next, by the rules it is verified by.
pub fn to_sign(text: &str) -> Result<ToSign, Refused> {
    parse(text.as_bytes())?;
    let document = document(text)?;
    let root = document.root_element();
    Ok(ToSign { canonical: canonical::document(root, &[], false), root: root.range() })
}

/// Canonical SignedInfo of the last signature, whose value and digest may be anything yet.
pub fn last_signed_info(text: &str) -> Result<Vec<u8>, Refused> {
    let last = parse(text.as_bytes())?.pop().ok_or(Refused::Form("Signature"))?;
    Ok(last.signed_info)
}
