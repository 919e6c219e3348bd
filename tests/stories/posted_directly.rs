//! Every address that takes a form is posted to past its page: by a stranger, without the hidden field, as another applicant, as
//! another mission, out of order, twice, ten times at once. Never a fault of ours, never an effect that was not due.

use crate::harness::direct::{Desk, Doors, Effects, by_its_body};
use crate::harness::person::Chosen;
use crate::harness::{Officer, Page, Person, Sent, Server};

/// Submissions of one signature at the same time.
const AT_ONCE: usize = 10;

/// No hidden field, a made-up one, and another's: each one's in the full run, else one's, in turn.
fn tokens_of_others<'a>(all: &'a [(&Person, String)], own: &str, turn: usize) -> Vec<&'a str> {
    let others: Vec<&str> = all.iter().map(|(_, token)| token.as_str()).filter(|token| *token != own).collect();
    let taken = match std::env::var_os("ELSHI_FULL") {
        Some(_) => others,
        None => vec![others[turn % others.len()]],
    };
    taken.into_iter().chain(["", "0000"]).collect()
}

#[test]
fn every_door_is_shut_to_those_it_is_not_for() {
    let server = Server::start();
    let sent = Sent::signed(&server, "en");
    let draft = sent.person.composes();
    let berlin = Officer::signs_in(&server, "officer.berlin");
    let ankara = Officer::signs_in(&server, "officer.ankara");
    let auditor = Officer::signs_in(&server, "auditor");
    let supervisor = Officer::signs_in(&server, "supervisor.berlin");
    let (reviewer, admin) = (Officer::signs_in(&server, "reviewer"), Officer::signs_in(&server, "admin"));
    let second = server.person("en");
    let _ = second.signs_in_with(server.signer("applicant2"), server.now()).ok();
    let doors = Doors::of(&sent, &draft, &berlin);
    let readers = [&ankara.person, &auditor.person];
    let desk = Desk {
        officer: &berlin.person,
        supervisor: &supervisor.person,
        administrator: &admin.person,
        readers: &readers,
    };
    let stranger = server.person("en");
    let staff = [&berlin.person, &ankara.person, &auditor.person, &supervisor.person, &reviewer.person, &admin.person];
    let all = [&stranger, &sent.person, &second].into_iter().chain(staff.iter().copied());
    let all: Vec<(&Person, String)> = all.map(|person| (person, person.csrf())).collect();
    // Without a token of their own they would be turned away by the form and not by right.
    for (person, token) in all.iter().skip(1) {
        assert!(!token.is_empty(), "no token: {}", person.open("/sign-in").path);
    }
    // That they looked is told to the owner, once an hour: it is no effect of what they post.
    let case = berlin.opens(&sent.reference).path.clone();
    for person in &staff {
        let _ = person.get(&case);
    }
    let before = Effects::seen(&server, &sent, &draft, &berlin);

    for (turn, door) in doors.all().into_iter().enumerate() {
        let bodies = by_its_body(&door, &doors);
        for body in &bodies {
            for (person, own) in &all {
                for token in tokens_of_others(&all, own, turn) {
                    let answer = person.posts(&door.address, body, token);
                    let shut = (400..500).contains(&answer.status) || answer.path.contains("/sign-in");
                    assert!(shut, "{}", told(&door.address, &answer));
                }
            }
            // With their own hidden field, but not theirs to do.
            for (person, own) in all.iter().filter(|(person, _)| !door.is_for(person, body, &sent, &desk)) {
                let answer = person.posts(&door.address, body, own);
                let shut = (400..500).contains(&answer.status) || answer.path.contains("/sign-in");
                assert!(shut, "{}", told(&door.address, &answer));
            }
        }
        // Bytes that are no form at all.
        for kind in [
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "text/plain",
        ] {
            let request =
                sent.person.post(&door.address).header("content-type", kind).body(vec![0xFF, 0x00, b'%', b'-']);
            let answer = sent.person.answer_to(request);
            assert!(answer.status < 500, "{kind} {}", told(&door.address, &answer));
        }
    }
    assert_eq!(before, Effects::seen(&server, &sent, &draft, &berlin), "somebody had an effect");
    server.journal_is_whole(&[]);

    // And what is looked at does change when the right person posts the right form.
    let fields = sent.person.get(&draft.page("you")).ok().form(&["version", "relation"]);
    let _ = sent
        .person
        .submit(&sent.person.get(&draft.page("you")), &fields.fill("relation", "spouse").press("leave"))
        .ok();
    assert_ne!(before, Effects::seen(&server, &sent, &draft, &berlin), "the measure sees nothing");
}

#[test]
fn out_of_order_and_twice() {
    let server = Server::start();
    let person = server.person("en");
    let _ = person.signs_in_with(server.signer("applicant1"), server.now()).ok();

    // A request that is not complete cannot be signed or confirmed: the person is led to what is missing.
    let draft = person.begins("DE", "berlin");
    for (page, body) in [("signature", "cms=AAAA"), ("code", "act=send"), ("code", "act=confirm&code=123456")] {
        let answer = person.posts(&draft.page(page), body, &person.csrf());
        assert!(answer.status < 500, "{}", told(page, &answer));
        assert_eq!(person.get(&draft.page("sent")).status, 404);
    }
    assert!(!person.open("/services").ok().says("DR-26-"));

    // Each act of the desk before its time, then in time, then once more with the same page.
    let sent = Sent::signed(&server, "en");
    let consul = Officer::signs_in(&server, "officer.berlin");
    let case = consul.opens(&sent.reference);
    let bodies = crate::harness::direct::desk_bodies();
    let order = ["registration", "record", "collection", "handover"];
    for (done, noun) in order.iter().enumerate() {
        for later in &order[done + 1..] {
            let answer = consul.person.posts(&format!("{}/{later}", case.path), bodies[later], &consul.person.csrf());
            assert_eq!(answer.status, 409, "{later} before {noun}: {}", answer.text());
        }
        let version = case.act(noun).ok().value("seen_version");
        let body = format!("{}&seen_version={version}", bodies[noun]);
        let address = format!("{}/{noun}", case.path);
        let first = consul.person.posts(&address, &body, &consul.person.csrf());
        assert_eq!(first.status, 200, "{}", told(noun, &first));
        let second = consul.person.posts(&address, &body, &consul.person.csrf());
        assert_eq!(second.status, 409, "{noun} twice: {}", second.text());
        if *noun == "record" {
            crate::harness::eventually("the certificate", || {
                Some(()).filter(|()| case.act("collection").status == 200)
            });
        }
    }

    // What was sent cannot be changed, and signing again gives the same application.
    let again = sent.person.posts(&sent.draft.page("signature"), "cms=AAAA", &sent.person.csrf());
    assert!(again.path.ends_with("/sent") && again.says(&sent.reference), "{}", told("signature", &again));
    let change = sent.person.posts(&sent.draft.page("you"), "version=1&relation=spouse&act=leave", &sent.person.csrf());
    assert!((400..500).contains(&change.status), "{}", told("you", &change));
    server.journal_is_whole(&[]);
}

#[test]
fn ten_submissions_at_once_make_one_application() {
    let server = Server::start();
    let person = server.person("en");
    let key = server.signer("applicant1");
    let _ = person.signs_in_with(key, server.now()).ok();
    let draft = person.composes();
    let signature = Chosen::new("request.cms", key.sign_detached(&person.file_to_sign(&draft), server.now()));
    let page = person.get(&draft.page("signature")).ok();
    let entries = || {
        let told = server.journal_is_whole(&[]);
        told.split(' ').nth(1).and_then(|count| count.parse::<u64>().ok()).unwrap_or_else(|| panic!("{told}"))
    };
    let before = entries();
    let answers: Vec<Page> = std::thread::scope(|scope| {
        let tries: Vec<_> = (0..AT_ONCE).map(|_| scope.spawn(|| person.send_file(&page, &signature))).collect();
        tries.into_iter().map(|one| one.join().unwrap()).collect()
    });
    let first = crate::harness::request::reference(&answers[0]);
    for answer in &answers {
        assert_eq!(answer.status, 200, "{}", answer.text());
        assert_eq!(crate::harness::request::reference(answer), first);
    }
    assert_eq!(person.open("/services").ok().text().matches("DR-26-").count(), 1);
    assert_eq!(entries(), before + 1, "one act, one entry");
}

/// Two officers' windows: a grant and a refusal of the same case at the same time.
#[test]
fn two_decisions_at_once_leave_one() {
    let server = Server::start();
    let sent = Sent::signed(&server, "en");
    let consul = Officer::signs_in(&server, "officer.berlin");
    let case = consul.opens(&sent.reference);
    case.does("registration");
    let version = case.act("record").ok().value("seen_version");
    let csrf = consul.person.csrf();
    let bodies = crate::harness::direct::desk_bodies();
    let post = |noun: &str| {
        let body = format!("{}&seen_version={version}", bodies[noun]);
        consul.person.posts(&format!("{}/{noun}", case.path), &body, &csrf).status
    };
    let (granted, refused) = std::thread::scope(|scope| {
        let (grant, refuse) = (scope.spawn(|| post("record")), scope.spawn(|| post("refusal")));
        (grant.join().unwrap(), refuse.join().unwrap())
    });
    assert!(matches!((granted, refused), (200, 409) | (409, 200)), "grant {granted}, refusal {refused}");
    server.journal_is_whole(&[]);
}

fn told(address: &str, answer: &Page) -> String {
    format!("POST {address} gave {} at {}: {}", answer.status, answer.path, answer.text())
}
