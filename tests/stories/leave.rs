//! A consul goes on leave: nobody gives her new cases, the substitute finds her open ones among his own and acts in his own name, and the journal
//! says for whom. Afterwards they are hers again, and nobody had to do anything.

use crate::harness::{Officer, Page, Sent, Server, Setup, Words};

const LEAVES: &str = "/desk/leaves";

#[test]
fn a_leave_and_who_stands_in() {
    leave(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn a_leave_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("a_leave") else { return };
    leave(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

/// The id of a person on the list of choices.
fn id_of(page: &Page, name: &str) -> String {
    let options = crate::harness::page::select("select[name=officer] option");
    let html = page.html();
    let found = html.select(&options).find(|own| own.text().any(|text| text.contains(name)));
    found.unwrap_or_else(|| panic!("nobody is called {name}")).attr("value").unwrap().to_owned()
}

/// Enters a leave of November 2026, or tries to.
fn enters(keeper: &Officer, (away, substitute): (&str, &str), (first, last): (&str, &str)) -> Page {
    let page = keeper.person.open(LEAVES).ok();
    let of = |name: &str| if name.is_empty() { String::new() } else { id_of(&page, name) };
    let month = |day: &str| if day.is_empty() { "" } else { "11" };
    let form = page.form(&["officer", "substitute"]);
    let form = form.fill("officer", &of(away)).fill("substitute", &of(substitute)).fill_all(&[
        ("first-day", first),
        ("first-month", month(first)),
        ("first-year", "2026"),
        ("last-day", last),
        ("last-month", month(last)),
        ("last-year", "2026"),
    ]);
    keeper.person.submit(&page, &form)
}

/// What is wrong is said at once, and nothing that was chosen is lost.
fn refused(keeper: &Officer, who: (&str, &str), days: (&str, &str), said: &[&str]) {
    let words = Words::of("en");
    let page = enters(keeper, who, days).must_be(422);
    for key in said {
        page.must_say(&words.f(&format!("leave-error-{key}"), &[("max", "366")]));
    }
    assert_eq!(page.value("first-day").split(' ').next().unwrap_or_default(), days.0);
}

fn leave(setup: Setup) {
    let mut server = Server::start_with(setup);
    let words = Words::of("en");
    let (sent, other) = (Sent::signed(&server, "en"), Sent::signed(&server, "en"));
    let substitute = Officer::signs_in(&server, "officer.berlin");
    let away = Officer::is_added(&server, "officer2.berlin", "Оспанов Д.");
    let _third = Officer::is_added(&server, "officer3.berlin", "Темірова Ж.");
    let head = Officer::signs_in(&server, "supervisor.berlin");
    let case = substitute.opens(&sent.reference);
    let id = case.path.rsplit('/').next().unwrap().to_owned();
    let take = |who: &Officer, id: &str| {
        who.person.posts("/en/desk/queue", &format!("act=take&case={id}"), &who.person.csrf())
    };
    let _ = take(&away, &id).ok();
    let mine = |who: &Officer| who.person.open("/desk/queue?tab=mine").ok();
    mine(&substitute).must_not_say(&sent.reference);

    wrong_leaves(&head);
    let both = ("Оспанов Д.", "Сейітова");
    let board = enters(&head, both, ("23", "25")).ok();
    board.must_say(&words.s("leave-entered")).must_say(&words.s("leave-state-now"));
    overlapping_leaves(&head);

    // It stands among the substitute's own, and says whose it is; the head sees who is away and gives her nothing.
    let told = words.f("desk-away-mine", &[("name", "Оспанов Д.")]);
    mine(&substitute).must_say(&sent.reference).must_say(&told);
    case.page().must_say(&told);
    let stands_in = words.f("desk-away-substitute", &[("name", "Оспанов Д."), ("substitute", "Сейітова А. Б.")]);
    head.person.open("/desk/queue").ok().must_say(&stands_in);
    head.person.open("/desk/workload").ok().must_say(&words.piece("desk-workload-away", &["last", "substitute"]));
    let queue = head.person.open("/desk/queue").ok();
    let colleague = id_of(&head.person.open(LEAVES).ok(), "Оспанов");
    assert!(!queue.html().html().contains(&colleague), "she is not offered");
    let second = substitute.opens(&other.reference);
    let second_id = second.path.rsplit('/').next().unwrap().to_owned();
    let give = format!("act=give&case={second_id}&officer={colleague}");
    let given = head.person.posts("/en/desk/queue", &give, &head.person.csrf()).must_be(422);
    given.must_say(&words.s("desk-assign-officer-error-away"));
    take(&away, &second_id).must_be(422).must_say(&words.s("desk-assign-officer-error-away"));

    // The substitute acts in their own name; the desk reads for whom, the family does not.
    case.does("registration");
    let for_whom = words.f("desk-for-whom", &[("who", ""), ("name", "Оспанов Д.")]);
    let for_whom = for_whom.trim().trim_start_matches(',').trim().to_owned();
    case.page().must_say(&for_whom).must_say("Сейітова А. Б.");
    sent.case().must_not_say("Оспанов");

    // A conflict of the substitute blocks them as ever (Family Code 179(4)).
    let page = substitute.person.get(&format!("{}/conflict", case.path)).ok();
    let _ = substitute.person.send(&page, &[("own_reason", "The person who died was my aunt")]).ok();
    assert_eq!(case.act("record").status, 409);

    nobody_else_keeps_leaves(&server, &substitute);
    ended_and_over(&mut server, &head, (&substitute, &sent.reference));
    let substitute = Officer::signs_in(&server, "officer.berlin");
    substitute.person.open("/desk/queue?tab=mine").ok().must_not_say(&sent.reference);
    server.journal_is_whole(&[]);
}

fn wrong_leaves(head: &Officer) {
    let all = ["officer-missing", "substitute-missing", "first-missing", "last-missing"];
    refused(head, ("", ""), ("", ""), &all);
    refused(head, ("Оспанов", "Оспанов"), ("25", "24"), &["substitute-same", "last-order"]);
    refused(head, ("Оспанов", "Әбенов"), ("23", "24"), &["substitute-not-fit"]);
    refused(head, ("Оспанов", "Сейітова"), ("20", "24"), &["first-past"]);
}

/// Two leaves of one person, a substitute who is away, a person away who stands in.
fn overlapping_leaves(head: &Officer) {
    refused(head, ("Оспанов", "Темірова"), ("25", "27"), &["officer-overlaps"]);
    refused(head, ("Сейітова", "Темірова"), ("24", "24"), &["officer-stands-in"]);
    refused(head, ("Темірова", "Оспанов"), ("24", "27"), &["substitute-away"]);
    // Beside it, not on it: nothing is in the way.
    let _ = enters(head, ("Темірова", "Оспанов"), ("26", "27")).ok();
}

fn nobody_else_keeps_leaves(server: &Server, substitute: &Officer) {
    assert_eq!(substitute.person.open(LEAVES).status, 403);
    let elsewhere = Officer::is_added_as(server, "administrator", Some("ankara"), "admin.ankara", "Басқа Б.");
    elsewhere.person.open(LEAVES).ok().must_not_say("Оспанов");
    let admin = Officer::is_added_as(server, "administrator", Some("berlin"), "admin.berlin", "Әкім Ә.");
    admin.person.open(LEAVES).ok().must_say("Оспанов");
}

/// Ended early the case is back at once; a leave that has not begun is cancelled; one that is over ends by itself.
fn ended_and_over(server: &mut Server, head: &Officer, (substitute, reference): (&Officer, &str)) {
    let words = Words::of("en");
    let end = |nth: usize| {
        let page = head.person.open(LEAVES).ok();
        let buttons = crate::harness::page::select("button[name=end]");
        let html = page.html();
        let id = html.select(&buttons).nth(nth).expect("a leave").attr("value").unwrap().to_owned();
        let posts = || head.person.posts("/en/desk/leaves", &format!("end={id}"), &head.person.csrf());
        posts().ok().must_say(&words.s("leave-ended"));
        assert_eq!(posts().status, 404, "ended before");
    };
    end(1);
    head.person.open(LEAVES).ok().must_not_say(&words.s("leave-state-to-come"));
    end(0);
    head.person.open(LEAVES).ok().must_say(&words.s("leave-none"));
    let mine = substitute.person.open("/desk/queue?tab=mine").ok();
    mine.must_not_say(reference);
    // Entered anew, for today and tomorrow.
    let _ = enters(head, ("Оспанов", "Сейітова"), ("23", "24")).ok();
    substitute.person.open("/desk/queue?tab=mine").ok().must_say(reference);
    // Tuesday, a minute before midnight in Berlin, and a minute after.
    server.restart_at("2026-11-24T22:59:00Z");
    let again = Officer::signs_in(server, "officer.berlin");
    again.person.open("/desk/queue?tab=mine").ok().must_say(reference);
    server.restart_at("2026-11-24T23:01:00Z");
}
