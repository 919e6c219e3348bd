//! The clock passed the end of the term: nothing is closed, the person reads what the law gives them, the desk sees it first.

use crate::harness::{Officer, Sent, Server, Words, eventually};

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
    let letter = Words::of("ru").s("timeline-tell-overdue");
    sent.case().must_not_say(&letter);
    server.restart_at("2026-11-24T17:05:00Z");
    sent.person.find_again(&server);
    // She is told, by every way, once.
    server.letter("eml", &["aigerim@example.org", &sent.reference, "обязано принять решение"]);
    server.letter("sms", &[&sent.reference, "срок прошёл"]);
    eventually("the line of it", || sent.case().says(&letter).then_some(()));
    sent.case().must_say(&said).must_say("18:00");
    sent.person.open("/services").ok().must_say(&words.s("case-overdue-tag"));

    // No act closes: the consul still decides.
    let consul = Officer::signs_in(&server, "officer.berlin");
    let case = consul.opens(&sent.reference);
    case.page().must_say(&Words::of("en").piece("desk-case-overdue", &["due"]));
    case.does("registration");
    case.does("record");
    let told = server.letters("eml").iter().filter(|letter| letter.contains("обязано принять решение")).count();
    assert_eq!(told, 1);
    server.journal_is_whole(&[]);
}
