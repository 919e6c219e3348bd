//! One cell: asks as this person and reads the answer as a letter of the table.

use super::table::Row;
use super::world::{Visitor, World};
use crate::harness::{Page, Person, files};
use reqwest::Method;
use web::routes::Body;

/// Metadata of an upload in pieces: a name and the document, in Base64.
const METADATA: &str = "filename 0KTQvtGC0L4gMS5wbmc=,document bWVkaWNhbA==";
/// Between the parts of a form with files.
const BOUNDARY: &str = "the-next-part";
/// In place of a body: an upload in pieces.
const TUS: &str = "@tus";

/// What one was answered.
pub struct Answer {
    /// The letter of the table; `?` where there is none for it.
    pub letter: char,
    /// Status and page: what the person learns.
    pub told: (u16, String),
}

/// Asks.
pub fn asks(world: &World, row: &Row, visitor: &Visitor, address: &str, body: &str) -> Answer {
    let person = &visitor.person;
    let method: Method = row.method.parse().unwrap();
    let (query, body) = match body.split_once(' ') {
        Some((query, body)) => (query, body),
        None if method == Method::GET && !body.is_empty() => (body, ""),
        None => ("", body),
    };
    let address = &match query {
        "" => address.to_owned(),
        query => format!("{address}?{query}"),
    };
    if body == TUS {
        return answer(world, row, &read(uploads(person, &visitor.csrf, address, method)));
    }
    if method == Method::GET {
        return answer(world, row, &person.get(address));
    }
    let route = web::routes::all().find(|route| route.path == row.path).unwrap();
    let request = person.request(method, address);
    let pairs = pairs(&format!("csrf={}&{body}", visitor.csrf));
    let request = match route.body {
        Body::Form => request.form(&pairs),
        Body::File | Body::Signature => {
            request.header("content-type", format!("multipart/form-data; boundary={BOUNDARY}")).body(form(world, pairs))
        }
        Body::Machine => request.header("content-type", "application/json").body("{}"),
    };
    answer(world, row, &person.answer_to(request))
}

fn pairs(body: &str) -> Vec<(String, String)> {
    let url = reqwest::Url::parse(&format!("http://x/?{body}")).unwrap();
    url.query_pairs().filter(|(name, _)| !name.is_empty()).map(|(name, value)| (name.into(), value.into())).collect()
}

/// A form with files, whole: the server may answer before it has read it.
fn form(world: &World, pairs: Vec<(String, String)>) -> Vec<u8> {
    let mut body = vec![];
    for (name, value) in pairs {
        let (file, bytes) = match value.as_str() {
            "@pdf" => ("; filename=\"a.pdf\"", files::pdf("signed by hand")),
            "@cms" => ("; filename=\"a.cms\"", world.cms.clone()),
            "@csv" => ("; filename=\"closures.csv\"", b"date,mission,whole_day,what,reason\n".to_vec()),
            typed => ("", typed.as_bytes().to_vec()),
        };
        let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n");
        body.extend([head.as_bytes(), &bytes, b"\r\n"].concat());
    }
    body.extend(format!("--{BOUNDARY}--\r\n").as_bytes());
    body
}

/// Begins or goes on with an upload in pieces, as the page's script does.
pub fn uploads(person: &Person, csrf: &str, address: &str, method: Method) -> reqwest::blocking::Response {
    let is_piece = method == Method::PATCH;
    let request = person.request(method, address).header("x-csrf", csrf).header("tus-resumable", "1.0.0");
    let request = match is_piece {
        true => request
            .header("upload-offset", "0")
            .header("content-type", "application/offset+octet-stream")
            .body(b"%PDF".to_vec()),
        false => request.header("upload-length", "4").header("upload-metadata", METADATA),
    };
    request.send().unwrap()
}

fn read(response: reqwest::blocking::Response) -> Page {
    let (status, path) = (response.status().as_u16(), response.url().path().to_owned());
    Page { status, path, media_type: "text/html".to_owned(), bytes: response.bytes().unwrap().to_vec() }
}

fn answer(world: &World, row: &Row, page: &Page) -> Answer {
    let html = String::from_utf8_lossy(&page.bytes);
    let is_public = row.cells == super::table::EVERYBODY_OPENS;
    let led_to_sign_in = page.path.contains("/sign-in") && !row.path.contains("/sign-in");
    let letter = match page.status {
        200 if led_to_sign_in && !is_public => 's',
        200..300 if of_its_room(row, page) => '+',
        422 => 'f',
        // A program is told in its own words what it left out.
        400 | 415 if is_public => 'f',
        // An old form answers with the same status and is a mistake of the walk.
        403 if html.contains(world.not_allowed.as_str()) => '-',
        404 => '0',
        401 | 410 | 429 if row.cells == super::table::BY_A_LINK => '0',
        409 => '.',
        _ => '?',
    };
    // The address that was asked for stands in the links to the other languages and on paper below every page.
    Answer { letter, told: (page.status, world.without_ids(row, &html)) }
}

/// True where a form leads on within the portal or within the desk; who types for a person is led to that person's pages.
fn of_its_room(row: &Row, page: &Page) -> bool {
    let is_typing = row.path == "/{lang}/desk/paper/new" && page.path.contains("/request/");
    is_typing
        || row.path.contains("/desk/") == page.path.contains("/desk/")
        || row.cells == super::table::EVERYBODY_OPENS
}
