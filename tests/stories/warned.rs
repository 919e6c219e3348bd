//! Half of a term has passed, then four fifths, then all of it: who has the case and the head of the mission are told each time, once, on the desk
//! and in one letter to those who want one.

use crate::harness::{Officer, Page, Sent, Server, Setup, Words, eventually};

const CONSUL: &str = "consul@berlin.example";
const HEAD: &str = "head@berlin.example";

#[test]
fn the_staff_are_warned_while_a_term_passes() {
    warned(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn warnings_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("warned") else { return };
    warned(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

fn texts(page: &Page, what: &str) -> Vec<String> {
    let html = page.html();
    html.select(&crate::harness::page::select(what))
        .map(|own| own.text().collect::<String>().trim().to_owned())
        .collect()
}

/// References under "Needs you now", and of the rows of a tab.
fn needs(who: &Officer) -> Vec<String> {
    texts(&who.person.open("/desk/queue").ok(), "section.app-next a")
}

fn near(who: &Officer) -> Vec<String> {
    texts(&who.person.open("/desk/queue?tab=near").ok(), "tbody th a")
}

fn letters_to(server: &Server, address: &str) -> usize {
    server.letters("eml").iter().filter(|letter| letter.contains(address)).count()
}

fn warned(setup: Setup) {
    let mut server = Server::start_with(setup);
    let (sent, other) = (Sent::signed(&server, "en"), Sent::signed(&server, "en"));
    let consul = Officer::signs_in(&server, "officer.berlin");
    let head = Officer::signs_in(&server, "supervisor.berlin");
    wants_letters(&consul, &head);
    let id = consul.opens(&sent.reference).path.rsplit('/').next().unwrap().to_owned();
    let take = format!("act=take&case={id}");
    let _ = consul.person.posts("/en/desk/queue", &take, &consul.person.csrf()).ok();
    assert!(needs(&consul).is_empty() && needs(&head).is_empty());

    // Tuesday, 13:31 in Berlin: half of the nine hours of the term have passed.
    server.restart_at("2026-11-24T12:31:00Z");
    let told = server.letter("eml", &[CONSUL, &sent.reference, "50 %"]);
    assert!(!told.contains(&other.reference) && !told.contains("Сынақова"), "{told}");
    // The head reads of both in one letter, in the language that was chosen.
    server.letter("eml", &[HEAD, &sent.reference, &other.reference, "прошло 50"]);
    let (consul, head) = again(&server);
    assert_eq!(needs(&consul), [sent.reference.as_str()]);
    assert_eq!(needs(&head).len(), 2);
    assert!(near(&head).is_empty());
    let case = consul.opens(&sent.reference);
    case.page().must_say(&Words::of("en").s("timeline-tell-staff"));

    // 16:13: four fifths. 18:01: over. Each is told once, however often the server starts.
    server.restart_at("2026-11-24T15:13:00Z");
    server.letter("eml", &[CONSUL, &sent.reference, "80 %"]);
    let (_, head) = again(&server);
    eventually("the tab", || Some(()).filter(|()| near(&head).len() == 2));
    server.restart_at("2026-11-24T17:01:00Z");
    server.letter("eml", &[CONSUL, &sent.reference, "overdue"]);
    server.letter("eml", &[HEAD, &sent.reference, &other.reference, "просрочено"]);
    server.restart_at("2026-11-24T17:03:00Z");
    let (consul, head) = again(&server);
    assert_eq!(needs(&consul), [sent.reference.as_str()]);

    // She answers, and the term is met: it needs nobody any more.
    let case = consul.opens(&sent.reference);
    case.does("registration");
    let reasons = "The medical document names another person than the passport.";
    case.fills_in("refusal", &[("grounds", "unreliable_documents"), ("reasons", reasons)]);
    assert!(needs(&consul).is_empty());
    assert_eq!(needs(&head), [other.reference.as_str()]);
    assert_eq!((letters_to(&server, CONSUL), letters_to(&server, HEAD)), (3, 3));
    server.journal_is_whole(&[]);
}

/// Both of them, after the server started anew.
fn again(server: &Server) -> (Officer, Officer) {
    (Officer::signs_in(server, "officer.berlin"), Officer::signs_in(server, "supervisor.berlin"))
}

/// Each says on their own page where they are written to; what is wrong is said, and what was typed stays.
fn wants_letters(consul: &Officer, head: &Officer) {
    let words = Words::of("en");
    let page = consul.person.open("/desk/me").ok();
    page.must_say("50 %, 80 %");
    let wrong = consul.person.send(&page, &[("email", "consul@"), ("language", "kk")]).must_be(422);
    wrong.must_say(&words.s("me-error-email-format"));
    assert_eq!(wrong.value("email"), "consul@");
    let saved = consul.person.send(&page, &[("email", CONSUL), ("language", "en")]).ok();
    saved.must_say(&words.s("me-done-mail"));
    assert_eq!(consul.person.open("/desk/me").ok().value("email"), CONSUL);
    // Nobody is written to who does not want it any more.
    let _ = consul.person.send(&saved, &[("email", ""), ("language", "en")]).ok().must_say(&words.s("me-done-none"));
    let _ = consul.person.send(&page, &[("email", CONSUL), ("language", "en")]).ok();
    let page = head.person.open("/desk/me").ok();
    let _ = head.person.send(&page, &[("email", HEAD), ("language", "ru")]).ok();
}
