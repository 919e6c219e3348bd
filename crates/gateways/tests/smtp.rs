//! Mail by SMTP: what arrives, and which refusals are for now and which for good.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use gateways::{NotDelivered, Parcel, Post, SmtpPost};
use jiff::Timestamp;

#[path = "post/mail_server.rs"]
mod mail_server;

use mail_server::MailServer;

fn parcel() -> Parcel {
    Parcel {
        id: "0190".into(),
        by_mail: true,
        to: "aigerim@example.org".into(),
        subject: "Өтінішіңіз тіркелді".into(),
        body: "Сәлеметсіз бе.\n\nhttps://consul.example.kz/kk/services".into(),
        lang: "kk".into(),
        at: Timestamp::UNIX_EPOCH,
        report_to: None,
        attachments: vec![("refusal.pdf".into(), b"%PDF-1.7".to_vec())],
    }
}

async fn sends(server: &MailServer) -> Result<(), NotDelivered> {
    SmtpPost::new(&server.address, None, "Elshi <elshi@consul.example.kz>").unwrap().deliver(parcel()).await
}

#[tokio::test]
async fn a_letter_arrives_whole() {
    let server = MailServer::start(|_| None);
    sends(&server).await.unwrap();
    let taken = server.taken();
    let [mail] = taken.as_slice() else { panic!("{taken:?}") };
    assert!(mail.from.contains("<elshi@consul.example.kz>") && mail.to.contains("<aigerim@example.org>"), "{mail:?}");
    for words in [
        "Message-ID: <0190@consul.example.kz>",
        "text/plain",
        "text/html",
        "filename=\"refusal.pdf\"",
        "Content-Language: kk",
    ] {
        assert!(mail.data.contains(words), "{words}: {}", mail.data);
    }
}

#[tokio::test]
async fn refusals_are_told_apart() {
    // What the server says at which command; is it for good?
    for (verb, said, for_good) in [
        ("RCPT", "550 no such user aigerim@example.org", true),
        ("DATA", "554 refused", true),
        ("RCPT", "451 try later", false),
        ("MAIL", "421 shutting down", false),
        ("EHLO", "", false),
    ] {
        let server = MailServer::start(move |command| command.starts_with(verb).then(|| said.to_owned()));
        let refused = sends(&server).await.unwrap_err();
        assert_eq!(refused.for_good, for_good, "{verb} {said}: {refused}");
        assert!(!refused.why.contains("aigerim"), "the log names nobody: {refused}");
        assert!(server.taken().is_empty());
    }
}

#[tokio::test]
async fn a_refused_login_is_the_operator_s_to_mend() {
    let server = MailServer::start(|command| command.starts_with("AUTH").then(|| "535 wrong password".to_owned()));
    let login = Some(("elshi".to_owned(), "a secret".to_owned()));
    let post = SmtpPost::new(&server.address, login, "Elshi <elshi@consul.example.kz>").unwrap();
    let refused = post.deliver(parcel()).await.unwrap_err();
    assert!(!refused.for_good && !refused.why.contains("a secret"), "{refused}");
}

#[tokio::test]
async fn nobody_listens() {
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let refused = SmtpPost::new(&free, None, "Elshi <elshi@consul.example.kz>").unwrap().deliver(parcel()).await;
    assert!(!refused.unwrap_err().for_good);
}
