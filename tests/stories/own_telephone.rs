//! The telephone that signs in: added and changed by a code to the new number, told to the old one and to the mail; the old number opens the
//! account no more, and a number that opens another account is not given away. Who lost it and has no key comes to the mission with a document.

use crate::harness::request::{codes, next_code};
use crate::harness::{Officer, Page, Person, Sent, Server, Words};
use jiff::SignedDuration;

const FIRST: &str = "+4915123456701";
const SECOND: &str = "+4915123456702";
const OTHERS: &str = "+4915123456703";
/// The IIN of `applicant1`.
const OWN_IIN: &str = "850417400014";

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
    later(server, SignedDuration::from_mins(2), people);
}

fn later(server: &mut Server, by: SignedDuration, people: &mut [&mut Person]) {
    let later = server.now() + by;
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
    let consul = Officer::signs_in(&server, "officer.berlin");
    assert_eq!(consul.person.open("/account/phone").status, 403);
    server.journal_is_whole(&[]);
}

fn empty_is_out(server: &Server, mut empty: Person) -> bool {
    empty.find_again(server);
    empty.open("/services").ok().path.contains("/sign-in")
}

/// A code is right, but its number waits.
fn signs_in_too_early(server: &Server, person: &Person, number: &str) -> Page {
    let asks = person.send(&person.open("/sign-in").ok(), &[("way", "phone")]).ok();
    let before = codes(server, number).len();
    let sent = person.send(&asks, &[("phone", number)]).ok();
    let code = next_code(server, number, before);
    person.send(&sent, &[("code", &code)]).must_be(422)
}

/// At the desk: the identity document, the new number, the code that the person reads out. Gives the page that answers.
fn records(server: &Server, consul: &Officer, reference: &str, iin: &str, number: &str) -> Page {
    let page = consul.opens(reference).act("telephone").ok();
    let seen = [("identity_document", "passport"), ("identity_number", "N01234567"), ("iin", iin), ("phone", number)];
    let before = codes(server, number).len();
    let asked = consul.person.send_by(&page, &seen, "code");
    if asked.status != 200 {
        return asked;
    }
    let code = next_code(server, number, before);
    consul.person.send_by(&asked, &[("code", &code)], "record")
}

/// She cannot use her key abroad and comes to the desk without her telephone.
#[test]
fn a_lost_telephone_is_replaced_at_the_mission_after_a_day() {
    let mut server = Server::start();
    let words = Words::of("ru");
    let english = Words::of("en");
    let sent = Sent::signed(&server, "ru");
    changes_to(&server, &sent.person, FIRST).ok();
    let mut consul = Officer::signs_in(&server, "officer.berlin");

    // Every mistake is told; another person's document records nothing.
    let form = consul.opens(&sent.reference).act("telephone").ok();
    let back = consul.person.send_by(&form, &[("phone", "12"), ("iin", "1")], "record").must_be(422);
    for key in ["phone-error-unreadable", "iin-error-impossible", "identity-document-error-missing"] {
        back.must_say(&english.s(&format!("desk-telephone-{key}")));
    }
    back.must_say(&english.s("desk-telephone-identity-number-error-missing"));
    let other = testkit::nca::demo::iin("910823300", 1);
    let refused = records(&server, &consul, &sent.reference, &other, SECOND).must_be(422);
    refused.must_say(&english.s("desk-telephone-iin-error-other"));
    let same = records(&server, &consul, &sent.reference, OWN_IIN, FIRST).must_be(422);
    same.must_say(&english.s("desk-telephone-phone-error-same"));
    let wrong = [("identity_document", "passport"), ("identity_number", "N1"), ("iin", OWN_IIN), ("phone", SECOND)];
    let early = consul.person.send_by(&form, &wrong, "record").must_be(422);
    early.must_say(&english.s("otp-error-not-six-digits"));
    let supervisor = Officer::signs_in(&server, "supervisor.berlin");
    assert_eq!(supervisor.person.get(&format!("{}/telephone", consul.opens(&sent.reference).path)).status, 409);

    // Recorded: the old number is told and still signs in; the new one waits, and nobody else takes it.
    a_little_later(&mut server, &mut [&mut consul.person]);
    let done = records(&server, &consul, &sent.reference, OWN_IIN, SECOND).ok();
    done.must_say(&english.s("timeline-record-phone"));
    server.letter("sms", &[FIRST, "Через 24 ч."]);
    server.letter("eml", &["aigerim@example.org", "••02"]);
    let newcomer = server.person("ru");
    signs_in_too_early(&server, &newcomer, SECOND).must_say(&words.piece("otp-error-waits", &["wait"]));
    // Until the day is over the old number opens the account; then the new one does, and whoever has the old telephone is out.
    later(&mut server, SignedDuration::from_hours(23), &mut []);
    let mut owner = server.person("ru");
    owner.signs_in_by_phone(&server, FIRST);
    owner.open("/account").ok().must_say(&words.s("account-phone-stop"));
    later(&mut server, SignedDuration::from_mins(25), &mut [&mut owner]);
    owner.open("/services").ok().must_say(&sent.reference);
    later(&mut server, SignedDuration::from_mins(25), &mut [&mut owner]);
    owner.open("/services").ok().must_say(&sent.reference);
    later(&mut server, SignedDuration::from_mins(15), &mut [&mut owner]);
    server.letter("sms", &[FIRST, "входят по другому телефону"]);
    assert!(owner.open("/services").ok().path.contains("/sign-in"), "signed out");
    let by_new = server.person("ru");
    by_new.signs_in_by_phone(&server, SECOND);
    by_new.open("/services").ok().must_say(&sent.reference);
    by_new.open("/account").ok().must_say("••02").must_not_say(&words.s("account-phone-stop"));
    server.journal_is_whole(&[]);
}

/// Who was told and did not ask stops it; so does the mission. The number is told, and the old one stays.
#[test]
fn a_new_telephone_that_the_owner_did_not_ask_for_is_stopped() {
    let mut server = Server::start();
    let words = Words::of("ru");
    let english = Words::of("en");
    let mut sent = Sent::signed(&server, "ru");
    let mut consul = Officer::signs_in(&server, "officer.berlin");
    records(&server, &consul, &sent.reference, OWN_IIN, SECOND).ok();
    let page = sent.person.open("/account").ok();
    page.must_say("••02");
    let stop = page.forms().into_iter().find(|form| form.action.ends_with("/objection")).unwrap();
    sent.person.submit(&page, &stop).ok().must_say(&words.s("account-done-objection"));
    server.letter("sms", &[SECOND, "замена остановлена"]);
    assert_eq!(sent.person.submit(&page, &stop).status, 409, "stopped once");
    sent.case().must_say(&words.s("timeline-stop-phone"));

    a_little_later(&mut server, &mut [&mut sent.person, &mut consul.person]);
    records(&server, &consul, &sent.reference, OWN_IIN, OTHERS).ok();
    let waits = consul.opens(&sent.reference).act("telephone").ok();
    waits.must_say(&english.s("desk-telephone-waits")).must_say("••03");
    consul.person.press(&waits, "stop").ok();
    server.letter("sms", &[OTHERS, "замена остановлена"]);
    // Another mission's officer learns nothing of it.
    let ankara = Officer::signs_in(&server, "officer.ankara");
    let address = format!("{}/telephone", consul.opens(&sent.reference).path);
    assert_eq!(ankara.person.get(&address).status, 404);

    // A number that the owner sets with the key counts at once, and what waits is gone.
    a_little_later(&mut server, &mut [&mut sent.person, &mut consul.person]);
    records(&server, &consul, &sent.reference, OWN_IIN, SECOND).ok();
    a_little_later(&mut server, &mut [&mut sent.person, &mut consul.person]);
    changes_to(&server, &sent.person, FIRST).ok().must_say("••01").must_not_say(&words.s("account-phone-stop"));
    consul.opens(&sent.reference).act("telephone").ok().must_not_say(&english.s("desk-telephone-waits"));
    let by_phone = server.person("ru");
    by_phone.signs_in_by_phone(&server, FIRST);
    by_phone.open("/services").ok().must_say(&sent.reference);
    server.journal_is_whole(&[]);
}
