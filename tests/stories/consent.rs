//! The text of the consent is changed by two, from a day on. Who ticked the text before it and has not sent is asked again and loses nothing; who
//! sent keeps the words that were agreed to; words that were shown are never changed.

use crate::harness::files::{pdf, pdf_text};
use crate::harness::words::tidy;
use crate::harness::{Answers, Chosen, Draft, Officer, Page, Person, Sent, Server, Setup, Words};
use crate::on_paper::{accepting, find, prints};
use crate::registers::{colleague, sends, taken};
use crate::supplement;

const PAGE: &str = "/desk/registers/consent";
/// Of the shipped text, of the one approved at once, of the one approved for a day.
const OLD: &str = "The record of the death is kept for 75 years.";
const NEW: &str = "The record of the death is kept for as long as the law asks.";
const LATER: &str = "The record of the death is kept for ever.";

#[test]
fn the_consent_is_changed_by_two() {
    changed_by_two(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn the_consent_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("consent") else { return };
    changed_by_two(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

fn changed_by_two(setup: Setup) {
    let mut server = Server::start_with(setup);
    let words = Words::of("en");
    let admin = Officer::signs_in(&server, "admin");
    let second = colleague(&server);
    let before = Sent::signed(&server, "en");
    let paper = before.person.follow(&before.case(), "/papers/application").ok().bytes;
    let printed = tidy(&pdf_text(&paper));
    assert!(printed.contains(OLD) && printed.contains("in version 2026-11-28"), "{printed}");

    refused_words(&admin, &words);
    refused_files(&admin, &words);
    let daughter = server.person("en");
    let _ = daughter.signs_in_with(server.signer("applicant1"), server.now()).ok();
    let draft = daughter.composes();
    let file = daughter.file_to_sign(&draft);
    daughter.get(&draft.page("check")).ok().must_say(OLD).must_say(&words.s("check-send-title"));
    let open = daughter.get(&draft.page("signature")).ok();
    let amended = Sent::signed(&server, "en");
    let by_hand = daughter.composes();
    let number = prints(&daughter, &by_hand);
    let change = drafted(&admin, "2026-11-29", NEW, &words);
    approved(&admin, &second, &change, "");
    // The file of the text before is sent from a page that stood open: it does not count any more.
    let signature = server.signer("applicant1").sign_detached(&file, server.now());
    let list = daughter.send_file(&open, &Chosen::new("request.cms", signature)).ok();
    let consul = Officer::signs_in(&server, "officer.berlin");
    let signs = |draft: &Draft| daughter.signs(draft, server.signer("applicant1"), server.now()).ok();
    asked_again(&consul, &daughter, (&draft, &list), signs, &words);
    keeps_its_words(&consul, &before, &paper);
    on_paper_too(&consul, &daughter, &by_hand, &number, &words);
    an_addendum_too(&server, &consul, &amended, &words);
    from_its_day(&mut server, &admin, &second, &words);
    keeps_its_words(&Officer::signs_in(&server, "officer.berlin"), &before, &paper);
    server.journal_is_whole(&[]);
}

/// Each fault is told at its field; what was typed stands there still. Who reads only has no form, an officer has no page.
fn refused_words(admin: &Officer, words: &Words) {
    let page = admin.person.open(PAGE).ok();
    page.must_say(OLD).must_say(&words.s("consents-shown"));
    let good = [("version", "2"), ("source", "Letter of 20 November"), ("storage-en", NEW), ("reason", "To try")];
    for (field, text, said) in [
        ("version", "", words.s("consents-error-empty")),
        ("version", "2026-11-28", words.s("consents-error-twice")),
        ("version", "the first of December", words.piece("consents-error-unreadable", &["max"])),
        ("source", " ", words.s("consents-error-empty")),
        ("data-kk", "", words.s("consents-error-empty")),
        ("storage-en", "For <b>75</b> years", words.s("consents-error-markup")),
        ("storage-ru", NEW, words.s("consents-error-copy")),
        ("reason", "", words.s("registers-error-reason-missing")),
    ] {
        let fields: Vec<_> = good.iter().filter(|own| own.0 != field).copied().chain([(field, text)]).collect();
        let answer = admin.person.send(&page, &fields).must_be(422);
        answer.must_say(&said);
        assert_eq!(answer.value(field).trim(), text.trim(), "what was typed stays");
    }
    let same = [("version", "2"), ("source", "Letter"), ("reason", "To try")];
    admin.person.send(&page, &same).must_be(422).must_say(&words.s("consents-error-same"));
}

/// The way by files has the same guards: no word of a version that was shown is changed, none is lost, every language is there.
fn refused_files(admin: &Officer, words: &Words) {
    let file = taken(admin, "consent.toml");
    for (text, said) in [
        (file.replace(OLD, NEW), "\"2026-11-28\" are changed; a new text needs a new version"),
        (file.replace("version = \"2026-11-28\"", "version = \"2026-12-01\""), "\"2026-11-28\" is gone"),
        (file.replace("[text.en]", "[text.de]"), "consent.toml"),
        (format!("{file}\n[[text]]\nversion = \"2\"\n"), "consent.toml"),
        (format!("{file}{}", file.split_once("[[text]]").unwrap().1), "consent.toml"),
    ] {
        sends(admin, "consent.toml", &text, "To try").must_be(422).must_say(said);
    }
    sends(admin, "consent.toml", &file, "To try").must_be(422).must_say(&words.s("registers-error-files-same"));
    admin
        .person
        .open("/desk/registers")
        .ok()
        .must_say(&words.s("registers-file-consent"))
        .must_say(&words.s("registers-none"));
}

/// The form makes a draft with the text as it would be read. No revision of the service is asked for.
fn drafted(admin: &Officer, version: &str, storage: &str, words: &Words) -> Page {
    let page = admin.person.open(PAGE).ok();
    let fields = [
        ("version", version),
        ("source", "Letter of 20 November"),
        ("verified", "yes"),
        ("storage-en", storage),
        ("storage-ru", &format!("Запись хранится по закону ({version}).")),
        ("storage-kk", &format!("Жазба заң бойынша сақталады ({version}).")),
        ("reason", "Storage in plain words"),
    ];
    let draft = admin.person.send(&page, &fields).ok();
    draft.must_say("consent.toml").must_say(&words.piece("consents-preview", &["version"])).must_say(storage);
    draft
}

/// One's own yes is no yes; the second administrator's is.
fn approved(admin: &Officer, second: &Officer, draft: &Page, from: &str) {
    let waiting = admin.person.send_by(draft, &[("from", from)], "propose").ok();
    let own = admin.person.posts(&waiting.path, "step=approve", &waiting.value("csrf"));
    assert_eq!(own.status, 409, "one's own");
    let seen = second.person.get(&waiting.path).ok();
    second.person.press(&seen, "approve").ok().must_say(&Words::of("en").s("registers-stage-approved"));
}

/// A new text came while a request was ready to be sent: its text is asked again, and nothing else.
fn asked_again(
    consul: &Officer,
    daughter: &Person,
    (draft, list): (&Draft, &Page),
    signs: impl Fn(&Draft) -> Page,
    words: &Words,
) {
    list.must_say(&words.s("field-consent-error-changed")).must_not_say(&words.s("check-send-title"));
    list.must_say("Lindenstraße 7");
    let section = daughter.follow(list, "/collecting").ok();
    section.must_say(&words.s("consent-changed")).must_say(NEW).must_not_say(OLD);
    assert_eq!(section.value("consent"), "", "unticked");
    assert_eq!(section.value("certificate-language"), "kk", "nothing else is lost");
    // Who still has the page of before open ticks the text of before.
    let stale = [("consent", "yes"), ("consent-version", "2026-11-28")];
    let back = daughter.send_by(&section, &stale, "continue").must_be(422);
    back.must_say(&words.s("field-consent-error-changed")).must_say(NEW);
    assert_eq!(back.value("consent"), "", "unticked");
    let _ = daughter.send_by(&back, &[("consent", "yes")], "continue").ok();
    daughter.get(&draft.page("check")).ok().must_say(NEW).must_say("in version 2026-11-29").must_not_say(OLD);
    let reference = crate::harness::request::reference(&signs(draft));
    let case = consul.opens(&reference);
    case.page().must_say(NEW).must_say("in version 2026-11-29").must_not_say(OLD);
    let paper = tidy(&pdf_text(&case.paper("application").ok().bytes));
    assert!(paper.contains(NEW) && paper.contains("in version 2026-11-29") && !paper.contains(OLD), "{paper}");
}

/// Who sent before keeps the words: on the paper, which is the same to the byte, and on the desk's page.
fn keeps_its_words(consul: &Officer, before: &Sent, paper: &[u8]) {
    let case = consul.opens(&before.reference);
    case.page().must_say(OLD).must_say("in version 2026-11-28").must_not_say(NEW).must_not_say(LATER);
    assert!(case.paper("application").ok().bytes == paper, "the signed file");
}

/// A form that was printed with the text before is printed again: the new one bears the new words.
fn on_paper_too(consul: &Officer, daughter: &Person, draft: &Draft, number: &str, words: &Words) {
    let form = find(&consul.person, number).ok();
    let seen = [("identity_document", "passport"), ("identity_number", "N1"), ("signature_seen", "yes")];
    let scan = Chosen::new("scan.pdf", pdf("signed by hand"));
    let turned = consul.person.submit_with(&form, &accepting(&form, &seen), &scan);
    turned.must_say(&words.s("intake-stale"));
    let section = daughter.get(&draft.page("collecting")).ok();
    let _ = daughter.send_by(&section, &[("consent", "yes")], "continue").ok();
    assert_ne!(prints(daughter, draft), number);
    let printed = tidy(&pdf_text(&daughter.get(&draft.page("paper/form")).ok().bytes));
    assert!(printed.contains(NEW) && !printed.contains(OLD), "{printed}");
}

/// An addendum is signed under the text of its day. To agree again is no answer to what the mission asked.
fn an_addendum_too(server: &Server, consul: &Officer, sent: &Sent, words: &Words) {
    consul.opens(&sent.reference).does("registration");
    supplement::asks(consul, &sent.reference);
    let draft = supplement::answers(sent);
    let check = sent.person.get(&draft.page("check")).ok();
    check.must_say(&words.s("field-consent-error-changed")).must_not_say(&words.s("check-send-title"));
    let section = sent.person.get(&draft.page("collecting")).ok();
    let _ = sent.person.send_by(&section, &[("consent", "yes")], "continue").ok();
    sent.person.get(&draft.page("check")).ok().must_say(&words.s("error-nothing-changed"));
    let answered = Answers::of_a_daughter().with("address-line1", "Lindenstraße 7a");
    let _ = sent.person.fills_in(&draft, "you", &answered).ok();
    let check = sent.person.get(&draft.page("check")).ok();
    check.must_say("Lindenstraße 7a").must_say("in version 2026-11-28").must_say("in version 2026-11-29");
    let _ = sent.person.signs(&draft, server.signer("applicant1"), server.now()).ok();
    let case = sent.case();
    let paper = |kind: &str| tidy(&pdf_text(&sent.person.follow(&case, &format!("/papers/{kind}")).ok().bytes));
    assert!(paper("application").contains(OLD) && paper("supplement-1").contains(NEW), "each under its own words");
}

/// A text agreed for a day waits for it; from then on it is asked, and no version of the three can be changed any more.
fn from_its_day(server: &mut Server, admin: &Officer, second: &Officer, words: &Words) {
    approved(admin, second, &drafted(admin, "2026-11-30", LATER, words), "24.11.2026");
    admin.person.open(PAGE).ok().must_say(&words.s("consents-later")).must_say(&words.s("consents-earlier"));
    let son = server.person("en");
    let _ = son.signs_in_with(server.signer("applicant2"), server.now()).ok();
    let draft = son.begins("DE", "berlin");
    son.get(&draft.page("collecting")).ok().must_say(NEW).must_not_say(LATER);

    server.restart_at("2026-11-24T08:00:00Z");
    let son = server.person("en");
    let _ = son.signs_in_with(server.signer("applicant2"), server.now()).ok();
    son.get(&draft.page("collecting")).ok().must_say(LATER).must_not_say(NEW);
    let admin = Officer::signs_in(server, "admin");
    let file = taken(&admin, "consent.toml");
    for (words, version) in [(OLD, "2026-11-28"), (NEW, "2026-11-29"), (LATER, "2026-11-30")] {
        let said = format!("\"{version}\" are changed; a new text needs a new version");
        sends(&admin, "consent.toml", &file.replace(words, "It is kept."), "To try").must_be(422).must_say(&said);
    }
}
