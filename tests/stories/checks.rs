//! The machine's eleven checks on the officer's page of a case, and what its applicant reads of them: a clean case, an IIN that contradicts the
//! date of birth, a paper without its apostille, another mission's district. They advise; a page says when they were made.

use crate::harness::page::select;
use crate::harness::person::Chosen;
use crate::harness::request::reference;
use crate::harness::{Answers, Draft, Officer, Page, Person, Sent, Server, Setup, Words, files};

const REASON: &str = "The passport shows the eleventh; the number was given with a slip.";

#[test]
fn checks_are_evidence_with_time_and_detail() {
    checked(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn checks_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("checks") else { return };
    checked(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

fn checked(setup: Setup) {
    let server = Server::start_with(setup);
    let berlin = Officer::signs_in(&server, "officer.berlin");
    a_clean_case(&server, &berlin);
    a_contradicting_iin(&server, &berlin);
    a_paper_without_apostille(&server, &berlin);
    another_missions_district(&server);
    server.journal_is_whole(&[]);
}

/// Eleven rows, each with its outcome in words; nothing does not agree.
fn a_clean_case(server: &Server, berlin: &Officer) {
    let words = Words::of("en");
    let sent = Sent::signed(server, "en");
    let page = berlin.opens(&sent.reference).page();
    let rows = rows(&page);
    assert_eq!(rows.len(), 11, "{rows:?}");
    let outcome = |row: usize, key: &str| {
        let text = &rows[row - 1];
        assert!(text.contains(&words.s(&format!("checks-outcome-{key}"))), "{row}: {text}");
    };
    for row in [1, 3, 4, 5, 7, 8, 10, 11] {
        outcome(row, "pass");
    }
    outcome(6, "attention");
    for row in [2, 9] {
        outcome(row, "not-run");
    }
    assert!(rows[0].contains(&words.s("checks-signature-valid")), "{}", rows[0]);
    assert!(rows[2].contains(&words.s("checks-iin-agrees")), "{}", rows[2]);
    assert!(rows[10].contains(&words.s("checks-files-unscanned")), "{}", rows[10]);
    page.must_say(&words.piece("checks-computed", &["when"]));
    assert_eq!(page.html().select(&select("#proof, #alike, #documents, #answers")).count(), 4, "the links lead there");

    // The applicant reads what was checked, by what and what came out, in each language; a person decides.
    let own = sent.case();
    own.must_say(&words.s("machine-lead")).must_say(&words.s("checks-iin-agrees")).must_say(&words.s("machine-dates"));
    own.must_say(&words.s("checks-alike-kept")).must_not_say(&words.s("checks-alike-nothing"));
    for lang in ["kk", "ru"] {
        let there = sent.person.get(&own.path.replacen("/en/", &format!("/{lang}/"), 1)).ok();
        there.must_say(&Words::of(lang).s("checks-iin-agrees")).must_not_say("⟦");
        let there = berlin.person.get(&page.path.replacen("/en/", &format!("/{lang}/"), 1)).ok();
        there.must_say(&Words::of(lang).s("checks-heading")).must_not_say("⟦");
    }
}

/// The birth on the form is a week from that in the IIN; the case before looks alike, and the applicant is not told of it.
fn a_contradicting_iin(server: &Server, berlin: &Officer) {
    let words = Words::of("en");
    let sent = sends(server, ("DE", "berlin"), &Answers::of_a_daughter().with("deceased-born-day", "11"), true);
    let (rows, own) = (rows(&berlin.opens(&sent.reference).page()), sent.case());
    assert!(rows[2].contains(&words.s("checks-outcome-fail")), "{}", rows[2]);
    assert!(rows[2].contains("4 November 1952") && rows[2].contains("11 November 1952"), "{}", rows[2]);
    assert!(rows[3].contains(&words.s("checks-outcome-attention")), "{}", rows[3]);
    own.must_say("4 November 1952").must_say(&words.s("checks-outcome-fail")).must_say(&words.s("checks-alike-kept"));
    own.must_not_say(&words.s("alike-some"));
    decided_nevertheless(server, berlin, &sent);
}

/// The officer decides, and says why; the head of the mission has it on a list, the applicant reads nothing of it.
fn decided_nevertheless(server: &Server, berlin: &Officer, sent: &Sent) {
    let words = Words::of("en");
    let case = berlin.opens(&sent.reference);
    case.does("registration");
    let page = case.act("record").ok();
    page.must_say(&words.s("checks-despite-lead")).must_say("11 November 1952");
    let bare = berlin.person.send_by(&page, &[("despite", " ")], "send").must_be(422);
    bare.must_say(&words.s("desk-field-error-missing"));
    let done = berlin.person.send_by(&bare, &[("despite", REASON)], "send").ok();
    assert!(done.path.starts_with(&case.path), "{}", done.path);
    let told = words.f("checks-despite-row", &[("checks", &words.s("checks-name-iin"))]);
    case.page().must_say(&told).must_say(REASON);
    let head = Officer::signs_in(server, "supervisor.berlin").person.open("/desk/workload").ok();
    head.must_say(&words.s("checks-overrides"))
        .must_say(&sent.reference)
        .must_say(REASON)
        .must_say(&words.s("checks-name-iin"));
    sent.case().must_say(&words.s("timeline-grant")).must_not_say(REASON);
}

/// A German paper without its apostille is sent, for an official may say otherwise; the check says what is missing.
fn a_paper_without_apostille(server: &Server, berlin: &Officer) {
    let words = Words::of("en");
    let bare = Answers::of_a_daughter().with("basis-certified", "nothing");
    let sent = sends(server, ("DE", "berlin"), &bare, false);
    let (rows, own) = (rows(&berlin.opens(&sent.reference).page()), sent.case());
    assert!(rows[6].contains(&words.s("checks-outcome-fail")), "{}", rows[6]);
    assert!(rows[6].contains(&words.s("legalization-apostille")), "{}", rows[6]);
    assert!(rows[7].contains(&words.s("checks-translation-enclosed")), "{}", rows[7]);
    own.must_say(&words.s("legalization-apostille"));
}

/// The residence named before the form is Austria, the address on it is in Germany.
fn another_missions_district(server: &Server) {
    let words = Words::of("en");
    let vienna = Officer::is_added_at(server, "vienna", "officer.vienna", "Оспанова Г.");
    let sent = sends(server, ("AT", ""), &Answers::of_a_daughter(), true);
    let rows = rows(&vienna.opens(&sent.reference).page());
    assert!(rows[5].contains(&words.s("checks-outcome-fail")), "{}", rows[5]);
    assert!(rows[5].contains("Germany"), "{}", rows[5]);
}

/// A request to the mission of a residence, signed.
fn sends(server: &Server, (country, mission): (&str, &str), answers: &Answers, apostille: bool) -> Sent {
    let (person, key) = (server.person("en"), server.signer("applicant1"));
    let _ = person.signs_in_with(key, server.now()).ok();
    let draft = begins(&person, country, mission);
    for section in answers.section_names() {
        let _ = person.fills_in(&draft, section, answers).ok();
    }
    let enclosures = [
        ("medical", files::medical()),
        ("translation", Chosen::new("Аударма.png", files::png())),
        ("apostille", Chosen::new("Apostille.jpg", files::jpeg())),
    ];
    for (document, file) in enclosures.into_iter().take(if apostille { 3 } else { 2 }) {
        let _ = person.encloses(&draft, document, &file).ok();
    }
    let reference = reference(&person.signs(&draft, key, server.now()).ok());
    Sent { person, draft, reference }
}

/// Where one mission serves the country there is nothing to choose.
fn begins(person: &Person, country: &str, mission: &str) -> Draft {
    if !mission.is_empty() {
        return person.begins(country, mission);
    }
    let asks = person.open("/request/new").ok();
    let one = person.send(&asks, &[("country", country)]).ok();
    let tasks = person.send(&one, &[("country", country)]).ok();
    Draft { path: tasks.path.split('?').next().unwrap().to_owned() }
}

/// The rows of the panel, each as its text.
fn rows(page: &Page) -> Vec<String> {
    let (html, row) = (page.html(), select("[aria-labelledby=checks] tbody tr"));
    html.select(&row).map(|row| crate::harness::words::tidy(&row.text().collect::<String>())).collect()
}
