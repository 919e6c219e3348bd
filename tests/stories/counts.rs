//! Those who answer for a desk read counts without names, small ones hidden; everybody reads how terms are kept.

use crate::harness::{Officer, Sent, Server, Setup, Words};

/// One more than may be hidden, and one.
const CASES: usize = 6;

#[test]
fn counts_without_names() {
    counts(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn counts_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("counts") else { return };
    counts(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

fn counts(setup: Setup) {
    let mut server = Server::start_with(setup);
    let words = Words::of("en");
    server.person("en").open("/terms").ok().must_say(&words.s("terms-none"));
    let sent: Vec<Sent> = (0..CASES).map(|_| Sent::signed(&server, "en")).collect();
    let officer = Officer::signs_in(&server, "officer.berlin");
    let case = officer.opens(&sent[0].reference);
    case.does("registration");
    let fields = [
        ("grounds", "unreliable_documents"),
        ("reasons", "The medical document names another person than the passport"),
    ];
    let _ = case.fills_in("refusal", &fields);

    // In December every term of November has ended; one of six was kept.
    server.restart_at("2026-12-02T08:00:00Z");
    let board = server.person("en").open("/terms").ok();
    board.must_say("Embassy of the Republic of Kazakhstan in Berlin").must_say("12.2025");
    // One of six: beside the number, its share would be a count.
    board.must_say(&words.s("statistics-share-few")).must_not_say("17 %");
    let head = Officer::signs_in(&server, "supervisor.berlin");
    let page = head.person.open("/desk/statistics").ok();
    for said in ["2026-11", "Germany", &words.s("statistics-by-ground"), &words.s("statistics-few")] {
        page.must_say(said);
    }
    page.must_say(&words.s("statistics-visits-few")).must_not_say(&words.s("statistics-by-mission"));
    let csv = head.person.get(&page.links().into_iter().find(|link| link.contains("/table?")).unwrap()).ok();
    let text = String::from_utf8(csv.bytes.clone()).unwrap();
    let row = format!("\"{}\";\"2026-11\";\"5\"", words.s("statistics-by-month"));
    assert!(text.contains(&row), "{text}");
    // One refusal and five that are new: the one is hidden, and nothing says six.
    assert!(text.contains(&format!("\"{}\"", words.s("statistics-few"))), "{text}");
    assert!(!text.contains(&format!("\"{CASES}\"")), "{text}");
    for name in ["Сынақова", "Synakova", "850417400014", &sent[1].reference] {
        assert!(!text.contains(name) && !page.says(name), "{name}");
    }

    // What is typed wrong is said; who decides cases or only asks for one reads no counts.
    let wrong = head.person.get("/en/desk/statistics?from=2026-12&until=2026-01").must_be(422);
    wrong.must_say(&words.s("statistics-error-order"));
    // A day is no month: windows of any days would count single cases.
    head.person.get("/en/desk/statistics?from=2026-01-15T00&until=2026-11").must_be(422);
    head.person.get("/en/desk/statistics?from=x&until=").must_be(422).must_say(&words.s("statistics-error-missing"));
    let auditor = Officer::signs_in(&server, "auditor");
    auditor.person.open("/desk/statistics").ok().must_say(&words.s("statistics-by-mission"));
    let officer = Officer::signs_in(&server, "officer.berlin");
    assert_eq!(officer.person.get("/en/desk/statistics").status, 403);
}
