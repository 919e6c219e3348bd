//! A slip of the pen in the certificate (APPC 82): the applicant points it out, an officer says what is right by which paper, the head agrees; a
//! corrected certificate takes its place, the old one with its blank is void and kept, the bodies and the family learn of it.

use crate::harness::files::pdf_text;
use crate::harness::officer::Case;
use crate::harness::{Officer, Sent, Server, Setup, Words, eventually};

const PAPER: &str = "Passport N01234567, page 2";

#[test]
fn appc_82_a_slip_is_put_right() {
    slip(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn slip_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("slip") else { return };
    slip(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

fn slip(setup: Setup) {
    let server = Server::start_with(setup);
    let words = Words::of("en");
    let sent = Sent::signed(&server, "en");
    let consul = Officer::signs_in(&server, "officer.berlin");
    let head = Officer::signs_in(&server, "supervisor.berlin");
    let case = consul.opens(&sent.reference);
    sent.case().must_not_say(&words.s("motion-link-correct-slip"));
    assert_eq!(case.act("correct-slip").status, 409, "there is no certificate yet");
    handed_over(&case, &consul, &head);

    points_out(&sent, &words);
    let address = format!("{}/correct-slip", case.path);
    consul.person.open("/desk/queue?tab=all").ok().must_say(&words.s("flag-motion-correct-slip"));
    proposes(&consul, &address, &words);
    // Nobody agrees to their own word, and the family does not read what the desk says to itself.
    let agree = "step=agree&seen_version=99&seen_number=2";
    assert_eq!(consul.person.posts(&address, agree, &consul.person.csrf()).status, 403);
    let ankara = Officer::signs_in(&server, "officer.ankara").person;
    assert_eq!(ankara.posts(&address, agree, &ankara.csrf()).status, 404);
    sent.case().must_not_say(PAPER).must_say(&words.s("motion-ask-slip")).must_say("26 November 2026");

    // The head does not agree at first: it waits for the officer again.
    let page = head.person.get(&head.person.open("/desk/workload").ok().link("/correct-slip")).ok();
    page.must_say("Үлгібек").must_say(PAPER).must_say("the name is wrong");
    let empty = head.person.send_by(&page, &[("reason", " ")], "decline").must_be(422);
    empty.must_say(&words.s("slip-error-reason-missing"));
    let _ = head.person.send_by(&page, &[("reason", "Name the page")], "decline").ok();
    head.person.open("/desk/workload").ok().must_not_say(&words.s("motion-waiting"));
    let fields = [("given", "Үлгібек"), ("basis", PAPER)];
    let _ = consul.person.send_by(&consul.person.get(&address).ok(), &fields, "propose").ok();
    let stale = format!("step=agree&seen_version={}&seen_number=2", page.value("seen_version"));
    assert_eq!(head.person.posts(&address, &stale, &head.person.csrf()).status, 409, "another word than was read");
    let page = head.person.get(&address).ok();
    head.person.press(&page, "agree").ok().must_say(&words.s("motion-correct-certificate"));
    assert_eq!(head.person.posts(&address, &stale, &head.person.csrf()).status, 409, "once");

    corrected(&server, &sent, &case, &words);
    collected(&sent, &case, &consul, &words);
    none(&server, &sent, &consul, &address, &words);
    server.journal_is_whole(&[]);
}

/// The certificate is printed on a blank and in the family's hands.
fn handed_over(case: &Case<'_>, consul: &Officer, head: &Officer) {
    let date = [("received-day", "20"), ("received-month", "11"), ("received-year", "2026")];
    let numbers = [("series", "AB"), ("first", "0000101"), ("last", "0000110"), ("document", "Act No 12")];
    let page = head.person.open("/desk/blanks").ok();
    let _ = head.person.send(&page, &[&numbers[..], &date[..]].concat()).ok();
    let _ = case.has_its_certificate();
    hands_over(case, consul, "AB 0000101");
}

fn hands_over(case: &Case<'_>, consul: &Officer, blank: &str) {
    let _ = consul.person.send_by(&case.act("blank").ok(), &[("number", blank)], "print").ok();
    let at = [("at-day", "27"), ("at-month", "11"), ("at-year", "2026"), ("time", "10:30"), ("note", "")];
    case.fills_in("collection", &at);
    let handover = [
        ("receiver", "close_relative"),
        ("identity_document", "passport"),
        ("identity_number", "N01234567"),
        ("originals_seen", "yes"),
        ("blank", blank),
    ];
    case.fills_in("handover", &handover);
}

fn points_out(sent: &Sent, words: &Words) {
    let form = sent.person.get(&sent.case().link("/correct-slip")).ok();
    form.must_say("3 working days").must_say(&words.s("slip-lead-free"));
    sent.person.send(&form, &[("what", " ")]).must_be(422).must_say(&words.s("slip-error-what-missing"));
    let case = sent.person.send(&form, &[("what", "In the certificate the name is wrong: Үлгібек")]).ok();
    case.must_say(&words.s("motion-ask-slip")).must_not_say(&words.s("motion-link-correct-slip"));
    assert_eq!(sent.person.posts(&form.path, "what=Again", &sent.person.csrf()).status, 409, "one waits");
}

fn proposes(consul: &Officer, address: &str, words: &Words) {
    let page = consul.person.get(address).ok();
    page.must_say("the name is wrong");
    let wrong = consul.person.send_by(&page, &[("basis", "")], "propose").must_be(422);
    wrong.must_say(&words.s("slip-error-slips-missing")).must_say(&words.s("slip-error-basis-missing"));
    let wrong = consul.person.send_by(&page, &[("died_on", "31.02.2026"), ("basis", PAPER)], "propose").must_be(422);
    wrong.must_say(&words.s("slip-error-field-unreadable"));
    assert_eq!(wrong.value("died_on"), "31.02.2026", "as typed");
    let _ = consul.person.send_by(&page, &[("given", "Үлгібек"), ("basis", PAPER)], "propose").ok();
    let again = "step=propose&given=X&basis=y";
    assert_eq!(consul.person.posts(address, again, &consul.person.csrf()).status, 409, "the head's word is awaited");
}

/// Another number, the right name; the old one is kept and void with its blank; bodies and family are told.
fn corrected(server: &Server, sent: &Sent, case: &Case<'_>, words: &Words) {
    let printed = || Some(case.paper("certificate")).filter(|paper| paper.status == 200);
    let paper = pdf_text(&eventually("the corrected certificate", printed).bytes).to_uppercase();
    assert!(paper.contains("ҮЛГІБЕК") && paper.contains("DA-26-0000002"), "{paper}");
    let before = pdf_text(&case.paper("certificate-before-1").ok().bytes).to_uppercase();
    assert!(before.contains("DA-26-0000001") && !before.contains("ҮЛГІБЕК"), "{before}");
    let page = case.page();
    page.must_say(&words.s("state-certificate-replaced-officer")).must_say("DA-26-0000002");
    page.must_say(&words.s("slip-paper-before"));
    let told = page.text().matches(&words.s("outgoing-kind-register-copy")).count();
    assert_eq!(told, 2, "told of the record, and what is right");
    assert_eq!(page.text().matches(&words.s("outgoing-kind-key-revocation")).count(), 1, "a key has no name");
    let mail = server.letter("eml", &[&sent.reference, "was corrected", "DA-26-0000001", "DA-26-0000002", PAPER]);
    assert!(mail.contains("Үлгібек"), "{mail}");
    server.letter("sms", &[&sent.reference, "was corrected"]);
    let own = sent.case();
    own.must_say(&words.s("state-certificate-replaced-applicant")).must_say(&words.s("case-replaced-next"));
    own.must_say("Not valid any more: certificate DA-26-0000001").must_say("Үлгібек");
    let paper = own.path.clone() + "/papers/certificate-before-1";
    assert_eq!(sent.person.get(&paper).status, 404);
}

/// Handed over like the first one, on another blank.
fn collected(sent: &Sent, case: &Case<'_>, consul: &Officer, words: &Words) {
    case.act("blank").ok().must_say("AB 0000102");
    case.act("handover").ok().must_say(&words.s("slip-take-back")).must_say("DA-26-0000001");
    hands_over(case, consul, "AB 0000102");
    let paper = pdf_text(&case.paper("certificate-blank-2").ok().bytes).to_uppercase();
    assert!(paper.contains("ҮЛГІБЕК") && paper.contains("AB 0000102"), "{paper}");
    sent.case().must_say(&words.s("state-collected-applicant"));
}

/// What is no slip is refused in words.
fn none(server: &Server, sent: &Sent, consul: &Officer, address: &str, words: &Words) {
    let form = sent.person.get(&sent.case().link("/correct-slip")).ok();
    let _ = sent.person.send(&form, &[("what", "She was my mother")]).ok();
    let page = consul.person.get(address).ok();
    let empty = consul.person.send_by(&page, &[("reason", "")], "refuse").must_be(422);
    empty.must_say(&words.s("slip-error-reason-missing"));
    let _ = consul.person.send_by(&page, &[("reason", "That is not in a certificate")], "refuse").ok();
    server.letter("eml", &[&sent.reference, "stays as it is", "That is not in a certificate"]);
    sent.case().must_say(&words.s("motion-refuse-slip")).must_say("That is not in a certificate");
    assert_eq!(consul.person.posts(address, "step=refuse&reason=x", &consul.person.csrf()).status, 409, "once");
}
