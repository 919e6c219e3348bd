//! Looks at a file before it is taken: type by content, whole, without password, without active content. Gives back the bytes to
//! keep: a photo without the place where it was taken. Total over outside bytes: bounded memory, no panic.

mod pdf;

use crate::{FileProblem, photo};
use tokio::sync::{Semaphore, SemaphorePermit};

/// Checks at a time in this process: a check may hold many times the size of its file.
const CHECKS_MAX: usize = 2;
static CHECKS: Semaphore = Semaphore::const_new(CHECKS_MAX);

/// A file that can be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// Media type, told by content.
    pub media_type: &'static str,
    /// What is kept.
    pub bytes: Vec<u8>,
    /// Pages of a PDF.
    pub pages: Option<i64>,
}

/// A turn to call [`check`].
pub type Turn = Option<SemaphorePermit<'static>>;

/// Waits for a turn; held until the check is over.
pub async fn turn() -> Turn {
    CHECKS.acquire().await.ok()
}

/// The media type of an accepted file and the bytes to keep.
///
/// # Errors
/// [`FileProblem`]: which rule it does not meet.
pub fn check(bytes: Vec<u8>, bytes_max: u64) -> Result<Checked, FileProblem> {
    if bytes.is_empty() {
        return Err(FileProblem::Empty);
    }
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > bytes_max {
        return Err(FileProblem::TooBig { bytes_max });
    }
    let photo = |media_type, kept: Option<Vec<u8>>| {
        kept.map(|bytes| Checked { media_type, bytes, pages: None }).ok_or(FileProblem::Damaged)
    };
    match infer::get(&bytes).map(|kind| kind.mime_type()) {
        Some("application/pdf") => {
            let pages = i64::try_from(pdf::check(&bytes)?).ok();
            Ok(Checked { media_type: "application/pdf", bytes, pages })
        }
        Some("image/jpeg") => photo("image/jpeg", photo::jpeg(&bytes)),
        Some("image/png") => photo("image/png", photo::png(&bytes)),
        Some("image/heif" | "image/heic") => Err(FileProblem::Heic),
        _ => Err(FileProblem::WrongType),
    }
}

/// Ending and media type of a file that was accepted.
pub fn told(bytes: &[u8]) -> (&'static str, &'static str) {
    match infer::get(bytes).map(|kind| kind.mime_type()) {
        Some("image/jpeg") => ("jpg", "image/jpeg"),
        Some("image/png") => ("png", "image/png"),
        _ => ("pdf", "application/pdf"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAX: u64 = 1000;

    fn media_type(bytes: &[u8], bytes_max: u64) -> Result<&'static str, FileProblem> {
        check(bytes.to_vec(), bytes_max).map(|checked| checked.media_type)
    }

    #[test]
    fn told_by_content_not_by_name() {
        assert_eq!(media_type(b"", MAX), Err(FileProblem::Empty));
        for brand in [b"heic", b"mif1"] {
            let photo = [&b"\0\0\0\x18ftyp"[..], brand, b"\0\0\0\0mif1heic", &[0; 32]].concat();
            assert_eq!(media_type(&photo, MAX), Err(FileProblem::Heic));
        }
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

    #[test]
    fn a_photo_with_a_trailer_is_taken_without_it() {
        let jpeg = [0xFF, 0xD8, 0xFF, 0xFE, 0, 3, 7, 0xFF, 0xD9, b'G', b'P', b'S'];
        let checked = check(jpeg.to_vec(), MAX).unwrap();
        assert_eq!(checked.bytes, [0xFF, 0xD8, 0xFF, 0xD9]);
    }
}
