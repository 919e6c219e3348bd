//! What was asked and not answered in its time: the request is returned with the reasons (APPC 64(6)-(7)), never before the time has passed. It is no
//! refusal: the person applies again with the answers kept, or complains. A late answer counts until the return.

use crate::complaint;
use crate::harness::request::next_code;
use crate::harness::{Answers, Officer, Page, Sent, Server, Setup, Words, eventually};
use crate::supplement::{answers, asks};

const WHY: &str = "Бірінші беттің артқы жағы әлі де жоқ.";
/// Asked on Monday for three working days: Thursday 26 November, 18:00 in Berlin. Within it, and after it.
const IN_TIME: &str = "2026-11-26T16:50:00Z";
const PASSED: &str = "2026-11-26T17:05:00Z";
/// The working day after the three of the return.
const LATE: &str = "2026-12-02T09:00:00Z";

#[test]
fn returned_with_the_reasons_and_begun_again() {
    returned(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn returned_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("returned") else { return };
    returned(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

fn found_again(server: &Server, sent: &mut Sent) {
    sent.person.find_again(server);
    let _ = sent.person.signs_in_with(server.signer("applicant1"), server.now()).ok();
}

fn returned(setup: Setup) {
    let mut server = Server::start_with(setup);
    let (words, desk) = (Words::of("kk"), Words::of("en"));
    let mut sent = Sent::signed(&server, "kk");
    let consul = Officer::signs_in(&server, "officer.berlin");
    let case = consul.opens(&sent.reference);
    assert_eq!(case.does("registration").status, 200);
    assert_eq!(case.act("return").status, 409, "nothing was asked");
    asks(&consul, &sent.reference);
    server.letter("eml", &["aigerim@example.org", "өзіңізге қайтаруымыз мүмкін"]);
    sent.case().must_say(&words.s("case-asked-otherwise"));

    too_early(&mut server, &mut sent);
    server.restart_at(PASSED);
    // A quarter of an hour later: still signed in.
    sent.person.find_again(&server);
    sent.case().must_say(&words.s("case-asked-passed")).must_not_say(&words.s("case-asked-otherwise"));
    let begun = answers(&sent);

    // The queue says until when, by the calendar of the mission: Friday, Monday, Tuesday.
    let consul = Officer::signs_in(&server, "officer.berlin");
    let queue = consul.person.open("/desk/queue?tab=waiting").ok();
    queue.must_say(&desk.s("desk-return-due")).must_say(&desk.f("desk-due-days", &[("count", "5")]));
    let case = consul.opens(&sent.reference);
    case.page().must_say(&desk.s("desk-return-due")).must_say(&desk.s("act-return-request"));
    nobody_else(&server, &sent, &case.path);
    case.act("refusal").ok().must_say(&desk.s("desk-return-or-refuse"));

    // The form begins with what was asked; without reasons nothing is returned; the letter is shown before it leaves.
    let form = case.act("return").ok();
    form.must_say(&desk.piece("desk-return-by", &["when"])).must_say("1 December 2026");
    let asked = form.value("reasons");
    assert!(asked.contains("Rückseite fehlt") && asked.contains("Үйіңіздің нөмірін тексеріңіз"), "{asked}");
    assert!(asked.contains(&words.s("section-documents-title")), "in the language of the letters: {asked}");
    let none = consul.person.send_by(&form, &[("reasons", " ")], "preview").must_be(422);
    none.must_say(&desk.s("desk-return-reasons-error-missing"));
    let look = consul.person.send_by(&form, &[("reasons", WHY)], "preview").ok();
    look.must_say(WHY).must_say("бас тарту емес").must_say("2026 жылғы 26 қараша");
    let done = consul.person.press(&look, "send").ok();
    done.must_say(&desk.s("desk-return-done")).must_say(&desk.s("state-returned-officer"));
    server.letter("eml", &["aigerim@example.org", &sent.reference, WHY, "2027 жылғы 26 ақпан"]);
    server.letter("sms", &[&sent.reference, "өтініш қайтарылды"]);
    for noun in ["return", "record", "refusal", "correction", "registration"] {
        assert_eq!(case.act(noun).status, 409, "{noun}");
    }

    // She reads why, that nothing was decided, and what she can do; the answer that she began too late leads to the case.
    let own = sent.case();
    own.must_say(&words.s("state-returned-applicant")).must_say(&words.s("timeline-return-request")).must_say(WHY);
    own.must_say(&words.s("case-returned-next")).must_say(&words.s("case-complain"));
    own.must_not_say(&words.s("case-asked-answer"));
    assert!(sent.person.get(&begun.path).ok().path.contains("/services/"));
    assert_eq!(sent.person.get(&begun.page("check")).status, 409);
    begins_again(&sent, &own);
    server.journal_is_whole(&[]);
    complains(&server, &sent, &consul);
    server.journal_is_whole(&[]);
}

/// Ten minutes before the end of the time to answer nobody returns anything, on the page or past it.
fn too_early(server: &mut Server, sent: &mut Sent) {
    server.restart_at(IN_TIME);
    found_again(server, sent);
    let consul = Officer::signs_in(server, "officer.berlin");
    let case = consul.opens(&sent.reference);
    assert_eq!(case.act("return").status, 409);
    let version = case.act("record").ok().value("seen_version");
    let body = format!("step=send&reasons=x&seen_version={version}");
    assert_eq!(consul.person.posts(&format!("{}/return", case.path), &body, &consul.person.csrf()).status, 409);
    case.page().must_not_say(&Words::of("en").s("desk-return-due"));
}

/// Only an officer of the mission: who may read the case is told that it is not open, everybody else that there is no such case.
fn nobody_else(server: &Server, sent: &Sent, path: &str) {
    let address = format!("{path}/return");
    let asks = |staff: &Officer, status: u16, who: &str| {
        assert_eq!(staff.person.get(&address).status, status, "{who}");
        let body = "step=send&reasons=x&seen_version=3";
        assert_eq!(staff.person.posts(&address, body, &staff.person.csrf()).status, status, "{who}");
    };
    for (login, status) in
        [("officer.ankara", 404), ("reviewer", 404), ("supervisor.berlin", 409), ("auditor", 409), ("admin", 404)]
    {
        let staff = Officer::signs_in(server, login);
        let seen = staff.person.get(path).status;
        asks(&staff, if seen == 200 { 409 } else { status }, login);
    }
    assert_eq!(sent.person.get(&address).status, 403, "the applicant");
    sent.case().must_say(&Words::of("kk").s("case-asked-answer"));
}

/// Every answer and every file is there.
fn begins_again(sent: &Sent, own: &Page) {
    let again = own.forms().into_iter().find(|form| form.action.ends_with("/new-request")).unwrap();
    let list = sent.person.submit(own, &again).ok();
    assert!(list.path.contains("/request/"), "{}", list.path);
    let draft = list.path.split('?').next().unwrap();
    assert_eq!(sent.person.get(&format!("{draft}/you")).ok().value("address-line1"), "Lindenstraße 7");
    sent.person.get(&format!("{draft}/files")).ok().must_say("Todesbescheinigung.pdf");
}

/// The return is complained of as such; who returned it decides nothing; the higher body opens the case again, and the term begins.
fn complains(server: &Server, sent: &Sent, consul: &Officer) {
    let (words, desk) = (Words::of("kk"), Words::of("en"));
    let form = sent.person.follow(&sent.case(), "/complaint").ok();
    form.must_say(&words.s("complaint-subject-return"));
    let _ = complaint::files(server, sent);
    let (_, page) = complaint::opens(consul, &sent.reference);
    page.must_say(&desk.s("complaint-subject-return")).must_say(&desk.s("desk-complaint-own-act"));
    complaint::answers(consul, &sent.reference, &[("answer", "forward")]);
    let reviewer = Officer::is_added_as(server, "reviewer", None, "reviewer.2", "Қайта қараушы");
    complaint::answers(&reviewer, &sent.reference, &[("answer", "cancel"), ("reasons", "Барлығы жіберілген.")]);
    server.letter("eml", &["aigerim@example.org", "Барлығы жіберілген."]);
    sent.case().must_say(&words.s("state-in-review-applicant")).must_say(&words.s("timeline-reopen"));
    let _ = consul.opens(&sent.reference).act("record").ok();
}

/// The officer has not returned it yet: the answer counts, and the page that is still open comes too late. The term that passed closes nothing.
#[test]
fn a_late_answer_counts_until_the_return() {
    let mut server = Server::start();
    let (words, desk) = (Words::of("ru"), Words::of("en"));
    let mut sent = Sent::signed(&server, "ru");
    let consul = Officer::signs_in(&server, "officer.berlin");
    consul.opens(&sent.reference).does("registration");
    asks(&consul, &sent.reference);
    server.restart_at(LATE);
    found_again(&server, &mut sent);
    let consul = Officer::signs_in(&server, "officer.berlin");
    let case = consul.opens(&sent.reference);
    let bar = case.page();
    bar.must_say(&desk.s("desk-return-due")).must_say(&desk.f("desk-overdue-hours", &[("count", "16")]));
    let look = consul.person.send_by(&case.act("return").ok(), &[("reasons", WHY)], "preview").ok();

    let draft = answers(&sent);
    let answered = Answers::of_a_daughter().with("address-line1", "Lindenstraße 7a");
    let _ = sent.person.fills_in(&draft, "you", &answered).ok();
    let _ = sent.person.file_to_sign(&draft);
    let wait = sent.person.press(&sent.person.get(&draft.page("code")).ok(), "send").ok();
    let code = next_code(&server, "+4915123456789", 0);
    let done = sent.person.send_by(&wait, &[("code", &code)], "confirm").ok();
    done.must_say(&words.s("answer-sent-title"));
    assert_eq!(consul.person.press(&look, "send").status, 409, "answered meanwhile");
    eventually("the case in review", || case.page().says(&desk.s("state-in-review-officer")).then_some(()));
    assert_eq!(case.act("return").status, 409);
    case.page().must_say("Lindenstraße 7a").must_not_say(&desk.s("desk-return-due"));
    server.journal_is_whole(&[]);
}
