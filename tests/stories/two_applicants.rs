//! Two applicants, two missions, an auditor: everybody sees their own and nothing that would tell that there is more.

use crate::harness::page::select;
use crate::harness::{Officer, Page, Person, Sent, Server, Words};

#[test]
fn two_applicants() {
    let server = Server::start();
    let first = Sent::signed(&server, "en");
    let draft = first.person.composes();
    let second = server.person("en");
    let _ = second.signs_in_with(server.signer("applicant2"), server.now()).ok();

    // Everything that the first can open of their own, the second cannot, and the answer is that of a page that does not exist.
    let own = own_addresses(&first, &draft.path);
    let nowhere = second.open("/services/01936a5e-0000-7000-8000-000000000000").must_be(404);
    for address in &own {
        assert_eq!(first.person.get(address).status, 200, "{address}");
        let refused = second.get(address).must_be(404);
        assert_eq!(words_of(&refused), words_of(&nowhere), "{address} tells that it exists");
    }
    second.open("/services").ok().must_not_say(&first.reference);

    // Nor can somebody who is not signed in: they are sent to sign in and get nothing.
    let stranger = server.person("en");
    for address in &own {
        let sent_away = stranger.get(address);
        assert!(sent_away.path.contains("/sign-in"), "{address}: {}", sent_away.path);
    }
    the_desk(&server, &first, &second);
}

fn the_desk(server: &Server, first: &Sent, second: &Person) {
    let berlin = Officer::signs_in(server, "officer.berlin");
    let case = berlin.opens(&first.reference);
    let addresses = desk_addresses(&case.page(), &case.path);

    // An applicant is not let to the desk at all.
    for person in [&first.person, second] {
        for address in &addresses {
            assert_eq!(person.get(address).status, 403, "{address}");
        }
    }

    // Another mission's officer: no row in the queue, no page, no file.
    let ankara = Officer::signs_in(server, "officer.ankara");
    assert!(!ankara.sees(&first.reference));
    for address in &addresses {
        assert_eq!(berlin.person.get(address).status, 200, "{address}");
        assert_eq!(ankara.person.get(address).status, 404, "{address}");
    }

    // The auditor reads all missions and can do nothing.
    let auditor = Officer::signs_in(server, "auditor");
    let read = auditor.opens(&first.reference).page();
    read.must_say(&Words::of("en").s("desk-case-read-only"));
    for noun in ["registration", "declined-registration", "record", "refusal", "collection", "handover"] {
        assert_eq!(auditor.person.get(&format!("{}/{noun}", case.path)).status, 409, "{noun}");
    }
    let _ = auditor.person.open("/desk/system").ok();
    assert_eq!(auditor.person.open("/desk/people").status, 403);

    // The administrator keeps the installation and sees no case.
    let admin = Officer::signs_in(server, "admin");
    let _ = admin.person.open("/desk/system").ok();
    assert_ne!(admin.person.get(&case.path).status, 200, "an administrator reads no case");

    // Nobody's attempt left a trace in the case.
    case.page().must_say(&Words::of("en").s("state-submitted-officer"));
    server.journal_is_whole(&[]);
}

/// Pages, files and papers of the first applicant: of a request that was sent and of one that is still a draft.
fn own_addresses(first: &Sent, draft: &str) -> Vec<String> {
    let case = first.case();
    let mut own: Vec<String> = vec![case.path.clone(), format!("{}/sent", first.draft.path)];
    own.extend(case.links().into_iter().filter(|link| link.contains("/papers/") || link.contains("/files/")));
    let names = [
        "you",
        "person",
        "death",
        "documents",
        "collecting",
        "files",
        "files/medical",
        "files/medical/more",
        "check",
        "file",
    ];
    own.push(draft.to_owned());
    own.extend(names.iter().map(|name| format!("{draft}/{name}")));
    own.extend(["signature", "code"].iter().map(|name| format!("{draft}/{name}")));
    let files = first.person.get(&format!("{draft}/files")).ok();
    own.push(files.link("/removal"));
    own.push(files.links().into_iter().find(|link| link.ends_with("/check") && link.contains("/files/")).unwrap());
    own.push(files.links().into_iter().find(|link| link.contains("/en/files/")).unwrap());
    assert!(own.len() > 15, "{own:?}");
    own
}

fn desk_addresses(case: &Page, path: &str) -> Vec<String> {
    let mut addresses = vec![path.to_owned()];
    let theirs = |link: &String| link.starts_with(path) || link.contains("/desk/files/");
    addresses.extend(case.links().into_iter().filter(theirs));
    assert!(addresses.iter().any(|one| one.contains("/papers/proof")), "{addresses:?}");
    assert!(addresses.iter().any(|one| one.contains("/desk/files/")), "{addresses:?}");
    addresses
}

/// The words of a page's content.
fn words_of(page: &Page) -> String {
    let html = page.html();
    html.select(&select("main")).flat_map(|main| main.text()).collect::<Vec<_>>().join(" ")
}
