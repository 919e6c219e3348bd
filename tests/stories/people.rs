//! The administrator keeps the people of the desk from the desk: adds one, who signs in with what was told once; closes them, and they are out
//! at once; gives them a new password. Nobody else comes near it.

use crate::harness::{Officer, Page, Server, Setup, Words, eventually};

#[test]
fn people_are_added_closed_and_reset() {
    people(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn people_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("people") else { return };
    people(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

/// Password and secret of the page that tells them.
pub fn told(page: &Page) -> (String, String) {
    let cells = crate::harness::page::select("dd");
    let all: Vec<String> =
        page.html().select(&cells).map(|cell| cell.text().collect::<String>().trim().to_owned()).collect();
    (all[1].clone(), all[2].clone())
}

/// The button of a person on the list.
fn button(list: &Page, act: &str, login: &str) -> Option<String> {
    let rows = crate::harness::page::select("tbody tr");
    let html = list.html();
    let row = html.select(&rows).find(|row| row.text().any(|text| text.trim() == login))?;
    let buttons = crate::harness::page::select(&format!("button[name={act}]"));
    Some(format!("{act}={}", row.select(&buttons).next()?.attr("value").unwrap()))
}

fn people(setup: Setup) {
    let server = Server::start_with(setup);
    let words = Words::of("en");
    let admin = Officer::signs_in(&server, "admin");
    let page = admin.person.open("/desk/people/new").ok();
    let good = [
        ("login", "a.seitova"),
        ("name", "Сейтова А."),
        ("post_kk", "консул"),
        ("post_ru", "консул"),
        ("post_en", "consul"),
        ("role", "officer"),
        ("mission", "frankfurt"),
    ];
    let with = |field: &'static str, value: &'static str| {
        let mut fields = good;
        fields.iter_mut().filter(|(name, _)| *name == field).for_each(|own| own.1 = value);
        fields
    };
    for (field, value, said) in [
        ("login", "Әсел", "people-error-login-unreadable"),
        ("login", "officer.berlin", "people-error-login-taken"),
        ("name", " ", "people-error-missing"),
        ("mission", "all", "people-error-mission-missing"),
        ("mission", "", "people-error-mission-missing"),
    ] {
        admin.person.send(&page, &with(field, value)).must_be(422).must_say(&words.s(said));
    }
    // Nothing chosen is not "all missions".
    let mut auditor = with("mission", "");
    auditor.iter_mut().filter(|(name, _)| *name == "role").for_each(|own| own.1 = "auditor");
    admin.person.send(&page, &auditor).must_be(422).must_say(&words.s("people-error-mission-missing"));
    let given = admin.person.send(&page, &good).ok();
    let (password, secret) = told(&given);
    let colleague = Officer::with_secret(&server, "a.seitova", &password, &secret);
    colleague.person.open("/desk/queue").ok().must_say("Frankfurt am Main");

    // Told once; the list says who there is, and offers nothing for oneself.
    let list = admin.person.open("/desk/people").ok();
    list.must_say("a.seitova").must_not_say(&password).must_not_say(&secret);
    assert!(button(&list, "close", "admin").is_none() && button(&list, "reset", "admin").is_none());

    let csrf = list.value("csrf");
    // Closed: out at once, and in no more.
    let close = button(&list, "close", "a.seitova").unwrap();
    admin.person.posts("/en/desk/people", &close, &csrf).ok().must_say(&words.s("people-state-closed"));
    assert!(colleague.person.get("/en/desk/queue").path.contains("/sign-in"), "still inside");
    assert_eq!(admin.person.posts("/en/desk/people", &close, &csrf).status, 409, "closed before");

    // A new password opens it again.
    let reset = button(&admin.person.open("/desk/people").ok(), "reset", "a.seitova").unwrap();
    let given = admin.person.posts("/en/desk/people", &reset, &csrf).ok();
    let (again, secret) = told(&given);
    assert_ne!(again, password);
    Officer::with_secret(&server, "a.seitova", &again, &secret).person.open("/desk/queue").ok();

    // Nobody else, and not oneself.
    let log = Officer::signs_in(&server, "auditor");
    let others = ["officer.berlin", "supervisor.berlin", "reviewer"];
    for (login, other) in others.iter().map(|login| (*login, Officer::signs_in(&server, login))) {
        assert_eq!(other.person.posts("/en/desk/people", &close, &other.person.csrf()).status, 403, "{login}");
    }
    assert_eq!(log.person.posts("/en/desk/people", &close, &log.person.csrf()).status, 403);
    eventually("the entry", || {
        log.person.open("/desk/readings").ok().says(&words.s("timeline-reset-person")).then_some(())
    });
    server.journal_is_whole(&[]);
}
