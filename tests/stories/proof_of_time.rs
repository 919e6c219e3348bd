//! Proof of time (Digital Code 50(3)): after sending, a time-stamping authority is asked for a token over the signature. While it is
//! silent or says what does not hold nothing is lost and nobody waits; when it answers, the case says so and gives the stamped file.

use crate::harness::{Officer, Sent, Server, Setup, Words, clock::Clock, eventually};
use jiff::SignedDuration;
use nca_server::{Reply, Server as Authority};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use testkit::tsa::Tsa;
use testkit::{Algorithm, Nca};

#[expect(dead_code, reason = "the tests of gateways use the rest of this server")]
#[path = "../../crates/gateways/tests/nca/server.rs"]
mod nca_server;

/// After a failure the office waits a minute before it asks again.
const AFTER_A_FAILURE: SignedDuration = SignedDuration::from_secs(90);

#[test]
fn a_silent_authority_delays_nothing_and_its_later_answer_is_kept() {
    silent_then_answers(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn proof_of_time_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("proof_of_time") else { return };
    silent_then_answers(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

fn silent_then_answers(setup: Setup) {
    let mut server = Server::start_with(setup);
    let answers = Arc::new(AtomicBool::new(false));
    let (clock, tsa) = (Clock::starting(server.now() + AFTER_A_FAILURE), server.nca.tsa(Algorithm::Gost512));
    let gate = Arc::clone(&answers);
    let authority = names(&server, move |request| match gate.load(Ordering::SeqCst) {
        true => Reply::Good(tsa.respond(request, clock.now())),
        false => Reply::Status(503),
    });
    let words = Words::of("en");
    let mut sent = Sent::signed(&server, "en");
    eventually("a question to the authority", || (!authority.asked().is_empty()).then_some(()));
    assert!(!sent.case().says(&words.s("timeline-timestamp")));
    let admin = Officer::signs_in(&server, "admin");
    let told = || admin.person.open("/desk/system").ok().says("503").then_some(());
    eventually("the refusal on the administrator's page", told);

    // A complaint that is signed meanwhile waits as well, and keeps nobody's signature waiting.
    let _ = crate::complaint::files(&server, &sent);
    answers.store(true, Ordering::SeqCst);
    let later = server.now() + AFTER_A_FAILURE;
    server.restart_at(&later.to_string());
    sent.person.find_again(&server);
    // The entry may be that of the complaint's signature: the two are stamped in any order.
    eventually("proof of time", || sent.case().says("TIME STAMPING AUTHORITY").then_some(()));
    let case = sent.case();
    case.must_say(&words.s("timeline-timestamp")).must_say(&words.s("paper-link-stamped"));
    let proof = case.links().into_iter().find(|link| link.ends_with("/papers/proof")).unwrap();
    let (received, stamped) =
        (sent.person.get(&proof).ok(), sent.person.get(&proof.replace("/proof", "/stamped")).ok());
    assert_ne!(received.bytes, stamped.bytes, "the signature as received stays as it is");
    let verdict =
        verified(&server, &stamped.bytes, &sent.person.get(&proof.replace("/proof", "/application")).ok().bytes);
    assert_eq!(verdict["verdict"], "valid", "{verdict}");
    assert!(verdict["signers"][0]["timestamp"].is_string(), "{verdict}");
    let consul = Officer::signs_in(&server, "officer.berlin");
    consul.opens(&sent.reference).page().must_say("TIME STAMPING AUTHORITY");
    eventually("proof of time of the complaint", || {
        let list = consul.person.open("/desk/complaints").ok();
        consul.person.follow(&list, "/desk/complaints/").ok().says("TIME STAMPING AUTHORITY").then_some(())
    });
    server.journal_is_whole(&[]);
}

#[test]
fn a_token_that_does_not_hold_is_never_shown() {
    let server = Server::start();
    let other = Nca::new([0xee; 32], server.now());
    let good = server.nca.tsa(Algorithm::Gost512);
    let wrong: Vec<Tsa> = vec![
        Tsa { other_imprint: true, ..good.clone() },
        Tsa { broken: true, ..good.clone() },
        Tsa { skew: SignedDuration::from_hours(24), ..good.clone() },
        Tsa { nonce: testkit::ocsp::Nonce::Change, ..good },
        other.tsa(Algorithm::Gost512),
    ];
    let words = Words::of("en");
    let count = wrong.len();
    let clock = Clock::starting(server.now());
    let next = std::sync::atomic::AtomicUsize::new(0);
    let authority = names(&server, move |request| {
        let tsa = &wrong[next.fetch_add(1, Ordering::SeqCst) % count];
        Reply::Good(tsa.respond(request, clock.now()))
    });
    let sent: Vec<Sent> = (0..count).map(|_| Sent::signed(&server, "en")).collect();
    eventually("every question", || (authority.asked().len() >= count).then_some(()));
    for one in &sent {
        assert!(!one.case().says(&words.s("timeline-timestamp")));
    }
    let page = Officer::signs_in(&server, "admin").person.open("/desk/system").ok();
    assert!(page.says(&authority.address), "{}", page.text());
    server.journal_is_whole(&[]);
}

/// The trust list names this authority from now on.
/// The signature of an official under a decision gets its token too.
#[test]
fn a_decision_that_was_signed_is_stamped() {
    let server = Server::start();
    let (clock, tsa) = (Clock::starting(server.now()), server.nca.tsa(Algorithm::Gost512));
    let _authority = names(&server, move |request| Reply::Good(tsa.respond(request, clock.now())));
    let sent = Sent::signed(&server, "en");
    let consul = crate::decided::enters_with_eds(&server);
    let case = consul.opens(&sent.reference);
    eventually("proof of time of the request", || case.page().says("TIME STAMPING AUTHORITY").then_some(()));
    case.does("registration");
    let prepared = consul.person.press(&case.act("record").ok(), "sign").ok();
    let _ = crate::decided::signs(&server, &consul, &prepared, "officer").ok();
    let stamps = || case.page().text().matches("TIME STAMPING AUTHORITY").count();
    eventually("proof of time of the decision", || (stamps() == 2).then_some(()));
    server.journal_is_whole(&[]);
}

fn names(server: &Server, rule: impl Fn(&[u8]) -> Reply + Send + Sync + 'static) -> Authority {
    let authority = Authority::start(move |asked| rule(&asked.body));
    let toml = format!("environment = \"test\"\ntsp = \"{}\"\n", authority.address);
    std::fs::write(server.trust().join("trust.toml"), toml).unwrap();
    authority
}

/// What the command line says of the stamped file.
fn verified(server: &Server, stamped: &[u8], file: &[u8]) -> serde_json::Value {
    let drawer = server.desk_drawer();
    let (signature, content) = (drawer.join("stamped.cms"), drawer.join("application.pdf"));
    std::fs::write(&signature, stamped).unwrap();
    std::fs::write(&content, file).unwrap();
    // The authority's clock ran on while the person wrote a complaint.
    let (trust, at) = (server.trust(), (server.now() + SignedDuration::from_mins(10)).to_string());
    let output = server.elshi(&[
        "eds",
        "verify",
        signature.to_str().unwrap(),
        "--content",
        content.to_str().unwrap(),
        "--trust",
        trust.to_str().unwrap(),
        "--at",
        &at,
        "--offline",
        "--json",
    ]);
    serde_json::from_slice(&output.stdout).unwrap()
}
