//! Rights: the table of `rights/table.txt` says for every address, method and form what it is for everybody who may ask, and here the running
//! server is asked for each cell. What is refused must write nothing, and tell nobody that another's case exists.

mod table;
mod verbs;
mod walk;
mod world;

use crate::harness::rows::{Rows, Standing, changed};
use crate::harness::{Words, eventually};
use std::collections::BTreeSet;
use std::path::Path;
use table::{Row, TABLE};
use world::{EVERYBODY, World};

/// Rows whose hour has not come in the world of this test: "not open now" is right for them too. Each with the story that opens it.
const OPENED_ELSEWHERE: [(&str, &str, &str); 21] = [
    ("/{lang}/desk/cases/{application}/no-show", "", "appointment.rs: the hour has passed"),
    ("/{lang}/desk/cases/{application}/no-show", "step=send&seen_version={version}", "appointment.rs"),
    ("/{lang}/desk/cases/{application}/sample", "", "sampled.rs: a decision that was drawn"),
    (
        "/{lang}/desk/cases/{application}/sample",
        "outcome=found&reason=Page+2+was+not+read&seen_number=1",
        "sampled.rs: a decision that was drawn",
    ),
    ("/{lang}/desk/me", "read=01a207a2-4334-7aab-85fb-6a02403964e1", "sampled.rs: something was found"),
    ("/{lang}/desk/leaves", "officer=x", "leave.rs: with two people of one mission"),
    ("/{lang}/desk/leaves", "end=01a207a2-4334-7aab-85fb-6a02403964e1", "leave.rs: one that was entered"),
    (
        "/{lang}/services/{application}/recusal",
        "official=x&ground=relative&reason=x",
        "recusal.rs: an official of the mission",
    ),
    ("/{lang}/desk/cases/{application}/return", "", "returned.rs: the time to answer has passed"),
    (
        "/{lang}/desk/cases/{application}/return",
        "step=send&reasons=Page+2+is+missing",
        "returned.rs: the time to answer has passed",
    ),
    ("/{lang}/desk/cases/{application}/recusal", "", "recusal.rs: one that was asked for"),
    ("/{lang}/desk/cases/{application}/see-file", "", "see_file.rs: one that was asked for"),
    ("/{lang}/desk/cases/{application}/correct-slip", "", "slip.rs: one that was pointed out"),
    ("/{lang}/account/phone/objection", "", "own_telephone.rs: a number waits"),
    ("/{lang}/desk/cases/{application}/telephone", "act=stop", "own_telephone.rs"),
    // A policy that is off: not there for anybody. The story turns it on.
    ("/{lang}/services/{application}/hearing", "", "hearing.rs"),
    ("/{lang}/desk/cases/{application}/preliminary-refusal", "", "hearing.rs"),
    ("/{lang}/desk/cases/{application}/hearing", "", "hearing.rs"),
    ("/{lang}/desk/cases/{application}/hearing-protocol", "", "hearing.rs"),
    ("/{lang}/desk/cases/{application}/hearing-remarks", "", "hearing.rs"),
    ("/{lang}/desk/cases/{application}/resumed-review", "", "hearing.rs"),
];

#[test]
fn every_cell_of_the_table() {
    let world = World::made();
    let rows = table::rows();
    let mut walk = Walk::of(&world, &rows);
    // First what is refused and what is only read: nothing moves. Then what is done, in the order of the table.
    let is_read = |row: &Row| row.method == "GET" && row.cells != table::EVERYBODY_OPENS;
    for (at, row) in rows.iter().enumerate() {
        walk.row(at, |letter| letter != '+' || is_read(row));
    }
    who_opened_it(&world);
    rooms_that_open(&world, &rows);
    for (at, row) in rows.iter().enumerate() {
        walk.row(at, |letter| letter == '+' && !is_read(row));
    }
    let wrong = walk.wrong();
    assert!(wrong.is_empty(), "the server and {TABLE} differ:\n{}", wrong.join("\n"));
    world.server.journal_is_whole(&[]);
}

/// The walk through the table.
struct Walk<'w> {
    world: &'w World,
    rows: &'w [Row],
    database: Rows,
    standing: Standing,
    version: i64,
    answered: Vec<Vec<char>>,
    done: BTreeSet<usize>,
    wrong: Vec<String>,
}

impl Walk<'_> {
    fn of<'w>(world: &'w World, rows: &'w [Row]) -> Walk<'w> {
        let mut database = Rows::of(&world.server);
        // Letters that leave and seals of the journal are the server's own: they are waited for.
        eventually("the letters to leave and the journal to be sealed", || {
            let (sealed, first) = (world.server.journal_is_whole(&[]), database.standing());
            let waits = first.get("letter").is_some_and(|all| all.iter().any(|row| row.contains("'waiting'")));
            (sealed.contains("waiting for a seal 0") && !waits).then_some(())
        });
        let (version, standing) = (database.version(), database.standing());
        let answered = rows.iter().map(Row::letters).collect();
        Walk { world, rows, database, standing, version, answered, done: BTreeSet::new(), wrong: vec![] }
    }

    /// Asks for the cells of a row whose letter is of this kind.
    fn row(&mut self, at: usize, is_asked: impl Fn(char) -> bool) {
        let (world, row) = (self.world, &self.rows[at]);
        let here = (world.filled(row, &row.path), world.filled(row, &row.body));
        let nowhere = (world.of_nothing(row, &row.path), world.of_nothing(row, &row.body));
        for (column, letter) in row.letters().into_iter().enumerate().filter(|(_, letter)| is_asked(*letter)) {
            let visitor = &world.everybody[column];
            // Who may do it reads the letter before it is sent: the case stays as it is for the next row.
            let body = if letter == '+' { here.1.replace("step=send", "step=preview") } else { here.1.clone() };
            let answer = walk::asks(world, row, visitor, &here.0, &body);
            // What a person before them in this row has done is done.
            let is_elsewhere = OPENED_ELSEWHERE.iter().any(|(path, body, _)| row.path == *path && row.body == *body);
            let is_done = letter == '+' && answer.letter == '.' && (is_elsewhere || self.done.contains(&at));
            let is_right = answer.letter == letter || is_done || (letter, answer.letter) == ('+', 'f');
            if letter == '+' && is_right {
                self.done.insert(at);
            }
            self.answered[at][column] = if is_right { letter } else { answer.letter };
            if !is_right {
                self.says(at, column, &format!("is answered {}", answer.told.0));
            }
            if letter == '+' {
                self.looks_again();
                continue;
            }
            self.wrote_nothing(at, column);
            if here != nowhere && !self.knows(row, column) {
                let nothing = walk::asks(world, row, visitor, &nowhere.0, &nowhere.1);
                if nothing.told != answer.told {
                    self.says(at, column, &format!("learns that it exists: elsewhere {}", nothing.told.0));
                }
                self.wrote_nothing(at, column);
            }
        }
    }

    /// What was written by whoever may.
    fn looks_again(&mut self) {
        let version = self.database.version();
        if version != self.version {
            (self.version, self.standing) = (version, self.database.standing());
        }
    }

    fn wrote_nothing(&mut self, at: usize, column: usize) {
        let version = self.database.version();
        if version == self.version {
            return;
        }
        let before = std::mem::replace(&mut self.standing, self.database.standing());
        self.version = version;
        let mut tables = changed(&before, &self.standing);
        // Who may read the case has read it, also where nothing of what they asked for is open to them.
        tables.retain(|table| table != "reading" || !self.knows(&self.rows[at], column));
        if !tables.is_empty() {
            self.says(at, column, &format!("wrote in {}", tables.join(", ")));
        }
    }

    fn says(&mut self, at: usize, column: usize, what: &str) {
        let row = &self.rows[at];
        self.wrong.push(format!("{} {} ({}) {}: {what}", row.method, row.path, row.body, EVERYBODY[column]));
    }

    /// True for who opens a page about the same thing: they may know of it.
    fn knows(&self, row: &Row, column: usize) -> bool {
        let names = |path: &str| -> BTreeSet<String> {
            path.split('/').filter(|part| world::IDS.contains(part)).map(str::to_owned).collect()
        };
        let own = names(&row.path);
        let opens = |other: &&Row| other.method == "GET" && other.letters()[column] == '+' && other.about == row.about;
        self.rows.iter().filter(opens).any(|other| !own.is_disjoint(&names(&other.path)))
    }

    /// All that is wrong, with the lines as they would have to be.
    fn wrong(self) -> Vec<String> {
        let mut wrong = self.wrong;
        for (row, answered) in self.rows.iter().zip(&self.answered) {
            if row.letters() != *answered {
                wrong.push(format!("answered:\n{}\ninstead of:\n{}", row.line(answered), row.line(&row.letters())));
            }
        }
        wrong
    }
}

/// The desk leads nobody to a room that is shut to them, and everybody to each that opens.
fn rooms_that_open(world: &World, rows: &[Row]) {
    let desk = "/{lang}/desk/";
    let rooms: Vec<&Row> = rows
        .iter()
        .filter(|row| row.method == "GET" && row.body.is_empty() && row.path.starts_with(desk))
        .filter(|row| row.cells.len() > table::EVERYBODY_OPENS.len() && !row.path[desk.len()..].contains(['/', '{']))
        .collect();
    assert!(rooms.len() > 10, "{}", rooms.len());
    for (column, name) in EVERYBODY.iter().enumerate().skip(3) {
        let first = world.everybody[column].person.open("/desk/sign-in").ok();
        let links = first.links();
        for room in &rooms {
            let is_linked = links.contains(&room.path.replace("{lang}", "en"));
            assert_eq!(is_linked, room.letters()[column] == '+', "{name}: the link to {}", room.path);
        }
    }
}

/// The owner reads who of the staff opened the case, and nobody is named who was turned away; the auditor finds it by the reference.
fn who_opened_it(world: &World) {
    let words = Words::of("en");
    let by = |name: &str| &world.everybody[EVERYBODY.iter().position(|own| *own == name).unwrap()].person;
    let row = table::rows().into_iter().find(|row| row.path == "/{lang}/services/{application}").unwrap();
    let own = by("owner").get(&world.filled(&row, &row.path)).ok();
    own.must_say(&words.s("case-readers")).must_say("Сейітова А. Б.").must_not_say("Жұмабаев Н. Қ.");
    let reference = crate::harness::request::reference(&own).to_lowercase();
    let list = by("auditor").send(&by("auditor").open("/desk/readings").ok(), &[("reference", &reference)]).ok();
    for key in ["reading-case", "reading-paper", "reading-file", "timeline-send"] {
        list.must_say(&words.s(key));
    }
    list.must_not_say("⟦");
    let mistyped = by("auditor").send(&list, &[("reference", "DR-26-X"), ("officer", "all")]).must_be(422);
    mistyped.must_say(&words.s("readings-reference-error"));
}

/// A new address cannot be forgotten, nor an old one kept.
#[test]
fn every_address_has_its_rows() {
    let rows = table::rows();
    let mut missing = vec![];
    for route in web::routes::all() {
        for method in route.methods {
            if rows.iter().any(|row| row.method == *method && row.path == route.path) {
                continue;
            }
            let after = rows.iter().rev().find(|row| row.path == route.path || is_near(&row.path, route.path));
            let after = after.map(|row| format!("{} {}", row.method, row.path)).unwrap_or_default();
            missing.push(format!("after \"{after}\":\n{method} {} | | | | ? ?? ?? ?? ?? ? ??? ???", route.path));
        }
    }
    assert!(
        missing.is_empty(),
        "{TABLE} has no line for these; its head says what the parts are:\n{}",
        missing.join("\n")
    );
    let serves = |row: &Row| {
        web::routes::all().any(|route| route.path == row.path && route.methods.contains(&row.method.as_str()))
    };
    let gone: Vec<_> = rows.iter().filter(|row| !serves(row)).map(|row| row.line(&row.letters())).collect();
    assert!(gone.is_empty(), "nothing is served there any more; take out of {TABLE}:\n{}", gone.join("\n"));
}

fn is_near(path: &str, new: &str) -> bool {
    new.rsplit_once('/').is_some_and(|(room, _)| room.len() > "/{lang}/desk".len() && path.starts_with(room))
}

/// So that no row is true because the address is dead.
#[test]
fn every_address_opens_for_somebody() {
    let rows = table::rows();
    for row in rows.iter().filter(|row| row.cells != table::BY_A_LINK) {
        let is_same = |own: &&Row| own.method == row.method && own.path == row.path;
        let opens = rows.iter().filter(is_same).any(|own| own.letters().contains(&'+'));
        let elsewhere = OPENED_ELSEWHERE.iter().any(|(path, ..)| *path == row.path);
        assert!(opens || elsewhere, "{} {} opens for nobody in {TABLE}", row.method, row.path);
    }
}

/// Each verb of the office that takes an actor is one that the table comes to, so that each is asked by everybody.
#[test]
fn every_verb_with_an_actor_is_in_the_table() {
    let office = Path::new(env!("CARGO_MANIFEST_DIR")).join("../office/src");
    let named: BTreeSet<String> = table::rows().into_iter().flat_map(|row| row.verbs).collect();
    let verbs = verbs::with_an_actor(&office);
    let missing: Vec<_> = verbs.iter().filter(|verb| !named.contains(*verb) && !verbs::is_inner(verb)).collect();
    assert!(missing.is_empty(), "name these in the rows of {TABLE} that come to them: {missing:?}");
    let gone: Vec<_> = named.difference(&verbs).collect();
    assert!(gone.is_empty(), "no verb of the office with an actor, but named in {TABLE}: {gone:?}");
}

#[test]
fn rights_in_docs() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/rights.md");
    let made = Path::new(env!("CARGO_TARGET_TMPDIR")).join("rights.md");
    std::fs::write(&made, table::page()).unwrap();
    let is_same = std::fs::read_to_string(&kept).unwrap_or_default() == table::page();
    assert!(is_same, "docs/rights.md is not of this table: cp {} docs/rights.md", made.display());
}
