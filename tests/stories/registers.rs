//! An administrator changes what the service follows: takes a file away, sends it back changed, reads the difference, and a second
//! administrator says yes. From then, or from its day, it is in force; a case keeps the rules under which it came.

use crate::harness::person::Chosen;
use crate::harness::{Officer, Page, Sent, Server, Setup, Words, eventually};

#[test]
fn registers_are_changed_by_two() {
    changed_by_two(Setup::default());
}

/// The same on PostgreSQL, where the gate names a server (`ELSHI_TEST_PG`).
#[test]
fn registers_on_postgresql() {
    let Some(database) = crate::harness::postgres::Database::fresh("registers") else { return };
    changed_by_two(Setup { database: Some(database.url.clone()), ..Setup::default() });
}

/// A second administrator of everything, to whom the first gave no password.
pub fn colleague(server: &Server) -> Officer {
    Officer::is_added_as(server, "administrator", None, "admin2", "Оразов Д.")
}

/// One whom the first administrator added at the desk.
fn made_by(server: &Server, admin: &Officer) -> Officer {
    let page = admin.person.open("/desk/people/new").ok();
    let fields = [
        ("login", "admin3"),
        ("name", "Оразов Е."),
        ("post_kk", "әкімші"),
        ("post_ru", "администратор"),
        ("post_en", "administrator"),
        ("role", "administrator"),
        ("mission", "all"),
    ];
    let (password, secret) = crate::people::told(&admin.person.send(&page, &fields).ok());
    Officer::with_secret(server, "admin3", &password, &secret)
}

/// A file in force, as text.
pub fn taken(admin: &Officer, name: &str) -> String {
    String::from_utf8(admin.person.open(&format!("/desk/registers/files/{name}")).ok().bytes).unwrap()
}

/// Sends a file; the answer is the page of the draft, or the same page with what is wrong.
pub fn sends(admin: &Officer, name: &str, text: &str, reason: &str) -> Page {
    let page = admin.person.open("/desk/registers").ok();
    let form = page.forms().into_iter().find(|form| form.with_files).unwrap().fill("reason", reason);
    admin.person.submit_with(&page, &form, &Chosen::new(name, text.as_bytes()))
}

/// A change that is drafted: its page.
pub fn drafted(admin: &Officer) -> Page {
    let closures = taken(admin, "closures.csv") + "2026-12-30,berlin,yes,the embassy,stock-taking\n";
    sends(admin, "closures.csv", &closures, "Stock-taking").ok()
}

/// A change that waits for its second word: its page.
pub fn proposed(admin: &Officer) -> String {
    admin.person.press(&drafted(admin), "propose").ok().path
}

fn changed_by_two(setup: Setup) {
    let mut server = Server::start_with(setup);
    let words = Words::of("en");
    let admin = Officer::signs_in(&server, "admin");
    let (second, third) = (colleague(&server), made_by(&server, &admin));
    let before = Sent::signed(&server, "en");

    refused_files(&admin, &words);
    one_hand(&admin, &third, &words);
    at_once(&admin, &second, &before, &words);
    meanwhile_and_no(&admin, &second, &words);
    rules_of_their_day(&server, &admin, &second, &before);
    nobody_else(&server, &admin);
    taken_back_before_its_day(&admin, &second, &words);
    from_its_day(&mut server, &admin, &second, &words);
    server.journal_is_whole(&[]);
}

/// Whoever gave a colleague their password is not their second word.
fn one_hand(admin: &Officer, third: &Officer, words: &Words) {
    let change = proposed(admin);
    let seen = third.person.get(&change).ok();
    third.person.press(&seen, "approve").must_be(422).must_say(&words.s("registers-error-approve-one-hand"));
    let _ = admin.person.press(&admin.person.get(&change).ok(), "withdraw").ok();
}

/// What cannot be read, or would leave the service without what it needs, is told with its place and changes nothing.
fn refused_files(admin: &Officer, words: &Words) {
    let missions = taken(admin, "missions.csv");
    let lines: Vec<&str> = missions.lines().filter(|line| !line.starts_with("vienna,")).collect();
    let without_vienna = lines.join("\n");
    let holidays = taken(admin, "holidays_kz.csv");
    let without_next_year = holidays.lines().filter(|line| !line.starts_with("2027")).map(|line| format!("{line}\n"));
    let without_next_year: String = without_next_year.collect();
    for (name, text, said) in [
        ("", "", words.s("registers-error-files-missing")),
        ("letters.csv", "a", words.s("registers-error-files-unknown")),
        ("missions.csv", &missions, words.s("registers-error-files-same")),
        ("missions.csv", &missions.replace("Europe/Berlin", "Europe/Berlino"), "zone cannot be read".to_owned()),
        ("missions.csv", &without_vienna, "the mission vienna is gone".to_owned()),
        ("holidays_host.csv", "date,country\n", "registers/holidays_host.csv:1".to_owned()),
        ("passport.toml", &(taken(admin, "passport.toml") + "\n"), "the revision must be".to_owned()),
        // A year that was served is not taken away, though it is not this one.
        ("holidays_kz.csv", &without_next_year, "2027".to_owned()),
    ] {
        sends(admin, name, text, "To try").must_be(422).must_say(&said);
    }
    let phone = missions.replace("minsk,BY,", "minsk,BY, ");
    sends(admin, "missions.csv", &phone, " ").must_be(422).must_say(&words.s("registers-error-reason-missing"));
    admin.person.open("/desk/registers").ok().must_say(&words.s("registers-none"));
}

/// The difference is read, one's own yes is no yes, the second one's is in force at once; a copy's name is understood.
fn at_once(admin: &Officer, second: &Officer, sent: &Sent, words: &Words) {
    let missions = with_phone(&taken(admin, "missions.csv"), "+49 30 7654321");
    let draft = sends(admin, "missions (1).csv", &missions, "New telephone, letter of 20 November").ok();
    draft.must_say("phone").must_say("+49 30 7654321").must_say(&words.s("registers-altered"));
    let id = draft.path.clone();
    assert_eq!(second.person.get(&id).status, 404, "another's draft");
    let waiting = admin.person.press(&draft, "propose").ok();
    waiting.must_say(&words.s("registers-stage-proposed"));
    let own = admin.person.posts(&id, "step=approve", &waiting.value("csrf"));
    assert_eq!(own.status, 409, "one's own");
    sent.case().must_not_say("+49 30 7654321");

    let page = second.person.get(&id).ok();
    second.person.press(&page, "approve").ok().must_say(&words.s("registers-stage-approved"));
    sent.case().must_say("+49 30 7654321");
    assert!(taken(admin, "missions.csv").contains("+49 30 7654321"));
    admin.person.open("/desk/registers").ok().must_say(&words.s("registers-changed"));
    assert_eq!(second.person.posts(&id, "step=approve", &page.value("csrf")).status, 409, "decided");
}

/// The table with another telephone of Berlin.
fn with_phone(missions: &str, phone: &str) -> String {
    let mut reader = csv::Reader::from_reader(missions.as_bytes());
    let mut writer = csv::Writer::from_writer(vec![]);
    let header = reader.headers().unwrap().clone();
    let column = header.iter().position(|name| name == "phone").unwrap();
    writer.write_record(&header).unwrap();
    for row in reader.records().map(Result::unwrap) {
        let own = |(at, cell): (usize, &str)| {
            if at == column && &row[0] == "berlin" { phone.to_owned() } else { cell.to_owned() }
        };
        writer.write_record(row.iter().enumerate().map(own)).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// Two drafts of one file: the second is not approved over the first. A no wants a reason, and one's own can be taken back.
fn meanwhile_and_no(admin: &Officer, second: &Officer, words: &Words) {
    let closures = taken(admin, "closures.csv");
    let [first, other] = ["2026-12-28", "2026-12-29"].map(|date| {
        let text = format!("{closures}{date},berlin,yes,the embassy,stock-taking\n");
        let draft = sends(admin, "closures.csv", &text, date).ok();
        admin.person.press(&draft, "propose").ok().path
    });
    let page = second.person.get(&first).ok();
    second.person.press(&page, "approve").ok();
    let page = second.person.get(&other).ok();
    let late = second.person.press(&page, "approve").must_be(422);
    late.must_say(&words.s("registers-error-approve-changed-meanwhile"));
    second.person.press(&page, "reject").must_be(422).must_say(&words.s("registers-error-word-missing"));
    let no = second.person.send_by(&page, &[("word", "Made from an old file")], "reject").ok();
    no.must_say(&words.s("registers-stage-rejected")).must_say("Made from an old file");

    let back = proposed(admin);
    let page = admin.person.get(&back).ok();
    admin.person.press(&page, "withdraw").ok().must_say(&words.s("registers-stage-withdrawn"));
    assert!(!taken(admin, "closures.csv").contains("2026-12-30"));
}

/// Who sent before the rules changed keeps theirs: three months to complain, where who sends after them has six.
fn rules_of_their_day(server: &Server, admin: &Officer, second: &Officer, before: &Sent) {
    let passport = taken(admin, "passport.toml");
    assert!(passport.contains("file_months = 3") && passport.contains("revision = 1"), "{passport}");
    let longer = passport.replace("file_months = 3", "file_months = 6").replace("revision = 1", "revision = 2");
    let draft = sends(admin, "passport.toml", &longer, "Six months").ok();
    let id = admin.person.press(&draft, "propose").ok().path;
    let page = second.person.get(&id).ok();
    second.person.press(&page, "approve").ok();
    let after = Sent::signed(server, "en");
    let consul = Officer::signs_in(server, "officer.berlin");
    for (sent, until) in [(before, "23 February 2027"), (&after, "23 May 2027")] {
        let case = consul.opens(&sent.reference);
        case.does("registration");
        let facts = "The medical document names another person than the passport";
        case.fills_in("refusal", &[("grounds", "unreliable_documents"), ("reasons", facts)]).ok();
        server.letter("eml", &[&sent.reference, until]);
    }
}

/// Officers, heads and auditors change nothing; the auditor of all missions reads.
fn nobody_else(server: &Server, admin: &Officer) {
    let id = proposed(admin);
    for login in ["officer.ankara", "supervisor.berlin", "auditor"] {
        let other = Officer::signs_in(server, login);
        let csrf = other.person.open("/desk/blanks").ok().value("csrf");
        for step in ["approve", "withdraw", "reject&word=No"] {
            assert_eq!(other.person.posts(&id, &format!("step={step}"), &csrf).status, 403, "{login}");
        }
        let status = other.person.get(&id).status;
        assert_eq!(status, if login == "auditor" { 200 } else { 403 }, "{login}");
    }
}

/// What was agreed for a later day is read whole, and can be taken back until then, by the other administrator too; then its file is free again.
fn taken_back_before_its_day(admin: &Officer, second: &Officer, words: &Words) {
    let closures = taken(admin, "closures.csv") + "2026-12-31,berlin,yes,the embassy,stock-taking\n";
    let draft = sends(admin, "closures.csv", &closures, "The last day").ok();
    let far = admin.person.send_by(&draft, &[("from", "01.12.2206")], "propose").must_be(422);
    far.must_say(&words.s("registers-error-from-too-far"));
    let id = admin.person.send_by(&draft, &[("from", "05.12.2026")], "propose").ok().path;
    let page = second.person.get(&id).ok();
    let whole = second.person.follow(&page, "/files/closures.csv").ok();
    assert_eq!(String::from_utf8(whole.bytes).unwrap(), closures);
    let agreed = second.person.press(&page, "approve").ok();
    agreed.must_say(&words.s("registers-stage-approved"));
    second.person.press(&agreed, "withdraw").ok().must_say(&words.s("registers-stage-withdrawn"));
    // Made from the file in force once more, not from what was taken back.
    let again = taken(admin, "closures.csv") + "2026-12-30,berlin,yes,the embassy,stock-taking\n";
    let draft = sends(admin, "closures.csv", &again, "Another day").ok();
    draft.must_say("2026-12-30").must_not_say("2026-12-31");
    let _ = admin.person.press(&draft, "withdraw").ok();
}

/// What begins later is not in force before its day, and is from then on, also after a new start.
fn from_its_day(server: &mut Server, admin: &Officer, second: &Officer, words: &Words) {
    let districts = taken(admin, "districts.csv");
    let lines: Vec<&str> = districts.lines().filter(|line| !line.starts_with("madrid,AD,")).collect();
    let draft = sends(admin, "districts.csv", &(lines.join("\n") + "\n"), "Andorra is served from Paris").ok();
    draft.must_say("Andorra").must_say(&words.s("registers-moved"));
    for (from, said) in [("soon", "registers-error-from-unreadable"), ("01.11.2026", "registers-error-from-past")] {
        admin.person.send_by(&draft, &[("from", from)], "propose").must_be(422).must_say(&words.s(said));
    }
    let id = admin.person.send_by(&draft, &[("from", "01.12.2026")], "propose").ok().path;
    let page = second.person.get(&id).ok();
    second.person.press(&page, "approve").ok().must_say("01.12.2026 00:00");
    let choice = words.piece("registers-choose", &["missions"]);
    let row = |admin: &Officer| {
        let page = admin.person.open("/desk/registers/coverage").ok().text();
        page.split("Andorra").nth(1).unwrap().chars().take(120).collect::<String>()
    };
    assert!(row(admin).contains(&choice), "{}", row(admin));

    server.restart_at("2026-12-02T08:00:00Z");
    let admin = Officer::signs_in(server, "admin");
    eventually("the new district", || (!row(&admin).contains(&choice)).then_some(()));
    assert!(taken(&admin, "missions.csv").contains("+49 30 7654321"), "what was approved before stays in force");
}
