//! May two requests tell of the same death? By IIN, or by a near name with a birth within a year and a death within five days (the windows of
//! OpenCRVS, UX.md 3.3 check 4). It advises; an officer looks at both and says. Must never join or refuse anything.

use crate::date::PartialDate;
use crate::name::PersonName;
use crate::name::spelling::{is_near, words};
use crate::request::{Deceased, IdentifiedDeceased, Request};

/// Births further apart are of two people, days.
pub const BORN_DAYS_MAX: u32 = 365;
/// Deaths further apart are two deaths, days.
pub const DIED_DAYS_MAX: u32 = 5;

/// Why two requests look alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// Both state this IIN; `None`: one of them states none.
    pub same_iin: Option<bool>,
    /// The names are written alike.
    pub near_name: bool,
    /// Days between the births; 0 where what is known of them can meet.
    pub born_days: u32,
    /// The same of the deaths.
    pub died_days: u32,
}

/// Why the two look alike, or `None` when they do not. Of an unidentified body nothing can be held against anything.
pub fn likeness(one: &Request, other: &Request) -> Option<Likeness> {
    let (Deceased::Identified(mine), Deceased::Identified(theirs)) = (&one.deceased, &other.deceased) else {
        return None;
    };
    let found = Likeness {
        same_iin: same_iin(mine, theirs),
        near_name: near_name(&mine.name, &theirs.name),
        born_days: apart(mine.born, theirs.born),
        died_days: apart(one.death.date, other.death.date),
    };
    let by_name = found.near_name && found.born_days <= BORN_DAYS_MAX && found.died_days <= DIED_DAYS_MAX;
    (found.same_iin == Some(true) || by_name).then_some(found)
}

fn same_iin(mine: &IdentifiedDeceased, theirs: &IdentifiedDeceased) -> Option<bool> {
    Some(mine.iin.as_ref()?.as_str() == theirs.iin.as_ref()?.as_str())
}

/// Surname and given name of one, in any alphabet, each within a slip of one of the other's.
fn near_name(mine: &PersonName, theirs: &PersonName) -> bool {
    let spellings = |name: &PersonName| {
        let latin = name.latin.as_ref().map(|own| words(&format!("{} {}", own.surname, own.given)));
        let mut all = vec![words(&format!("{} {}", name.surname, name.given))];
        all.extend(latin.filter(|own| !own.is_empty()));
        all
    };
    let (mine, theirs) = (spellings(mine), spellings(theirs));
    mine.iter().any(|one| theirs.iter().any(|other| covers(one, other) || covers(other, one)))
}

/// Every word of `one` has a near one in `other`.
fn covers(one: &[String], other: &[String]) -> bool {
    !one.is_empty() && one.iter().all(|word| other.iter().any(|near| near == word || is_near(word, near)))
}

/// Days between what is known of two dates; 0 where they can be the same day.
fn apart(one: PartialDate, other: PartialDate) -> u32 {
    let gap = |later: PartialDate, earlier: PartialDate| {
        later.earliest().since(earlier.latest()).map_or(i32::MAX, |span| span.get_days())
    };
    gap(one, other).max(gap(other, one)).max(0).unsigned_abs()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn name(surname: &str, given: &str) -> PersonName {
        PersonName { surname: surname.into(), given: given.into(), patronymic: None, latin: None }
    }

    #[test]
    fn names_meet_across_alphabets_and_slips_and_others_do_not() {
        let mine = name("Жұмабаева", "Айгүл");
        for (surname, given) in
            [("Жумабаева", "Айгуль"), ("Zhumabayeva", "Aigul"), ("Жұмабаеева", "Айгүл"), ("Айгүл", "Жұмабаева")]
        {
            assert!(near_name(&mine, &name(surname, given)), "{surname} {given}");
        }
        for (surname, given) in [("Жұмабаева", "Сәуле"), ("Ахметова", "Айгүл")] {
            assert!(!near_name(&mine, &name(surname, given)), "{surname} {given}");
        }
    }

    #[test]
    fn dates_that_can_meet_are_not_apart() {
        let day = |d| PartialDate::Day(date(2026, 11, d));
        assert_eq!(apart(day(3), day(3)), 0);
        assert_eq!((apart(day(3), day(9)), apart(day(9), day(3))), (6, 6));
        assert_eq!(apart(PartialDate::YearMonth(2026, 11), day(30)), 0);
        assert_eq!(apart(PartialDate::YearMonth(2026, 10), day(2)), 2);
        assert_eq!(apart(PartialDate::Year(1950), PartialDate::Year(1952)), 366);
    }
}
