//! One-time codes that are not taken: not six digits, another, one that was never sent, too many, and asked for again too soon. Each is told
//! at the field in the three languages.

use super::table::Wrong;
use super::{LANGUAGES, has_error_title};
use crate::harness::request::next_code;
use crate::harness::{Page, Server, Words};

/// Wrong codes before a number is locked (crates/office/src/one_time_code.rs).
const TRIES_MAX: i64 = 5;

#[test]
fn bad_fields_of_codes() {
    let server = Server::start();
    for (lang, number) in LANGUAGES.into_iter().zip(["+4915123456711", "+4915123456712", "+4915123456713"]) {
        let words = Words::of(lang);
        let person = server.person(lang);
        let asks = person.open("/sign-in/phone").ok();
        let page = person.send(&asks, &[("phone", number)]).ok();
        let right = next_code(&server, number, 0);
        let other = if right == "000000" { "000001" } else { "000000" };
        for typed in ["", "12345", "1234567", "12345a"] {
            is_told(person.send(&page, &[("code", typed)]), "otp-error-not-six-digits", &words);
        }
        let again = page.forms().into_iter().find(|form| form.has("phone") && !form.has("code")).unwrap();
        is_told(person.submit(&page, &again), "otp-error-too-soon", &words);
        for left in (1..TRIES_MAX).rev() {
            let told = person.send(&page, &[("code", other)]).must_be(422);
            has_error_title(&told.html(), &words).unwrap();
            told.must_say(&words.n("otp-error-wrong", "tries", left));
        }
        // The last wrong one locks the number, and then the right one opens nothing either.
        for typed in [other, right.as_str()] {
            is_told(person.send(&page, &[("code", typed)]), "otp-error-locked", &words);
        }
        assert!(person.open("/services").path.contains("/sign-in"));
        // No code was sent to this number.
        let never = page.form(&["code"]).puts("phone", "+4915123456799").puts("code", "123456");
        is_told(person.submit(&page, &never), "otp-error-expired", &words);
    }
}

fn is_told(page: Page, key: &str, words: &Words) {
    let page = page.must_be(422);
    let wrong = Wrong { typed: vec![], field: "code".to_owned(), key: key.to_owned() };
    let fits = super::is_told(&page.html(), &wrong, words, None);
    fits.unwrap_or_else(|why| panic!("{key}: {why}"));
}
