//! `/verify-signature`: anybody shows a signed file and reads who signed what and when, in their language, without a script.

use crate::harness::person::Chosen;
use crate::harness::{Page, Person, Server, Words};

const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

#[test]
fn a_signed_file_in_three_languages() {
    let server = Server::start();
    let (now, signer) = (server.now(), server.signer("applicant1"));
    for lang in LANGUAGES {
        let (person, words) = (server.person(lang), Words::of(lang));
        let form = person.open("/verify-signature").ok();
        form.must_say(&words.s("verify-stored"));
        let told = shows(&person, &form, "letter.cms", signer.sign_attached(b"a document", now)).ok();
        told.must_say(&words.s("verify-valid")).must_say("СЫНАҚОВА ӘЙГЕРІМ ҮЛГІҚЫЗЫ").must_say("••••••••0014");
        told.must_not_say("850417400014").must_say("letter.cms").must_say(&words.s("verify-proven-not"));
        told.must_say(&words.s("verify-stored"));
        let told = shows(&person, &told, "letter.cms", signer.sign_detached(b"a document", now)).ok();
        told.must_say(&words.s("verify-indeterminate")).must_say(&words.s("verify-do-document"));
        let told = shows(&person, &told, "letter.pdf", b"%PDF-1.4".to_vec()).ok();
        told.must_say(&words.s("verify-invalid")).must_say(&words.s("verify-do-signature"));
    }
}

#[test]
fn mistakes_are_told_at_the_field() {
    let server = Server::start();
    for lang in LANGUAGES {
        let (person, words) = (server.person(lang), Words::of(lang));
        let form = person.open("/verify-signature").ok();
        let cases = [
            (Chosen::new("", vec![]), words.s("verify-error-missing")),
            (Chosen::new("a.cms", vec![]), words.s("verify-error-empty")),
            (Chosen::new("a.cms", vec![b'x'; 16_000_000]), words.piece("verify-error-too-big", &["limit"])),
        ];
        for (file, sentence) in cases {
            let told = person.send_file(&form, &file).must_be(422);
            assert!(told.errors().iter().any(|error| error.contains(&sentence)), "{:?}", told.errors());
        }
    }
}

#[test]
fn the_short_address_leads_to_the_visitor_s_language() {
    let server = Server::start();
    let person = server.person("ru");
    assert_eq!(person.get("/verify-signature").ok().path, "/kk/verify-signature");
    person.open("/").ok().link("/ru/verify-signature");
}

/// Chooses the file in the first field only.
fn shows(person: &Person, page: &Page, name: &str, bytes: Vec<u8>) -> Page {
    let mut form = page.form(&["csrf"]);
    form = page.forms().into_iter().find(|one| one.with_files).unwrap_or(form);
    form.files.truncate(1);
    person.submit_with(page, &form, &Chosen::new(name, bytes))
}
