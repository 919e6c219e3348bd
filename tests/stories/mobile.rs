//! eGov Mobile: she signs in, signs her request and her addendum with the app on her phone. The code on the screen is worth nothing to
//! another browser, the token nothing for another signing, another's key nothing at all; outside a demonstration none of it exists.

use crate::complaint;
use crate::harness::page::select;
use crate::harness::request::{Draft, reference};
use crate::harness::{Answers, Officer, Page, Person, Sent, Server, Setup, Words};
use testkit::phone::{Answer, Manner, content, signed, with_signature};
use testkit::{Person as Signer, Phone};

/// The text of the code on a page.
fn code_on(page: &Page) -> String {
    let html = page.html();
    let drawn = html.select(&select("svg[data-code]")).next();
    let drawn = drawn.unwrap_or_else(|| panic!("{} shows no code: {}", page.path, page.text()));
    assert!(drawn.select(&select("path")).count() == 2, "the code is drawn");
    drawn.attr("data-code").unwrap().to_owned()
}

/// Opens the page of a signing and has the code shown.
fn shows(person: &Person, address: &str) -> Page {
    let page = person.get(address).ok();
    person.press(&page, "begin").ok()
}

fn sign_in_page(person: &Person) -> Page {
    let ways = person.open("/sign-in").ok();
    let asks = person.send(&ways, &[("way", "mobile")]).ok();
    person.press(&asks, "begin").ok()
}

#[test]
fn she_signs_in_sends_her_request_and_her_addendum_with_the_phone() {
    let server = Server::start();
    let (key, phone, words) = (server.signer("applicant1"), Phone::speaking("kk"), Words::of("kk"));
    let person = server.person("kk");
    let page = sign_in_page(&person);
    page.must_say(&words.s("mobile-said-waiting"));
    assert!(page.link("https://m.egov.kz/mobileSign/?link=http%3A//127.0.0.1%3A").contains("/mobile/"));

    // Step by step: the app is told who asks, by when, and which number to compare; then it has the text.
    let asked = phone.reads(&code_on(&page));
    assert_eq!(asked.status, 200, "{}", asked.json);
    let number = page.html().select(&select("main .app-number")).next().unwrap().text().collect::<String>();
    let description = asked.json["description"].as_str().unwrap().to_owned();
    assert!(description.contains(&number) && description.contains(&server.base()), "{description} {number}");
    assert!(asked.json["expiry_date"].as_str().unwrap().starts_with("2026-11-23T09:1"), "{}", asked.json);
    assert_eq!(asked.json["organisation"]["nameKz"], words.s("mobile-organisation"));
    let taken = phone.takes(&asked.errand());
    assert_eq!((taken.status, &taken.json["signMethod"]), (200, &"CMS_SIGN_ONLY".into()), "{}", taken.json);
    let challenge = String::from_utf8(content(&taken.json)).unwrap();
    assert!(challenge.contains("purpose: sign-in") && challenge.contains(&server.base()), "{challenge}");
    // "Check again" works without a script and changes nothing.
    let again = person.follow(&page, "/sign-in/mobile").ok();
    again.must_say(&words.s("mobile-said-fetched"));
    assert_eq!(code_on(&again), code_on(&page), "a reload keeps the code");
    let done = phone.brings(&asked.errand(), &signed(&taken.json, key, server.now(), Manner::Detached));
    assert_eq!((done.status, &done.json["code"], done.message()), (200, &"200".into(), "success"));

    // Another browser gets nothing; hers is told who signed and goes on.
    let other = server.person("kk");
    other.open("/sign-in/mobile").ok().must_not_say("СЫНАҚОВА");
    let ready = person.open("/sign-in/mobile").ok();
    ready.must_say("СЫНАҚОВА");
    let inside = person.press(&ready, "enter").ok();
    assert!(inside.path.ends_with("/services"), "{}", inside.path);
    assert!(other.open("/services").ok().path.contains("/sign-in"));

    // The request: the app's signature sends it; her page leads on.
    let draft = person.composes();
    let _ = person.follow(&person.get(&draft.page("check")).ok(), "/mobile").ok();
    let code = code_on(&shows(&person, &draft.page("mobile")));
    let file = person.file_to_sign(&draft);
    let asked = phone.reads(&code);
    let taken = phone.takes(&asked.errand());
    assert_eq!(content(&taken.json), file, "exactly the prepared file");
    // The app may put the file inside: it is the same file.
    let back = signed(&taken.json, key, server.now(), Manner::Attached);
    let done = phone.brings(&asked.errand(), &back);
    assert_eq!(done.status, 200, "{}", done.json);
    assert_eq!(phone.brings(&asked.errand(), &back).status, 200, "the answer was lost: asked once more");
    let sent = person.get(&draft.page("mobile")).ok();
    assert!(sent.path.ends_with("/sent"), "{}", sent.path);
    let sent = Sent { reference: reference(&sent), person, draft };
    let consul = Officer::signs_in(&server, "officer.berlin");
    consul.opens(&sent.reference).does("registration");

    // The mission asks; the addendum goes the same way.
    let case = consul.opens(&sent.reference);
    let _ = case.fills_in("correction", &[("item-you", "Үйіңіздің нөмірін тексеріңіз."), ("working_days", "3")]);
    let page = sent.case();
    let form = page.forms().into_iter().find(|form| form.action.ends_with("/supplement")).unwrap();
    let list = sent.person.submit(&page, &form).ok();
    let addendum = Draft { path: list.path.split('?').next().unwrap().to_owned() };
    let answered = Answers::of_a_daughter().with("address-line1", "Lindenstraße 7a");
    let _ = sent.person.fills_in(&addendum, "you", &answered).ok();
    let code = code_on(&shows(&sent.person, &addendum.page("mobile")));
    let said = phone.reads(&code).json["description"].as_str().unwrap().to_owned();
    assert!(said.contains(&words.piece("mobile-app-addendum", &["host", "number"])), "{said}");
    assert_eq!(phone.signs(&code, key, server.now()).status, 200);
    consul.opens(&sent.reference).page().must_say("Lindenstraße 7a");
    server.journal_is_whole(&[]);
}

#[test]
fn her_complaint_is_filed_with_the_phone() {
    let server = Server::start();
    let (key, phone, words) = (server.signer("applicant1"), Phone::speaking("ru"), Words::of("ru"));
    let sent = Sent::signed(&server, "ru");
    let written = complaint::writes(&sent, &[("subject", "action")]);
    let ways = sent.person.follow(&written, "/signature").ok();
    let _ = sent.person.follow(&ways, "/mobile").ok().must_say(&words.s("mobile-complaint-lead"));
    let address = format!("{}/mobile", written.path);
    let refused = phone.signs(&code_on(&shows(&sent.person, &address)), server.signer("applicant2"), server.now());
    assert_eq!(refused.status, 403, "{}", refused.json);

    // What she writes anew is another file: the one that the app has is signed for nothing.
    let code = code_on(&shows(&sent.person, &address));
    let errand = phone.reads(&code).errand();
    let old = phone.takes(&errand).json;
    let form = sent.person.get(&format!("{}/complaint", sent.case().path)).ok();
    let changed = [("circumstances", "В здании не было лифта."), ("wishes", "explain"), ("subject", "action")];
    let _ = sent.person.send(&form, &changed).ok();
    assert_eq!(phone.takes(&errand).status, 410);
    assert_eq!(phone.brings(&errand, &signed(&old, key, server.now(), Manner::Detached)).status, 403);
    sent.person.get(&address).ok().must_say(&words.s("signature-error-changed"));

    let code = code_on(&shows(&sent.person, &address));
    let asked = phone.reads(&code);
    let said = asked.json["description"].as_str().unwrap();
    assert!(said.contains(&words.piece("mobile-app-complaint", &["host", "number"])), "{said}");
    let taken = phone.takes(&asked.errand());
    assert_eq!(content(&taken.json), sent.person.follow(&written, "/file").ok().bytes, "exactly the complaint's file");
    let back = signed(&taken.json, key, server.now(), Manner::Detached);
    assert_eq!(phone.brings(&asked.errand(), &back).status, 200);
    assert_eq!(phone.brings(&asked.errand(), &back).status, 200, "the answer was lost: asked once more");
    let filed = sent.person.get(&address).ok();
    assert_eq!(filed.path, written.path);
    let _ = filed.must_say(&words.s("complaint-state-received"));
    assert!(sent.case().says(&words.s("timeline-file-complaint")));
    server.journal_is_whole(&[]);
}

#[test]
fn nobody_else_s_key_browser_token_or_file_will_do() {
    let mut server = Server::start();
    let mut person = server.person("en");
    let (key, phone, words) = (server.signer("applicant1").clone(), Phone::speaking("ru"), Words::of("en"));
    let ru = Words::of("ru");
    let _ = person.signs_in_with(&key, server.now()).ok();
    let draft = person.composes();
    let address = draft.page("mobile");
    let refused = |signer: &Signer, kind: &str| {
        let code = code_on(&shows(&person, &address));
        let answer = phone.signs(&code, signer, server.now());
        assert_eq!((answer.status, &answer.json["code"]), (403, &"403".into()), "{kind}: {}", answer.json);
        let key = format!("signature-error-{kind}");
        assert!(
            answer.message().contains(&ru.piece(&key, &["name", "date"])),
            "in the app's language: {}",
            answer.json
        );
        person.get(&address).ok().must_say(&words.piece(&key, &["name", "date"]));
    };
    refused(server.signer("applicant2"), "another-person");
    refused(server.signer("head"), "company-key");
    refused(server.signer("expired"), "expired");

    // The file that came back signed is not ours.
    let code = code_on(&shows(&person, &address));
    let errand = phone.reads(&code).errand();
    let taken = phone.takes(&errand).json;
    let other = with_signature(&taken, &key.sign_attached(b"another file", server.now()));
    assert_eq!(phone.brings(&errand, &other).status, 403);

    // Wrong token, wrong address, no documents, too deep, too large; the session's cookie is no right here.
    let code = code_on(&shows(&person, &address));
    let errand = phone.reads(&code).errand();
    let mut wrong = errand.clone();
    wrong.token.replace_range(..1, if wrong.token.starts_with('0') { "1" } else { "0" });
    let told = phone.takes(&wrong);
    assert_eq!((told.status, told.message()), (401, ru.s("mobile-app-token").as_str()));
    assert_eq!(phone.brings(&wrong, &taken).status, 401);
    assert_eq!(person.get(errand.uri.strip_prefix(&server.base()).unwrap()).status, 401);
    assert_eq!(phone.reads(&format!("{}0", code.trim_end_matches(char::is_alphanumeric))).status, 404);
    assert_eq!(phone.brings(&errand, &serde_json::json!({})).status, 400);
    let deep: Answer = phone.brings(&errand, &nested(100));
    assert_eq!(deep.status, 400);
    let large = with_signature(&taken, &vec![0; 7_000_000]);
    assert_eq!(phone.brings(&errand, &large).status, 413);
    assert_eq!(phone.takes(&errand).status, 200, "none of this ended it");

    // Another person has no such page; another browser of the same person has no such code.
    let second = server.person("en");
    let _ = second.signs_in_with(server.signer("applicant2"), server.now()).ok();
    assert_eq!(second.get(&address).status, 404);
    let tablet = server.person("en");
    let _ = tablet.signs_in_with(&key, server.now()).ok();
    tablet.get(&address).ok().must_say(&words.s("mobile-begin-needs")).must_not_say(&words.s("mobile-said-fetched"));

    // She changes an answer after the code was shown: the old file is given to nobody and signed for nothing.
    let changed = Answers::of_a_daughter().with("address-line1", "Lindenstraße 8");
    let _ = person.fills_in(&draft, "you", &changed).ok();
    assert_eq!(phone.takes(&errand).status, 410);
    let answer = phone.brings(&errand, &signed(&taken, &key, server.now(), Manner::Detached));
    assert_eq!((answer.status, answer.message()), (403, ru.s("signature-error-changed").as_str()));
    person.get(&address).ok().must_say(&words.s("signature-error-changed"));

    // Too late: the page says so, the app too.
    let code = code_on(&shows(&person, &address));
    let old = server.base();
    server.restart_at("2026-11-23T09:20:00Z");
    person.find_again(&server);
    let answer = phone.reads(&code.replace(&old, &server.base()));
    assert_eq!((answer.status, answer.message()), (410, ru.s("mobile-app-over").as_str()));
    person.get(&address).ok().must_say(&words.s("mobile-said-expired"));
    // Signing out ends what the session began.
    let code = code_on(&shows(&person, &address));
    let errand = phone.reads(&code).errand();
    let _ = person.posts("/en/sign-out", "", &person.csrf());
    assert_eq!(phone.takes(&errand).status, 410);
    server.journal_is_whole(&[]);
}

/// Arrays within arrays.
fn nested(depth: usize) -> serde_json::Value {
    (0..depth).fold(serde_json::json!([]), |inner, _| serde_json::json!([inner]))
}

#[test]
fn outside_a_demonstration_there_is_no_such_way() {
    let server = Server::start_with(Setup { demo: false, ..Setup::default() });
    let person = server.person("en");
    let ways = person.open("/sign-in").ok();
    ways.must_not_say("eGov Mobile");
    assert_eq!(person.posts("/en/sign-in", "way=mobile", &ways.value("csrf")).status, 422);
    let nothing = person.open("/sign-in/nothing-here");
    let page = person.open("/sign-in/mobile");
    assert_eq!((page.status, page.text().replace("mobile", "nothing-here")), (404, nothing.text()));
    let id = "01a207a243347aab85fb6a02403964e1";
    for address in [format!("/mobile/{id}/{id}"), format!("/mobile/{id}/documents")] {
        assert_eq!(person.get(&address).status, 404, "{address}");
    }
    let admin = Officer::of_an_installation(&server, "administrator");
    let words = Words::of("en");
    let system = admin.person.open("/desk/system").ok();
    system.must_say(&words.s("desk-system-off-egov-mobile")).must_not_say(&words.s("mobile-system-on"));
}
