//! Blanks of certificates: forms of strict accounting with a series and a number printed on them (Family Code 272, 274: "series and
//! number"). Here because the stock, the print, the handover and the journal speak of the same number.
//!
//! The form of the state's own series was not found, so a series is taken as it is printed. Must never guess a number: the officer types
//! what is on the blank in their hand.

use crate::application::StateKind;
use serde::{Deserialize, Serialize};

/// Longest series, characters.
pub const SERIES_CHARS_MAX: usize = 8;
/// Most figures of a number.
pub const FIGURES_MAX: usize = 9;
/// Most blanks of one delivery: more is a slip of the pen.
pub const DELIVERY_BLANKS_MAX: u32 = 10_000;
/// So many free blanks or fewer are a low stock.
pub const LOW_STOCK_BLANKS: u32 = 20;

/// Series and number as printed on a blank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlankNumber {
    /// Series, in capitals.
    pub series: String,
    /// The number without its leading zeros.
    pub number: u32,
    /// Figures that are printed, leading zeros too.
    pub figures: u8,
}

impl std::fmt::Display for BlankNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {:0width$}", self.series, self.number, width = usize::from(self.figures))
    }
}

impl BlankNumber {
    /// Is this what the officer read off the blank? Spaces, dashes and № do not count, every figure does; a letter that looks the same in
    /// both alphabets is the same letter.
    pub fn is_typed(&self, typed: &str) -> bool {
        folded(typed) == folded(&self.to_string())
    }
}

/// Blanks of one series, first to last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlankRange {
    /// Series, in capitals.
    pub series: String,
    /// First number.
    pub first: u32,
    /// Last number.
    pub last: u32,
    /// Figures that are printed.
    pub figures: u8,
}

impl BlankRange {
    /// What was typed, or each field that is wrong with the code of its sentence.
    ///
    /// # Errors
    /// Fields `series`, `first`, `last` with `missing`, `unreadable`, `too-long`, `before-first`, `too-many`, `figures-differ`.
    pub fn typed(series: &str, first: &str, last: &str) -> Result<BlankRange, Vec<(&'static str, &'static str)>> {
        let mut wrong = vec![];
        let series = series.trim().to_uppercase();
        if let Err(code) = check_series(&series) {
            wrong.push(("series", code));
        }
        let mut number = |field: &'static str, text: &str| match read_number(text.trim()) {
            Ok(number) => Some(number),
            Err(code) => {
                wrong.push((field, code));
                None
            }
        };
        let (first, last) = (number("first", first), number("last", last));
        let (Some((first, figures)), Some((last, of_last))) = (first, last) else { return Err(wrong) };
        if figures != of_last {
            wrong.push(("last", "figures-differ"));
        } else if last < first {
            wrong.push(("last", "before-first"));
        } else if last - first >= DELIVERY_BLANKS_MAX {
            wrong.push(("last", "too-many"));
        }
        if wrong.is_empty() { Ok(BlankRange { series, first, last, figures }) } else { Err(wrong) }
    }

    /// True when a blank would lie in both: one number is on one blank, whatever alphabet its series was typed in.
    pub fn overlaps(&self, other: &BlankRange) -> bool {
        folded(&self.series) == folded(&other.series) && self.first <= other.last && other.first <= self.last
    }

    /// How many blanks.
    pub fn count(&self) -> u32 {
        self.last.saturating_sub(self.first).saturating_add(1)
    }

    /// One of them.
    pub fn at(&self, number: u32) -> BlankNumber {
        BlankNumber { series: self.series.clone(), number, figures: self.figures }
    }
}

impl std::fmt::Display for BlankRange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let width = usize::from(self.figures);
        write!(f, "{} {:0width$}–{:0width$}", self.series, self.first, self.last)
    }
}

/// May the certificate be printed on a blank in this state? From its issue until it is handed over.
pub fn may_print(state: StateKind) -> bool {
    use StateKind as S;
    matches!(state, S::CertificateIssued | S::Ready | S::Uncollected | S::CertificateReplaced)
}

fn check_series(series: &str) -> Result<(), &'static str> {
    match series.chars().count() {
        0 => Err("missing"),
        count if count > SERIES_CHARS_MAX => Err("too-long"),
        _ if series.chars().any(|own| !own.is_alphanumeric()) => Err("unreadable"),
        // A series that ends in a figure would run into the number.
        _ if series.ends_with(|own: char| own.is_numeric()) => Err("unreadable"),
        _ => Ok(()),
    }
}

fn read_number(text: &str) -> Result<(u32, u8), &'static str> {
    if text.is_empty() {
        return Err("missing");
    }
    if !text.chars().all(|own| own.is_ascii_digit()) {
        return Err("unreadable");
    }
    if text.len() > FIGURES_MAX {
        return Err("too-long");
    }
    let figures = u8::try_from(text.len()).map_err(|_| "too-long")?;
    text.parse().map(|number| (number, figures)).map_err(|_| "unreadable")
}

/// For comparing: capitals and figures only, Cyrillic letters that look like Latin ones as those.
fn folded(text: &str) -> String {
    let letters = text.chars().flat_map(char::to_uppercase).filter(|own| own.is_alphanumeric() && *own != '№');
    letters
        .map(|own| match own {
            'А' => 'A',
            'В' => 'B',
            'Е' => 'E',
            'К' => 'K',
            'М' => 'M',
            'Н' => 'H',
            'О' => 'O',
            'Р' => 'P',
            'С' => 'C',
            'Т' => 'T',
            'У' => 'Y',
            'Х' => 'X',
            'І' => 'I',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(series: &str, first: &str, last: &str) -> BlankRange {
        BlankRange::typed(series, first, last).unwrap()
    }

    #[test]
    fn what_is_read_off_the_blank_is_the_number_with_every_figure() {
        let blank = range(" ав ", "0000100", "0000199").at(107);
        assert_eq!(blank.to_string(), "АВ 0000107");
        for same in ["АВ 0000107", "AB0000107", "ab № 0000107", " AB-0000107 "] {
            assert!(blank.is_typed(same), "{same}");
        }
        for other in ["", "0000107", "AB 107", "AB 0000108", "AC 0000107", "AB 00001070"] {
            assert!(!blank.is_typed(other), "{other}");
        }
    }

    #[test]
    fn ranges_overlap_by_number_and_by_the_look_of_the_series() {
        let latin = range("AB", "0100", "0199");
        assert!(latin.overlaps(&range("АВ", "0199", "0300")), "the same letters in Cyrillic");
        assert!(latin.overlaps(&range("AB", "0120", "0130")) && range("AB", "0120", "0130").overlaps(&latin));
        assert!(!latin.overlaps(&range("AB", "0200", "0300")) && !latin.overlaps(&range("AC", "0100", "0199")));
        assert_eq!((latin.count(), latin.to_string().as_str()), (100, "AB 0100–0199"));
    }

    #[test]
    fn everything_wrong_with_a_delivery_is_told_at_once() {
        let wrong = |series: &str, first: &str, last: &str| BlankRange::typed(series, first, last).unwrap_err();
        assert_eq!(wrong("", "", "x"), [("series", "missing"), ("first", "missing"), ("last", "unreadable")]);
        assert_eq!(wrong("A1", "0001", "0002"), [("series", "unreadable")]);
        assert_eq!(wrong("AB", "0002", "0001"), [("last", "before-first")]);
        assert_eq!(wrong("AB", "001", "0002"), [("last", "figures-differ")]);
        assert_eq!(wrong("AB", "00001", "10001"), [("last", "too-many")]);
        assert_eq!(wrong("AB", "0000000001", "0000000002"), [("first", "too-long"), ("last", "too-long")]);
        assert_eq!(range("AB", "00001", "10000").count(), DELIVERY_BLANKS_MAX);
    }

    #[test]
    fn a_certificate_is_printed_between_its_issue_and_its_handover() {
        let open: Vec<&str> =
            StateKind::ALL.into_iter().filter(|state| may_print(*state)).map(StateKind::as_str).collect();
        assert_eq!(open, ["certificate_issued", "ready", "uncollected", "certificate_replaced"]);
    }
}
