//! Two relatives report one death: the desk notices that the cases are alike, shows both answer by answer, and keeps the officer's word on
//! the two; nothing is joined or closed by the machine, and another mission learns nothing.

use crate::harness::{Answers, Officer, Sent, Server, Setup, Words};

#[test]
fn two_cases_of_one_death_are_shown_beside_each_other() {
    alike(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn alike_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("alike") else { return };
    alike(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

fn alike(setup: Setup) {
    let server = Server::start_with(setup);
    let words = Words::of("en");
    let first = Sent::signed(&server, "en");
    let officer = Officer::signs_in(&server, "officer.berlin");
    officer.opens(&first.reference).page().must_say(&words.s("alike-none"));

    let second = Sent::signed(&server, "en");
    let case = officer.opens(&first.reference).page();
    case.must_say(&words.s("alike-some")).must_say(&words.s("alike-iin-same")).must_say(&words.s("alike-name"));
    let link = case.links().into_iter().find(|link| link.contains("/duplicates/")).unwrap();
    let page = officer.person.get(&link).ok();
    page.must_say(&second.reference).must_say(&words.s("alike-row-same")).must_say(&words.s("alike-nothing-said"));

    // Both questions want an answer, and what was written stays.
    let mistake = officer.person.send(&page, &[("reason", "The same passport")]).must_be(422);
    mistake.must_say(&words.s("alike-error-same-missing")).must_say("The same passport");
    let mistake = officer.person.send(&page, &[("same", "yes"), ("reason", " ")]).must_be(422);
    mistake.must_say(&words.s("alike-error-reason-missing"));
    let _ = officer.person.send(&mistake, &[("same", "yes"), ("reason", "The same passport; they are sisters")]).ok();

    // The word stands on both cases and decides neither.
    for reference in [&first.reference, &second.reference] {
        let case = officer.opens(reference);
        case.page().must_say(&words.s("alike-said-same"));
        case.does("registration");
    }
    let auditor = Officer::signs_in(&server, "auditor");
    let read = auditor.person.get(&link).ok();
    read.must_say("they are sisters").must_not_say(&words.s("alike-button"));
    for login in ["officer.ankara", "reviewer", "admin"] {
        assert_eq!(Officer::signs_in(&server, login).person.get(&link).status, 404, "{login}");
    }
    // The applicant reads nothing of it.
    first
        .case()
        .must_say(&words.s("machine-alike"))
        .must_not_say(&words.s("timeline-judge-likeness"))
        .must_not_say(&second.reference);

    // Another mission makes a record of the same person: Berlin learns its number, and nothing of the case.
    let elsewhere = in_frankfurt(&server);
    let frankfurt = Officer::is_added_at(&server, "frankfurt", "officer.frankfurt", "Оспанов Д.");
    let case = frankfurt.opens(&elsewhere);
    case.page().must_say(&words.s("alike-none")).must_not_say(&first.reference);
    case.does("registration");
    case.does("record");
    let page = officer.opens(&first.reference).page();
    page.must_say("FRANKFURT-2026-000001").must_not_say(&elsewhere);
    server.journal_is_whole(&[]);
}

/// The same death, reported to Frankfurt.
fn in_frankfurt(server: &Server) -> String {
    let person = server.person("en");
    let key = server.signer("applicant1");
    let _ = person.signs_in_with(key, server.now()).ok();
    let draft = person.begins("DE", "frankfurt");
    person.completes(&draft, &Answers::of_a_daughter());
    crate::harness::request::reference(&person.signs(&draft, key, server.now()).ok())
}
