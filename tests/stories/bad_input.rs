//! Bad input: each with a sentence of its own in the person's language, at the field, and nothing typed or sent before is lost.

use crate::harness::files;
use crate::harness::person::Chosen;
use crate::harness::{Answers, Draft, Page, Person, Server, Words};
use jiff::Timestamp;
use testkit::{Person as Signer, cms};

/// The three languages of the portal.
const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

#[test]
fn answers_that_cannot_be() {
    let server = Server::start();
    for lang in LANGUAGES {
        let (person, words) = (signed_in(&server, lang), Words::of(lang));
        let draft = person.begins("DE", "berlin");
        let answers = Answers::of_a_daughter();

        // A wrong digit in the IIN.
        let right =
            answers.section("person").into_iter().find(|(name, _)| *name == "deceased-iin").unwrap().1.to_owned();
        let last = (right[11..].parse::<u8>().unwrap() + 1) % 10;
        let wrong = format!("{}{last}", &right[..11]);
        let told = person.fills_in(&draft, "person", &answers.clone().with("deceased-iin", &wrong)).must_be(422);
        told.must_say(&words.s("field-deceased-iin-error-impossible"));
        assert_eq!(told.value("deceased-iin"), wrong);
        assert_eq!(told.value("deceased-given"), "Үлгі", "what was typed is still there");
        assert_eq!(told.value("surrendered"), "will_bring", "what was chosen is still there");

        // A death in the future: tomorrow at the mission.
        let told = person.fills_in(&draft, "death", &answers.clone().with("death-date-day", "24")).must_be(422);
        told.must_say(&words.s("field-death-date-error-future"));
        assert_eq!(told.value("death-date-day"), "24");
        assert_eq!(told.value("death-place"), "Berlin, Charité");

        // The same told whole: a page with several mistakes names them all at once.
        let empty = person.send_by(&person.get(&draft.page("death")).ok(), &[("death-place", "")], "continue");
        assert!(empty.must_be(422).errors().len() >= 4);
    }
}

#[test]
fn files_that_cannot_be_taken() {
    let server = Server::start();
    for lang in LANGUAGES {
        let (person, words) = (signed_in(&server, lang), Words::of(lang));
        let draft = person.begins("DE", "berlin");
        for section in ["you", "person", "death", "documents"] {
            let _ = person.fills_in(&draft, section, &Answers::of_a_daughter()).ok();
        }
        let _ = person.encloses(&draft, "medical", &files::medical()).ok();
        let cases = [
            (files::thirty_megabytes(), words.piece("file-error-too-big", &["limit"])),
            (files::program_named_pdf(), words.s("file-error-wrong-type")),
            (files::truncated_pdf(), words.s("file-error-damaged")),
            (Chosen::new("empty.pdf", vec![]), words.s("file-error-empty")),
            (Chosen::new("", vec![]), words.s("file-error-missing")),
        ];
        for (file, sentence) in cases {
            let told = person.encloses(&draft, "medical", &file);
            assert!(matches!(told.status, 413 | 422), "{}: {}", file.name, told.status);
            told.must_say(&sentence).must_say("Todesbescheinigung.pdf");
        }
        let files = person.get(&draft.page("files")).ok();
        files.must_say("Todesbescheinigung.pdf").must_not_say("passport.pdf").must_not_say("cut.pdf");
    }
}

#[test]
fn signatures_that_cannot_be_taken() {
    let server = Server::start();
    let sent = signed_in(&server, "en");
    let draft = sent.composes();
    for lang in LANGUAGES {
        let (person, words) = (signed_in(&server, lang), Words::of(lang));
        let draft = Draft { path: draft.path.replacen("/en/", &format!("/{lang}/"), 1) };
        let file = person.file_to_sign(&draft);
        let at = server.now();
        let by = |id: &str| server.signer(id).sign_detached(&file, at);
        let cases: [(&str, Vec<u8>); 9] = [
            ("another-person", by("applicant2")),
            ("expired", by("expired")),
            ("not-yet-valid", by("not-yet-valid")),
            ("revoked", by("revoked")),
            ("company-key", by("head")),
            ("auth-key", by("auth-only")),
            ("tampered", over_another_file(server.signer("applicant1"), &file, at)),
            ("unreadable", b"this is no signature at all".to_vec()),
            ("no-signer", cms::sign(&[], &file, &cms::Options::detached(at))),
        ];
        for (kind, signature) in cases {
            let told = person.sends_signature(&draft, signature).must_be(422);
            told.must_say(&words.piece(&format!("signature-error-{kind}"), &["name", "date"]));
            nothing_is_lost(&person, &draft, &file);
        }
    }
    // After all of that the right key still signs, once.
    let _ = sent.signs(&draft, server.signer("applicant1"), server.now()).ok();
    server.journal_is_whole(&[]);
}

#[test]
fn keys_that_open_no_door() {
    let server = Server::start();
    for lang in LANGUAGES {
        let words = Words::of(lang);
        for (id, kind) in [("expired", "expired"), ("revoked", "revoked")] {
            let person = server.person(lang);
            let told = person.signs_in_with(server.signer(id), server.now()).must_be(422);
            told.must_say(&words.piece(&format!("signature-error-{kind}"), &["name", "date"]));
            assert!(person.open("/services").path.contains("/sign-in"));
        }
        // A challenge that was answered once opens nothing a second time, to nobody.
        let person = server.person(lang);
        let panel = person.open("/sign-in/eds").ok();
        let challenge = person.follow(&panel, "/sign-in/eds/challenge").ok();
        let signature = server.signer("applicant1").sign_detached(&challenge.bytes, server.now());
        let answer = Chosen::new("sign-in.cms", signature);
        let _ = person.send_file(&panel, &answer).ok();
        let thief = server.person(lang);
        let own = thief.open("/sign-in/eds").ok();
        let stolen = own.form(&["ticket"]).fill("ticket", &panel.value("ticket"));
        let told = thief.submit_with(&own, &stolen, &answer).must_be(422);
        told.must_say(&words.s("signature-error-used"));
        assert!(thief.open("/services").path.contains("/sign-in"));
    }
}

fn signed_in(server: &Server, lang: &'static str) -> Person {
    let person = server.person(lang);
    let _ = person.signs_in_with(server.signer("applicant1"), server.now()).ok();
    person
}

fn over_another_file(key: &Signer, file: &[u8], at: Timestamp) -> Vec<u8> {
    let mut other = file.to_vec();
    let middle = other.len() / 2;
    other[middle] ^= 1;
    key.sign_detached(&other, at)
}

fn nothing_is_lost(person: &Person, draft: &Draft, file: &[u8]) {
    let check: Page = person.get(&draft.page("check")).ok();
    check.must_say("Lindenstraße 7");
    assert_eq!(person.get(&draft.page("file")).ok().bytes, file);
}
