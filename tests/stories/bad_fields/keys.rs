//! Keys that sign nothing, beyond those of `bad_input`: another authority's, one whose state cannot be checked, and a child's. Each is told in
//! the three languages, and nothing is sent.

use super::{LANGUAGES, has_error_title};
use crate::harness::{Draft, Server, Setup, Words};
use testkit::nca::demo::{iin, people};
use testkit::{Algorithm, Nca, PersonSpec};

#[test]
fn bad_fields_of_keys() {
    let server = Server::start();
    let mut other = Nca::new([9; 32], server.now());
    let strangers = people(&mut other);
    let stranger = strangers.iter().find(|own| own.id == "applicant1").unwrap();
    let born_2012 = PersonSpec { iin: iin("120101600", 1), ..PersonSpec::individual("child", Algorithm::Gost512) };
    let child = server.nca.person(&born_2012);
    let own = server.person("en");
    let _ = own.signs_in_with(&child, server.now()).ok();
    let draft = own.composes();
    for lang in LANGUAGES {
        let words = Words::of(lang);
        let told = server.person(lang).signs_in_with(stranger, server.now()).must_be(422);
        told.must_say(&words.s("signature-error-unknown-issuer"));
        has_error_title(&told.html(), &words).unwrap();

        let draft = Draft { path: draft.path.replacen("/en/", &format!("/{lang}/"), 1) };
        let told = own.signs(&draft, &child, server.now()).must_be(422);
        told.must_say(&words.s("signature-error-too-young"));
        has_error_title(&told.html(), &words).unwrap();
        assert!(own.get(&draft.page("check")).ok().says("Lindenstraße 7"), "nothing is lost");
    }
    assert!(!own.open("/services").ok().says("DR-26-"), "nothing was sent");
}

/// No list of revoked keys is at hand and the authority does not answer: nobody is let in on a guess.
#[test]
fn bad_fields_of_keys_that_nobody_can_check() {
    let server = Server::start_with(Setup { with_crls: false, ..Setup::default() });
    for lang in LANGUAGES {
        let (person, words) = (server.person(lang), Words::of(lang));
        let told = person.signs_in_with(server.signer("applicant1"), server.now()).must_be(422);
        told.must_say(&words.s("signature-error-unchecked"));
        assert!(person.open("/services").path.contains("/sign-in"));
    }
}
