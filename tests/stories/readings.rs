//! Who did and opened what, for people: filtered by act and by days; the head of a mission reads of its own cases, never of another's.

use crate::harness::page::select;
use crate::harness::{Officer, Page, Sent, Server, Words};

#[test]
fn readings() {
    let server = Server::start();
    let words = Words::of("en");
    let sent = Sent::signed(&server, "ru");
    let consul = Officer::signs_in(&server, "officer.berlin");
    consul.opens(&sent.reference).does("registration");

    let head = Officer::signs_in(&server, "supervisor.berlin");
    let list = head.person.open("/desk/readings").ok();
    list.must_say(&words.s("timeline-register")).must_say(&words.s("reading-case")).must_say(&sent.reference);
    let opened = head.person.open("/desk/readings?what=opened").ok();
    opened.must_say(&words.s("reading-case"));
    assert!(!rows(&opened).iter().any(|row| row.contains(&words.s("timeline-register"))), "openings alone");
    let acts = rows(&head.person.open("/desk/readings?what=register").ok());
    assert_eq!(acts.len(), 1, "{acts:?}");
    for (query, found) in
        [("from=2026-11-23&until=2026-11-23", true), ("until=2026-11-22", false), ("from=2026-11-24", false)]
    {
        let page = head.person.open(&format!("/desk/readings?what=register&{query}")).ok();
        assert_eq!(!rows(&page).is_empty(), found, "{query}");
    }
    let mistyped = head.person.open("/desk/readings?from=23.11.2026").must_be(422);
    mistyped.must_say(&words.s("readings-day-error"));
    assert_eq!(mistyped.value("from"), "23.11.2026");

    // Another mission's head learns nothing of it, also when asking for the very case.
    let other = Officer::is_added_as(&server, "supervisor", Some("ankara"), "head.ankara", "Head A.");
    let list = other.person.open(&format!("/desk/readings?reference={}", sent.reference)).ok();
    assert!(rows(&list).is_empty(), "{:?}", rows(&list));
    assert!(!list.says("officer.berlin") && consul.person.open("/desk/readings").status == 403);
}

/// The rows of the list as text.
fn rows(page: &Page) -> Vec<String> {
    let (html, row) = (page.html(), select("tbody tr"));
    html.select(&row).map(|row| row.text().collect::<Vec<_>>().join(" ")).collect()
}
