//! Who was refused, not registered, or took the request back takes its documents over into another request instead of uploading them again:
//! the same bytes under the same hash, one's own alone, and only from what is closed.

use crate::documents::with_answers;
use crate::harness::form::Form;
use crate::harness::page::select;
use crate::harness::request::reference;
use crate::harness::{Answers, Chosen, Draft, Officer, Page, Sent, Server, Words, files};
use std::collections::BTreeSet;

#[test]
fn documents_of_a_closed_request_are_taken_over_in_three_languages() {
    let server = Server::start();
    let officer = Officer::signs_in(&server, "officer.berlin");
    for lang in ["kk", "ru", "en"] {
        let words = Words::of(lang);
        let sent = Sent::signed(&server, lang);
        let hashes = kept(&officer, &sent.reference);
        let draft = with_answers(&sent.person);
        // It is alive: nothing of it is offered, and nothing is given by whoever names it.
        let list = sent.person.get(&draft.page("files")).ok();
        list.must_not_say(&sent.reference);
        let address = draft.page("files/medical/earlier");
        let body = format!("from={}", case_id(&sent));
        assert_eq!(sent.person.posts(&address, &body, &sent.person.csrf()).status, 404);

        let withdrawal = sent.person.follow(&sent.case(), "/withdrawal").ok();
        let _ = sent.person.send(&withdrawal, &[("reason", "")]).ok();
        let list = sent.person.get(&draft.page("files")).ok();
        list.must_say(&sent.reference).must_say("Todesbescheinigung.pdf").must_say(&words.s("files-none"));
        let ours = |list: &Page| {
            offers(list).into_iter().filter(|form| form.pairs.iter().any(|(_, own)| *own == case_id(&sent))).count()
        };
        assert_eq!(
            (ours(&list), offers(&list).len()),
            (3, 3),
            "an earlier language's request had the same bytes: told once"
        );
        let list = sent.person.submit(&list, &offer(&list, "medical", &sent)).ok();
        assert_eq!(list.path, draft.page("files"));
        assert_eq!(offers(&list).len(), 2, "what is there is not offered again");
        assert_eq!(sent.person.posts(&address, &body, &sent.person.csrf()).ok().path, list.path, "twice is once");
        let mut list = list;
        for document in ["apostille", "translation"] {
            list = sent.person.submit(&list, &offer(&list, document, &sent)).ok();
        }
        assert!(offers(&list).is_empty());

        // The same bytes, so the request that is signed now names the same hashes.
        let _ = sent.person.fills_in(&draft, "collecting", &Answers::of_a_daughter()).ok();
        let page = sent.person.signs(&draft, server.signer("applicant1"), server.now()).ok();
        assert_eq!(kept(&officer, &reference(&page)), hashes);
    }
}

#[test]
fn a_refused_request_gives_to_its_own_account_alone() {
    let server = Server::start();
    let words = Words::of("en");
    let sent = Sent::signed(&server, "en");
    let officer = Officer::signs_in(&server, "officer.berlin");
    let case = officer.opens(&sent.reference);
    let _ = case.fills_in("declined-registration", &[("reason", "incomplete_documents"), ("remedy", "All pages")]).ok();
    let body = format!("from={}", case_id(&sent));

    let other = server.person("en");
    let _ = other.signs_in_with(server.signer("applicant2"), server.now()).ok();
    let theirs = other.begins("DE", "berlin");
    other.get(&theirs.page("files")).ok().must_not_say(&sent.reference);
    assert_eq!(other.posts(&theirs.page("files/medical/earlier"), &body, &other.csrf()).status, 404);

    // Nor does anybody put something into another person's request.
    let draft = with_answers(&sent.person);
    assert_eq!(other.posts(&draft.page("files/medical/earlier"), &body, &other.csrf()).status, 404);
    // A document that the earlier request did not have, and words that are no request.
    for (kind, body) in [("kinship", body.as_str()), ("medical", "from=x"), ("medical", "from="), ("nothing", &body)] {
        let answer = sent.person.posts(&draft.page(&format!("files/{kind}/earlier")), body, &sent.person.csrf());
        assert_eq!(answer.status, 404, "{kind} {body}");
    }
    // The way through "apply again" has everything already: nothing is offered twice.
    let again = sent.case().forms().into_iter().find(|form| form.action.ends_with("/new-request")).unwrap();
    let copied = Draft { path: sent.person.submit(&sent.case(), &again).ok().path };
    sent.person.get(&copied.page("files")).ok().must_not_say(&words.s("files-earlier-take"));

    // A full document says so and takes nothing.
    for page in 1..=20 {
        let name = format!("{page}.png");
        let _ = sent.person.encloses(&draft, "medical", &Chosen::new(&name, files::png())).ok();
    }
    let list = sent.person.get(&draft.page("files")).ok();
    let full = sent.person.submit(&list, &offer(&list, "medical", &sent)).must_be(422);
    full.must_say(&words.f("file-error-too-many", &[("limit", "20")])).must_say("20.png");
    full.must_not_say("Todesbescheinigung.pdf (");
}

/// The forms that take documents over.
fn offers(list: &Page) -> Vec<Form> {
    list.forms().into_iter().filter(|form| form.action.ends_with("/earlier")).collect()
}

/// The one for a document of this request.
fn offer(list: &Page, document: &str, sent: &Sent) -> Form {
    let (end, from) = (format!("/{document}/earlier"), case_id(sent));
    let is_it = |form: &Form| form.action.ends_with(&end) && form.pairs.contains(&("from".to_owned(), from.clone()));
    offers(list)
        .into_iter()
        .find(is_it)
        .unwrap_or_else(|| panic!("no {document} of {}: {}", sent.reference, list.text()))
}

fn case_id(sent: &Sent) -> String {
    sent.case().path.rsplit('/').next().unwrap().to_owned()
}

/// The hashes of the enclosed files, as the desk reads them.
fn kept(officer: &Officer, reference: &str) -> BTreeSet<String> {
    let page = officer.opens(reference).page();
    let html = page.html();
    let hashes = select("section[aria-labelledby=documents] .app-hash");
    let hashes: BTreeSet<String> = html.select(&hashes).map(|hash| hash.text().collect()).collect();
    assert_eq!(hashes.len(), 3);
    hashes
}
