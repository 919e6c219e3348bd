//! The complaint (APPC 91-100): after a refusal, and when the term passed without a decision. The mission satisfies or forwards it, the
//! official complained of decides nothing, the higher body decides, and the application is considered anew.

use crate::harness::files::pdf_text;
use crate::harness::request::next_code;
use crate::harness::{Officer, Page, Person, Sent, Server, Setup, Words, eventually};

const WHY: &str = "Құжат апостильмен куәландырылған. Er wurde am 20. November ausgestellt.";

#[test]
fn a_refusal_is_complained_of_and_cancelled_by_the_higher_body() {
    refused_and_cancelled(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn a_complaint_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("a_complaint") else { return };
    refused_and_cancelled(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

/// Writes a complaint from the case and signs it; the page of what was filed.
pub fn files(server: &Server, sent: &Sent) -> Page {
    signs(server, sent, &writes(sent, &[]))
}

fn signs(server: &Server, sent: &Sent, written: &Page) -> Page {
    let file = sent.person.follow(written, "/file").ok().bytes;
    let panel = sent.person.follow(written, "/signature").ok();
    let good = server.signer("applicant1").sign_detached(&file, server.now());
    sent.person.send_file(&panel, &crate::harness::Chosen::new("complaint.cms", good)).ok()
}

/// Writes a complaint from the case; the page to be signed.
pub fn writes(sent: &Sent, more: &[(&str, &str)]) -> Page {
    let form = sent.person.get(&format!("{}/complaint", sent.case().path)).ok();
    let mut fields = vec![("circumstances", WHY), ("wishes", "cancel")];
    fields.extend(more);
    let written = sent.person.send(&form, &fields).ok();
    assert!(written.path.contains("/complaints/"), "{}: {}", written.path, written.text());
    written
}

fn opens<'a>(staff: &'a Officer, reference: &str) -> (&'a Person, Page) {
    let list = staff.person.open("/desk/complaints").ok();
    list.must_say(reference);
    (&staff.person, staff.person.follow(&list, "/desk/complaints/").ok())
}

pub fn answers(staff: &Officer, reference: &str, fields: &[(&str, &str)]) -> Page {
    let (person, page) = opens(staff, reference);
    let form = person.follow(&page, "/answer").ok();
    let look = person.send_by(&form, fields, "preview").ok();
    let done = person.press(&look, "send").ok();
    done.must_say(&Words::of("en").s("desk-complaint-done"));
    done
}

fn refused_and_cancelled(setup: Setup) {
    let server = Server::start_with(setup);
    let words = Words::of("ru");
    let sent = Sent::signed(&server, "ru");
    let consul = Officer::signs_in(&server, "officer.berlin");
    let case = consul.opens(&sent.reference);
    case.does("registration");
    let reasons = "Медициналық құжатта апостиль жоқ, сондықтан оның деректерін растау мүмкін болмады.";
    case.fills_in("refusal", &[("grounds", "unreliable_documents"), ("reasons", reasons)]);

    // Everything that is missing is told at once; what is known is filled in.
    sent.case().must_say(&words.s("case-complain"));
    let form = sent.person.follow(&sent.case(), "/complaint").ok();
    assert!(form.value("residence").contains("Lindenstraße 7"));
    let back = sent.person.send(&form, &[("residence", " ")]);
    assert_eq!(back.status, 422);
    for field in ["circumstances", "wishes", "residence"] {
        back.must_say(&words.s(&format!("complaint-{field}-error-missing")));
    }

    let filed = writes_and_signs(&server, &sent, &words);
    server.letter("eml", &["aigerim@example.org", "приняли вашу жалобу"]);
    assert!(sent.case().says(&words.s("timeline-file-complaint")) && !sent.case().says(&words.s("case-complain")));
    assert_eq!(sent.person.open(&format!("{}/complaint", sent.case().path.trim_start_matches("/ru"))).status, 409);

    nobody_else(&server, &filed.path);
    // The consul refused it himself: he may only forward.
    let (person, page) = opens(&consul, &sent.reference);
    page.must_say(&Words::of("en").s("desk-complaint-own-act")).must_say(WHY);
    let answer = person.follow(&page, "/answer").ok();
    answer.must_not_say(&Words::of("en").s("desk-complaint-answer-satisfy"));
    let version = answer.value("seen_version");
    let satisfy = format!("step=send&answer=satisfy&reasons=x&seen_version={version}");
    assert_eq!(person.posts(&answer.path, &satisfy, &person.csrf()).status, 403);
    let reviewer = Officer::signs_in(&server, "reviewer");
    assert!(!reviewer.person.open("/desk/complaints").ok().says(&sent.reference), "not forwarded yet");
    let desk = page.path.clone();
    assert_eq!(reviewer.person.get(&desk).status, 404);
    assert_eq!(reviewer.person.get(&case.path).status, 404);
    answers(&consul, &sent.reference, &[("answer", "forward")]);
    server.letter("eml", &["aigerim@example.org", "передана с материалами дела"]);
    assert_eq!(person.get(&answer.path).status, 409);

    // The higher body reads the case with its papers and cancels the refusal.
    let file_of_case = reviewer.person.get(&case.path).ok();
    file_of_case.must_say("Lindenstraße 7").must_say("Todesbescheinigung.pdf");
    let _ = reviewer.person.get(&format!("{}/papers/refusal", case.path)).ok();
    let upload = file_of_case.links().into_iter().find(|link| link.contains("/desk/files/")).expect("a file");
    let _ = reviewer.person.get(&upload).ok();
    let (_, page) = opens(&reviewer, &sent.reference);
    let form = reviewer.person.follow(&page, "/answer").ok();
    let silent = reviewer.person.send_by(&form, &[("answer", "cancel")], "preview");
    assert_eq!(silent.status, 422);
    answers(&reviewer, &sent.reference, &[("answer", "cancel"), ("reasons", "Апостиль есть на второй странице.")]);
    server.letter("eml", &["aigerim@example.org", "Апостиль есть", "отменено"]);
    sent.person.get(&filed.path).ok().must_say(&words.s("complaint-reopened"));

    // The case is decided anew; the refusal that was cancelled is kept.
    let again = sent.case();
    again
        .must_say(&words.s("state-in-review-applicant"))
        .must_say(&words.s("timeline-reopen"))
        .must_say(&words.s("who-reviewer"));
    let _ = sent.person.follow(&again, "/papers/refusal-before-1").ok();
    server.journal_is_whole(&[]);
    case.fills_in("refusal", &[("grounds", "no_consent"), ("reasons", reasons)]);
    sent.case().must_say(&words.s("case-complain"));

    the_next_one(&server, &sent, &consul, &reviewer);
    server.journal_is_whole(&[]);
}

/// Another complaint is about no act: there is nothing to cancel, and the same reviewer decides it.
fn the_next_one(server: &Server, sent: &Sent, consul: &Officer, reviewer: &Officer) {
    let words = Words::of("ru");
    let next = signs(server, sent, &writes(sent, &[("subject", "action")]));
    answers(consul, &sent.reference, &[("answer", "forward")]);
    let (_, page) = opens(reviewer, &sent.reference);
    page.must_not_say(&Words::of("en").s("desk-complaint-own-act"));
    let form = reviewer.person.follow(&page, "/answer").ok();
    form.must_not_say(&Words::of("en").s("complaint-decision-cancel"));
    let version = form.value("seen_version");
    let cancel = format!("step=send&answer=cancel&reasons=x&seen_version={version}");
    assert_eq!(reviewer.person.posts(&form.path, &cancel, &form.value("csrf")).status, 409);
    answers(reviewer, &sent.reference, &[("answer", "perform_action"), ("reasons", "Ответить на её письмо.")]);
    server.letter("eml", &["aigerim@example.org", "Ответить на её письмо", "выполняет то, что решено"]);
    let next = sent.person.get(&next.path).ok();
    next.must_say(&words.s("complaint-carried-out")).must_not_say(&words.s("complaint-reopened"));
    sent.case().must_say(&words.s("state-refused-applicant"));
}

/// She reads the file, changes her mind about a word, and signs; the page of what was filed.
fn writes_and_signs(server: &Server, sent: &Sent, words: &Words) -> Page {
    let first = writes(sent, &[]);
    // The form begins with what was written; only the officer who refused is named beside the mission.
    let again = sent.person.follow(&sent.case(), "/complaint").ok();
    assert!(again.value("circumstances").starts_with(WHY) && again.value("residence").contains("Lindenstraße 7"));
    let written = writes(sent, &[("circumstances", &format!("{WHY} Beilage 1."))]);
    assert_eq!(first.path, written.path, "written anew, not twice");
    let file = sent.person.follow(&written, "/file").ok().bytes;
    let printed = pdf_text(&file);
    for needed in
        ["Жалоба", &sent.reference, "Beilage 1", "Министерство иностранных дел", "Lindenstraße 7", "Сейітова А. Б."]
    {
        assert!(printed.contains(needed), "{needed} is missing in {printed}");
    }
    let panel = sent.person.follow(&written, "/signature").ok();
    let other = server.signer("applicant2").sign_detached(&file, server.now());
    let refused = sent.person.send_file(&panel, &crate::harness::Chosen::new("complaint.cms", other));
    assert_eq!(refused.status, 422, "somebody else's key");
    let filed = signs(server, sent, &written);
    let _ = filed.must_say(&words.s("complaint-state-received")).must_say(&words.s("complaint-suspends"));
    filed
}

/// Another person and another mission are not told that it exists; an auditor reads it.
fn nobody_else(server: &Server, path: &str) {
    let stranger = server.person("ru");
    let _ = stranger.signs_in_with(server.signer("applicant2"), server.now()).ok();
    for page in ["", "/file", "/signature", "/code"] {
        assert_eq!(stranger.get(&format!("{path}{page}")).status, 404, "{page}");
    }
    let desk = path.replace("/ru/complaints/", "/en/desk/complaints/");
    let ankara = Officer::signs_in(server, "officer.ankara");
    for page in ["", "/file", "/answer"] {
        assert_eq!(ankara.person.get(&format!("{desk}{page}")).status, 404, "{page}");
    }
    let auditor = Officer::signs_in(server, "auditor");
    let _ = auditor.person.get(&desk).ok();
    assert_eq!(auditor.person.get(&format!("{desk}/answer")).status, 409);
}

#[test]
fn when_the_term_passed_the_way_to_complain_appears_by_itself() {
    let mut server = Server::start();
    let words = Words::of("kk");
    let mut sent = Sent::signed(&server, "kk");
    assert!(!sent.case().says(&words.s("case-complain")), "nothing was missed yet");
    server.restart_at("2026-11-24T17:30:00Z");
    sent.person.find_again(&server);
    let _ = sent.person.signs_in_with(server.signer("applicant1"), server.now()).ok();
    sent.case().must_say(&words.s("case-complain"));
    let written = writes(&sent, &[("wishes", "decide_now")]);

    // Confirmed with a one-time password over exactly this file.
    let code_page = sent.person.follow(&written, "/code").ok();
    let wait = sent.person.press(&code_page, "send").ok();
    let code = next_code(&server, "+4915123456789", 0);
    let wrong = if code == "000000" { "000001" } else { "000000" };
    assert_eq!(sent.person.send_by(&wait, &[("code", wrong)], "confirm").status, 422);
    let filed = sent.person.send_by(&wait, &[("code", &code)], "confirm").ok();
    filed.must_say(&words.s("complaint-state-received"));

    // The consul has not touched the case: the mission satisfies the complaint and decides.
    let consul = Officer::signs_in(&server, "officer.berlin");
    answers(&consul, &sent.reference, &[("answer", "satisfy"), ("reasons", "Бүгін шешім қабылдаймыз.")]);
    let answered = sent.person.get(&filed.path).ok();
    answered.must_say("Бүгін шешім қабылдаймыз.").must_say(&words.s("complaint-carried-out"));
    answered.must_not_say(&words.s("complaint-reopened"));
    let case = consul.opens(&sent.reference);
    case.does("registration");

    // Refused too late; the higher body cancels it, and the term begins again. A complaint about something else would not have.
    let reasons = "Медициналық құжатта апостиль жоқ, сондықтан оның деректерін растау мүмкін болмады.";
    case.fills_in("refusal", &[("grounds", "unreliable_documents"), ("reasons", reasons)]);
    let _ = files(&server, &sent).must_say(&words.s("complaint-state-received"));
    answers(&consul, &sent.reference, &[("answer", "forward")]);
    let reviewer = Officer::signs_in(&server, "reviewer");
    answers(&reviewer, &sent.reference, &[("answer", "cancel"), ("reasons", "Апостиль екінші бетте.")]);
    sent.case().must_say(&words.s("state-in-review-applicant")).must_not_say(&words.s("case-overdue-tag"));
    server.journal_is_whole(&[]);
    case.does("record");
    eventually("the certificate", || Some(case.paper("certificate")).filter(|paper| paper.status == 200));
    server.journal_is_whole(&[]);
}
