//! Counts that may be shown: a small one could name a person, so it is hidden, and with it what would give it away.

/// Counts from one up to this many are hidden.
pub const SMALL_MAX: u64 = 4;

/// A count as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// As counted.
    Shown(u64),
    /// Too small, or it would give a small one away.
    Hidden,
}

impl Cell {
    /// The count, where it is shown.
    pub fn shown(self) -> Option<u64> {
        match self {
            Cell::Shown(count) => Some(count),
            Cell::Hidden => None,
        }
    }
}

/// A column of counts and its sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// In the order given.
    pub cells: Vec<Cell>,
    /// Of all of them.
    pub total: Cell,
}

/// Hides what is small. Where one count alone is hidden, the sum would give it away: then the smallest of the others goes too, and where
/// there is no other, the sum.
pub fn suppressed(counts: &[u64]) -> Column {
    let is_small = |count: u64| (1..=SMALL_MAX).contains(&count);
    let mut hidden: Vec<bool> = counts.iter().map(|count| is_small(*count)).collect();
    if hidden.iter().filter(|own| **own).count() == 1 {
        let others = counts.iter().enumerate().filter(|(place, count)| !hidden[*place] && **count > 0);
        if let Some((place, _)) = others.min_by_key(|(_, count)| **count) {
            hidden[place] = true;
        }
    }
    let sum = counts.iter().sum();
    let alone = hidden.iter().filter(|own| **own).count() == 1;
    let total = if alone || is_small(sum) { Cell::Hidden } else { Cell::Shown(sum) };
    let cells = counts.iter().zip(&hidden).map(|(count, own)| if *own { Cell::Hidden } else { Cell::Shown(*count) });
    Column { cells: cells.collect(), total }
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
    fn a_small_count_is_hidden_and_no_sum_gives_it_away() {
        let of = |counts: &[u64]| {
            let Column { cells, total } = suppressed(counts);
            (cells, total)
        };
        assert_eq!(of(&[10, 0, 7]), (vec![Shown(10), Shown(0), Shown(7)], Shown(17)));
        assert_eq!(of(&[10, 3, 7]), (vec![Shown(10), Hidden, Hidden], Shown(20)));
        assert_eq!(of(&[10, 3, 4]), (vec![Shown(10), Hidden, Hidden], Shown(17)));
        assert_eq!(of(&[0, 3, 0]), (vec![Shown(0), Hidden, Shown(0)], Hidden));
        assert_eq!(of(&[1, 1]), (vec![Hidden, Hidden], Hidden));
        assert_eq!(of(&[]), (vec![], Shown(0)));
    }

    /// Whatever is hidden, what is shown allows at least two values for it.
    #[test]
    fn what_is_hidden_cannot_be_computed() {
        for a in 0..9 {
            for b in 0..9 {
                for c in 0..9 {
                    let column = suppressed(&[a, b, c]);
                    let hidden = column.cells.iter().filter(|cell| **cell == Hidden).count();
                    assert!(hidden != 1 || column.total == Hidden, "{a} {b} {c}");
                    let small = [a, b, c].iter().filter(|count| (1..=SMALL_MAX).contains(*count)).count();
                    assert!(hidden >= small, "{a} {b} {c}");
                }
            }
        }
    }

    #[test]
    fn shares_and_middles() {
        assert_eq!((per_cent(0, 0), per_cent(0, 9), per_cent(9, 9)), (None, Some(0), Some(100)));
        assert_eq!((per_cent(999, 1000), per_cent(1, 1000), per_cent(1, 2)), (Some(99), Some(1), Some(50)));
        assert_eq!((median(vec![]), median(vec![5]), median(vec![9, 1, 4, 3])), (None, Some(5), Some(3)));
    }
}
