//! Looks at a file before it is taken: type by content, whole, without password, without active content.

use crate::FileProblem;
use lopdf::{Document, Object};

/// Pages of one PDF.
const PAGES_MAX: usize = 200;
/// Where the mark of a PDF's end stands, counted from the end: readers look no further back (ISO 32000-1, implementation note 18).
const PDF_END_BYTES: usize = 1024;

/// The media type of an accepted file.
///
/// # Errors
/// [`FileProblem`]: which rule it does not meet.
pub fn media_type(bytes: &[u8], bytes_max: u64) -> Result<&'static str, FileProblem> {
    if bytes.is_empty() {
        return Err(FileProblem::Empty);
    }
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > bytes_max {
        return Err(FileProblem::TooBig { bytes_max });
    }
    match infer::get(bytes).map(|kind| kind.mime_type()) {
        Some("application/pdf") => pdf(bytes).map(|()| "application/pdf"),
        Some("image/jpeg") => jpeg(bytes).map(|()| "image/jpeg"),
        Some("image/png") => png(bytes).map(|()| "image/png"),
        _ => Err(FileProblem::WrongType),
    }
}

fn pdf(bytes: &[u8]) -> Result<(), FileProblem> {
    // The reader mends a cut file from what it finds; a cut file has lost its end (ISO 32000-1, 7.5.5).
    let tail = bytes.get(bytes.len().saturating_sub(PDF_END_BYTES)..).unwrap_or_default();
    if !tail.windows(5).any(|five| five == b"%%EOF") {
        return Err(FileProblem::Damaged);
    }
    let document = Document::load_mem(bytes).map_err(|_| FileProblem::Damaged)?;
    if document.is_encrypted() || document.trailer.has(b"Encrypt") {
        return Err(FileProblem::Encrypted);
    }
    let pages = document.get_pages().len();
    if pages == 0 || pages > PAGES_MAX {
        return Err(FileProblem::Damaged);
    }
    let active = document.objects.values().any(|object| match object {
        Object::Dictionary(own) => is_active(own),
        Object::Stream(own) => is_active(&own.dict),
        _ => false,
    });
    if active { Err(FileProblem::Active) } else { Ok(()) }
}

/// JavaScript and launch actions (ISO 32000-1, 12.6.4).
fn is_active(dictionary: &lopdf::Dictionary) -> bool {
    let action = dictionary.get(b"S").ok().and_then(|name| name.as_name().ok());
    dictionary.has(b"JS") || matches!(action, Some(b"JavaScript" | b"Launch" | b"ImportData" | b"SubmitForm"))
}

/// Markers from SOI to EOI (ISO 10918-1 B.1.1): a cut photo has no end.
fn jpeg(bytes: &[u8]) -> Result<(), FileProblem> {
    let end = bytes.iter().rposition(|byte| *byte != 0).unwrap_or(0);
    match bytes.get(..=end) {
        Some([.., 0xFF, 0xD9]) => Ok(()),
        _ => Err(FileProblem::Damaged),
    }
}

/// Chunks up to IEND (ISO 15948, 5.3).
fn png(bytes: &[u8]) -> Result<(), FileProblem> {
    let mut rest = bytes.get(8..).ok_or(FileProblem::Damaged)?;
    loop {
        let head = rest.first_chunk::<8>().ok_or(FileProblem::Damaged)?;
        let [a, b, c, d, kind @ ..] = *head;
        let length = usize::try_from(u32::from_be_bytes([a, b, c, d])).map_err(|_| FileProblem::Damaged)?;
        let whole = length.checked_add(12).ok_or(FileProblem::Damaged)?;
        rest = rest.get(whole..).ok_or(FileProblem::Damaged)?;
        if &kind == b"IEND" {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAX: u64 = 1000;

    #[test]
    fn told_by_content_not_by_name() {
        assert_eq!(media_type(b"", MAX), Err(FileProblem::Empty));
        assert_eq!(media_type(b"MZ\x90\x00 a program", MAX), Err(FileProblem::WrongType));
        assert_eq!(media_type(&[b'%'; 1001], MAX), Err(FileProblem::TooBig { bytes_max: MAX }));
        assert_eq!(media_type(b"%PDF-1.7\n1 0 obj\n<<", MAX), Err(FileProblem::Damaged));
    }

    #[test]
    fn cut_pictures_are_damaged() {
        let mut png = vec![0x89, b'P', b'N', b'G', 13, 10, 26, 10];
        png.extend([0, 0, 0, 0]);
        png.extend(b"IEND");
        png.extend([0xAE, 0x42, 0x60, 0x82]);
        assert_eq!(media_type(&png, MAX), Ok("image/png"));
        assert_eq!(media_type(&png[..15], MAX), Err(FileProblem::Damaged));
        let jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 2, 0xFF, 0xD9];
        assert_eq!(media_type(&jpeg, MAX), Ok("image/jpeg"));
        assert_eq!(media_type(&jpeg[..6], MAX), Err(FileProblem::Damaged));
    }
}
