//! The officer looks at the papers page by page, holds the answers against them, writes notes, and asks about what differs. Who may not
//! read the file sees no page of it; the applicant never meets a note.

use crate::harness::{Answers, Chosen, Officer, Page, Sent, Server, Setup, Words, files};

const NOTE: &str = "Rang the ward: the paper is theirs.";
const SEEN: &str = "Potsdam-Babelsberg";

#[test]
fn papers_are_compared_on_the_case() {
    compares(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn papers_are_compared_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("papers_compared") else { return };
    compares(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

/// A request with a PDF and a photo that nobody can draw.
fn sends(server: &Server) -> Sent {
    let person = server.person("ru");
    let key = server.signer("applicant1");
    let _ = person.signs_in_with(key, server.now()).ok();
    let draft = person.begins("DE", "berlin");
    person.completes(&draft, &Answers::of_a_daughter());
    let _ = person.encloses(&draft, "medical", &Chosen::new("foto.jpg", files::jpeg())).ok();
    let page = person.signs(&draft, key, server.now()).ok();
    Sent { reference: crate::harness::request::reference(&page), person, draft }
}

fn compares(setup: Setup) {
    let server = Server::start_with(setup);
    let words = Words::of("en");
    let sent = sends(&server);
    let consul = Officer::signs_in(&server, "officer.berlin");
    let (ankara, auditor) = (Officer::signs_in(&server, "officer.ankara"), Officer::signs_in(&server, "auditor"));
    let supervisor = Officer::signs_in(&server, "supervisor.berlin");
    let case = consul.opens(&sent.reference);

    // The PDF as a picture, larger and turned, by links alone.
    let viewer = look(&consul, &case.page(), "/pages/", 0);
    let picture = consul.person.get(&source(&viewer)).ok();
    let (width, height) = size(&picture.bytes);
    assert!(width == 1200 && height > width, "{width} {height}");
    let turned = consul.person.get(&link(&viewer, &words.s("sheet-turn"))).ok();
    let (across, down) = size(&consul.person.get(&source(&turned)).ok().bytes);
    assert!(across == 1200 && down < across, "{across} {down}");
    let larger = consul.person.get(&link(&viewer, &words.s("sheet-larger"))).ok();
    assert_eq!(size(&consul.person.get(&source(&larger)).ok().bytes).0, 2000);

    // The photo says that it cannot be shown, and the file is there; side by side with the PDF.
    let photo = look(&consul, &case.page(), "/pages/", 1);
    photo.must_say(&words.s("sheet-not-drawn"));
    assert!(consul.person.follow(&photo, "/desk/files/").ok().bytes.starts_with(&files::jpeg()[..20]));
    let both = consul.person.get(&format!("{}&beside={}", link(&viewer, &words.s("sheet-turn")), at(&photo))).ok();
    both.must_say(&words.s("sheet-not-drawn")).must_say(&words.s("sheet-alone"));
    source(&both);

    // Nobody else sees a page, whatever address they know; no page is there beyond the last.
    for address in
        [viewer.path.clone(), source(&viewer), format!("{}/comparison", case.path), format!("{}/notes", case.path)]
    {
        assert_eq!(ankara.person.get(&address).status, 404, "{address}");
        assert_eq!(sent.person.get(&address).status, 403, "{address}");
        assert_eq!(auditor.person.get(&address).status, 200, "{address}");
    }
    for page in ["0", "2", "99999999999", "x"] {
        let address = format!("{}/{page}", viewer.path.rsplit_once('/').unwrap().0);
        assert_eq!(consul.person.get(&address).status, 404, "{address}");
    }

    // What differs wants the value that stands there; nothing is saved before.
    let address = format!("{}/comparison", case.path);
    let page = consul.person.get(&address).ok();
    let half =
        [("found-death-place", "differs"), ("found-deceased-born", "matches"), ("found-deceased-iin", "not-on-paper")];
    let back = consul.person.send_by(&page, &half, "save");
    assert_eq!(back.status, 422, "{}", back.text());
    assert!(back.errors().iter().any(|error| error.contains("write what the paper says")), "{:?}", back.errors());
    case.page().must_not_say(&words.s("timeline-compare-papers"));
    let saved = consul.person.send_by(&back, &[("seen-death-place", SEEN)], "save").ok();
    saved.must_say(&words.s("compare-done"));

    // The case and the acts say how far it is. Who had the page open before saves over nobody.
    case.page()
        .must_say("1 answer differs from the papers.")
        .must_say(SEEN)
        .must_say(&words.s("timeline-compare-papers"));
    assert_eq!(consul.person.send_by(&page, &half[1..], "save").status, 409);
    let again = consul.person.get(&address).ok();
    assert_eq!(consul.person.send_by(&again, &[("seen-death-place", SEEN)], "save").status, 200, "nothing new");
    // She leafs and turns by buttons of the same form: nothing that she marked is lost.
    let again = consul.person.get(&address).ok();
    let mut form = again.form(&["seen-death-place"]).fill("found-death-country", "matches");
    form.pairs.push(("show".into(), format!("{}.200.90", at(&viewer))));
    let leafed = consul.person.submit(&again, &form).ok();
    assert!(source(&leafed).contains("width=2000&turn=90"), "{}", source(&leafed));
    assert_eq!(leafed.value("found-death-country"), "matches");
    let told = case.page().text();
    assert_eq!(told.matches(&words.s("timeline-compare-papers")).count(), 2, "one save, one entry");
    case.does("registration");
    case.act("record").ok().must_say("1 answer differs from the papers.");
    let asked = consul.person.follow(&case.page(), "/correction?from=papers").ok();
    let item = asked.value("item-death");
    assert!(item.contains(SEEN) && item.contains("вы указали"), "in the applicant's language: {item}");

    // Notes: officer and supervisor write, the auditor reads.
    notes(&sent, &consul, &supervisor, &auditor, &case.path);
    let journal = server.journal_is_whole(&[]);
    assert!(!journal.contains("fault"), "{journal}");
}

fn notes(sent: &Sent, consul: &Officer, supervisor: &Officer, auditor: &Officer, case: &str) {
    let words = Words::of("en");
    let address = format!("{case}/notes");
    let page = consul.person.get(&address).ok();
    assert_eq!(consul.person.send(&page, &[("note", " ")]).status, 422);
    assert_eq!(consul.person.send(&page, &[("note", &"я".repeat(2001))]).status, 422);
    let _ = consul.person.send(&page, &[("note", NOTE)]).ok();
    let _ = supervisor.person.send(&supervisor.person.get(&address).ok(), &[("note", "Agreed.")]).ok();
    let read = auditor.person.get(&address).ok();
    read.must_say(NOTE).must_say("Agreed.").must_say("Сейітова А. Б.").must_not_say(&words.s("note-button"));
    assert_eq!(auditor.person.posts(&address, "note=x", &auditor.person.csrf()).status, 403);

    // The applicant meets them nowhere: page, history, papers, letters.
    let own = sent.case();
    for line in ["timeline-note", "timeline-compare-papers"] {
        own.must_not_say(&Words::of("ru").s(line));
    }
    own.must_not_say(NOTE).must_not_say(SEEN);
    for path in ["/ru/services", "/dev/letters"] {
        sent.person.get(path).ok().must_not_say(NOTE).must_not_say(SEEN);
    }
    for paper in own.links().into_iter().filter(|link| link.contains("/papers/")) {
        let paper = sent.person.get(&paper).ok();
        let holds = |words: &str| paper.bytes.windows(words.len()).any(|own| own == words.as_bytes());
        assert!(!holds(NOTE) && !holds(SEEN), "{}", paper.path);
        if paper.bytes.starts_with(b"%PDF-") {
            assert!(!files::pdf_text(&paper.bytes).contains(NOTE), "{}", paper.path);
        }
    }
}

/// The page behind the `nth` link of this kind.
fn look(officer: &Officer, page: &Page, part: &str, nth: usize) -> Page {
    let links: Vec<String> = page.links().into_iter().filter(|link| link.contains(part)).collect();
    officer.person.get(&links[nth]).ok()
}

/// The address behind these words.
fn link(page: &Page, words: &str) -> String {
    let (html, links) = (page.html(), crate::harness::page::select("main a"));
    let mut links = html.select(&links);
    let found = links.find(|link| link.text().collect::<String>().trim() == words);
    found.unwrap_or_else(|| panic!("no link {words:?}: {}", page.text())).attr("href").unwrap().to_owned()
}

/// The address of the first picture.
fn source(page: &Page) -> String {
    let html = page.html();
    let picture = html.select(&crate::harness::page::select("main img")).next();
    picture.unwrap_or_else(|| panic!("no picture: {}", page.text())).attr("src").unwrap().to_owned()
}

/// `FILE.PAGE` of a viewer's address.
fn at(page: &Page) -> String {
    let mut parts = page.path.split('?').next().unwrap().rsplit('/');
    let (page, file) = (parts.next().unwrap(), parts.next().unwrap());
    format!("{file}.{page}")
}

/// Width and height of a PNG (ISO 15948, 11.2.2).
fn size(png: &[u8]) -> (u32, u32) {
    assert!(png.starts_with(b"\x89PNG"), "no PNG: {} bytes", png.len());
    let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (side(16), side(20))
}
