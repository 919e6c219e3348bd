//! An officer keeps what the queue shows under a name, opens it from a link, removes it. Nobody else sees it, there is a bound, and what was searched
//! for stands in no address.

use crate::harness::{Officer, Page, Sent, Server, Setup, Words};

#[test]
fn filters_are_kept_opened_and_removed() {
    kept(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn kept_filters_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("kept_filters") else { return };
    kept(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

fn keep(officer: &Officer, page: &Page, name: &str) -> Page {
    officer.person.send_by(page, &[("kept_name", name)], "keep")
}

fn kept(setup: Setup) {
    let server = Server::start_with(setup);
    let words = Words::of("en");
    let sent = Sent::signed(&server, "en");
    let officer = Officer::signs_in(&server, "officer.berlin");

    // A tab under a name; what is wrong with the name is said.
    let late = officer.person.open("/desk/queue?tab=new").ok();
    late.must_not_say(&words.s("kept-heading"));
    keep(&officer, &late, " ").must_be(422).must_say(&words.s("kept-error-missing"));
    let long = "ұ".repeat(61);
    let wrong = keep(&officer, &late, &long).must_be(422);
    wrong.must_say(&words.piece("kept-error-too-long", &["max"])).must_say(&sent.reference);
    assert_eq!(wrong.value("kept_name"), long, "as typed");
    let shown = keep(&officer, &late, "Жаңа істер").ok();
    shown.must_say(&words.s("kept-saved")).must_say(&sent.reference).must_say(&words.s("desk-tab-caption-new"));
    keep(&officer, &late, "Жаңа істер ").must_be(422).must_say(&words.s("kept-error-taken"));

    // A search under a name: its link finds the same, and names nobody.
    let found = officer.person.send(&late, &[("search", "Сынақов")]).ok();
    found.must_say(&sent.reference);
    keep(&officer, &found, "").must_be(422).must_say(&words.s("kept-error-missing")).must_say(&sent.reference);
    let shown = keep(&officer, &found, "Сынақов").ok();
    shown.must_say(&sent.reference).must_say(&words.s("desk-search-for"));
    assert!(shown.path.contains("?filter=") && !shown.path.contains('%'), "{}", shown.path);
    let link = officer.person.open("/desk/queue").ok().links().into_iter().rfind(|link| link.contains("filter="));
    let link = link.expect("a link");
    officer.person.get(&link).ok().must_say(&sent.reference).must_say(&words.s("desk-search-for"));

    // Another officer of the mission meets none of them, an auditor keeps none.
    let colleague = Officer::is_added(&server, "officer2.berlin", "Ахметова Г.");
    colleague.person.open("/desk/queue").ok().must_not_say(&words.s("kept-heading")).must_not_say("Жаңа істер");
    assert_eq!(colleague.person.get(&link).status, 404);
    let auditor = Officer::signs_in(&server, "auditor");
    auditor.person.open("/desk/queue").ok().must_not_say(&words.s("kept-keep"));
    bounded(&officer, &words);

    // Removed, and gone when the account is closed.
    let id = link.rsplit('=').next().unwrap();
    let csrf = officer.person.csrf();
    assert_eq!(colleague.person.posts("/en/desk/queue", &format!("forget={id}"), &colleague.person.csrf()).status, 404);
    let list = officer.person.posts("/en/desk/queue", &format!("forget={id}"), &csrf).ok();
    list.must_say(&words.s("kept-removed")).must_say(&words.s("kept-keep"));
    assert_eq!(officer.person.posts("/en/desk/queue", &format!("forget={id}"), &csrf).status, 404, "removed before");
    assert_eq!(officer.person.get(&link).status, 404);
    server.journal_is_whole(&[]);
}

/// Ten and no more.
fn bounded(officer: &Officer, words: &Words) {
    let page = officer.person.open("/desk/queue?tab=all").ok();
    for n in 3..=10 {
        keep(officer, &page, &format!("All {n}")).ok();
    }
    let full = officer.person.open("/desk/queue?tab=all").ok();
    full.must_not_say(&words.s("kept-keep"));
    keep(officer, &page, "All 11").must_be(422).must_say(&words.piece("kept-error-too-many", &["max"]));
}
