//! Viruses in enclosed files: a verdict is waited for by nobody, an infected file is told of and replaced before signing, the desk reads what
//! the scanner said, and without a scanner nothing is claimed.

use crate::documents::begun;
use crate::harness::request::reference;
use crate::harness::{Answers, Chosen, Draft, Officer, Page, Person, Sent, Server, Setup, Words, eventually, files};
use jiff::SignedDuration;
use std::path::PathBuf;
use tempfile::TempDir;
use testkit::Clamd;
use testkit::clamd::{EICAR_THREAT, Mood, eicar};

/// No code of an officer is taken twice.
const LATER: SignedDuration = SignedDuration::from_mins(2);

/// Where clamd will listen, and a server that knows it.
fn scanned(setup: Setup) -> (TempDir, PathBuf, Server) {
    let drawer = tempfile::tempdir().unwrap();
    let socket = drawer.path().join("clamd.ctl");
    let more = vec!["--clamd".to_owned(), format!("unix:{}", socket.display())];
    let server = Server::start_with(Setup { more, ..setup });
    (drawer, socket, server)
}

/// A whole PDF with the test string behind its end.
fn infected() -> Chosen {
    let mut bytes = files::pdf("Totenschein");
    bytes.extend(format!("%{}\n", eicar()).into_bytes());
    Chosen::new("virus.pdf", bytes)
}

/// Waits until the files of a draft are told of so.
fn told(person: &Person, draft: &Draft, words: &str) -> Page {
    eventually(words, || Some(person.get(&draft.page("files")).ok()).filter(|page| page.says(words)))
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn a_verdict_is_awaited_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("scanned") else { return };
    nobody_waits(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

#[test]
fn a_verdict_is_awaited_by_nobody() {
    nobody_waits(Setup::default());
}

/// clamd is down: the request is signed all the same; when clamd is there, the desk reads what it says.
fn nobody_waits(setup: Setup) {
    let (_drawer, socket, server) = scanned(setup);
    let (person, words) = (server.person("kk"), Words::of("en"));
    let key = server.signer("applicant1");
    let _ = person.signs_in_with(key, server.now()).ok();
    let draft = person.composes();
    let own = Words::of("kk");
    person.get(&draft.page("files")).ok().must_say(&own.s("scan-waiting")).must_not_say(&own.s("scan-clean"));
    person.get(&draft.page("check")).ok().must_say(&own.s("scan-some-waiting"));
    let sent = Sent { reference: reference(&person.signs(&draft, key, server.now()).ok()), person, draft };
    let officer = Officer::signs_in(&server, "officer.berlin");
    let case = officer.opens(&sent.reference);
    case.page().must_say(&words.s("scan-desk-waiting"));
    let admin = Officer::signs_in(&server, "admin");
    eventually("the administrator to be told", || {
        let page = admin.person.open("/desk/system").ok();
        page.says(&words.piece("scan-system-error", &["said"])).then_some(page)
    })
    .must_say("clamd.ctl")
    .must_say(&words.f("scan-system-waiting", &[("count", "3")]));

    let _clamd = Clamd::at(&socket).unwrap();
    let clean = words.piece("scan-desk-clean", &["when"]);
    eventually("a verdict", || {
        let page = case.page();
        (page.text().matches(&clean).count() == 3).then_some(page)
    });
    officer.person.follow(&case.page(), "/pages/").ok().must_say(&clean);
    admin.person.open("/desk/system").ok().must_not_say(&words.piece("scan-system-error", &["said"]));
}

#[test]
fn a_virus_is_replaced_before_signing() {
    let (_drawer, socket, server) = scanned(Setup::default());
    let clamd = Clamd::at(&socket).unwrap();
    for lang in ["kk", "ru", "en"] {
        let (person, words) = (server.person(lang), Words::of(lang));
        let draft = begun(&server, &person);
        let _ = person.fills_in(&draft, "collecting", &Answers::of_a_daughter()).ok();
        for document in ["apostille", "translation"] {
            let name = format!("{lang}-{document}.pdf");
            let _ = person.encloses(&draft, document, &Chosen::new(&name, files::pdf(&name))).ok();
        }
        clamd.is(Mood::Slow);
        let file = Chosen::new("virus.pdf", [infected().bytes, lang.as_bytes().to_vec()].concat());
        person.encloses(&draft, "medical", &file).ok().must_say(&words.s("scan-waiting"));

        // The file to sign was made while the verdict was awaited; when it comes, that file is signed no more.
        let key = server.signer("applicant1");
        let signature = key.sign_detached(&person.file_to_sign(&draft), server.now());
        let signing = person.get(&draft.page("signature")).ok();
        clamd.is(Mood::Works);
        told(&person, &draft, &words.s("scan-infected")).must_say(&words.s("scan-tag"));
        let refused = person.send_file(&signing, &Chosen::new("request.cms", signature.clone())).ok();
        assert!(refused.path.ends_with("/check"), "{}", refused.path);
        refused.must_say(&words.f("error-infected", &[("name", "virus.pdf")]));
        for page in ["signature", "code", "paper"] {
            let shown = person.get(&draft.page(page));
            assert!(!shown.links().contains(&draft.page("file")), "{page} offers a file: {}", shown.text());
        }
        assert!(person.get(&draft.page("check")).ok().path.ends_with("/check"), "nothing was sent");

        // Another file in its place, and the way is free.
        let list = person.get(&draft.page("files")).ok();
        let place = list.links().into_iter().find(|link| link.contains("/medical?instead=")).unwrap();
        let _ = person.send_file(&person.get(&place).ok(), &Chosen::new("neu.pdf", files::pdf(lang))).ok();
        let list = person.get(&draft.page("files")).ok();
        list.must_not_say(&words.s("scan-infected"));
        let _ = reference(&person.signs(&draft, key, server.now()).ok());
    }
}

#[test]
fn the_desk_is_told_and_gets_no_harmful_file() {
    let (_drawer, socket, server) = scanned(Setup::default());
    let (clamd, words) = (Clamd::at(&socket).unwrap(), Words::of("en"));
    clamd.is(Mood::Slow);
    let person = server.person("en");
    let key = server.signer("applicant1");
    let _ = person.signs_in_with(key, server.now()).ok();
    let draft = person.composes();
    let _ = person.encloses(&draft, "medical", &infected()).ok();
    let sent = Sent { reference: reference(&person.signs(&draft, key, server.now()).ok()), person, draft };
    let officer = Officer::signs_in(&server, "officer.berlin");
    let case = officer.opens(&sent.reference);
    let before: Vec<String> = case.page().links().into_iter().filter(|link| link.contains("/desk/files/")).collect();
    assert_eq!(before.len(), 4);

    // The verdict comes after signing: the words stand out, the original is not given out, its page is still drawn.
    clamd.is(Mood::Works);
    let page = eventually("the verdict", || Some(case.page()).filter(|page| page.says(EICAR_THREAT)));
    page.must_say(&words.s("scan-tag"));
    let after: Vec<String> = page.links().into_iter().filter(|link| link.contains("/desk/files/")).collect();
    let gone: Vec<&String> = before.iter().filter(|link| !after.contains(link)).collect();
    let [gone] = gone.as_slice() else { panic!("{gone:?}") };
    officer.person.get(gone).must_be(403).must_say(&words.s("problem-harmful-title"));
    let auditor = Officer::signs_in(&server, "auditor");
    auditor.person.get(gone).must_be(403).must_say(&words.s("problem-harmful-title"));
    let id = gone.rsplit('/').next().unwrap();
    let pages = page.links().into_iter().find(|link| link.contains("/pages/") && link.contains(id)).unwrap();
    let viewer = officer.person.get(&pages).ok();
    viewer.must_say(EICAR_THREAT).must_not_say(&words.s("sheet-original"));
    let picture = format!("{pages}/picture?width=1200&turn=0");
    assert_eq!(&officer.person.get(&picture).ok().bytes[1..4], b"PNG");
    // Who sent it still has it, and another mission learns nothing.
    let own = format!("/en/files/{id}");
    assert!(sent.person.get(&own).ok().bytes.starts_with(b"%PDF"));
    assert_eq!(Officer::signs_in(&server, "officer.ankara").person.get(gone).status, 404);
}

#[test]
fn what_cannot_be_looked_at_says_so_and_stops_nothing() {
    let (_drawer, socket, server) = scanned(Setup::default());
    let (clamd, words) = (Clamd::at(&socket).unwrap(), Words::of("ru"));
    clamd.takes_bytes(10);
    let person = server.person("ru");
    let key = server.signer("applicant1");
    let _ = person.signs_in_with(key, server.now()).ok();
    let draft = person.composes();
    told(&person, &draft, &words.s("scan-not-possible"));
    let reference = reference(&person.signs(&draft, key, server.now()).ok());
    let officer = Officer::signs_in(&server, "officer.berlin");
    let said = Words::of("en").piece("scan-desk-not-possible", &["when"]);
    eventually("the desk to be told", || Some(officer.opens(&reference).page()).filter(|page| page.says(&said)));
}

#[test]
fn without_a_scanner_nothing_is_claimed_and_later_files_are_caught_up_with() {
    let drawer = tempfile::tempdir().unwrap();
    let mut server = Server::start();
    let mut sent = Sent::signed(&server, "en");
    let words = Words::of("en");
    let draft = sent.person.composes();
    let officer = Officer::signs_in(&server, "officer.berlin");
    let case = officer.opens(&sent.reference).page();
    let list = sent.person.get(&draft.page("files")).ok();
    let check = sent.person.get(&draft.page("check")).ok();
    case.must_say(&words.s("checks-files-unscanned"));
    for page in [&list, &check] {
        page.must_not_say("virus").must_not_say("Virus");
    }
    let admin = Officer::signs_in(&server, "admin");
    admin.person.open("/desk/system").ok().must_say(&words.s("desk-system-absent"));

    // From the day there is one, the files of before are looked at too.
    let clamd = Clamd::at(&drawer.path().join("clamd.ctl")).unwrap();
    server.also(&["--clamd", &clamd.address]);
    server.restart_at(&(server.now() + LATER).to_string());
    sent.person.find_again(&server);
    told(&sent.person, &draft, &words.s("scan-clean"));
    let officer = Officer::signs_in(&server, "officer.berlin");
    let clean = words.piece("scan-desk-clean", &["when"]);
    eventually("the desk to be told", || Some(officer.opens(&sent.reference).page()).filter(|page| page.says(&clean)));
    // When there is none any more, what was said stays, and nothing new is promised.
    server.also(&[]);
    server.restart_at(&(server.now() + LATER).to_string());
    sent.person.find_again(&server);
    let _ = sent.person.encloses(&draft, "medical", &Chosen::new("later.pdf", files::pdf("later"))).ok();
    let list = sent.person.get(&draft.page("files")).ok();
    list.must_say(&words.s("scan-clean")).must_not_say(&words.s("scan-waiting"));
}
