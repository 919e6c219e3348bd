//! The applicant takes the request back before the decision (APPC 64(9)): the mission stops, a letter says so, and the person may apply
//! again with the same answers. After the decision nobody can; nor can anybody else.

use crate::harness::{Officer, Sent, Server, Words};

#[test]
fn a_request_is_taken_back_and_begun_again() {
    let server = Server::start();
    for (lang, taken) in [("kk", "қайтарып алдыңыз"), ("ru", "Вы отозвали"), ("en", "You took the request")]
    {
        let words = Words::of(lang);
        let sent = Sent::signed(&server, lang);
        let case = sent.case();
        let page = sent.person.follow(&case, "/withdrawal").ok();
        page.must_say(&words.s("withdrawal-ends"));
        // Too much is said: the page comes back as typed.
        let long = "ұ".repeat(1001);
        let back = sent.person.send(&page, &[("reason", &long)]);
        assert_eq!(back.status, 422);
        assert!(back.says(&words.piece("withdrawal-error-too-long", &["most"])) && back.says(&long));
        let done = sent.person.send(&page, &[("reason", "Құжат табылмады")]).ok();
        done.must_say(&words.s("state-withdrawn-applicant")).must_say(&words.s("timeline-withdraw"));
        server.letter("eml", &["aigerim@example.org", &sent.reference, taken]);
        // Twice is once: the act is not open any more.
        assert_eq!(sent.person.send(&page, &[("reason", "")]).status, 409);
        let again = done.forms().into_iter().find(|form| form.action.ends_with("/new-request")).unwrap();
        let draft = sent.person.submit(&done, &again).ok();
        assert!(draft.path.contains("/request/"), "{}", draft.path);
    }
    let consul = Officer::signs_in(&server, "officer.berlin");
    assert!(consul.person.open("/desk/queue?tab=all").ok().says(&Words::of("en").s("state-withdrawn-officer")));
    server.journal_is_whole(&[]);
}

#[test]
fn nobody_else_and_not_after_the_decision() {
    let server = Server::start();
    let sent = Sent::signed(&server, "en");
    let page = sent.person.follow(&sent.case(), "/withdrawal").ok();
    let other = server.person("en");
    let _ = other.signs_in_with(server.signer("applicant2"), server.now()).ok();
    assert_eq!(other.get(&page.path).status, 404, "another person's request is not even said to exist");
    // The officer decides first; the page that is still open comes too late.
    let consul = Officer::signs_in(&server, "officer.berlin");
    let case = consul.opens(&sent.reference);
    case.does("registration");
    case.does("record");
    assert_eq!(sent.person.send(&page, &[("reason", "")]).status, 409);
    assert_eq!(sent.person.get(&page.path).status, 409);
    assert!(!sent.case().says(&Words::of("en").s("case-withdraw")));
}
