//! What a new edition of a file changes, row by row and cell by cell: for the person who decides about it.
//!
//! Total: what is no table (or no longer one) is compared line by line.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A row that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// What became of it.
    pub how: How,
    /// What names the row: its first two cells that are not empty, or the number of the line.
    pub row: String,
    /// The cells that differ; of a new or a removed row all that are not empty.
    pub cells: Vec<Cell>,
}

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// Some cells are others.
    Altered,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its column; empty where the file is no table.
    pub column: String,
    /// Its text before; empty for a new row.
    pub before: String,
    /// Its text now; empty for a removed row.
    pub after: String,
}

/// A file as rows of cells under their columns.
struct Table {
    columns: Vec<String>,
    /// How many cells name a row.
    naming: usize,
    rows: Vec<Vec<String>>,
}

/// Every row that differs between two editions of the file at `path`, in the order of the new one.
pub fn between(path: &str, before: &[u8], after: &[u8]) -> Vec<Changed> {
    let (old, new) = match (table(path, before), table(path, after)) {
        (Some(old), Some(new)) => (old, new),
        _ => (lines(before), lines(after)),
    };
    let mut found = vec![];
    if old.columns != new.columns {
        found.push(altered("1", &["".to_owned()], &[old.columns.join(",")], &[new.columns.join(",")]));
    }
    for op in capture_diff_slices(Algorithm::Patience, &old.rows, &new.rows) {
        if !matches!(op, DiffOp::Equal { .. }) {
            let (gone, come) = (op.old_range(), op.new_range());
            replaced(&mut found, &new, (&old, gone), come);
        }
    }
    found
}

/// Rows that stand in the place of others: those with one first cell are one row that was altered.
fn replaced(
    found: &mut Vec<Changed>,
    new: &Table,
    (old, gone): (&Table, std::ops::Range<usize>),
    come: std::ops::Range<usize>,
) {
    let mut left: Vec<(usize, &Vec<String>)> = old.rows.iter().enumerate().skip(gone.start).take(gone.len()).collect();
    for (line, row) in new.rows.iter().enumerate().skip(come.start).take(come.len()) {
        let same = |own: &(usize, &Vec<String>)| !new.columns.is_empty() && own.1.first() == row.first();
        match left.iter().position(same) {
            Some(at) => {
                let (_, before) = left.remove(at);
                found.push(altered(&name(new, row, line), &new.columns, before, row));
            }
            None => found.push(whole(How::Added, new, row, line)),
        }
    }
    found.extend(left.into_iter().map(|(line, row)| whole(How::Removed, old, row, line)));
}

fn altered(row: &str, columns: &[String], before: &[String], after: &[String]) -> Changed {
    let cell = |(at, column): (usize, &String)| {
        let text = |row: &[String]| row.get(at).cloned().unwrap_or_default();
        let cell = Cell { column: column.clone(), before: text(before), after: text(after) };
        (cell.before != cell.after).then_some(cell)
    };
    let cells = columns.iter().enumerate().filter_map(cell).collect();
    Changed { how: How::Altered, row: row.to_owned(), cells }
}

fn whole(how: How, table: &Table, row: &[String], line: usize) -> Changed {
    // What a letter's line stands under is said by its name already.
    let named = usize::from(table.naming == 1 && table.columns.len() == 2);
    let cells = row.iter().enumerate().skip(named).filter(|(_, text)| !text.is_empty()).map(|(at, text)| {
        let column = table.columns.get(at).cloned().unwrap_or_default();
        match how {
            How::Removed => Cell { column, before: text.clone(), after: String::new() },
            How::Added | How::Altered => Cell { column, before: String::new(), after: text.clone() },
        }
    });
    Changed { how, row: name(table, row, line), cells: cells.collect() }
}

fn name(table: &Table, row: &[String], line: usize) -> String {
    if table.columns.is_empty() {
        return (line + 1).to_string();
    }
    row.iter().filter(|text| !text.is_empty()).take(table.naming).cloned().collect::<Vec<_>>().join(", ")
}

/// A CSV file with its header; `None` for another kind of file, or where the rows do not fit the header.
fn table(path: &str, bytes: &[u8]) -> Option<Table> {
    if path.ends_with(".ftl") {
        return Some(sentences(bytes));
    }
    if !path.ends_with(".csv") {
        return None;
    }
    let mut reader = csv::ReaderBuilder::new().from_reader(bytes);
    let columns = reader.headers().ok()?.iter().map(str::to_owned).collect();
    let rows = reader.records().map(|row| Some(row.ok()?.iter().map(str::to_owned).collect()));
    Some(Table { columns, naming: 2, rows: rows.collect::<Option<_>>()? })
}

/// The words of a letter: a line a row, under the key of its sentence.
fn sentences(bytes: &[u8]) -> Table {
    let text = String::from_utf8_lossy(bytes);
    let mut key = String::new();
    let mut rows = vec![];
    for line in text.lines() {
        match line.strip_suffix(" =").filter(|_| !line.starts_with(' ')) {
            Some(own) => own.clone_into(&mut key),
            None if line.trim().is_empty() => {}
            None => rows.push(vec![key.clone(), line.trim().to_owned()]),
        }
    }
    Table { columns: vec![String::new(), String::new()], naming: 1, rows }
}

fn lines(bytes: &[u8]) -> Table {
    let text = String::from_utf8_lossy(bytes);
    Table { columns: vec![], naming: 1, rows: text.lines().map(|line| vec![line.to_owned()]).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BEFORE: &[u8] = b"id,country,phone\nminsk,BY,1\nparis,FR,2\nrome,IT,3\n";

    fn cell(column: &str, before: &str, after: &str) -> Cell {
        Cell { column: column.to_owned(), before: before.to_owned(), after: after.to_owned() }
    }

    #[test]
    fn rows_that_are_new_gone_or_altered_are_told_by_their_cells() {
        let after = b"id,country,phone\nminsk,BY,1\nparis,FR,22\noslo,NO,\n";
        let found = between("registers/missions.csv", BEFORE, after);
        assert_eq!(
            found,
            [
                Changed { how: How::Altered, row: "paris, FR".to_owned(), cells: vec![cell("phone", "2", "22")] },
                Changed {
                    how: How::Added,
                    row: "oslo, NO".to_owned(),
                    cells: vec![cell("id", "", "oslo"), cell("country", "", "NO")],
                },
                Changed {
                    how: How::Removed,
                    row: "rome, IT".to_owned(),
                    cells: vec![cell("id", "rome", ""), cell("country", "IT", ""), cell("phone", "3", "")],
                },
            ]
        );
        assert!(between("registers/missions.csv", BEFORE, BEFORE).is_empty());
    }

    #[test]
    fn a_line_of_a_letter_is_told_under_its_sentence() {
        let before = b"letter-a-subject =\n    One\n\nletter-a-body =\n    Two\n\n    Three\n";
        let after = b"letter-a-subject =\n    One\n\nletter-a-body =\n    Too\n\n    Three\n    Four\n";
        let found = between("letters/a.en.ftl", before, after);
        assert_eq!(
            found,
            [
                Changed { how: How::Altered, row: "letter-a-body".to_owned(), cells: vec![cell("", "Two", "Too")] },
                Changed { how: How::Added, row: "letter-a-body".to_owned(), cells: vec![cell("", "", "Four")] },
            ]
        );
    }

    #[test]
    fn another_header_is_told_first() {
        let found = between("a.csv", b"id\n1\n", b"id,more\n1,\n");
        assert_eq!(found.first().map(|own| own.cells.clone()), Some(vec![cell("", "id", "id,more")]));
    }

    #[test]
    fn what_is_no_table_is_compared_by_lines_and_any_bytes_are_taken() {
        let found = between("services/passport.toml", b"a = 1\nb = 2\n", b"a = 1\nb = 3\n");
        assert_eq!(
            found,
            [
                Changed { how: How::Added, row: "2".to_owned(), cells: vec![cell("", "", "b = 3")] },
                Changed { how: How::Removed, row: "2".to_owned(), cells: vec![cell("", "b = 2", "")] },
            ]
        );
        assert!(!between("a.csv", b"id,a\n1,2\n", b"id,a\n1,2,3\n\xff\xfe").is_empty());
        assert!(!between("a.csv", b"", &[0, 255, 10, 34]).is_empty());
    }
}
