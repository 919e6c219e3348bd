//! A complaint about an annulment undoes it: the record and its certificate are valid again, the case is what it was, the family and the other
//! bodies are told, in order. Neither who proposed nor who agreed decides; and one death never has two records that stand.

use crate::annulled::annuls;
use crate::complaint::{answers, files, opens};
use crate::harness::{Officer, Sent, Server, Setup, Words, clock::Clock, eventually};
use testkit::Receiver;

const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const WHY: &str = "The decision of the court is about another person";

#[test]
fn a_mission_undoes_its_annulment() {
    undone_by_the_mission(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn reinstated_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("reinstated") else { return };
    undone_by_the_mission(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

fn undone_by_the_mission(setup: Setup) {
    let drawer = tempfile::tempdir().unwrap();
    let clock = Clock::starting(setup.clock);
    let receiver = Receiver::listen("127.0.0.1:0".parse().unwrap(), SECRET, move || clock.now()).unwrap();
    let file = drawer.path().join("receivers.toml");
    std::fs::write(drawer.path().join("secret"), SECRET).unwrap();
    let text = format!(
        "[[receiver]]\nnotices = [\"register_copy\"]\nurl = \"{}\"\nsecret_file = \"secret\"\n",
        receiver.address
    );
    std::fs::write(&file, &text).unwrap();
    let more = vec!["--receivers".to_owned(), file.to_str().unwrap().to_owned()];
    let server = Server::start_with(Setup { more, ..setup });
    let words = Words::of("en");
    let sent = Sent::signed(&server, "en");
    let officer = Officer::signs_in(&server, "officer.berlin");
    let head = Officer::signs_in(&server, "supervisor.berlin");
    let case = officer.opens(&sent.reference);
    let _ = case.has_its_certificate();
    annuls(&officer, &head, &case.path);

    // The likeliest subject is the annulment, and what is asked for is said in its words.
    let form = sent.person.follow(&sent.case(), "/complaint").ok();
    form.must_say(&words.s("complaint-subject-annulment")).must_say(&words.s("complaint-wish-cancel-annulment"));
    let filed = files(&server, &sent);
    filed.must_say(&words.s("complaint-subject-annulment")).must_say(&words.s("complaint-wish-cancel-annulment"));

    // Who proposed it may only forward.
    let (person, page) = opens(&officer, &sent.reference);
    page.must_say(&words.s("desk-complaint-own-act"));
    let form = person.follow(&page, "/answer").ok();
    form.must_not_say(&words.s("desk-complaint-answer-satisfy-restored")).must_say(&words.s("desk-complaint-court"));
    let satisfy = format!("step=send&answer=satisfy&reasons=x&seen_version={}", form.value("seen_version"));
    assert_eq!(person.posts(&form.path, &satisfy, &person.csrf()).status, 403);

    // A colleague undoes it, and reads the letter that leaves beside the answer.
    let colleague = Officer::is_added(&server, "colleague", "Ақ Б.");
    let (person, page) = opens(&colleague, &sent.reference);
    let form = person.follow(&page, "/answer").ok();
    let look = person.send_by(&form, &[("answer", "satisfy"), ("reasons", WHY)], "preview").ok();
    look.must_say(&words.s("desk-complaint-also")).must_say(&format!("{}: the record is valid again", sent.reference));
    person.press(&look, "send").ok().must_say(&words.s("desk-complaint-done"));

    valid_again(&server, &sent, &officer, &words);
    sent.person.get(&filed.path).ok().must_say(&words.s("complaint-restored"));
    let types = || -> Vec<String> {
        receiver.taken().iter().map(|event| event["type"].as_str().unwrap_or_default().to_owned()).collect()
    };
    eventually("four notices", || (types().len() == 4).then_some(()));
    let told = ["", ".annulled", ".annulment_suspended", ".reinstated"];
    assert_eq!(types(), told.map(|own| format!("kz.elshi.register_copy{own}.v1")), "in their order");
    server.journal_is_whole(&[]);

    // What was undone can be proposed anew.
    annuls(&officer, &head, &case.path);
    sent.case().must_say(&words.s("state-annulled-applicant"));
    server.journal_is_whole(&[]);
}

/// The family, the officer and the stock of what can be done know nothing of the annulment but that it was.
fn valid_again(server: &Server, sent: &Sent, officer: &Officer, words: &Words) {
    let letter = server.letter("eml", &[&sent.reference, "valid again", "DA-26-"]);
    assert!(letter.contains("day and time to collect"), "{letter}");
    let own = sent.case();
    own.must_say(&words.s("state-certificate-issued-applicant"));
    own.must_say(&words.s("timeline-restore")).must_not_say(&words.s("case-annulled-next"));
    let case = officer.opens(&sent.reference);
    case.page().must_say(&words.s("timeline-restore"));
    let said = officer.person.get(&format!("{}/annulment", case.path)).ok();
    said.must_say(&words.s("annulment-cancelled")).must_say(WHY).must_say("Ақ Б.");
    assert_eq!(case.act("collection").status, 200, "the certificate can be collected again");
}

#[test]
fn the_higher_body_undoes_it_and_no_second_record_stands_beside_it() {
    let server = Server::start();
    let words = Words::of("en");
    let first = Sent::signed(&server, "en");
    let officer = Officer::signs_in(&server, "officer.berlin");
    let head = Officer::signs_in(&server, "supervisor.berlin");
    let reviewer = Officer::signs_in(&server, "reviewer");
    let case = officer.opens(&first.reference);
    let _ = case.has_its_certificate();
    let at = [("at-day", "27"), ("at-month", "11"), ("at-year", "2026"), ("time", "10:30"), ("note", "")];
    case.fills_in("collection", &at);
    first.case().must_say(&words.s("state-ready-applicant"));
    annuls(&officer, &head, &case.path);

    // The same person applies again, and a second record is made.
    let second = Sent::signed(&server, "en");
    let again = officer.opens(&second.reference);
    again.does("registration");
    again.does("record");
    eventually("the certificate", || Some(()).filter(|()| again.paper("certificate").status == 200));
    let _ = files(&server, &first);
    answers(&officer, &first.reference, &[("answer", "forward")]);

    let (person, page) = opens(&reviewer, &first.reference);
    let form = person.follow(&page, "/answer").ok();
    form.must_say("BERLIN-2026-000002");
    let cancel = [("answer", "cancel"), ("reasons", WHY)];
    let stands = person.send_by(&form, &cancel, "preview").must_be(422);
    stands.must_say(&words.s("desk-complaint-answer-error-record-stands"));
    let posted = format!("step=send&answer=cancel&reasons=x&seen_version={}", form.value("seen_version"));
    assert_eq!(person.posts(&form.path, &posted, &form.value("csrf")).status, 422);
    first.case().must_say(&words.s("state-annulled-applicant"));

    // The second record is annulled as made twice; now the first one is valid again, with its appointment.
    annuls(&officer, &head, &again.path);
    answers(&reviewer, &first.reference, &cancel);
    first.case().must_say(&words.s("state-ready-applicant")).must_say(&words.s("timeline-restore"));
    second.case().must_say(&words.s("state-annulled-applicant"));
    server.letter("eml", &[&first.reference, "appointment to collect the certificate stands"]);
    server.journal_is_whole(&[]);
}

#[test]
fn a_complaint_that_is_not_satisfied_leaves_the_annulment() {
    let server = Server::start();
    let words = Words::of("en");
    let sent = Sent::signed(&server, "en");
    let officer = Officer::signs_in(&server, "officer.berlin");
    let head = Officer::signs_in(&server, "supervisor.berlin");
    let case = officer.opens(&sent.reference);
    let _ = case.has_its_certificate();
    annuls(&officer, &head, &case.path);
    let reviewer = Officer::signs_in(&server, "reviewer");
    for (answer, says) in [("without_satisfaction", "complaint-court"), ("perform_action", "complaint-carried-out")] {
        let filed = files(&server, &sent);
        answers(&officer, &sent.reference, &[("answer", "forward")]);
        answers(&reviewer, &sent.reference, &[("answer", answer), ("reasons", WHY)]);
        sent.person.get(&filed.path).ok().must_say(&words.s(says)).must_not_say(&words.s("complaint-restored"));
        sent.case().must_say(&words.s("state-annulled-applicant"));
    }
    server.journal_is_whole(&[]);
}
