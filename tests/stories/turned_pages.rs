//! A page that was photographed sideways is turned by a button, without a script, until it is sent: a JPEG loses nothing by it, a PNG is
//! drawn anew, the desk sees what was signed. What cannot be turned says so and stays.

use crate::documents::begun;
use crate::harness::page::select;
use crate::harness::request::reference;
use crate::harness::{Answers, Chosen, Officer, Page, Person, Server, Words, files};

#[test]
fn a_page_is_turned_by_a_button_in_three_languages() {
    let server = Server::start();
    for lang in ["kk", "ru", "en"] {
        let (person, words) = (server.person(lang), Words::of(lang));
        let draft = begun(&server, &person);
        let check = person.encloses(&draft, "medical", &Chosen::new("seite.jpg", files::wide_jpeg())).ok();
        check.must_say(&words.s("page-check-turn"));
        let kept = bytes(&person, &check);
        assert_eq!(kept, files::wide_jpeg());

        // Once: the same page at the same address, other bytes; four times: as it was, to the byte.
        let turned = turns(&person, &check).ok();
        assert_eq!(turned.path, check.path);
        assert_ne!(bytes(&person, &turned), kept);
        assert!(person.get(&draft.page("files")).ok().says("seite.jpg"));
        let mut page = turned;
        for _ in 0..3 {
            page = turns(&person, &page).ok();
        }
        assert_eq!(bytes(&person, &page), kept);

        // A PNG is drawn anew: its sides change places.
        let check = person.encloses(&draft, "medical", &Chosen::new("seite.png", files::wide_png())).ok();
        assert_eq!(sides(&bytes(&person, &check)), (24, 16));
        let turned = turns(&person, &check).ok();
        assert_eq!(sides(&bytes(&person, &turned)), (16, 24));

        // A picture that nobody can open, and a PDF.
        let broken = [files::png(), vec![]].concat();
        let cut = broken.iter().position(|byte| *byte == 0x78).unwrap();
        let broken: Vec<u8> = broken.iter().enumerate().map(|(at, byte)| if at == cut { 0 } else { *byte }).collect();
        let check = person.encloses(&draft, "medical", &Chosen::new("broken.png", broken.clone())).ok();
        turns(&person, &check).must_be(422).must_say(&words.s("file-error-not-turned"));
        assert_eq!(bytes(&person, &check), broken, "it stays as it is");
        let check = person.encloses(&draft, "medical", &files::medical()).ok();
        check.must_not_say(&words.s("page-check-turn"));
        let address = check.path.replace("/check", "/turn");
        assert_eq!(person.posts(&address, "", &person.csrf()).status, 404);
    }
}

#[test]
fn what_is_turned_is_signed_as_it_is_kept_and_nobody_else_turns_it() {
    let server = Server::start();
    let (person, key) = (server.person("en"), server.signer("applicant1"));
    let draft = begun(&server, &person);
    let _ = person.fills_in(&draft, "collecting", &Answers::of_a_daughter()).ok();
    for document in ["apostille", "translation"] {
        let _ = person.encloses(&draft, document, &Chosen::new("page.pdf", files::pdf(document))).ok();
    }
    let check = person.encloses(&draft, "medical", &Chosen::new("seite.jpg", files::wide_jpeg())).ok();
    let file = person.file_to_sign(&draft);
    let turned = turns(&person, &check).ok();
    let kept = bytes(&person, &turned);

    // The file that was prepared before is not the one to sign any more.
    let signature = key.sign_detached(&file, server.now());
    let refused = person.sends_signature(&draft, signature);
    assert!(!refused.says("DR-26-"), "{}", refused.text());
    let address = turned.path.replace("/check", "/turn");
    let other = server.person("en");
    let _ = other.signs_in_with(server.signer("applicant2"), server.now()).ok();
    assert_eq!(other.posts(&address, "", &other.csrf()).status, 404);
    assert_eq!(bytes(&person, &turned), kept);
    let elsewhere = address.replace("/medical/", "/apostille/");
    assert_eq!(person.posts(&elsewhere, "", &person.csrf()).status, 404, "a page of another document");

    let reference = reference(&person.signs(&draft, key, server.now()).ok());
    assert_eq!(person.posts(&address, "", &person.csrf()).status, 409, "it was sent");
    let officer = Officer::signs_in(&server, "officer.berlin");
    let case = officer.opens(&reference).page();
    let id = turned.path.rsplit('/').nth(1).unwrap();
    assert_eq!(officer.person.get(&format!("/en/desk/files/{id}")).ok().bytes, kept);
    case.must_say(&sha256(&kept));
    // Drawn for the desk it stands upright: it was 24 by 16.
    let pages = case.links().into_iter().find(|link| link.contains("/pages/") && link.contains(id)).unwrap();
    let picture = officer.person.get(&format!("{pages}/picture?width=1200&turn=0")).ok();
    assert_eq!(jpeg_sides(&picture.bytes), (16, 24));
}

/// Presses the button of a page-check.
fn turns(person: &Person, check: &Page) -> Page {
    let form = check.forms().into_iter().find(|form| form.action.ends_with("/turn")).expect("a button to turn");
    person.submit(check, &form)
}

/// The picture as it is kept.
fn bytes(person: &Person, check: &Page) -> Vec<u8> {
    let html = check.html();
    let picture = html.select(&select("main img")).next().expect("a picture");
    person.get(picture.attr("src").unwrap()).ok().bytes
}

/// Width and height of a PNG (ISO 15948, 11.2.2).
fn sides(png: &[u8]) -> (u32, u32) {
    assert_eq!(&png[1..4], b"PNG");
    let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (side(16), side(20))
}

/// Width and height of a baseline JPEG (ISO 10918-1, B.2.2).
fn jpeg_sides(jpeg: &[u8]) -> (u16, u16) {
    let frame = jpeg.windows(2).position(|two| two == [0xFF, 0xC0]).expect("a frame");
    let side = |at: usize| u16::from_be_bytes([jpeg[frame + at], jpeg[frame + at + 1]]);
    (side(7), side(5))
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest;
    hex::encode(sha2::Sha256::digest(bytes))
}
