//! Somebody comes to the mission without a filled-in form: the desk types for them on the pages that everybody fills in, prints, and accepts what
//! is signed by hand. The desk has a hand in that draft alone, at that mission alone, until it is accepted.

use crate::harness::files;
use crate::harness::form::Form;
use crate::harness::{Answers, Chosen, Draft, Officer, Page, Person, Server, Setup, Words};
use crate::on_paper::prints;

const HER: [(&str, &str); 5] = [
    ("identity-surname", "Сынақова"),
    ("identity-given", "Айгерім"),
    ("identity-iin", "850417 400014"),
    ("language", "kk"),
    ("country", "DE"),
];

#[test]
fn typed_printed_and_accepted() {
    typed(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn typed_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("typed") else { return };
    typed(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

fn asks(staff: &Officer) -> Page {
    staff.person.follow(&staff.person.open("/desk/paper").ok(), "/desk/paper/new").ok()
}

fn begins(staff: &Officer, fields: &[(&str, &str)]) -> Draft {
    let list = staff.person.send(&asks(staff), fields).ok();
    assert!(list.path.contains("/request/"), "{}: {}", list.path, list.text());
    Draft { path: list.path }
}

fn accepts(staff: &Officer, form: &Page, scan: &Chosen) -> Page {
    let seen = [("identity_document", "passport"), ("identity_number", "N01234567"), ("signature_seen", "yes")];
    let filled: Form = form.form(&["identity_document"]).fill_all(&seen).press("");
    staff.person.submit_with(form, &filled, scan)
}

fn typed(setup: Setup) {
    let server = Server::start_with(setup);
    let words = Words::of("en");
    let consul = Officer::signs_in(&server, "officer.berlin");
    // Everything that is missing or wrong at once; what was typed stays.
    let wrong = consul.person.send(&asks(&consul), &[("identity-iin", "850417400015")]).must_be(422);
    assert_eq!(wrong.errors().len(), 4, "{:?}", wrong.errors());
    assert_eq!(wrong.value("identity-iin"), "850417400015");
    let mut elsewhere = HER;
    elsewhere[4].1 = "TR";
    let other = consul.person.send(&asks(&consul), &elsewhere).must_be(422);
    other.must_say(&words.s("typing-error-mission-reason-missing"));
    let mut own = HER;
    own[2].1 = "850615400016";
    consul.person.send(&asks(&consul), &own).must_be(422).must_say(&words.s("identity-iin-error-own"));

    let draft = begins(&consul, &HER);
    let list = consul.person.get(&draft.path).ok();
    list.must_say("СЫНАҚОВА Айгерім").must_say(&words.piece("typing-for", &["name"]));
    consul.person.completes(&draft, &Answers::of_a_daughter());
    // Whose IIN no EDS has proven encloses the passport.
    let passport = Chosen::new("Passport.pdf", files::pdf("passport"));
    let _ = consul.person.encloses(&draft, "applicant_passport", &passport).ok();
    consul.person.open("/desk/paper").ok().must_say("СЫНАҚОВА Айгерім").must_say(&words.s("typing-begun"));
    let files_page = consul.person.get(&draft.page("files")).ok();
    let file = files_page.links().into_iter().find(|link| link.contains("/files/0")).expect("an enclosed file");
    assert!(!consul.person.get(&file).ok().bytes.is_empty());
    let check = consul.person.get(&draft.page("check")).ok();
    check.must_not_say(&words.s("check-sign")).must_not_say(&words.s("mobile-check-sign"));

    // Nobody else has a hand in it, and nobody at the desk signs for her.
    for page in ["signature", "code", "mobile", "sent"] {
        assert_eq!(consul.person.get(&draft.page(page)).status, 403, "{page}");
    }
    strangers(&server, &draft, &file);
    let clerk = Officer::is_added_as(&server, "clerk", Some("berlin"), "clerk", "Ер Н.");
    clerk.person.get(&draft.path).ok().must_say("СЫНАҚОВА Айгерім");

    let number = prints(&consul.person, &draft);
    let printed = consul.person.get(&draft.page("paper")).ok();
    printed.must_say(&words.s("typing-paper-lead"));
    let form = consul.person.follow(&printed, "/desk/paper/").ok();
    form.must_say(&number);
    let scan = Chosen::new("scan.pdf", files::pdf("signed by hand"));
    let case = accepts(&consul, &form, &scan).ok();
    case.must_say(&words.s("intake-accepted")).must_say("N01234567");
    assert_eq!(consul.person.get(&draft.path).status, 403, "accepted: no hand in it any more");
    assert_eq!(consul.person.get(&file).status, 403, "its files are read on the case's page");
    consul.person.open("/desk/paper").ok().must_not_say(&words.s("typing-begun"));

    // She signs in with her EDS, later, and finds it.
    let daughter = server.person("kk");
    let _ = daughter.signs_in_with(server.signer("applicant1"), server.now()).ok();
    let history = daughter.open("/services").ok();
    assert_eq!(history.text().matches("DR-26-").count(), 1, "{}", history.text());
    let _ = daughter.follow(&history, "/services/").ok();
    server.journal_is_whole(&[]);
}

fn strangers(server: &Server, draft: &Draft, file: &str) {
    for login in ["officer.ankara", "supervisor.berlin", "auditor", "admin", "reviewer"] {
        let other = Officer::signs_in(server, login);
        for page in [draft.path.as_str(), &draft.page("you"), &draft.page("paper"), file] {
            let status = other.person.get(page).status;
            assert!([403, 404].contains(&status), "{login} {page}: {status}");
        }
    }
    let other = server.person("en");
    let _ = other.signs_in_with(server.signer("applicant2"), server.now()).ok();
    assert_eq!(other.get(&draft.path).status, 404);
}

/// Who has an account finds in it what the desk typed, and may take it on; what else is in the account is not the desk's to see.
#[test]
fn for_somebody_with_an_account() {
    let server = Server::start();
    let widow = server.person("en");
    let _ = widow.signs_in_with(server.signer("applicant1"), server.now()).ok();
    let own = widow.composes();
    let consul = Officer::signs_in(&server, "officer.berlin");
    let draft = begins(&consul, &HER);
    assert_eq!(consul.person.get(&own.path).status, 403);
    assert_eq!(consul.person.get(&own.page("files")).status, 403);
    let files = widow.get(&own.page("files")).ok();
    let hers = files.links().into_iter().find(|link| link.contains("/files/0")).expect("an enclosed file");
    assert!([403, 404].contains(&consul.person.get(&hers).status));
    let earlier = format!("{}/files/medical/earlier", draft.path);
    assert_eq!(consul.person.posts(&earlier, "act=take", &consul.person.csrf()).status, 403);
    consul.person.get(&draft.page("files")).ok().must_not_say("Todesbescheinigung.pdf");
    // An account that an EDS proved keeps its name, whatever was typed.
    widow.get(&draft.path).ok().must_not_say(&Words::of("en").piece("typing-for", &["name"]));
    takes_it_on(&server, &widow, &draft);
    assert_eq!(consul.person.get(&draft.path).status, 403);
    server.journal_is_whole(&[]);
}

fn takes_it_on(server: &Server, widow: &Person, draft: &Draft) {
    widow.completes(draft, &Answers::of_a_daughter());
    let _ = widow.signs(draft, server.signer("applicant1"), server.now()).ok();
}
