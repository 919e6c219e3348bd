//! The paper way: the request is printed with a number, signed by hand and brought. The desk turns it away with a slip, then accepts it:
//! from there it is a case with the term of the paper way and a receipt.

use crate::harness::files::{self, pdf_text};
use crate::harness::form::Form;
use crate::harness::words::tidy;
use crate::harness::{Answers, Chosen, Draft, Officer, Page, Person, Sent, Server, Setup, Words};
use crate::supplement;

const REMEDY: &str = "Bring the page of the passport with the photo.";

#[test]
fn printed_turned_away_and_accepted() {
    on_paper(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn on_paper_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("on_paper") else { return };
    on_paper(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

fn on_paper(setup: Setup) {
    let server = Server::start_with(setup);
    let words = Words::of("en");
    let daughter = server.person("en");
    let _ = daughter.signs_in_with(server.signer("applicant1"), server.now()).ok();
    let draft = daughter.composes();
    let consul = Officer::signs_in(&server, "officer.berlin");
    consul.person.open("/desk/paper").ok().must_say(&words.s("intake-none"));

    let number = prints(&daughter, &draft);
    assert!(number.starts_with("PF-26-"), "{number}");
    let paper = daughter.get(&draft.page("paper/form")).ok().bytes;
    assert!(tidy(&pdf_text(&paper)).contains(&number), "the number stands on the form");
    assert_eq!(prints(&daughter, &draft), number, "nothing was changed: the same form");

    // Only the mission it is addressed to knows of it; the number is found however it is typed.
    let ankara = Officer::signs_in(&server, "officer.ankara");
    ankara.person.open("/desk/paper").ok().must_not_say(&number);
    let typed = number.to_lowercase().replace('-', " ");
    find(&ankara.person, &typed).must_be(422).must_say(&words.s("intake-number-error"));
    let form = find(&consul.person, &typed).ok();
    form.must_say(&number).must_say("Todesbescheinigung.pdf");
    assert_eq!(ankara.person.get(&form.path).status, 404);
    assert_eq!(consul.person.follow(&form, "/form").ok().bytes, paper);
    let _ = consul.person.follow(&form, "/files/").ok();

    // Turned away with a slip that says why and how to complain; the answers stay.
    let refusal = consul.person.follow(&form, "/refusal").ok();
    let mistake = consul.person.send(&refusal, &[("reason", ""), ("remedy", "")]).must_be(422);
    assert_eq!(mistake.errors().len(), 2, "{:?}", mistake.errors());
    let form = consul.person.send(&refusal, &[("reason", "incomplete_documents"), ("remedy", REMEDY)]).ok();
    let slip = tidy(&pdf_text(&consul.person.follow(&form, "/desk/slips/").ok().bytes));
    assert!(slip.contains(REMEDY) && slip.contains(&words.s("paper-slip-not-accepted-title")), "{slip}");
    daughter.get(&draft.page("paper")).ok().must_say(REMEDY);

    // A changed answer: the old paper counts no more, a new form has another number.
    let you = Answers::of_a_daughter().with("address-line1", "Lindenstraße 8");
    let _ = daughter.fills_in(&draft, "you", &you).ok();
    let stale = consul.person.get(&form.path).ok();
    stale.must_say(&words.s("intake-stale")).must_not_say("Todesbescheinigung").must_not_say("850417400014");
    assert_eq!(consul.person.get(&format!("{}/form", form.path)).status, 409, "nothing of it is shown any more");
    daughter.get(&draft.page("paper")).ok().must_say(&words.s("on-paper-stale"));
    assert_eq!(daughter.get(&draft.page("paper/form")).status, 409);
    let second = prints(&daughter, &draft);
    assert_ne!(second, number);
    find(&consul.person, &number).must_be(422).must_say(&words.s("intake-number-error"));
    // Taken back, and prepared once more on the same day.
    let page = daughter.get(&draft.page("paper")).ok();
    let _ = daughter.press(&page, "forget").ok();
    assert_eq!(consul.person.get(&form.path).status, 404);
    let third = prints(&daughter, &draft);
    accepted(&server, &consul, &daughter, &draft, &third);
}

/// A request that was printed and then signed with an EDS is no business of the desk of printed forms, and counts once.
#[test]
fn printed_and_then_signed() {
    let server = Server::start();
    let daughter = server.person("en");
    let _ = daughter.signs_in_with(server.signer("applicant1"), server.now()).ok();
    let draft = daughter.composes();
    let consul = Officer::signs_in(&server, "officer.berlin");
    let number = prints(&daughter, &draft);
    let form = find(&consul.person, &number).ok();
    let file = consul.person.get(&form.links().into_iter().find(|link| link.contains("/files/")).unwrap()).ok();
    assert!(!file.bytes.is_empty());
    let _ = daughter.signs(&draft, server.signer("applicant1"), server.now()).ok();
    for address in [form.path.clone(), format!("{}/form", form.path), file.path] {
        assert_eq!(consul.person.get(&address).status, 404, "{address}");
    }
    let seen = [("identity_document", "passport"), ("identity_number", "N1"), ("signature_seen", "yes")];
    let scan = Chosen::new("scan.pdf", files::pdf("signed by hand"));
    assert_eq!(consul.person.submit_with(&form, &accepting(&form, &seen), &scan).status, 404);
    assert_eq!(daughter.open("/services").ok().text().matches("DR-26-").count(), 1);
    server.journal_is_whole(&[]);
}

/// An addendum is brought on paper, too: to the mission that has the case, and the case goes on.
#[test]
fn an_addendum_on_paper() {
    addendum(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn an_addendum_on_paper_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("addendum_on_paper") else { return };
    addendum(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

fn addendum(setup: Setup) {
    let server = Server::start_with(setup);
    let words = Words::of("en");
    let sent = Sent::signed(&server, "en");
    let consul = Officer::signs_in(&server, "officer.berlin");
    consul.opens(&sent.reference).does("registration");
    supplement::asks(&consul, &sent.reference);
    let draft = supplement::answers(&sent);
    let changed = Answers::of_a_daughter().with("address-line1", "Lindenstraße 7a");
    let _ = sent.person.fills_in(&draft, "you", &changed).ok();
    let check = sent.person.get(&draft.page("check")).ok();
    let paper = sent.person.follow(&check, "/paper").ok();
    paper.must_say(&words.s("on-paper-addendum-term")).must_not_say(&words.s("on-paper-term"));
    let number = prints(&sent.person, &draft);
    let printed = sent.person.get(&draft.page("paper/form")).ok().bytes;
    let said = tidy(&pdf_text(&printed));
    for part in [number.as_str(), "Lindenstraße 7a", &*words.s("paper-addendum-title"), &sent.reference] {
        assert!(said.contains(part), "{part:?} in {said}");
    }

    // The list says what it is; another mission knows nothing of it.
    let list = consul.person.open("/desk/paper").ok();
    let _ = list.must_say(&words.piece("intake-number-addendum", &["number", "reference"])).must_say(&sent.reference);
    let form = find(&consul.person, &number).ok();
    form.must_say(&words.s("intake-accept-addendum-lead")).must_say(&sent.reference);
    let ankara = Officer::signs_in(&server, "officer.ankara");
    find(&ankara.person, &number).must_be(422);
    assert_eq!(ankara.person.get(&form.path).status, 404);

    let seen = [("identity_document", "passport"), ("identity_number", "N01234567"), ("signature_seen", "yes")];
    let scan = Chosen::new("scan.pdf", files::pdf("addendum signed by hand"));
    let case = consul.person.submit_with(&form, &accepting(&form, &seen), &scan).ok();
    case.must_say(&words.s("intake-addendum-accepted")).must_say("Lindenstraße 7a").must_say("N01234567");
    assert!(case.path.starts_with(&consul.opens(&sent.reference).page().path), "{}", case.path);
    let again = consul.person.submit_with(&form, &accepting(&form, &seen), &scan).ok();
    assert_eq!(again.path, case.path.split('?').next().unwrap(), "accepted once");
    assert_eq!(consul.person.follow(&case, "/papers/signed-supplement-1").ok().bytes, scan.bytes);
    assert_eq!(sent.person.follow(&sent.case(), "/papers/supplement-1").ok().bytes, printed);
    assert_eq!(sent.person.follow(&sent.case(), "/papers/signed-supplement-1").ok().bytes, scan.bytes);
    let _ =
        server.letter("eml", &["aigerim@example.org", &*words.piece("letter-supplemented-subject", &["reference"])]);
    assert_eq!(sent.person.open("/services").ok().text().matches("DR-26-").count(), 1, "no second case");
    server.journal_is_whole(&[]);

    // Asked once more; the answer is printed, and the consul decides before it is brought: the paper counts no more.
    supplement::asks(&consul, &sent.reference);
    let second = supplement::answers(&sent);
    let changed = Answers::of_a_daughter().with("address-line1", "Lindenstraße 7b");
    let _ = sent.person.fills_in(&second, "you", &changed).ok();
    let number = prints(&sent.person, &second);
    let form = find(&consul.person, &number).ok();
    consul.opens(&sent.reference).does("record");
    let late = consul.person.submit_with(&form, &accepting(&form, &seen), &scan).ok();
    late.must_say(&words.s("intake-stale"));
    sent.case().must_not_say("Lindenstraße 7b");
    server.journal_is_whole(&[]);
}

/// The desk accepts: what was left out is told at once, and nothing happens twice.
fn accepted(server: &Server, consul: &Officer, daughter: &Person, draft: &Draft, number: &str) {
    let words = Words::of("en");
    let form = find(&consul.person, number).ok();
    let scan = Chosen::new("scan.pdf", files::pdf("signed by hand"));
    let mistake = consul.person.submit_with(&form, &accepting(&form, &[]), &Chosen::new("", vec![])).must_be(422);
    assert_eq!(mistake.errors().len(), 4, "{:?}", mistake.errors());
    let seen = [("identity_document", "passport"), ("identity_number", "N01234567"), ("signature_seen", "yes")];
    let wrong = files::program_named_pdf();
    let refused = consul.person.submit_with(&form, &accepting(&form, &seen), &wrong).must_be(422);
    assert_eq!(refused.value("identity_number"), "N01234567", "what was typed stays");
    let case = consul.person.submit_with(&form, &accepting(&form, &seen), &scan).ok();
    assert!(case.path.contains("/desk/cases/"), "{}", case.path);
    case.must_say(&words.s("intake-accepted")).must_say(&words.s("desk-proof-paper")).must_say("N01234567");
    let again = consul.person.submit_with(&form, &accepting(&form, &seen), &scan).ok();
    assert_eq!(again.path, case.path.split('?').next().unwrap(), "accepted once: the case that it became");

    // Monday 10:00, three working days on paper: Thursday at the end of office hours.
    let own = daughter.follow(&daughter.open("/services").ok(), "/services/").ok();
    own.must_say("26 November 2026, 18:00").must_say("Lindenstraße 8");
    let receipt = tidy(&pdf_text(&daughter.follow(&own, "/papers/receipt").ok().bytes));
    for part in [&*words.s("paper-slip-accepted-title"), number, "23 November 2026, 10:0", "26 November 2026, 18:00"] {
        assert!(receipt.contains(part), "{part:?} in {receipt}");
    }
    assert_eq!(daughter.follow(&own, "/papers/signed-form").ok().bytes, scan.bytes);
    assert_eq!(
        consul.person.follow(&case, "/papers/receipt").ok().bytes,
        daughter.follow(&own, "/papers/receipt").ok().bytes
    );
    let _ = server.letter("eml", &["aigerim@example.org", "registered"]);
    let letters = server.letters("eml");
    assert!(letters.iter().all(|letter| !letter.contains("We have received your application")), "the receipt says so");
    assert!(daughter.get(&draft.page("paper")).path.ends_with("/sent"));
    server.journal_is_whole(&[]);
}

/// Prints a request and has it turned away; the address of the slip.
pub fn turned_away(person: &Person, draft: &Draft, officer: &Officer) -> String {
    let number = prints(person, draft);
    let refusal = officer.person.follow(&find(&officer.person, &number).ok(), "/refusal").ok();
    let form = officer.person.send(&refusal, &[("reason", "incomplete_documents"), ("remedy", REMEDY)]).ok();
    form.link("/desk/slips/")
}

/// Presses "Prepare the form to print", if it is there; the number on the page.
pub fn prints(person: &Person, draft: &Draft) -> String {
    let page = person.get(&draft.page("paper")).ok();
    let form = page.forms().into_iter().find(|form| form.buttons.iter().any(|(_, value)| value == "make"));
    let page = match form {
        Some(form) => person.submit(&page, &form.press("make")).ok(),
        None => page,
    };
    let text = page.text();
    let number = text.split_whitespace().find(|word| word.starts_with("PF-")).map(str::to_owned);
    number.unwrap_or_else(|| panic!("no number: {text}"))
}

pub fn find(person: &Person, typed: &str) -> Page {
    person.send(&person.open("/desk/paper").ok(), &[("number", typed)])
}

pub fn accepting(page: &Page, fields: &[(&str, &str)]) -> Form {
    page.form(&["identity_document"]).fill_all(fields).press("")
}
