//! Before applying, a person who does not know whether their paper is the right one shows it to the mission: photos, a question, where the answer
//! goes. An officer of that mission alone sees it, and answers in the person's language; in the end all of it is gone.

use crate::harness::{Chosen, Officer, Page, Person, Server, Setup, Words, eventually, files};
use reqwest::blocking::multipart;

/// The check tool's answers of somebody in Germany who does not know what their paper is.
const TRAP: &str = "/check?died=DE&citizen=yes&lives=DE&mission=berlin&paper=other";
const ENQUIRY: &str = "/check/enquiry?died=DE&citizen=yes&lives=DE&mission=berlin&paper=other";
const MAIL: &str = "dana@example.org";
const NUMBER: &str = "+4915123456789";
const QUESTION: &str = "Это тот документ?";
const WORDS: &str = "Позвоните в больницу Шарите.";

#[test]
fn a_paper_is_shown_to_the_mission_before_applying() {
    shown(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn a_paper_is_shown_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("enquiry") else { return };
    shown(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

/// Fills in the form and chooses a file for each of the fields named.
fn sends(person: &Person, page: &Page, fields: &[(&str, &str)], chosen: &[(&str, Chosen)]) -> Page {
    let form = page.form(&["question", "email", "phone", "photo-1"]).fill_all(fields).press("");
    let mut parts = multipart::Form::new();
    for (name, value) in &form.pairs {
        parts = parts.text(name.clone(), value.clone());
    }
    for field in &form.files {
        let file =
            chosen.iter().find(|(name, _)| name == field).map_or(Chosen::new("", vec![]), |(_, own)| own.clone());
        parts = parts.part(field.clone(), multipart::Part::bytes(file.bytes).file_name(file.name));
    }
    person.answer_to(person.post(&form.action).multipart(parts))
}

fn photo() -> Chosen {
    Chosen::new("foto.jpg", files::jpeg())
}

/// Asks with a photo alone, signed in: the page of the question.
pub fn asks_signed_in(person: &Person) -> Page {
    let page = person.open(ENQUIRY).ok();
    let asked = sends(person, &page, &[], &[("photo-1", photo())]).ok();
    assert!(asked.path.contains("/enquiries/"), "{}", asked.path);
    asked
}

fn shown(setup: Setup) {
    let mut server = Server::start_with(setup);
    let words = Words::of("ru");
    let person = server.person("ru");
    let asked = asks(&server, &person, &words);
    let link = asked.path.clone();

    // Receipt by mail with the private link; no text message goes to a number before somebody has looked.
    let receipt = server.letter("eml", &[MAIL, "Ваш вопрос и фотографии", &link]);
    assert!(receipt.contains("30 ноября 2026"), "{receipt}");
    assert_eq!(server.letters("sms"), Vec::<String>::new());

    let berlin = Officer::signs_in(&server, "officer.berlin");
    let desk = only_its_mission(&server, &berlin);
    answered(&server, &berlin, &desk, &person, &link);

    // Who has the link reads it; who has another, nothing.
    let other = server.person("kk");
    other.get(&link.replacen("/ru/", "/kk/", 1)).ok().must_say(WORDS).must_not_say(MAIL).must_not_say(NUMBER);
    for none in ["/enquiry?key=00000000000000000000000000000000", "/enquiry?key=%00", "/enquiry?key=", "/enquiry"] {
        assert_eq!(other.open(none).status, 404, "{none}");
    }

    // A month after the answer nothing is left of it, nor of the letters; the journal knows by ids that it was.
    server.restart_at("2026-12-26T09:00:00Z");
    let mut person = person;
    person.find_again(&server);
    eventually("the question to be erased", || Some(()).filter(|()| person.get(&link).status == 404));
    let letters = person.get("/dev/letters").ok();
    letters.must_not_say(&words.s("letter-enquiry-answered-subject")).must_not_say(MAIL);
    let (auditor, english) = (Officer::signs_in(&server, "auditor"), Words::of("en"));
    let list = auditor.person.open("/desk/readings").ok();
    for act in ["ask", "read", "answer", "erase"] {
        list.must_say(&english.s(&format!("timeline-{act}-enquiry")));
    }
    server.journal_is_whole(&[]);
}

/// From the trap of the check tool to the page of the question, past everything that can be wrong.
fn asks(server: &Server, person: &Person, words: &Words) -> Page {
    let megabytes = words.f("size-megabytes", &[("count", "15")]);
    let limits = [("files", "3"), ("all", megabytes.as_str()), ("days", "5")];
    let trap = person.open(TRAP).ok();
    trap.must_say(&words.f("enquiry-offer", &limits));
    let page = person.follow(&trap, "/check/enquiry?").ok();
    page.must_say(&words.f("enquiry-photo-hint", &limits))
        .must_say(&words.piece("enquiry-kept", &["days", "unanswered"]));
    assert_eq!(person.open(&ENQUIRY.replace("other", "none")).status, 404, "no paper, nothing to show");
    assert_eq!(person.open(&ENQUIRY.replace("berlin", "paris")).status, 404, "not their mission");

    let nothing = sends(person, &page, &[], &[]).must_be(422);
    nothing.must_say(&words.s("enquiry-error-photo-missing")).must_say(&words.s("enquiry-error-email-missing"));
    let long = "я".repeat(1_001);
    let typed = [("question", long.as_str()), ("email", "dana"), ("phone", "12")];
    let told = sends(person, &page, &typed, &[("photo-1", photo())]).must_be(422);
    for said in ["enquiry-error-email-format", "enquiry-error-phone-format", "enquiry-choose-again"] {
        told.must_say(&words.s(said));
    }
    told.must_say(&words.piece("enquiry-error-question-too-long", &["max"]));
    assert_eq!((told.value("email").as_str(), told.value("question")), ("dana", long), "what was typed stays");
    let right = [("question", QUESTION), ("email", MAIL), ("phone", NUMBER)];
    for (file, sentence) in [
        (files::program_named_pdf(), words.s("file-error-wrong-type")),
        (files::truncated_pdf(), words.s("file-error-damaged")),
        (Chosen::new("empty.pdf", vec![]), words.s("file-error-empty")),
        (files::thirty_megabytes(), words.f("enquiry-error-photo-together", &[("limit", &megabytes)])),
    ] {
        // The wrong one is named at its own place.
        let told = sends(person, &page, &right, &[("photo-1", photo()), ("photo-2", file)]).must_be(422);
        assert_eq!(told.errors().len(), 1, "{:?}", told.errors());
        told.must_say(&sentence);
    }
    let mut half = files::pdf("half");
    half.resize(9_000_000, b' ');
    let halves = ["photo-1", "photo-3"].map(|place| (place, Chosen::new("half.pdf", half.clone())));
    let told = sends(person, &page, &right, &halves).must_be(422);
    told.must_say(&words.f("enquiry-error-photo-together", &[("limit", &megabytes)]));
    assert!(server.letters("eml").is_empty(), "nothing was sent so far");

    let pages = [("photo-1", photo()), ("photo-3", Chosen::new("Seite 2.pdf", files::pdf("Seite 2")))];
    let asked = sends(person, &page, &right, &pages).ok();
    assert!(asked.path.starts_with("/ru/enquiry?key="), "{}", asked.path);
    asked.must_say(&words.s("enquiry-sent-title")).must_say("30 ноября 2026").must_say(QUESTION);
    asked.must_say(&words.s("enquiry-way-both")).must_say("Seite 2.pdf").must_not_say(MAIL);
    asked
}

/// The officers and the head of that mission read it; for everybody else there is none. Gives its address.
fn only_its_mission(server: &Server, berlin: &Officer) -> String {
    let list = berlin.person.open("/desk/enquiries").ok();
    let desk = list.link("/desk/enquiries/");
    let nowhere = "/en/desk/enquiries/01a207a2-4334-7aab-85fb-6a02403964e1";
    for login in ["officer.ankara", "auditor", "admin", "reviewer"] {
        let other = Officer::signs_in(server, login).person;
        if login == "officer.ankara" {
            other.open("/desk/enquiries").ok().must_say(&Words::of("en").s("enquiries-none-waiting"));
        } else {
            assert_eq!(other.open("/desk/enquiries").status, 403, "{login}");
        }
        let csrf = other.open("/accessibility").ok().value("csrf");
        for (own, none) in
            [(desk.clone(), nowhere.to_owned()), (format!("{desk}/files/1"), format!("{nowhere}/files/1"))]
        {
            assert_eq!((other.get(&own).status, other.get(&none).status), (404, 404), "{login}");
        }
        assert_eq!(other.posts(&desk, "step=send&verdict=counts", &csrf).status, 404, "{login}");
    }
    let head = Officer::signs_in(server, "supervisor.berlin").person;
    head.get(&desk).ok().must_say(QUESTION).must_say(&Words::of("en").s("enquiry-desk-only-read"));
    assert_eq!(head.posts(&desk, "step=send&verdict=counts", &head.csrf()).status, 403, "a head answers none");
    desk
}

/// The officer opens the photos, answers past every mistake, reads the letter in Russian, and sends it once.
fn answered(server: &Server, berlin: &Officer, desk: &str, person: &Person, link: &str) {
    let (words, english, officer) = (Words::of("ru"), Words::of("en"), &berlin.person);
    let page = officer.get(desk).ok();
    page.must_say(QUESTION).must_say(MAIL).must_say(NUMBER).must_say("Seite 2.pdf");
    let first = officer.follow(&page, "/files/1").ok();
    assert_eq!(first.media_type, "image/jpeg");
    assert!(!first.bytes.windows(4).any(|bytes| bytes == b"scan"), "what is no picture was taken out of the photo");
    assert_eq!(officer.follow(&page, "/files/2").ok().media_type, "application/pdf");
    assert_eq!(officer.get(&format!("{desk}/files/3")).status, 404);

    let send = |page: &Page, fields: &[(&str, &str)]| officer.send_by(page, fields, "preview");
    for (fields, said) in [
        (vec![("words", "")], "enquiry-error-verdict-missing"),
        (vec![("verdict", "cannot_say"), ("words", " ")], "enquiry-error-words-missing"),
        (vec![("verdict", "counts"), ("needs", "basis")], "enquiry-error-needs-contradicts"),
    ] {
        send(&page, &fields).must_be(422).must_say(&english.s(said));
    }
    let long = "a".repeat(5_001);
    let told = send(&page, &[("verdict", "counts"), ("words", &long)]).must_be(422);
    told.must_say(&english.piece("enquiry-error-words-too-long", &["max"]));
    let unknown = officer.posts(desk, "step=send&verdict=counts&needs=visa", &officer.csrf()).must_be(422);
    unknown.must_say(&english.s("enquiry-error-needs-unknown"));

    let answer = [("verdict", "not_enough"), ("needs", "basis translation"), ("words", WORDS)];
    let look = send(&page, &answer).ok();
    for part in
        ["enquiry-verdict-not-enough", "enquiry-need-basis", "enquiry-need-translation", "enquiry-officer-writes"]
    {
        look.must_say(&words.s(part));
    }
    let secret = link.split('=').nth(1).unwrap();
    look.must_say(WORDS).must_say("/ru/enquiry?key=•").must_not_say(secret);
    let again = officer.press(&look, "edit").ok();
    assert_eq!((again.value("needs"), again.value("words")), ("basis translation".to_owned(), WORDS.to_owned()));
    let done = officer.press(&look, "send").ok();
    done.must_say(&english.piece("enquiry-desk-answered", &["when", "who"])).must_say(WORDS);
    let body = "step=send&verdict=counts";
    assert_eq!(officer.posts(desk, body, &officer.csrf()).status, 409, "answered once");

    let letter = server.letter("eml", &[MAIL, "отвечает на ваш вопрос", WORDS]);
    assert!(letter.contains(link) && letter.contains(&words.s("enquiry-need-basis")), "{letter}");
    let text = server.letter("sms", &[NUMBER, link]);
    assert!(!text.contains(WORDS), "{text}");
    let own = person.get(link).ok();
    own.must_say(&words.s("enquiry-answered-title")).must_say(WORDS).must_say(&words.s("enquiry-verdict-not-enough"));
    // 23 November and a month.
    own.must_say("23 декабря 2026");
}

/// In the account: no contact is needed, nobody else finds it, and its owner erases it before its time.
#[test]
fn who_is_signed_in_reads_the_answer_in_their_account() {
    let server = Server::start();
    let (person, words) = (server.person("en"), Words::of("en"));
    let _ = person.signs_in_with(server.signer("applicant1"), server.now()).ok();
    let asked = asks_signed_in(&person);
    asked.must_say(&words.s("enquiry-way-account"));
    let history = person.open("/services").ok();
    history.must_say(&words.s("history-enquiries")).must_say(&words.piece("enquiry-waits-until", &["date"]));
    let own = history.link("/enquiries/");

    let berlin = Officer::signs_in(&server, "officer.berlin");
    let desk = berlin.person.open("/desk/enquiries").ok().link("/desk/enquiries/");
    let look = berlin.person.send_by(&berlin.person.get(&desk).ok(), &[("verdict", "counts")], "preview").ok();
    let _ = berlin.person.press(&look, "send").ok();
    person.get(&own).ok().must_say(&words.s("enquiry-verdict-counts"));

    let other = server.person("en");
    let _ = other.signs_in_with(server.signer("applicant2"), server.now()).ok();
    assert_eq!(other.get(&own).status, 404);
    assert_eq!(other.posts(&own, "", &other.csrf()).status, 404);
    assert!(!other.open("/services").ok().says(&words.s("history-enquiries")));

    let page = person.get(&own).ok();
    let form = page.forms().into_iter().find(|form| form.action.contains("/enquiries/")).unwrap();
    person.submit(&page, &form).ok().must_say(&words.s("enquiry-erased-title"));
    assert_eq!(person.submit(&page, &form).status, 404, "erased once");
    assert_eq!((person.get(&own).status, berlin.person.get(&desk).status), (404, 404));
    server.journal_is_whole(&[]);
}

/// Who did not ask erases it with the link of the letter; one mailbox is not flooded, and one network does not fill the desk.
#[test]
fn nobody_is_flooded_with_questions() {
    let server = Server::start();
    let person = server.person("kk");
    let page = person.open(ENQUIRY).ok();
    let asks = |mail: &str| sends(&person, &page, &[("email", mail)], &[("photo-1", photo())]);
    let first = asks(MAIL).ok();
    let form = first.forms().into_iter().find(|form| form.action.contains("/enquiry?key=")).unwrap();
    assert_eq!(person.posts(&form.action, "", "0000").status, 403, "only from the page");
    person.submit(&first, &form).ok().must_say(&Words::of("kk").s("enquiry-erased-title"));
    assert_eq!(person.get(&first.path).status, 404);
    for _ in 0..2 {
        let _ = asks("Dana@Example.org").ok();
    }
    assert_eq!(asks(MAIL).status, 429, "three a day to one mailbox");
    for n in 0..7 {
        let _ = asks(&format!("a{n}@example.org")).ok();
    }
    assert_eq!(asks("b@example.org").status, 429, "ten an hour of one network");
    server.journal_is_whole(&[]);
}
