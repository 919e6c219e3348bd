//! One spelling for all the ways a name is written: «Жұмабаева», «Жумабаева», "Zhumabayeva", "Jumabaeva" meet. Only to find a person;
//! never printed, never compared in law.
//!
//! Cyrillic goes to Latin by ICAO Doc 9303, the Kazakh letters by the table carriers use; then the known variants of one sound become
//! one letter. What is left of typing errors is bridged by [`is_near`].

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words of one name, or of one search, that are looked at.
pub const WORDS_MAX: usize = 12;
/// Letters of one word that are looked at.
const WORD_CHARS_MAX: usize = 64;

/// Letter by letter, lower case.
const LETTERS: &[(char, &str)] = &[
    ('а', "a"),
    ('ә', "a"),
    ('б', "b"),
    ('в', "v"),
    ('г', "g"),
    ('ғ', "g"),
    ('д', "d"),
    ('е', "e"),
    ('ё', "e"),
    ('ж', "zh"),
    ('з', "z"),
    ('и', "i"),
    ('й', "i"),
    ('к', "k"),
    ('қ', "k"),
    ('л', "l"),
    ('м', "m"),
    ('н', "n"),
    ('ң', "n"),
    ('о', "o"),
    ('ө', "o"),
    ('п', "p"),
    ('р', "r"),
    ('с', "s"),
    ('т', "t"),
    ('у', "u"),
    ('ұ', "u"),
    ('ү', "u"),
    ('ф', "f"),
    ('х', "kh"),
    ('һ', "kh"),
    ('ц', "ts"),
    ('ч', "ch"),
    ('ш', "sh"),
    ('щ', "shch"),
    ('ъ', ""),
    ('ы', "y"),
    ('і', "i"),
    ('ь', ""),
    ('э', "e"),
    ('ю', "iu"),
    ('я', "ia"),
    ('ı', "i"),
    ('ø', "o"),
    ('ß', "ss"),
    ('æ', "a"),
    ('đ', "d"),
    ('ł', "l"),
];

/// Spellings of one consonant, in the order in which they are replaced.
const CONSONANTS: &[(&str, &str)] = &[
    ("shch", "s"),
    ("sch", "s"),
    ("sh", "s"),
    ("tch", "c"),
    ("ch", "c"),
    ("dzh", "j"),
    ("zh", "j"),
    ("dj", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("ts", "c"),
    ("tz", "c"),
    ("ph", "f"),
    ("th", "t"),
    ("q", "k"),
    ("w", "v"),
    ("x", "ks"),
    ("y", "i"),
];

/// The same of vowels, once no letter stands twice.
const VOWELS: &[(&str, &str)] =
    &[("iu", "u"), ("ia", "a"), ("ie", "e"), ("io", "o"), ("ou", "u"), ("oe", "o"), ("ue", "u"), ("ae", "a")];

/// The words of a text, each in the one spelling, without repetition.
pub fn words(text: &str) -> Vec<String> {
    // The apostrophe in "Ser'ik" joins, the hyphen in "Aliyev-Berg" parts.
    let text: String = text.chars().filter(|letter| !matches!(letter, '\'' | '’' | 'ʼ' | '`')).collect();
    let parts = text.split(|letter: char| !letter.is_alphanumeric() && !is_combining_mark(letter));
    let mut words: Vec<String> = vec![];
    for word in parts.map(fold).filter(|word| !word.is_empty()) {
        if words.len() == WORDS_MAX {
            break;
        }
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words
}

/// With what else a word may begin of which `begun` is the beginning. Vowels meet when a word is folded: «Али» begins «Алиев», which is
/// "alev", and «Мари» begins «Мария», which is "mara"; the last vowel of a beginning may have met the one that follows.
pub fn also_begins(begun: &str) -> Vec<String> {
    let met = VOWELS.iter().filter_map(|(two, one)| {
        let rest = begun.strip_suffix(two.chars().next()?)?;
        Some(format!("{rest}{one}")).filter(|other| !rest.is_empty() && other != begun)
    });
    met.collect()
}

/// One word in the one spelling.
fn fold(word: &str) -> String {
    let mut latin = String::new();
    for letter in word.nfc().flat_map(char::to_lowercase).take(WORD_CHARS_MAX) {
        match LETTERS.iter().find(|(own, _)| *own == letter) {
            Some((_, written)) => latin.push_str(written),
            None => latin.extend(std::iter::once(letter).nfd().filter(|part| !is_combining_mark(*part))),
        }
    }
    once(&replaced(VOWELS, once(&replaced(CONSONANTS, latin))))
}

fn replaced(variants: &[(&str, &str)], word: String) -> String {
    variants.iter().fold(word, |word, (variant, letter)| word.replace(variant, letter))
}

/// No letter twice in a row; digits stay.
fn once(word: &str) -> String {
    let mut single = String::with_capacity(word.len());
    for letter in word.chars() {
        if !(letter.is_alphabetic() && single.ends_with(letter)) {
            single.push(letter);
        }
    }
    single
}

/// By what a word is found in an index although letters of it are wrong: its first two and last two consonants, and the first with the
/// last. One wrong letter leaves one of the three. A number has none: it is right or another one.
pub fn keys(word: &str) -> Option<[String; 3]> {
    let consonants: Vec<char> = word.chars().filter(|letter| !matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')).collect();
    let (first, last) = (consonants.first()?, consonants.last()?);
    if word.chars().all(|letter| letter.is_ascii_digit()) {
        return None;
    }
    let head = consonants.iter().take(2).collect();
    let tail = consonants.iter().skip(consonants.len().saturating_sub(2)).collect();
    Some([head, tail, [first, last].into_iter().collect()])
}

/// Can one word be the other with a slip or two: none in three letters, one in up to six, two in longer ones.
pub fn is_near(word: &str, other: &str) -> bool {
    let most = match word.chars().count().min(other.chars().count()) {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    };
    strsim::osa_distance(word, other) <= most
}

/// One letter too many, missing, wrong, or two in each other's place.
pub fn is_slip(word: &str, other: &str) -> bool {
    word != other && strsim::osa_distance(word, other) <= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_spellings_of_one_name_meet() {
        for spellings in [
            &["Жұмабаева", "ЖУМАБАЕВА", "Zhumabayeva", "Zhumabaeva"][..],
            &["Әйгерім", "Айгерим", "Aigerim", "Aygerim", "Äigerim"],
            &["Серікқызы", "Серыккызы", "Serikkyzy", "SERIKQYZY"],
            &["Хасенов", "Khassenov", "Hasenov"],
            &["Щербаков", "Shcherbakov", "Scherbakov"],
            &["Ғалым", "Галым", "Ghalym", "Galym"],
            &["Шәріпов", "Sharipov", "Şäripov"],
            &["Юсупова", "Yusupova", "Iusupova"],
            &["Әлиева", "Алиева", "Aliyeva", "Alieva"],
            &["Өмірзақ", "Omirzak", "Ömirzaq", "Oemirzak"],
        ] {
            let folded: Vec<String> = spellings.iter().map(|name| fold(name)).collect();
            assert!(folded.iter().all(|own| *own == folded[0]), "{folded:?}");
        }
    }

    #[test]
    fn a_beginning_is_found_although_its_last_vowel_met_another() {
        let is_found = |begun: &str, name: &str| {
            let (begun, name) = (fold(begun), fold(name));
            name.starts_with(&begun) || also_begins(&begun).iter().any(|own| name.starts_with(own))
        };
        for (begun, name) in [("Али", "Алиев"), ("Мари", "Мария"), ("Юли", "Юлия"), ("Ахм", "Ахметов"), ("Ма", "Мария")]
        {
            assert!(is_found(begun, name), "{begun} {name}");
        }
        // Only what met: no other word is found by it.
        assert!(!is_found("Али", "Алмасов") && !is_found("Мари", "Марков"));
        assert_eq!(also_begins("ali"), ["alu", "ala", "ale", "alo"]);
        assert!(also_begins("i").is_empty() && also_begins("alm").is_empty());
    }

    #[test]
    fn words_part_at_hyphens_and_join_at_apostrophes() {
        assert_eq!(words("Aliyev-Berg, O’Neil  Aliyev"), ["alev", "berg", "oneil"]);
        assert_eq!(words("850417400014"), ["850417400014"]);
        assert_eq!(words(" .,- "), Vec::<String>::new());
        assert_eq!(words(&"а ".repeat(100)).len(), 1);
    }

    #[test]
    fn one_slip_leaves_a_key_and_two_words_that_differ_more_are_not_near() {
        let key = |word: &str| keys(word).unwrap();
        for (right, wrong) in
            [("jumabaeva", "jumaabeva"), ("ahmetov", "ahmeov"), ("serikov", "selikov"), ("berg", "erg")]
        {
            assert!(is_near(right, wrong) || right.len() < 5, "{right} {wrong}");
            assert!(key(right).iter().zip(key(wrong)).any(|(own, other)| *own == other), "{right} {wrong}");
        }
        assert!(!is_near("ahmetov", "ahmadiev") && !is_near("ali", "eli"));
        assert_eq!(keys("850417400014"), None);
        assert_eq!(keys("aia"), None);
    }
}
