//! The hearing before a refusal (APPC 73, 74): where the policy is on, nobody is refused before the day that was told, on a ground they were not heard
//! about, or while their word is awaited; in writing, orally with a protocol, or waived. Where it is off, as it is here, nothing of it is there.

use crate::harness::{Officer, Sent, Server, Words, person::Person, postgres::Database};
use crate::sampled::{house, of};

const REASONS: &str = "The medical document names another person than the passport.";
const REMEDY: &str = "A medical document with the name as in the passport.";
const ALL: [&str; 5] = ["preliminary-refusal", "hearing", "hearing-protocol", "hearing-remarks", "resumed-review"];

#[test]
fn where_nobody_is_heard_nothing_of_it_is_there() {
    let server = Server::start();
    let (sent, words) = (Sent::signed(&server, "en"), Words::of("en"));
    let consul = Officer::signs_in(&server, "officer.berlin");
    let case = consul.opens(&sent.reference);
    case.does("registration");
    case.page().must_not_say(&words.s("act-plan-refusal")).must_say(&words.s("act-refuse"));
    for noun in ALL {
        assert_eq!(case.act(noun).status, 404, "{noun}");
        let body = "step=send&seen_version=2&grounds=no_consent&reasons=x&remedy=x&day=2026-11-27";
        assert_eq!(consul.person.posts(&format!("{}/{noun}", case.path), body, &consul.person.csrf()).status, 404);
    }
    let own = format!("{}/hearing", sent.case().path);
    assert_eq!(sent.person.get(&own).status, 404);
    for body in
        ["version=2&way=written&words=x", "version=2&way=phone&words=", "version=2&way=none", "version=2&remarks=none"]
    {
        assert_eq!(sent.person.posts(&own, body, &sent.person.csrf()).status, 404, "{body}");
    }
    sent.case().must_not_say(&words.s("case-hearing"));
    case.fills_in("refusal", &[("grounds", "unreliable_documents"), ("reasons", REASONS)]);
    server.journal_is_whole(&[]);
}

#[test]
fn heard_in_writing() {
    written(None);
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn heard_in_writing_on_postgresql() {
    let Some(database) = Database::fresh("hearing_written") else { return };
    written(Some(database.url.clone()));
}

#[test]
fn heard_orally() {
    oral(None);
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn heard_orally_on_postgresql() {
    let Some(database) = Database::fresh("hearing_oral") else { return };
    oral(Some(database.url.clone()));
}

/// Registers, and tells on Monday that a refusal is planned for Friday: three whole working days lie between.
fn plans(consul: &Officer, sent: &Sent) {
    let case = consul.opens(&sent.reference);
    case.does("registration");
    assert_eq!(case.act("refusal").status, 409, "heard first");
    let early = [("grounds", "unreliable_documents"), ("reasons", REASONS), ("remedy", REMEDY), ("day", "2026-11-26")];
    let form = case.act("preliminary-refusal").ok();
    form.must_say("27 November 2026").must_not_say("26 November 2026");
    let _ = consul.person.send_by(&form, &[("reasons", REASONS)], "preview").must_be(422);
    let body: String = early.iter().map(|(name, value)| format!("&{name}={}", value.replace(' ', "+"))).collect();
    let post = format!("{}/preliminary-refusal", case.path);
    let posted = consul.person.posts(&post, &format!("step=send&seen_version=2{body}"), &consul.person.csrf());
    assert_eq!(posted.status, 422, "too soon by law");
    let fields = [("grounds", "unreliable_documents"), ("reasons", REASONS), ("remedy", REMEDY), ("day", "2026-11-27")];
    case.fills_in("preliminary-refusal", &fields);
    assert_eq!(case.act("refusal").status, 409);
    assert_eq!(case.act("record").status, 409, "it is checked again first");
}

fn again(server: &Server, sent: &mut Sent) {
    sent.person.find_again(server);
    let _ = sent.person.signs_in_with(server.signer("applicant1"), server.now()).ok();
}

fn says(person: &Person, case: &str, fields: &[(&str, &str)]) -> crate::harness::Page {
    person.send(&person.get(&format!("{case}/hearing")).ok(), fields)
}

fn written(database: Option<String>) {
    let place = house("held = false\n", "held = true\n");
    let mut server = Server::start_with(of(&place, database));
    let words = Words::of("en");
    let (mut sent, late, waives) =
        (Sent::signed(&server, "en"), Sent::signed(&server, "en"), Sent::signed(&server, "en"));
    let consul = Officer::signs_in(&server, "officer.berlin");
    for own in [&sent, &late, &waives] {
        plans(&consul, own);
    }
    server.letter("eml", &[&sent.reference, REASONS, REMEDY, "25 November 2026", "27 November 2026", "Сейітова"]);
    server.letter("sms", &[&sent.reference, "25 November 2026"]);
    let own = sent.case();
    own.must_say(&words.s("state-preliminary-refusal-applicant")).must_say(&words.s("timeline-plan-refusal"));
    let page = sent.person.get(&own.link("/hearing")).ok();
    page.must_say(REASONS).must_say(REMEDY).must_say("Сейітова").must_say(&words.s("hearing-way-video"));
    sent.person.send(&page, &[("words", "")]).must_be(422).must_say(&words.s("hearing-error-way-missing"));
    let empty = sent.person.send(&page, &[("way", "written"), ("words", " ")]).must_be(422);
    empty.must_say(&words.s("hearing-error-words-missing"));

    // Nobody else sees or does any of it.
    let stranger = server.person("en");
    let _ = stranger.signs_in_with(server.signer("applicant2"), server.now()).ok();
    assert_eq!(stranger.get(&format!("{}/hearing", own.path)).status, 404);
    let body = "version=3&way=none";
    assert_eq!(stranger.posts(&format!("{}/hearing", own.path), body, &stranger.csrf()).status, 404);
    let case = consul.opens(&sent.reference);
    let ankara = Officer::signs_in(&server, "officer.ankara").person;
    for noun in ALL {
        let post = format!("{}/{noun}", case.path);
        assert_eq!(ankara.posts(&post, "step=send&seen_version=3", &ankara.csrf()).status, 404, "{noun}");
    }

    let done = sent.person.send(&empty, &[("way", "written"), ("words", "Page 2 has the name")]).ok();
    done.must_say("Page 2 has the name");
    let more = sent.person.get(&sent.case().link("/hearing")).ok();
    let done = sent.person.send(&more, &[("way", "written"), ("words", "Page 3 has it too")]).ok();
    done.must_say("Page 2 has the name").must_say("Page 3 has it too");
    case.page().must_say("Page 2 has the name").must_say(&words.s("timeline-state-position"));
    assert_eq!(case.act("refusal").status, 409, "an answer does not shorten the notice");

    // Who waives does not wait.
    let _ = says(&waives.person, &waives.case().path, &[("way", "none")]).ok();
    consul.opens(&waives.reference).fills_in("refusal", &[("reasons", REASONS)]);
    waives.case().must_say(&words.s("state-refused-applicant"));

    // Thursday: too late to be heard, not too late to be read; the term waits, nothing is overdue.
    server.restart_at("2026-11-26T08:00:00Z");
    again(&server, &mut sent);
    let page = sent.person.get(&format!("{}/hearing", find(&sent, &late))).ok();
    page.must_not_say(&words.s("hearing-way-video"));
    let version = page.value("version");
    let post = format!("{}/hearing", find(&sent, &late));
    let asked = sent.person.posts(&post, &format!("version={version}&way=video&words="), &sent.person.csrf());
    asked.must_be(422).must_say(&words.s("hearing-error-way-late"));
    let _ = sent.person.send(&page, &[("way", "written"), ("words", "Late, but here")]).ok();
    sent.case().must_not_say(&words.piece("case-overdue", &["when"]));

    refused_on_the_day(server, sent);
}

/// Friday: refused on what was told, on nothing else.
fn refused_on_the_day(mut server: Server, mut sent: Sent) {
    let words = Words::of("en");
    server.restart_at("2026-11-27T08:30:00Z");
    let consul = Officer::signs_in(&server, "officer.berlin");
    let case = consul.opens(&sent.reference);
    let form = case.act("refusal").ok();
    form.must_say("Page 2 has the name");
    assert_eq!(form.value("reasons"), REASONS);
    let post = format!(
        "step=send&seen_version={}&grounds=no_consent&reasons={}",
        form.value("seen_version"),
        REASONS.replace(' ', "+")
    );
    let other = consul.person.posts(&format!("{}/refusal", case.path), &post, &consul.person.csrf()).must_be(422);
    other.must_say(&words.s("desk-refusal-grounds-error-not-heard"));
    case.fills_in("refusal", &[("reasons", REASONS)]);
    again(&server, &mut sent);
    let own = sent.case();
    own.must_say(&words.s("state-refused-applicant"));
    sent.person.get(&own.link("/hearing")).ok().must_say("Page 2 has the name");
    server.journal_is_whole(&[]);
}

/// The address of another case of the same person.
fn find(sent: &Sent, other: &Sent) -> String {
    let history = sent.person.open("/services").ok();
    let links = history.links().into_iter().filter(|link| link.contains("/services/"));
    let mut cases = links.map(|link| sent.person.get(&link).ok());
    cases.find(|case| case.says(&other.reference)).expect("a case").path
}

fn oral(database: Option<String>) {
    let place = house("held = false\n", "held = true\n");
    let mut server = Server::start_with(of(&place, database));
    let words = Words::of("en");
    let mut sent = Sent::signed(&server, "en");
    let consul = Officer::signs_in(&server, "officer.berlin");
    plans(&consul, &sent);
    let done = says(&sent.person, &sent.case().path, &[("way", "in_person"), ("words", "Mornings suit me")]).ok();
    done.must_say(&words.s("hearing-lead-asked"));
    let case = consul.opens(&sent.reference);
    case.page().must_say("Mornings suit me").must_say(&words.s("state-hearing-asked-officer"));
    assert_eq!(case.act("refusal").status, 409);
    assert_eq!(case.act("hearing-protocol").status, 409, "no time is set");
    let at =
        |day, time| [("at-day", day), ("at-month", "11"), ("at-year", "2026"), ("time", time), ("place", "Room 3")];
    let form = case.act("hearing").ok();
    let night = consul.person.send_by(&form, &at("25", "20:00"), "preview").must_be(422);
    night.must_say(&words.s("desk-hearing-at-error-not-office-hours"));
    let spring = [("at-day", "15"), ("at-month", "3"), ("at-year", "2027"), ("time", "10:00"), ("place", "Room 3")];
    let spring = consul.person.send_by(&form, &spring, "preview").must_be(422);
    spring.must_say(&words.s("desk-hearing-at-error-too-late"));
    case.fills_in("hearing", &at("25", "10:00"));
    server.letter("eml", &[&sent.reference, "25 November 2026, 10:00", "Room 3", "Сейітова"]);
    server.letter("sms", &[&sent.reference, "25 November 2026, 10:00"]);
    assert_eq!(case.act("hearing-protocol").status, 409, "it is still ahead");

    // Wednesday, 11:00 in Berlin.
    server.restart_at("2026-11-25T10:00:00Z");
    let consul = Officer::signs_in(&server, "officer.berlin");
    let case = consul.opens(&sent.reference);
    let form = case.act("hearing-protocol").ok();
    let lacks =
        consul.person.send_by(&form, &[("from", "10:00"), ("to", "09:00"), ("said", "x")], "preview").must_be(422);
    lacks.must_say(&words.s("desk-hearing-protocol-times-error-ahead"));
    let said = "She shows page 2 with the name.";
    let fields =
        [("from", "10:00"), ("to", "10:30"), ("secretary", "Ospanov D."), ("present", "The applicant"), ("said", said)];
    case.fills_in("hearing-protocol", &fields);
    server.letter("eml", &[&sent.reference, "30 November 2026"]);
    assert_eq!(case.act("refusal").status, 409, "remarks have their time");
    again(&server, &mut sent);
    let own = sent.case();
    own.must_say(&words.s("state-hearing-held-applicant"));
    let page = sent.person.get(&own.link("/hearing")).ok();
    page.must_say(said).must_say("Ospanov D.");
    sent.person.send(&page, &[("words", "")]).must_be(422).must_say(&words.s("hearing-error-remarks-missing"));
    let none = sent.person.send(&page, &[("remarks", "some"), ("words", "")]).must_be(422);
    let _ = sent.person.send(&none, &[("remarks", "some"), ("words", "It was page 3")]).ok();

    case.page().must_say("It was page 3");
    let form = case.act("hearing-remarks").ok();
    let _ = consul.person.send_by(&form, &[("reason", "x")], "preview").must_be(422);
    case.fills_in("hearing-remarks", &[("answer", "accepted"), ("reason", "Page 3 it is")]);
    server.letter("eml", &[&sent.reference, "Page 3 it is"]);
    assert_eq!(case.act("hearing-remarks").status, 409, "once");

    // It convinced: checked again, and granted, without waiting.
    case.does("resumed-review");
    server.letter("eml", &[&sent.reference, "does not refuse for now"]);
    case.page().must_say(said).must_say(&words.s("timeline-resume-review"));
    case.does("record");
    sent.person.get(&format!("{}/hearing", sent.case().path)).ok().must_say("Page 3 it is");
    server.journal_is_whole(&[]);
}
