//! Takes from a photo what tells where it was taken, before it is kept: what is signed and shown is what is kept (DECISIONS.md).
//!
//! JPEG: Exif is replaced by its orientation alone; XMP, IPTC, comments and everything after the picture's end go. PNG: text and
//! Exif chunks and everything after the end go. The picture itself is not touched. A picture that cannot be walked to its end is
//! never kept: what was not read might hold a place.

use std::ops::RangeInclusive;

/// Markers of ISO 10918-1, table B.1.
const START_OF_IMAGE: u8 = 0xD8;
const END_OF_IMAGE: u8 = 0xD9;
const START_OF_SCAN: u8 = 0xDA;
const RESTARTS: RangeInclusive<u8> = 0xD0..=0xD7;
/// For private use in arithmetic coding: a marker without a length.
const TEMPORARY: u8 = 0x01;
/// Exif and XMP (CIPA DC-008 4.5.4).
const APP1: u8 = 0xE1;
/// Segments of applications: what is not known to be harmless goes.
const APPLICATIONS: RangeInclusive<u8> = 0xE0..=0xEF;
const COMMENT: u8 = 0xFE;
/// Application segments that the colours depend on: JFIF, the colour profile, Adobe's colour transform.
const COLOUR_SEGMENTS: [(u8, &[u8]); 3] = [(0xE0, b"JFIF\0"), (0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe")];

const ORIENTATION: u16 = 0x0112;
/// Entries of one directory that are looked at.
const ENTRIES_MAX: usize = 512;

/// Ancillary chunks that the colours depend on (PNG third edition, 11.3); every critical chunk stays.
const COLOUR_CHUNKS: [&[u8; 4]; 13] = [
    b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV", b"cLLI", b"bKGD", b"hIST", b"pHYs", b"sPLT",
];

/// A JPEG as it is kept; `None` when it cannot be walked from its start to the end of its first picture.
pub fn jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = bytes.strip_prefix(&[0xFF, START_OF_IMAGE])?;
    let mut out = vec![0xFF, START_OF_IMAGE];
    let mut oriented = false;
    loop {
        let (marker, after) = marker(rest)?;
        match marker {
            END_OF_IMAGE => {
                out.extend([0xFF, marker]);
                return Some(out);
            }
            0 | START_OF_IMAGE => return None,
            TEMPORARY => {
                out.extend([0xFF, marker]);
                rest = after;
                continue;
            }
            _ if RESTARTS.contains(&marker) => return None,
            _ => {}
        }
        let length = usize::from(u16::from_be_bytes(*after.first_chunk::<2>()?));
        let (segment, tail) = after.split_at_checked(length)?;
        let content = segment.get(2..)?;
        if marker == APP1 {
            if let Some(value) = orientation(content).filter(|_| !oriented) {
                out.extend(exif_of(value));
                oriented = true;
            }
        } else if stays(marker, content) {
            out.extend([0xFF, marker]);
            out.extend_from_slice(segment);
        }
        rest = tail;
        if marker == START_OF_SCAN {
            let (data, next) = tail.split_at_checked(scan_length(tail)?)?;
            out.extend_from_slice(data);
            rest = next;
        }
    }
}

/// The next marker and what follows it; any number of 0xFF may stand before it (ISO 10918-1 B.1.1.2).
fn marker(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let rest = bytes.strip_prefix(&[0xFF])?;
    let fill = rest.iter().position(|byte| *byte != 0xFF)?;
    let (marker, after) = rest.get(fill..)?.split_first()?;
    Some((*marker, after))
}

fn stays(marker: u8, content: &[u8]) -> bool {
    let colour = COLOUR_SEGMENTS.iter().any(|(own, name)| *own == marker && content.starts_with(name));
    colour || !(APPLICATIONS.contains(&marker) || marker == COMMENT)
}

/// Bytes of entropy-coded data up to the marker that ends it: a stuffed zero and restarts are data (ISO 10918-1 B.1.1.5).
fn scan_length(data: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        let found = at + data.get(at..)?.iter().position(|byte| *byte == 0xFF)?;
        let (marker, after) = marker(data.get(found..)?)?;
        if marker != 0 && !RESTARTS.contains(&marker) {
            return Some(found);
        }
        at = data.len() - after.len();
    }
}

/// The orientation in the first directory of an Exif segment (TIFF 6.0, section 2).
fn orientation(content: &[u8]) -> Option<u8> {
    let tiff = content.strip_prefix(b"Exif\0\0")?;
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

/// A kept JPEG turned a quarter clockwise: only its orientation is written anew, beside JFIF where a program looks for it. `None` for bytes
/// that were not kept by [`jpeg`].
pub fn turned(kept: &[u8]) -> Option<Vec<u8>> {
    let (mut at, mut place, mut now) = (2, 2..2, 1);
    loop {
        let rest = kept.get(at..)?;
        let (marker, after) = marker(rest)?;
        if [START_OF_SCAN, END_OF_IMAGE].contains(&marker) {
            break;
        }
        let marks = rest.len() - after.len();
        if marker == TEMPORARY {
            at += marks;
            continue;
        }
        let length = usize::from(u16::from_be_bytes(*after.first_chunk::<2>()?));
        let (content, next) = (after.get(2..length)?, at + marks + length);
        if marker == APP1 {
            (now, place) = (orientation(content)?, at..next);
            break;
        }
        if at == 2 && content.starts_with(b"JFIF\0") {
            place = next..next;
        }
        at = next;
    }
    let exif = match turned_orientation(now)? {
        1 => vec![],
        orientation => exif_of(orientation),
    };
    Some([kept.get(..place.start)?, &exif, kept.get(place.end..)?].concat())
}

/// The orientation of a picture that is turned a quarter clockwise once more (TIFF 6.0, tag 274); those that mirror go the other way round.
fn turned_orientation(orientation: u8) -> Option<u8> {
    const UPRIGHT: [u8; 4] = [1, 6, 3, 8];
    const MIRRORED: [u8; 4] = [2, 7, 4, 5];
    [UPRIGHT, MIRRORED].iter().find_map(|circle| {
        let at = circle.iter().position(|own| *own == orientation)?;
        circle.get((at + 1) % circle.len()).copied()
    })
}

/// A PNG as it is kept; `None` when its chunks cannot be walked to IEND (ISO 15948, 5.3).
pub fn png(bytes: &[u8]) -> Option<Vec<u8>> {
    let (head, mut rest) = bytes.split_at_checked(8)?;
    let mut out = head.to_vec();
    loop {
        let [a, b, c, d, kind @ ..] = *rest.first_chunk::<8>()?;
        let length = usize::try_from(u32::from_be_bytes([a, b, c, d])).ok()?.checked_add(12)?;
        let (chunk, tail) = rest.split_at_checked(length)?;
        // A capital first letter: the chunk is critical (ISO 15948, 5.4).
        if kind.first().is_some_and(u8::is_ascii_uppercase) || COLOUR_CHUNKS.contains(&&kind) {
            out.extend_from_slice(chunk);
        }
        if &kind == b"IEND" {
            return Some(out);
        }
        rest = tail;
    }
}

#[cfg(test)]
mod tests;
