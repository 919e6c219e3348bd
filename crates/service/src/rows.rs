//! The tables of the registers as forms: what stands in each column, and one row put in, altered or taken out while every other byte of the
//! file stays as it was.
//!
//! A form says what is wrong beside its field; whether the whole file holds together is asked by [`Catalogue::load`] afterwards.

use crate::answers::Finding;
use crate::catalogue::Catalogue;
use domain::calendar::WeeklyHours;
use domain::country::CountryCode;
use domain::ids::MissionId;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use sha2::{Digest, Sha256};
use std::ops::Range;

/// Longest cell, characters.
pub const CELL_CHARS_MAX: usize = 2_000;
const MARKS: &[&str] = &["yes", "partly", "no"];
const MISSION_KINDS: &[&str] = &["embassy", "consulate_general", "consulate"];
const TREATIES: &[&str] = &["minsk_1993", "chisinau_2002", "apostille_1961"];

/// A table that has a form for each row.
#[derive(Debug)]
pub struct Table {
    /// As addresses name it: `closures`.
    pub name: &'static str,
    /// Its file.
    pub path: &'static str,
    /// Its columns, in their order.
    pub columns: &'static [Column],
    /// A row can be taken out. A mission cannot: cases name it.
    pub may_end: bool,
}

/// A column.
#[derive(Debug)]
pub struct Column {
    /// Its name in the file.
    pub name: &'static str,
    /// What stands in it.
    pub kind: Kind,
    /// May it be empty?
    pub is_required: bool,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// Many words.
    Long,
    /// A day.
    Date,
    /// A country's code.
    Country,
    /// The id of a mission.
    Mission,
    /// One of these.
    Choice(&'static [&'static str]),
    /// Small letters, digits and hyphens: what other files name the row by.
    Id,
    /// A zone of the tz database.
    Zone,
    /// `Mon-Fri 09:00-18:00`.
    Hours,
}

const fn must(name: &'static str, kind: Kind) -> Column {
    Column { name, kind, is_required: true }
}

const fn may(name: &'static str, kind: Kind) -> Column {
    Column { name, kind, is_required: false }
}

const VERIFIED: Column = must("verified", Kind::Choice(MARKS));
const SOURCE: Column = must("source", Kind::Text);
const NOTE: Column = may("note", Kind::Text);

/// The tables.
pub const TABLES: [Table; 8] = [
    Table { name: "missions", path: "registers/missions.csv", columns: &MISSIONS, may_end: false },
    Table {
        name: "districts",
        path: "registers/districts.csv",
        columns: &[must("mission", Kind::Mission), must("country", Kind::Country), VERIFIED, SOURCE, NOTE],
        may_end: true,
    },
    Table {
        name: "treaties",
        path: "registers/treaties.csv",
        columns: &[
            must("treaty", Kind::Choice(TREATIES)),
            must("country", Kind::Country),
            may("in_force_from", Kind::Date),
            may("ceased_on", Kind::Date),
            VERIFIED,
            SOURCE,
            NOTE,
        ],
        may_end: true,
    },
    Table {
        name: "holidays-kz",
        path: "registers/holidays_kz.csv",
        columns: &[
            must("date", Kind::Date),
            must("kind", Kind::Choice(&["holiday", "observed", "moved"])),
            may("name_kk", Kind::Text),
            must("name_en", Kind::Text),
            SOURCE,
            VERIFIED,
            NOTE,
        ],
        may_end: true,
    },
    Table {
        name: "holidays-host",
        path: "registers/holidays_host.csv",
        columns: &[
            must("date", Kind::Date),
            must("country", Kind::Country),
            may("mission", Kind::Mission),
            must("kind", Kind::Choice(&["holiday", "absent"])),
            must("name", Kind::Text),
            SOURCE,
            VERIFIED,
        ],
        may_end: true,
    },
    Table {
        name: "closures",
        path: "registers/closures.csv",
        columns: &[must("date", Kind::Date), must("mission", Kind::Mission), VERIFIED, SOURCE, NOTE],
        may_end: true,
    },
    Table {
        name: "country-names-override",
        path: "registers/country_names_override.csv",
        columns: &[
            must("country", Kind::Country),
            must("kk", Kind::Text),
            must("ru", Kind::Text),
            must("en", Kind::Text),
            VERIFIED,
            SOURCE,
            NOTE,
        ],
        may_end: true,
    },
    Table {
        name: "afterwards",
        path: "registers/afterwards.csv",
        columns: &[
            must("id", Kind::Id),
            may("country", Kind::Country),
            must("title_kk", Kind::Text),
            must("title_ru", Kind::Text),
            must("title_en", Kind::Text),
            must("text_kk", Kind::Long),
            must("text_ru", Kind::Long),
            must("text_en", Kind::Long),
            VERIFIED,
            SOURCE,
            NOTE,
        ],
        may_end: true,
    },
];

const MISSIONS: [Column; 22] = [
    must("id", Kind::Id),
    must("country", Kind::Country),
    must("kind", Kind::Choice(MISSION_KINDS)),
    must("city_kk", Kind::Text),
    must("city_ru", Kind::Text),
    must("city_en", Kind::Text),
    must("name_kk", Kind::Text),
    must("name_ru", Kind::Text),
    must("name_en", Kind::Text),
    must("zone", Kind::Zone),
    may("address", Kind::Text),
    may("phone", Kind::Text),
    must("office_hours", Kind::Hours),
    must("reception_hours", Kind::Hours),
    VERIFIED,
    must("names_kk_verified", Kind::Choice(MARKS)),
    must("office_verified", Kind::Choice(MARKS)),
    must("reception_verified", Kind::Choice(MARKS)),
    SOURCE,
    must("office_source", Kind::Text),
    must("reception_source", Kind::Text),
    NOTE,
];

/// A table by its name.
pub fn table(name: &str) -> Option<&'static Table> {
    TABLES.iter().find(|own| own.name == name)
}

/// A row of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Names it in addresses: a hash of its bytes, so that one who has an older row before them alters no other.
    pub id: String,
    /// Its cells.
    pub cells: Vec<String>,
    /// Where it stands in the file.
    span: Range<usize>,
}

/// The rows of a file. Total: what is no table has none.
pub fn rows(bytes: &[u8]) -> Vec<Row> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let mut found: Vec<Row> = vec![];
    let at = |record: &csv::StringRecord| {
        record.position().and_then(|own| usize::try_from(own.byte()).ok()).unwrap_or(bytes.len())
    };
    for record in reader.records() {
        let Ok(record) = record else { return vec![] };
        let start = at(&record);
        if let Some(last) = found.last_mut() {
            last.span.end = start;
        }
        let cells = record.iter().map(str::to_owned).collect();
        found.push(Row { id: String::new(), cells, span: start..bytes.len() });
    }
    for row in &mut found {
        let own = bytes.get(row.span.clone()).unwrap_or_default();
        row.id = Sha256::digest(own).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    }
    found
}

/// The file with another row in the place of `old`, behind the last where there is none; `None`: without `old`.
pub fn with(bytes: &[u8], old: Option<&Row>, new: Option<&[String]>) -> Vec<u8> {
    let end = bytes.len();
    let span = old.map_or(end..end, |own| own.span.clone());
    let (before, after) = (bytes.get(..span.start).unwrap_or_default(), bytes.get(span.end..).unwrap_or_default());
    let mut out = before.to_vec();
    if !out.is_empty() && !out.ends_with(b"\n") {
        out.push(b'\n');
    }
    out.extend(new.map(line).unwrap_or_default());
    out.extend(after);
    out
}

fn line(cells: &[String]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(vec![]);
    // Into memory: neither fails.
    let written = writer.write_record(cells);
    written.ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default()
}

impl Table {
    /// The cells as they are typed, in the form of the file: one blank between words, days as `2026-12-16`.
    pub fn tidied<'t>(&self, typed: impl Fn(&str) -> &'t str) -> Vec<String> {
        let cell = |column: &Column| {
            let text = typed(column.name).split_whitespace().collect::<Vec<_>>().join(" ");
            match column.kind {
                Kind::Date => day(&text).map_or(text, |day| day.to_string()),
                _ => text,
            }
        };
        self.columns.iter().map(cell).collect()
    }

    /// What is wrong with cells, each at its column.
    pub fn check(&self, cells: &[String], catalogue: &Catalogue) -> Vec<Finding> {
        let wrong = |(column, text): (&Column, &String)| {
            wrong(column, text, catalogue).map(|code| Finding::new(column.name, code))
        };
        self.columns.iter().zip(cells).filter_map(wrong).collect()
    }
}

/// `2026-12-16` or `16.12.2026`.
fn day(text: &str) -> Option<Date> {
    text.parse().or_else(|_| Date::strptime("%d.%m.%Y", text)).ok()
}

fn wrong(column: &Column, text: &str, catalogue: &Catalogue) -> Option<&'static str> {
    if text.is_empty() {
        return column.is_required.then_some("missing");
    }
    if text.chars().count() > CELL_CHARS_MAX {
        return Some("too-long");
    }
    if text.chars().any(char::is_control) {
        return Some("hidden");
    }
    let good = match column.kind {
        Kind::Text | Kind::Long => true,
        Kind::Date => day(text).is_some(),
        Kind::Country => CountryCode::parse(text).is_ok_and(|code| catalogue.country(code).is_some()),
        Kind::Mission => catalogue.mission(&MissionId(text.to_owned())).is_some(),
        Kind::Choice(of) => of.contains(&text),
        Kind::Id => text.bytes().all(|own| own.is_ascii_lowercase() || own.is_ascii_digit() || own == b'-'),
        Kind::Zone => TimeZone::get(text).is_ok(),
        Kind::Hours => WeeklyHours::parse(text).is_ok(),
    };
    (!good).then_some(match column.kind {
        Kind::Text | Kind::Long => "hidden",
        Kind::Date => "date",
        Kind::Country | Kind::Mission | Kind::Choice(_) => "choice",
        Kind::Id => "id",
        Kind::Zone => "zone",
        Kind::Hours => "hours",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::CHANGEABLE;

    fn shipped(path: &str) -> Vec<u8> {
        std::fs::read(format!("{}/../../{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
    }

    #[test]
    fn every_table_of_the_registers_has_a_form_with_its_columns() {
        for path in CHANGEABLE.into_iter().filter(|path| path.ends_with(".csv")) {
            let table = TABLES.iter().find(|own| own.path == path).unwrap_or_else(|| panic!("{path} has no form"));
            let bytes = shipped(path);
            let header = String::from_utf8_lossy(&bytes).lines().next().unwrap_or_default().to_owned();
            let columns: Vec<&str> = table.columns.iter().map(|own| own.name).collect();
            assert_eq!(columns.join(","), header, "{path}");
            assert!(rows(&bytes).iter().all(|row| row.cells.len() == columns.len()), "{path}");
        }
        assert_eq!(table("closures").map(|own| own.path), Some("registers/closures.csv"));
    }

    #[test]
    fn a_row_is_altered_put_in_and_taken_out_and_every_other_byte_stays() {
        let bytes = b"id,text\na,\"x, \"\"y\"\"\"\nb,2\nc,3";
        let all = rows(bytes);
        assert_eq!(all.iter().map(|row| row.cells.join("|")).collect::<Vec<_>>(), ["a|x, \"y\"", "b|2", "c|3"]);
        let new = ["b".to_owned(), "2, or 3".to_owned()];
        assert_eq!(with(bytes, all.get(1), Some(&new)), b"id,text\na,\"x, \"\"y\"\"\"\nb,\"2, or 3\"\nc,3");
        assert_eq!(with(bytes, all.first(), None), b"id,text\nb,2\nc,3");
        assert_eq!(with(bytes, all.get(2), Some(&new)), b"id,text\na,\"x, \"\"y\"\"\"\nb,2\nb,\"2, or 3\"\n");
        assert_eq!(with(bytes, None, Some(&new)), b"id,text\na,\"x, \"\"y\"\"\"\nb,2\nc,3\nb,\"2, or 3\"\n");
        assert!(all.iter().all(|row| row.id.len() == 16), "{all:?}");
        let _ = rows(b"\xff\x00\"");
    }

    #[test]
    fn days_are_taken_as_people_write_them() {
        let own = table("closures").unwrap();
        let typed = |name: &str| if name == "date" { "16.12.2026" } else { " a   b " };
        assert_eq!(own.tidied(typed), ["2026-12-16", "a b", "a b", "a b", "a b"]);
    }
}
