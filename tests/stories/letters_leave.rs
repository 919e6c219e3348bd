//! Letters really leave: mail by SMTP, text messages through a gateway that reports what became of them. A server that is down loses
//! nothing and gets each letter once; what can never be delivered is told to the applicant and to the administrator.

use crate::harness::{Officer, Sent, Server, Setup, Words, eventually, kannel};
use jiff::SignedDuration;
use mail_server::MailServer;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

#[path = "../../crates/gateways/tests/post/mail_server.rs"]
mod mail_server;

/// A letter that was refused for now is tried again after a minute or two.
const AFTER_A_REFUSAL: SignedDuration = SignedDuration::from_secs(150);

fn with_mail(server: &MailServer, more: &[&str]) -> Server {
    let words = ["--smtp", &server.address, "--sender", "Elshi <elshi@consul.example.kz>"];
    let more = words.iter().chain(more).map(|word| (*word).to_owned()).collect();
    Server::start_with(Setup { more, ..Setup::default() })
}

#[test]
fn a_text_message_reaches_the_phone_and_the_case_says_so() {
    let Some(gateway) = kannel::Kannel::start() else { return };
    let mail = MailServer::start(|_| None);
    let drawer = tempfile::tempdir().unwrap();
    let password = drawer.path().join("password");
    std::fs::write(&password, format!("{}\n", kannel::PASSWORD)).unwrap();
    let password = password.to_str().unwrap().to_owned();
    let server = with_mail(
        &mail,
        &[
            "--sms",
            &gateway.address,
            "--sms-user",
            kannel::USER,
            "--sms-password-file",
            &password,
            "--sms-from",
            "1414",
        ],
    );
    let sent = Sent::signed(&server, "kk");
    eventually("the mail", || {
        mail.taken()
            .iter()
            .any(|one| one.to.contains("aigerim@example.org") && one.from.contains("elshi@"))
            .then_some(())
    });
    let arrived = Words::of("kk").piece("delivery-arrived-sms", &["to", "when"]);
    eventually("the report of the phone", || sent.case().says(&arrived).then_some(()));
    // The reference, as the message centre prints UCS-2.
    let reference: String = sent.reference.chars().map(|letter| format!("%00{letter}")).collect();
    assert!(gateway.centre_saw().contains(&reference), "{}", gateway.centre_saw());
    // A report that we did not ask for is nobody's.
    let forged = format!("/deliveries/01900000-0000-7000-8000-000000000000/{}?status=1", "00".repeat(32));
    assert_eq!(sent.person.get(&forged).status, 404);
}

#[test]
fn a_mail_server_that_is_down_loses_nothing_and_gets_each_letter_once() {
    let open = Arc::new(AtomicBool::new(false));
    let gate = Arc::clone(&open);
    let mail = MailServer::start(move |command| {
        (!gate.load(Ordering::SeqCst) && command.starts_with("MAIL")).then(|| "451 our disk is full".to_owned())
    });
    let mut server = with_mail(&mail, &[]);
    let mut sent = Sent::signed(&server, "en");
    let admin = Officer::signs_in(&server, "admin");
    eventually("the refusal on the administrator's page", || {
        admin.person.open("/desk/system").ok().says("our disk is full").then_some(())
    });
    assert!(mail.taken().is_empty());
    open.store(true, Ordering::SeqCst);
    let later = server.now() + AFTER_A_REFUSAL;
    server.restart_at(&later.to_string());
    eventually("the letter", || (!mail.taken().is_empty()).then_some(()));
    sent.person.find_again(&server);
    let said = Words::of("en").piece("delivery-sent-email", &["to", "when"]);
    eventually("the case to say so", || sent.case().says(&said).then_some(()));
    let mut identities: Vec<String> = mail.taken().iter().filter_map(identity).collect();
    let all = identities.len();
    identities.sort();
    identities.dedup();
    assert_eq!(identities.len(), all, "each letter once");
}

#[test]
fn an_address_that_does_not_exist_is_told_and_never_tried_again() {
    let mail = MailServer::start(|command| command.starts_with("RCPT").then(|| "550 no such user".to_owned()));
    let server = with_mail(&mail, &[]);
    for lang in ["kk", "ru", "en"] {
        let sent = Sent::signed(&server, lang);
        let said = Words::of(lang).piece("delivery-failed-email", &["to", "when"]);
        eventually("the applicant to be told", || sent.case().says(&said).then_some(()));
    }
    let admin = Officer::signs_in(&server, "admin").person.open("/desk/system").ok();
    assert!(admin.says("550") || admin.says("no such user"), "{}", admin.text());
    assert!(mail.taken().is_empty());
}

fn identity(mail: &mail_server::Taken) -> Option<String> {
    mail.data.lines().find_map(|line| line.strip_prefix("Message-ID: ").map(str::to_owned))
}
