//! The table of rights, read from `table.txt`: its rows, and the page that is made of them.

use super::world::EVERYBODY;
use std::fmt::Write;
use std::path::Path;

/// The text, from the folder of the project.
pub const TABLE: &str = "tests/stories/rights/table.txt";
/// In place of cells: it opens for everybody.
pub const EVERYBODY_OPENS: &str = "everybody";
/// In place of cells: it opens for whoever has the secret in the address; everybody else finds nothing.
pub const BY_A_LINK: &str = "by a link";

/// Parts of a body that say which form it is.
const SHOWN: [&str; 9] = ["act=", "step=", "search=", "filter=", "forget=", "open=", "close=", "reset=", "officer="];

/// One row: an address with a body, and what becomes of it for everybody who may ask.
#[derive(Clone, Debug)]
pub struct Row {
    /// The heading above.
    pub room: String,
    /// HTTP method.
    pub method: String,
    /// Pattern of the table of routes.
    pub path: String,
    /// Which of the things that such an address can name.
    pub about: String,
    /// What is posted.
    pub body: String,
    /// Verbs of the office that it comes to.
    pub verbs: Vec<String>,
    /// As written.
    pub cells: String,
}

impl Row {
    /// One letter for each of [`EVERYBODY`].
    pub fn letters(&self) -> Vec<char> {
        match self.cells.as_str() {
            EVERYBODY_OPENS => vec!['+'; EVERYBODY.len()],
            BY_A_LINK => vec!['0'; EVERYBODY.len()],
            cells => cells.chars().filter(|letter| *letter != ' ').collect(),
        }
    }

    /// The line of the table, with these cells.
    pub fn line(&self, letters: &[char]) -> String {
        let cells = match self.cells.as_str() {
            words @ (EVERYBODY_OPENS | BY_A_LINK) if self.letters() == letters => words.to_owned(),
            _ => grouped(letters),
        };
        let Row { method, path, about, body, verbs, .. } = self;
        format!("{method} {path} | {about} | {body} | {} | {cells}", verbs.join(", "))
    }
}

/// `s ++ -- …`: nobody, applicants, clerks, officers, heads, the reviewer, auditors, administrators.
fn grouped(letters: &[char]) -> String {
    let mut rest = letters.iter();
    let groups = [1, 2, 2, 2, 2, 1, 3, 3].map(|size| rest.by_ref().take(size).collect::<String>());
    groups.join(" ")
}

/// All rows, in order.
pub fn rows() -> Vec<Row> {
    let (mut rows, mut room) = (vec![], "");
    let text = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(TABLE);
    let text = std::fs::read_to_string(text).unwrap();
    for line in text.lines().skip_while(|line| !line.is_empty()).filter(|line| !line.is_empty()) {
        if let Some(heading) = line.strip_prefix("# ") {
            room = heading;
            continue;
        }
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        let [address, about, body, verbs, cells] = parts[..] else { panic!("five parts: {line}") };
        let (method, path) = address.split_once(' ').unwrap_or_else(|| panic!("METHOD ADDRESS: {line}"));
        let verbs = verbs.split(',').map(str::trim).filter(|verb| !verb.is_empty()).map(str::to_owned).collect();
        let row = Row {
            room: room.to_owned(),
            method: method.to_owned(),
            path: path.to_owned(),
            about: about.to_owned(),
            body: body.to_owned(),
            verbs,
            cells: cells.to_owned(),
        };
        assert_eq!(row.letters().len(), EVERYBODY.len(), "a cell for each of {EVERYBODY:?}: {line}");
        rows.push(row);
    }
    rows
}

/// `docs/rights.md`.
pub fn page() -> String {
    let (rows, mut page) = (rows(), String::from(HEAD));
    for of_room in rows.chunk_by(|one, next| one.room == next.room) {
        write!(page, "\n## {}\n\n", of_room[0].room).unwrap();
        // Where everybody is answered alike there is nothing to compare.
        let is_wide = of_room.iter().any(|row| !is_worded(row));
        let columns: &[&str] = if is_wide { &EVERYBODY } else { &["for"] };
        writeln!(page, "| | case | verb | {} |", columns.join(" | ")).unwrap();
        writeln!(page, "|---|---|---|{}", "---|".repeat(columns.len())).unwrap();
        for row in of_room {
            let cells: Vec<&str> = match is_wide {
                true => row.letters().into_iter().map(|letter| word(row, letter)).collect(),
                false => vec![&row.cells],
            };
            let verbs = row.verbs.iter().map(|verb| format!("`{verb}`")).collect::<Vec<_>>().join(", ");
            writeln!(page, "| `{}` | {} | {verbs} | {} |", form(row), row.about, cells.join(" | ")).unwrap();
        }
    }
    page
}

/// The address, and which of its forms.
fn form(row: &Row) -> String {
    let parts = row.body.split(['&', ' ']).filter(|pair| SHOWN.iter().any(|name| pair.starts_with(name)));
    [&*row.method, &*row.path].into_iter().chain(parts).collect::<Vec<_>>().join(" ")
}

fn is_worded(row: &Row) -> bool {
    [EVERYBODY_OPENS, BY_A_LINK].contains(&row.cells.as_str())
}

fn word(row: &Row, letter: char) -> &'static str {
    match letter {
        _ if row.cells == BY_A_LINK => "link",
        '+' => "**yes**",
        'f' => "own only",
        '-' => "no",
        '0' => "unseen",
        '.' => "shut",
        's' => "sign in",
        other => panic!("{other} is no answer: {}", row.path),
    }
}

const HEAD: &str = "# Rights

Who may what: every address, method and form of the server, and every kind of person who may ask. Made from
`tests/stories/rights/table.txt`; `every_cell_of_the_table` (`tests/stories/rights.rs`) asks the running server for each cell, and
`rights_in_docs` compares this page. What is not written here as **yes** is refused, and writes nothing.

| | means |
|---|---|
| **yes** | it opens: the page is shown, the form is read |
| own only | it opens, and what belongs to another is told to be wrong (422), as if it were mistyped |
| no | not for this role (403); said to all of the role alike, whether the case exists or not, or else only to whoever may read the case |
| unseen | not found (404), with the same words as an address that never was: nobody learns that a case of another exists |
| shut | whoever may read the case is told that nothing of the kind is open to them now (409) |
| sign in | led to sign in, and then decided as one of the others |
| link | opens for whoever has the secret in the address; not found for everybody else |

\"Elsewhere\" is of another mission than the case's; a plain auditor or administrator is of all missions. The column \"case\" says which case,
draft or complaint the address names: *new* (sent, with a complaint at the mission), *review* (registered), *asked* (the mission waits for an
answer; a complaint is written and not filed), *ready* (with a certificate and a complaint before the higher body),
*paper* (a request that was printed and turned away once), *typed* (begun at the desk for somebody, not accepted).

Which act is open in which state is in [workflow.md](workflow.md); here a case in the right state is taken.
";
