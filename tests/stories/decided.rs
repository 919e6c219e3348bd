//! Decisions of officials: sealed with their second factor, or signed with the EDS of their post, which also signs them in.

use crate::harness::files::pdf_text;
use crate::harness::{Chosen, Officer, Page, Sent, Server, Setup, Words};
use std::fs;

const REASONS: &str = "Медициналық құжатта көрсетілген аты-жөні төлқұжаттағы аты-жөніне сәйкес келмейді.";

/// Enters with the key of the post; no password, no code.
pub fn enters_with_eds(server: &Server) -> Officer {
    let person = server.person("en");
    let panel = person.open("/desk/sign-in/eds").ok();
    let refused = |key: &str| person.answers_challenge(&panel, server.signer(key), server.now()).must_be(422);
    refused("applicant1").must_say(&Words::of("en").s("signature-error-official-key"));
    refused("head").must_say(&Words::of("en").s("signature-error-not-staff"));
    // The challenge of the applicants' door opens no other.
    let ways = person.send(&person.open("/sign-in").ok(), &[("way", "eds")]).ok();
    let theirs = person.follow(&ways, "/sign-in/eds/challenge").ok();
    let form = panel.forms().into_iter().find(|form| form.with_files).unwrap();
    let form = form.fill("ticket", &ways.value("ticket")).press("");
    let signed = server.signer("officer").sign_detached(&theirs.bytes, server.now());
    let other = person.submit_with(&panel, &form, &Chosen::new("a.cms", signed)).must_be(422);
    other.must_say(&Words::of("en").s("signature-error-used"));
    let entered = person.answers_challenge(&panel, server.signer("officer"), server.now()).ok();
    assert!(entered.path.ends_with("/desk/queue"), "{}: {}", entered.path, entered.text());
    // Once: another browser with the same challenge does not come in.
    let (other, challenge) = (server.person("en"), person.follow(&panel, "/sign-in/eds/challenge").ok());
    let fresh = other.open("/desk/sign-in/eds").ok();
    let form = fresh.forms().into_iter().find(|form| form.with_files).unwrap();
    let form = form.fill("ticket", &panel.value("ticket")).press("");
    let signed = server.signer("officer").sign_detached(&challenge.bytes, server.now());
    let again = other.submit_with(&fresh, &form, &Chosen::new("a.cms", signed)).must_be(422);
    again.must_say(&Words::of("en").s("signature-error-used"));
    Officer { person }
}

/// Uploads a signature over the file of a prepared decision.
pub fn signs(server: &Server, officer: &Officer, prepared: &Page, key: &str) -> Page {
    let file = officer.person.get(&format!("{}/file", prepared.path)).ok();
    let cms = server.signer(key).sign_detached(&file.bytes, server.now());
    officer.person.send_file(prepared, &Chosen::new("decision.cms", cms))
}

#[test]
fn signed_with_the_key_of_the_post() {
    signed(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn signed_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("decided_signed") else { return };
    signed(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

fn signed(setup: Setup) {
    let server = Server::start_with(setup);
    let words = Words::of("en");
    let (refused, granted) = (Sent::signed(&server, "kk"), Sent::signed(&server, "ru"));
    let consul = enters_with_eds(&server);

    // A refusal: the PDF is read, then signed.
    let case = consul.opens(&refused.reference);
    case.does("registration");
    let fields = [("grounds", "unreliable_documents"), ("reasons", REASONS)];
    let look = consul.person.send_by(&case.act("refusal").ok(), &fields, "preview").ok();
    // Who entered with a key has given no code: without one, nothing is sealed.
    let asked = consul.person.press(&look, "send").must_be(422);
    asked.must_say(&words.s("desk-refusal-code-error-missing"));
    assert_eq!(asked.value("reasons"), REASONS, "what was written stays");
    let prepared = consul.person.press(&asked, "sign").ok();
    prepared.must_say(REASONS);
    let pdf = consul.person.get(&format!("{}/file", prepared.path)).ok().bytes;
    assert!(pdf_text(&pdf).contains("ЭЦҚ"), "{}", pdf_text(&pdf));

    // Nobody else's signature, nobody else's page.
    signs(&server, &consul, &prepared, "applicant1").must_be(422).must_say(&words.s("signature-error-official-key"));
    let another = signs(&server, &consul, &prepared, "head").must_be(422);
    assert!(another.errors()[0].contains("МЫСАЛОВ"), "{}", another.text());
    let colleague = Officer::is_added(&server, "colleague", "Ақ Б.");
    assert_eq!(colleague.person.get(&prepared.path).status, 404);
    assert_eq!(colleague.person.get(&format!("{}/file", prepared.path)).status, 404);

    let done = signs(&server, &consul, &prepared, "officer").ok();
    done.must_say(&words.s("decision-way-eds")).must_say("СЕЙІТОВА АЛМА");
    assert_eq!(consul.person.get(&prepared.path).status, 404, "signed once");

    // The applicant has the refusal and the official's signature over exactly it.
    let own = refused.case();
    assert_eq!(refused.person.follow(&own, "/papers/refusal").ok().bytes, pdf);
    let signature = refused.person.follow(&own, "/papers/decision-proof-1").ok().bytes;
    let place = tempfile::tempdir().unwrap();
    let (file, cms) = (place.path().join("refusal.pdf"), place.path().join("refusal.cms"));
    fs::write(&file, &pdf).unwrap();
    fs::write(&cms, &signature).unwrap();
    let (trust, at) = (server.trust(), server.now().to_string());
    let [file, cms, trust] = [&file, &cms, &trust].map(|own| own.to_str().unwrap());
    let verified = ["eds", "verify", cms, "--content", file, "--trust", trust, "--policy", "officer", "--at", &at];
    let output = server.elshi(&verified);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

    // A record: its statement is signed.
    let case = consul.opens(&granted.reference);
    case.does("registration");
    let prepared = consul.person.press(&case.act("record").ok(), "sign").ok();
    let statement = consul.person.get(&format!("{}/file", prepared.path)).ok();
    let text = String::from_utf8_lossy(&statement.bytes).into_owned();
    assert!(text.contains(&granted.reference) && text.contains("\"grant\""), "{text}");
    let done = signs(&server, &consul, &prepared, "officer").ok();
    done.must_say(&words.s("decision-way-eds"));
    assert!(case.paper("certificate").ok().bytes.starts_with(b"%PDF"));
    let kept = case.paper("decision-1").ok();
    assert_eq!(kept.bytes, statement.bytes);
    // The certificate is collected; the statement is opened with the file, or not (APPC 75(2)).
    for kind in ["certificate", "decision-1", "decision-proof-1"] {
        assert_eq!(granted.person.get(&format!("{}/papers/{kind}", granted.case().path)).status, 404, "{kind}");
    }
    server.journal_is_whole(&[]);
}

#[test]
fn sealed_with_the_second_factor() {
    sealed(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn sealed_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("decided_sealed") else { return };
    sealed(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

fn sealed(setup: Setup) {
    let mut server = Server::start_with(setup);
    let words = Words::of("en");
    let sent = Sent::signed(&server, "kk");
    let mut consul = Officer::signs_in(&server, "officer.berlin");
    // An hour of work later the code is old. The session lives on, for it is used.
    let mut clock = server.now();
    for _ in 0..3 {
        clock += jiff::SignedDuration::from_mins(25);
        server.restart_at(&clock.to_string());
        consul.person.find_again(&server);
        let _ = consul.person.open("/desk/queue").ok();
    }
    let case = consul.opens(&sent.reference);
    case.does("registration");
    let asked = case.act("record").ok();
    let press = |code: &str| consul.person.send_by(&asked, &[("code", code)], "send");
    press("").must_be(422).must_say(&words.s("desk-record-code-error-missing"));
    press("000000").must_be(422).must_say(&words.s("desk-field-error-wrong"));
    let done = press(&crate::harness::officer::code("officer.berlin", &server)).ok();
    done.must_say(&words.s("decision-way-seal"));

    // The seal holds the statement; it is verified like any CMS, with the institution's certificate.
    let statement = case.paper("decision-1").ok();
    let text = String::from_utf8_lossy(&statement.bytes).into_owned();
    assert!(text.contains("second_factor_at") && text.contains(&sent.reference), "{text}");
    let seal = case.paper("decision-proof-1").ok().bytes;
    assert!(seal.windows(statement.bytes.len()).any(|own| own == statement.bytes), "the statement is inside");
    server.journal_is_whole(&[]);
}

#[test]
fn an_administrator_names_the_key() {
    let server = Server::start();
    let words = Words::of("en");
    let admin = Officer::signs_in(&server, "admin");
    let people = admin.person.open("/desk/people").ok();
    let keys: Vec<String> = people.links().into_iter().filter(|link| link.ends_with("/key")).collect();
    assert_eq!(keys.len(), 6, "everybody's but one's own");
    let page_of = |login: &str| {
        let mut pages = keys.iter().map(|link| admin.person.get(link).ok());
        pages.find(|page| page.says(login)).unwrap_or_else(|| panic!("nobody is {login}"))
    };
    let head = page_of("supervisor.berlin");
    let name = |page: &Page, iin: &str| admin.person.send(page, &[("iin", iin)]);
    name(&head, "850615400017").must_be(422).must_say(&words.s("people-error-iin-wrong"));
    name(&head, "850615400016").must_be(422).must_say(&words.s("people-error-iin-taken"));
    // Taken from the consul, it is the head's.
    name(&page_of("officer.berlin"), "").ok().must_say(&words.s("people-key-done"));
    name(&head, "850615 400016").ok();
    let person = server.person("en");
    let panel = person.open("/desk/sign-in/eds").ok();
    let entered = person.answers_challenge(&panel, server.signer("officer"), server.now()).ok();
    assert!(!entered.path.contains("sign-in"), "{}", entered.text());
    let _ = person.get("/en/desk/workload").ok();
    server.journal_is_whole(&[]);
}
