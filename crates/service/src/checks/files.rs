//! Check 11: the files. Each was opened when it was uploaded (`office::file_check`, `office::photo`), what could not be opened was not taken;
//! the virus scanner says the rest. Must never call a file clean that nobody looked at, nor name what a scanner found.

use super::{Detail, Known, Outcome, Subject};
use domain::documents::DocumentKind;
use domain::scan::Scan;
use jiff::Timestamp;

/// A document and what the scanner said of each of its files; `None` where nobody was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilesOf {
    /// Which.
    pub kind: DocumentKind,
    /// Of each file.
    pub scans: Vec<Option<Scan>>,
}

/// Details, and when the scanner looked last, where it looked at all of them.
pub(super) fn details(known: &Known<'_>) -> (Vec<Detail>, Option<Timestamp>) {
    if known.files.is_empty() {
        return (vec![Detail::new(Subject::Case, Outcome::NotRun, "files-nothing")], None);
    }
    let mut details = vec![];
    for own in known.files {
        let subject = Subject::Document(own.kind);
        if own.scans.is_empty() {
            details.push(Detail::new(subject, Outcome::Attention, "files-none"));
            continue;
        }
        details.push(Detail::new(subject.clone(), Outcome::Pass, "files-opened"));
        let worst = own.scans.iter().map(said).max_by_key(|(outcome, _)| rank(*outcome));
        details.extend(worst.map(|(outcome, code)| Detail::new(subject, outcome, code)));
    }
    let looked: Option<Vec<Timestamp>> =
        known.files.iter().flat_map(|own| &own.scans).map(|scan| scan.as_ref().and_then(Scan::at)).collect();
    (details, looked.and_then(|all| all.into_iter().max()))
}

fn said(scan: &Option<Scan>) -> (Outcome, &'static str) {
    match scan {
        None => (Outcome::NotRun, "files-unscanned"),
        Some(Scan::Clean { .. }) => (Outcome::Pass, "files-clean"),
        Some(Scan::Waiting) => (Outcome::Attention, "files-waiting"),
        Some(Scan::NotPossible { .. }) => (Outcome::Attention, "files-not-possible"),
        Some(Scan::Infected { .. }) => (Outcome::Fail, "files-harmful"),
    }
}

/// Of several files of a document the one that least is known of speaks: a clean page does not make another clean.
fn rank(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Pass => 0,
        Outcome::NotRun => 1,
        Outcome::Attention => 2,
        Outcome::Fail => 3,
    }
}
