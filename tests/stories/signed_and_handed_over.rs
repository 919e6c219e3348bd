//! The main path: a daughter signs in with her EDS, requests online, signs; the consul registers, makes the record, sets the time of
//! collection and hands the certificate over; an auditor proves the journal. No page of it needs a script.

use crate::harness::files::pdf_text;
use crate::harness::request::reference;
use crate::harness::{Officer, Server, Setup, eventually};

#[test]
fn signed_and_handed_over() {
    the_whole_path(&Server::start());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn signed_and_handed_over_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("signed_and_handed_over") else { return };
    let server = Server::start_with(Setup { database: Some(database.url.clone()), ..Setup::default() });
    the_whole_path(&server);
}

fn the_whole_path(server: &Server) {
    let daughter = server.person("ru");
    let key = server.signer("applicant1");

    // The service page says what the service is and offers "Request online"; who is not signed in is asked to.
    let service = daughter.open("/").ok();
    let sign_in = daughter.follow(&service, "/request/new").ok();
    assert!(sign_in.path.starts_with("/ru/sign-in"), "{}", sign_in.path);
    let panel = daughter.send(&sign_in, &[("way", "eds")]).ok();
    let entered = daughter.answers_challenge(&panel, key, server.now()).ok();
    assert_eq!(entered.path, "/ru/request/new", "after signing in she goes on where she was");

    // She composes the request; the task list knows how far she is.
    let draft = daughter.composes();
    let check = daughter.get(&draft.page("check")).ok();
    check.must_say("Lindenstraße 7").must_say("Todesbescheinigung.pdf").must_say("Аударма.png");

    // The file is shown before it is signed, in her language and in Kazakh or Russian, with the deceased's name whole.
    let file = daughter.file_to_sign(&draft);
    let printed = pdf_text(&file);
    assert!(printed.to_uppercase().contains("СЫНАҚОВ"), "{printed}");
    assert_eq!(file, daughter.file_to_sign(&draft), "the same answers give the same file");

    // She signs it with a program of her own and uploads the signature.
    let sent = daughter.signs(&draft, key, server.now()).ok();
    assert!(sent.path.ends_with("/sent"), "{}: {}", sent.path, sent.text());
    let reference = reference(&sent);
    sent.must_say("24 ноября 2026");
    server.letter("eml", &["aigerim@example.org", &reference]);
    // She wished for text messages too.
    server.letter("sms", &[&reference]);

    // The consul in Berlin registers it, reads it, and makes the record.
    let consul = Officer::signs_in(server, "officer.berlin");
    let case = consul.opens(&reference);
    case.page().must_say("Lindenstraße 7");
    assert_eq!(case.paper("application").ok().bytes, file, "the officer reads exactly what was signed");
    case.does("registration");
    case.does("record");

    // The certificate makes itself; its names are whole.
    let certificate =
        eventually("the certificate", || Some(case.paper("certificate")).filter(|paper| paper.status == 200));
    let printed = pdf_text(&certificate.bytes).to_uppercase();
    assert!(printed.contains("СЫНАҚОВ") && printed.contains("ҮЛГІ"), "{printed}");

    // The time of collection is sent: the term is met.
    let at = [("at-day", "25"), ("at-month", "11"), ("at-year", "2026"), ("time", "10:30"), ("note", "")];
    case.fills_in("collection", &at);
    let letter = server.letter("eml", &["aigerim@example.org", "10:30"]);
    assert!(letter.contains(&reference));

    // She comes, shows her passport and the originals.
    let handover = [
        ("receiver", "close_relative"),
        ("identity_document", "passport"),
        ("identity_number", "N01234567"),
        ("originals_seen", "yes"),
        ("surrendered", "Жеке куәлік 012345678"),
    ];
    // What was stated to be surrendered stands in the form; she gets a receipt for what was taken (Family Code 270(4)).
    assert_eq!(case.act("handover").ok().value("surrendered"), "Жеке куәлік 012345678");
    case.fills_in("handover", &handover);
    let receipt = case.paper("surrender-receipt").ok();
    let printed = pdf_text(&receipt.bytes);
    assert!(printed.contains("Жеке куәлік 012345678") && printed.contains(&reference), "{printed}");

    // Her history tells all of it.
    let history = daughter.open("/services").ok();
    history.must_say(&reference);
    let own = daughter.follow(&history, "/services/").ok();
    for key in ["send", "register", "grant", "reserve-certificate", "issue-certificate", "set-collection", "hand-over"]
    {
        own.must_say(&crate::harness::Words::of("ru").s(&format!("timeline-{key}")));
    }
    assert_eq!(daughter.follow(&own, "/papers/application").ok().bytes, file);
    assert_eq!(daughter.follow(&own, "/papers/surrender-receipt").ok().bytes, receipt.bytes, "one and the same");

    // The auditor proves the journal and keeps its head.
    journal_is_proven(server);
}

fn journal_is_proven(server: &Server) {
    let head = eventually("the journal to be sealed", || {
        let said = server.journal_is_whole(&[]);
        let head = said.lines().find_map(|line| line.strip_prefix("head ")).map(str::to_owned)?;
        said.contains("waiting for a seal 0").then_some(head)
    });
    server.journal_is_whole(&["--expect", &head]);
    let other: String = head.chars().map(|c| if c == '0' { '1' } else { '0' }).collect();
    let data = server.data();
    let cut = server.elshi(&["journal", "verify", "--data", data.to_str().unwrap(), "--expect", &other]);
    assert_eq!(
        cut.status.code(),
        Some(1),
        "a head that is not in the journal: {}",
        String::from_utf8_lossy(&cut.stdout)
    );
    let auditor = Officer::signs_in(server, "auditor");
    auditor.person.open(&format!("/desk/journal?expect={head}")).ok().must_say(&head);
}
