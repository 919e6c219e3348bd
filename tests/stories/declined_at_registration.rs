//! Declined at registration: a reason of the law and what to do, in words; the answers and files are kept, can be read,
//! and can be corrected and sent again.

use crate::harness::files::pdf;
use crate::harness::person::Chosen;
use crate::harness::request::reference;
use crate::harness::{Draft, Officer, Sent, Server, Words};

const REMEDY: &str = "Приложите все страницы медицинского документа: сейчас видна только первая.";

#[test]
fn declined_at_registration() {
    let server = Server::start();
    let sent = Sent::signed(&server, "ru");
    let words = Words::of("ru");
    let consul = Officer::signs_in(&server, "officer.berlin");
    let case = consul.opens(&sent.reference);
    // Who would decline it for a wrong address is offered what the law has instead.
    let page = case.act("declined-registration").ok();
    let preview = consul.person.send(&page, &[("reason", "wrong_mission"), ("remedy", REMEDY)]).ok();
    preview.must_say(&Words::of("en").s("desk-declined-forward-link"));
    assert!(preview.link("/transfer").ends_with("/transfer"));

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

    // It is final for the desk.
    assert_eq!(case.act("registration").status, 409);
    assert_eq!(case.act("record").status, 409);

    // She corrects it and sends it again: every answer and file is there, one page is added, and it becomes an application of its own.
    let again = own.forms().into_iter().find(|form| form.action.ends_with("/new-request")).unwrap();
    let tasks = sent.person.submit(&own, &again.press("")).ok();
    let draft = Draft { path: tasks.path.clone() };
    assert_ne!(draft.path, sent.draft.path);
    let second = Chosen::new("Todesbescheinigung-2.pdf", pdf("page two"));
    let _ = sent.person.encloses(&draft, "medical", &second).ok();
    let check = sent.person.get(&draft.page("check")).ok();
    check.must_say("Lindenstraße 7").must_say("Todesbescheinigung.pdf").must_say("Todesbescheinigung-2.pdf");
    let page = sent.person.signs(&draft, server.signer("applicant1"), server.now()).ok();
    let corrected = reference(&page);
    assert_ne!(corrected, sent.reference);
    consul.opens(&corrected).does("registration");
    server.journal_is_whole(&[]);
}
