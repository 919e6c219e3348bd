//! A person throws a draft away: a page says what is lost, one press, and it is gone for them and for the desk. Nobody else has such a draft to
//! throw away, and what was sent stays.

use crate::harness::{Answers, Officer, Page, Person, Server, Words};
use crate::on_paper;
use domain::ids::DraftId;

/// Unsent requests of one person at a time.
const DRAFTS_MAX: usize = office::start_draft::DRAFTS_MAX;

/// From a page with the link, past the page that says what is lost.
fn deletes(person: &Person, page: &Page) -> Page {
    let asks = person.follow(page, "/deletion").ok();
    let form = asks.forms().into_iter().find(|form| form.action.ends_with("/deletion")).expect("a form");
    person.submit(&asks, &form)
}

#[test]
fn draft_deleted() {
    let server = Server::start();
    let (person, words) = (server.person("en"), Words::of("en"));
    let _ = person.signs_in_with(server.signer("applicant1"), server.now()).ok();
    let draft = person.composes();
    let form = on_paper::prints(&person, &draft);
    let consul = Officer::signs_in(&server, "officer.berlin");
    let _ = on_paper::find(&consul.person, &form).ok();

    let list = person.get(&draft.path).ok();
    let asks = person.follow(&list, "/deletion").ok();
    asks.must_say(&words.f("deletion-form", &[("number", &form)])).must_say("DN-26-");
    asks.must_say(&words.f("deletion-answers", &[("done", "5"), ("all", "5")]));
    asks.must_say(&words.f("deletion-files", &[("count", "3")]));
    only_her_own(&server, &draft.page("deletion"));
    assert_eq!(person.posts(&draft.page("deletion"), "", "0000").status, 403, "only from the page");
    let _ = person.get(&draft.path).ok();

    let done = deletes(&person, &list).ok();
    assert!(done.path.starts_with("/en/services"), "{}", done.path);
    done.must_say(&words.s("deletion-done")).must_say(&words.s("history-empty"));
    assert_eq!(person.get(&draft.path).status, 404);
    let again = person.posts(&draft.page("deletion"), "", &person.csrf());
    assert_eq!(again.status, 404, "gone once");
    assert!(on_paper::find(&consul.person, &form).path.contains("/desk/paper"), "the printed form finds nothing");
    on_paper::find(&consul.person, &form).must_not_say("T-4711");
    server.journal_is_whole(&[]);
}

/// Another's draft is answered like one that never was.
fn only_her_own(server: &Server, address: &str) {
    let other = server.person("en");
    let _ = other.signs_in_with(server.signer("applicant2"), server.now()).ok();
    let id = address.split('/').nth(3).unwrap();
    assert!(id.parse::<DraftId>().is_ok(), "{address}");
    let never = address.replace(id, "01a207a2-4334-7aab-85fb-6a02403964e1");
    let csrf = other.csrf();
    for (own, none) in
        [(other.get(address), other.get(&never)), (other.posts(address, "", &csrf), other.posts(&never, "", &csrf))]
    {
        assert_eq!((own.status, none.status), (404, 404));
        assert_eq!(own.text().replace(address, ""), none.text().replace(&never, ""));
    }
}

#[test]
fn what_was_sent_stays() {
    let server = Server::start();
    let person = server.person("en");
    let _ = person.signs_in_with(server.signer("applicant1"), server.now()).ok();
    let draft = person.composes();
    let _ = person.signs(&draft, server.signer("applicant1"), server.now()).ok();
    assert_eq!(person.get(&draft.page("deletion")).status, 409);
    assert_eq!(person.posts(&draft.page("deletion"), "", &person.csrf()).status, 409);
    person.open("/services").ok().must_say("DR-26-");
    server.journal_is_whole(&[]);
}

/// Who has too many is led to the list, throws one away there, and begins another.
#[test]
fn too_many_lead_to_the_list() {
    let server = Server::start();
    let (person, words) = (server.person("en"), Words::of("en"));
    let _ = person.signs_in_with(server.signer("applicant1"), server.now()).ok();
    let first = person.begins("DE", "berlin");
    let _ = person.fills_in(&first, "person", &Answers::of_a_daughter()).ok();
    for _ in 1..DRAFTS_MAX {
        let _ = person.begins("DE", "berlin");
    }
    let asks = person.open("/request/new").ok();
    let missions = person.send(&asks, &[("country", "DE")]).ok();
    let told = person.send(&missions, &[("mission", "berlin")]).must_be(409);
    told.must_say(&words.s("problem-drafts-title")).must_say(&words.s("problem-drafts-list"));
    let list = person.follow(&told, "/en/services").ok();
    let deletions = list.links().into_iter().filter(|link| link.ends_with("/deletion")).count();
    assert_eq!(deletions, DRAFTS_MAX);
    deletes(&person, &list).ok().must_say(&words.s("deletion-done"));
    let _ = person.begins("DE", "berlin");
}
