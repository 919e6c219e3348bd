//! A letter's words out of an `.eml` file (RFC 5322, 2045): to whom, and the text of its first part, decoded.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Header lines as they are, then the decoded text.
pub fn readable(eml: &str) -> String {
    let (head, body) = eml.split_once("\r\n\r\n").unwrap_or((eml, ""));
    let Some(boundary) = head.split("boundary=\"").nth(1).and_then(|rest| rest.split('"').next()) else {
        return format!("{head}\n{}", decoded(head, body));
    };
    let part = body.split(&format!("--{boundary}")).nth(1).unwrap_or_default().trim_start();
    let (part_head, text) = part.split_once("\r\n\r\n").unwrap_or((part, ""));
    // Text and HTML of one letter stand in a part of their own.
    if part_head.contains("boundary=\"") {
        return format!("{head}\n{}", readable(part));
    }
    format!("{head}\n{}", decoded(part_head, text))
}

fn decoded(head: &str, text: &str) -> String {
    let head = head.to_ascii_lowercase();
    if head.contains("content-transfer-encoding: base64") {
        let packed: String = text.split_whitespace().collect();
        return String::from_utf8(STANDARD.decode(packed).unwrap()).unwrap();
    }
    if head.contains("content-transfer-encoding: quoted-printable") {
        return quoted_printable(text);
    }
    text.to_owned()
}

fn quoted_printable(text: &str) -> String {
    let text = text.replace("=\r\n", "");
    let mut bytes = vec![];
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = tail.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        match hex.filter(|_| *first == b'=').and_then(|two| u8::from_str_radix(two, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).unwrap()
}
