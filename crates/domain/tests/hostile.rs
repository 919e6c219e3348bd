//! Text from outside never makes a parser of the domain panic, and what is accepted is a fixed point of reading.
//!
//! Random texts come from a small generator with a fixed seed, so that a failure can be repeated.
#![cfg(test)]

use domain::calendar::WeeklyHours;
use domain::country::CountryCode;
use domain::date::PartialDate;
use domain::documents::DocumentLanguage;
use domain::iin::{Iin, IinRules};
use domain::name::lookalike::mixed_script;
use domain::name::{PersonName, TypedName, tidy};
use domain::receiver::Receiver;
use domain::reference::Reference;

const TEXTS: usize = 20_000;
const LETTERS: [char; 40] = [
    'a',
    'Z',
    'я',
    'Қ',
    'і',
    '0',
    '9',
    '1',
    '-',
    ' ',
    '.',
    '\'',
    ':',
    ';',
    ',',
    '+',
    '\u{0}',
    '\n',
    '\u{301}',
    '\u{200B}',
    '\u{202E}',
    'ß',
    'İ',
    'ﬁ',
    '漢',
    '😀',
    '٣',
    'D',
    'R',
    '2',
    '6',
    'O',
    'I',
    'L',
    'U',
    'M',
    'o',
    'n',
    '\u{FEFF}',
    '\u{10FFFF}',
];

/// Numerical Recipes' linear congruential generator.
struct Random(u32);

impl Random {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        usize::try_from(self.0 >> 8).unwrap() % below
    }

    fn text(&mut self) -> String {
        let length = self.next(24);
        (0..length).map(|_| LETTERS[self.next(LETTERS.len())]).collect()
    }
}

#[test]
fn random_texts_are_read_or_refused() {
    let mut random = Random(20_261_122);
    let (mut names, mut dates) = (0, 0);
    for _ in 0..TEXTS {
        let (one, two, three) = (random.text(), random.text(), random.text());
        let typed =
            TypedName { surname: &one, given: &two, patronymic: &three, latin_surname: &one, latin_given: &two };
        if let Ok(name) = PersonName::parse(typed) {
            names += 1;
            let again = TypedName { surname: &name.surname, given: &name.given, ..TypedName::default() };
            let again = PersonName::parse(again).unwrap();
            assert_eq!((&again.surname, &again.given), (&name.surname, &name.given));
            name.official();
        }
        assert_eq!(tidy(&tidy(&one)), tidy(&one), "{one:?}");
        if let Ok(date) = PartialDate::typed(&one, &two, &three) {
            dates += 1;
            assert_eq!(PartialDate::from_iso(&date.to_string()), Ok(date));
        }
        mixed_script(&one);
        let _ =
            (PartialDate::from_iso(&one).is_ok(), CountryCode::parse(&one).is_ok(), WeeklyHours::parse(&one).is_ok());
        let _ = (DocumentLanguage::parse(&one).is_ok(), Receiver::entitled("heir", &one, &two).is_ok());
        let _ = Iin::parse(&one, IinRules::default()).is_ok();
        if let Ok(reference) = Reference::parse(&one) {
            assert_eq!(Reference::parse(reference.as_str()), Ok(reference));
        }
    }
    assert!(names > 0, "the generator also makes names");
    let _ = dates;
}

#[test]
fn random_digits_as_dates_and_numbers() {
    let mut random = Random(7);
    let mut read = 0;
    for _ in 0..TEXTS {
        let (day, month, year) = (random.next(35), random.next(15), 1700 + random.next(600));
        let (day, month, year) = (day.to_string(), month.to_string(), year.to_string());
        if let Ok(date) = PartialDate::typed(&day, &month, &year) {
            read += 1;
            assert!(date.earliest() <= date.latest());
            assert_eq!(PartialDate::from_iso(&date.to_string()), Ok(date));
        }
        let digits: String = (0..12).map(|_| char::from(b'0' + u8::try_from(random.next(10)).unwrap())).collect();
        if let Ok(iin) = Iin::parse(&digits, IinRules::default()) {
            assert_eq!(iin.as_str(), digits);
            assert_eq!(iin.sex().is_none(), iin.has_unusual_century_digit());
        }
    }
    assert!(read > TEXTS / 3, "{read}");
}
