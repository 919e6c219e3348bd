//! The appointment after "ready": the person chooses another time until two office hours before, nobody gets a seat that is taken, who
//! did not come chooses again, and a reminder comes on the working day before.

use crate::harness::{Officer, Page, Sent, Server, Setup, Words};

#[test]
fn another_time_is_chosen_and_who_did_not_come_chooses_again() {
    the_appointment(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn appointments_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("appointments") else { return };
    the_appointment(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

/// The record is made, the certificate is there, Friday 10:30 is set.
fn ready(officer: &Officer, reference: &str, day: &str, time: &str) {
    let case = officer.opens(reference);
    let _ = case.has_its_certificate();
    let _ = case.fills_in("collection", &when(day, time));
}

fn when<'a>(day: &'a str, time: &'a str) -> [(&'a str, &'a str); 5] {
    [("at-day", day), ("at-month", "11"), ("at-year", "2026"), ("time", time), ("note", "")]
}

/// The choice of an instant, which the page must offer.
fn slot<'a>(page: &Page, instant: &'a str) -> &'a str {
    assert!(page.html().html().contains(instant), "{instant} is not offered: {}", page.text());
    instant
}

fn the_appointment(setup: Setup) {
    let mut server = Server::start_with(setup);
    let words = Words::of("ru");
    let mut sent = Sent::signed(&server, "ru");
    let consul = Officer::signs_in(&server, "officer.berlin");
    ready(&consul, &sent.reference, "27", "10:30");

    // Another request has Friday at 9:00.
    let other = Sent::signed(&server, "kk");
    ready(&consul, &other.reference, "27", "09:00");

    // A seat that is taken is refused to the officer and not offered to the applicant.
    let taken = consul.opens(&sent.reference);
    let look = consul.person.send_by(&taken.act("collection").ok(), &when("27", "09:10"), "preview").ok();
    let refused = consul.person.press(&look, "send");
    assert_eq!(refused.status, 422);
    refused.must_say(&Words::of("en").s("desk-collection-at-error-taken"));
    let page = sent.person.follow(&sent.case(), "/appointment").ok();
    page.must_say("10:30");
    assert!(!page.html().html().contains("2026-11-27T08:00:00Z"), "somebody has it");
    let stranger = server.person("kk");
    let _ = stranger.signs_in_with(server.signer("applicant2"), server.now()).ok();
    assert_eq!(stranger.get(&page.path).status, 404);

    // Nothing chosen, something that is not offered, and then Thursday at 11:00.
    let nothing = sent.person.submit(&page, &page.form(&["slot"]));
    assert_eq!(nothing.must_say(&words.s("appointment-error-missing")).status, 422);
    let csrf = sent.person.csrf();
    let version = page.value("version");
    let post = |slot: &str| sent.person.posts(&page.path, &format!("version={version}&slot={slot}"), &csrf);
    assert_eq!(post("2026-11-27T03:00:00Z").status, 422, "at night");
    assert_eq!(post("2026-11-27T08:00:00Z").status, 422, "taken");
    let chosen = sent.person.send(&page, &[("slot", slot(&page, "2026-11-26T10:00:00Z"))]).ok();
    chosen.must_say(&words.s("timeline-change-collection")).must_say("26 ноября 2026");
    server.letter("eml", &["aigerim@example.org", "Новое время", "11:00"]);
    // The officer sees it, and Friday 10:30 is free for somebody else.
    consul.opens(&sent.reference).page().must_say("11:00");
    let offered = other.person.follow(&other.case(), "/appointment").ok();
    assert!(offered.html().html().contains("2026-11-27T09:30:00Z"));

    // On Wednesday after eleven she is reminded; on Thursday after nine it is too late to change by herself.
    let seen = consul.opens(&sent.reference).act("collection").ok().value("seen_version");
    server.restart_at("2026-11-25T10:30:00Z");
    server.letter("eml", &["aigerim@example.org", "Напоминаем", "11:00"]);
    let consul = Officer::signs_in(&server, "officer.berlin");
    let now = consul.opens(&sent.reference).act("collection").ok().value("seen_version");
    assert_eq!(seen, now, "a reminder makes nothing stale that somebody is filling in");
    server.restart_at("2026-11-26T09:30:00Z");
    sent.person.find_again(&server);
    let _ = sent.person.signs_in_with(server.signer("applicant1"), server.now()).ok();
    assert_eq!(sent.person.get(&page.path).status, 409);
    let consul = Officer::signs_in(&server, "officer.berlin");
    assert_eq!(consul.opens(&sent.reference).act("no-show").status, 409, "the time has not come");

    // Nobody came. The certificate is kept; she chooses again, and comes without an appointment all the same.
    server.restart_at("2026-11-26T11:30:00Z");
    let consul = Officer::signs_in(&server, "officer.berlin");
    consul.opens(&sent.reference).does("no-show").must_say(&Words::of("en").s("desk-no-show-done"));
    server.letter("eml", &["aigerim@example.org", "сохранили"]);
    sent.person.find_again(&server);
    let _ = sent.person.signs_in_with(server.signer("applicant1"), server.now()).ok();
    sent.case().must_say(&words.s("state-uncollected-applicant"));
    let page = sent.person.follow(&sent.case(), "/appointment").ok();
    let chosen = sent.person.send(&page, &[("slot", slot(&page, "2026-11-30T08:00:00Z"))]).ok();
    chosen.must_say(&words.s("state-ready-applicant"));
    let handover = [
        ("receiver", "close_relative"),
        ("identity_document", "passport"),
        ("identity_number", "N01234567"),
        ("originals_seen", "yes"),
        ("surrendered", "Жеке куәлік 012345678"),
    ];
    consul.opens(&sent.reference).fills_in("handover", &handover);
    server.journal_is_whole(&[]);
}
