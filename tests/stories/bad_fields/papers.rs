//! Files that cannot be taken: each is told at the field of the file in the three languages, and the pages enclosed before are still there.

use super::LANGUAGES;
use super::table::Wrong;
use crate::harness::files;
use crate::harness::person::Chosen;
use crate::harness::{Answers, Draft, Page, Person, Server, Words};

/// What the server takes (crates/office/src/lib.rs and file_check/pdf.rs); the pages say the same numbers.
const FILE_BYTES_MAX: usize = 15_000_000;
const FILES_MAX: usize = 20;
const PAGES_MAX: usize = 200;
/// Files that fill a request of 100 MB: six of these and one of those.
const HEAVY_BYTES: usize = 14_900_000;
const LAST_BYTES: usize = 10_000_000;

/// A daughter whose answers are there and whose papers are not.
fn with_answers(server: &Server) -> (Person, Draft) {
    let person = server.person("en");
    let _ = person.signs_in_with(server.signer("applicant1"), server.now()).ok();
    let draft = person.begins("DE", "berlin");
    for section in ["you", "person", "death", "documents"] {
        let _ = person.fills_in(&draft, section, &Answers::of_a_daughter()).ok();
    }
    (person, draft)
}

#[test]
fn bad_fields_of_files() {
    let server = Server::start();
    let (person, draft) = with_answers(&server);
    let _ = person.encloses(&draft, "medical", &files::medical()).ok();
    let mut over = files::pdf("over");
    over.resize(FILE_BYTES_MAX + 1, b' ');
    let mut infamous = files::program_named_pdf();
    infamous.name = "passport.exe".to_owned();
    let cases = [
        (Chosen::new("", vec![]), "file-error-missing"),
        (Chosen::new("empty.pdf", vec![]), "file-error-empty"),
        (Chosen::new("over.pdf", over), "file-error-too-big"),
        (infamous, "file-error-wrong-type"),
        (files::program_named_pdf(), "file-error-wrong-type"),
        (Chosen::new("passport.docx", b"PK\x03\x04\x14\0\x06\0word/document.xml".to_vec()), "file-error-wrong-type"),
        (files::heic(), "file-error-heic"),
        (files::truncated_pdf(), "file-error-damaged"),
        (files::truncated_jpeg(), "file-error-damaged"),
        (files::long_pdf(PAGES_MAX + 1), "file-error-too-many-pages"),
        (files::locked_pdf(), "file-error-encrypted"),
        (files::scripted_pdf(), "file-error-active"),
    ];
    for (file, key) in &cases {
        is_told(&person, &draft, "medical", file, key);
    }
    // At the limits they are taken.
    let _ = person.encloses(&draft, "medical", &files::long_pdf(PAGES_MAX)).ok();
    let list = person.get(&draft.page("files")).ok();
    list.must_say("Todesbescheinigung.pdf").must_say("long.pdf");
    for refused in
        ["passport.exe", "passport.pdf", "passport.docx", "IMG_0001", "cut.", "locked.pdf", "scripted.pdf", "over.pdf"]
    {
        list.must_not_say(refused);
    }
}

/// A document has its full number of files, and the request its full weight.
#[test]
fn bad_fields_of_full_documents() {
    let server = Server::start();
    let (person, draft) = with_answers(&server);
    let upload = person.get(&draft.page("files/translation")).ok();
    for page in 1..=FILES_MAX {
        let _ = person.send_file(&upload, &Chosen::new(&format!("{page}.png"), files::png())).ok();
    }
    is_told(&person, &draft, "translation", &Chosen::new("21.png", files::png()), "file-error-too-many");
    person.get(&draft.page("files")).ok().must_say("20.png").must_not_say("21.png");

    let upload = person.get(&draft.page("files/medical")).ok();
    for bytes in [HEAVY_BYTES; 6].into_iter().chain([LAST_BYTES]) {
        let _ = person.send_file(&upload, &files::heavy_pdf(bytes)).ok();
    }
    is_told(&person, &draft, "medical", &files::heavy_pdf(1_000_000), "file-error-full");
    person.get(&draft.page("files")).ok().must_say("heavy.pdf");
}

/// In each language: at the field, in the summary, and the page shows what was enclosed before.
fn is_told(person: &Person, draft: &Draft, document: &str, file: &Chosen, key: &str) {
    let wrong = Wrong { typed: vec![], field: "file".to_owned(), key: key.to_owned() };
    for lang in LANGUAGES {
        let address = draft.page(&format!("files/{document}")).replacen("/en/", &format!("/{lang}/"), 1);
        let page = person.get(&address).ok();
        let before = enclosed(&page);
        let told = person.send_file(&page, file);
        assert!(matches!(told.status, 413 | 422), "{lang} {}: {} {}", file.name, told.status, told.text());
        let fits = super::is_told(&told.html(), &wrong, &Words::of(lang), None);
        fits.unwrap_or_else(|why| panic!("{lang} {} {key}: {why}", file.name));
        assert_eq!(enclosed(&told), before, "{lang} {key}: something was lost");
    }
}

/// Addresses of the files that the page lists.
fn enclosed(page: &Page) -> Vec<String> {
    page.links().into_iter().filter(|link| link.contains("/files/") && link.contains("/removal")).collect()
}
