//! The people of the demo: made-up names, IINs with right check digits.
//!
//! Must never: bear a real person's name or IIN.

use jiff::SignedDuration;

use super::Nca;
use crate::{Algorithm, Person, PersonSpec, Purpose, Role, Validity};

/// CRLReason keyCompromise (RFC 5280 5.3.1).
const KEY_COMPROMISE: u8 = 1;

/// Everyone the demo has; the revoked one is put on the CRLs.
pub fn people(nca: &mut Nca) -> Vec<Person> {
    let first = |id, algorithm| PersonSpec::individual(id, algorithm);
    let second = |id, algorithm| PersonSpec {
        iin: iin("910823300", 1),
        surname: "МЫСАЛОВ".to_owned(),
        given: "ҒАЛЫМ".to_owned(),
        patronymic: None,
        ..PersonSpec::individual(id, algorithm)
    };
    let head = PersonSpec {
        role: Role::FirstHead { bin: "120340000014".to_owned(), organization: "ТОО «СЫНАҚ»".to_owned() },
        ..second("head", Algorithm::Gost512)
    };
    let officer = PersonSpec {
        iin: iin("850615400", 1),
        surname: "СЕЙІТОВА".to_owned(),
        given: "АЛМА".to_owned(),
        patronymic: Some("БЕРІКҚЫЗЫ".to_owned()),
        role: Role::CivilServant {
            bin: "130440000025".to_owned(), organization: "СЫНАҚ МЕКЕМЕСІ".to_owned()
        },
        ..PersonSpec::individual("officer", Algorithm::Gost512)
    };
    let specs = [
        first("applicant1", Algorithm::Gost512),
        first("applicant1-rsa", Algorithm::Rsa),
        first("applicant1-gost2004", Algorithm::Gost2004),
        second("applicant2", Algorithm::Gost512),
        PersonSpec { validity: Validity::Expired, ..first("expired", Algorithm::Gost512) },
        PersonSpec { validity: Validity::NotYetValid, ..first("not-yet-valid", Algorithm::Gost512) },
        first("revoked", Algorithm::Gost512),
        head,
        officer,
        PersonSpec { purpose: Purpose::Authenticate, ..first("auth-only", Algorithm::Rsa) },
    ];
    let mut people: Vec<Person> = specs.iter().map(|spec| nca.person(spec)).collect();
    let revoked_at = nca.at() - SignedDuration::from_hours(24 * 7);
    for person in people.iter_mut().filter(|person| person.id == "revoked") {
        person.note = "revoked".to_owned();
        nca.revoke_for(person, revoked_at, Some(KEY_COMPROMISE));
    }
    people
}

/// An IIN from its first nine digits and a running number: the first number from `number` on that has a check digit.
pub fn iin(first_nine: &str, number: u32) -> String {
    (number..).find_map(|number| with_check_digit(&format!("{first_nine}{number:02}"))).unwrap()
}

/// Appends the check digit; `None` where both passes give 10 (no such IIN is issued).
fn with_check_digit(eleven: &str) -> Option<String> {
    let pass = |from: u32| {
        let sum: u32 = eleven.chars().zip(from..).map(|(digit, at)| digit.to_digit(10).unwrap() * (at % 11 + 1)).sum();
        Some(sum % 11).filter(|rest| *rest < 10)
    };
    let check = pass(0).or_else(|| pass(2))?;
    Some(format!("{eleven}{check}"))
}

#[cfg(test)]
mod tests {
    use super::with_check_digit;

    #[test]
    fn check_digits_of_the_first_and_second_pass() {
        assert_eq!(with_check_digit("99123120000").as_deref(), Some("991231200007"));
        assert_eq!(with_check_digit("99123120080").as_deref(), Some("991231200803"));
        assert_eq!(with_check_digit("99123120240"), None);
    }
}
