//! The NCA over HTTP, against a server that behaves well and badly: each misbehaviour has its own kind of answer, and none of
//! them is ever taken for an answer of the NCA (NCANode #9, #15, #54).

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::io::Write;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use gateways::nca::{Answer, CERTIFICATE_BYTES_MAX, HttpNca, Nca, Patience, Question, Refusal, Unreachable};

#[path = "nca/server.rs"]
mod server;

use server::{Asked, Reply, Server};

const QUICK: Patience = Patience {
    connect: Duration::from_secs(5),
    stall: Duration::from_millis(300),
    in_all: Duration::from_secs(10),
    tries: 3,
    wait_first: Duration::from_millis(1),
    wait_most: Duration::from_millis(2),
};
const DER: &[u8] = &[0x30, 0x03, 0x02, 0x01, 0x05];

async fn ask(address: &str, question: &Question) -> Answer {
    HttpNca::new(QUICK, 7).unwrap().ask(address, question).await
}

fn raw(head: &str, body: &[u8]) -> Reply {
    Reply::Raw([b"HTTP/1.1 200 OK\r\n", head.as_bytes(), b"\r\n\r\n", body].concat())
}

/// What the server misbehaves with, by path.
fn rule(asked: &Asked) -> Reply {
    match asked.path.as_str() {
        "/good" => Reply::Good(DER.to_vec()),
        "/forbidden" => Reply::Status(403),
        "/gone" => Reply::Status(404),
        "/broken" => Reply::Status(500),
        "/empty" => Reply::Good(Vec::new()),
        "/page" => raw("Content-Type: text/html\r\nContent-Length: 5", DER),
        "/garbage" => Reply::Good(b"<html>captive portal</html>".to_vec()),
        "/text" => Reply::Good(b"not der at all".to_vec()),
        "/truncated" => raw("Content-Length: 500", DER),
        "/chunk" => raw("Transfer-Encoding: chunked", b"5\r\n\x30\x03"),
        "/long" => raw("Content-Length: 99999999999", DER),
        "/endless" => raw("", &vec![0x30; CERTIFICATE_BYTES_MAX + 1]),
        "/silent" => Reply::Silence,
        "/drip" => raw("Content-Length: 500", b"\x30"),
        "/nothttp" => Reply::Raw(b"220 smtp ready\r\n".to_vec()),
        "/moved" => Reply::Raw(b"HTTP/1.1 302 Found\r\nLocation: /good\r\nContent-Length: 0\r\n\r\n".to_vec()),
        "/away" => Reply::Raw(b"HTTP/1.1 302 Found\r\nLocation: http://elsewhere.invalid/\r\n\r\n".to_vec()),
        "/round" => Reply::Raw(b"HTTP/1.1 302 Found\r\nLocation: /round\r\nContent-Length: 0\r\n\r\n".to_vec()),
        _ => Reply::Status(400),
    }
}

#[tokio::test]
async fn each_misbehaviour_has_its_own_answer() {
    let server = Server::start(rule);
    let refused = |refusal| Answer::Refused(refusal);
    for (path, wanted) in [
        ("/good", Answer::Got(DER.to_vec())),
        ("/moved", Answer::Got(DER.to_vec())),
        ("/forbidden", refused(Refusal::Status(403))),
        ("/gone", refused(Refusal::Status(404))),
        ("/broken", refused(Refusal::Status(500))),
        ("/empty", refused(Refusal::Empty)),
        ("/page", refused(Refusal::Content("text/html".to_owned()))),
        ("/garbage", refused(Refusal::Content("a page".to_owned()))),
        ("/long", refused(Refusal::TooLarge(CERTIFICATE_BYTES_MAX))),
        ("/endless", refused(Refusal::TooLarge(CERTIFICATE_BYTES_MAX))),
        ("/silent", Answer::Unreachable(Unreachable::Timeout)),
        ("/away", refused(Refusal::Redirect("http://elsewhere.invalid/".to_owned()))),
        ("/round", refused(Refusal::Redirect("ever another address".to_owned()))),
    ] {
        assert_eq!(ask(&format!("{}{path}", server.address), &Question::Certificate).await, wanted, "{path}");
    }
    for path in ["/truncated", "/chunk", "/nothttp", "/drip"] {
        let answer = ask(&format!("{}{path}", server.address), &Question::Crl).await;
        assert!(matches!(answer, Answer::Unreachable(Unreachable::Broken(_))), "{path}: {answer:?}");
    }
}

#[tokio::test]
async fn a_question_is_posted_with_its_type_and_only_der_answers_it() {
    let server = Server::start(rule);
    for question in [Question::Ocsp(vec![1, 2, 3]), Question::Timestamp(vec![1, 2, 3])] {
        assert_eq!(ask(&format!("{}/good", server.address), &question).await, Answer::Got(DER.to_vec()));
        let asked = server.asked().pop().unwrap();
        assert_eq!((asked.method.as_str(), asked.body.as_slice()), ("POST", &[1, 2, 3][..]));
        let text = ask(&format!("{}/text", server.address), &question).await;
        assert_eq!(text, Answer::Refused(Refusal::Content("no DER".to_owned())));
        // What is posted is sent on to nobody.
        let moved = ask(&format!("{}/moved", server.address), &question).await;
        assert_eq!(moved, Answer::Refused(Refusal::Redirect("/good".to_owned())));
    }
}

#[tokio::test]
async fn what_may_pass_is_asked_again_and_a_refusal_is_not() {
    let times = AtomicU32::new(0);
    let server = Server::start(move |asked| match asked.path.as_str() {
        "/gone" => Reply::Status(404),
        _ if times.fetch_add(1, Ordering::SeqCst) < 2 => Reply::Status(503),
        _ => Reply::Good(DER.to_vec()),
    });
    assert_eq!(ask(&server.address, &Question::Crl).await, Answer::Got(DER.to_vec()));
    assert_eq!(server.asked().len(), 3);
    ask(&format!("{}/gone", server.address), &Question::Crl).await;
    assert_eq!(server.asked().len(), 4);
}

#[tokio::test]
async fn nobody_at_home_is_unreachable() {
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let answer = ask(&format!("http://{free}/"), &Question::Crl).await;
    assert!(matches!(answer, Answer::Unreachable(Unreachable::Connect(_))), "{answer:?}");
    let answer = ask("http://crl.pki.gov.kz.invalid/nca.crl", &Question::Crl).await;
    assert!(matches!(answer, Answer::Unreachable(Unreachable::Name(_) | Unreachable::Timeout)), "{answer:?}");
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let plain = listener.local_addr().unwrap();
    // It speaks no TLS and says so at once.
    std::thread::spawn(move || listener.incoming().flatten().for_each(|mut one| drop(one.write_all(b"HTTP/1.1 400 "))));
    let answer = ask(&format!("https://{plain}/"), &Question::Certificate).await;
    assert!(matches!(answer, Answer::Unreachable(Unreachable::Tls(_))), "{answer:?}");
}

#[tokio::test]
async fn all_tries_together_end_in_time() {
    let server = Server::start(|_| Reply::Silence);
    let patience = Patience { in_all: Duration::from_millis(100), tries: 50, ..QUICK };
    let nca = HttpNca::new(patience, 7).unwrap();
    let answer = nca.ask(&server.address, &Question::Crl).await;
    assert_eq!(answer, Answer::Unreachable(Unreachable::Timeout));
    assert_eq!(server.asked().len(), 1);
}
