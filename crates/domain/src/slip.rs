//! A slip of the pen in a certificate (APPC 82): which of its fields, what was written, what is right by which paper. Only spelling, dates and
//! places that the certificate prints can be put right here; who died and the record itself are never changed by it.

use crate::date::PartialDate;
use crate::name::{NamePart, PersonName, TypedName, tidy};
use crate::request::{Deceased, Request};
use serde::{Deserialize, Serialize};

/// Working days to consider what the applicant points out, and to send the corrected act: APPC 82(3), (5).
pub const SLIP_WORKING_DAYS_MAX: u32 = 3;
/// Longest place, characters.
pub const PLACE_CHARS_MAX: usize = 300;

/// A field of the certificate (Family Code 274) in which a slip can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Surname.
    Surname,
    /// Given name.
    Given,
    /// Patronymic.
    Patronymic,
    /// Date of birth.
    BornOn,
    /// Place of birth.
    BornIn,
    /// Date of death.
    DiedOn,
    /// Place of death.
    DiedIn,
}

impl Field {
    /// Every field, in the order of the certificate.
    pub const ALL: [Field; 7] =
        [Field::Surname, Field::Given, Field::Patronymic, Field::BornOn, Field::BornIn, Field::DiedOn, Field::DiedIn];

    /// Stable name in data, forms and locales (`slip-field-…`).
    pub fn as_str(self) -> &'static str {
        match self {
            Field::Surname => "surname",
            Field::Given => "given",
            Field::Patronymic => "patronymic",
            Field::BornOn => "born_on",
            Field::BornIn => "born_in",
            Field::DiedOn => "died_on",
            Field::DiedIn => "died_in",
        }
    }
}

/// A slip: what was written and what is right, as the certificate says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slip {
    /// Where.
    pub field: Field,
    /// What was written.
    pub was: String,
    /// What is right.
    pub right: String,
}

/// What the certificate of `request` says in each field in which a slip can be.
pub fn written(request: &Request) -> Vec<(Field, String)> {
    let death = [(Field::DiedOn, dotted(request.death.date)), (Field::DiedIn, request.death.place.clone())];
    match &request.deceased {
        Deceased::Identified(person) => [
            (Field::Surname, person.name.surname.clone()),
            (Field::Given, person.name.given.clone()),
            (Field::Patronymic, person.name.patronymic.clone().unwrap_or_default()),
            (Field::BornOn, dotted(person.born)),
            (Field::BornIn, person.birth_place.clone()),
        ]
        .into_iter()
        .chain(death)
        .collect(),
        Deceased::Unidentified { .. } => death.into(),
    }
}

/// The slips between what the certificate says and what was typed as right; every field that cannot be so, with the code of its sentence.
///
/// # Errors
/// Fields with `missing`, `unreadable`, `too-long`.
pub fn slips(
    request: &Request,
    typed: impl Fn(Field) -> Option<String>,
) -> Result<Vec<Slip>, Vec<(Field, &'static str)>> {
    let (mut slips, mut wrong) = (vec![], vec![]);
    for (field, was) in written(request) {
        let Some(right) = typed(field).map(|own| tidy(&own)) else { continue };
        if right == was {
            continue;
        }
        let slip = Slip { field, was, right };
        match put(&mut request.clone(), &slip) {
            Ok(()) => slips.push(slip),
            Err(code) => wrong.push((field, code)),
        }
    }
    if wrong.is_empty() { Ok(slips) } else { Err(wrong) }
}

/// The request as its certificate says it once these slips are put right. One that does not fit is left: it was checked when it was made.
pub fn corrected(request: &Request, slips: &[Slip]) -> Request {
    let mut corrected = request.clone();
    for slip in slips {
        let _ = put(&mut corrected, slip);
    }
    corrected
}

fn put(request: &mut Request, slip: &Slip) -> Result<(), &'static str> {
    let right = slip.right.clone();
    if right.chars().count() > PLACE_CHARS_MAX {
        return Err("too-long");
    }
    match (slip.field, &mut request.deceased) {
        (Field::DiedOn, _) => request.death.date = read(&right)?,
        (Field::DiedIn, _) => request.death.place = some(right)?,
        (Field::Surname, Deceased::Identified(person)) => {
            person.name = named(&person.name, NamePart::Surname, &some(right)?)?;
        }
        (Field::Given, Deceased::Identified(person)) => {
            person.name = named(&person.name, NamePart::Given, &some(right)?)?;
        }
        (Field::Patronymic, Deceased::Identified(person)) => {
            person.name = named(&person.name, NamePart::Patronymic, &right)?;
        }
        (Field::BornOn, Deceased::Identified(person)) => person.born = read(&right)?,
        (Field::BornIn, Deceased::Identified(person)) => person.birth_place = some(right)?,
        (_, Deceased::Unidentified { .. }) => return Err("unreadable"),
    }
    Ok(())
}

fn some(text: String) -> Result<String, &'static str> {
    if text.is_empty() { Err("missing") } else { Ok(text) }
}

/// The name with one part put right; the Latin spelling is the passport's and stays.
fn named(name: &PersonName, part: NamePart, right: &str) -> Result<PersonName, &'static str> {
    let own = |wanted: NamePart, was: &'_ str| if wanted == part { right.to_owned() } else { was.to_owned() };
    let surname = own(NamePart::Surname, &name.surname);
    let given = own(NamePart::Given, &name.given);
    let patronymic = own(NamePart::Patronymic, name.patronymic.as_deref().unwrap_or_default());
    let typed = TypedName { surname: &surname, given: &given, patronymic: &patronymic, ..TypedName::default() };
    let read = PersonName::parse(typed).map_err(|_| "unreadable")?;
    Ok(PersonName { latin: name.latin.clone(), ..read })
}

/// `07.05.1950`, `05.1950` or `1950`.
fn dotted(date: PartialDate) -> String {
    let parts: Vec<String> = date.to_string().split('-').rev().map(str::to_owned).collect();
    parts.join(".")
}

fn read(text: &str) -> Result<PartialDate, &'static str> {
    let parts: Vec<&str> = text.split('.').collect();
    let date = match parts.as_slice() {
        [""] => return Err("missing"),
        [year] => PartialDate::typed("", "", year),
        [month, year] => PartialDate::typed("", month, year),
        [day, month, year] => PartialDate::typed(day, month, year),
        _ => return Err("unreadable"),
    };
    date.map_err(|_| "unreadable")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_and_read_as_people_write_them() {
        for text in ["07.05.1950", "05.1950", "1950"] {
            assert_eq!(dotted(read(text).unwrap()), text);
        }
        assert_eq!(read("31.02.1950"), Err("unreadable"));
        assert_eq!(read(""), Err("missing"));
        assert_eq!(read("1.2.3.4"), Err("unreadable"));
    }

    #[test]
    fn a_part_of_a_name_is_put_right_and_the_latin_spelling_stays() {
        let latin = crate::name::LatinName { surname: "AKHMETOVA".into(), given: "ALIYA".into() };
        let name =
            PersonName {
                surname: "Ахметова".into(), given: "Алия".into(), patronymic: None, latin: Some(latin)
            };
        let right = named(&name, NamePart::Given, "Әлия").unwrap();
        assert_eq!((right.given.as_str(), right.surname.as_str()), ("Әлия", "Ахметова"));
        assert_eq!(right.latin, name.latin);
        assert_eq!(named(&name, NamePart::Given, "Әлия7"), Err("unreadable"));
    }
}
