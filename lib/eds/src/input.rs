//! What a file holds, told by its content: DER or BER, PEM, bare base64, or XML.
//! Here because people send all of them under any name. It must never guess by file name, and never skip octets that
//! are not white space: what is not understood is refused.

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

/// Base64 with or without padding (NCALayer and mail programs differ).
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &base64::alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// Decoded input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decoded<'a> {
    /// Begins with a SEQUENCE tag, or was armoured as PEM or base64.
    Binary(Cow<'a, [u8]>),
    Xml(&'a [u8]),
}

/// Why nothing could be decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputError {
    Empty,
    /// Neither DER/BER, PEM, base64 nor XML.
    Unknown,
    /// PEM whose boundaries or base64 do not add up.
    Armour,
}

/// Tells and decodes. DER and XML are borrowed, armour is decoded into a new buffer.
pub fn decode_input(input: &[u8]) -> Result<Decoded<'_>, InputError> {
    if input.first() == Some(&crate::der::SEQUENCE) {
        return Ok(Decoded::Binary(Cow::Borrowed(input)));
    }
    let text = input.strip_prefix(b"\xef\xbb\xbf").unwrap_or(input).trim_ascii();
    match text.first() {
        None => Err(InputError::Empty),
        Some(b'<') => Ok(Decoded::Xml(text)),
        Some(b'-') => match pem_blocks(text).as_deref() {
            Some([block]) if block.whole => Ok(Decoded::Binary(Cow::Owned(block.octets.clone()))),
            _ => Err(InputError::Armour),
        },
        Some(_) => base64_text(text).map(|octets| Decoded::Binary(Cow::Owned(octets))).ok_or(InputError::Unknown),
    }
}

/// All values in a file that may be DER, one or several PEM blocks (text between them is allowed), or base64.
/// For certificates and lists that an operator puts into a folder.
pub fn decode_bundle(input: &[u8]) -> Result<Vec<Vec<u8>>, InputError> {
    if input.first() == Some(&crate::der::SEQUENCE) {
        return Ok(vec![input.to_vec()]);
    }
    let text = input.strip_prefix(b"\xef\xbb\xbf").unwrap_or(input).trim_ascii();
    if text.is_empty() {
        return Err(InputError::Empty);
    }
    match pem_blocks(text) {
        Some(blocks) if !blocks.is_empty() => Ok(blocks.into_iter().map(|block| block.octets).collect()),
        Some(_) => base64_text(text).map(|octets| vec![octets]).ok_or(InputError::Unknown),
        None => Err(InputError::Armour),
    }
}

struct Block {
    octets: Vec<u8>,
    /// Nothing stands before or after it.
    whole: bool,
}

/// PEM blocks (RFC 7468) in order; `None` = a boundary without its end, another label at the end, or bad base64.
fn pem_blocks(text: &[u8]) -> Option<Vec<Block>> {
    let mut blocks = Vec::new();
    let mut rest = text;
    while let Some(begin) = find(rest, b"-----BEGIN ") {
        let (before, after) = rest.split_at_checked(begin)?;
        let after = after.strip_prefix(b"-----BEGIN ")?;
        let label_len = find(after, b"-----")?;
        let (label, body) = after.split_at_checked(label_len)?;
        let body = body.strip_prefix(b"-----")?;
        let (armour, tail) = body.split_at_checked(find(body, b"-----END ")?)?;
        let tail = tail.strip_prefix(b"-----END ")?.strip_prefix(label)?.strip_prefix(b"-----")?;
        let octets = base64_text(armour)?;
        let whole = blocks.is_empty() && before.is_empty() && tail.trim_ascii().is_empty();
        blocks.push(Block { octets, whole });
        rest = tail;
    }
    Some(blocks)
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window == needle)
}

pub(crate) fn base64_text(text: &[u8]) -> Option<Vec<u8>> {
    let compact: Vec<u8> = text.iter().copied().filter(|octet| !octet.is_ascii_whitespace()).collect();
    BASE64.decode(compact).ok().filter(|octets| !octets.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn armour_and_base64_give_the_same_octets() {
        let binary = Decoded::Binary(Cow::Owned(vec![0x30, 3, 1, 1, 0]));
        for text in ["MAMBAQA=", "MAMB\r\nAQA\n", "-----BEGIN CMS-----\nMAMBAQA=\n-----END CMS-----\n"] {
            assert_eq!(decode_input(text.as_bytes()), Ok(binary.clone()), "{text}");
        }
    }

    #[test]
    fn what_does_not_add_up_is_refused() {
        assert_eq!(decode_input(b" \n"), Err(InputError::Empty));
        assert_eq!(decode_input(b"%PDF-1.7"), Err(InputError::Unknown));
        for text in [
            "-----BEGIN CMS-----\nMAMBAQA=\n",
            "-----BEGIN CMS-----\nMAMBAQA=\n-----END PKCS7-----",
            "-----BEGIN CMS-----\nMAMBAQA=\n-----END CMS-----\nmore",
            "-----BEGIN CMS-----\nMA%BAQA=\n-----END CMS-----",
        ] {
            assert_eq!(decode_input(text.as_bytes()), Err(InputError::Armour), "{text}");
        }
    }
}
