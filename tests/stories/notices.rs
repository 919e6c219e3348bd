//! How notices come: the way and the language that a person chooses go before what the request says; what the law requires a mission to tell
//! goes at least one way whatever was chosen.

use crate::harness::request::reference;
use crate::harness::{Answers, Officer, Person, Sent, Server, Setup, Words};

const ASKED: &str = "Үйіңіздің нөмірін тексеріңіз.";

fn chooses(person: &Person, channel: &str, language: &str) {
    let page = person.open("/account/notices").ok();
    let _ = person.send(&page, &[("channel", channel), ("language", language)]).ok();
}

fn asks(consul: &Officer, reference: &str) {
    consul.opens(reference).fills_in("correction", &[("item-you", ASKED), ("working_days", "3")]);
}

/// Letters of `ending` with all of `words` that are there now.
fn count(server: &Server, ending: &str, words: &[&str]) -> usize {
    server.letters(ending).iter().filter(|text| words.iter().all(|word| text.contains(word))).count()
}

#[test]
fn notices_come_the_way_and_in_the_language_that_was_chosen() {
    the_wish(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn notices_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("notices") else { return };
    the_wish(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

fn the_wish(setup: Setup) {
    let server = Server::start_with(setup);
    let words = Words::of("kk");
    let sent = Sent::signed(&server, "kk");
    server.letter("eml", &["aigerim@example.org", &sent.reference]);
    sent.person.open("/account").ok().must_say(&words.s("account-notices-as-stated"));

    // Nothing chosen and what is no choice come back.
    let page = sent.person.open("/account/notices").ok();
    let csrf = sent.person.csrf();
    let back = sent.person.posts("/kk/account/notices", "channel=none&language=de", &csrf).must_be(422);
    back.must_say(&words.s("account-notices-error-channel-missing"));
    back.must_say(&words.s("account-notices-error-language-missing"));
    let done = sent.person.send(&page, &[("channel", "sms"), ("language", "ru")]).ok();
    done.must_say(&words.s("account-done-notices")).must_say(&words.s("account-notices-sms"));
    done.must_say(&words.s("account-language-ru"));

    // The letter the officer reads before sending is the one that leaves: in Russian, by text message alone.
    let consul = Officer::signs_in(&server, "officer.berlin");
    consul.opens(&sent.reference).does("registration");
    let form = consul.opens(&sent.reference).act("correction").ok();
    let look = consul.person.send_by(&form, &[("item-you", ASKED), ("working_days", "3")], "preview").ok();
    look.must_say(&Words::of("en").s("desk-letter-language-ru"));
    asks(&consul, &sent.reference);
    server.letter("sms", &[&sent.reference, "нам нужно"]);
    server.letter("sms", &[&sent.reference, "зарегистрировано"]);
    sent.case().must_say("зарегистрировано");
    assert_eq!(count(&server, "eml", &[&sent.reference, "зарегистрировано"]), 0);
    assert_eq!(count(&server, "eml", &[&sent.reference, ASKED]), 0);
    server.journal_is_whole(&[]);
}

#[test]
fn what_the_law_requires_is_told_where_no_chosen_way_is_left() {
    let server = Server::start();
    let words = Words::of("ru");
    let person = server.person("ru");
    let key = server.signer("applicant1");
    let _ = person.signs_in_with(key, server.now()).ok();
    // Mail alone needs an address.
    let page = person.open("/account/notices").ok();
    let back = person.send(&page, &[("channel", "email"), ("language", "ru")]).must_be(422);
    back.must_say(&words.s("account-notices-error-channel-no-mail"));
    let mails = |address: &str| {
        let page = person.open("/account/email").ok();
        let _ = person.send(&page, &[("email", address)]).ok();
    };
    mails("later@example.org");
    chooses(&person, "email", "ru");

    // The request names no address: the account's serves.
    let draft = person.begins("DE", "berlin");
    person.completes(&draft, &Answers::of_a_daughter().with("email", ""));
    let own = reference(&person.signs(&draft, key, server.now()).ok());
    server.letter("eml", &["later@example.org", &own]);
    assert_eq!(count(&server, "sms", &[&own]), 0, "no text message was chosen");

    // Without any address a service letter stays in the portal, and what the law requires comes to the telephone.
    mails("");
    let consul = Officer::signs_in(&server, "officer.berlin");
    consul.opens(&own).does("registration");
    asks(&consul, &own);
    server.letter("sms", &[&own, "нам нужно"]);
    assert_eq!(count(&server, "sms", &[&own, "зарегистрировано"]), 0);
    let history = person.open("/services").ok();
    person.follow(&history, "/services/").ok().must_say("зарегистрировано");
    server.journal_is_whole(&[]);
}
