//! A session that ends in the middle of a page keeps what was typed: sign in again, and it is all there, to be saved with one press.

use crate::harness::{Answers, Officer, Server, Words};

#[test]
fn expired_session() {
    let mut server = Server::start();
    let mut person = server.person("ru");
    let words = Words::of("ru");
    let key = "applicant1";
    let _ = person.signs_in_with(server.signer(key), server.now()).ok();
    let draft = person.begins("DE", "berlin");
    let answers = Answers::of_a_daughter();
    let open = person.get(&draft.page("person")).ok();

    // Forty minutes later the session has ended; the page is still open in the browser.
    server.restart_at("2026-11-23T09:40:00Z");
    person.find_again(&server);
    let sign_in = person.send_by(&open, &answers.section("person"), "continue").ok();
    assert!(sign_in.path.starts_with("/ru/sign-in"), "{}", sign_in.path);
    sign_in.must_say(&words.s("sign-in-kept"));

    // She signs in again and is back on the page with everything she had typed and chosen.
    let panel = person.send(&sign_in, &[("way", "eds")]).ok();
    let back = person.answers_challenge(&panel, server.signer(key), server.now()).ok();
    assert!(back.path.starts_with(&draft.page("person")), "{}", back.path);
    back.must_say(&words.s("section-kept"));
    for (name, value) in answers.section("person") {
        assert_eq!(back.value(name), value, "{name}");
    }

    // One press saves it. It is not shown twice to whoever has the address.
    let saved = person.press(&back, "continue").ok();
    assert!(saved.path.ends_with("/death"), "{}", saved.path);
    person.get(&back.path).ok().must_not_say(&words.s("section-kept"));
    assert_eq!(person.get(&draft.page("person")).ok().value("deceased-given"), "Үлгі");
}

/// What one person typed is never shown to another who signs in at the same browser.
#[test]
fn what_was_kept_is_shown_to_its_owner_only() {
    let mut server = Server::start();
    let mut person = server.person("en");
    let _ = person.signs_in_with(server.signer("applicant1"), server.now()).ok();
    let draft = person.begins("DE", "berlin");
    let open = person.get(&draft.page("person")).ok();
    server.restart_at("2026-11-23T09:40:00Z");
    person.find_again(&server);
    let sign_in = person.send_by(&open, &Answers::of_a_daughter().section("person"), "continue").ok();
    let panel = person.send(&sign_in, &[("way", "eds")]).ok();
    let other = person.answers_challenge(&panel, server.signer("applicant2"), server.now());
    assert_eq!(other.status, 404, "another person's page");
    other.must_not_say("Сынақов");
}

/// Who says in time that they are still there stays signed in, and hears for how long; nobody else opens a session by it.
#[test]
fn who_is_still_there_stays_signed_in() {
    let mut server = Server::start();
    let (mut person, mut consul) = (server.person("en"), Officer::signs_in(&server, "officer.berlin").person);
    let _ = person.signs_in_with(server.signer("applicant1"), server.now()).ok();
    let (csrf, desk_csrf) = (person.csrf(), consul.csrf());
    server.restart_at("2026-11-23T09:25:00Z");
    for (own, csrf) in [(&mut person, &csrf), (&mut consul, &desk_csrf)] {
        own.find_again(&server);
        assert_eq!(own.posts("/en/session", "script=1", "0000").status, 403, "only from the page");
        let told = own.posts("/en/session", "script=1", csrf).ok();
        assert_eq!(String::from_utf8(told.bytes).unwrap(), "{\"seconds\":1800}");
    }
    server.restart_at("2026-11-23T09:50:00Z");
    person.find_again(&server);
    consul.find_again(&server);
    assert_eq!(person.open("/services").path, "/en/services");
    assert_eq!(consul.open("/desk/queue").path, "/en/desk/queue");
    // Without a script it is a form like any other, and leads where the header leads.
    assert_eq!(consul.posts("/en/session", "", &desk_csrf).ok().path, "/en/desk/queue");
    let stranger = server.person("en");
    let csrf = stranger.csrf();
    let told = stranger.posts("/en/session", "script=1", &csrf).ok();
    assert_eq!(told.path, "/en/sign-in");
}
