//! Decisions are drawn for a second look: the head who did not decide says what it came to, the official reads what was found, nothing else changes;
//! and an auditor can compute every draw again when the month is over.

use crate::harness::{Officer, Sent, Server, Setup, Words};
use sha2::{Digest, Sha256};
use std::path::Path;
use tempfile::TempDir;

const REASONS: &str = "The medical document names another person than the passport.";

/// The services and registers of the tree, with the passport changed.
pub fn house(from: &str, to: &str) -> TempDir {
    let place = tempfile::tempdir().unwrap();
    for room in ["services", "registers"] {
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(room);
        crate::start_up::copy_folder(&own, &place.path().join(room));
    }
    let passport = place.path().join("services/death-abroad/passport.toml");
    let text = std::fs::read_to_string(&passport).unwrap();
    assert!(text.contains(from), "{text}");
    std::fs::write(&passport, text.replace(from, to)).unwrap();
    place
}

/// A server of that house.
pub fn of(place: &TempDir, database: Option<String>) -> Setup {
    let more = vec!["--services".to_owned(), place.path().to_str().unwrap().to_owned()];
    Setup { more, database, ..Setup::default() }
}

#[test]
fn decisions_are_looked_at_again() {
    sampled(None);
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn a_second_look_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("sampled") else { return };
    sampled(Some(database.url.clone()));
}

fn sampled(database: Option<String>) {
    // All of them, so that the story knows which ones.
    let place = house("percent = 5\n", "percent = 100\n");
    let mut server = Server::start_with(of(&place, database));
    let words = Words::of("en");
    let (sent, other) = (Sent::signed(&server, "en"), Sent::signed(&server, "en"));
    let consul = Officer::signs_in(&server, "officer.berlin");
    let head = Officer::signs_in(&server, "supervisor.berlin");
    let auditor = Officer::signs_in(&server, "auditor");
    head.person.open("/desk/samples").ok().must_say(&words.s("sample-none")).must_say("100 %");
    auditor.person.open("/desk/samples").ok().must_say(&words.s("sample-months-none"));
    let case = consul.opens(&sent.reference);
    let form = format!("{}/sample", case.path);
    assert_eq!(head.person.get(&form).status, 409, "nothing is decided");
    for own in [&sent, &other] {
        let case = consul.opens(&own.reference);
        case.does("registration");
        case.fills_in("refusal", &[("grounds", "unreliable_documents"), ("reasons", REASONS)]);
    }

    // Whoever decided sees nothing of the drawing and comes to no form of it.
    case.page().must_not_say(&words.s("sample-title"));
    assert_eq!(consul.person.open("/desk/samples").status, 403);
    assert_eq!(consul.person.get(&form).status, 403);
    let list = head.person.open("/desk/samples").ok();
    list.must_say(&sent.reference).must_say(&other.reference).must_say("Сейітова А. Б.");
    judged(&head, &form, &consul);
    let body = "outcome=in_order&reason=Once+more&seen_number=1";
    assert_eq!(head.person.posts(&form, body, &head.person.csrf()).status, 409, "looked at before");
    let second = format!("{}/sample", consul.opens(&other.reference).path);
    let page = head.person.get(&second).ok();
    let fields = [("outcome", "in_order"), ("reason", "All papers were read and agree with the refusal.")];
    let _ = head.person.send(&page, &fields).ok();
    consul.person.open("/desk/me").ok().must_not_say(&words.s("sample-found-title"));
    let counts = [("drawn", "2"), ("waiting", "0"), ("order", "1"), ("found", "1")];
    head.person.open("/desk/workload").ok().must_say(&words.f("desk-workload-samples", &counts));
    sent.case().must_not_say("Page 2").must_not_say(&words.s("timeline-judge-sample"));

    // The hash was said; the secret is shown when the month is over, and is what was said.
    let cells = |who: &Officer| {
        let page = who.person.open("/desk/samples").ok();
        let html = page.html();
        let cells = crate::harness::page::select("td .app-hash");
        html.select(&cells).map(|own| own.text().collect::<String>()).collect::<Vec<_>>()
    };
    let before = cells(&auditor);
    assert_eq!(before[1], words.s("sample-secret-later"));
    server.restart_at("2026-12-01T09:00:00Z");
    let auditor = Officer::signs_in(&server, "auditor");
    let after = cells(&auditor);
    assert_eq!(after[0], before[0]);
    assert_eq!(hex::encode(Sha256::digest(hex::decode(&after[1]).unwrap())), before[0]);
    auditor.person.open("/desk/samples").ok().must_say(&words.s("sample-proof-agrees")).must_say("2 of 2");
    server.journal_is_whole(&[]);
}

/// The head finds something; the consul reads it and says so.
fn judged(head: &Officer, form: &str, consul: &Officer) {
    let words = Words::of("en");
    let page = head.person.get(form).ok();
    let nothing = head.person.send(&page, &[("reason", " ")]).must_be(422);
    nothing.must_say(&words.s("sample-error-outcome-missing")).must_say(&words.s("sample-error-reason-missing"));
    let reason = "Page 2 of the passport was not compared.";
    let half = head.person.send(&page, &[("reason", reason)]).must_be(422);
    assert_eq!(half.value("reason"), reason);
    let done = head.person.send(&half, &[("outcome", "found"), ("reason", reason)]).ok();
    done.must_say(&words.s("sample-done"));
    consul.person.open("/desk/queue").ok().must_say(&words.s("sample-found-link"));
    let page = consul.person.open("/desk/me").ok();
    page.must_say(reason);
    let id = form.rsplit('/').nth(1).unwrap();
    let read = || consul.person.posts("/en/desk/me", &format!("read={id}"), &consul.person.csrf());
    read().ok().must_not_say(reason);
    assert_eq!(read().status, 404, "read before");
    consul.person.open("/desk/queue").ok().must_not_say(&words.s("sample-found-link"));
}
