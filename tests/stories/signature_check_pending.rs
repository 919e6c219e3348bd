//! The NCA does not answer when a request is sent: nothing is lost, the person has nothing to do, and what the NCA says later decides.

use crate::harness::{Officer, Sent, Server, Words, eventually};
use jiff::SignedDuration;

/// Life of the list that appears.
const LIST_DAYS: i64 = 7;

#[test]
fn the_list_appears_and_the_request_is_submitted_by_itself() {
    let mut server = Server::start();
    let sent = sent_without_lists(&mut server);
    let words = Words::of("en");
    waits(&server, &sent);
    list_appears(&server);
    eventually("the check of the signature", || sent.case().says(&words.s("timeline-confirm-signature")).then_some(()));
    sent.case().must_say(&words.s("state-submitted-applicant"));
    let consul = Officer::signs_in(&server, "officer.berlin");
    consul.opens(&sent.reference).does("registration");
    server.journal_is_whole(&[]);
}

#[test]
fn a_key_that_was_revoked_before_is_declined() {
    let mut server = Server::start();
    let sent = sent_without_lists(&mut server);
    let words = Words::of("en");
    waits(&server, &sent);
    let key = server.signer("applicant1").clone();
    let before = server.now() - SignedDuration::from_hours(48);
    server.nca.revoke(&key, before);
    list_appears(&server);
    eventually("the check of the signature", || sent.case().says(&words.s("timeline-reject-signature")).then_some(()));
    sent.case().must_say(&words.s("decline-signature-invalid")).must_say("Lindenstraße 7");
    server.letter("eml", &["aigerim@example.org", &sent.reference, "not registered"]);
    server.journal_is_whole(&[]);
}

/// She signs in while the NCA answers, and sends after its lists were gone.
fn sent_without_lists(server: &mut Server) -> Sent {
    let mut person = server.person("en");
    let _ = person.signs_in_with(server.signer("applicant1"), server.now()).ok();
    std::fs::remove_dir_all(server.trust().join("crl")).unwrap();
    server.restart();
    person.find_again(server);
    let draft = person.composes();
    let page = person.signs(&draft, server.signer("applicant1"), server.now()).ok();
    page.must_say(&Words::of("en").s("sent-signature-pending"));
    Sent { reference: crate::harness::request::reference(&page), person, draft }
}

/// The officer sees why, and cannot register before the answer.
fn waits(server: &Server, sent: &Sent) {
    server.letter("eml", &["aigerim@example.org", &sent.reference, "delayed"]);
    let auditor = Officer::signs_in(server, "auditor");
    auditor.opens(&sent.reference).page().must_say(&Words::of("en").s("state-signature-check-pending-officer"));
}

/// The NCA publishes its next list.
fn list_appears(server: &Server) {
    let folder = server.trust().join("crl");
    std::fs::create_dir_all(&folder).unwrap();
    let now = server.now();
    let list = server.nca.crl(now, now + SignedDuration::from_hours(24 * LIST_DAYS));
    // Written beside and renamed: the server never sees half of it.
    std::fs::write(server.desk_drawer().join("next.crl"), list).unwrap();
    std::fs::rename(server.desk_drawer().join("next.crl"), folder.join("nca.crl")).unwrap();
}
