//! The applicant asks to see the file of the case (APPC 75): their own papers are there at once, an officer opens the rest in three working days,
//! but never what the desk writes for itself.

use crate::harness::{Officer, Sent, Server, Setup, Words};

#[test]
fn appc_75_the_file_is_opened() {
    file(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn see_file_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("see_file") else { return };
    file(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

fn file(setup: Setup) {
    let server = Server::start_with(setup);
    let words = Words::of("en");
    let sent = Sent::signed(&server, "en");
    let consul = Officer::signs_in(&server, "officer.berlin");
    let case = consul.opens(&sent.reference);
    assert_eq!(case.act("see-file").status, 409, "nothing was asked");
    let notes = case.act("notes").ok();
    let _ = consul.person.send(&notes, &[("note", "Ask the colleague in Bonn")]).ok();
    let _ = case.has_its_certificate();

    // The person's own papers are there at once; how to see the rest must be said.
    let page = sent.person.get(&sent.case().link("/see-file")).ok();
    page.must_say(&words.s("paper-link-application")).must_say("Todesbescheinigung.pdf").must_say("3 working days");
    page.must_not_say(&words.s("file-item-journal"));
    let nothing = sent.person.posts(&page.path, "way=", &page.value("csrf")).must_be(422);
    nothing.must_say(&words.s("file-error-way-missing"));
    let asked = sent.person.send(&page, &[("way", "at_mission")]).ok();
    asked.must_say("The mission answers by").must_say("26 November 2026").must_not_say(&words.s("file-rest-lead"));
    assert_eq!(sent.person.posts(&page.path, "way=portal", &sent.person.csrf()).status, 409, "one waits");

    opens(&server, &sent, &consul, &words);

    // Everything but what the desk writes for itself.
    let page = sent.person.get(&sent.case().link("/see-file")).ok();
    page.must_say("Friday at ten, room 3").must_say("The addresses of witnesses");
    page.must_say(&words.s("timeline-note")).must_say("Сейітова А. Б.").must_not_say("colleague in Bonn");
    page.must_say("Decision 1");
    assert_eq!(sent.person.get(&page.link("/papers/decision-1")).status, 200);
    page.must_not_say(&words.s("file-item-notices"));
    page.must_say(&words.s("file-rest-lead"));
    // Nobody else reads it, and the certificate is collected as ever.
    let other = server.person("en");
    let _ = other.signs_in_with(server.signer("applicant2"), server.now()).ok();
    assert_eq!(other.get(&page.path).status, 404);
    let certificate = sent.case().path.clone() + "/papers/certificate";
    assert_eq!(sent.person.get(&certificate).status, 404);
    server.journal_is_whole(&[]);
}

/// An officer of the mission opens it, says when to come, and why something is kept back.
fn opens(server: &Server, sent: &Sent, consul: &Officer, words: &Words) {
    consul.person.open("/desk/queue?tab=all").ok().must_say(&words.s("flag-motion-see-file"));
    let case = consul.opens(&sent.reference);
    let address = format!("{}/see-file", case.path);
    let body = "items=journal+decisions+notices&withheld=&visit=x";
    for (login, status) in [("officer.ankara", 404), ("supervisor.berlin", 403)] {
        let other = Officer::signs_in(server, login).person;
        assert_eq!(other.posts(&address, body, &other.csrf()).status, status, "{login}");
    }
    let page = consul.person.get(&address).ok();
    page.must_say(&words.s("file-way-at-mission"));
    let wrong = consul.person.send(&page, &[("items", "journal decisions")]).must_be(422);
    wrong.must_say(&words.s("file-error-withheld-missing")).must_say(&words.s("file-error-visit-missing"));
    let fields = [
        ("items", "journal decisions"),
        ("withheld", "The addresses of witnesses: law on personal data"),
        ("visit", "Friday at ten, room 3"),
    ];
    let _ = consul.person.send(&page, &fields).ok();
    server.letter("eml", &[&sent.reference, "is open to you", "Friday at ten", "addresses of witnesses"]);
    server.letter("sms", &[&sent.reference, "is open to you"]);
    sent.case().must_say(&words.s("motion-open-file"));
    consul.person.open("/desk/queue?tab=all").ok().must_not_say(&words.s("flag-motion-see-file"));
    assert_eq!(consul.person.posts(&address, body, &consul.person.csrf()).status, 409, "once");
}
