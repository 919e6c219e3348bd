//! A case that is the officer's own or a relative's (Family Code 179(4)): she says so and decides nothing of it from then on, nor is it given
//! to her; only the head of the section lifts that, with a reason.

use crate::harness::{Officer, Person, Sent, Server, Setup, Words, eventually};

#[test]
fn family_code_179_4_nobody_decides_a_relatives_case() {
    own_case(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn own_case_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("own_case") else { return };
    own_case(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

fn own_case(setup: Setup) {
    let server = Server::start_with(setup);
    let words = Words::of("en");
    let sent = Sent::signed(&server, "en");
    let consul = Officer::signs_in(&server, "officer.berlin");
    let colleague = Officer::is_added(&server, "officer2.berlin", "Оспанов Д.");
    let head = Officer::signs_in(&server, "supervisor.berlin");
    let case = consul.opens(&sent.reference);
    case.page().must_say(&words.s("conflict-none")).must_say(&words.s("desk-case-take"));
    case.act("registration").ok();

    // She had taken it up; then she reads the name.
    let taken = format!("act=take&case={}&stay=yes", case.path.rsplit('/').next().unwrap());
    let _ = consul.person.posts("/en/desk/queue", &taken, &consul.person.csrf()).ok();
    let page = consul.person.get(&format!("{}/conflict", case.path)).ok();
    consul.person.send(&page, &[("own_reason", " ")]).must_be(422).must_say(&words.s("conflict-error-reason-missing"));
    let _ = consul.person.send(&page, &[("own_reason", "The person who died was my aunt")]).ok();

    // No act is open to her, posted directly neither; it is nobody's, and she cannot take it up again.
    let own = case.page();
    own.must_say("my aunt").must_say(&words.s("desk-case-no-acts")).must_not_say(&words.s("desk-case-take"));
    let body = "step=send&seen_version=1";
    for noun in ["registration", "declined-registration", "transfer"] {
        let answer = consul.person.posts(&format!("{}/{noun}", case.path), body, &consul.person.csrf());
        assert_eq!(answer.status, 409, "{noun}: {}", answer.text());
    }
    let _ = consul.person.posts("/en/desk/queue", &taken, &consul.person.csrf());
    assert!(!consul.person.open("/desk/queue?tab=mine").ok().says(&sent.reference));
    // She does not lift it herself.
    let again = consul.person.posts(&format!("{}/conflict", case.path), "own_reason=No+aunt", &consul.person.csrf());
    assert_eq!(again.status, 409, "{}", again.text());

    // Her colleague decides; the applicant reads nothing of whose aunt it was.
    colleague.opens(&sent.reference).does("registration");
    sent.case().must_not_say("my aunt").must_not_say(&words.s("timeline-conflict"));

    // The head looks into it and lifts it.
    let page = head.person.get(&format!("{}/conflict", case.path)).ok();
    head.person.send(&page, &[("reason", "x")]).must_be(422).must_say(&words.s("conflict-error-officer-missing"));
    let officer = page.html();
    let officer = officer.select(&crate::harness::page::select("input[name=officer]")).next().expect("an officer");
    let officer = officer.attr("value").unwrap().to_owned();
    let reason = "Another person of the same name; I saw both identity cards";
    let _ = head.person.send(&page, &[("officer", &officer), ("reason", reason)]).ok();
    case.page().must_say("both identity cards").must_not_say(&words.s("desk-case-no-acts"));
    case.does("record");
    eventually("the certificate", || Some(()).filter(|()| case.paper("certificate").status == 200));

    // Said once more, after the record: what is left of the way to the certificate is not hers either, nor is a complaint.
    let complaint = crate::complaint::files(&server, &sent);
    let page = consul.person.get(&format!("{}/conflict", case.path)).ok();
    let _ = consul.person.send(&page, &[("own_reason", "The widow is my cousin")]).ok();
    for noun in ["collection", "blank"] {
        assert_eq!(case.act(noun).status, 409, "{noun}");
    }
    let third = Officer::is_added(&server, "officer3.berlin", "Темірова Ж.");
    let id = complaint.path.rsplit('/').next().unwrap();
    let satisfies = || {
        let answer = third.person.get(&format!("/en/desk/complaints/{id}/answer")).ok();
        answer.html().select(&crate::harness::page::select("input[value=satisfy]")).next().is_some()
    };
    assert!(satisfies(), "who did nothing in the case may satisfy");
    let page = third.person.get(&format!("{}/conflict", case.path)).ok();
    let _ = third.person.send(&page, &[("own_reason", "My brother complains")]).ok();
    assert!(!satisfies(), "a relative only forwards");
    heads_and_reviewers_too(&server, &head, (&third, &case.path), id);
    server.journal_is_whole(&[]);
}

/// A head who declares a conflict lifts no bar any more; a reviewer decides no complaint of a relative.
fn heads_and_reviewers_too(server: &Server, head: &Officer, (third, case): (&Officer, &str), complaint: &str) {
    let (head, conflict) = (&head.person, format!("{case}/conflict"));
    let before = head.get(&conflict).ok();
    let barred = before.html();
    let barred = barred.select(&crate::harness::page::select("input[name=officer]")).next().expect("an officer");
    let lift = format!("act=lift&officer={}&reason=Not+a+relative", barred.attr("value").unwrap());
    let _ = head.send(&before, &[("own_reason", "The widow is my sister")]).ok();
    assert_eq!(head.posts(&conflict, &lift, &head.csrf()).status, 409, "a head with a conflict lifts nothing");
    head.get(&conflict).ok().must_say("The widow is my sister");

    let answer = format!("/en/desk/complaints/{complaint}/answer");
    let decides = |person: &Person, body: &str| {
        let version = person.get(&answer).ok().value("seen_version");
        person.posts(&answer, &format!("step=send&{body}&seen_version={version}"), &person.csrf())
    };
    let _ = decides(&third.person, "answer=forward").ok();
    let reviewer = Officer::signs_in(server, "reviewer").person;
    let page = reviewer.get(&format!("/en/desk/complaints/{complaint}")).ok();
    let form = reviewer.get(&answer).ok();
    let offers = crate::harness::page::select("input[value=without_satisfaction]");
    assert!(form.html().select(&offers).next().is_some(), "before it they may decide");
    let version = form.value("seen_version");
    let _ = reviewer.send(&reviewer.follow(&page, "/conflict").ok(), &[("own_reason", "My cousin complains")]).ok();
    let body = format!("step=send&answer=without_satisfaction&reasons=x&seen_version={version}");
    assert_eq!(
        reviewer.posts(&answer, &body, &reviewer.csrf()).status,
        403,
        "a reviewer with a conflict decides nothing"
    );
}
