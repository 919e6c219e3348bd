//! What a file holds, told by its content: DER or BER, PEM, bare base64, or XML.
//! Here because people send all of them under any name. It must never guess by file name, and never skip octets that
//! are not white space: what is not understood is refused.

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

const fn base64_with(padding: DecodePaddingMode) -> GeneralPurpose {
    let config = GeneralPurposeConfig::new().with_decode_padding_mode(padding);
    GeneralPurpose::new(&base64::alphabet::STANDARD, config)
}

/// The end of a text, with or without padding (NCALayer and mail programs differ).
const BASE64_END: GeneralPurpose = base64_with(DecodePaddingMode::Indifferent);
/// What stands before the end has no padding.
const BASE64_WITHIN: GeneralPurpose = base64_with(DecodePaddingMode::RequireNone);
/// Letters decoded at a time, whole groups of four; so a text of 100 MB is not copied to drop its line ends.
const BASE64_LETTERS: usize = 4 * 4096;

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
        Some(b'-') => match pem_blocks(text).map(Vec::into_iter).map(|mut blocks| (blocks.next(), blocks.next())) {
            Some((Some(block), None)) if block.whole => Ok(Decoded::Binary(Cow::Owned(block.octets))),
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

/// Base64 with white space anywhere; `None` = something else stands in it, or nothing at all.
pub(crate) fn base64_text(text: &[u8]) -> Option<Vec<u8>> {
    let mut octets = Vec::with_capacity(text.len() / 4 * 3);
    let mut letters = Vec::with_capacity(BASE64_LETTERS);
    for letter in text.iter().copied().filter(|letter| !letter.is_ascii_whitespace()) {
        if letters.len() == BASE64_LETTERS {
            BASE64_WITHIN.decode_vec(&letters, &mut octets).ok()?;
            letters.clear();
        }
        letters.push(letter);
    }
    BASE64_END.decode_vec(&letters, &mut octets).ok()?;
    (!octets.is_empty()).then_some(octets)
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
    fn long_base64_is_decoded_in_pieces_and_padding_ends_it() {
        let octets: Vec<u8> = (0..100_000_u32).map(|at| at.to_le_bytes()[0]).collect();
        let text = BASE64_END.encode(&octets);
        assert_eq!(base64_text(text.as_bytes()), Some(octets));
        let mut broken = text.into_bytes();
        broken[BASE64_LETTERS - 1] = b'=';
        assert_eq!(base64_text(&broken), None);
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
