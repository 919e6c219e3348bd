//! A register file as rows with line numbers; a cell that cannot be read names its file, line and column.

use super::{Files, LoadError};
use domain::country::CountryCode;
use domain::provenance::Mark;
use jiff::civil::Date;

/// One row.
pub struct Row<'a> {
    file: &'a str,
    /// Line, counted from 1.
    pub line: u64,
    columns: &'a [&'a str],
    cells: csv::StringRecord,
}

/// Reads a CSV file whose header is exactly `columns`.
pub fn rows<'a>(files: &Files, file: &'a str, columns: &'a [&'a str]) -> Result<Vec<Row<'a>>, LoadError> {
    let text = super::text(files, file)?;
    let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
    let at = |line: u64, reason: String| LoadError { file: file.to_owned(), line, reason };
    let header = reader.headers().map_err(|error| at(1, error.to_string()))?;
    if header.iter().ne(columns.iter().copied()) {
        return Err(at(1, format!("the columns must be {}", columns.join(","))));
    }
    let mut rows = Vec::new();
    for record in reader.records() {
        let cells = record.map_err(|error| {
            at(error.position().map_or(0, csv::Position::line), "not a row of the same number of cells".to_owned())
        })?;
        let line = cells.position().map_or(0, csv::Position::line);
        rows.push(Row { file, line, columns, cells });
    }
    if rows.is_empty() {
        return Err(at(0, "no rows".to_owned()));
    }
    Ok(rows)
}

impl Row<'_> {
    /// The cell, trimmed; may be empty.
    pub fn text(&self, column: &str) -> &str {
        let place = self.columns.iter().position(|name| *name == column);
        place.and_then(|place| self.cells.get(place)).map(str::trim).unwrap_or_default()
    }

    /// The cell, which must not be empty.
    pub fn required(&self, column: &str) -> Result<&str, LoadError> {
        match self.text(column) {
            "" => Err(self.error(&format!("{column} is empty"))),
            text => Ok(text),
        }
    }

    /// The cell read by `read`.
    pub fn read<T>(&self, column: &str, read: impl FnOnce(&str) -> Option<T>) -> Result<T, LoadError> {
        let text = self.text(column);
        read(text).ok_or_else(|| self.error(&format!("{column} cannot be read: {text:?}")))
    }

    /// A country code.
    pub fn country(&self, column: &str) -> Result<CountryCode, LoadError> {
        self.read(column, |text| CountryCode::parse(text).ok())
    }

    /// A date `2026-12-16`.
    pub fn date(&self, column: &str) -> Result<Date, LoadError> {
        self.read(column, |text| text.parse().ok())
    }

    /// A date, or nothing.
    pub fn optional_date(&self, column: &str) -> Result<Option<Date>, LoadError> {
        if self.text(column).is_empty() { Ok(None) } else { self.date(column).map(Some) }
    }

    /// A mark `yes`, `partly` or `no`.
    pub fn mark(&self, column: &str) -> Result<Mark, LoadError> {
        self.read(column, Mark::from_name)
    }

    /// File and line.
    pub fn place(&self) -> (&str, u64) {
        (self.file, self.line)
    }

    /// An error of this row.
    pub fn error(&self, reason: &str) -> LoadError {
        LoadError { file: self.file.to_owned(), line: self.line, reason: reason.to_owned() }
    }
}
