//! Documents page by page: tips, an upload, "can you read this page", taken again in its place, "is there another page", removed.
//! The limits stand on the pages before, at and after, and what is used up is said.

use crate::harness::page::select;
use crate::harness::person::Chosen;
use crate::harness::{Answers, Draft, Page, Person, Server, Words, files};
use reqwest::blocking::Client;

#[test]
fn page_by_page_in_three_languages() {
    let server = Server::start();
    for lang in ["kk", "ru", "en"] {
        let (person, words) = (server.person(lang), Words::of(lang));
        let draft = begun(&server, &person);
        let upload = person.get(&draft.page("files/medical")).ok();
        upload
            .must_say(&words.s("upload-tip-corners"))
            .must_say(&words.piece("files-limits", &["each", "count", "all"]));
        upload.must_say("15 ").must_say("20 ").must_say("100 ");

        // A photo is shown from our own address; no answer is a mistake that loses nothing.
        let check = person.send_file(&upload, &Chosen::new("blurred.png", files::png())).ok();
        check.must_say(&words.s("page-check-title"));
        assert_eq!(photo(&person, &check), files::png());
        person.send(&check, &[("readable", "")]).must_be(422).must_say(&words.s("page-check-error"));

        // Taken again: the new photo stands where the old one stood.
        let again = person.send(&check, &[("readable", "no")]).ok();
        again.must_say(&words.piece("upload-instead", &["name"])).must_say("blurred.png");
        let check = person.send_file(&again, &Chosen::new("sharp.jpg", files::jpeg())).ok();
        assert!(person.get(&again.path).status == 404, "the place is taken: {}", again.path);
        let more = person.send(&check, &[("readable", "yes")]).ok();
        more.must_say("sharp.jpg").must_not_say("blurred.png");
        person.send(&more, &[("another", "")]).must_be(422).must_say(&words.s("more-pages-error"));

        // The next page is a PDF: it is opened, and its pages are counted.
        let upload = person.send(&more, &[("another", "yes")]).ok();
        upload.must_say(&words.piece("upload-title", &["page", "document"])).must_say("2");
        let check = person.send_file(&upload, &files::medical()).ok();
        check.must_say(&words.s("page-check-open")).must_say("Todesbescheinigung.pdf");
        check.must_say(&words.piece("page-check-pages", &["count"]));
        let more = person.send(&check, &[("readable", "yes")]).ok();
        let list = person.send(&more, &[("another", "no")]).ok();
        assert_eq!(names(&list), ["sharp.jpg", "Todesbescheinigung.pdf"]);
        list.must_say(&words.piece("files-used", &["used", "all"]));

        // The first page is photographed once more and is still the first; then it is removed.
        let again = person.get(&list.link("?instead=")).ok();
        let _ = person.send_file(&again, &Chosen::new("last.png", files::png())).ok();
        let list = person.get(&draft.page("files")).ok();
        assert_eq!(names(&list), ["last.png", "Todesbescheinigung.pdf"]);
        let asked = person.follow(&list, "/removal").ok();
        let form = asked.forms().into_iter().find(|form| form.action.ends_with("/removal")).unwrap();
        let list = person.submit(&asked, &form.press("")).ok();
        assert_eq!(names(&list), ["Todesbescheinigung.pdf"]);
    }
}

#[test]
fn a_full_document_says_so_and_still_takes_a_page_again() {
    let server = Server::start();
    let (person, words) = (server.person("en"), Words::of("en"));
    let draft = begun(&server, &person);
    for page in 1..=20 {
        let _ = person.encloses(&draft, "medical", &Chosen::new(&format!("{page}.png"), files::png())).ok();
    }
    let told = person.encloses(&draft, "medical", &Chosen::new("21.png", files::png())).must_be(422);
    told.must_say(&words.f("file-error-too-many", &[("limit", "20")]));
    let again = person.get(&person.get(&draft.page("files")).ok().link("?instead=")).ok();
    let _ = person.send_file(&again, &Chosen::new("1 again.png", files::png())).ok();
    let list = person.get(&draft.page("files")).ok();
    assert_eq!((names(&list).len(), names(&list)[0].as_str()), (20, "1 again.png"));
}

/// A signed-in person with answers that call for documents.
pub fn begun(server: &Server, person: &Person) -> Draft {
    let _ = person.signs_in_with(server.signer("applicant1"), server.now()).ok();
    with_answers(person)
}

/// A new request of somebody who is signed in, with answers that call for documents.
pub fn with_answers(person: &Person) -> Draft {
    let draft = person.begins("DE", "berlin");
    for section in ["you", "person", "death", "documents"] {
        let _ = person.fills_in(&draft, section, &Answers::of_a_daughter()).ok();
    }
    draft
}

/// Names of the files on a list, in its order.
fn names(list: &Page) -> Vec<String> {
    let html = list.html();
    let files = format!("/{}/files/", list.path.split('/').nth(1).unwrap());
    let links = select(".app-pages a.govuk-link");
    html.select(&links)
        .filter(|link| link.attr("href").is_some_and(|address| address.starts_with(&files)))
        .map(|link| link.text().collect())
        .collect()
}

/// The bytes of the picture on a page, given with headers under which no browser takes them for anything else.
fn photo(person: &Person, page: &Page) -> Vec<u8> {
    let html = page.html();
    let picture = html.select(&select("main img")).next().expect("a picture");
    assert!(!picture.attr("alt").unwrap().is_empty());
    let address = person.whole_address(picture.attr("src").unwrap());
    let client = Client::builder().no_proxy().build().unwrap();
    let answer = client.get(address).header("cookie", person.cookies()).send().unwrap();
    let header = |name: &str| answer.headers().get(name).unwrap().to_str().unwrap().to_owned();
    assert_eq!(header("content-type"), "image/png");
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert_eq!(header("cross-origin-resource-policy"), "same-origin");
    assert_eq!(header("cache-control"), "no-store");
    assert!(header("content-security-policy").starts_with("default-src 'none'"));
    answer.bytes().unwrap().to_vec()
}
