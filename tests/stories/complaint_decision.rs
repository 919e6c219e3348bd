//! The decision on a complaint is a document (APPC 101): the applicant has it with the official's signature, or the institution's seal; an
//! annulment is confirmed the same way.

use crate::annulled::annuls;
use crate::complaint::{answers, files, opens};
use crate::decided::{enters_with_eds, signs};
use crate::harness::files::pdf_text;
use crate::harness::{Officer, Sent, Server, Setup, Words};
use sha2::{Digest, Sha256};
use std::fs;

const WHY: &str = "Құжаттың екінші бетінде апостиль бар (ӘРПК, 84-баптың 4-тармағы).";

#[test]
fn sealed_where_the_official_has_no_key() {
    sealed(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn decisions_on_complaints_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("complaint_decision") else { return };
    sealed(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

fn sealed(setup: Setup) {
    let server = Server::start_with(setup);
    let words = Words::of("kk");
    let sent = Sent::signed(&server, "kk");
    let consul = Officer::signs_in(&server, "officer.berlin");
    let case = consul.opens(&sent.reference);
    case.does("registration");
    let reasons = "Медициналық құжатта апостиль жоқ, сондықтан оның деректерін растау мүмкін болмады.";
    case.fills_in("refusal", &[("grounds", "unreliable_documents"), ("reasons", reasons)]);
    let filed = files(&server, &sent);
    filed.must_not_say(&words.s("paper-link-complaint-decision"));
    answers(&consul, &sent.reference, &[("answer", "forward")]);
    let reviewer = Officer::signs_in(&server, "reviewer");
    answers(&reviewer, &sent.reference, &[("answer", "cancel"), ("reasons", WHY)]);

    // Every part of article 101, in the language of the complaint.
    let page = sent.person.get(&filed.path).ok();
    let pdf = sent.person.follow(&page, "/papers/complaint-decision-2").ok().bytes;
    let text = pdf_text(&pdf).split_whitespace().collect::<Vec<_>>().join(" ");
    for needed in [
        "Шағым бойынша шешім",
        "2026 жылғы 23 қараша",
        "Сыртқы істер министрлігі",
        "ЖСН",
        "қайтыс болуды тіркеуден бас тарту",
        "апостиль жоқ",
        "Er wurde am 20. November ausgestellt",
        "екінші бетінде апостиль бар",
        "100-баптың",
        "сотқа жүгіне аласыз",
    ] {
        assert!(text.contains(needed), "{needed} is missing in {text}");
    }
    // What is sealed names that very file and the person's second factor.
    let seal = sent.person.follow(&page, "/papers/decision-proof-2").ok().bytes;
    let statement = case.paper("decision-2").ok().bytes;
    assert!(seal.windows(statement.len()).any(|own| own == statement), "the statement is inside");
    let said = String::from_utf8_lossy(&statement).into_owned();
    let sha256: String = Sha256::digest(&pdf).iter().map(|byte| format!("{byte:02x}")).collect();
    for needed in ["answer_complaint", "second_factor_at", "\"cancel\"", sha256.as_str()] {
        assert!(said.contains(needed), "{needed} is missing in {said}");
    }
    // It is enclosed in the case, where the desk and the reviewer read it; nobody else does.
    let _ = sent.person.follow(&sent.case(), "/papers/complaint-decision-2").ok();
    let _ = consul.person.follow(&case.page(), "/papers/complaint-decision-2").ok();
    let stranger = server.person("kk");
    let _ = stranger.signs_in_with(server.signer("applicant2"), server.now()).ok();
    let address = format!("{}/papers/complaint-decision-2", sent.case().path);
    assert_eq!(stranger.get(&address).status, 404);
    server.journal_is_whole(&[]);
}

#[test]
fn signed_with_the_key_of_the_post() {
    let server = Server::start();
    let words = Words::of("en");
    let sent = Sent::signed(&server, "ru");
    let filed = files(&server, &sent);
    let consul = enters_with_eds(&server);
    let (person, page) = opens(&consul, &sent.reference);
    let form = person.follow(&page, "/answer").ok();
    let look = person.send_by(&form, &[("answer", "satisfy"), ("reasons", WHY)], "preview").ok();
    // No code was given: nothing is sealed, and nothing that was written is lost.
    let asked = person.press(&look, "send").must_be(422);
    assert_eq!(asked.value("reasons"), WHY);
    let prepared = person.press(&asked, "sign").ok();
    prepared.must_say(WHY).must_say(&words.s("decision-answer-complaint"));
    let pdf = person.get(&format!("{}/file", prepared.path)).ok().bytes;
    signs(&server, &consul, &prepared, "applicant1").must_be(422);
    signs(&server, &consul, &prepared, "officer").ok().must_say(&words.s("desk-complaint-done"));

    let page = sent.person.get(&filed.path).ok();
    assert_eq!(sent.person.follow(&page, "/papers/complaint-decision-1").ok().bytes, pdf);
    let signature = sent.person.follow(&page, "/papers/decision-proof-1").ok().bytes;
    let place = tempfile::tempdir().unwrap();
    let (file, cms) = (place.path().join("decision.pdf"), place.path().join("decision.cms"));
    fs::write(&file, &pdf).unwrap();
    fs::write(&cms, &signature).unwrap();
    let (trust, at) = (server.trust(), server.now().to_string());
    let [file, cms, trust] = [&file, &cms, &trust].map(|own| own.to_str().unwrap());
    let verified = ["eds", "verify", cms, "--content", file, "--trust", trust, "--policy", "officer", "--at", &at];
    let output = server.elshi(&verified);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    server.journal_is_whole(&[]);
}

#[test]
fn an_annulment_is_confirmed_like_any_decision() {
    let server = Server::start();
    let sent = Sent::signed(&server, "en");
    let officer = Officer::signs_in(&server, "officer.berlin");
    let head = Officer::signs_in(&server, "supervisor.berlin");
    let case = officer.opens(&sent.reference);
    let _ = case.has_its_certificate();
    annuls(&officer, &head, &case.path);
    let statement = String::from_utf8_lossy(&case.paper("decision-2").ok().bytes).into_owned();
    for needed in ["\"annul\"", "court_decision", "second_factor_at", &sent.reference] {
        assert!(statement.contains(needed), "{needed} is missing in {statement}");
    }
    assert!(case.paper("decision-proof-2").ok().bytes.len() > statement.len());
    server.journal_is_whole(&[]);
}
