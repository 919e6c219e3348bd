//! The queue at work: a case is found by reference, IIN and name in any spelling, taken up and laid down, and stands under the tab of the
//! work it asks for. Another mission finds nothing; an auditor finds it and takes nothing.

use crate::harness::{Officer, Page, Sent, Server, Setup, Words, eventually};

#[test]
fn a_case_is_found_and_taken_up() {
    at_work(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn the_queue_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("the_queue") else { return };
    at_work(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

fn searches(staff: &Officer, text: &str) -> Page {
    let queue = staff.person.open("/desk/queue").ok();
    let form = queue.form(&["search"]).fill("search", text);
    staff.person.submit(&queue, &form)
}

fn takes(staff: &Officer, tab: &str, act: &str) -> Page {
    let queue = staff.person.open(&format!("/desk/queue?tab={tab}")).ok();
    let case = queue.html();
    let case = case.select(&crate::harness::page::select("input[name=case]")).next().expect("a case to choose");
    let form = queue.form(&["tab", "case"]).fill("case", case.attr("value").unwrap()).press(act);
    staff.person.submit(&queue, &form)
}

fn at_work(setup: Setup) {
    let server = Server::start_with(setup);
    let words = Words::of("en");
    let sent = Sent::signed(&server, "ru");
    let consul = Officer::signs_in(&server, "officer.berlin");
    let (ankara, auditor) = (Officer::signs_in(&server, "officer.ankara"), Officer::signs_in(&server, "auditor"));

    // However the name is written, with a slip too; the reference as it is said on the telephone; the IIN whole.
    let said = sent.reference.to_lowercase().replace('-', " ");
    for text in
        ["Сынақова Әйгерім", "сынакова", "Synakova Aigerim", "Aygerim Synaqova", "Сынокова", "850417400014", &said]
    {
        searches(&consul, text).ok().must_say(&sent.reference);
        searches(&auditor, text).ok().must_say(&sent.reference);
        let elsewhere = searches(&ankara, text).ok();
        elsewhere.must_not_say(&sent.reference).must_say(&words.s("desk-search-nothing"));
    }
    for text in ["Ахметов", "850417400015", "%", "DR-26-AAAAAA-A"] {
        searches(&consul, text).ok().must_not_say(&sent.reference).must_say(&words.s("desk-search-nothing"));
    }
    let long = searches(&consul, &"а".repeat(300));
    assert_eq!(long.status, 422, "{}", long.text());

    // Nothing chosen is said; then she takes it up, and it is hers.
    let queue = consul.person.open("/desk/queue?tab=new").ok();
    let nothing = consul.person.submit(&queue, &queue.form(&["tab"]).press("take"));
    assert_eq!(nothing.status, 422);
    nothing.must_say(&words.s("desk-assign-case-error-missing"));
    assert!(!consul.person.open("/desk/queue?tab=mine").ok().says(&sent.reference));
    takes(&consul, "new", "take").ok().must_say("Сейітова А. Б.");
    let mine = consul.person.open("/desk/queue?tab=mine").ok();
    mine.must_say(&sent.reference);
    sent.case().must_say(&Words::of("ru").s("timeline-assign"));
    assert!(!auditor.person.open("/desk/queue").ok().says(&words.s("desk-assign-take-button")));
    assert_eq!(auditor.person.open("/desk/queue?tab=mine").status, 404);

    // Others cannot take it: not from elsewhere, not without deciding.
    let id = consul.opens(&sent.reference).path.rsplit('/').next().unwrap().to_owned();
    let body = format!("act=take&case={id}");
    for (staff, status) in [(&ankara, 404), (&auditor, 403)] {
        assert_eq!(staff.person.posts("/en/desk/queue", &body, &staff.person.csrf()).status, status);
    }

    // What she has already is not told as taken once more; a mistake keeps the rows and the ticks.
    let again = consul.person.posts("/en/desk/queue", &format!("{body}&stay=yes"), &consul.person.csrf()).ok();
    again.must_say(&words.s("desk-case-release")).must_not_say(&words.s("desk-case-taken"));

    // It moves through the tabs with its work, and is laid down from its own page.
    let case = consul.opens(&sent.reference);
    case.does("registration");
    assert!(!consul.person.open("/desk/queue?tab=new").ok().says(&sent.reference));
    consul.person.open("/desk/queue?tab=check").ok().must_say(&sent.reference);
    let page = case.page();
    page.must_say(&words.s("desk-case-release"));
    let freed = consul.person.submit(&page, &page.form(&["case", "stay"]).press("release")).ok();
    freed.must_say(&words.s("desk-case-released")).must_say(&words.s("desk-case-take"));
    given_out(&server, &sent, &consul, &case.path);
}

/// The head of the section sees who has how much and gives the case to her; not to somebody of another mission.
fn given_out(server: &Server, sent: &Sent, consul: &Officer, case: &str) {
    let words = Words::of("en");
    let id = case.rsplit('/').next().unwrap();
    let head = Officer::signs_in(server, "supervisor.berlin");
    let board = head.person.open("/desk/workload").ok();
    board.must_say("Сейітова А. Б.").must_say(&words.s("desk-workload-nobody")).must_not_say("Жұмабаев Н. Қ.");
    let queue = head.person.open("/desk/queue").ok();
    queue.must_not_say("Жұмабаев Н. Қ.");
    let hers = queue.html();
    let option = crate::harness::page::select("select[name=officer] option:not([value=''])");
    let hers = hers.select(&option).next().expect("an officer to choose").attr("value").unwrap().to_owned();
    let form = queue.form(&["tab", "case", "officer"]);
    let nobody = head.person.submit(&queue, &form.clone().fill("case", id).press("give"));
    assert_eq!(nobody.status, 422);
    nobody.must_say(&words.s("desk-assign-officer-error-missing"));
    assert!(nobody.html().select(&crate::harness::page::select("input[name=case][checked]")).next().is_some());
    let unknown = format!("act=give&case={id}&officer={id}");
    assert_eq!(head.person.posts("/en/desk/queue", &unknown, &head.person.csrf()).status, 422);
    let given = head.person.submit(&queue, &form.fill("case", id).fill("officer", &hers).press("give")).ok();
    given.must_say("Сейітова А. Б.");
    consul.person.open("/desk/queue?tab=mine").ok().must_say(&sent.reference);
    assert_eq!(head.person.get(&format!("{case}/refusal")).status, 409, "she decides nothing");
    server.journal_is_whole(&[]);
    rehearsed(server, consul);
    // Nobody is left to give cases to: the head could take them back all the same; a new colleague takes them over.
    let (data, trust) = (server.data(), server.trust());
    let (data, trust) = (data.to_str().unwrap(), trust.to_str().unwrap());
    let place = ["--data", data, "--trust", trust, "--demo"];
    let closed = server.elshi(&[&["admin", "close-staff", "--login", "officer.berlin"][..], &place].concat());
    assert!(closed.status.success(), "{}", String::from_utf8_lossy(&closed.stderr));
    let queue = head.person.open("/desk/queue").ok();
    assert!(queue.html().select(&option).next().is_none(), "nobody to choose");
    let form = queue.form(&["tab", "case"]).fill("case", id).press("release");
    let colleague = Officer::is_added(server, "new.berlin", "Тестов Т. Т.");
    let page = colleague.person.get(case).ok();
    let taken = colleague.person.submit(&page, &page.form(&["case", "stay"]).press("take")).ok();
    taken.must_say(&words.s("desk-case-taken")).must_say("Тестов Т. Т.");
    let freed = head.person.submit(&queue, &form).ok();
    freed.must_say("Everybody at the mission may take them up.");
    colleague.person.open("/desk/queue?tab=mine").ok().must_not_say(&sent.reference);
}

/// Synthetic cases, twice: none meets another, and one that is open can be granted.
fn rehearsed(server: &Server, consul: &Officer) {
    let (data, trust) = (server.data(), server.trust());
    let fill = ["demo", "--cases", "15", "--data", data.to_str().unwrap(), "--trust", trust.to_str().unwrap()];
    for _ in 0..2 {
        let filled = server.elshi(&fill);
        assert!(filled.status.success(), "{}", String::from_utf8_lossy(&filled.stderr));
    }
    let queue = consul.person.open("/desk/queue?tab=check").ok();
    let rows = crate::harness::page::select("tbody th a");
    let cases: Vec<String> = queue.html().select(&rows).map(|link| link.text().collect()).collect();
    assert!(cases.len() >= 3, "{cases:?}");
    let case = consul.opens(cases.last().unwrap().trim());
    case.does("record");
    eventually("the certificate", || Some(case.paper("certificate")).filter(|paper| paper.status == 200));
}
