//! An administrator adds, alters and takes out a row of a register with a form: what comes of it is the same change as of a whole file, seen
//! by a second administrator. Mistakes stand beside their fields.

use crate::harness::{Officer, Sent, Server, Setup, Words};
use crate::registers::{colleague, taken};

const CLOSURES: &str = "/desk/registers/rows/closures";

#[test]
fn rows_are_changed_by_two() {
    changed_by_two(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn rows_changed_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("register_rows") else { return };
    changed_by_two(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

/// The id of a row of the closed days.
pub fn first_of_closures(admin: &Officer) -> String {
    let page = admin.person.open(CLOSURES).ok();
    let mut ids = page.links().into_iter().filter_map(|link| link.split("/rows/closures/").nth(1).map(str::to_owned));
    ids.find(|id| id != "new").unwrap()
}

/// The page of the row that has these words.
fn row(admin: &Officer, table: &str, search: &str) -> String {
    let page = admin.person.open(&format!("/desk/registers/rows/{table}?search={search}")).ok();
    let part = format!("/rows/{table}/");
    let mut links = page.links().into_iter().filter(|link| link.contains(&part) && !link.ends_with("/new"));
    let found = links.next().unwrap_or_else(|| panic!("{search}: {}", page.text()));
    assert_eq!(links.next(), None, "{search} finds more than one row");
    found
}

fn changed_by_two(setup: Setup) {
    let server = Server::start_with(setup);
    let words = Words::of("en");
    let admin = Officer::signs_in(&server, "admin");
    let second = colleague(&server);

    mistakes(&admin, &words);
    two_rows_of_one_draft(&admin, &second, &words);
    a_mission(&server, &admin, &second);
    taken_out(&admin, &second, &words);
    only_read(&server, &admin);
    server.journal_is_whole(&[]);
}

/// Each mistake stands at its field, what was typed stays; what only the whole file shows is told with its line.
fn mistakes(admin: &Officer, words: &Words) {
    let page = admin.person.open(&format!("{CLOSURES}/new")).ok();
    let fields = [("date", "soon"), ("mission", "berlin"), ("verified", "yes"), ("source", ""), ("reason", "To try")];
    let wrong = admin.person.send_by(&page, &fields, "row").must_be(422);
    wrong.must_say(&words.s("rows-error-date")).must_say(&words.s("rows-error-missing"));
    assert_eq!((wrong.value("date"), wrong.value("mission")), ("soon".to_owned(), "berlin".to_owned()));
    let fields = [("date", "30.12.2026"), ("mission", "berlin"), ("verified", "yes"), ("source", "the embassy")];
    admin.person.send_by(&page, &fields, "row").must_be(422).must_say(&words.s("registers-error-reason-missing"));

    let mission = admin.person.get(&row(admin, "missions", "berlin+embassy")).ok();
    for (field, text, said) in [
        ("zone", "Europe/Berlino", "rows-error-zone"),
        ("reception_hours", "from nine", "rows-error-hours"),
        ("id", "Berlin!", "rows-error-id"),
        ("name_kk", " ", "rows-error-missing"),
    ] {
        let answer = admin.person.send_by(&mission, &[(field, text), ("reason", "To try")], "row").must_be(422);
        answer.must_say(&words.s(said));
    }
    // No column is wrong, but cases name the mission.
    let gone = admin.person.send_by(&mission, &[("id", "berlin2"), ("reason", "To try")], "row").must_be(422);
    gone.must_say("berlin");
    let csrf = mission.value("csrf");
    assert_eq!(admin.person.posts(&mission.path, "step=end&reason=x", &csrf).status, 409, "a mission stays");
    let same = admin.person.send_by(&mission, &[("reason", "To try")], "row").must_be(422);
    same.must_say(&words.s("rows-error-same"));
    assert_eq!(admin.person.open("/desk/registers/rows/passport").status, 404);
    assert_eq!(admin.person.open(&format!("{CLOSURES}/0000000000000000")).status, 404);
    admin.person.open("/desk/registers").ok().must_say(&words.s("registers-none"));
}

/// Rows that are added one after another stay in one draft; the second administrator sees both.
fn two_rows_of_one_draft(admin: &Officer, second: &Officer, words: &Words) {
    let before = taken(admin, "closures.csv");
    let mut pages = vec![];
    for day in ["30.12.2026", "2026-12-31"] {
        let page = admin.person.open(&format!("{CLOSURES}/new")).ok();
        let fields =
            [("date", day), ("mission", "berlin"), ("verified", "yes"), ("source", "the embassy"), ("reason", day)];
        pages.push(admin.person.send_by(&page, &fields, "row").ok());
        admin.person.open(CLOSURES).ok().must_say(&words.s("rows-draft"));
    }
    let [first, draft] = &pages[..] else { panic!("two pages") };
    assert_eq!(first.path, draft.path, "one draft");
    draft.must_say("2026-12-30").must_say("2026-12-31").must_say("30.12.2026; 2026-12-31");
    assert_eq!(
        second.person.open(&format!("{CLOSURES}?search=2026-12-30")).ok().links().len(),
        second.person.open(&format!("{CLOSURES}?search=nothing")).ok().links().len(),
        "another's draft"
    );
    let waiting = admin.person.press(draft, "propose").ok();
    second.person.press(&second.person.get(&waiting.path).ok(), "approve").ok();
    let line = |day: &str| format!("{day},berlin,yes,the embassy,\n");
    assert_eq!(taken(admin, "closures.csv"), before + &line("2026-12-30") + &line("2026-12-31"));
}

/// A mission's telephone and hours of handing over, altered: the case page says so at once, and every other row stays to the byte.
fn a_mission(server: &Server, admin: &Officer, second: &Officer) {
    let sent = Sent::signed(server, "en");
    let before = taken(admin, "missions.csv");
    let page = admin.person.get(&row(admin, "missions", "berlin+embassy")).ok();
    let fields =
        [("phone", "+49 30 7654321"), ("reception_hours", "Tue-Thu 10:00-12:00"), ("reason", "Letter of 20 November")];
    let draft = admin.person.send_by(&page, &fields, "row").ok();
    draft.must_say("phone").must_say("Tue-Thu 10:00-12:00");
    let waiting = admin.person.press(&draft, "propose").ok();
    second.person.press(&second.person.get(&waiting.path).ok(), "approve").ok();
    sent.case().must_say("+49 30 7654321");
    let after = taken(admin, "missions.csv");
    let others =
        |text: &str| text.lines().filter(|line| !line.starts_with("berlin,")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(others(&before), others(&after));
}

/// A row is taken out.
fn taken_out(admin: &Officer, second: &Officer, words: &Words) {
    let page = admin.person.get(&row(admin, "closures", "2026-12-31")).ok();
    let draft = admin.person.send_by(&page, &[("reason", "The embassy works")], "end").ok();
    draft.must_say(&words.s("registers-removed")).must_say("2026-12-31");
    let waiting = admin.person.press(&draft, "propose").ok();
    second.person.press(&second.person.get(&waiting.path).ok(), "approve").ok();
    assert!(!taken(admin, "closures.csv").contains("2026-12-31"));
    // Who still has the old page alters nothing.
    assert_eq!(admin.person.get(&page.path).status, 404);
}

fn only_read(server: &Server, admin: &Officer) {
    let page = row(admin, "closures", "2026-12-30");
    let auditor = Officer::signs_in(server, "auditor");
    let seen = auditor.person.get(&page).ok();
    seen.must_say("2026-12-30");
    assert!(!seen.forms().iter().any(|form| form.has("date")));
    let csrf = auditor.person.open("/desk/blanks").ok().value("csrf");
    for step in ["row", "end"] {
        assert_eq!(auditor.person.posts(&page, &format!("step={step}&reason=x"), &csrf).status, 403);
    }
    let officer = Officer::signs_in(server, "officer.berlin");
    assert_eq!(officer.person.get(&page).status, 403);
}
