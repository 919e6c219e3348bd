//! Declined at registration: a reason of the law and what to do, in words; the answers and files are kept and can be read.

use crate::harness::{Officer, Sent, Server, Words};

const REMEDY: &str = "Приложите все страницы медицинского документа: сейчас видна только первая.";

#[test]
fn declined_at_registration() {
    let server = Server::start();
    let sent = Sent::signed(&server, "ru");
    let words = Words::of("ru");
    let consul = Officer::signs_in(&server, "officer.berlin");
    let case = consul.opens(&sent.reference);
    let fields = [("reason", "incomplete_documents"), ("remedy", REMEDY)];
    case.fills_in("declined-registration", &fields);

    let own = sent.case();
    own.must_say(&words.s("decline-incomplete-documents")).must_say(REMEDY);
    own.must_say(&words.s("timeline-decline-registration"));
    own.must_say("Lindenstraße 7").must_say("Todesbescheinigung.pdf");
    server.letter("eml", &["aigerim@example.org", &sent.reference]);

    // The file that was enclosed is still there, byte for byte.
    let file = sent.person.follow(&own, "/files/").ok();
    assert!(file.bytes.starts_with(b"%PDF-"), "{}", file.media_type);

    // It is final for the desk, and the person may begin anew.
    assert_eq!(case.act("registration").status, 409);
    assert_eq!(case.act("record").status, 409);
    let _ = sent.person.open("/request/new").ok();
    server.journal_is_whole(&[]);
}
