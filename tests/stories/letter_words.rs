//! An administrator reads what people are written and changes the words of a letter: another administrator says yes, letters written from then
//! on have the new words, those written before keep theirs; and the words of the release come back.

use crate::harness::{Officer, Page, Sent, Server, Setup, Words};
use crate::registers::{colleague, sends, taken};

const SUBMITTED: &str = "/desk/registers/letters/submitted";
const OLD: &str = "You do not need to do anything now";
const NEW: &str = "There is nothing that you have to do now";

#[test]
fn letters_are_changed_by_two() {
    changed_by_two(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn letters_changed_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("letter_words") else { return };
    changed_by_two(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

fn changed_by_two(setup: Setup) {
    let mut server = Server::start_with(setup);
    let words = Words::of("en");
    let admin = Officer::signs_in(&server, "admin");
    let second = colleague(&server);
    let before = Sent::signed(&server, "en");
    server.letter("eml", &[&before.reference, OLD]);

    looked_at(&server, &admin, &words);
    refused_words(&admin, &words);
    refused_files(&admin);
    let letter = in_force_at_once(&server, &admin, &second, &words);
    server.restart_at("2026-11-24T08:00:00Z");
    let admin = Officer::signs_in(&server, "admin");
    let second = Officer::is_added_as(&server, "administrator", None, "admin4", "Оразов Е.");
    let after = Sent::signed(&server, "en");
    server.letter("eml", &[&after.reference, NEW]);
    server.letter("eml", &[&before.reference, OLD]);
    given_back(&server, &admin, &second, &letter, &words);
    server.journal_is_whole(&[]);
}

/// Every letter stands on the list, each in three languages with samples and the measure of its text message; the auditor only reads.
fn looked_at(server: &Server, admin: &Officer, words: &Words) {
    let list = admin.person.open("/desk/registers/letters").ok();
    for name in ["submitted", "refused", "otp", "contact-changed", "enquiry-answered"] {
        list.must_say(&words.s(&format!("letters-name-{name}")));
        admin.person.open(&format!("/desk/registers/letters/{name}")).ok().must_not_say("⟦");
    }
    let page = admin.person.open(SUBMITTED).ok();
    page.must_say("DR-26-7K4FQ2-X").must_say(OLD).must_say("of 134 characters, sent as 2");
    assert_eq!(admin.person.open("/desk/registers/letters/no-letter").status, 404);
    let auditor = Officer::signs_in(server, "auditor");
    assert!(!auditor.person.open(SUBMITTED).ok().forms().iter().any(|form| form.has("body-en")));
    let officer = Officer::signs_in(server, "officer.berlin");
    assert_eq!(officer.person.open(SUBMITTED).status, 403);
    let csrf = officer.person.open("/desk/blanks").ok().value("csrf");
    assert_eq!(officer.person.posts(&format!("/en{SUBMITTED}"), "step=release&reason=x", &csrf).status, 403);
}

/// Each fault is told at its field with its line, and what was typed stands there still.
fn refused_words(admin: &Officer, words: &Words) {
    let page = admin.person.open(SUBMITTED).ok();
    let body = page.value("body-en");
    for (field, text, said) in [
        ("body-en", body.replace("{ $deadline }", "soon"), words.piece("letters-error-missing-name", &["what"])),
        ("body-kk", String::new(), words.s("letters-error-empty")),
        ("body-ru", body.clone(), words.s("letters-error-copy")),
        ("body-en", format!("{body}\n{{ $collector }}"), words.piece("letters-error-unknown-name", &["what"])),
        ("body-en", format!("{body}\nhttps://evil.example"), words.piece("letters-error-link", &["what"])),
        ("body-en", format!("{body}\n<b>now</b>"), words.piece("letters-error-markup", &["what"])),
        ("body-en", format!("{body}\n{{ $url"), words.piece("letters-error-open", &["what"])),
        (
            "sms-ru",
            "{ $reference } { $deadline } { $url } { $name }".to_owned(),
            words.piece("letters-error-names-somebody", &["what"]),
        ),
        (
            "sms-ru",
            format!("{{ $reference }} {{ $deadline }} {{ $url }} {}", "а".repeat(60)),
            words.piece("letters-error-sms-too-long", &["what"]),
        ),
    ] {
        let answer = admin.person.send_by(&page, &[(field, &text), ("reason", "To try")], "words").must_be(422);
        answer.must_say(&said);
        assert_eq!(answer.value(field).trim().replace('\r', ""), text.trim(), "typed words are kept");
    }
    let line = body.lines().count() + 1;
    let open = [("body-en", &*format!("{body}\n}}")), ("reason", "To try")];
    admin.person.send_by(&page, &open, "words").must_be(422).must_say(&format!("Line {line}:"));
    let silent = [("body-en", &*body.replace(OLD, NEW)), ("reason", " ")];
    admin.person.send_by(&page, &silent, "words").must_be(422).must_say(&words.s("registers-error-reason-missing"));
    for (reason, step) in [("The same", "words"), ("The same", "release")] {
        let csrf = page.value("csrf");
        let form = page.form(&["body-en"]).fill("reason", reason);
        let answer = match step {
            "words" => admin.person.submit(&page, &form.press(step)),
            _ => admin.person.posts(&page.path, "step=release&reason=x", &csrf),
        };
        answer.must_be(422).must_say(&words.s("letters-error-same"));
    }
}

/// The way by files has the same guards.
fn refused_files(admin: &Officer) {
    let file = taken(admin, "submitted.ru.ftl");
    for (text, said) in [
        (file.replace("{ $deadline }", "скоро"), "missing-name deadline"),
        (format!("{file}\nletter-granted-sms =\n    x\n"), "stranger letter-granted-sms"),
        (format!("{file}    <b>\n"), "markup"),
        ("junk".to_owned(), "syntax"),
    ] {
        sends(admin, "submitted.ru.ftl", &text, "To try").must_be(422).must_say(said);
    }
    sends(admin, "no-letter.ru.ftl", &file, "To try").must_be(422);
}

/// The words of a draft are shown line by line and as they would be read; one's own yes is no yes.
fn in_force_at_once(server: &Server, admin: &Officer, second: &Officer, words: &Words) -> String {
    let page = admin.person.open(SUBMITTED).ok();
    let body = page.value("body-en");
    assert!(body.contains(OLD), "{body}");
    let fields = [("body-en", &*body.replace(OLD, NEW)), ("reason", "Plainer words")];
    let draft = admin.person.send_by(&page, &fields, "words").ok();
    draft.must_say("submitted.en.ftl").must_not_say("submitted.ru.ftl").must_say(OLD).must_say(NEW);
    draft.must_say(&words.s("letters-preview")).must_say(&words.s("registers-altered"));
    let waiting: Page = admin.person.press(&draft, "propose").ok();
    let own = admin.person.posts(&waiting.path, "step=approve", &waiting.value("csrf"));
    assert_eq!(own.status, 409, "one's own");
    let meanwhile = Sent::signed(server, "en");
    server.letter("eml", &[&meanwhile.reference, OLD]);
    let seen = second.person.get(&waiting.path).ok();
    second.person.press(&seen, "approve").ok().must_say(&words.s("registers-stage-approved"));
    let sent = Sent::signed(server, "en");
    let letter = server.letter("eml", &[&sent.reference, NEW]);
    assert!(!letter.contains(OLD), "{letter}");
    admin.person.open("/desk/registers/letters").ok().must_say(&words.s("registers-changed"));
    body
}

/// Back to the words of the release, by two as well.
fn given_back(server: &Server, admin: &Officer, second: &Officer, release: &str, words: &Words) {
    let page = admin.person.open(SUBMITTED).ok();
    page.must_say(&words.s("letters-are-changed"));
    let draft = admin.person.send_by(&page, &[("reason", "The old ones were better")], "release").ok();
    draft.must_say(OLD).must_say(NEW);
    let waiting = admin.person.press(&draft, "propose").ok();
    let seen = second.person.get(&waiting.path).ok();
    second.person.press(&seen, "approve").ok();
    let page = admin.person.open(SUBMITTED).ok();
    page.must_say(&words.s("letters-are-shipped"));
    assert_eq!(page.value("body-en"), release);
    let sent = Sent::signed(server, "en");
    server.letter("eml", &[&sent.reference, OLD]);
}
