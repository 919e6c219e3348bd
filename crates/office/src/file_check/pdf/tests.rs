//! PDFs with something active at each place where it can stand, and what bounds the reading.

use super::*;
use lopdf::{Stream, dictionary};

/// A PDF of one page: what the catalogue and the page hold beside what they must, and more objects from number 10 on.
fn pdf(catalogue: &str, page: &str, more: &[&str]) -> Vec<u8> {
    let mut objects = vec![
        (1, format!("<< /Type /Catalog /Pages 2 0 R {catalogue} >>").into_bytes()),
        (2, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec()),
        (3, format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> {page} >>").into_bytes()),
    ];
    objects.extend((10..).zip(more.iter().map(|text| text.as_bytes().to_vec())));
    file(&objects)
}

fn file(objects: &[(u32, Vec<u8>)]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut table = "xref\n0 1\n0000000000 65535 f \n".to_owned();
    for (number, object) in objects {
        table += &format!("{number} 1\n{:010} 00000 n \n", file.len());
        file.extend(format!("{number} 0 obj\n").bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let (start, size) = (file.len(), 10 + objects.len());
    file.extend(format!("{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").bytes());
    file
}

#[test]
fn an_ordinary_pdf_is_taken() {
    assert_eq!(check(&pdf("", "", &[])), Ok(1));
    let opens = "/OpenAction [3 0 R /Fit] /Outlines << /First << /A << /S /GoTo /D [3 0 R /Fit] >> >> >>";
    assert_eq!(check(&pdf(opens, "", &[])), Ok(1));
    let link = "/Annots [<< /Subtype /Link /A << /S /URI /URI (https://example.org) >> >>]";
    assert_eq!(check(&pdf("", link, &[])), Ok(1));
    let font = "/Resources << /Font << /AA << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> /EF 10 0 R >> >>";
    assert_eq!(check(&pdf("", font, &["<< /Type /Font /Subtype /Type1 >>"])), Ok(1));
}

#[test]
fn active_content_is_found_at_any_depth() {
    let script = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>";
    let catalogues = [
        format!("/OpenAction {script}"),
        "/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next << /S /Launch /F (a.exe) >> >>".to_owned(),
        "/OpenAction << /S /GoTo /Next [<< /S /URI >> << /S /GoToR /F (other.pdf) >>] >>".to_owned(),
        "/OpenAction << /S /GoToE /T << /R /C >> >>".to_owned(),
        "/AA << /WC << /S /GoTo /D [3 0 R /Fit] >> >>".to_owned(),
        format!("/Names << /JavaScript << /Names [(a) {script}] >> >>"),
        "/Names << /EmbeddedFiles << /Names [(a) 10 0 R] >> >>".to_owned(),
        "/AcroForm << /XFA (x) /Fields [] >>".to_owned(),
        "/AcroForm << /Fields [<< /Kids [<< /A << /S /SubmitForm /F (http://example.org) >> >>] >>] >>".to_owned(),
        "/AcroForm << /Fields [<< /A << /S /ImportData /F (a) >> >>] >>".to_owned(),
        "/AF [<< /Type /Filespec /F (a) /EF << /F 10 0 R >> >>]".to_owned(),
        // Names may be written with escapes and behind references.
        "/OpenAction << /S /Java#53cript >>".to_owned(),
        "/OpenAction << /S 11 0 R >>".to_owned(),
    ];
    for catalogue in &catalogues {
        let file = pdf(catalogue, "", &["<< /Length 0 >>\nstream\n\nendstream", "/Launch"]);
        assert_eq!(check(&file), Err(FileProblem::Active), "{catalogue}");
    }
    for kind in ["RichMedia", "FileAttachment", "Movie", "Sound", "Screen", "3D"] {
        let page = format!("/Annots [<< /Subtype /{kind} >>]");
        assert_eq!(check(&pdf("", &page, &[])), Err(FileProblem::Active), "{kind}");
    }
    assert_eq!(check(&pdf("", "/AA << /O 10 0 R >>", &["<< /S /Named /N /Print >>"])), Err(FileProblem::Active));
}

#[test]
fn the_depth_of_the_nest_is_no_hiding_place() {
    let nest = |depth: usize| format!("/Deep {}<< /S /Launch >>{}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(check(&pdf(&nest(60), "", &[])), Err(FileProblem::Active));
    // Deeper than the reader goes: the catalogue is not understood, and the file is not taken.
    assert!(check(&pdf(&nest(5_000), "", &[])).is_err());
}

/// A PDF of one page with an object stream for each of `contents`, each of one object.
fn compressed(contents: &[Vec<u8>]) -> Vec<u8> {
    let mut objects = vec![
        (1, b"<< /Type /Catalog /Pages 2 0 R >>".to_vec()),
        (2, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec()),
        (3, b"<< /Type /Page /Parent 2 0 R >>".to_vec()),
    ];
    for (number, content) in (10..).zip(contents) {
        let head = format!("{} 0 ", 1000 + number);
        let first = i64::try_from(head.len()).unwrap();
        let index = dictionary! { "Type" => "ObjStm", "N" => 1, "First" => first };
        // Long enough that compression pays.
        let mut stream = Stream::new(index, [head.as_bytes(), content, &[b' '; 400]].concat());
        stream.compress().unwrap();
        let head = format!(
            "<< /Type /ObjStm /N 1 /First {first} /Filter /FlateDecode /Length {} >>\nstream\n",
            stream.content.len()
        );
        objects.push((number, [head.as_bytes(), &stream.content, b"\nendstream"].concat()));
    }
    file(&objects)
}

#[test]
fn objects_in_compressed_streams_are_looked_at() {
    assert_eq!(check(&compressed(&[b"<< /A [<< /Quiet true >>] >> ".to_vec()])), Ok(1));
    assert_eq!(check(&compressed(&[b"<< /A [<< /S /Launch >>] >>".to_vec()])), Err(FileProblem::Active));
}

#[test]
fn a_stream_that_grows_without_end_is_not_read() {
    let left = Left { decompressed_bytes: 1_000_000, ..ALL };
    let most = vec![b' '; 600_000];
    assert_eq!(check_within(&compressed(std::slice::from_ref(&most)), left), Ok(1));
    let file = compressed(&[most.clone(), most]);
    assert!(file.len() < 10_000);
    assert_eq!(check_within(&file, left), Err(FileProblem::Damaged), "two streams share the bound");
    assert_eq!(check_within(&compressed(&[vec![b' '; 1_000_001]]), left), Err(FileProblem::Damaged));
}

#[test]
fn an_object_stream_of_an_unknown_filter_is_damaged() {
    let mut file = compressed(&[b"<< /A [<< /S /Launch >>] >>".to_vec()]);
    let start = file.windows(11).position(|eleven| eleven == b"FlateDecode").unwrap();
    file[start] = b'X';
    assert_eq!(check(&file), Err(FileProblem::Damaged));
}

#[test]
fn a_file_of_too_many_objects_is_not_read_to_its_end() {
    let left = Left { objects: 10_000, ..ALL };
    let many = [&b"["[..], &b"0 ".repeat(4_000), b"]"].concat();
    assert_eq!(check_within(&compressed(std::slice::from_ref(&many)), left), Ok(1));
    assert_eq!(check_within(&compressed(&vec![many; 3]), left), Err(FileProblem::Damaged));
    let direct = format!("/Deep [{}]", "0 ".repeat(10_000));
    assert_eq!(check_within(&pdf(&direct, "", &[]), left), Err(FileProblem::Damaged));
}

#[test]
fn no_object_is_written_in_less_than_a_token() {
    for (text, objects) in
        [("[[[]]]", 3), ("///", 3), ("()()", 2), ("<<>><<>>", 2), ("1 0 R true", 2), ("", 0), ("[1 2/a(b)]", 5)]
    {
        assert!(tokens(text.as_bytes()) >= objects, "{text}");
    }
}
