//! A photo over a bad line: it arrives in pieces (tus 1.0), is cut, goes on where it stopped, also after the server was killed, and
//! stands in the request with the right bytes. Nobody else sees it, and nothing longer than was said is taken.

use crate::documents::begun;
use crate::harness::{Draft, Page, Person, Server, Words, files};
use reqwest::Method;
use reqwest::blocking::{Client, Response};
use std::io::{Read, Write};

const PIECE: usize = 262_144;

#[test]
fn goes_on_after_a_cut_and_after_kill_nine() {
    let mut server = Server::start();
    let mut person = server.person("en");
    let draft = begun(&server, &person);
    let photo = photo(700_000);
    let upload = begins(&person, &draft, photo.len());

    assert_eq!(piece(&person, &upload, 0, &photo[..PIECE]), (204, Some(PIECE)));
    server.kill();
    server.run();
    person.find_again(&server);
    assert_eq!(stands(&person, &upload), (200, Some(PIECE)), "what was answered is there");

    // The line breaks in the middle of a piece: what arrived is kept.
    cut(&person, &upload, PIECE, &photo[PIECE..PIECE + 100_000], 200_000);
    let there = crate::harness::eventually("the bytes before the cut", || {
        stands(&person, &upload).1.filter(|there| *there == PIECE + 100_000)
    });
    // A piece of another place is refused and changes nothing.
    assert_eq!(piece(&person, &upload, 0, &photo[..10]).0, 409);
    assert_eq!(piece(&person, &upload, there + 1, &photo[..10]).0, 409);
    assert_eq!(stands(&person, &upload), (200, Some(there)));

    // Not whole yet: the form says so, and the upload goes on.
    let page = finishes(&person, &draft, &upload).must_be(422);
    page.must_say(&Words::of("en").s("file-error-stopped"));
    // More than was said is not taken, and nothing of it counts.
    let longer = [&photo[there..], b"more"].concat();
    assert_eq!(piece(&person, &upload, there, &longer).0, 413);
    let (_, there) = stands(&person, &upload);
    assert_eq!(piece(&person, &upload, there.unwrap(), &photo[there.unwrap()..]), (204, Some(photo.len())));

    // Whole: the same checks, the same page as for every file; the bytes are those of the photo.
    let check = finishes(&person, &draft, &upload).ok();
    check.must_say(&Words::of("en").s("page-check-title"));
    let list = person.get(&draft.page("files")).ok();
    list.must_say("Фото 1.png");
    assert_eq!(person.get(&list.link("/en/files/")).ok().bytes, photo);
    assert_eq!(stands(&person, &upload).0, 404, "the pieces are gone");
    assert_eq!(finishes(&person, &draft, &upload).status, 404, "taken once");
}

#[test]
fn by_the_protocol_and_for_nobody_else() {
    let mut server = Server::start();
    let mut person = server.person("en");
    let draft = begun(&server, &person);
    let options = asks(&person, Method::OPTIONS, &draft.page("uploads"), &[], vec![]);
    assert_eq!(options.status().as_u16(), 204);
    for (name, value) in [("tus-version", "1.0.0"), ("tus-extension", "creation"), ("tus-max-size", "15000000")] {
        assert_eq!(options.headers().get(name).unwrap(), value);
    }
    creations(&person, &draft);

    let upload = begins(&person, &draft, 4);
    let offset = ("upload-offset", "0");
    let kind = ("content-type", "application/offset+octet-stream");
    let patch =
        |headers: &[(&str, &str)]| asks(&person, Method::PATCH, &upload, headers, b"%PDF".to_vec()).status().as_u16();
    assert_eq!(patch(&[offset, ("content-type", "text/plain")]), 415);
    assert_eq!(patch(&[kind]), 400);
    assert_eq!(patch(&[kind, offset, ("x-csrf", "0000")]), 403);
    assert_eq!(patch(&[kind, offset, ("origin", "https://evil.example")]), 403);
    assert_eq!(patch(&[kind, offset, ("tus-resumable", "0.2.0")]), 412);
    assert_eq!(stands(&person, &upload), (200, Some(0)), "none of it counted");

    // Another applicant meets nothing; a stranger is sent to sign in.
    let other = server.person("en");
    let _ = other.signs_in_with(server.signer("applicant2"), server.now()).ok();
    assert_eq!(stands(&other, &upload).0, 404);
    assert_eq!(piece(&other, &upload, 0, b"%PDF").0, 404);
    assert_eq!(creates(&other, &draft, &[("upload-length", "4"), METADATA]).status().as_u16(), 404);
    let stranger = server.person("en");
    assert_eq!(stands(&stranger, &upload).0, 303);
    assert_eq!(piece(&stranger, &upload, 0, b"%PDF").0, 303);

    // What is no file of ours is refused when it is whole, in the sentence of every file, and forgotten.
    assert_eq!(piece(&person, &upload, 0, b"MZ\x90\0"), (204, Some(4)));
    finishes(&person, &draft, &upload).must_be(422).must_say(&Words::of("en").s("file-error-wrong-type"));
    assert_eq!(stands(&person, &upload).0, 404);

    // One that nobody finishes is given up after a day.
    let upload = begins(&person, &draft, 4);
    server.restart_at("2026-11-25T09:00:00Z");
    person.find_again(&server);
    let _ = person.signs_in_with(server.signer("applicant1"), server.now()).ok();
    assert_eq!(stands(&person, &upload).0, 404);
}

/// `filename Фото 1.png`, `document medical`.
const METADATA: (&str, &str) = ("upload-metadata", "filename 0KTQvtGC0L4gMS5wbmc=,document bWVkaWNhbA==");

fn creations(person: &Person, draft: &Draft) {
    let status = |headers: &[(&str, &str)]| creates(person, draft, headers).status().as_u16();
    let length = ("upload-length", "4");
    assert_eq!(status(&[METADATA]), 400, "without a length");
    assert_eq!(status(&[("upload-length", "-1"), METADATA]), 400);
    assert_eq!(status(&[length]), 400, "for which document?");
    assert_eq!(status(&[length, METADATA, ("x-csrf", "")]), 403);
    let told = creates(person, draft, &[("upload-length", "15000001"), METADATA]);
    assert_eq!(told.status().as_u16(), 413);
    assert!(told.text().unwrap().contains("15 MB"), "told in the sentence of the page");
    let old = creates(person, draft, &[length, METADATA, ("tus-resumable", "0.2.0")]);
    assert_eq!((old.status().as_u16(), old.headers().get("tus-version").unwrap().to_str().unwrap()), (412, "1.0.0"));
    // However many are begun, the first are forgotten and the last are there.
    let all: Vec<String> = (0..12).map(|_| begins(person, draft, 4)).collect();
    assert_eq!(all.iter().filter(|one| stands(person, one).0 == 200).count(), 10);
    assert_eq!(stands(person, all.last().unwrap()), (200, Some(0)));
}

/// A PNG of at least `bytes` bytes that is kept as it is: its colours end in a long chunk of the picture's.
fn photo(bytes: usize) -> Vec<u8> {
    let png = files::png();
    let end = png.len() - 12;
    let mut file = png[..end].to_vec();
    let noise: Vec<u8> = (0..bytes).map(|at| u8::try_from(at * 31 % 251).unwrap()).collect();
    files::chunk(&mut file, b"IDAT", &noise);
    file.extend(&png[end..]);
    file
}

fn asks(person: &Person, method: Method, path: &str, headers: &[(&str, &str)], body: Vec<u8>) -> Response {
    let client = Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap();
    let request = client.request(method, person.whole_address(path)).header("cookie", person.cookies()).body(body);
    let mut all = std::collections::BTreeMap::from([("tus-resumable", "1.0.0".to_owned()), ("x-csrf", person.csrf())]);
    all.extend(headers.iter().map(|(name, value)| (*name, (*value).to_owned())));
    all.into_iter().fold(request, |request, (name, value)| request.header(name, value)).send().unwrap()
}

fn creates(person: &Person, draft: &Draft, headers: &[(&str, &str)]) -> Response {
    asks(person, Method::POST, &draft.page("uploads"), headers, vec![])
}

/// Begins an upload; gives its address.
fn begins(person: &Person, draft: &Draft, bytes: usize) -> String {
    let answer = creates(person, draft, &[("upload-length", &bytes.to_string()), METADATA]);
    assert_eq!(answer.status().as_u16(), 201);
    assert_eq!(answer.headers().get("tus-resumable").unwrap(), "1.0.0");
    answer.headers().get("location").unwrap().to_str().unwrap().to_owned()
}

/// Status and offset.
fn told(answer: &Response) -> (u16, Option<usize>) {
    let offset = answer.headers().get("upload-offset").map(|value| value.to_str().unwrap().parse().unwrap());
    (answer.status().as_u16(), offset)
}

fn stands(person: &Person, upload: &str) -> (u16, Option<usize>) {
    told(&asks(person, Method::HEAD, upload, &[], vec![]))
}

fn piece(person: &Person, upload: &str, at: usize, content: &[u8]) -> (u16, Option<usize>) {
    let at = at.to_string();
    let headers = [("upload-offset", at.as_str()), ("content-type", "application/offset+octet-stream")];
    told(&asks(person, Method::PATCH, upload, &headers, content.to_vec()))
}

/// Says that `whole` bytes come, sends `content` and is gone.
fn cut(person: &Person, upload: &str, at: usize, content: &[u8], whole: usize) {
    let address = reqwest::Url::parse(&person.whole_address(upload)).unwrap();
    let host = format!("{}:{}", address.host_str().unwrap(), address.port().unwrap());
    let mut line = std::net::TcpStream::connect(&host).unwrap();
    let (cookies, csrf) = (person.cookies(), person.csrf());
    let head = format!(
        "PATCH {} HTTP/1.1\r\nhost: {host}\r\ncookie: {cookies}\r\nx-csrf: {csrf}\r\ntus-resumable: 1.0.0\r\n\
         content-type: application/offset+octet-stream\r\nupload-offset: {at}\r\ncontent-length: {whole}\r\n\r\n",
        address.path()
    );
    line.write_all(head.as_bytes()).unwrap();
    line.write_all(content).unwrap();
    line.shutdown(std::net::Shutdown::Write).unwrap();
    // The server may still say what it thinks of that.
    let _ = line.read_to_end(&mut vec![]);
}

/// Posts the form of the page with the id of what has arrived, as its script does.
fn finishes(person: &Person, draft: &Draft, upload: &str) -> Page {
    let page = person.get(&draft.page("files/medical")).ok();
    let form = page.form(&["upload"]).fill("upload", upload.rsplit('/').next().unwrap()).press("");
    person.submit(&page, &form)
}
