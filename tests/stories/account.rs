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

/// N24: in a browser where the account was not before; the same browser is known again, and the first one of all tells nobody.
#[test]
fn a_new_device_is_told_to_the_contacts() {
    let server = Server::start();
    let sent = crate::harness::Sent::signed(&server, "ru");
    let key = server.signer("applicant1");
    let told = || server.letters("eml").iter().filter(|own| own.contains("раньше не входили")).count();
    assert_eq!(told(), 0, "the first browser");
    // The same browser again, and then another one.
    let again = |person: &crate::harness::Person| {
        let _ = person.posts("/ru/sign-out", "", &person.csrf());
        let _ = person.signs_in_with(key, server.now()).ok();
    };
    again(&sent.person);
    let other = server.person("ru");
    let _ = other.signs_in_with(key, server.now()).ok();
    let letter = server.letter("eml", &["aigerim@example.org", "раньше не входили", "по ЭЦП"]);
    assert!(letter.contains("/ru/account"), "{letter}");
    assert_eq!(told(), 1, "the browser that was known told nobody");
    again(&other);
    assert_eq!(told(), 1, "known now");
}

/// DECISIONS.md, Identity: an EDS proves an IIN that a phone account states; both are told, nothing is merged or shown.
#[test]
fn an_iin_stated_by_telephone_and_proven_by_eds_is_told_to_both() {
    let server = Server::start();
    let words = Words::of("ru");
    let phone = server.person("ru");
    phone.signs_in_by_phone(&server, "+4915112223344");
    let key = server.signer("applicant2");
    let iin = testkit::nca::demo::iin("910823300", 1);
    let page = phone.open("/request/new").ok();
    let stated = [("identity-surname", "Сынақова"), ("identity-given", "Әсем"), ("identity-iin", iin.as_str())];
    phone.send(&page, &stated).ok();
    let draft = phone.begins("DE", "berlin");

    let own = server.person("ru");
    let _ = own.signs_in_with(key, server.now()).ok();
    server.letter("sms", &["подтверждён ЭЦП в другом кабинете"]);
    own.open("/account").ok().must_say(&words.s("account-iin-also"));
    assert_eq!(own.get(&draft.page("you")).status, 404, "nothing is shown");
    phone.get(&draft.page("you")).ok();
    phone.open("/account").ok().must_not_say(&words.s("account-iin-also"));
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
