//! A receiver that answers and then leaves its line open has the notice: what follows its status is its own affair.

use gateways::Webhook;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::time::Duration;

const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

#[tokio::test]
async fn an_answer_that_never_ends_counts_by_its_status() {
    for (status, is_taken) in [("200 OK", true), ("503 Service Unavailable", false)] {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (ends, waits) = std::sync::mpsc::channel::<()>();
        let receiver = std::thread::spawn(move || {
            let (mut line, _) = listener.accept().unwrap();
            let mut asked = [0; 4096];
            let _ = line.read(&mut asked).unwrap();
            write!(line, "HTTP/1.1 {status}\r\nContent-Length: 100\r\n\r\nbegun").unwrap();
            // Until the test has its answer.
            let _ = waits.recv_timeout(Duration::from_secs(60));
        });
        let webhook = Webhook::new(&format!("http://{address}/"), SECRET).unwrap();
        let told = webhook.deliver("a", jiff::Timestamp::UNIX_EPOCH, b"{}".to_vec()).await;
        assert_eq!(told.is_ok(), is_taken, "{status}: {told:?}");
        drop(ends);
        receiver.join().unwrap();
    }
}
