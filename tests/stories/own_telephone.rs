//! The telephone that signs in: added and changed by a code to the new number, told to the old one and to the mail; the old number opens the
//! account no more, and a number that opens another account is not given away.

use crate::harness::request::{codes, next_code};
use crate::harness::{Page, Person, Sent, Server, Words};
use jiff::SignedDuration;

const FIRST: &str = "+4915123456701";
const SECOND: &str = "+4915123456702";
const OTHERS: &str = "+4915123456703";

/// Types the number and the code that came to it.
fn changes_to(server: &Server, person: &Person, number: &str) -> Page {
    let before = codes(server, number).len();
    let asks = person.open("/account/phone").ok();
    let sent = person.send(&asks, &[("phone", number)]).ok();
    let code = next_code(server, number, before);
    person.send(&sent, &[("code", &code)])
}

/// Between two codes of one account lies a minute.
fn a_little_later(server: &mut Server, people: &mut [&mut Person]) {
    let later = server.now() + SignedDuration::from_mins(2);
    server.restart_at(&later.to_string());
    for person in people {
        person.find_again(server);
    }
}

#[test]
fn the_telephone_is_added_and_changed_by_a_code_to_the_new_number() {
    let mut server = Server::start();
    let words = Words::of("kk");
    let mut sent = Sent::signed(&server, "kk");
    let elsewhere = server.person("kk");
    let _ = elsewhere.signs_in_with(server.signer("applicant1"), server.now()).ok();

    // Added: what is no number comes back, a wrong code counts, another code must wait.
    let asks = sent.person.open("/account/phone").ok();
    let back = sent.person.send(&asks, &[("phone", "12")]).must_be(422);
    back.must_say(&words.s("otp-error-bad-phone"));
    assert_eq!(back.value("phone"), "12");
    let typed = sent.person.send(&asks, &[("phone", FIRST)]).ok();
    let code = next_code(&server, FIRST, 0);
    let again = typed.forms().into_iter().find(|form| form.action.ends_with("/account/phone")).unwrap();
    sent.person.submit(&typed, &again).must_be(422).must_say(&words.piece("otp-error-too-soon", &["wait"]));
    let wrong = if code == "000000" { "000001" } else { "000000" };
    let told = sent.person.send(&typed, &[("code", wrong)]).must_be(422);
    told.must_say(&words.piece("otp-error-wrong", &["tries"]));
    // The code is of this number alone.
    let stolen = told.form(&["code"]).fill("phone", SECOND).fill("code", &code);
    sent.person.submit(&told, &stolen).must_be(422).must_say(&words.s("otp-error-expired"));
    let done = sent.person.send(&told, &[("code", &code)]).ok();
    done.must_say(&words.s("account-done-phone")).must_say("••01");
    assert!(elsewhere.open("/services").ok().path.contains("/sign-in"), "the other device was signed out");
    server.letter("eml", &["aigerim@example.org", "••01", "нөмірімен кіреді"]);

    // It opens the account with its case.
    let by_phone = server.person("kk");
    by_phone.signs_in_by_phone(&server, FIRST);
    by_phone.open("/services").ok().must_say(&sent.reference);

    // Changed: the old number is told and opens the account no more.
    a_little_later(&mut server, &mut [&mut sent.person]);
    let same = sent.person.send(&sent.person.open("/account/phone").ok(), &[("phone", FIRST)]).must_be(422);
    same.must_say(&words.s("account-phone-error-same"));
    changes_to(&server, &sent.person, SECOND).ok().must_say("••02");
    server.letter("sms", &[FIRST, "басқасымен кіреді", "/kk/sign-in"]);
    let old = server.person("kk");
    old.signs_in_by_phone(&server, FIRST);
    old.open("/services").ok().must_not_say(&sent.reference);
    let new = server.person("kk");
    new.signs_in_by_phone(&server, SECOND);
    new.open("/services").ok().must_say(&sent.reference);
    server.journal_is_whole(&[]);
}

#[test]
fn a_number_of_another_account_is_not_given_away_unless_that_account_holds_nothing() {
    let mut server = Server::start();
    let words = Words::of("en");
    let mut widow = server.person("en");
    widow.signs_in_by_phone(&server, OTHERS);
    let iin = testkit::nca::demo::iin("910823300", 1);
    let asks = widow.open("/request/new").ok();
    let stated = [("identity-surname", "Сынақова"), ("identity-given", "Әсем"), ("identity-iin", iin.as_str())];
    widow.send(&asks, &stated).ok();
    let empty = server.person("en");
    empty.signs_in_by_phone(&server, SECOND);

    let mut own = server.person("en");
    let _ = own.signs_in_with(server.signer("applicant1"), server.now()).ok();
    // Said only to who holds the number, and never whose it is.
    let refused = changes_to(&server, &own, OTHERS).must_be(422);
    refused.must_say(&words.s("account-phone-error-taken")).must_not_say("Сынақова");
    own.open("/account").ok().must_not_say("••03");

    a_little_later(&mut server, &mut [&mut own, &mut widow]);
    widow.open("/account").ok().must_say("••03");
    changes_to(&server, &own, SECOND).ok().must_say("••02");
    assert!(empty_is_out(&server, empty), "who tried the number first is signed out");
    // Staff have no such page.
    let consul = crate::harness::Officer::signs_in(&server, "officer.berlin");
    assert_eq!(consul.person.open("/account/phone").status, 403);
    server.journal_is_whole(&[]);
}

fn empty_is_out(server: &Server, mut empty: Person) -> bool {
    empty.find_again(server);
    empty.open("/services").ok().path.contains("/sign-in")
}
