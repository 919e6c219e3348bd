//! Names of countries for a select, in the alphabetical order of the page's language.

use super::Item;
use domain::lang::Lang;
use office::Office;
use service::Catalogue;
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

/// The Kazakh alphabet; it holds every Russian letter, so it orders both.
const ALPHABET: &str = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";

/// Names by language.
#[derive(Clone, Debug, Default)]
pub struct Countries(BTreeMap<Lang, Vec<(String, String)>>);

impl Countries {
    /// All countries of the register.
    pub fn of(catalogue: &Catalogue) -> Countries {
        let sorted = |lang: Lang| {
            let mut names: Vec<(String, String)> = catalogue
                .countries()
                .iter()
                .map(|(code, name)| (code.as_str().to_owned(), name.get(lang).to_owned()))
                .collect();
            names.sort_by_cached_key(|(_, name)| order(name));
            names
        };
        Countries(Lang::ALL.into_iter().map(|lang| (lang, sorted(lang))).collect())
    }

    /// Choices of a select.
    pub fn items(&self, lang: Lang) -> Vec<Item> {
        self.0.get(&lang).into_iter().flatten().map(|(code, name)| Item::new(code.clone(), name.clone())).collect()
    }
}

/// The names of the edition of the registers that was asked for last: sorted once for each.
#[derive(Debug)]
pub struct Shelf(RwLock<(i64, Arc<Countries>)>);

impl Shelf {
    /// Those of this office's edition.
    pub fn with(office: &Office) -> Shelf {
        Shelf(RwLock::new((office.edition().number(), Arc::new(Countries::of(office.catalogue())))))
    }

    /// The names of this office's edition.
    pub fn of(&self, office: &Office) -> Arc<Countries> {
        let number = office.edition().number();
        let (last, names) = self.0.read().map_or_else(|broken| broken.into_inner().clone(), |kept| kept.clone());
        if last == number {
            return names;
        }
        let names = Arc::new(Countries::of(office.catalogue()));
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = (number, Arc::clone(&names));
        names
    }
}

/// Place of a name in the alphabet; letters of other alphabets come first by their code, marks are skipped.
fn order(name: &str) -> Vec<u32> {
    let letters = name.chars().flat_map(char::to_lowercase).filter(|letter| letter.is_alphanumeric() || *letter == ' ');
    letters
        .map(|letter| match ALPHABET.chars().position(|own| own == letter) {
            Some(place) => 0x0011_0000 + u32::try_from(place).unwrap_or(u32::MAX / 2),
            None => u32::from(plain(letter)),
        })
        .collect()
}

/// A Latin letter without its mark, so that "Åland" stands among the names with A.
fn plain(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'í' | 'ï' => 'i',
        'ô' | 'ö' | 'ó' => 'o',
        'ü' | 'ú' => 'u',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kazakh_letters_stand_in_their_places() {
        let mut names =
            vec!["Үндістан", "Украина", "Әзербайжан", "Албания", "Қытай", "Куба", "Ирландия", "Өзбекстан", "Оман"];
        names.sort_by_cached_key(|name| order(name));
        let right = ["Албания", "Әзербайжан", "Ирландия", "Куба", "Қытай", "Оман", "Өзбекстан", "Украина", "Үндістан"];
        assert_eq!(names, right);
        let mut names = vec!["Zambia", "Åland Islands", "Austria", "Côte d'Ivoire", "Cuba"];
        names.sort_by_cached_key(|name| order(name));
        assert_eq!(names, ["Åland Islands", "Austria", "Côte d'Ivoire", "Cuba", "Zambia"]);
    }
}
