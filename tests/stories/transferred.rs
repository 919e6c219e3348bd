//! The wrong mission was chosen: it forwards the application to the competent one (APPC 65(1)) and tells the applicant. The term goes on; the
//! old mission sees the case no longer, the new one decides it.

use crate::harness::{Answers, Chosen, Officer, Sent, Server, Setup, Words, eventually};

const REASON: &str = "The applicant lives in Hesse, which Frankfurt serves.";

#[test]
fn forwarded_to_the_competent_mission() {
    forwarded(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn transferred_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("transferred") else { return };
    forwarded(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

fn forwarded(setup: Setup) {
    let server = Server::start_with(setup);
    let words = Words::of("en");
    let sent = Sent::signed(&server, "en");
    let berlin = Officer::signs_in(&server, "officer.berlin");
    let frankfurt = Officer::is_added_at(&server, "frankfurt", "officer.frankfurt", "Оспанов Д.");
    let case = berlin.opens(&sent.reference);

    // Taken up and registered here; then she sees where the person lives.
    case.does("registration");
    let page = case.act("transfer").ok();
    page.must_say(&words.piece("desk-transfer-until", &["when"])).must_say("26 November 2026");
    for (mission, reason, said) in [
        ("", REASON, "desk-transfer-mission-error-missing"),
        ("berlin", REASON, "desk-transfer-mission-error-same"),
        ("atlantis", REASON, "desk-transfer-mission-error-missing"),
        ("frankfurt", " ", "desk-field-error-missing"),
    ] {
        let version = page.value("seen_version");
        let body = format!("step=preview&seen_version={version}&mission={mission}&reason={}", reason.replace(' ', "+"));
        let answer = berlin.person.posts(&format!("{}/transfer", case.path), &body, &berlin.person.csrf());
        answer.must_be(422).must_say(&words.s(said));
    }
    let done = case.fills_in("transfer", &[("mission", "frankfurt"), ("reason", REASON)]);
    done.must_say(&words.s("desk-assign-transfer"));

    // Berlin has nothing left of it, Frankfurt has it as new, found by any name.
    assert_eq!(berlin.person.get(&case.path).status, 404);
    assert!(!berlin.sees(&sent.reference) && frankfurt.sees(&sent.reference));
    server.letter("eml", &["aigerim@example.org", &sent.reference, "Frankfurt am Main", REASON]);
    let own = sent.case();
    own.must_say(REASON).must_say("Frankfurt am Main").must_say(&words.s("timeline-transfer"));
    // Monday's application from the portal: Tuesday evening, wherever it lies.
    own.must_say("24 November 2026");
    let there = frankfurt.opens(&sent.reference);
    there.page().must_say(&words.s("state-transferred-officer"));
    there.does("registration");
    // What the new mission asks is answered and signed as if nothing had happened.
    crate::supplement::asks(&frankfurt, &sent.reference);
    let draft = crate::supplement::answers(&sent);
    let answered = Answers::of_a_daughter().with("address-line1", "Lindenstraße 7a");
    let _ = sent.person.fills_in(&draft, "you", &answered).ok();
    let page = Chosen::new("Rückseite.png", crate::harness::files::png());
    let _ = sent.person.encloses(&draft, "medical", &page).ok();
    let _ = sent.person.signs(&draft, server.signer("applicant1"), server.now()).ok();
    there.page().must_say("Lindenstraße 7a");
    there.does("record");
    eventually("the certificate", || Some(()).filter(|()| there.paper("certificate").status == 200));
    there.page().must_say("FRANKFURT-2026-000001");
    server.journal_is_whole(&[]);
}
