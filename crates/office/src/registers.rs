//! The registers and the service's data, changed from the desk: draft, difference, the word of a second administrator, in force from a
//! moment (docs/decisions/0039). What is shipped stays as it is; changes lie over it.

pub mod consent;
mod decide;
mod draft;
mod edition;
pub mod letters;
pub mod rows;
mod view;

pub use decide::{approve, propose, reject, withdraw};
pub use draft::{File, Misfit, draft};
pub use edition::{Edition, hidden_by_changes, refresh};
pub use view::{Answered, Change, FileLine, Overview, Shown, change, coverage, current_file, file_of_change, overview};

use jiff::tz::TimeZone;

/// Largest file of a change, bytes: ten times the largest of the registers.
pub const FILE_BYTES_MAX: usize = 2_000_000;
/// Most lines of a file.
pub const FILE_LINES_MAX: usize = 20_000;
/// Longest reason or word of a decision, characters.
pub const TEXT_CHARS_MAX: usize = 1_000;

/// The clock of the capital: these changes are in force for all missions at one instant.
pub fn capital() -> TimeZone {
    TimeZone::get("Asia/Almaty").unwrap_or(TimeZone::UTC)
}

/// The path that a file's name stands for: `missions.csv`, or a browser's second copy `missions (1).csv`, is `registers/missions.csv`.
pub fn path_of(name: &str) -> Option<String> {
    let (stem, end) = name.rsplit_once('.')?;
    let plain = stem.split_once(['(', ' ']).map_or(stem, |(plain, _)| plain);
    let named = format!("{plain}.{end}");
    let letter = format!("{}{named}", service::letters::FOLDER);
    if service::letters::place(&letter).is_some() {
        return Some(letter);
    }
    service::catalogue::CHANGEABLE.into_iter().find(|path| name_of(path) == named).map(str::to_owned)
}

/// The last part of a path.
pub fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
