//! Somebody comes to the mission without a filled-in form: the desk types for them on the pages that everybody fills in, prints, and accepts what
//! is signed by hand. The desk has a hand in that draft alone, at that mission alone, until it is accepted.

use crate::harness::files;
use crate::harness::form::Form;
use crate::harness::{Answers, Chosen, Draft, Officer, Page, Server, Setup, Words};
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

/// Begins one for her at this person's desk.
pub fn begun(staff: &Officer) -> Draft {
    begins(staff, &HER)
}

fn accepts(staff: &Officer, form: &Page, scan: &Chosen) -> Page {
    accepts_with(staff, form, scan, "850417 400014")
}

fn accepts_with(staff: &Officer, form: &Page, scan: &Chosen, iin: &str) -> Page {
    let seen = [("identity_document", "passport"), ("identity_number", "N01234567"), ("signature_seen", "yes")];
    let filled: Form = form.form(&["identity_document"]).fill_all(&seen).fill("iin", iin).press("");
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
    // A number that was mistyped at the beginning gives the case to nobody else.
    accepts_with(&consul, &form, &scan, "").must_be(422).must_say(&words.s("intake-iin-error-missing"));
    accepts_with(&consul, &form, &scan, "850615400016").must_be(422).must_say(&words.s("intake-iin-error-differs"));
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

/// What was begun for nothing is thrown away, by anybody of this desk, after one question: answers, files, form, name and IIN. Nobody else can.
#[test]
fn discarded() {
    throws_away(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn discarded_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("discarded") else { return };
    throws_away(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

fn throws_away(setup: Setup) {
    let server = Server::start_with(setup);
    let words = Words::of("en");
    let consul = Officer::signs_in(&server, "officer.berlin");
    let kept = begun(&consul);
    let draft = begun(&consul);
    consul.person.completes(&draft, &Answers::of_a_daughter());
    let passport = Chosen::new("Passport.pdf", files::pdf("passport"));
    let _ = consul.person.encloses(&draft, "applicant_passport", &passport).ok();
    let files_page = consul.person.get(&draft.page("files")).ok();
    let file = files_page.links().into_iter().find(|link| link.contains("/files/0")).unwrap();
    let number = prints(&consul.person, &draft);
    let list = consul.person.open("/desk/paper").ok();
    assert_eq!(list.text().matches(&words.s("typing-discard")).count(), 2, "{}", list.text());
    let id = draft.path.rsplit('/').next().unwrap();
    let removal = list.links().into_iter().find(|link| link.contains(id) && link.ends_with("/removal")).unwrap();

    // Nobody but this desk, and nobody by an address alone; of another's draft nothing is told.
    let step = "step=discard";
    for login in ["officer.ankara", "supervisor.berlin", "auditor", "admin", "reviewer"] {
        let other = Officer::signs_in(&server, login);
        for status in
            [other.person.get(&removal).status, other.person.posts(&removal, step, &other.person.csrf()).status]
        {
            assert!([403, 404].contains(&status), "{login}: {status}");
        }
    }
    let widow = server.person("en");
    let _ = widow.signs_in_with(server.signer("applicant1"), server.now()).ok();
    let own = widow.composes();
    let hers = format!("/en/desk/paper/{}/removal", own.path.rsplit('/').next().unwrap());
    assert_eq!(consul.person.get(&hers).status, 404, "begun by herself");
    assert_eq!(consul.person.posts(&hers, step, &consul.person.csrf()).status, 404);

    // One question; only the button's word discards. A clerk of the desk may, too.
    let clerk = Officer::is_added_as(&server, "clerk", Some("berlin"), "clerk", "Ер Н.");
    let asked = clerk.person.get(&removal).ok();
    asked.must_say("СЫНАҚОВА Айгерім").must_say(&words.s("typing-discard-lead"));
    let _ = clerk.person.posts(&removal, "", &clerk.person.csrf()).ok();
    let _ = consul.person.get(&draft.path).ok();
    let done = clerk.person.press(&asked, "discard").ok();
    done.must_say(&words.s("typing-discarded")).must_say("СЫНАҚОВА Айгерім");
    assert_eq!(done.text().matches(&words.s("typing-discard")).count(), 1, "{}", done.text());

    // All of it is gone, the other one stays; twice finds nothing; the journal knows that it was done.
    for page in [draft.path.as_str(), &draft.page("you"), &draft.page("paper"), &file] {
        assert_eq!(consul.person.get(page).status, 403, "{page}");
    }
    assert_eq!(consul.person.get(&removal).status, 404);
    assert_eq!(consul.person.posts(&removal, step, &consul.person.csrf()).status, 404);
    crate::on_paper::find(&consul.person, &number).must_be(422).must_say(&words.s("intake-number-error"));
    consul.person.get(&kept.path).ok().must_say("СЫНАҚОВА Айгерім");
    let _ = widow.get(&own.path).ok();
    server.journal_is_whole(&[]);

    // What was accepted is a case, and no draft to be thrown away.
    consul.person.completes(&kept, &Answers::of_a_daughter());
    let _ = consul.person.encloses(&kept, "applicant_passport", &passport).ok();
    let number = prints(&consul.person, &kept);
    let form = crate::on_paper::find(&consul.person, &number).ok();
    let _ = accepts(&consul, &form, &Chosen::new("scan.pdf", files::pdf("signed by hand"))).ok();
    let accepted = format!("/en/desk/paper/{}/removal", kept.path.rsplit('/').next().unwrap());
    assert_eq!(consul.person.posts(&accepted, step, &consul.person.csrf()).status, 404);
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

/// Whoever has an account: the desk learns nothing of it from an IIN, and has no hand in what is in it; once the paper is accepted, the case is
/// among theirs.
#[test]
fn for_somebody_with_an_account() {
    let server = Server::start();
    let widow = server.person("en");
    let _ = widow.signs_in_with(server.signer("applicant1"), server.now()).ok();
    let own = widow.composes();
    let consul = Officer::signs_in(&server, "officer.berlin");
    let mut named = HER;
    named[1].1 = "Бөтен";
    let draft = begins(&consul, &named);
    for page in ["", "/you", "/files", "/check"] {
        let page = consul.person.get(&format!("{}{page}", draft.path)).ok();
        let _ = page.must_not_say("ӘЙГЕРІМ").must_not_say("Todesbescheinigung.pdf");
        assert!(!page.text().contains("aigerim@example.org"), "{}", page.text());
    }
    assert_eq!(widow.get(&draft.path).status, 404, "not in her account");
    assert_eq!(consul.person.get(&own.path).status, 403);
    assert_eq!(consul.person.get(&own.page("files")).status, 403);
    let files = widow.get(&own.page("files")).ok();
    let hers = files.links().into_iter().find(|link| link.contains("/files/0")).expect("an enclosed file");
    assert!([403, 404].contains(&consul.person.get(&hers).status));
    let earlier = format!("{}/files/medical/earlier", draft.path);
    assert_eq!(consul.person.posts(&earlier, "act=take", &consul.person.csrf()).status, 403);

    let draft = begins(&consul, &HER);
    consul.person.completes(&draft, &Answers::of_a_daughter());
    let passport = Chosen::new("Passport.pdf", files::pdf("passport"));
    let _ = consul.person.encloses(&draft, "applicant_passport", &passport).ok();
    let number = prints(&consul.person, &draft);
    let form = crate::on_paper::find(&consul.person, &number).ok();
    let _ = accepts(&consul, &form, &Chosen::new("scan.pdf", files::pdf("signed by hand"))).ok();
    assert_eq!(widow.open("/services").ok().text().matches("DR-26-").count(), 1, "the case is among hers");
    server.journal_is_whole(&[]);
}
