//! What the virus scanner said of a file, in words: for the person who sends it, and for the desk. Must never say anything where nobody was
//! asked.

use crate::desk::clock::Clock;
use crate::texts::T;
use domain::scan::Scan;

/// A sentence about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScanLine {
    /// The sentence.
    pub words: String,
    /// Something harmful was found: it stands out.
    pub harmful: bool,
}

impl ScanLine {
    /// For the person whose file it is.
    pub fn own(t: &T, scan: &Scan) -> ScanLine {
        ScanLine { words: t.s(&format!("scan-{}", scan.as_str())), harmful: scan.is_infected() }
    }

    /// For the desk: when it was said, and what was found.
    pub fn desk(t: &T, clock: &Clock<'_>, scan: &Scan) -> ScanLine {
        let when = scan.at().map(|at| clock.short(at)).unwrap_or_default();
        let key = format!("scan-desk-{}", scan.as_str());
        let words = match scan {
            Scan::Waiting => t.s(&key),
            Scan::Infected { threat, .. } => t.f2(&key, "when", when, "threat", threat),
            Scan::Clean { .. } | Scan::NotPossible { .. } => t.f(&key, "when", when),
        };
        ScanLine { words, harmful: scan.is_infected() }
    }
}
