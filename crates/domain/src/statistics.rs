//! Counts that may be shown: a small one could name a person, so it is hidden, and every other one is rounded, so that no sum, no difference of
//! two reports and no share gives it away.

/// Counts from one up to this many are hidden.
pub const SMALL_MAX: u64 = 4;
/// Other counts are shown to the nearest multiple of this.
pub const ROUNDED_TO: u64 = 5;

/// A count as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// None, or about so many.
    Shown(u64),
    /// From one to [`SMALL_MAX`].
    Hidden,
}

impl Cell {
    /// Of a count.
    pub fn of(count: u64) -> Cell {
        match count {
            1..=SMALL_MAX => Cell::Hidden,
            _ => Cell::Shown(rounded(count)),
        }
    }

    /// The count, where it is shown.
    pub fn shown(self) -> Option<u64> {
        match self {
            Cell::Shown(count) => Some(count),
            Cell::Hidden => None,
        }
    }
}

/// To the nearest multiple of [`ROUNDED_TO`].
pub fn rounded(count: u64) -> u64 {
    count.saturating_add(ROUNDED_TO / 2) / ROUNDED_TO * ROUNDED_TO
}

/// A column of counts and its sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// In the order given.
    pub cells: Vec<Cell>,
    /// Of what is shown: it tells nothing more.
    pub total: u64,
}

/// Each count by itself; the sum is that of what is shown.
pub fn suppressed(counts: &[u64]) -> Column {
    let cells: Vec<Cell> = counts.iter().copied().map(Cell::of).collect();
    Column { total: cells.iter().filter_map(|cell| cell.shown()).sum(), cells }
}

/// The share of `part`, where neither it nor the rest is small: with the number beside it, a share is a count.
pub fn share(part: u64, whole: u64) -> Option<u64> {
    let is_small = |count: u64| (1..=SMALL_MAX).contains(&count);
    match whole <= SMALL_MAX || is_small(part) || is_small(whole.saturating_sub(part)) {
        true => None,
        false => per_cent(part, whole),
    }
}

/// Whole per cent, half up; `None` of nothing. All but one never becomes 100, nor one of many 0.
pub fn per_cent(part: u64, whole: u64) -> Option<u64> {
    if whole == 0 {
        return None;
    }
    let rounded = (part.saturating_mul(200) + whole) / (whole.saturating_mul(2));
    Some(match part {
        0 => 0,
        all if all >= whole => 100,
        _ => rounded.clamp(1, 99),
    })
}

/// The middle of the values, the lower one of two; `None` of nothing.
pub fn median(mut values: Vec<i64>) -> Option<i64> {
    values.sort_unstable();
    values.get(values.len().checked_sub(1)? / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::Cell::{Hidden, Shown};
    use super::*;

    #[test]
    fn a_small_count_is_hidden_and_the_others_are_rounded() {
        let of = |counts: &[u64]| {
            let Column { cells, total } = suppressed(counts);
            (cells, total)
        };
        assert_eq!(of(&[10, 0, 7]), (vec![Shown(10), Shown(0), Shown(5)], 15));
        assert_eq!(of(&[12, 3, 13]), (vec![Shown(10), Hidden, Shown(15)], 25));
        assert_eq!(of(&[1, 4]), (vec![Hidden, Hidden], 0));
        assert_eq!(of(&[]), (vec![], 0));
    }

    /// Whatever is hidden: among all columns that look the same there are at least two values for it.
    #[test]
    fn what_is_hidden_cannot_be_computed() {
        use std::collections::{BTreeMap, BTreeSet};
        let mut alike: BTreeMap<String, Vec<[u64; 3]>> = BTreeMap::new();
        for place in 0..14_u64.pow(3) {
            let counts = [place % 14, place / 14 % 14, place / 196];
            alike.entry(format!("{:?}", suppressed(&counts))).or_default().push(counts);
        }
        for columns in alike.values() {
            let cells = suppressed(&columns[0]).cells;
            for (place, _) in cells.iter().enumerate().filter(|(_, cell)| **cell == Hidden) {
                let values: BTreeSet<u64> = columns.iter().map(|counts| counts[place]).collect();
                assert_eq!(values.len(), 4, "{columns:?}");
            }
        }
    }

    #[test]
    fn a_share_is_told_of_many_on_both_sides() {
        assert_eq!((share(1, 6), share(5, 6), share(4, 4)), (None, None, None));
        assert_eq!((share(6, 6), share(0, 6), share(5, 12)), (Some(100), Some(0), Some(42)));
    }

    #[test]
    fn shares_and_middles() {
        assert_eq!((per_cent(0, 0), per_cent(0, 9), per_cent(9, 9)), (None, Some(0), Some(100)));
        assert_eq!((per_cent(999, 1000), per_cent(1, 1000), per_cent(1, 2)), (Some(99), Some(1), Some(50)));
        assert_eq!((median(vec![]), median(vec![5]), median(vec![9, 1, 4, 3])), (None, Some(5), Some(3)));
    }
}
