//! A record is annulled on a basis of the law with a paper (Family Code 185): an officer proposes, the head reads the very letter and decides. Before
//! the yes nothing changes; after it the family is told with their rights, no certificate is collected, other bodies are told.

use crate::harness::{Officer, Page, Sent, Server, Setup, Words};

const PAPER: &str = "Decision of the court of Almaty No. 77 of 20 November 2026";
const REASON: &str = "The death was recorded twice";

#[test]
fn annulled() {
    annulled_by_two(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn annulled_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("annulled") else { return };
    annulled_by_two(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

fn annulled_by_two(setup: Setup) {
    let server = Server::start_with(setup);
    let words = Words::of("en");
    let sent = Sent::signed(&server, "en");
    let officer = Officer::signs_in(&server, "officer.berlin");
    let head = Officer::signs_in(&server, "supervisor.berlin");
    let case = officer.opens(&sent.reference);
    case.does("registration");
    assert_eq!(case.act("annulment").status, 409, "there is no record yet");
    case.does("record");
    let address = format!("{}/annulment", case.path);

    asked_whole(&officer, &address, &words);
    // Nobody else proposes, and an officer does not decide.
    let waiting = officer.person.get(&address).ok();
    let csrf = waiting.value("csrf");
    let yes = "step=annul&seen_version=99&seen_number=1";
    assert_eq!(officer.person.posts(&address, yes, &csrf).status, 403, "one's own word twice");
    let again = "step=propose&basis=court_decision&document=x&reason=y";
    assert_eq!(officer.person.posts(&address, again, &csrf).status, 409, "one waits");
    let ankara = Officer::signs_in(&server, "officer.ankara");
    assert_eq!(ankara.person.posts(&address, again, &ankara.person.csrf()).status, 404);
    sent.case().must_not_say(REASON).must_say(&words.s("state-certificate-issued-applicant"));

    // The head says no with a reason; then it is proposed again, and agreed.
    let board = head.person.open("/desk/workload").ok();
    board.must_say(&words.s("annulment-waiting"));
    let page = head.person.get(&board.link("/annulment")).ok();
    page.must_say(PAPER).must_say(REASON).must_say(&words.s("annulment-basis-court-decision"));
    decline(&head, &page, &words);
    head.person.open("/desk/workload").ok().must_not_say(&words.s("annulment-waiting"));
    propose(&officer, &address).ok();
    let stale = page.value("seen_version");
    let late = format!("step=annul&seen_version={stale}&seen_number=1");
    assert_eq!(head.person.posts(&address, &late, &page.value("csrf")).status, 409, "another proposal than was read");
    let page = head.person.get(&address).ok();
    page.must_say(&format!("{}: the record was annulled", sent.reference));
    head.person.press(&page, "annul").ok().must_say(&words.s("annulment-agreed"));
    assert_eq!(head.person.posts(&address, yes, &page.value("csrf")).status, 409, "once");

    told(&server, &sent, &officer, &words);
    server.journal_is_whole(&[]);
}

/// What is left out is told; then it is proposed.
fn asked_whole(officer: &Officer, address: &str, words: &Words) {
    let page = officer.person.get(address).ok();
    let wrong = officer.person.send_by(&page, &[("document", " "), ("reason", "")], "propose").must_be(422);
    for key in ["basis", "document", "reason"] {
        wrong.must_say(&words.s(&format!("annulment-error-{key}-missing")));
    }
    propose(officer, address).ok();
}

/// An officer proposes to annul the record of a case, and the head agrees.
pub fn annuls(officer: &Officer, head: &Officer, case: &str) {
    let address = format!("{case}/annulment");
    let _ = propose(officer, &address).ok();
    let page = head.person.get(&address).ok();
    let _ = head.person.press(&page, "annul").ok();
}

fn propose(officer: &Officer, address: &str) -> Page {
    let page = officer.person.get(address).ok();
    let fields = [("basis", "court_decision"), ("document", PAPER), ("reason", REASON)];
    officer.person.send_by(&page, &fields, "propose")
}

fn decline(head: &Officer, page: &Page, words: &Words) {
    let empty = head.person.send_by(page, &[("reason", "")], "decline").must_be(422);
    empty.must_say(&words.s("annulment-error-reason-missing"));
    let no = head.person.send_by(page, &[("reason", "Enclose the decision first")], "decline").ok();
    no.must_say("Enclose the decision first").must_say(&words.s("annulment-declined"));
}

/// The family reads why and what it may do; the certificate is not handed out; the officer sees that other bodies are to be told.
fn told(server: &Server, sent: &Sent, officer: &Officer, words: &Words) {
    let case = sent.case();
    case.must_say(&words.s("state-annulled-applicant")).must_say(REASON).must_say(PAPER);
    let letter = server.letter("eml", &[&sent.reference, "was annulled", REASON, "23 February 2027"]);
    assert!(letter.contains("DA-26-"), "{letter}");
    server.letter("sms", &[&sent.reference, "important message"]);
    let desk = officer.opens(&sent.reference);
    let page = desk.page();
    page.must_say(&words.s("state-annulled-officer"));
    assert_eq!(
        page.text().matches(&words.s("outgoing-kind-register-copy")).count(),
        2,
        "told of the record, and that it is void"
    );
    assert_eq!(desk.act("collection").status, 409, "nothing is collected any more");
    // Applying again is open.
    case.must_say(&words.s("case-annulled-next"));
}
