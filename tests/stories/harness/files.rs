//! Tiny files of the kinds people enclose, whole and broken, made here so that no fixture has to be trusted.

use super::person::Chosen;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::fmt::Write;

/// A PDF 1.4 of one page that says `words` (Latin letters).
pub fn pdf(words: &str) -> Vec<u8> {
    pdf_with(words, 1, "", "")
}

/// It with `pages` pages that are alike, and more in its catalogue and its trailer.
fn pdf_with(words: &str, pages: usize, catalogue: &str, trailer: &str) -> Vec<u8> {
    let content = format!("BT /F1 12 Tf 40 700 Td ({words}) Tj ET");
    let kids = (0..pages).map(|page| format!("{} 0 R", page + 5)).collect::<Vec<_>>().join(" ");
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << /Font << /F1 4 0 R >> >> >>";
    let mut objects = vec![
        format!("<< /Type /Catalog /Pages 2 0 R {catalogue}>>"),
        format!("<< /Type /Pages /Kids [{kids}] /Count {pages} >>"),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    objects.resize(objects.len() + pages, page.to_owned());
    let mut text = "%PDF-1.4\n".to_owned();
    let mut places = vec![];
    for (number, object) in objects.iter().enumerate() {
        places.push(text.len());
        write!(text, "{} 0 obj\n{object}\nendobj\n", number + 1).unwrap();
    }
    let table = text.len();
    write!(text, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).unwrap();
    for place in places {
        writeln!(text, "{place:010} 00000 n ").unwrap();
    }
    let size = objects.len() + 1;
    write!(text, "trailer\n<< /Size {size} /Root 1 0 R {trailer}>>\nstartxref\n{table}\n%%EOF\n").unwrap();
    text.into_bytes()
}

/// A PDF whose password nobody knows (ISO 32000-1, 7.6.3: revision 3, 128 bits).
pub fn locked_pdf() -> Chosen {
    let secret = "5A".repeat(32);
    let lock = format!("<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <{secret}> /U <{secret}> >>");
    let id = "00112233445566778899AABBCCDDEEFF";
    Chosen::new("locked.pdf", pdf_with("locked", 1, "", &format!("/Encrypt {lock} /ID [<{id}> <{id}>] ")))
}

/// A PDF that runs a program when it is opened.
pub fn scripted_pdf() -> Chosen {
    let script = "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> ";
    Chosen::new("scripted.pdf", pdf_with("scripted", 1, script, ""))
}

/// A PDF of so many pages.
pub fn long_pdf(pages: usize) -> Chosen {
    Chosen::new("long.pdf", pdf_with("long", pages, "", ""))
}

/// A PDF of about so many bytes, whole.
pub fn heavy_pdf(bytes: usize) -> Chosen {
    Chosen::new("heavy.pdf", pdf(&"x".repeat(bytes)))
}

/// The beginning of an iPhone's photo (ISO 23008-12: brand `heic`).
pub fn heic() -> Chosen {
    Chosen::new("IMG_0001.HEIC", [&b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"[..], &[0; 64]].concat())
}

/// A photo that lost its end on the way.
pub fn truncated_jpeg() -> Chosen {
    let mut bytes = wide_jpeg();
    bytes.truncate(bytes.len() / 2);
    Chosen::new("cut.jpg", bytes)
}

/// A PNG of one white point.
pub fn png() -> Vec<u8> {
    let mut file = vec![0x89, b'P', b'N', b'G', 13, 10, 26, 10];
    chunk(&mut file, b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
    // zlib, one stored block: filter byte and the point.
    chunk(&mut file, b"IDAT", &[0x78, 0x01, 0x01, 2, 0, 0xFD, 0xFF, 0, 0xFF, 0x01, 0x01, 0x01, 0x00]);
    chunk(&mut file, b"IEND", &[]);
    file
}

/// A chunk of a PNG (ISO 15948, 5.3).
pub fn chunk(file: &mut Vec<u8>, kind: &[u8; 4], content: &[u8]) {
    file.extend(u32::try_from(content.len()).unwrap().to_be_bytes());
    file.extend(kind);
    file.extend(content);
    file.extend(crc(&[kind.as_slice(), content].concat()).to_be_bytes());
}

/// CRC-32 of PNG (ISO 15948, annex D).
fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |c, _| if c & 1 == 1 { 0xEDB8_8320 ^ (c >> 1) } else { c >> 1 })
    };
    !bytes.iter().fold(u32::MAX, step)
}

/// A JPEG that has its beginning, a comment and its end: enough to be told by content and to be whole.
pub fn jpeg() -> Vec<u8> {
    let mut file = vec![0xFF, 0xD8, 0xFF, 0xE0, 0, 16];
    file.extend(b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0");
    file.extend([0xFF, 0xFE, 0, 6]);
    file.extend(b"scan");
    file.extend([0xFF, 0xD9]);
    file
}

/// A photo of 24 by 16 points, dark on its left half, as a JPEG and as a PNG (Pillow 12: `Image.new("L", (24, 16), 255)`).
const WIDE_JPEG: &str = "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//\
     wAALCAAQABgBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEI\
     I0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ip\
     qrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/APMK9P8Agx/zGf8Ath/7Ur06vmKvT/gx/wAxn/th/wC1\
     K9Or/9k=";
const WIDE_PNG: &str =
    "iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAAAAAApT+BJAAAAFklEQVR42mNkQAL/kdhMDDjAqAQtJQCcHAEf/XNT2wAAAABJRU5ErkJggg==";

/// It as a JPEG.
pub fn wide_jpeg() -> Vec<u8> {
    STANDARD.decode(WIDE_JPEG).unwrap()
}

/// It as a PNG.
pub fn wide_png() -> Vec<u8> {
    STANDARD.decode(WIDE_PNG).unwrap()
}

/// The paper of the hospital.
pub fn medical() -> Chosen {
    Chosen::new("Todesbescheinigung.pdf", pdf("Todesbescheinigung"))
}

/// 30 MB of a PDF.
pub fn thirty_megabytes() -> Chosen {
    let mut bytes = pdf("large");
    bytes.resize(30_000_000, b' ');
    Chosen::new("large.pdf", bytes)
}

/// A Windows program that calls itself a PDF.
pub fn program_named_pdf() -> Chosen {
    let mut bytes = b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xFF\xFF\0\0".to_vec();
    bytes.resize(4096, 0);
    Chosen::new("passport.pdf", bytes)
}

/// A PDF cut in the middle.
pub fn truncated_pdf() -> Chosen {
    let mut bytes = pdf("cut");
    bytes.truncate(bytes.len() / 2);
    Chosen::new("cut.pdf", bytes)
}

/// The text layer of a PDF, as `pdftotext` of Debian's poppler-utils reads it.
pub fn pdf_text(pdf: &[u8]) -> String {
    assert!(pdf.starts_with(b"%PDF-"), "not a PDF: {} bytes", pdf.len());
    let place = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(place.path(), pdf).unwrap();
    let output = std::process::Command::new("pdftotext").args(["-layout"]).arg(place.path()).arg("-").output();
    let output = output.unwrap_or_else(|error| panic!("pdftotext (Debian: poppler-utils): {error}"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}
