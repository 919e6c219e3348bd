//! A person signs with an EDS from the age of 16 (Digital Code, art. 60).
//!
//! The age follows from the date of birth in the IIN. A number that tells no century says nothing about age and is not refused.

use crate::date::{PartialDate, age};
use crate::iin::Iin;
use jiff::civil::Date;

/// Least age of a signer, in completed years.
pub const SIGNING_AGE_YEARS_MIN: i16 = 16;

/// The person is younger than [`SIGNING_AGE_YEARS_MIN`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the signer is younger than {SIGNING_AGE_YEARS_MIN}")]
pub struct TooYoung;

/// May the person sign with an EDS on `today`?
///
/// # Errors
/// [`TooYoung`].
pub fn may_sign(iin: &Iin, today: Date) -> Result<(), TooYoung> {
    let Some(born) = iin.birth_date() else { return Ok(()) };
    match age(PartialDate::Day(born), PartialDate::Day(today)) {
        Some(age) if age.to >= SIGNING_AGE_YEARS_MIN => Ok(()),
        _ => Err(TooYoung),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::iin::IinRules;
    use jiff::civil::date;

    #[test]
    fn from_the_sixteenth_birthday_and_not_a_day_before() {
        // Born 31 December 1899 by the number.
        let iin = Iin::parse("991231200007", IinRules::default()).unwrap();
        assert_eq!(may_sign(&iin, date(1915, 12, 30)), Err(TooYoung));
        assert_eq!(may_sign(&iin, date(1915, 12, 31)), Ok(()));
        assert_eq!(may_sign(&iin, date(1890, 1, 1)), Err(TooYoung), "before birth");
    }

    #[test]
    fn a_number_without_a_century_is_not_refused() {
        let iin = Iin::parse("991231700019", IinRules::default()).unwrap();
        assert_eq!(may_sign(&iin, date(2026, 11, 22)), Ok(()));
    }
}
