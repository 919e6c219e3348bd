//! One's own account: another device is seen and signed out; a new mail address is told to the old one; nobody else's is shown.

use crate::harness::{Server, Words};

#[test]
fn another_device_is_signed_out() {
    let server = Server::start();
    let words = Words::of("kk");
    let (phone, desktop) = (server.person("kk"), server.person("kk"));
    let key = server.signer("applicant1");
    let _ = phone.signs_in_with(key, server.now()).ok();
    let _ = desktop.signs_in_with(key, server.now()).ok();
    let page = desktop.open("/account").ok();
    page.must_say(&words.s("account-session-this"));
    let since = words.piece("account-session", &["since", "seen"]);
    assert_eq!(page.text().matches(since.trim()).count(), 2, "{since}: {}", page.text());
    let form = page.forms().into_iter().find(|form| form.action.ends_with("/account/sessions")).unwrap();
    desktop.submit(&page, &form).ok().must_say(&words.s("account-done-sessions"));
    assert!(phone.open("/services").ok().path.contains("/sign-in"), "the phone was signed out");
    let _ = desktop.open("/services").must_be(200);
    // Staff have no such account.
    let consul = crate::harness::Officer::signs_in(&server, "officer.berlin");
    assert_eq!(consul.person.open("/account").status, 403);
}

#[test]
fn a_new_mail_address_is_told_to_the_old_one() {
    let server = Server::start();
    let words = Words::of("ru");
    let sent = crate::harness::Sent::signed(&server, "ru");
    let page = sent.person.open("/account/email").ok();
    assert_eq!(page.value("email"), "aigerim@example.org", "known from the request");
    for wrong in ["nobody", "a@b@c", "a b@example.org"] {
        let back = sent.person.send(&page, &[("email", wrong)]);
        assert_eq!(back.status, 422, "{wrong}");
        back.must_say(&words.s("account-email-error"));
    }
    let done = sent.person.send(&page, &[("email", "new@example.org")]).ok();
    done.must_say("new@example.org").must_say(&words.s("account-done-email"));
    server.letter("eml", &["aigerim@example.org", "изменён на другой"]);
    server.letter("eml", &["new@example.org", "стал электронной почтой"]);
    // The next request begins with it.
    let draft = sent.person.begins("DE", "berlin");
    assert_eq!(sent.person.get(&draft.page("you")).ok().value("email"), "new@example.org");
    server.journal_is_whole(&[]);
}
