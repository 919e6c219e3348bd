//! `elshi picture`, the process that draws pages: what it draws, and that hostile files end it and nothing else.

#![expect(clippy::unwrap_used, reason = "a test says by panicking what is wrong")]

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Output, Stdio};

const PDF: &str = "application/pdf";

fn picture(file: &[u8], (media_type, page): (&str, &str), more: &[&str]) -> Output {
    let mut process = Command::new(env!("CARGO_BIN_EXE_elshi"))
        .args(["picture", "--media-type", media_type, "--page", page, "--width", "200"])
        .args(more)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // Who ends early takes no more bytes.
    let _ = process.stdin.take().unwrap().write_all(file);
    process.wait_with_output().unwrap()
}

/// A PDF of one page: the page's content, and further objects from number 5 on.
fn pdf(content: &str, resources: &str, more: &[String]) -> Vec<u8> {
    let stream = |dictionary: &str, content: &str| {
        format!("<< {dictionary} /Length {} >>\nstream\n{content}\nendstream", content.len())
    };
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << {resources} >> >>"),
        stream("", content),
    ];
    objects.extend(more.iter().cloned());
    let (mut text, mut places) = ("%PDF-1.4\n".to_owned(), vec![]);
    for (number, object) in objects.iter().enumerate() {
        places.push(text.len());
        write!(text, "{} 0 obj\n{object}\nendobj\n", number + 1).unwrap();
    }
    let table = text.len();
    write!(text, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).unwrap();
    for place in places {
        writeln!(text, "{place:010} 00000 n ").unwrap();
    }
    write!(text, "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n", objects.len() + 1).unwrap();
    text.into_bytes()
}

/// Forms of eight levels, each drawing the next sixteen times: four thousand million strokes in two kilobytes.
fn endless() -> Vec<u8> {
    const LEVELS: usize = 8;
    let form = |level: usize| {
        let (content, resources) = if level + 1 == LEVELS {
            ("0 0 500 500 re f".to_owned(), String::new())
        } else {
            ("/F Do ".repeat(16), format!("/XObject << /F {} 0 R >>", level + 6))
        };
        format!(
            "<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << {resources} >> /Length {} >>\nstream\n{content}\nendstream",
            content.len()
        )
    };
    let forms: Vec<String> = (0..LEVELS).map(form).collect();
    pdf("/F Do", "/XObject << /F 5 0 R >>", &forms)
}

#[test]
fn a_page_is_drawn_and_what_is_no_page_is_not() {
    let drawn = picture(&pdf("0 0 300 300 re f", "", &[]), (PDF, "1"), &["--turn", "90"]);
    assert!(drawn.status.success() && drawn.stdout.starts_with(b"\x89PNG"), "{:?}", drawn.status);
    let whole = pdf("", "", &[]);
    for (file, named, more) in [
        (b"no PDF".as_slice(), (PDF, "1"), vec![]),
        (&whole, (PDF, "2"), vec![]),
        (&whole, (PDF, "1"), vec!["--turn", "45"]),
        (&whole, ("text/html", "1"), vec![]),
        (&whole, ("image/png", "1"), vec![]),
    ] {
        let refused = picture(file, named, &more);
        assert!(!refused.status.success() && refused.stdout.is_empty(), "{named:?} {more:?} {:?}", refused.status);
    }
}

#[test]
fn a_page_without_end_is_ended_by_the_clock_of_its_process() {
    let ended = picture(&endless(), (PDF, "1"), &["--seconds", "1"]);
    assert!(ended.status.code().is_none(), "ended by a signal, not by itself: {:?}", ended.status);
    assert!(ended.stdout.is_empty());
}

#[test]
fn a_form_that_draws_itself_ends_nothing_but_its_process() {
    let own = "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >> /Length 5 >>\nstream\n/F Do\nendstream";
    let ended = picture(&pdf("/F Do", "/XObject << /F 5 0 R >>", &[own.to_owned()]), (PDF, "1"), &["--seconds", "2"]);
    assert!(ended.status.success() || ended.stdout.is_empty(), "half a picture: {:?}", ended.status);
}
