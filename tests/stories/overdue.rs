//! The clock passed the end of the term: nothing is closed, the person reads what the law gives them, the desk sees it first.

use crate::harness::{Officer, Sent, Server, Words};

#[test]
fn overdue() {
    let mut server = Server::start();
    let mut sent = Sent::signed(&server, "ru");
    let words = Words::of("ru");
    let said = words.piece("case-overdue", &["when"]);

    // Tuesday 24 November, 17:55 in Berlin: the term runs until 18:00.
    server.restart_at("2026-11-24T16:55:00Z");
    sent.person.find_again(&server);
    let _ = sent.person.signs_in_with(server.signer("applicant1"), server.now()).ok();
    sent.case().must_not_say(&said);

    // 18:05: it ended. The sentence names when and where, and what she may do by law.
    server.restart_at("2026-11-24T17:05:00Z");
    sent.person.find_again(&server);
    sent.case().must_say(&said).must_say("18:00");
    sent.person.open("/services").ok().must_say(&words.s("case-overdue-tag"));

    // No act closes: the consul still decides.
    let consul = Officer::signs_in(&server, "officer.berlin");
    let case = consul.opens(&sent.reference);
    case.page().must_say(&Words::of("en").piece("desk-case-overdue", &["due"]));
    case.does("registration");
    case.does("record");
}
