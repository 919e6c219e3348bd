//! A day of the mission: who comes when, for the desk to look at and print. The head closes hours: nobody is offered a time in them or given
//! one, who had one is shown and moved with a letter, and no term changes.

use crate::harness::{Officer, Sent, Server, Setup, Words};

const FRIDAY: &str = "/desk/day?date=2026-11-27";

#[test]
fn who_comes_when_and_hours_that_are_closed() {
    day(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn the_day_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("the_day") else { return };
    day(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

fn at<'a>(day: &'a str, time: &'a str) -> [(&'a str, &'a str); 5] {
    [("at-day", day), ("at-month", "11"), ("at-year", "2026"), ("time", time), ("note", "")]
}

fn day(setup: Setup) {
    let server = Server::start_with(setup);
    let words = Words::of("en");
    let sent = Sent::signed(&server, "en");
    let officer = Officer::signs_in(&server, "officer.berlin");
    let head = Officer::signs_in(&server, "supervisor.berlin");
    officer.person.open(FRIDAY).ok().must_say(&words.s("day-nobody")).must_not_say(&words.s("day-close-button"));
    let case = officer.opens(&sent.reference);
    let _ = case.has_its_certificate();
    let _ = case.fills_in("collection", &at("27", "10:30"));
    let list = officer.person.open(FRIDAY).ok();
    list.must_say("10:30").must_say(&sent.reference).must_say("DA-26-0000001").must_not_say(&words.s("day-move"));
    // Sunday; and another mission has a list of its own.
    officer.person.open("/desk/day?date=2026-11-29").ok().must_say(&words.s("day-off"));
    Officer::signs_in(&server, "officer.ankara").person.open(FRIDAY).ok().must_not_say(&sent.reference);

    // The head closes the hours; what is typed wrong is said and stays.
    let page = head.person.open(FRIDAY).ok();
    let wrong = head.person.send(&page, &[("from", "noon"), ("until", "12:00"), ("reason", "Fire drill")]).must_be(422);
    wrong.must_say(&words.s("day-error-unreadable"));
    assert_eq!((wrong.value("reason"), wrong.value("from")), ("Fire drill".to_owned(), "noon".to_owned()));
    let order = [("from", "12:00"), ("until", "10:00"), ("reason", "Fire drill")];
    head.person.send(&page, &order).must_be(422).must_say(&words.s("day-error-order"));
    let past = head.person.open("/desk/day?date=2026-11-20").ok();
    let fields = [("from", ""), ("until", ""), ("reason", "Fire drill")];
    head.person.send(&past, &fields).must_be(422).must_say(&words.s("day-error-past"));
    let due = words.piece("desk-case-overdue", &["due"]);
    let closed = head.person.send(&page, &[("from", "10:00"), ("until", "11.30"), ("reason", "Fire drill")]).ok();
    closed.must_say("Fire drill").must_say(&words.s("day-move"));
    case.page().must_not_say(&due);

    // Nobody is offered a time in them, nor can one be given; at half past eleven somebody can.
    let offered = sent.person.follow(&sent.case(), "/appointment").ok();
    for (time, is_offered) in
        [("T09:00:00Z", false), ("T09:30:00Z", false), ("T10:00:00Z", false), ("T10:30:00Z", true)]
    {
        assert_eq!(offered.html().html().contains(&format!("2026-11-27{time}")), is_offered, "{time}");
    }
    let look = officer.person.send_by(&case.act("collection").ok(), &at("27", "11:00"), "preview").ok();
    let refused = officer.person.press(&look, "send").must_be(422);
    refused.must_say(&words.s("desk-collection-at-error-closed"));
    // A time that begins before closed hours and runs into them is none either, for the officer and for the family.
    let training = [("from", "11:45"), ("until", "12:00"), ("reason", "Training")];
    let _ = head.person.send(&page, &training).ok();
    for time in ["11:30", "11:45"] {
        let look = officer.person.send_by(&case.act("collection").ok(), &at("27", time), "preview").ok();
        officer.person.press(&look, "send").must_be(422).must_say(&words.s("desk-collection-at-error-closed"));
    }
    let offered = sent.person.follow(&sent.case(), "/appointment").ok();
    assert!(!offered.html().html().contains("2026-11-27T10:30:00Z"), "half past eleven in Berlin");
    // The officer moves her, and she is told.
    let _ = case.fills_in("collection", &at("30", "10:30"));
    server.letter("eml", &["aigerim@example.org", &sent.reference, "30 November 2026"]);
    head.person.open(FRIDAY).ok().must_say(&words.s("day-nobody"));

    // Opened again by the head alone.
    let page = head.person.open(FRIDAY).ok();
    let id = page.html();
    let id = id.select(&crate::harness::page::select("button[name=open]")).next().expect("closed hours");
    let id = format!("open={}", id.attr("value").unwrap());
    let address = format!("/en{FRIDAY}");
    assert_eq!(officer.person.posts(&address, &id, &officer.person.csrf()).status, 403);
    head.person.posts(&address, &id, &head.person.csrf()).ok().must_not_say("Fire drill");
    assert_eq!(head.person.posts(&address, &id, &head.person.csrf()).status, 404, "opened before");
    server.journal_is_whole(&[]);
}
