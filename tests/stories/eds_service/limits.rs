//! Limits of the service: each is named in its answer.

use super::program::{Program, base64};
use crate::harness::{Server, Setup};
use serde_json::json;

const VERIFY: &str = "/api/eds/v1/verify";

#[test]
fn fifty_megabytes_are_refused_with_the_limit() {
    let server = Server::start();
    let program = Program::of(&server);
    let large = vec![b'x'; 30_000_000];
    let told = program.post(VERIFY, &json!({"signature": base64(&large)})).must_be(413);
    assert_eq!(told.at("/limit_bytes"), &json!(20_000_000));
    assert_eq!(
        program.post_form(VERIFY, vec![("signature", large)]).must_be(413).at("/limit_bytes"),
        &json!(20_000_000)
    );
    let whole = vec![b' '; 50_000_000];
    let told = program.ask(VERIFY, program.request(VERIFY).header("content-type", "application/json").body(whole));
    let _ = told.must_be(400);
    let face = program.post("/cms/verify", &json!({"cms": base64(&vec![b'x'; 30_000_000])})).must_be(413);
    assert!(face.text("/message").contains("20000000"));
}

#[test]
fn an_address_that_asks_too_often_waits() {
    let more = ["--verify-per-minute", "3"].map(str::to_owned).to_vec();
    let server = Server::start_with(Setup { more, ..Setup::default() });
    let program = Program::of(&server);
    // The minute may end between two requests, so more than once the limit is asked for.
    let answers: Vec<_> = (0..8).map(|_| program.post(VERIFY, &json!({"signature": ""}))).collect();
    assert_eq!(answers[0].status, 200);
    let told = answers.iter().find(|answer| answer.status == 429).expect("nobody was told to wait");
    let seconds: u64 = told.retry_after.as_ref().unwrap().parse().unwrap();
    assert!((1..=61).contains(&seconds) && told.at("/retry_after_seconds") == &json!(seconds));
}
