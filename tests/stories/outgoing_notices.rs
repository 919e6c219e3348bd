//! What follows from a registered death outside the mission: the consular register, the certification authority and the State database
//! learn of it, each through its webhook, once, signed, for as long as it takes; a receiver that is down delays nobody.

use crate::harness::{Officer, Sent, Server, Setup, Words, clock::Clock, eventually};
use jiff::SignedDuration;
use serde_json::Value;
use testkit::Receiver;
use testkit::receiver::check;

const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const OTHER_SECRET: &str = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
/// After a failure the office waits a minute before it tries again.
const AFTER_A_FAILURE: SignedDuration = SignedDuration::from_secs(90);

#[test]
fn a_registered_death_is_told_to_those_who_must_know() {
    told(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn outgoing_notices_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("outgoing_notices") else { return };
    told(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

fn told(setup: Setup) {
    let drawer = tempfile::tempdir().unwrap();
    let clock = Clock::starting(setup.clock);
    let receiver = Receiver::listen("127.0.0.1:0".parse().unwrap(), OTHER_SECRET, move || clock.now()).unwrap();
    let file = drawer.path().join("receivers.toml");
    std::fs::write(drawer.path().join("secret"), SECRET).unwrap();
    let notices = "\"consular_deregistration\", \"key_revocation\"";
    let text =
        format!("[[receiver]]\nnotices = [{notices}]\nurl = \"{}\"\nsecret_file = \"secret\"\n", receiver.address);
    std::fs::write(&file, &text).unwrap();
    let more = vec!["--receivers".to_owned(), file.to_str().unwrap().to_owned()];
    let mut server = Server::start_with(Setup { more, ..setup });
    let words = Words::of("en");

    // The two sides do not know the same secret: nothing is taken, and the record is made all the same.
    let sent = Sent::signed(&server, "en");
    let officer = Officer::signs_in(&server, "officer.berlin");
    let case = officer.opens(&sent.reference);
    case.does("registration");
    assert!(receiver.posted().is_empty(), "nothing is told before the record");
    case.does("record");
    eventually("a refusal", || receiver.said().contains(&"signature".to_owned()).then_some(()));
    let admin = Officer::signs_in(&server, "admin");
    let (refused, nobody) = (words.piece("outgoing-error", &["said"]), words.s("outgoing-nobody"));
    eventually("the administrator to be told", || {
        let page = admin.person.open("/desk/system").ok();
        (page.says(&refused) && page.says("401") && page.says(&nobody)).then_some(())
    });
    assert!(receiver.taken().is_empty());

    // The secret is put right; what waited arrives, each notice once.
    receiver.knows(SECRET);
    let later = server.now() + AFTER_A_FAILURE;
    server.restart_at(&later.to_string());
    let arrived = eventually("both notices", || Some(receiver.taken()).filter(|taken| taken.len() == 2));
    hold_what_the_law_asks(&arrived);

    // What was taken before is taken again without harm; what is old, or changed on the way, is not taken.
    let (stamp, body) = receiver.posted().pop().unwrap();
    let now = server.now();
    assert_eq!(check(SECRET, &stamp, &body, now), Ok(()));
    assert_eq!(check(SECRET, &stamp, &body, now + SignedDuration::from_mins(6)), Err("too old or too new"));
    assert_eq!(check(SECRET, &stamp, b"{}", now), Err("signature"));

    // The officer sees what was told, and what still waits for a receiver.
    let officer = Officer::signs_in(&server, "officer.berlin");
    let page = officer.opens(&sent.reference).page();
    page.must_say(&words.s("outgoing-kind-key-revocation")).must_say(&words.s("outgoing-kind-register-copy"));
    page.must_say(&words.piece("outgoing-taken", &["when"]))
        .must_say(&words.piece("outgoing-waiting-since", &["when"]));
    assert_eq!(receiver.said().iter().filter(|said| *said == "taken").count(), 2);
}

/// CloudEvents 1.0; each body learns what its duty needs and nothing else.
fn hold_what_the_law_asks(arrived: &[Value]) {
    let of = |kind: &str| arrived.iter().find(|event| event["type"] == format!("kz.elshi.{kind}.v1")).unwrap();
    let (keys, consular) = (of("key_revocation"), of("consular_deregistration"));
    for event in arrived {
        assert_eq!(event["specversion"], "1.0");
        assert_eq!(event["subject"], event["data"]["record_number"]);
        assert!(event["data"]["iin"].as_str().is_some_and(|iin| iin.len() == 12), "{event}");
    }
    assert!(keys["data"].get("name").is_none(), "the certification authority needs no name: {keys}");
    assert!(consular["data"]["name"]["surname"].is_string(), "{consular}");
    assert!(consular["data"].get("cause").is_none(), "{consular}");
}

/// The first body takes the connection and never answers; the others learn of the death before it gives up.
#[test]
fn a_body_that_never_answers_keeps_no_other_waiting() {
    let setup = Setup::default();
    let drawer = tempfile::tempdir().unwrap();
    let clock = Clock::starting(setup.clock);
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let receiver = Receiver::listen("127.0.0.1:0".parse().unwrap(), SECRET, move || clock.now()).unwrap();
    std::fs::write(drawer.path().join("secret"), SECRET).unwrap();
    let entry = |kinds: &str, url: &str| {
        format!("[[receiver]]\nnotices = [{kinds}]\nurl = \"{url}\"\nsecret_file = \"secret\"\n")
    };
    let text = entry("\"consular_deregistration\"", &format!("http://{}/", silent.local_addr().unwrap()))
        + &entry("\"key_revocation\", \"register_copy\"", &receiver.address);
    let file = drawer.path().join("receivers.toml");
    std::fs::write(&file, text).unwrap();
    let more = vec!["--receivers".to_owned(), file.to_str().unwrap().to_owned()];
    let server = Server::start_with(Setup { more, ..setup });
    let sent = Sent::signed(&server, "en");
    let officer = Officer::signs_in(&server, "officer.berlin");
    let case = officer.opens(&sent.reference);
    case.does("registration");
    case.does("record");
    let (held, _) = silent.accept().unwrap();
    eventually("the other two", || (receiver.taken().len() == 2).then_some(()));
    // Still held: nobody has given up on it.
    held.set_nonblocking(true).unwrap();
    let mut sink = [0; 4096];
    let mut read = 0;
    loop {
        match std::io::Read::read(&mut &held, &mut sink) {
            Ok(0) => panic!("the line was given up before the others were told"),
            Ok(count) => read += count,
            Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => break,
            Err(error) => panic!("{error}"),
        }
    }
    assert!(read > 0, "the first body was asked");
}
