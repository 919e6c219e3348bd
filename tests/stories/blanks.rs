//! Blanks of strict accounting: a delivery is entered, a certificate takes the next blank when its number is read off it, a spoiled one
//! never comes back, and only the blank in the register is handed over. A mission without a stock works without blanks.

use crate::harness::files::pdf_text;
use crate::harness::{Officer, Page, Sent, Server, Setup, Words};

#[test]
fn a_certificate_takes_a_blank_and_only_that_one_is_handed_over() {
    the_blanks(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn blanks_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("blanks") else { return };
    the_blanks(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

/// A delivery as the head of the mission types it.
fn delivery<'a>(series: &'a str, first: &'a str, last: &'a str) -> [(&'a str, &'a str); 7] {
    let date = [("received-day", "20"), ("received-month", "11"), ("received-year", "2026")];
    [("series", series), ("first", first), ("last", last), date[0], date[1], date[2], ("document", "Act No 12")]
}

fn issued(officer: &Officer, reference: &str) {
    let case = officer.opens(reference);
    let _ = case.has_its_certificate();
}

fn prints(consul: &Officer, blank: &Page, number: &str) -> Page {
    consul.person.send_by(blank, &[("number", number)], "print")
}

fn the_blanks(setup: Setup) {
    let server = Server::start_with(setup);
    let words = Words::of("en");
    let sent = Sent::signed(&server, "ru");
    let consul = Officer::signs_in(&server, "officer.berlin");
    let head = Officer::signs_in(&server, "supervisor.berlin");
    let other = Officer::signs_in(&server, "officer.ankara");
    issued(&consul, &sent.reference);
    let case = consul.opens(&sent.reference);
    let takes = |number: &str| {
        let body = format!("act=print&number={number}");
        consul.person.posts(&format!("{}/blank", case.path), &body, &consul.person.csrf())
    };

    // No delivery was ever entered: said on the page, and nothing can be printed there.
    case.page().must_not_say(&words.s("blank-act"));
    case.act("blank").ok().must_say(&words.s("blank-no-stock"));
    assert_eq!(takes("AB+0000101").status, 409);

    stock(&words, &consul, &head);

    // The number is read off the blank: another one, or a part of it, is not taken.
    let blank = case.act("blank").ok();
    blank.must_say("AB 0000101");
    for wrong in ["", "AB 0000102", "0000101", "AB 101"] {
        assert_eq!(prints(&consul, &blank, wrong).status, 422, "{wrong}");
    }
    let taken = prints(&consul, &blank, "АВ № 0000101").ok();
    taken.must_say(&words.s("blank-done-printed"));
    let paper = pdf_text(&case.paper("certificate-blank-1").ok().bytes);
    assert!(paper.contains("AB 0000101"), "{paper}");
    // Twice is not open, and another mission learns nothing.
    assert_eq!(takes("AB+0000102").status, 409);
    assert_eq!(other.person.get(&format!("{}/blank", case.path)).status, 404);
    other.person.open("/desk/blanks").ok().must_not_say("0000101").must_not_say(&sent.reference);

    // Torn in the printer: written off with a reason, and the next one is proposed.
    assert_eq!(consul.person.send_by(&taken, &[("reason", "")], "spoil").status, 422);
    let spoiled = consul.person.send_by(&taken, &[("reason", "Torn in the printer")], "spoil").ok();
    spoiled.must_say("AB 0000102").must_say("Torn in the printer");
    assert_eq!(prints(&consul, &spoiled, "AB 0000101").status, 422, "a spoiled blank never comes back");
    let stale = consul.person.send_by(&taken, &[("reason", "Torn once more")], "spoil");
    assert_eq!(stale.status, 409, "the page was of another blank");

    hands_over(&server, &words, &consul, &sent);

    // The register: own mission only, with the case; the applicant is told nothing of it.
    let list = head.person.get("/en/desk/blanks/list").ok();
    let list = String::from_utf8(list.bytes).unwrap();
    for said in [sent.reference.as_str(), "AB 0000102", "Torn in the printer"] {
        assert!(list.contains(said), "{said}: {list}");
    }
    head.person.open("/desk/blanks").ok().must_say(&sent.reference);
    let admin = Officer::signs_in(&server, "admin");
    admin.person.open("/desk/blanks").ok().must_say("AB 0000102").must_not_say(&sent.reference);
    sent.case().must_not_say("0000102").must_not_say(&Words::of("ru").s("timeline-take-blank"));
    let paper = sent.case().path + "/papers/certificate-blank-2";
    assert_eq!(sent.person.get(&paper).status, 404);
    server.journal_is_whole(&[]);
}

/// The head of the mission enters a delivery; one number is never on two blanks.
fn stock(words: &Words, consul: &Officer, head: &Officer) {
    let page = head.person.open("/desk/blanks").ok();
    page.must_say(&words.s("blanks-none"));
    let wrong = head.person.send(&page, &delivery("AB", "0000110", "0000101"));
    assert_eq!(wrong.must_say(&words.s("blanks-last-error-before-first")).status, 422);
    assert_eq!(wrong.value("first"), "0000110", "as typed");
    let entered = head.person.send(&page, &delivery("AB", "0000101", "0000110")).ok();
    entered.must_say(&words.s("blanks-done")).must_say("AB 0000101–0000110");
    // Ten are few.
    entered.must_say("10 free blanks are left");
    let twice = head.person.send(&entered, &delivery("АВ", "0000110", "0000120"));
    assert_eq!(twice.must_say("AB 0000101–0000110").status, 422, "the same letters in Cyrillic");
    // An officer reads the stock and enters nothing.
    let read = consul.person.open("/desk/blanks").ok();
    read.must_say("AB 0000101–0000110").must_not_say(&words.s("blanks-receive"));
    let body = "series=AC&first=1&last=2&received-day=20&received-month=11&received-year=2026&document=x";
    assert_eq!(consul.person.posts("/en/desk/blanks", body, &consul.person.csrf()).status, 403);
}

/// Only the blank that is in the register leaves the desk.
fn hands_over(server: &Server, words: &Words, consul: &Officer, sent: &Sent) {
    let case = consul.opens(&sent.reference);
    let _ = case.fills_in(
        "collection",
        &[("at-day", "27"), ("at-month", "11"), ("at-year", "2026"), ("time", "10:30"), ("note", "")],
    );
    let handover = |blank: &'static str| {
        [
            ("receiver", "close_relative"),
            ("identity_document", "passport"),
            ("identity_number", "N01234567"),
            ("originals_seen", "yes"),
            ("blank", blank),
        ]
    };
    let page = case.act("handover").ok();
    let early = consul.person.send_by(&page, &handover("AB 0000102"), "preview");
    assert_eq!(early.must_say(&words.s("desk-handover-blank-error-not-printed")).status, 422);
    let _ = prints(consul, &case.act("blank").ok(), "AB 0000102").ok();
    let wrong = consul.person.send_by(&page, &handover("AB 0000101"), "preview");
    assert_eq!(wrong.must_say(&words.s("desk-handover-blank-error-mismatch")).status, 422);
    // Past the page the office asks the register, too.
    let version = page.value("seen_version");
    let body = format!(
        "step=send&seen_version={version}&receiver=close_relative&receiver_name=A&identity_document=passport&identity_number=N1&originals_seen=yes&surrendered=&blank=AB+0000103"
    );
    let posted = consul.person.posts(&format!("{}/handover", case.path), &body, &consul.person.csrf());
    assert_eq!(posted.status, 422);
    case.fills_in("handover", &handover("ab0000102"));
    server.letter("eml", &["aigerim@example.org", &sent.reference]);
    let closed = case.act("blank");
    assert_eq!(closed.status, 409, "handed over");
}

#[test]
fn the_blank_of_an_annulled_certificate_is_accounted_for() {
    accounted(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn blanks_of_annulled_certificates_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("blanks_annulled") else { return };
    accounted(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

fn accounted(setup: Setup) {
    let server = Server::start_with(setup);
    let words = Words::of("en");
    let sent = Sent::signed(&server, "ru");
    let consul = Officer::signs_in(&server, "officer.berlin");
    let head = Officer::signs_in(&server, "supervisor.berlin");
    stock(&words, &consul, &head);
    issued(&consul, &sent.reference);
    let case = consul.opens(&sent.reference);
    let _ = prints(&consul, &case.act("blank").ok(), "AB 0000101").ok();
    crate::annulled::annuls(&consul, &head, &case.path);

    case.page().must_say(&words.s("blank-act-account"));
    let page = case.act("blank").ok();
    page.must_say("AB 0000101").must_not_say(&words.s("blank-spoil-lead"));
    let wrong = consul.person.send_by(&page, &[("reason", " ")], "account").must_be(422);
    wrong.must_say(&words.s("blank-fate-error-missing"));
    let gone = [("fate", "not_returned"), ("reason", "The family lost it")];
    let _ = consul.person.send_by(&page, &gone, "account").ok();
    assert_eq!(consul.person.send_by(&page, &gone, "account").status, 409, "it was said");
    head.person.open("/desk/blanks").ok().must_say("Not brought back: The family lost it");
    assert_eq!(head.person.get(&format!("{}/blank", case.path)).status, 409, "an officer says it");
    let found = [("fate", "returned"), ("reason", "Found and brought by post")];
    let _ = consul.person.send_by(&page, &found, "account").ok();
    head.person.open("/desk/blanks").ok().must_say("Written off: Found and brought by post");
    assert_eq!(case.act("blank").status, 409, "nothing is left to say");
    sent.case().must_not_say("0000101").must_not_say(&Words::of("ru").s("timeline-account-blank"));
    server.journal_is_whole(&[]);

    withdrawn(&words, &consul, &head);
    server.journal_is_whole(&[]);
}

/// A delivery that was typed wrongly goes while none of its blanks was taken, and can be entered again.
fn withdrawn(words: &Words, consul: &Officer, head: &Officer) {
    let page = head.person.open("/desk/blanks").ok();
    page.must_not_say(&words.s("blanks-withdraw-lead"));
    let used = head.person.posts("/en/desk/blanks", "act=withdraw&delivery=1&why=x", &page.value("csrf"));
    assert_eq!(used.must_say(&words.s("blanks-delivery-error-used")).status, 422);
    let entered = head.person.send_by(&page, &delivery("AC", "0000201", "0000210"), "receive").ok();
    let wrong = head.person.send_by(&entered, &[("why", "")], "withdraw").must_be(422);
    wrong.must_say(&words.s("blanks-delivery-error-missing")).must_say(&words.s("blanks-why-error-missing"));
    let gone = [("delivery", "2"), ("why", "The series is AD")];
    let done = head.person.send_by(&entered, &gone, "withdraw").ok();
    done.must_say(&words.s("blanks-withdrawn")).must_not_say("AC 0000201");
    assert_eq!(head.person.send_by(&entered, &gone, "withdraw").status, 422, "once");
    head.person.send_by(&done, &delivery("AC", "0000201", "0000210"), "receive").ok().must_say("AC 0000201–0000210");
    let body = "act=withdraw&delivery=3&why=x";
    assert_eq!(consul.person.posts("/en/desk/blanks", body, &consul.person.csrf()).status, 403);
}
