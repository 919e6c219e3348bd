//! The mission asks for something before it decides (APPC 64(6)); the person changes only the parts that were asked for, reads what
//! changed, and signs an addendum. The first signature stays; the officer sees old and new; the journal proves both.

use crate::harness::files::{self, pdf_text};
use crate::harness::request::{Draft, next_code};
use crate::harness::{Answers, Officer, Sent, Server, Setup, Words};
use jiff::SignedDuration;

const SECOND_PAGE: &str = "Бірінші беттің артқы жағы түсірілмеген: Rückseite fehlt.";
const ADDRESS: &str = "Үйіңіздің нөмірін тексеріңіз.";

#[test]
fn an_addendum_is_signed_and_the_first_signature_stays() {
    the_answer(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn an_addendum_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("an_addendum") else { return };
    the_answer(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

/// The mission asks for a page and about the address.
pub fn asks(officer: &Officer, reference: &str) {
    let case = officer.opens(reference);
    let fields = [("item-documents", SECOND_PAGE), ("item-you", ADDRESS), ("working_days", "3")];
    case.fills_in("correction", &fields).must_say(&Words::of("en").s("desk-correction-done"));
}

/// Begins the answer from the case.
pub fn answers(sent: &Sent) -> Draft {
    let case = sent.case();
    let form = case.forms().into_iter().find(|form| form.action.ends_with("/supplement")).expect("Answer now");
    let list = sent.person.submit(&case, &form).ok();
    assert!(list.path.contains("/request/"), "{}", list.path);
    Draft { path: list.path.split('?').next().unwrap().to_owned() }
}

fn the_answer(setup: Setup) {
    let server = Server::start_with(setup);
    let words = Words::of("kk");
    let sent = Sent::signed(&server, "kk");
    let first = sent.person.follow(&sent.case(), "/papers/application").ok().bytes;
    let consul = Officer::signs_in(&server, "officer.berlin");
    consul.opens(&sent.reference).does("registration");

    // Nothing asked is no question.
    let form = consul.opens(&sent.reference).act("correction").ok();
    let back = consul.person.send_by(&form, &[("item-documents", " ")], "preview");
    assert_eq!(back.status, 422);
    back.must_say(&Words::of("en").s("desk-correction-items-error-missing"));
    asks(&consul, &sent.reference);
    server.letter("eml", &["aigerim@example.org", SECOND_PAGE, ADDRESS]);
    server.letter("sms", &[&sent.reference, "мәлімет керек"]);

    // She sees what is asked, and only those parts can be changed.
    sent.case().must_say(SECOND_PAGE).must_say(&words.s("case-asked-term"));
    let draft = answers(&sent);
    assert_eq!(answers(&sent).path, draft.path, "pressed twice, begun once");
    let list = sent.person.get(&draft.path).ok();
    list.must_say(ADDRESS).must_say(&words.s("section-documents-title")).must_not_say(&words.s("section-death-title"));
    assert_eq!(sent.person.get(&draft.page("death")).ok().path, draft.path, "not asked for");
    let past = sent.person.posts(&draft.page("death"), "version=1&death-place=Potsdam&act=leave", &sent.person.csrf());
    assert_eq!(past.status, 409, "{}", past.text());
    let unchanged = sent.person.get(&draft.page("check")).ok();
    unchanged.must_say(&words.s("error-nothing-changed"));

    // She corrects the house number and adds the page.
    let answered = Answers::of_a_daughter().with("address-line1", "Lindenstraße 7a");
    let _ = sent.person.fills_in(&draft, "you", &answered).ok();
    let page = files::png();
    let _ = sent.person.encloses(&draft, "medical", &crate::harness::Chosen::new("Rückseite.png", page)).ok();
    let check = sent.person.get(&draft.page("check")).ok();
    check.must_say("Lindenstraße 7a").must_say("Rückseite.png").must_not_say("Charité");
    let addendum = sent.person.file_to_sign(&draft);
    let printed = pdf_text(&addendum);
    assert!(printed.contains(&sent.reference) && printed.contains("Lindenstraße 7a"), "{printed}");
    let done = sent.person.signs(&draft, server.signer("applicant1"), server.now()).ok();
    done.must_say(&words.s("answer-sent-title")).must_say(&sent.reference);
    assert_eq!(sent.person.get(&draft.path).ok().path, done.path, "sent is sent");

    // Both files are there; nothing was signed over again.
    let case = sent.case();
    case.must_say(&words.s("state-in-review-applicant")).must_say(&words.s("timeline-supplement"));
    assert_eq!(sent.person.follow(&case, "/papers/application").ok().bytes, first);
    assert_eq!(sent.person.follow(&case, "/papers/supplement-1").ok().bytes, addendum);
    assert!(!sent.person.follow(&case, "/papers/supplement-proof-1").ok().bytes.is_empty());
    server.letter("eml", &["aigerim@example.org", "қайта тексеріледі"]);

    // The officer reads what was asked, what changed, and the new page.
    let desk = consul.opens(&sent.reference).page();
    desk.must_say(ADDRESS).must_say("Lindenstraße 7a").must_say("Rückseite.png");
    let html = desk.html();
    let link = crate::harness::page::select("a[href*='/desk/files/']");
    let new = html.select(&link).find(|link| link.text().collect::<String>().contains("Rückseite")).expect("the page");
    assert_eq!(consul.person.get(new.attr("href").unwrap()).ok().bytes, files::png());

    // A second question is answered with a one-time password; the record is made from the request as amended.
    asks(&consul, &sent.reference);
    let again = answers(&sent);
    assert_ne!(again.path, draft.path);
    let _ = sent.person.fills_in(&again, "you", &answered.with("address-line1", "Lindenstraße 7b")).ok();
    let _ = sent.person.file_to_sign(&again);
    let code_page = sent.person.get(&again.page("code")).ok();
    let wait = sent.person.press(&code_page, "send").ok();
    let code = next_code(&server, "+4915123456789", 0);
    let done = sent.person.send_by(&wait, &[("code", &code)], "confirm").ok();
    done.must_say(&words.s("answer-sent-title"));
    let case = consul.opens(&sent.reference);
    case.page().must_say("Lindenstraße 7b");
    case.does("record");
    server.journal_is_whole(&[]);
}

#[test]
fn a_refusal_waits_for_the_answer_and_reminders_are_sent_once() {
    let mut server = Server::start();
    let mut sent = Sent::signed(&server, "ru");
    let consul = Officer::signs_in(&server, "officer.berlin");
    consul.opens(&sent.reference).does("registration");
    asks(&consul, &sent.reference);
    assert_eq!(consul.opens(&sent.reference).act("refusal").status, 409);
    let waits = |server: &Server| {
        server
            .letters("eml")
            .iter()
            .filter(|letter| letter.contains("ждём вашего ответа") || letter.contains("Мы ждём"))
            .count()
    };
    assert_eq!(waits(&server), 0);

    // Asked on Monday until Thursday 18:00: reminded on Wednesday, and again on the working day before the end.
    server.restart_at("2026-11-25T07:00:00Z");
    crate::harness::eventually("the first reminder", || (waits(&server) == 1).then_some(()));
    server.restart_at("2026-11-25T17:30:00Z");
    crate::harness::eventually("the second reminder", || (waits(&server) == 2).then_some(()));

    // The time has passed: the officer may refuse now, and a late answer still counts until then.
    server.restart_at("2026-11-26T17:30:00Z");
    let consul = Officer::signs_in(&server, "officer.berlin");
    let _ = consul.opens(&sent.reference).act("refusal").ok();
    sent.person.find_again(&server);
    let _ = sent.person.signs_in_with(server.signer("applicant1"), server.now()).ok();
    let draft = answers(&sent);
    let other = server.person("ru");
    let _ = other.signs_in_with(server.signer("applicant2"), server.now() + SignedDuration::from_secs(1)).ok();
    assert_eq!(other.get(&draft.path).status, 404, "another person's answer is not even said to exist");
    let reasons = "Құжаттың екінші беті берілмеді, сондықтан деректерді тексеру мүмкін болмады.";
    consul.opens(&sent.reference).fills_in("refusal", &[("grounds", "does_not_meet_rules"), ("reasons", reasons)]);
    assert_eq!(waits(&server), 2);
    // What was begun leads to the case; it cannot be sent any more.
    assert!(sent.person.get(&draft.path).ok().path.contains("/services/"));
    assert_eq!(sent.person.get(&draft.page("check")).status, 409);
    server.journal_is_whole(&[]);
}
