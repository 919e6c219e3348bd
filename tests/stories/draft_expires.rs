//! A request that was begun and not sent is kept for 180 days: its person hears how to come back, is reminded, is warned, and then it is gone, with
//! its answers, its files and the letters about it. Who comes back in time keeps it; a file that a sent case has too stays.

use crate::harness::person::Chosen;
use crate::harness::{Answers, Draft, Officer, Person, Server, Setup, Words, eventually, files};
use testkit::nca::demo::iin;

const NUMBER: &str = "+4915123456789";
const MAIL: &str = "aigerim@example.org";
/// 23 November 2026 and 180 days.
const LAST_DAY: &str = "22 мая 2027";
/// In the bytes of a file that only her draft encloses.
const HERS: &str = "Only hers";

#[test]
fn draft_expires() {
    expires(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn draft_expires_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("draft_expires") else { return };
    expires(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

/// Signs in by telephone, and the first time says who she is.
fn signs_in(server: &Server, person: &Person) {
    let _ = person.signs_in_by_phone(server, NUMBER);
    let asks = person.open("/request/new").ok();
    if asks.path.contains("/identity") {
        let own = iin("820315300", 1);
        let who = [("identity-surname", "Сынақова"), ("identity-given", "Айгерім"), ("identity-iin", own.as_str())];
        let _ = person.send(&asks, &who).ok();
    }
}

/// Her draft, filled in and left; with the short number that its list of sections says.
fn leaves(server: &Server, person: &Person, words: &Words) -> (Draft, String) {
    let draft = person.begins("DE", "berlin");
    let answers = Answers::of_a_daughter();
    for section in ["you", "person", "death", "documents"] {
        let _ = person.fills_in(&draft, section, &answers).ok();
    }
    let _ = person.encloses(&draft, "medical", &files::medical()).ok();
    let _ = person.encloses(&draft, "apostille", &Chosen::new("Apostille.pdf", files::pdf(HERS))).ok();
    let list = person.get(&draft.path).ok();
    list.must_say(&words.f("draft-kept-until", &[("date", &format!("{LAST_DAY} г."))]));
    let number = number(&list.text());
    // Twice on one day: one letter.
    for _ in 0..2 {
        let page = person.get(&draft.page("collecting")).ok();
        let _ = person.send_by(&page, &[("collector", "applicant")], "leave").ok();
    }
    let letter = server.letter("eml", &[MAIL, &number, LAST_DAY]);
    assert!(letter.contains(&draft.path) && !letter.contains("Сынақов") && !letter.contains("Үлгі"), "{letter}");
    (draft, number)
}

fn number(text: &str) -> String {
    let at = text.find("DN-26-").unwrap_or_else(|| panic!("no number: {text}"));
    text[at..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
}

/// Mails about a draft that say these words.
fn mails(server: &Server, number: &str, words: &str) -> usize {
    let letters = server.letters("eml");
    letters.iter().filter(|letter| letter.contains(number) && letter.contains(words)).count()
}

/// Is there a file in the folder with these bytes?
fn lies(server: &Server, words: &str) -> bool {
    let shards = std::fs::read_dir(server.data().join("files")).unwrap();
    let files = shards.flat_map(|shard| std::fs::read_dir(shard.unwrap().path()).unwrap());
    let has = |bytes: Vec<u8>| bytes.windows(words.len()).any(|part| part == words.as_bytes());
    // One may go while it is looked at.
    files.filter_map(|file| std::fs::read(file.unwrap().path()).ok()).any(has)
}

fn expires(setup: Setup) {
    let mut server = Server::start_with(setup);
    let words = Words::of("ru");
    // Somebody else's case encloses the same paper of the hospital.
    let widow = server.person("ru");
    let _ = widow.signs_in_with(server.signer("applicant1"), server.now()).ok();
    let sent = widow.composes();
    let _ = widow.signs(&sent, server.signer("applicant1"), server.now()).ok();

    let mut daughter = server.person("ru");
    signs_in(&server, &daughter);
    let (draft, own) = leaves(&server, &daughter, &words);
    let kept = daughter.begins("DE", "berlin");
    assert!(lies(&server, HERS) && lies(&server, "Todesbescheinigung"));

    // After 14 and 60 days she is reminded, once each.
    let continues = "Продолжить";
    for (day, told) in [("2026-12-08T09:00:00Z", 2), ("2027-01-23T09:00:00Z", 3)] {
        assert_eq!(mails(&server, &own, continues), told - 1, "before {day}");
        server.restart_at(day);
        eventually("a reminder", || Some(()).filter(|()| mails(&server, &own, continues) == told));
    }
    warned(&mut server, &own);

    // Two drafts were left. She comes back to one of them.
    daughter.find_again(&server);
    signs_in(&server, &daughter);
    daughter.get(&draft.path).ok().must_say(LAST_DAY);
    let _ = daughter.fills_in(&kept, "you", &Answers::of_a_daughter()).ok();

    server.restart_at("2027-05-23T09:00:00Z");
    daughter.find_again(&server);
    signs_in(&server, &daughter);
    eventually("the draft to go", || Some(()).filter(|()| daughter.get(&draft.path).status == 404));
    for page in ["person", "files", "check", "deletion"] {
        assert_eq!(daughter.get(&draft.page(page)).status, 404, "{page}");
    }
    let history = daughter.open("/services").ok();
    history.must_not_say(&own).must_say(&number(&daughter.get(&kept.path).ok().text()));
    daughter.get("/dev/letters").ok().must_not_say(&own);

    // Its files lie an hour longer; then nothing but what the case names is left of them.
    server.restart_at("2027-05-23T11:00:00Z");
    eventually("the file to go", || Some(()).filter(|()| !lies(&server, HERS)));
    let (auditor, english) = (Officer::signs_in(&server, "auditor"), Words::of("en"));
    let list = auditor.person.open("/desk/readings").ok();
    list.must_say(&english.s("timeline-warn-draft")).must_say(&english.s("timeline-erase-draft"));
    assert!(lies(&server, "Todesbescheinigung"), "the case's own paper");
    server.journal_is_whole(&[]);
}

/// A fortnight before the end: by mail and by text message, without a name.
fn warned(server: &mut Server, own: &str) {
    server.restart_at("2027-05-08T10:00:00Z");
    let text = server.letter("sms", &[NUMBER, own, LAST_DAY, "/ru/services"]);
    assert!(!text.contains("Сынақов") && !text.contains("Үлгі") && !text.contains("СЫНАҚОВ"), "{text}");
    let letter = server.letter("eml", &[MAIL, own, "удалим его", LAST_DAY]);
    assert!(!letter.contains("Сынақов") && !letter.contains("Үлгі"), "{letter}");
    assert_eq!(mails(server, own, "Продолжить"), 3, "no reminder beside it");
}
