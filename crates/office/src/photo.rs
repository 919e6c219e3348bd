//! Takes from a photo what tells where it was taken, before it is kept: what is signed and shown is what is kept (DECISIONS.md).
//!
//! JPEG: Exif is replaced by its orientation alone, XMP and IPTC go. PNG: text and Exif chunks go. The picture itself is not touched.

/// Exif and XMP live in APP1, IPTC in APP13 (CIPA DC-008 4.5.4).
const APP1: u8 = 0xE1;
const APP13: u8 = 0xED;
const START_OF_SCAN: u8 = 0xDA;
const ORIENTATION: u16 = 0x0112;
/// Entries of one directory that are looked at.
const ENTRIES_MAX: usize = 512;

/// The bytes without location. What is not understood is kept as it is: the file was checked to be whole before.
pub fn without_location(bytes: Vec<u8>, media_type: &str) -> Vec<u8> {
    match media_type {
        "image/jpeg" => jpeg(&bytes).unwrap_or(bytes),
        "image/png" => png(&bytes).unwrap_or(bytes),
        _ => bytes,
    }
}

fn jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = bytes.get(..2)?.to_vec();
    let mut rest = bytes.get(2..)?;
    loop {
        let [0xFF, marker, high, low, ..] = *rest else { return None };
        let length = usize::from(u16::from_be_bytes([high, low])).checked_add(2)?;
        let (segment, tail) = rest.split_at_checked(length)?;
        match marker {
            APP1 => out.extend(segment.get(4..).and_then(orientation).map(exif_of).unwrap_or_default()),
            APP13 => {}
            START_OF_SCAN => {
                out.extend_from_slice(rest);
                return Some(out);
            }
            _ => out.extend_from_slice(segment),
        }
        rest = tail;
    }
}

/// The orientation in the first directory of an Exif segment (TIFF 6.0, section 2).
fn orientation(segment: &[u8]) -> Option<u8> {
    let tiff = segment.strip_prefix(b"Exif\0\0")?;
    let little = tiff.starts_with(b"II");
    let two = |at: usize| {
        let pair: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) })
    };
    let four = |at: usize| {
        let four: [u8; 4] = tiff.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if little { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) })
    };
    let directory = usize::try_from(four(4)?).ok()?;
    let count = usize::from(two(directory)?).min(ENTRIES_MAX);
    (0..count).find_map(|index| {
        let entry = directory.checked_add(2)?.checked_add(index.checked_mul(12)?)?;
        if two(entry)? != ORIENTATION {
            return None;
        }
        u8::try_from(two(entry.checked_add(8)?)?).ok().filter(|value| (2..=8).contains(value))
    })
}

/// An Exif segment with nothing but an orientation.
fn exif_of(orientation: u8) -> Vec<u8> {
    let mut segment = vec![0xFF, APP1, 0, 34];
    segment.extend(b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0");
    segment.push(orientation);
    segment.extend([0; 6]);
    segment
}

fn png(bytes: &[u8]) -> Option<Vec<u8>> {
    let (head, mut rest) = bytes.split_at_checked(8)?;
    let mut out = head.to_vec();
    loop {
        let [a, b, c, d, kind @ ..] = *rest.first_chunk::<8>()?;
        let length = usize::try_from(u32::from_be_bytes([a, b, c, d])).ok()?.checked_add(12)?;
        let (chunk, tail) = rest.split_at_checked(length)?;
        if !matches!(&kind, b"eXIf" | b"tEXt" | b"zTXt" | b"iTXt") {
            out.extend_from_slice(chunk);
        }
        if &kind == b"IEND" {
            return Some(out);
        }
        rest = tail;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
        let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
        [&[0xFF, marker], &length[..], content].concat()
    }

    #[test]
    fn a_photo_keeps_its_orientation_and_picture_and_loses_the_place() {
        let mut exif = b"Exif\0\0II\x2a\0\x08\0\0\0\x02\0".to_vec();
        exif.extend(b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0");
        exif.extend(b"\x25\x88\x04\0\x01\0\0\0\x26\0\0\0\0\0\0\0 GPS 52.52 13.40");
        let scan = [&segment(START_OF_SCAN, &[1, 2])[..], &[7, 7, 7, 0xFF, 0xD9]].concat();
        let photo = [&[0xFF, 0xD8][..], &segment(APP1, &exif), &segment(0xDB, &[9; 65]), &scan].concat();
        let kept = without_location(photo.clone(), "image/jpeg");
        assert!(!kept.windows(3).any(|window| window == b"GPS"));
        assert!(kept.ends_with(&scan));
        let again = kept.get(2..).and_then(|rest| rest.get(4..)).and_then(orientation);
        assert_eq!(again, Some(6));
        assert_eq!(without_location(kept.clone(), "image/jpeg"), kept, "twice is once");
        for cut in 0..photo.len() {
            without_location(photo[..cut].to_vec(), "image/jpeg");
        }
    }

    #[test]
    fn a_png_loses_its_texts() {
        let chunk = |kind: &[u8; 4], content: &[u8]| {
            [&u32::try_from(content.len()).unwrap().to_be_bytes()[..], kind, content, &[0; 4]].concat()
        };
        let head = b"\x89PNG\r\n\x1a\n";
        let picture = [&head[..], &chunk(b"IHDR", &[0; 13]), &chunk(b"eXIf", b"GPS"), &chunk(b"IEND", b"")].concat();
        let kept = without_location(picture, "image/png");
        assert!(!kept.windows(3).any(|window| window == b"GPS"));
        assert!(kept.windows(4).any(|window| window == b"IHDR") && kept.windows(4).any(|window| window == b"IEND"));
    }
}
