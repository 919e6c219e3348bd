//! The term of a complaint: the higher body extends it once with a reason (Law on public services 25(4)); when it passes in silence the person is
//! told of the way to court (APPC 100(5)). A complaint suspends what it is about (96): an annulment that other bodies were told of.

use crate::annulled::annuls;
use crate::complaint::{answers, files, opens};
use crate::harness::{Officer, Page, Sent, Server, Setup, Words, clock::Clock, eventually};
use testkit::Receiver;

const WHY: &str = "Клиника Шарите отвечает на наш запрос.";
const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

#[test]
fn extended_once_and_then_passed_in_silence() {
    extended(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn the_term_of_a_complaint_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("complaint_term") else { return };
    extended(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

fn extended(setup: Setup) {
    let mut server = Server::start_with(setup);
    let (words, en) = (Words::of("ru"), Words::of("en"));
    let mut sent = Sent::signed(&server, "ru");
    let consul = Officer::signs_in(&server, "officer.berlin");
    let case = consul.opens(&sent.reference);
    case.does("registration");
    let reasons = "Медициналық құжатта апостиль жоқ, сондықтан оның деректерін растау мүмкін болмады.";
    case.fills_in("refusal", &[("grounds", "unreliable_documents"), ("reasons", reasons)]);
    let filed = files(&server, &sent);
    // The mission has no longer term: it forwards or satisfies.
    let (person, page) = opens(&consul, &sent.reference);
    page.must_not_say(&en.s("desk-complaint-extend"));
    assert_eq!(person.get(&format!("{}/extension", page.path)).status, 409);
    answers(&consul, &sent.reference, &[("answer", "forward")]);

    let reviewer = Officer::signs_in(&server, "reviewer");
    let (person, page) = opens(&reviewer, &sent.reference);
    let form = person.follow(&page, "/extension").ok();
    let wrong = person.send(&form, &[("days", "11"), ("reasons", WHY)]).must_be(422);
    wrong.must_say(&en.s("desk-extension-ground-error-missing"));
    assert_eq!((wrong.value("reasons").as_str(), wrong.value("days").as_str()), (WHY, "11"), "what was typed stays");
    let wrong = person.send(&form, &[("ground", "information"), ("days", ""), ("reasons", " ")]).must_be(422);
    wrong.must_say(&en.s("desk-extension-days-error-missing")).must_say(&en.s("desk-extension-reasons-error-missing"));
    let fields = [("ground", "information"), ("days", "10"), ("reasons", WHY)];
    person.send(&form, &fields).ok().must_say(WHY).must_not_say(&en.s("desk-complaint-extend"));
    server.letter("eml", &["aigerim@example.org", "Клиника Шарите", "14 декабря 2026"]);
    sent.person.get(&filed.path).ok().must_say(WHY).must_say(&words.s("complaint-extension-information"));
    assert_eq!(person.get(&form.path).status, 409, "once");

    // The first end of the term passes and nothing follows; the second one passes in silence.
    server.restart_at("2026-12-02T09:00:00Z");
    let _ = signs_in_again(&server, &mut sent).must_not_say(&words.s("timeline-tell-silence"));
    server.restart_at("2026-12-17T09:00:00Z");
    let told = server.letter("eml", &["aigerim@example.org", "в жалобе отказано", "обратиться в суд"]);
    assert!(told.contains("14 декабря 2026"), "{told}");
    server.letter("sms", &[&sent.reference, "жалоба не рассмотрена в срок"]);
    let _ = signs_in_again(&server, &mut sent).must_say(&words.s("timeline-tell-silence"));
    sent.person.get(&filed.path).ok().must_say(&words.s("complaint-silence"));
    let reviewer = Officer::signs_in(&server, "reviewer");
    let list = reviewer.person.open("/desk/complaints").ok();
    list.must_say(&en.piece("desk-complaint-passed", &["when"]));
    opens(&reviewer, &sent.reference).1.must_say(&en.s("complaint-silence"));
    // A late decision for the person is still one.
    answers(&reviewer, &sent.reference, &[("answer", "cancel"), ("reasons", WHY)]);
    sent.case().must_say(&words.s("state-in-review-applicant"));
    server.journal_is_whole(&[]);
}

fn signs_in_again(server: &Server, sent: &mut Sent) -> Page {
    sent.person.find_again(server);
    let _ = sent.person.signs_in_with(server.signer("applicant1"), server.now()).ok();
    sent.case()
}

#[test]
fn a_complaint_suspends_an_annulment_until_it_is_decided() {
    let drawer = tempfile::tempdir().unwrap();
    let clock = Clock::starting(Setup::default().clock);
    let receiver = Receiver::listen("127.0.0.1:0".parse().unwrap(), SECRET, move || clock.now()).unwrap();
    let file = drawer.path().join("receivers.toml");
    std::fs::write(drawer.path().join("secret"), SECRET).unwrap();
    let text = format!(
        "[[receiver]]\nnotices = [\"key_revocation\"]\nurl = \"{}\"\nsecret_file = \"secret\"\n",
        receiver.address
    );
    std::fs::write(&file, &text).unwrap();
    let more = vec!["--receivers".to_owned(), file.to_str().unwrap().to_owned()];
    let server = Server::start_with(Setup { more, ..Setup::default() });
    let words = Words::of("en");
    let sent = Sent::signed(&server, "en");
    let officer = Officer::signs_in(&server, "officer.berlin");
    let head = Officer::signs_in(&server, "supervisor.berlin");
    let reviewer = Officer::signs_in(&server, "reviewer");
    let case = officer.opens(&sent.reference);
    let _ = case.has_its_certificate();
    annuls(&officer, &head, &case.path);
    server.letter("eml", &[&sent.reference, "A complaint suspends the annulment"]);
    sent.case().must_not_say(&words.s("complaint-suspends-annulment"));
    let filed = files(&server, &sent);
    filed.must_say(&words.s("complaint-suspends-annulment"));
    sent.case().must_say(&words.s("complaint-suspends-annulment"));
    answers(&officer, &sent.reference, &[("answer", "forward")]);
    answers(&reviewer, &sent.reference, &[("answer", "without_satisfaction"), ("reasons", "It is right")]);
    sent.case().must_not_say(&words.s("complaint-suspends-annulment"));
    let types = || -> Vec<String> {
        receiver.taken().iter().map(|event| event["type"].as_str().unwrap_or_default().to_owned()).collect()
    };
    eventually("four notices", || (types().len() == 4).then_some(()));
    let told = ["", ".annulled", ".annulment_suspended", ".annulment_resumed"];
    assert_eq!(types(), told.map(|own| format!("kz.elshi.key_revocation{own}.v1")), "in their order");
    server.journal_is_whole(&[]);
}

#[test]
fn an_annulment_says_why_a_complaint_does_not_suspend_it() {
    let server = Server::start();
    let words = Words::of("en");
    let sent = Sent::signed(&server, "en");
    let officer = Officer::signs_in(&server, "officer.berlin");
    let head = Officer::signs_in(&server, "supervisor.berlin");
    let case = officer.opens(&sent.reference);
    let _ = case.has_its_certificate();
    let address = format!("{}/annulment", case.path);
    let page = officer.person.get(&address).ok();
    let why = "The person is alive and cannot use her keys";
    let fields = [
        ("basis", "court_decision"),
        ("document", "Decision No. 77"),
        ("reason", "It is another person"),
        ("not_suspended", why),
    ];
    let _ = officer.person.send_by(&page, &fields, "propose").ok();
    let page = head.person.get(&address).ok();
    page.must_say(why);
    let _ = head.person.press(&page, "annul").ok();
    server.letter("eml", &[&sent.reference, "does not suspend the annulment", why]);
    let _ = files(&server, &sent);
    sent.case().must_not_say(&words.s("complaint-suspends-annulment"));
    let desk = officer.opens(&sent.reference).page();
    assert_eq!(
        desk.text().matches(&words.s("outgoing-kind-register-copy")).count(),
        2,
        "nobody is told of a suspension"
    );
    server.journal_is_whole(&[]);
}
